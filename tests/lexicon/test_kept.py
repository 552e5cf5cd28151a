"""The lexicon out of the cache is the lexicon that was read, and never an older one."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from govtext import Lexicon, LexiconError, cache
from govtext.lexicon import load, sources
from govtext.lexicon.compiled import compiled_with
from govtext.resources import shipped
from tests.conftest import SAMPLES

WORDS = "望澜乙词 5 n\n-增长\n"
SLOGANS = "canonical,kind,aliases,off\n望澜速度,spirit,望澜快|望澜,\n一带一路,spirit,,yes\n望澜速度,vision,,\n"
UNITS = "unit,kind,aliases\n望,count,澜\n"
RULES = """finds = "quantity"
off = ["quantity/percent"]
[[rules]]
name = "own"
pattern = '''(?P<number>{digit}+)件套'''
examples = [{ text = "一套3件套" }]
[parts]
digit = "[0-9]"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVTEXT_CACHE", str(tmp_path / "cache"))
    found = tmp_path / "own"
    found.mkdir()
    for name, text in (("w.txt", WORDS), ("s.csv", SLOGANS), ("u.csv", UNITS), ("r.toml", RULES)):
        (found / name).write_text(text, encoding="utf-8")
    return found


def kept(folder: Path) -> Path:
    (file,) = (folder.parent / "cache").glob("lexicon-*")
    return file


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be read but the cache."""

    def read(_: object) -> Lexicon:
        raise AssertionError("read again")

    monkeypatch.setattr(load, "_read", read)


def test_kept_lexicon_is_the_one_that_was_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Lexicon.load(folder)
    monkeypatch.setattr(load, "_read", None)
    second = Lexicon.load(folder)
    assert second is not first
    for name in Lexicon.__struct_fields__:
        if name != "rules":
            assert getattr(second, name) == getattr(first, name), name
    assert list(map(msgspec.structs.asdict, second.rules)) == list(map(msgspec.structs.asdict, first.rules))
    assert [replaced.new for replaced in second.replaced if replaced.old.path.startswith(str(folder))]
    assert second.units["澜"] is second.units["望"]
    assert second.units == first.units
    assert second.off == first.off != ()


@pytest.mark.parametrize(
    ("name", "tables"), [("w.txt", ["words"]), ("s.csv", ["slogans"]), ("u.csv", ["measures"]), ("r.toml", [])]
)
def test_changed_file_counts_at_once(folder: Path, name: str, tables: list[str]) -> None:
    """Though it is as long as before, and no younger."""
    path = folder / name
    before, times = Lexicon.load(folder), path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("望", "沧").replace("件套", "盘棋"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert path.stat().st_size == times.st_size
    after = Lexicon.load(folder)
    known = ("words", "slogans", "measures")
    assert [table for table in known if getattr(before, table) != getattr(after, table)] == tables
    patterns = [[rule.pattern for rule in lexicon.rules] for lexicon in (before, after)]
    assert (patterns[0] != patterns[1]) == (name in ("r.toml", "u.csv"))  # units are parts of rules
    path.write_text(text, encoding="utf-8")
    assert Lexicon.load(folder).words == before.words


def test_added_and_removed_files_count_at_once(folder: Path) -> None:
    before = Lexicon.load(folder)
    (folder / "x.txt").write_text("望澜丙词\n", encoding="utf-8")
    assert len(Lexicon.load(folder).words) == len(before.words) + 1
    (folder / "x.txt").unlink()
    assert len(Lexicon.load(folder).words) == len(before.words)


def test_order_of_files_counts(folder: Path) -> None:
    (folder / "t.csv").write_text("canonical,kind\n望澜速度,thought\n", encoding="utf-8")
    places = [folder / "s.csv", folder / "t.csv"]
    kinds = [
        next(entry.kind for entry in Lexicon.load(order).slogans if entry.canonical == "望澜速度")
        for order in (places, places[::-1], places)
    ]
    assert kinds == ["thought", "vision", "thought"]


@pytest.mark.parametrize("data", [b"\xc1", b"\x80", msgspec.msgpack.encode({"words": 5})], ids=repr)
def test_cache_of_another_shape_is_made_anew(folder: Path, data: bytes) -> None:
    before = Lexicon.load(folder)
    key = kept(folder).stem.removeprefix("lexicon-")
    cache.write("lexicon", key, data)
    assert Lexicon.load(folder).words == before.words
    assert bytes(cache.read("lexicon", key) or data) != data


@pytest.mark.parametrize("spoil", ["damaged", "others may write", "a folder"])
def test_cache_that_is_not_to_be_trusted_is_not_read(folder: Path, spoil: str) -> None:
    before = Lexicon.load(folder)
    file = kept(folder)
    if spoil == "damaged":
        file.write_bytes(file.read_bytes()[:-1])
    elif spoil == "a folder":
        file.unlink()
        file.mkdir()
    else:
        file.chmod(0o622)
    assert Lexicon.load(folder).words == before.words


@pytest.mark.usefixtures("unread")
def test_other_library_reads_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "compiled_with", lambda: compiled_with() + " of another make")
    with pytest.raises(AssertionError, match="read again"):
        Lexicon.load(folder)


def test_what_changes_while_it_is_read_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = load._read

    def slowly(found: sources.Sources) -> Lexicon:
        lexicon = read(found)
        (folder / "w.txt").write_text("沧澜丙词\n", encoding="utf-8")
        return lexicon

    monkeypatch.setattr(load, "_read", slowly)
    Lexicon.load(folder)
    assert not (folder.parent / "cache").exists()


def test_wrong_dictionary_is_told_every_time(folder: Path) -> None:
    (folder / "w.txt").write_text("双减\n望澜 0 n\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(LexiconError, match="1 or more") as error:
            Lexicon.load(folder)
        assert error.value.line == 2
    assert not (folder.parent / "cache").exists()


def test_files_that_cannot_be_read_have_no_key(tmp_path: Path) -> None:
    assert sources.Sources(shipped("dicts"), [tmp_path / "none.csv"], []).key() is None


def test_twenty_processes_at_once(tmp_path: Path) -> None:
    """With an empty cache all say the same, and leave what one leaves."""
    environment = {**os.environ, "GOVTEXT_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "govtext", "extract", str(SAMPLES[0]), "--json"]
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _ in range(20)]
    said = {process.communicate(timeout=240)[0] for process in running}
    assert len(said) == 1
    assert all(process.returncode == 0 for process in running)
    names = sorted(path.name.partition("-")[0] for path in (tmp_path / "cache").iterdir())
    assert len(names) == len(set(names))
    assert "lexicon" in names
