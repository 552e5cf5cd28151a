"""A journal: what a run has finished so far, so that one that was interrupted can go on.

The file is a row of frames: the length and the CRC-32 of what follows (4 bytes each, the high one first), then msgpack.
The first says under what conditions the others hold, which are each an input and its outcome. The last may be torn.
"""

from __future__ import annotations

import os
import stat
import struct
from typing import TYPE_CHECKING, NoReturn, TypeVar
from zlib import crc32

import msgspec

from govtext.corpus.conditions import Conditions
from govtext.corpus.outcome import Outcome, Stamp
from govtext.errors import UsageError
from govtext.read.source import printable
from govtext.render.write import told_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO, Self

    from govtext.corpus.walk import Input

T = TypeVar("T")

_PREFIX = struct.Struct(">II")
_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    path: bytes
    outcome: Outcome


class _Stamped(msgspec.Struct, frozen=True):
    stamp: Stamp


class _Glance(msgspec.Struct, frozen=True, array_like=True):
    """An entry without what is not needed to find it."""

    path: bytes
    outcome: _Stamped


class _Held(msgspec.Struct, frozen=True):
    stamp: Stamp
    offset: int


class Journal:
    """The journal of a run; `with` closes it, and removes it when the block ends well or nothing was finished."""

    def __init__(self, path: Path, conditions: Conditions, *, resume: bool) -> None:
        """Begin a journal in the place of an older one; with `resume` go on with that, where there is one.

        Raises UsageError where the older one does not fit, OutputError where none can be written.
        """
        self.path = path
        self._held: dict[bytes, _Held] = {}
        going_on = resume and os.path.lexists(path)
        self._file = self._reopened() if going_on else self._created()
        try:
            self._end = os.fstat(self._file.fileno()).st_size
            if going_on:
                self._read(conditions)
            else:
                self._append(conditions)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        self._file.close()
        if error is None or not self._held:
            self.path.unlink(missing_ok=True)

    def __len__(self) -> int:
        """Return how many inputs are finished."""
        return len(self._held)

    def holds(self, source: Input) -> bool:
        """Tell whether an input is finished and was not changed since."""
        held = self._held.get(os.fsencode(source.path)) if source.path else None
        return held is not None and held.stamp == Stamp.of(source.path)

    def outcome(self, source: Input) -> Outcome:
        """Return what became of an input that it holds. Raises UsageError."""
        held = self._held[os.fsencode(source.path or "")]
        self._file.seek(held.offset)
        return self._decoded(self._frame() or b"", _Entry).outcome

    def add(self, source: Input, outcome: Outcome) -> None:
        """Write what became of an input; a failure is not kept, for it may be mended. Raises OutputError."""
        if source.path is None or outcome.stamp is None:
            return
        path = os.fsencode(source.path)
        with told_of(self.path):
            offset = self._append(_Entry(path, outcome))
        self._held[path] = _Held(outcome.stamp, offset)

    def _created(self) -> BinaryIO:
        with told_of(self.path):
            self.path.unlink(missing_ok=True)
            return os.fdopen(os.open(self.path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600), "r+b")

    def _reopened(self) -> BinaryIO:
        """Open an older journal: one that nobody else could have written."""
        try:
            handle = os.open(self.path, _FLAGS)
        except OSError as error:
            self._refuse(f"cannot be opened: {error.strerror}")
        status = os.fstat(handle)
        others = hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022)
        if others or not stat.S_ISREG(status.st_mode):
            os.close(handle)
            self._refuse("another user may have written it")
        return os.fdopen(handle, "r+b")

    def _read(self, conditions: Conditions) -> None:
        """Find what is finished; what stands after the last whole frame is cut off."""
        written = self._decoded(self._frame(), Conditions)
        if written != conditions:
            self._refuse(conditions.unlike(written))
        while (offset := self._file.tell()) < self._end:
            payload = self._frame()
            if payload is None:
                break
            glance = self._decoded(payload, _Glance)
            self._held[glance.path] = _Held(glance.outcome.stamp, offset)
        self._file.truncate(offset)
        self._end = offset

    def _frame(self) -> bytes | None:
        """Return what the next frame holds; None where it is torn."""
        prefix = self._file.read(_PREFIX.size)
        length, check = _PREFIX.unpack(prefix) if len(prefix) == _PREFIX.size else (0, 0)
        if not length or length > self._end - self._file.tell():
            return None
        payload = self._file.read(length)
        if crc32(payload) != check:
            self._refuse("it is damaged")
        return payload

    def _append(self, frame: Conditions | _Entry) -> int:
        """Write a frame at the end; return where."""
        offset = self._end
        payload = msgspec.msgpack.encode(frame)
        self._file.seek(offset)
        self._file.write(_PREFIX.pack(len(payload), crc32(payload)) + payload)
        self._file.flush()
        self._end = self._file.tell()
        return offset

    def _decoded(self, payload: bytes | None, kind: type[T]) -> T:
        try:
            return msgspec.msgpack.decode(payload or b"", type=kind)
        except (msgspec.DecodeError, RecursionError, ValueError):
            self._refuse("it is damaged, or no journal of govtext")

    def _refuse(self, reason: str) -> NoReturn:
        raise UsageError(f"--resume: {printable(self.path)}: {reason}; leave --resume out to begin anew")
