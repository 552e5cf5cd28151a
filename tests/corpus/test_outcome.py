"""One input → its outcome: nothing is raised, nothing is lost on the way through a pipe."""

import os
import pickle
from pathlib import Path

import msgspec
import pytest

from govtext import Extractor, Lexicon, errors
from govtext.corpus import Input
from govtext.corpus.outcome import Failure, Outcome, Settings, Stamp, extract_input
from govtext.errors import (
    ClusterError,
    FaultError,
    GovtextError,
    LexiconError,
    OutputError,
    ReadError,
    SlowRuleError,
    UsageError,
)
from govtext.read import SourceText
from tests.conftest import SAMPLES
from tests.read import making

ERRORS = [
    ReadError("a.txt", "no such file"),
    LexiconError("own.csv", 3, "no unit named 亩地"),
    SlowRuleError("own.toml", None, "quantity/slow takes too long"),
    UsageError("no date 'x'"),
    OutputError("out.csv", "cannot be written: disk full"),
    FaultError("a.txt", "a fault"),
    ClusterError("tcp://127.0.0.1:1", "cannot be reached"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_survive(error: GovtextError) -> None:
    sent = Outcome.unpacked(Outcome(failure=Failure.of(error)).packed())
    assert sent.failure
    again = sent.failure.put_together()
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_every_error_is_in_the_table() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, GovtextError)}
    assert kinds - {GovtextError} == {type(error) for error in ERRORS}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_documents_survive(extractor: Extractor, path: Path) -> None:
    outcome = extract_input(Input(path=path), extractor=extractor, settings=Settings(text=True))
    assert outcome.document
    assert outcome.document.facts
    again = Outcome.unpacked(outcome.packed())
    assert again == outcome
    assert again.document
    assert again.document.to_json() == outcome.document.to_json() == extractor.extract_file(path).to_json()


def test_settings_count(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("全年增长5%。".encode("gbk"))
    settings = Settings(encoding="gbk", date="2022", tables=("slogans",), text=True)
    outcome = extract_input(Input(path=path), extractor=extractor, settings=settings)
    assert outcome.document
    assert (outcome.document.source.date, outcome.document.facts, outcome.text) == ("2022", (), "全年增长5%。")
    assert outcome.stamp == Stamp(path.stat().st_size, path.stat().st_mtime_ns)
    assert extract_input(Input(path=path), extractor=extractor, settings=Settings()).text == ""


def test_warnings_are_kept(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "a.ofd"
    path.write_bytes(making.ofd([["全年增长5%。"]]))
    (warning,) = extract_input(Input(path=path), extractor=extractor, settings=Settings()).warnings
    assert warning.startswith(f"{path}: OFD is read experimentally")


@pytest.mark.parametrize(
    ("raised", "expected", "for_all"),
    [
        (ReadError("a.txt", "gone"), "a.txt: gone", False),
        (SlowRuleError("r.toml", 3, "slow"), "r.toml:3: slow", False),
        (LexiconError("r.toml", 3, "wrong"), "r.toml:3: wrong", True),
        (KeyError("x"), "a.txt: a fault in govtext, please report it: KeyError: 'x' (test_outcome.py:", False),
        (MemoryError(), "a.txt: a fault in govtext, please report it: MemoryError:  (test_outcome.py:", False),
    ],
    ids=str,
)
def test_nothing_is_raised(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, raised: Exception, expected: str, for_all: bool
) -> None:
    def read(*_: object, **__: object) -> SourceText:
        raise raised

    monkeypatch.setattr(Input, "read", read)
    outcome = extract_input(Input(path=Path("a.txt")), extractor=extractor, settings=Settings())
    assert outcome.document is None
    assert outcome.failure
    assert outcome.failure.text.startswith(expected)
    assert outcome.failure.concerns_all is for_all


def test_half_a_character_is_a_failure(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    half = SourceText(path="a.pdf", text="增长5%\ud800。", encoding="pdf", sha256="")
    monkeypatch.setattr(Input, "read", lambda *_, **__: half)
    outcome = extract_input(Input(path=Path("a.pdf")), extractor=extractor, settings=Settings())
    assert outcome.failure
    assert "UnicodeEncodeError" in outcome.failure.text


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x93\x01\x02\x03", b"\x81\xa8document\x01"], ids=repr)
def test_hostile_bytes(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        Outcome.unpacked(data)


def test_only_plain_files_have_a_stamp(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (None, tmp_path, tmp_path / "pipe", tmp_path / "none", Path("a\0b")):
        assert Stamp.of(path) is None


RULE = """
finds = "slogan"
[[rules]]
name = "own"
kind = "spirit"
pattern = "望澜[新老]?速度"
examples = [{ text = "望澜新速度" }]
"""


def test_an_extractor_can_be_sent(tmp_path: Path) -> None:
    """Also one that was used, with compiled rules of one's own."""
    path = tmp_path / "own.toml"
    path.write_text(RULE, encoding="utf-8")
    used = Extractor(Lexicon.load(rules=path))
    document = used.extract_text("弘扬望澜新速度，增长5%。")
    again = pickle.loads(pickle.dumps(used))
    assert again.extract_text("弘扬望澜新速度，增长5%。") == document
    assert [slogan.rule for slogan in document.slogans] == ["slogan/own"]


def test_an_extractor_is_sent_with_its_engine() -> None:
    assert pickle.loads(pickle.dumps(Extractor(engine="rjieba"))).engine == "rjieba"
