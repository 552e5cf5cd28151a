"""Where phrases begin and end: words, and what is no part of a phrase (adverbs, times, places, brackets)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from govtext.find.fact_words import fact_words
from govtext.find.phrases import Phrase
from govtext.segment import Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.find.times import TimeExpression
    from govtext.lexicon import Lexicon
    from govtext.segment import Segmenter

_COMPARATIVES = frozenset(
    {
        "高",
        "低",
        "多",
        "少",
        "快",
        "好",
        "最高",
        "最低",
        "最多",
        "最少",
        "人均",
        "平均",
        "年均",
        "户均",
        "总计",
        "合计",
        "共计",
    }
    | {"来", "较"}
)
_COMPARES = frozenset("比较与同和于过为是的")
_SUFFIXES = frozenset("率量额值费款数")
KNOWN = 500
"""How many stretches are remembered before all are forgotten."""
_QUOTED = regex.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」")
_QUOTED_NAME = regex.compile(r"(?:“[^“”]+”|「[^「」]+」)$")
_FOOTNOTE = regex.compile(r"\[\d{1,3}\]$")
_BRACKET = regex.compile(r"[（(][^（）()]{0,40}[）)]$")


class Edges:
    """Finds words and the edges of phrases in one text."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter, times: Iterable[TimeExpression]) -> None:
        words = fact_words(lexicon)
        self._segmenter = segmenter
        self._known: dict[tuple[int, int], list[Word]] = {}
        self._times = {time.end: time.start for time in times}
        self._time_ends = {start: end for end, start in self._times.items()}
        self._places = words.places
        self._adverbs = words.adverbs
        self._leading_adverb = lexicon.shape("clause/leading-adverb")
        self._standard = lexicon.shape("clause/standard")
        self._per = lexicon.shape("clause/per")
        self._streak = lexicon.shape("clause/streak")

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """Return the words of text[start:end] with offsets into the text; 处置|率 is one noun.

        The text must be the same in every call: a stretch that is read again is not cut again.
        """
        known = self._known.get((start, end))
        if known is None:
            if len(self._known) > KNOWN:
                self._known.clear()
            known = self._known[start, end] = self.cut(text, start, end)
        return known

    def cut(self, text: str, start: int, end: int) -> list[Word]:
        """Return the words of text[start:end], whatever the text."""
        words: list[Word] = []
        position = start
        for quoted in _QUOTED.finditer(text, start, end):
            self._add_words(words, text, position, quoted.start())
            words.append(Word(quoted.start(), quoted.end(), quoted[0], "nz"))
            position = quoted.end()
        self._add_words(words, text, position, end)
        return words

    def _add_words(self, words: list[Word], text: str, start: int, end: int) -> None:
        """Append the words of text[start:end]; a suffix such as 率 joins the word before it."""
        for word in self._segmenter.words(text, start, end):
            if word.text in _SUFFIXES and words and words[-1].end == word.start and words[-1].pos[0] in "vna":
                words[-1] = Word(words[-1].start, word.end, words[-1].text + word.text, "n")
            else:
                words.append(word)

    def trim(self, text: str, start: int, end: int) -> int:
        while end > start and text[end - 1] in " 　“”‘’「」共" and not _QUOTED_NAME.search(text, start, end):
            end -= 1
        for pattern in (_FOOTNOTE, _BRACKET, self._standard, self._per):
            found = pattern.search(text, start, end)
            if found and found.start() > start:
                end = found.start()
        return end

    def leave_out_time(self, text: str, start: int, end: int) -> int:
        """Leave out the time of a level reached: 增加到1987年的|110万人 reads like 增加到|110万人."""
        time = self._times.get(end - 1)
        reached = time is not None and time > start and text[end - 1] == "的" and text[time - 1] in "到至"
        return time if reached and time is not None else end

    def starts_word(self, text: str, start: int, position: int, end: int) -> bool:
        """Tell whether a word begins at a position: 超 does in 超千亿, not in 赶超; the 过 of 作过 only ends one."""
        if end - position > 1:
            return True
        words = self.words(text, max(start, position - 8), end)
        before = [word for word in words if word.end <= position]
        tense = text[position] == "过" and before and before[-1].pos == "v" and len(before[-1].text) == 1
        return not tense and any(word.start == position for word in words)

    def adverbial(self, word: str) -> bool:
        return word in self._adverbs

    def skip_adverbs(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """Return where the adverbs at the end of text[start:end] begin, and whether 分别 is among them."""
        dealt = False
        while True:
            time = self._times.get(end)
            if time is not None and time >= start and text[time - 1 : time] not in _COMPARES:
                end = time - (text[time - 1 : time] in ("在", "于", "到") and time > start)
                continue
            adverb = self._adverbs.at_end(text, start, end)
            if adverb is None or not self.starts_word(text, start, adverb, end):
                return end, dealt
            dealt = dealt or text[adverb:end] == "分别"
            end = adverb

    def noun(self, text: str, start: int, end: int) -> Phrase | None:
        """Return text[start:end] as a noun phrase without time, place and adverbs at its start."""
        while end > start and text[end - 1] in " ，、“的了：在不未":
            end -= 1
        position = start
        moved = True
        while position < end and moved:
            streak = self._streak.match(text, position, end)
            if streak:
                position = streak.end()
                continue
            time_end = self._time_ends.get(position, end)
            if time_end < end:
                position = time_end
                continue
            place = self._places.at_start(text, position, end - 1)
            adverb = self._leading_adverb.match(text, position, end)
            moved = place is not None or text[position] in " ，、”的：" or (adverb is not None and adverb.end() < end)
            if place is not None:
                position = place
            elif moved:
                position = adverb.end() if adverb and adverb.end() < end else position + 1
        return Phrase(position, end) if position < end and text[position:end] not in _COMPARATIVES else None
