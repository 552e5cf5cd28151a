"""The encoding of a web page: its byte order mark, its bytes, then its label. A parser never sees bytes.

Labels mean what browsers take them for (WHATWG Encoding Standard, 4.2): a page that says gb2312 is read as GB18030,
else it ends at the 镕 of 朱镕基.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from govtext.read.encodings import MARKS, decode, likeliest

LABELS = {
    label: codec
    for codec, labels in {
        "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf-16 utf-16le utf-16be "
        "csunicode iso-10646-ucs-2 ucs-2 unicode",  # a label that can be read says that it is no UTF-16
        "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 cp936 ms936",
        "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
        "cp1252": "ansi_x3.4-1968 ascii cp1252 iso-8859-1 iso8859-1 latin1 us-ascii windows-1252 x-cp1252",
        "shift_jis": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
        "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
        "euc_kr": "cseuckr csksc56011987 euc-kr korean ks_c_5601-1987 windows-949",
    }.items()
    for label in labels.split()
}

_MULTIBYTE = ("gb18030", "big5", "big5hkscs")
_REPLACED = "\ufffd"
_HEAD = 4096
_LABEL = re.compile(rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BETWEEN = re.compile(rb"[<>\s]+")
"""What parts words on a page; these are second bytes of no character, in GB18030 as in Big5."""


def decode_page(data: bytes, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """Return the text of a page, the name of its encoding, and warnings where bytes had to be replaced.

    Valid UTF-8 is UTF-8, whatever the label says; then the label counts, then what the characters look like.
    """
    if encoding is not None or any(data.startswith(mark) for mark, _ in MARKS):
        return *decode(data, encoding), ()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    label = labelled(data)
    guess = likeliest(b" ".join(word for word in _BETWEEN.split(data) if not word.isascii()), _MULTIBYTE)
    for name in (label, guess):
        if name is not None and name != "cp1252":  # which decodes anything
            with suppress(UnicodeDecodeError):
                return data.decode(name), name, ()
    name = label or guess
    text = data.decode(name, errors="replace")
    return text, name, (f"{text.count(_REPLACED)} damaged characters stand as {_REPLACED}; read as {name}",)


def labelled(data: bytes) -> str | None:
    """Return the codec for the label in the head of a page, or None."""
    match = _LABEL.search(data[:_HEAD])
    if match is None:
        return None
    label = match[1].decode("ascii", "replace").lower()
    try:
        return LABELS.get(label) or codecs.lookup(label).name
    except LookupError:
        return None
