"""Folding for matching: full-width → half-width, Traditional → simplified; one character for one, so offsets hold."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FULL_WIDTH = "０１２３４５６７８９％．－＋＆／"
_HALF_WIDTH = "0123456789%.-+&/"

WIDTH = str.maketrans(
    {
        **dict(zip(_FULL_WIDTH, _HALF_WIDTH, strict=True)),
        **{chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
        "○": "〇",
        "◯": "〇",
        "﹪": "%",
        "〜": "～",
        "﹣": "-",
    }
)
"""Digits, letters and number signs only: Chinese punctuation, ①, ㎡ and Ⅲ stay as they are."""

_WIDE = re.compile(f"[{re.escape(''.join(map(chr, WIDTH)))}]+")
"""Few characters of a text are to be folded, and translating them all would take ten times as long."""

_TELLTALE = 50
"""How many characters of a text must be Traditional, per thousand, before it is taken for Traditional."""


def fold_width(text: str) -> str:
    """Return the text with full-width digits, letters and signs made half-width: １２．５％ → 12.5%."""
    return _WIDE.sub(lambda run: run[0].translate(WIDTH), text)


def is_traditional(text: str, table: Mapping[str, str]) -> bool:
    """Tell whether a text is written in Traditional characters: 個, 國, 發 …"""
    probe = text[: min(len(text), 20_000) : 1 + len(text) // 5_000]
    if not probe:
        return False
    found = sum(count for char, count in Counter(probe).items() if char in table)
    return found * 1000 >= _TELLTALE * len(probe)


def fold(text: str, traditional: Mapping[str, str]) -> str:
    """Return the text as rules see it: same length, half-width, and simplified where it was Traditional."""
    folded = fold_width(text)
    return simplify(folded, traditional) if is_traditional(text, traditional) else folded


def simplify(text: str, traditional: Mapping[str, str]) -> str:
    """Return a text in simplified characters, as long as it was: by words with opencc (extra `tw`), else by the table.

    A word decides what a character alone leaves open: 乾坤 stays, 乾淨 becomes 干净. A paragraph whose length opencc
    would change is converted by the table.
    """
    by_words = _by_words()
    table = str.maketrans({**traditional})
    if by_words is None:
        return text.translate(table)
    paragraphs = ((paragraph, by_words(paragraph)) for paragraph in text.splitlines(keepends=True))
    return "".join(new if len(new) == len(old) else old.translate(table) for old, new in paragraphs)


@cache
def _by_words() -> Callable[[str], str] | None:
    """Return opencc's conversion from Traditional to simplified, or None where it is not installed."""
    try:
        from opencc import OpenCC  # noqa: PLC0415
    except ImportError:
        return None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
