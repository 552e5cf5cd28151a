"""Paths lead to inputs, each once, sorted."""

import io
import sys
from pathlib import Path

import pytest

from govtext.corpus import find_inputs
from govtext.errors import ReadError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.md",
        "c/d.TEXT",
        "c/e",
        "c/f.pdf",
        ".hidden.txt",
        "~$b.txt",
        ".git/x.txt",
        "g.csv",
        "README.md",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("增长5%", encoding="utf-8")
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets" / "a.xlsx").write_bytes(b"PK")
    (tmp_path / "in" / "c" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    return tmp_path


def names(*paths: str) -> list[str]:
    return [found.name for found in find_inputs(paths)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["in"], ["in/a.md", "in/b.txt", "in/c/d.TEXT", "in/c/e", "in/c/f.pdf"]),
        (["in/g.csv", "in/.hidden.txt"], ["in/g.csv", "in/.hidden.txt"]),
        (["in/b.txt", "in", "in/../in/b.txt"], ["in/b.txt", "in/a.md", "in/c/d.TEXT", "in/c/e", "in/c/f.pdf"]),
        (["in/*.txt"], ["in/b.txt"]),
        (["in/README.md"], ["in/README.md"]),
        (["in/**/*.TEXT"], ["in/c/d.TEXT"]),
        (["-", "in/b.txt", "-"], ["-", "in/b.txt"]),
        (["none.txt", "in/b.txt"], ["none.txt", "in/b.txt"]),
    ],
    ids=str,
)
@pytest.mark.usefixtures("tree")
def test_find(paths: list[str], expected: list[str]) -> None:
    assert names(*paths) == expected


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("none.txt", "no such file"),
        ("*.none", "no file matches this pattern"),
        ("sheets", r"no report .* in this folder; it has 1 \.xlsx"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_trouble_waits_for_reading(path: str, words: str) -> None:
    (found,) = find_inputs([path])
    with pytest.raises(ReadError, match=words):
        found.read()


def test_a_file_named_like_a_pattern(tree: Path) -> None:
    (tree / "a[1].txt").write_text("增长", encoding="utf-8")
    assert names("a[1].txt") == ["a[1].txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("增长5%".encode("gb18030"))))
    (found,) = find_inputs(["-"])
    source = found.read()
    assert (source.path, source.text, source.encoding) == ("-", "增长5%", "gb18030")
