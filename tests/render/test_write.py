"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from govtext.errors import OutputError
from govtext.render.write import replacing


def test_replaces(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    with replacing(path) as stream:
        stream.write("新\r\n")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_bytes() == "新\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [left.name for left in tmp_path.iterdir()] == ["out.csv"]


def write_half(path: Path, error: type[BaseException]) -> None:
    with replacing(path) as stream:
        stream.write("half")
        raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_failure_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(error):
        write_half(path, error)
    assert path.read_text(encoding="utf-8") == "old"
    assert [left.name for left in tmp_path.iterdir()] == ["out.csv"]


def test_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with (
        pytest.raises(OutputError, match=r"out\.csv: cannot be written: No space left on device"),
        replacing(path) as stream,
    ):
        stream.write("half")
    assert path.read_text(encoding="utf-8") == "old"
    assert [left.name for left in tmp_path.iterdir()] == ["out.csv"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file or directory"), replacing(tmp_path / "none" / "out.csv"):
        pass


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real.csv")
    with replacing(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_devices_are_written_to_not_replaced() -> None:
    with pytest.raises(OutputError), replacing(Path("/dev/full")) as stream:
        stream.write("x")
    assert Path("/dev/full").is_char_device()
