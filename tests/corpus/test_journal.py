"""The journal keeps what is finished, and trusts nothing that it did not write itself."""

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

import msgspec
import pytest

from govtext import Lexicon
from govtext.corpus import Input
from govtext.corpus.conditions import Conditions, digest
from govtext.corpus.journal import Journal
from govtext.corpus.outcome import Failure, Outcome, Settings, Stamp
from govtext.errors import OutputError, ReadError, UsageError
from govtext.model import Document, Source

CONDITIONS = Conditions(lexicon="abc", settings=Settings())


@pytest.fixture
def inputs(tmp_path: Path) -> list[Input]:
    paths = [tmp_path / name for name in ("a.txt", "乙.txt", os.fsdecode(b"\xff.txt"))]
    for path in paths:
        path.write_text("全年增长5%。", encoding="utf-8")
    return [Input(path=path) for path in paths]


def outcome(source: Input, title: str = "报告") -> Outcome:
    about = Source(path=source.name, encoding="utf-8", characters=7, sha256="0", title=title)
    return Outcome(document=Document(source=about), warnings=("careful",), stamp=Stamp.of(source.path))


def begin(folder: Path, *, resume: bool = False, conditions: Conditions = CONDITIONS) -> Journal:
    return Journal(folder / ".journal", conditions, resume=resume)


@contextmanager
def broken(folder: Path, *, resume: bool = False) -> Iterator[Journal]:
    """Give the journal of a run that is interrupted at the end of the block."""
    with suppress(KeyboardInterrupt), begin(folder, resume=resume) as journal:
        yield journal
        raise KeyboardInterrupt


def broken_off(folder: Path, inputs: list[Input], count: int = 2) -> Path:
    """Leave the journal of a run that ended after some inputs."""
    with broken(folder) as journal:
        for source in inputs[:count]:
            journal.add(source, outcome(source))
    return folder / ".journal"


def held(folder: Path, inputs: list[Input]) -> list[bool]:
    with broken(folder, resume=True) as journal:
        found = [journal.holds(source) for source in inputs]
        for source, there in zip(inputs, found, strict=True):
            assert not there or journal.outcome(source) == outcome(source)
        assert len(journal) == sum(found)
    return found


def test_what_is_finished_is_there_again(tmp_path: Path, inputs: list[Input]) -> None:
    path = broken_off(tmp_path, inputs)
    assert path.stat().st_mode & 0o777 == 0o600
    assert held(tmp_path, inputs) == [True, True, False]
    with broken(tmp_path, resume=True) as journal:
        journal.add(inputs[2], outcome(inputs[2]))
        assert journal.outcome(inputs[0]) == outcome(inputs[0])
        assert journal.outcome(inputs[2]) == outcome(inputs[2])
    assert held(tmp_path, inputs) == [True, True, True]


def test_it_goes_when_the_run_ends_well_or_has_nothing(tmp_path: Path, inputs: list[Input]) -> None:
    path = broken_off(tmp_path, inputs, 0)
    assert not path.exists()
    broken_off(tmp_path, inputs)
    with begin(tmp_path, resume=True):
        assert path.exists()
    assert not path.exists()


def test_without_resume_it_begins_anew(tmp_path: Path, inputs: list[Input]) -> None:
    broken_off(tmp_path, inputs)
    with begin(tmp_path) as journal:
        assert len(journal) == 0
        assert not journal.holds(inputs[0])


def test_nothing_to_resume(tmp_path: Path, inputs: list[Input]) -> None:
    with begin(tmp_path, resume=True) as journal:
        assert not journal.holds(inputs[0])


