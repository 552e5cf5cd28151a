"""One input → what became of it: its document, or why there is none. A plain function that every engine calls."""

from __future__ import annotations

import stat
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Protocol

import msgspec

import govtext.errors
from govtext.errors import FaultError, GovtextError, ReadError, SlowRuleError
from govtext.model import Document
from govtext.pipeline import TABLES
from govtext.segment import Engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from govtext.corpus.walk import Input
    from govtext.pipeline import Extractor
    from govtext.read import SourceText

    Task: TypeAlias = Callable[[Input], "Outcome"]

OF_ONE_INPUT = (ReadError.__name__, SlowRuleError.__name__, FaultError.__name__)
"""Errors after which the other inputs go on."""


class Report(Protocol):
    """What can be read, wherever it lies: an input is one."""

    @property
    def name(self) -> str:
        """What messages and results call it."""

    @property
    def path(self) -> Path | None:
        """The file that it is, where it is one."""

    def read(self, *, encoding: str | None = None) -> SourceText:
        """Read and decode it. Raises ReadError."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of every input: all that changes its outcome, beside the dictionaries and rules.

    `encoding` and `date` are None where they are to be found out. `text` asks for the source text, too: sending it from
    process to process costs as much as the document itself, so only the writers that show it ask. The `engine` is that
    of the extractor.
    """

    encoding: str | None = None
    date: str | None = None
    tables: tuple[str, ...] = TABLES
    text: bool = False
    engine: Engine = "jieba"


class Failure(msgspec.Struct, frozen=True):
    """An error of govtext as plain values, to be sent between processes: its class, its text, its attributes."""

    error: str
    text: str
    about: dict[str, str | int | None]

    @classmethod
    def of(cls, error: GovtextError) -> Failure:
        """Take an error apart."""
        return cls(type(error).__name__, str(error), dict(vars(error)))

    def put_together(self) -> GovtextError:
        """Return the error as it was raised: same class, same text."""
        kind: type[GovtextError] = getattr(govtext.errors, self.error)
        error = kind.__new__(kind, self.text)
        vars(error).update(self.about)
        return error

    @property
    def concerns_all(self) -> bool:
        """Tell whether it is no matter of one input: a wrong rule, a date that is none."""
        return self.error not in OF_ONE_INPUT


class Stamp(msgspec.Struct, frozen=True):
    """What tells whether a file was changed: its size in bytes, the time of its last change in nanoseconds."""

    size: int
    changed: int

    @classmethod
    def of(cls, path: Path | None) -> Stamp | None:
        """Return that of a file; None for what is no plain file or not there."""
        try:
            status = path.stat() if path is not None else None
        except (OSError, ValueError):  # ValueError: a NUL in the name
            return None
        if status is None or not stat.S_ISREG(status.st_mode):
            return None
        return cls(status.st_size, status.st_mtime_ns)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an input: a document or a failure, never both, and what a careful reader should know of it.

    `stamp` is that of the file before it was read; `text` is empty unless the settings ask for it.
    """

    document: Document | None = None
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    text: str = ""
    stamp: Stamp | None = None

    def packed(self) -> bytes:
        """Return it as msgpack, to be sent to another process."""
        return _ENCODER.encode(self)

    @staticmethod
    def unpacked(data: bytes) -> Outcome:
        """Return what `packed` gave. Raises msgspec.DecodeError for anything else."""
        return _DECODER.decode(data)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Outcome)


def extract_input(source: Report, *, extractor: Extractor, settings: Settings) -> Outcome:
    """Read one input and extract what is in it. Nothing is raised: what is wrong is in the outcome."""
    stamp = Stamp.of(source.path)
    warnings: tuple[str, ...] = ()
    try:
        text = source.read(encoding=settings.encoding)
        text.text.encode()  # half a character, which a PDF may claim, can neither be sent nor written
        warnings = tuple(f"{text.path}: {warning}" for warning in text.warnings)
        document = extractor.extract(text, date=settings.date, tables=settings.tables)
    except GovtextError as error:
        return Outcome(failure=Failure.of(error), warnings=warnings)
    except Exception as error:  # at one report; it must not take the others with it
        return Outcome(failure=Failure.of(fault(source, error)), warnings=warnings)
    return Outcome(document=document, warnings=warnings, text=text.text if settings.text else "", stamp=stamp)


def fault(source: Report, error: Exception) -> FaultError:
    """Say where govtext broke down, so that it can be mended."""
    place = extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return FaultError(source.name, f"a fault in govtext, please report it: {type(error).__name__}: {error} ({where})")
