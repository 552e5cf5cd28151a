"""Write a file in one step: a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from govtext.errors import OutputError
from govtext.read.source import printable

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    r"""Open a file for text; it takes the place of `path` when the block ends well.

    Line ends are written as given. Whatever is raised in the block, the old file stays untouched and nothing new is
    left. A device or a pipe is written to directly. Raises OutputError.
    """
    target = _target(path)
    if target.exists() and not target.is_file():
        with told_of(path), target.open("w", encoding=encoding, newline="") as stream:
            yield stream
        return
    with replaced(path) as temporary, temporary.open("x", encoding=encoding, newline="") as stream:
        yield stream


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a path where nothing is yet; the file that the block writes there takes the place of `path`.

    For libraries that open files themselves. As `replacing`; what was written for a device or a pipe is copied to it.
    """
    target = _target(path)
    with told_of(path):
        if target.exists() and not target.is_file():
            with tempfile.TemporaryDirectory(prefix="govtext-") as folder:
                temporary = Path(folder, "output")
                yield temporary
                with temporary.open("rb") as finished, target.open("wb") as device:
                    shutil.copyfileobj(finished, device)
            return
        temporary = target.with_name(f".govtext-{secrets.token_hex(6)}.tmp")
        try:
            yield temporary
            _sync(temporary)
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def _target(path: Path) -> Path:
    """Return the file itself where the path is a link; a device or a pipe (/dev/stdout) by its own name."""
    return path if path.exists() and not path.is_file() else Path(os.path.realpath(path))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Say what cannot be written, and why: raises OutputError for an OSError of the block."""
    try:
        yield
    except OSError as error:
        raise OutputError(printable(path), f"cannot be written: {error.strerror or error}") from error
