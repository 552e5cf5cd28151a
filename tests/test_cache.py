"""The cache: what is kept comes back, and nothing else ever does."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from govtext import cache

DATA = "全年地区生产总值增长5.2%".encode()
NAME = "knowledge"
KEY = cache.key("made from this")

posix = pytest.mark.skipif(os.name == "nt", reason="no permissions")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "below" / "cache"
    monkeypatch.setenv("GOVTEXT_CACHE", str(found))
    return found


@pytest.fixture
def kept(folder: Path) -> Iterator[Path]:
    """The one file of a cache that holds DATA."""
    cache.write(NAME, KEY, DATA)
    (file,) = folder.iterdir()
    yield file
    for path in (folder, file):
        if path.exists():
            path.chmod(0o700)


def found(name: str, key: str) -> bytes | None:
    data = cache.read(name, key)
    return None if data is None else bytes(data)


def test_what_is_written_is_read(kept: Path) -> None:
    assert found(NAME, KEY) == DATA
    assert cache.read(NAME, cache.key("made from that")) is None
    assert cache.read("other", KEY) is None
    if os.name != "nt":
        assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def replaced(file: Path, data: bytes) -> None:
    file.unlink()
    file.write_bytes(data)
    file.chmod(0o600)


def linked(file: Path) -> None:
    file.rename(file.parent.parent / "elsewhere")
    file.symlink_to(file.parent.parent / "elsewhere")


def made_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir(mode=0o700)


def made_a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)


def renamed(file: Path) -> None:
    """Put what was made from one thing in the place of another."""
    cache.write(NAME, cache.key("made from that"), b"something else")
    (other,) = set(file.parent.iterdir()) - {file}
    other.replace(file)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: replaced(file, b""),
    "short": lambda file: replaced(file, b"\xff" * 20),
    "cut": lambda file: replaced(file, file.read_bytes()[:-1]),
    "longer": lambda file: replaced(file, file.read_bytes() + b"\0"),
    "one bit": lambda file: replaced(file, file.read_bytes()[:-1] + bytes([file.read_bytes()[-1] ^ 1])),
    "no digest": lambda file: replaced(file, DATA),
    "another's content": renamed,
    "a folder": made_a_folder,
    "a pipe": made_a_pipe,
    "a link": linked,
    "group may write": lambda file: file.chmod(0o620),
    "all may write": lambda file: file.chmod(0o602),
    "group may write the folder": lambda file: file.parent.chmod(0o720),
    "all may write the folder": lambda file: file.parent.chmod(0o1777),
}


@posix
@pytest.mark.parametrize("spoil", HOSTILE.values(), ids=HOSTILE)
def test_spoilt_file_is_not_read(kept: Path, spoil: Callable[[Path], object]) -> None:
    spoil(kept)
    assert cache.read(NAME, KEY) is None


@posix
@pytest.mark.parametrize("spoil", [spoil for name, spoil in HOSTILE.items() if "folder" not in name])
def test_spoilt_file_is_replaced(kept: Path, spoil: Callable[[Path], object]) -> None:
    spoil(kept)
    cache.write(NAME, KEY, DATA)
    assert found(NAME, KEY) == DATA
    assert kept.stat().st_mode & 0o777 == 0o600


@posix
def test_file_of_another_user_is_not_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = kept.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert cache.read(NAME, KEY) is None
    cache.write(NAME, cache.key("more"), DATA)
    assert list(kept.parent.iterdir()) == [kept]


@posix
@pytest.mark.parametrize("mode", [0o720, 0o777, 0o1777])
def test_folder_that_others_may_write_stays_empty(folder: Path, mode: int) -> None:
    folder.mkdir(parents=True)
    folder.chmod(mode)
    cache.write(NAME, KEY, DATA)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("GOVTEXT_CACHE", str(tmp_path / place))
    cache.write(NAME, KEY, DATA)
    assert cache.read(NAME, KEY) is None


def test_folder_in_place_of_the_file(kept: Path) -> None:
    made_a_folder(kept)
    cache.write(NAME, KEY, DATA)
    assert cache.read(NAME, KEY) is None
    assert list(kept.parent.iterdir()) == [kept]


def test_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.write(NAME, KEY, DATA)
    assert not list(folder.iterdir())


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder(kept: Path) -> None:
    kept.parent.chmod(0o500)
    cache.write(NAME, cache.key("more"), DATA)
    assert found(NAME, KEY) == DATA
    assert list(kept.parent.iterdir()) == [kept]


def test_keys_tell_apart() -> None:
    made = [(), ("",), ("", ""), ("ab",), ("a", "b"), ("b", "a"), (b"\xff",), ("\udcff",)]
    assert len({cache.key(*parts) for parts in made}) == len(made)


def test_another_version_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert cache.key("made from this") != KEY


def test_old_files_are_cleared(folder: Path) -> None:
    cache.write("other", KEY, DATA)
    for number in range(cache.KEPT + 3):
        cache.write(NAME, cache.key(str(number)), DATA)
        for file in folder.iterdir():  # each is a minute older than the next
            os.utime(file, (file.stat().st_mtime - 60,) * 2)
    assert len(list(folder.glob(f"{NAME}-*"))) == cache.KEPT
    assert cache.read(NAME, cache.key("0")) is None
    assert found(NAME, cache.key(str(cache.KEPT + 2))) == DATA
    assert found("other", KEY) == DATA


def test_halves_of_killed_processes_are_cleared(kept: Path) -> None:
    old, new = kept.parent / f"{NAME}-1.part", kept.parent / f"{NAME}-2.part"
    for half in (old, new):
        half.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    cache.write(NAME, KEY, DATA)
    assert sorted(kept.parent.iterdir()) == sorted([kept, new])


def test_many_writers_at_once(folder: Path) -> None:
    """Forty processes keep much under two keys; each reads what it, or another, has written whole."""
    code = """
import sys
from govtext import cache
key = cache.key(sys.argv[1])
data = sys.argv[1].encode() * 1_000_000
for _ in range(3):
    cache.write("knowledge", key, data)
    found = cache.read("knowledge", key)
    assert found == data, found and bytes(found[:9])
"""
    running = [subprocess.Popen([sys.executable, "-c", code, str(number % 2)]) for number in range(40)]
    assert [process.wait(timeout=120) for process in running] == [0] * len(running)
    assert len(list(folder.iterdir())) == 2


def test_the_cache_is_that_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOVTEXT_CACHE")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    cache.write(NAME, KEY, DATA)
    assert len(list((tmp_path / "govtext").rglob("*.cache"))) == 1


def test_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("GOVTEXT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    cache.write(NAME, KEY, DATA)
    assert cache.read(NAME, KEY) is None
