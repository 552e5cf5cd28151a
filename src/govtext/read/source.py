"""A file or bytes → the text exactly as decoded, with what is needed to find it again."""

from __future__ import annotations

import hashlib
import os
import shlex
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from govtext.errors import ReadError
from govtext.read.encodings import UndecodableError, decode
from govtext.read.extracted import Extracted, UnreadableError
from govtext.read.kinds import tell

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
"""Control characters that plain text may hold."""


class SourceText(msgspec.Struct, frozen=True, kw_only=True):
    """A text as decoded: no newline translation, no byte order mark. `sha256` is that of the raw bytes.

    Of HTML, DOCX, PDF and OFD the text is what was extracted, and `encoding` is `docx`, `pdf`, `ofd`, or that of the
    HTML. `pages` is where in the text each page starts, and empty where there are no pages. `warnings` say what a
    careful reader should know: characters that could not be read, pages that are pictures.
    """

    path: str
    text: str
    encoding: str
    sha256: str
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def read_file(path: Path, *, encoding: str | None = None) -> SourceText:
    """Read and decode a file. Raises ReadError: missing, unreadable, a folder, empty, no text, undecodable."""
    name = printable(path)
    try:
        if path.is_dir():
            raise ReadError(name, "is a folder, not a file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(name, "no such file") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else None
        raise ReadError(name, f"cannot be read: {reason or error}") from None
    return read_bytes(data, path=name, encoding=encoding)


def read_bytes(data: bytes, *, path: str, encoding: str | None = None) -> SourceText:
    """Decode the bytes of a report; `path` is what to call it. Raises ReadError."""
    try:
        found = _extract(data, encoding)
    except UnreadableError as error:
        named = "FILE" if path == "-" else shlex.quote(path)
        raise ReadError(path, str(error).replace("{name}", named)) from None
    except LookupError:
        raise ReadError(path, f"no text encoding is named {encoding!r}; try utf-8, gb18030, big5 or utf-16") from None
    except UndecodableError as error:
        raise ReadError(path, _undecodable(error, data, encoding)) from None
    text = found.text
    if all(unicodedata.category(character)[0] in "CZ" for character in text.replace("\0", "")):
        raise ReadError(path, _BINARY if "\0" in text else "is empty: there is no text in it")
    if _is_binary(text):
        raise ReadError(path, _BINARY)
    return SourceText(
        path=path,
        text=text,
        encoding=found.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=found.pages,
        warnings=found.warnings,
    )


def _extract(data: bytes, encoding: str | None) -> Extracted:
    """Give the bytes to the reader of their kind; each is loaded when it is needed."""
    match tell(data):
        case "html":
            from govtext.read.html import read_html  # noqa: PLC0415

            return read_html(data, encoding)
        case "docx":
            from govtext.read.docx import read_docx  # noqa: PLC0415

            return read_docx(data)
        case "pdf":
            from govtext.read.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data)
        case "ofd":
            from govtext.read.ofd import read_ofd  # noqa: PLC0415

            return read_ofd(data)
        case "text":
            text, name = decode(data, encoding)
            return Extracted(text=text, encoding=name)


def printable(path: Path | str) -> str:
    r"""Return a path as valid Unicode: bytes of the name that are no UTF-8 become `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


_BINARY = "looks like a binary file, not a text; give plain text"


def _is_binary(text: str) -> bool:
    """Say whether NUL is frequent, or control characters that no text holds are very frequent."""
    sample = text[:16_384]
    strange = sum(character < " " or "\x7f" <= character < "\xa0" for character in sample)
    strange -= sum(sample.count(character) for character in LAYOUT)
    return sample.count("\0") > max(3, len(sample) / 100) or strange > len(sample) / 10


def _undecodable(error: UndecodableError, data: bytes, encoding: str | None) -> str:
    """Say where decoding broke and what to do."""
    if encoding is None and b"\0" in data:
        return _BINARY
    place = f"byte {error.offset} (counted from 0)"
    if encoding is not None:
        return f"{place} is not {error.encoding}; leave --encoding out to have the encoding detected"
    return (
        f"{place} fits no known encoding, the likeliest is {error.encoding}; name another with --encoding, "
        f"or drop what is damaged: iconv -c -f {error.encoding} -t utf-8"
    )
