"""What a reader of one format gives back, and how it says no."""

from __future__ import annotations

import msgspec


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file, how its characters were stored, where its pages start, and what to be wary of."""

    text: str
    encoding: str
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


class UnreadableError(Exception):
    """Says what the bytes are and what to do next; `{name}` in it stands for the file."""
