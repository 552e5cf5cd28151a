"""What module `regex` makes of a pattern, as plain values that can be kept, and the pattern made of them again.

To compile the rules takes longer than to read a report with them. `regex` tells pickle how a compiled pattern is made
again: a function, and arguments that are plain values. We ask it the same way, keep the arguments and hand them to the
same function. Pickle has no part in it, and what does not look as expected is compiled from its text as ever.
"""

from __future__ import annotations

import copyreg
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
import regex

if TYPE_CHECKING:
    from collections.abc import Callable

Code = tuple[
    str,  # the pattern
    int,  # its flags
    bytes | list[int],  # the code that its matcher runs
    dict[str, int],  # its groups: name → number
    dict[int, str],  # number → name
    dict[str, None],  # its named lists: a rule has none
    list[None],
    int,  # characters that a match must hold: how far from its beginning
    tuple[int, ...],  # which
    int,  # with which flags
    int,  # number of groups
]
"""The arguments from which `regex` makes a compiled pattern."""


def compiled_with() -> str:
    """Return what codes depend on: the library, file by file, and Python. A code is for no other."""
    stats = sorted((path.name, path.stat()) for path in Path(regex.__file__).parent.iterdir() if path.is_file())
    files = " ".join(f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in stats)
    return f"{regex.__version__} {sys.implementation.cache_tag} {sys.byteorder} {files}"


def code_of(pattern: regex.Pattern[str]) -> Code | None:
    """Return the code of a compiled pattern; None where `regex` gives none, or one of another form."""
    try:
        _, arguments = _made_by(pattern)
        return cast("Code", msgspec.convert(arguments, Code))
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def pattern_of(code: Code | None, text: str, flags: int) -> regex.Pattern[str]:
    """Return the compiled pattern of a text: from its code, else from the text itself. Raises regex.error."""
    if code is not None and code[0] == text:
        try:
            make, _ = _made_by(regex.compile(""))
            return cast("regex.Pattern[str]", make(*code))
        except Exception:  # another signature, another code: whatever it is, the text is at hand
            pass
    return regex.compile(text, flags)


def _made_by(pattern: regex.Pattern[str]) -> tuple[Callable[..., object], tuple[object, ...]]:
    """Return the function and the arguments that make a pattern again, as `regex` tells pickle."""
    reduced = copyreg.dispatch_table[type(pattern)](pattern)
    return cast("tuple[Callable[..., object], tuple[object, ...]]", reduced)
