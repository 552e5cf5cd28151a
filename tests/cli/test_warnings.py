"""What a careful reader should know of a file goes to standard error; the results are printed all the same."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.read import making


@pytest.mark.parametrize("arguments", [("extract", "--json"), ("segment",)])
def test_warning(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a\x1b[31m.ofd").write_bytes(making.ofd([["全年地区生产总值增长5.2%。"]]))
    finished = run(*arguments, ".")
    assert finished.returncode == 0
    assert b"govtext: warning: " in finished.stderr
    assert b"OFD is read experimentally" in finished.stderr
    assert b"\x1b" not in finished.stderr
    assert "增长".encode() in finished.stdout


def test_page_of_a_fact(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(making.pdf(["一" * 300, "全年地区生产总值增长5.2%。"]))
    finished = run("extract", "--json", "a.pdf")
    assert finished.stderr == b""
    (fact,) = json.loads(finished.stdout)["facts"]
    assert (fact["text"], fact["page"]) == ("5.2%", 1)
    finished = run("extract", "--json", stdin="全年地区生产总值增长5.2%。".encode())
    assert json.loads(finished.stdout)["facts"][0]["page"] is None
