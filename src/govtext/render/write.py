"""Write a file in one step: a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import secrets
import shutil
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
    target = Path(os.path.realpath(path))  # through a link to the file itself
    try:
        if target.exists() and not target.is_file():
            with target.open("w", encoding=encoding, newline="") as stream:
                yield stream
            return
        temporary = target.with_name(f".govtext-{secrets.token_hex(6)}.tmp")
        try:
            with temporary.open("x", encoding=encoding, newline="") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(printable(path), f"cannot be written: {error.strerror or error}") from error