def test_what_was_changed_or_failed_is_read_anew(tmp_path: Path, inputs: list[Input]) -> None:
    broken_off(tmp_path, inputs)
    (tmp_path / "a.txt").write_text("全年增长6%，很好。", encoding="utf-8")
    with broken(tmp_path, resume=True) as journal:
        assert [journal.holds(source) for source in inputs] == [False, True, False]
        journal.add(inputs[0], outcome(inputs[0], "new"))
        journal.add(inputs[2], Outcome(failure=Failure.of(ReadError("x", "gone"))))
        journal.add(Input(), outcome(inputs[0]))
    with begin(tmp_path, resume=True) as journal:
        assert [journal.holds(source) for source in inputs] == [True, True, False]
        assert journal.outcome(inputs[0]) == outcome(inputs[0], "new")


@pytest.mark.parametrize("change", [lambda path: os.utime(path, ns=(0, 1)), Path.unlink], ids=["touched", "gone"])
def test_a_file_of_another_time_is_read_anew(
    tmp_path: Path, inputs: list[Input], change: Callable[[Path], None]
) -> None:
    broken_off(tmp_path, inputs)
    change(tmp_path / "乙.txt")
    with begin(tmp_path, resume=True) as journal:
        assert [journal.holds(source) for source in inputs] == [True, False, False]


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        (Conditions(lexicon="abc", settings=Settings(), govtext="0.0.1"), "it is of govtext 0.1.0, this is 0.0.1"),
        (Conditions(lexicon="abd", settings=Settings()), "it is of a run with other dictionaries or rules"),
        (Conditions(lexicon="abc", settings=Settings(date="2022")), "it is of a run with other options"),
        (Conditions(lexicon="abc", settings=Settings(text=True)), "it is of a run with other options"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_conditions(tmp_path: Path, inputs: list[Input], conditions: Conditions, words: str) -> None:
    path = broken_off(tmp_path, inputs)
    with pytest.raises(UsageError) as raised:
        begin(tmp_path, resume=True, conditions=conditions)
    assert str(raised.value) == f"--resume: {path}: {words}; leave --resume out to begin anew"
    assert held(tmp_path, inputs) == [True, True, False]


def frame(payload: bytes, check: int | None = None) -> bytes:
    return struct.pack(">II", len(payload), crc32(payload) if check is None else check) + payload


HEAD = frame(msgspec.msgpack.encode(CONDITIONS))
DEEP = b"\x91" * 100_000 + b"\xc0"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty", b""),
        ("a text", "全年增长5%。".encode()),
        ("a head that is torn", HEAD[:-1]),
        ("no head", frame(msgspec.msgpack.encode([b"a", {"stamp": {"size": 1, "changed": 1}}]))),
        ("a pickle", frame(b"\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x04true\x85R.")),
        ("a wrong check", HEAD + frame(msgspec.msgpack.encode([b"a", {"stamp": None}]), check=7)),
        ("an entry without a stamp", HEAD + frame(msgspec.msgpack.encode([b"a", {"stamp": None}]))),
        ("a path that is a number", HEAD + frame(msgspec.msgpack.encode([1, {"stamp": {"size": 1, "changed": 1}}]))),
        ("two values in a frame", HEAD + frame(msgspec.msgpack.encode(1) * 2)),
        ("very deep", HEAD + frame(DEEP)),
        ("very deep, in a field nobody knows", HEAD + frame(b"\x92\xc4\x01a\x81\xa1x" + DEEP)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_journals(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / ".journal"
    path.write_bytes(data)
    path.chmod(0o600)
    with pytest.raises(UsageError, match=r"^--resume: .*/.journal: it is .*; leave --resume out to begin anew$"):
        begin(tmp_path, resume=True)
    assert path.read_bytes() == data, name


def test_an_entry_that_is_no_outcome(tmp_path: Path, inputs: list[Input]) -> None:
    """It comes out when it is needed, before anything is written."""
    stamp = Stamp.of(inputs[0].path)
    entry = msgspec.msgpack.encode([os.fsencode(str(inputs[0].path)), {"stamp": stamp, "document": {"source": 1}}])
    path = tmp_path / ".journal"
    path.write_bytes(HEAD + frame(entry))
    path.chmod(0o600)
    with broken(tmp_path, resume=True) as journal:
        assert journal.holds(inputs[0])
        with pytest.raises(UsageError, match="damaged"):
            journal.outcome(inputs[0])


@pytest.mark.parametrize("cut", [1, 7, 8, 9, 50])
def test_a_torn_end_is_cut_off(tmp_path: Path, inputs: list[Input], cut: int) -> None:
    path = broken_off(tmp_path, inputs)
    path.write_bytes(path.read_bytes()[:-cut])
    assert held(tmp_path, inputs) == [True, False, False]
    with broken(tmp_path, resume=True) as journal:
        journal.add(inputs[2], outcome(inputs[2]))
    assert held(tmp_path, inputs) == [True, False, True]


def test_an_end_of_zeros_is_cut_off(tmp_path: Path, inputs: list[Input]) -> None:
    """What some file systems leave after a power failure."""
    path = broken_off(tmp_path, inputs)
    path.write_bytes(path.read_bytes() + bytes(100))
    assert held(tmp_path, inputs) == [True, True, False]


def test_every_flipped_bit_is_seen(tmp_path: Path, inputs: list[Input]) -> None:
    path = broken_off(tmp_path, inputs)
    data = path.read_bytes()
    for position in range(len(HEAD) + 8, len(data), 17):
        path.write_bytes(data[:position] + bytes([data[position] ^ 4]) + data[position + 1 :])
        with suppress(UsageError):  # or what is damaged is taken for torn
            assert sum(held(tmp_path, inputs)) < 2


def writable_for_others(path: Path) -> None:
    path.chmod(0o622)


def linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (writable_for_others, "another user may have written it"),
        (linked, "cannot be opened: Too many levels of symbolic links"),
        (a_pipe, "another user may have written it"),
        (a_folder, "cannot be opened: Is a directory"),
    ],
)
def test_what_others_may_have_written(
    tmp_path: Path, inputs: list[Input], change: Callable[[Path], None], words: str
) -> None:
    change(broken_off(tmp_path, inputs))
    with pytest.raises(UsageError, match=words):
        begin(tmp_path, resume=True)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_a_foreign_journal(tmp_path: Path, inputs: list[Input]) -> None:
    os.chown(broken_off(tmp_path, inputs), 12345, -1)
    with pytest.raises(UsageError, match="another user may have written it"):
        begin(tmp_path, resume=True)


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("keep", encoding="utf-8")
    (tmp_path / ".journal").symlink_to("precious")
    with begin(tmp_path):
        pass
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize(("place", "words"), [("none/.journal", "No such file"), ("folder", "Is a directory")])
def test_none_can_be_written(tmp_path: Path, place: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=f"cannot be written: {words}"):
        Journal(tmp_path / place, CONDITIONS, resume=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_disk(tmp_path: Path, inputs: list[Input], monkeypatch: pytest.MonkeyPatch) -> None:
    with begin(tmp_path) as journal, Path("/dev/full").open("r+b", buffering=0) as full:
        journal._file.close()
        monkeypatch.setattr(journal, "_file", full)
        with pytest.raises(OutputError, match="cannot be written: No space left on device"):
            journal.add(inputs[0], outcome(inputs[0]))


def test_digest_is_of_what_is_in_force(tmp_path: Path, lexicon: Lexicon) -> None:
    def own(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return digest(Lexicon.load(path))

    table = "canonical,kind\n望澜速度,spirit\n"
    changed = [
        digest(lexicon),
        own("a.csv", table),
        own("b.csv", table.replace("spirit", "formula")),
        own("words.txt", "望澜要素\n"),
        own("off.txt", "-发展\n"),
        own("units.csv", "unit,kind\n望澜亩,measure\n"),
    ]
    assert len(set(changed)) == len(changed)
    assert own("c.csv", f"{table}# a comment\n") == own("a.csv", table)
    assert digest(Lexicon.load()) == digest(lexicon)
