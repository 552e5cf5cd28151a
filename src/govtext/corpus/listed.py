"""A file that lists paths, for more of them than a command line holds."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path

from govtext.corpus.walk import STANDARD_INPUT
from govtext.errors import UsageError


def listed_paths(listing: str) -> list[str]:
    r"""Return the paths that a file lists: a path a line, or each ended by NUL (`find -print0`); `-` is standard input.

    A name is taken byte for byte, blanks too; empty lines are skipped. With NUL, a name may hold line ends.
    Raises UsageError where the file cannot be read.
    """
    try:
        data = sys.stdin.buffer.read() if listing == STANDARD_INPUT else Path(listing).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"--files-from {listing}: cannot be read: {reason}") from None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # what PowerShell writes
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    names = data.split(b"\0") if b"\0" in data else data.replace(b"\r\n", b"\n").split(b"\n")
    return [os.fsdecode(name) for name in names if name]
