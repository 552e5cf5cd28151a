"""The small commands."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from govtext.version import __version__
from tests.cli.conftest import REPORT, Run, environment


def test_version(run: Run) -> None:
    for arguments in (["--version"], ["-V"], ["--version", "extract"]):
        assert run(*arguments).stdout.decode() == f"govtext {__version__}\n"


@pytest.mark.parametrize("name", ["extract", "segment", "schema", "dict", "dict check", "rules", "rules show"])
def test_help(run: Run, name: str) -> None:
    finished = run(*name.split(), "--help")
    assert finished.returncode == 0
    assert max(map(len, finished.stdout.decode().splitlines())) <= 80


def test_help_is_quick() -> None:
    """Nothing heavy is imported for --help."""
    code = (
        "import sys; sys.argv = ['govtext', '--help']\n"
        "from govtext.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'jieba', 'rich', 'msgspec', 'regex', 'ahocorasick_rs', 'govtext.lexicon', 'govtext.pipeline'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(), check=False, timeout=60
    )
    assert finished.stderr.decode().strip() == ""


def test_schema(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "govtext/1"


@pytest.mark.usefixtures("report")
def test_segment(run: Run) -> None:
    text = run("segment", "report.txt").stdout.decode()
    assert text.replace(" ", "") == REPORT
    assert "增长" in text.split()
    tagged = run("segment", "report.txt", "--pos").stdout.decode()
    assert all("/" in word for word in tagged.split())


def test_segment_keeps_lines(run: Run) -> None:
    assert (
        run("segment", stdin="第一行。\r\n\r\n第二行。".encode()).stdout.decode().replace(" ", "")
        == "第一行。\n第二行。\n"
    )


@pytest.mark.usefixtures("report")
def test_segment_json(run: Run) -> None:
    found = json.loads(run("segment", "report.txt", "--json").stdout)
    assert found["path"] == "report.txt"
    assert all(REPORT[word["start"] : word["end"]] == word["text"] for word in found["words"])
    assert set(found["words"][0]) == {"start", "end", "text", "pos"}
    several = run("segment", "report.txt", "none.txt", "-", "--json", stdin=REPORT.encode())
    assert several.returncode == 1
    assert [found["path"] for found in json.loads(several.stdout)] == ["report.txt", "-"]


def test_dict_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# 自己的\n营商环境 100 n\n放管服\n", encoding="utf-8")
    finished = run("dict", "check", "words.txt")
    assert finished.returncode == 0
    assert "2  words       words.txt\n" in finished.stdout.decode()
    (tmp_path / "wrong.txt").write_text("营商环境 100 n\n放管服\t9\tn\n", encoding="utf-8")
    finished = run("dict", "check", "wrong.txt")
    assert finished.returncode == 2
    assert finished.stderr.decode().startswith("govtext: error: wrong.txt:2: ")


RULE = """finds = "quantity"
[[rules]]
name = "own"
note = "an example"
pattern = "(?P<number>[0-9]+)件套"
examples = [{ text = "一套3件套", match = "3件套" }]
rejects = ["EXTRA"]
"""


def test_rules(run: Run, tmp_path: Path) -> None:
    listed = run("rules", "list").stdout.decode()
    assert "quantity/percent " in listed
    shown = run("rules", "show", "quantity/percent").stdout.decode()
    assert "\nexamples\n" in shown
    assert run("rules", "check").returncode == 0
    (tmp_path / "mine.toml").write_text(RULE, encoding="utf-8")
    assert run("rules", "check", "mine.toml").returncode == 0
    assert "an example" in run("rules", "show", "quantity/own", "-r", "mine.toml").stdout.decode()
    (tmp_path / "mine.toml").write_text(RULE.replace("EXTRA", "5件套"), encoding="utf-8")
    finished = run("rules", "check", "mine.toml")
    assert finished.returncode == 2
    assert "quantity/own: matches '5件套'" in finished.stderr.decode()


def test_segment_joins_wrapped_lines(run: Run) -> None:
    """A newspaper's short lines are one paragraph: 增↵长 is a word."""
    lines = (
        "　　过去一年全市上下团结奋斗，地区生产总值增",
        "长百分之五，居民收入稳步提高，社会保持稳定，",
        "人民生活进一步改善。",
        "　　下一年要继续努力，推动高质量发展取得新的",
        "成效。",
    )
    finished = run("segment", stdin="\r\n".join(lines).encode("gb18030"))
    assert finished.stdout.decode().count("\n") == 2
    assert "增长" in finished.stdout.decode().split()
