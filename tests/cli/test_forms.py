"""Forms that need a file, that show the text, that go to other tools."""

import json
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.xlsx", b"PK"),
        ("facts.parquet", b"PAR1"),
        ("a.sqlite", b"SQLite format 3"),
        ("a.db", b"SQLite format 3"),
        ("a.html", b"<!doctype html>"),
        ("a.htm", b"<!doctype html>"),
        ("slogans.csv", b"\xef\xbb\xbfstart,"),
    ],
)
def test_suffix_picks_the_form(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    finished = run("extract", "report.txt", "-o", name)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
    assert (tmp_path / name).read_bytes().startswith(start)
    more = ["a.metadata.json"] if name in ("a.sqlite", "a.db") else []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["report.txt", name, *more])


@pytest.mark.usefixtures("report")
def test_parquet_folder_holds_a_file_a_table(run: Run, tmp_path: Path) -> None:
    assert run("extract", "report.txt", "-f", "parquet", "-o", "out/").returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "facts.parquet",
        "policies.parquet",
        "slogans.parquet",
    ]


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-f", "xlsx"], "xlsx is no text to print: add -o FILE.xlsx"),
        (["-f", "sqlite", "-o", "-"], "sqlite is no text to print: add -o FILE.sqlite"),
        (["-o", "a.parquet"], "parquet holds one table: add --only facts"),
        (["--highlight", "--json"], "--highlight prints text; leave it or json out"),
        (["-f", "html", "-o", "out/"], "for html name a file"),
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Run, arguments: list[str], words: str) -> None:
    finished = run("extract", "report.txt", *arguments)
    assert (finished.returncode, finished.stdout) == (2, b"")
    assert words in finished.stderr.decode()


@pytest.mark.parametrize("name", ["a.xlsx", "facts.parquet", "a.sqlite", "a.html"])
def test_failure_keeps_the_old_file(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"old")
    assert run("extract", "none.txt", "-o", name).returncode == 1
    assert (tmp_path / name).read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("form", ["xlsx", "sqlite", "html"])
@pytest.mark.usefixtures("report")
def test_full_disk(run: Run, form: str) -> None:
    finished = run("extract", "report.txt", "-f", form, "-o", "/dev/full")
    assert finished.returncode == 74
    assert b"/dev/" in finished.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no /dev/stdout")
@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(("form", "start"), [("xlsx", b"PK"), ("sqlite", b"SQLite")])
def test_a_device_gets_a_copy_and_nothing_beside(run: Run, form: str, start: bytes) -> None:
    assert run("extract", "report.txt", "-f", form, "-o", "/dev/stdout").stdout.startswith(start)
    assert not Path("/dev/stdout.metadata.json").exists()


def test_search_finds_words_of_two_characters(run: Run, report: Path) -> None:
    report.write_text("全年地区生产总值增长5.2%，财政收入增长6%。\n", encoding="utf-8")
    assert run("extract", "report.txt", "-o", "a.sqlite").returncode == 0
    with sqlite3.connect(report.parent / "a.sqlite") as database:
        for word, count in (("增长", 2), ("总值", 2), ("财政", 2), ("年地", 0), ("地区生产总值", 2)):
            query = "select count(*) from facts_search where facts_search match ?"
            assert database.execute(query, (word,)).fetchone() == (count,)
            query = "select count(*) from documents_search where documents_search match ?"
            assert database.execute(query, (word,)).fetchone() == (min(count, 1),)
    database.close()


@pytest.mark.usefixtures("report")
def test_highlight(run: Run) -> None:
    text = run("extract", "report.txt", "--highlight", "--only", "facts").stdout.decode()
    assert text.splitlines()[-1] == "全年地区生产总值增长⟦5.2%⟧，财政收入增长⟦6%⟧。"


def test_annotation_tools_get_the_text_as_decoded(run: Run) -> None:
    text = "\r\n　　全年𬭬产量增长5.2%。\r\n"
    line = json.loads(run("extract", "-f", "doccano", stdin=text.encode()).stdout)
    assert [text[start:end] for start, end, label in line["label"] if label == "fact"] == ["5.2%"]
    assert line["text"] == text
    (task,) = json.loads(run("extract", "-f", "label-studio", stdin=text.encode()).stdout)
    value = task["predictions"][0]["result"][0]["value"]
    assert value["start"] == text.index("5.2%") + 1


@pytest.mark.usefixtures("report")
def test_terminal_opens_with_what_was_found(run: Run) -> None:
    lines = run("extract", "report.txt", "--date", "2022").stdout.decode().splitlines()
    assert lines[0] == "report.txt"
    assert lines[1] == "2022 · 25 characters · facts 2 · slogans 0 · policies 0"
