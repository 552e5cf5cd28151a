"""Lists of paths, as people and programs write them."""

import io
import os
import sys
from pathlib import Path

import pytest

from govtext.corpus.listed import listed_paths
from govtext.errors import UsageError


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"\n\n", []),
        (b"a.txt\nb.txt\n", ["a.txt", "b.txt"]),
        (b"a.txt\r\nb.txt", ["a.txt", "b.txt"]),
        (b" a b.txt \n", [" a b.txt "]),
        ("报告.txt\n".encode(), ["报告.txt"]),
        (b"\xef\xbb\xbfa.txt\n", ["a.txt"]),
        ("\ufeffa.txt\r\n报告.txt\r\n".encode("utf-16-le"), ["a.txt", "报告.txt"]),
        (b"a.txt\0b\nc.txt\0", ["a.txt", "b\nc.txt"]),
        (b"a.txt\0", ["a.txt"]),
        (b"\xff\xc4.txt\n", [os.fsdecode(b"\xff\xc4.txt")]),
        (b"-\n./-\n#a\n", ["-", "./-", "#a"]),
    ],
    ids=repr,
)
def test_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    path = tmp_path / "list"
    path.write_bytes(data)
    assert listed_paths(str(path)) == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert listed_paths("-") == expected


@pytest.mark.parametrize(
    ("name", "words"), [("none", "No such file"), (".", "Is a directory"), ("a\0b", "null byte")], ids=repr
)
def test_no_list(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=f"(?s)^--files-from {name}: cannot be read: .*{words}"):
        listed_paths(name)
