"""Are clauses of one length built alike? 政治更坚定 / 行动更自觉 are; 赤字规模扩大 / 比上年增加多 are not."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.extract.shapes import Shapes
    from govtext.segment import Segmenter, Word

_OPENERS, _CLOSERS = "“‘「『", "”’」』"
_STOPS = "。！？\n"
_NUMERAL = regex.compile(r"[第百千万亿]|[二三四五六七八九十两][个项年月日次届位名条件]")
_GOES_ON = regex.compile(r"等|和(?!谐)|与|及|以及|或")
_BOTH = regex.compile(r"[和与及或]")
_PRONOUNS = "各每该本这那此"
_EMPTY = "的了和与及是有地得"


class Setting(NamedTuple):
    """Where clauses stand in the text: in quotation marks, a paragraph or a sentence of their own, closed by 的 or a mark, broken where the
    clauses go on: A、B等, A、B和C."""

    quoted: bool
    alone: bool
    stands: bool
    closed: bool
    broken: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Setting:
        """Look around text[start:end]."""
        before, after = text[start - 1] if start else "\n", text[end] if end < len(text) else "\n"
        quoted = before in _OPENERS and after in _CLOSERS
        return cls(
            quoted=quoted,
            alone=before == "\n" and after in _STOPS,
            stands=before in _STOPS and after in _STOPS,
            closed=after in "的。，；！\n" or after in _CLOSERS,
            broken=not quoted and (before in _CLOSERS or _GOES_ON.match(text, end) is not None),
        )


class Parallel:
    """Clauses of one length, with what they share and the words they are made of."""

    def __init__(self, parts: Sequence[str], shapes: Shapes, segmenter: Segmenter) -> None:
        self.parts = parts
        self.length = len(parts[0])
        self._shapes = shapes
        self._segmenter = segmenter

    def is_series(self, setting: Setting) -> bool:
        """Tell whether clauses joined by 、 are a figure of speech and no list: 尊重自然、顺应自然、保护自然."""
        if self._unfit or setting.broken:
            return False
        if self.length == 2:
            return self._begin_alike
        if self.length == 3:
            return self._lines_of_three
        if setting.quoted:
            return True
        if sum(self._nouns) == len(self.parts):
            return False
        if self.frame >= 1:
            return True
        if self.length == 4:
            return setting.closed and self._sayings_of_four
        return self._same_words and len(self.parts) > 2 and not any(self._nouns)

    def is_row(self, setting: Setting) -> bool:
        """Tell whether clauses joined by ， are: 学习更精准，实践更有力."""
        if self._unfit or setting.broken or self.length < 4:
            return False
        if setting.quoted:
            return True
        enough = 1 if self._same_words or self.length <= 6 or len(self.parts) > 2 else 2
        if self.frame >= enough:
            return True
        if setting.alone and self.length <= 6:
            return not any(self._nouns)
        return self._same_words and len(self.parts) > 2 and self.length <= 8 and not any(self._nouns)

    @cached_property
    def frame(self) -> float:
        """Weigh the characters that all clauses share at one place: 更 in 政治更坚定，行动更自觉.

        A hinge (更, 必, 以) counts one, so does the first and the last character; worn words (建设) count nothing.
        """
        worn = {i for match in self._shapes.worn.finditer(self.parts[0]) for i in range(*match.span())}
        weight = 0.0
        for place, chars in enumerate(zip(*self.parts, strict=True)):
            char = chars[0]
            if char in _EMPTY or place in worn or any(other != char for other in chars):
                continue
            edge = place in (0, self.length - 1)
            weight += 1 if edge or self._shapes.hinge.match(char) else 0.5
        return weight - 1 if any(_BOTH.search(part) for part in self.parts) else weight

    @cached_property
    def _unfit(self) -> bool:
        """Tell whether the clauses repeat each other, hold figures, or speak of 各地区、各部门."""
        return (
            len(set(self.parts)) < len(self.parts)
            or any(part[0] in _PRONOUNS for part in self.parts)
            or any(_NUMERAL.search(part) for part in self.parts)
        )

    @property
    def _begin_alike(self) -> bool:
        """提量、提速、提效: three or more words of two characters that begin alike and are no nouns."""
        first = self.parts[0][0]
        return (
            len(self.parts) > 2
            and self._segmenter.tag(first)[0] in "va"
            and all(part[0] == first and self._segmenter.tag(part)[0] != "n" for part in self.parts)
        )

    @property
    def _lines_of_three(self) -> bool:
        """守初心、担使命; 天更蓝、山更绿: an act and a word, or a frame; no nouns such as 制造业、建筑业."""
        tags = [self._segmenter.tag(part) for part in self.parts]
        if any(tag[0] == "n" and tag != "nz" for tag in tags):
            return False
        if all(self._shapes.act.match(part) for part in self.parts):
            known = sum(self._segmenter.tag(part[1:]) != "x" for part in self.parts)
            return 2 * known >= len(self.parts)
        return self.frame >= 1

    @property
    def _sayings_of_four(self) -> bool:
        """生态优先、绿色发展: four characters that say something; no bare orders (提出建议、推动转化)."""
        if any(self._nouns):
            return False
        idioms = [len(words) == 1 for words in self._words]
        return any(idioms) or not all(words[0].pos == "v" for words in self._words)

    @cached_property
    def _words(self) -> list[list[Word]]:
        return [list(self._segmenter.words(part)) for part in self.parts]

    @cached_property
    def _nouns(self) -> list[bool]:
        """For each clause: does it hold nothing but nouns?"""
        return [all(word.pos[0] in "nstfjq" for word in words) for words in self._words]

    @cached_property
    def _same_words(self) -> bool:
        """Tell whether the words of all clauses are of the same lengths."""
        return len({tuple(len(word.text) for word in words) for words in self._words}) == 1
