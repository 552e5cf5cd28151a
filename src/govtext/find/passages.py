"""The clauses of a text that hold a numeral, one after another: where quantities and times are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regex import Match

    from govtext.lexicon import Lexicon, Rule

_NUMERAL = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟半番首几幾数]")
_BEGIN = re.compile(r"(?:(?<!\d)[，,]|[，,](?!\d)|[。；！？\n])")


class Found(NamedTuple):
    """A match of a rule and how many characters before its place in the text it was found."""

    start: int
    end: int
    rule: Rule
    match: Match[str]
    shift: int


class Passages:
    """The clauses of a folded text that hold a numeral, each on a line.

    A clause ends at ，。；！？ and at a line break, not inside 3，000.
    """

    def __init__(self, text: str) -> None:
        self.whole = text
        clauses = list(_clauses_with_numeral(text))
        self._lines = list(accumulate((end - start + 1 for start, end in clauses), initial=0))
        self._shifts = [start - line for (start, _), line in zip(clauses, self._lines, strict=False)]
        self.text = "\n".join(text[start:end] for start, end in clauses)

    def find(self, lexicon: Lexicon, finds: str) -> Iterator[Found]:
        """Yield what the rules that make one thing match, rule after rule; offsets into the whole text.

        A rule that may match without a numeral, and a user's own, is searched in the whole text.
        """
        for rule in lexicon.rules_for(finds):
            if rule.anywhere:
                for match in rule.finditer(self.whole):
                    yield Found(match.start(), match.end(), rule, match, 0)
                continue
            for match in rule.finditer(self.text):
                start, end = match.span()
                shift = self._shifts[bisect_right(self._lines, start) - 1]
                yield Found(start + shift, end + shift, rule, match, shift)


def _clauses_with_numeral(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the clauses that hold a numeral, each with the mark that ends it."""
    position = 0
    numeral = _NUMERAL.search(text)
    while numeral:
        for edge in _BEGIN.finditer(text, position):
            if edge.start() > numeral.start():
                yield position, edge.end()
                position = edge.end()
                break
            position = edge.end()
        else:
            yield position, len(text)
            return
        numeral = _NUMERAL.search(text, position)
