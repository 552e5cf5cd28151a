"""Tell the encoding of Chinese text: byte order mark, then strict UTF-8, then the likeliest of the others.

The likeliest is the one in which most characters are common ones or Chinese punctuation. Right from a dozen characters
on; text of little but digits and Latin letters is taken for UTF-8 where it can be, else for GB18030.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from govtext.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

PUNCTUATION = frozenset("，。、；：？！（）《》〈〉“”‘’【】〔〕「」『』—…·　％～")

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: FF FE 00 00 begins with FF FE
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

CANDIDATES = ("gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
"""In order of preference: the first of equals is taken."""

SUPERSETS = {
    **dict.fromkeys(("gb2312", "gbk", "cp936", "ms936"), "gb18030"),
    **dict.fromkeys(("utf16", "ucs2", "ucs-2"), "utf-16"),
}
"""Names that people say, and what files so named hold: 镕 is in GBK, not in GB 2312."""

SAMPLE = 16_384
"""Bytes that are weighed; the whole must decode all the same."""


_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class UndecodableError(Exception):
    """No character fits: `encoding` was the best guess or the order, `offset` the byte where it broke."""

    def __init__(self, encoding: str, offset: int) -> None:
        super().__init__(f"{encoding}: byte {offset}")
        self.encoding = encoding
        self.offset = offset


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    r"""Return the text without its byte order mark, and the name of its encoding.

    Line ends stay as they are. Raises UndecodableError; LookupError for a name that is no text encoding.

    >>> decode("增长5.2%。\r\n".encode("gb18030"))
    ('增长5.2%。\r\n', 'gb18030')
    """
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if encoding is not None:
        return _strictly(data, _resolve(encoding, marked))
    if marked is not None:
        return _strictly(data, marked)
    if not _CONTROLS.search(data, 0, SAMPLE):  # UTF-16 has them: NUL at each digit, 0x01 in 、
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _strictly(data, likeliest(data))


def likeliest(data: bytes, candidates: Sequence[str] = CANDIDATES) -> str:
    """Return the encoding, UTF-8 or a candidate, in which the beginning of `data` looks most like Chinese."""
    scores = {name: _score(data, name) for name in candidates if len(data) % 2 == 0 or not name.startswith("utf-16")}
    best = max(scores, key=lambda name: scores[name])
    return "utf-8" if _score(data, "utf-8") >= scores[best] else best


def _strictly(data: bytes, name: str) -> tuple[str, str]:
    """Decode every byte or raise UndecodableError."""
    try:
        text = data.decode(name).removeprefix("\ufeff")
        text.encode("utf-8")  # a few codecs (unicode-escape) can make lone surrogates
    except UnicodeDecodeError as error:
        raise UndecodableError(name, error.start) from None
    except UnicodeError:
        raise UndecodableError(name, 0) from None
    return text, name


def _resolve(encoding: str, marked: str | None) -> str:
    """Return the codec for a name that a person typed. Raises LookupError."""
    plain = encoding.strip().lower().replace("_", "-")
    name = codecs.lookup(SUPERSETS.get(plain, plain)).name
    with suppress(UnicodeError):
        b"a".decode(name)  # `hex` and `zlib` are codecs, but not of text: LookupError
    if marked and marked.removesuffix("-sig").startswith(name[:6]):
        return marked
    return name


def _score(data: bytes, name: str) -> float:
    """Return how much the sample looks like Chinese in an encoding: 1 all common characters, below 0 garbage."""
    strict = name != "utf-8"  # damaged UTF-8 must win over the GB18030 that it happens to form
    decoder = codecs.getincrementaldecoder(name)("strict" if strict else "replace")
    sample = data[:SAMPLE]
    try:
        text = decoder.decode(sample, final=len(sample) == len(data))
    except UnicodeDecodeError:
        return -1.0
    return sum(_weight(character) * count for character, count in Counter(text).items()) / max(len(text), 1)


@cache
def _common() -> frozenset[str]:
    """Return the commonest characters, simplified and traditional."""
    lines = shipped("dicts").joinpath("common-characters.txt").read_text(encoding="utf-8").splitlines()
    return PUNCTUATION.union(*(line.strip() for line in lines if not line.startswith("#")))


def _weight(character: str) -> float:
    """Return 1 for a common character, 0 for a rare one, less for what no text holds."""
    if character in _common():
        return 1.0
    if character.isascii():
        return 0.5 if character.isprintable() or character in "\t\n\r\f" else -1.0
    return -1.0 if character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs") else 0.0
