"""Open a ZIP of XML parts without trusting it: DOCX and OFD are such.

Nothing is unpacked to disk, names lead nowhere but into the archive, and what a part may unfold to is limited while it
is read: a file of 470 KB has been seen that becomes 2 GB.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from govtext.read.extracted import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

MEMBERS = 10_000
UNPACKED = 200_000_000
"""Bytes that all parts that are read may unfold to."""
RATIO = 200
"""How much larger than packed a part may be, from a megabyte on."""

_CHUNK = 65_536
_BROKEN = "is a broken {kind}: {why}; open it in an office program and save it anew"


class Archive:
    """The parts of a packed document. `kind` is what messages call it."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind
        self._left = UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.broken(str(error)) from None
        infos = self._zip.infolist()
        if len(infos) > MEMBERS:
            raise UnreadableError(f"holds {len(infos)} parts, more than {MEMBERS}: refused as a possible zip bomb")
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def walk(
        self,
        name: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ) -> None:
        """Parse a part as it is unpacked; elements come as `{namespace} name`. Raises UnreadableError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        parser.StartDoctypeDeclHandler = self._doctype
        info = self._infos.get(name)
        if info is None:
            raise self.broken(f"{name} is missing")
        if info.flag_bits & 1:
            raise UnreadableError(f"this {self.kind} is locked with a password; open it, save it without one")
        try:
            with self._zip.open(info) as stream:
                read = 0
                while chunk := stream.read(_CHUNK):
                    read += len(chunk)
                    self._left -= len(chunk)
                    if self._left < 0 or (read > 1_000_000 and read > RATIO * max(info.compress_size, 1)):
                        raise UnreadableError(f"{name} in it unfolds to too much: refused as a possible zip bomb")
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self.broken(f"{name}: {error}") from None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise self.broken(f"{name}: {error}") from None

    def broken(self, why: str) -> UnreadableError:
        """Return the error for a damaged archive."""
        return UnreadableError(_BROKEN.format(kind=self.kind, why=why.replace("{", "(").replace("}", ")")))

    def _doctype(self, *_: object) -> None:
        raise UnreadableError(f"its XML declares a DOCTYPE, as no honest {self.kind} does: refused")


def resolve(base: str, target: str) -> str:
    """Return the name of a part that another names; it cannot lead out of the archive.

    >>> resolve("Doc_0/Document.xml", "Pages/Page_0/Content.xml")
    'Doc_0/Pages/Page_0/Content.xml'
    >>> resolve("Doc_0/Document.xml", "../../../etc/passwd")
    'etc/passwd'
    """
    target = target.replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join("/", posixpath.dirname(base), target)
    return posixpath.normpath("/" + joined).lstrip("/")
