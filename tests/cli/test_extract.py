"""`govtext extract`: the same result in every form, from every kind of input."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Run


def test_same_from_file_and_standard_input(run: Run, report: Path) -> None:
    named, piped, dash = (
        run("extract", "report.txt", "--json"),
        run("extract", "--json", stdin=REPORT.encode()),
        run("extract", "-", "--json", stdin=REPORT.encode("utf-16")),
    )
    documents = [json.loads(finished.stdout) for finished in (named, piped, dash)]
    assert [document["source"]["path"] for document in documents] == ["report.txt", "-", "-"]
    assert [document["source"]["encoding"] for document in documents] == ["utf-8", "utf-8", "utf-16"]
    assert documents[0]["facts"] == documents[1]["facts"] == documents[2]["facts"] != []
    assert report.exists()


def test_offsets_are_those_of_the_file(run: Run, report: Path) -> None:
    text = "\r\n　　" + REPORT.replace("\n", "\r\n")
    report.write_bytes(b"\xef\xbb\xbf" + text.encode())
    document = json.loads(run("extract", "report.txt", "--json").stdout)
    assert [text[fact["start"] : fact["end"]] for fact in document["facts"]] == ["5.2%", "6%"]


@pytest.mark.usefixtures("report")
def test_one_is_an_object_several_are_an_array(run: Run) -> None:
    assert isinstance(json.loads(run("extract", "report.txt", "--json").stdout), dict)
    assert len(json.loads(run("extract", ".", "--json").stdout)) == 1
    assert len(json.loads(run("extract", "report.txt", "-", "-f", "json", stdin=REPORT.encode()).stdout)) == 2


@pytest.mark.usefixtures("report")
def test_only_and_csv(run: Run) -> None:
    finished = run("extract", "report.txt", "--only", "facts", "-f", "csv", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    rows = list(csv.DictReader(io.StringIO(finished.stdout.decode())))
    assert [row["value"] for row in rows] == ["5.2", "6"]
    assert b"\r" not in finished.stdout
    document = json.loads(run("extract", "report.txt", "--only", "slogans", "--json").stdout)
    assert document["facts"] == []


def test_output_file_for_a_spreadsheet(run: Run, report: Path) -> None:
    finished = run("extract", "report.txt", "--only", "facts", "-o", "out.csv")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
    data = (report.parent / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfstart,")
    assert data.count(b"\r\n") == 3


def test_output_folder_gets_a_file_a_table(run: Run, report: Path) -> None:
    assert run("extract", ".", "-o", "out/").returncode == 0
    assert sorted(path.name for path in (report.parent / "out").iterdir()) == [
        "facts.csv",
        "policies.csv",
        "slogans.csv",
    ]
    assert (report.parent / "out" / "facts.csv").read_text(encoding="utf-8-sig").startswith("path,start,")
    assert run("extract", "report.txt", "-o", "out", "-f", "md", "--only", "facts").returncode == 0
    assert (report.parent / "out" / "facts.md").exists()


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize("suffix", ["json", "jsonl", "md", "txt", "ndjson"])
def test_suffix_picks_the_format(run: Run, tmp_path: Path, suffix: str) -> None:
    form = {"txt": "table", "ndjson": "jsonl"}.get(suffix, suffix)
    assert run("extract", "report.txt", "-o", f"out.{suffix}").returncode == 0
    assert (tmp_path / f"out.{suffix}").read_bytes() == run("extract", "report.txt", "-f", form).stdout


def test_all_failed_keeps_the_old_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    assert run("extract", "none.txt", "-o", "out.json").returncode == 1
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"


@pytest.mark.usefixtures("report")
def test_language(run: Run) -> None:
    assert "指标" in run("extract", "report.txt", "--lang", "zh").stdout.decode()
    assert "指标" in run("extract", "report.txt", env={"LC_ALL": "zh_CN.UTF-8"}).stdout.decode()
    assert "indicator" in run("extract", "report.txt", "--lang", "en", env={"LC_ALL": "zh_CN.UTF-8"}).stdout.decode()


def test_hostile_report(run: Run) -> None:
    text = "见附表[/1][red]\x1b]0;x\x07增长5%。\u202e\n"
    for form in ("table", "md"):
        finished = run("extract", "-f", form, stdin=text.encode())
        assert finished.returncode == 0
        assert not set(finished.stdout.decode()) & set("\x1b\x07\u202e")


@pytest.mark.usefixtures("report")
def test_same_bytes_every_time(run: Run) -> None:
    one, two = (run("extract", "report.txt", "--json", env={"PYTHONHASHSEED": seed}).stdout for seed in "12")
    assert one == two


@pytest.mark.usefixtures("report")
def test_encoding_and_date(run: Run) -> None:
    finished = run("extract", "--encoding", "gbk", "--date", "2022-03", "--json", stdin=REPORT.encode("gbk"))
    source = json.loads(finished.stdout)["source"]
    assert (source["encoding"], source["date"]) == ("gb18030", "2022-03")
    finished = run("extract", "report.txt", "--encoding", "ascii")
    assert finished.returncode == 1
    assert b"byte 0 (counted from 0) is not ascii" in finished.stderr


def test_engine(run: Run, report: Path) -> None:
    pytest.importorskip("rjieba")
    assert report.exists()
    for command in (("extract", "report.txt", "--json"), ("segment", "report.txt", "--pos")):
        plain, fast = run(*command), run(*command, "--engine", "rjieba")
        assert fast.returncode == 0
        assert fast.stdout == plain.stdout
    wrong = run("extract", "report.txt", "--engine", "thulac")
    assert wrong.returncode == 2
    assert b"'jieba', 'rjieba'" in wrong.stderr
