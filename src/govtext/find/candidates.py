"""Which numbers measure something: no articles, ordinals, idioms or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.find.fact_words import fact_words

if TYPE_CHECKING:
    from govtext.find.clauses import ClauseReader
    from govtext.find.quantities import Quantity
    from govtext.lexicon import Lexicon
    from govtext.segment import Sentence


_DIGITS = frozenset("〇零一二三四五六七八九十百千万亿")
_LEAST_CLASS = 100
"""A 级 of at least this number is a class (百亿级), not a degree (8级)."""


class Candidates:
    """Tells the quantities of a text that measure something from those that only look like it."""

    def __init__(self, text: str, lexicon: Lexicon, clauses: ClauseReader) -> None:
        self._text = text
        self._clauses = clauses
        self._idioms = fact_words(lexicon).idioms
        self._named_in_quotes = lexicon.shape("clause/named-in-quotes")
        self._rhetorical = lexicon.shape("clause/rhetorical")
        self._points_at_time = lexicon.shape("clause/points-at-time")
        self._names_a_term = lexicon.shape("clause/names-a-term")
        self._session_of = lexicon.shape("clause/session-of")
        self._session = lexicon.shape("clause/session")
        self._lasts = lexicon.shape("clause/lasts")

    def measures(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a quantity measures something: no article (一个), ordinal (第三方), base (每万人) or idiom."""
        return self.refusal(quantity, sentence) is None

    def refusal(self, quantity: Quantity, sentence: Sentence) -> str | None:
        """Return why a quantity measures nothing; None where it does measure."""
        text, start = self._text, quantity.start
        if quantity.kind == "rank":
            return None
        if start > sentence.start and text[start - 1] in "第每":
            return f"after {text[start - 1]}: an ordinal, or what a rate is per"
        if self._in_short_name(start):
            return "in a short quoted name"
        if self._is_session(quantity):
            return "counts the sessions of a body"
        if not any(char.isdigit() and char.isascii() for char in text[start : quantity.end]):
            following = text[quantity.end : quantity.end + 8]
            if quantity.kind == "count" and (quantity.value == 1 or self._rhetorical.search(following)):
                return "an article, or a figure of speech"
            part_of_word = quantity.chinese and quantity.kind == "count" and self._in_word(quantity, sentence)
            if part_of_word:
                return "part of a longer word"
            if self._in_idiom(quantity):
                return "part of a set phrase (not_a_number in cues.csv)"
        if quantity.unit == "级" and quantity.value is not None and quantity.value >= _LEAST_CLASS:
            return "names a class (百亿级企业)"
        if quantity.kind == "duration" and not self._measures_time(quantity):
            return "says when, not how long"
        return None

    def _in_short_name(self, start: int) -> bool:
        """Tell whether a number stands in a short quoted name: “稳增长20条”."""
        opening = self._text.rfind("“", max(0, start - 12), start)
        if opening < 0 or "”" in self._text[opening:start]:
            return False
        return self._named_in_quotes.match(self._text, opening) is not None

    def _is_session(self, quantity: Quantity) -> bool:
        """Tell whether a number counts off the sessions of a body: 市八届人大|二次|会议."""
        text = self._text
        return (
            quantity.unit == "次"
            and self._session.search(text[quantity.end : quantity.end + 4]) is not None
            and self._session_of.search(text, max(0, quantity.start - 5), quantity.start) is not None
        )

    def _in_idiom(self, quantity: Quantity) -> bool:
        """Tell whether a numeral is part of a set phrase: 万家灯火, 统一."""
        text, start, end = self._text, quantity.start, quantity.end
        return any(
            text[first:last] in self._idioms and (last >= end or text[last] not in _DIGITS)
            for first in range(start, max(0, start - 3) - 1, -1)
            for last in range(max(first + 2, start + 1), first + 9)
        )

    def _in_word(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a numeral is part of a longer word: 三角, 五金."""
        first, last = max(sentence.start, quantity.start - 6), min(sentence.end, quantity.end + 6)
        return any(
            word.start < quantity.end
            and word.end > quantity.start
            and (word.start < quantity.start or word.end > quantity.end)
            and len(word.text) > 1
            and not word.pos.startswith(("m", "q", "t", "x"))
            for word in self._clauses.edges.words(self._text, first, last)
        )

    def _measures_time(self, quantity: Quantity) -> bool:
        """Tell whether 五年 measures a length (连续五年, 5年过渡期) or only says when (一年, 每年)."""
        before = self._text[max(0, quantity.start - 6) : quantity.start]
        after = self._text[quantity.end : quantity.end + 6]
        if self._points_at_time.search(before) or self._names_a_term.search(after):
            return False
        if before.endswith("的") and after[:1] in ("，", "。", "；", ""):
            return False
        if quantity.value == 1 and quantity.chinese and not self._lasts.search(before):
            return False
        return quantity.unit not in ("日", "月")
