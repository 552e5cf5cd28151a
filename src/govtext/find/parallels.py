"""Are clauses of one length built alike? 政治更坚定 / 行动更自觉 are; 赤字规模扩大 / 比上年增加多 are not."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import regex

from govtext.segment import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.find.setting import Setting
    from govtext.find.shapes import Shapes
    from govtext.segment import Segmenter

_UNFIT = regex.compile(
    r"""
    [第百千万亿倍] | [一二三四五六七八九]点 | [二三四五六七八九十两][个项年月日次届位名条件国省市县]  # figures
    | 这 | 那[个些] | 他们 | 它们 | 我们 | 自己 | 其中 | [和与及的了]$
    """,
    regex.VERBOSE,
)
_BOTH = regex.compile(r"[和与及或]")
_EMPTY = "的和与及是有地得"
_NOUN = "nstfjq"
_MANNER = ("a", "ad", "d", "vd")


class Parallel:
    """Clauses of one length, with what they share and the words they are made of."""

    def __init__(self, parts: Sequence[str], shapes: Shapes, segmenter: Segmenter) -> None:
        self.parts = parts
        self.length = len(parts[0])
        self._shapes = shapes
        self._segmenter = segmenter

    def is_series(self, setting: Setting) -> bool:
        """Tell whether clauses joined by 、 are a figure of speech and no list: 尊重自然、顺应自然、保护自然."""
        if setting.broken or self._hopeless(setting) or self._unfit:
            return False
        if self.is_powers or self._end_alike(self._shapes.becoming):
            return True
        if self.length == 2:
            return self._begin_alike
        if self.length == 3:
            return self._lines_of_three
        if setting.quoted:
            return True
        if self.frame >= 1:
            return self._framed(setting)
        if self._mixed or any(self._nouns) or self._names_kinds or any(_BOTH.search(part) for part in self.parts):
            return False
        if self.length > 4:
            return self._same_kinds
        return self._idioms or (not self._orders and (self._broken_up or self._same_kinds))

    def is_row(self, setting: Setting) -> bool:
        """Tell whether clauses joined by ， are: 学习更精准，实践更有力."""
        if setting.broken or self.length < 4 or self._unfit:
            return False
        if setting.quoted:
            return True
        if not setting.closed:
            return False
        if any(_BOTH.search(part) for part in self.parts) or self._only_begin_alike:
            return False
        if setting.cut or any("的" in part for part in self.parts):
            return self.frame >= 3 - setting.cut and self._same_words
        if self.frame >= self._enough:
            return setting.alone or not self._orders or (self.frame >= 2 and len(self.parts) > 2)
        if self.length > 6 or not (setting.alone or len(self.parts) > 2) or any(self._nouns):
            return False
        return not self._orders and self._same_kinds

    def _hopeless(self, setting: Setting) -> bool:
        """Tell cheaply that clauses without a frame are no series: they are cut, go on, or are two long ones."""
        if self.length < 4 or setting.quoted or self._last_alike or self.frame >= 1:
            return False
        return setting.cut or not setting.closed or (self.length > 4 and len(self.parts) < 3)

    def _framed(self, setting: Setting) -> bool:
        """Tell whether a series that has a frame is no list of things that share a word: 医疗救助、应急救助."""
        if self._names_things or self._names_kinds:
            return False
        if len(self.parts) > 2:
            return not setting.cut or self.length < 7 or self.frame >= 3
        if self.frame < 2 and (
            self.length > 8 or self._orders or self._mixed or (self.length > 4 and not self._same_kinds)
        ):
            return False
        return not setting.cut or (self.length < 7 and self._same_kinds) or self.frame >= 3

    @property
    def is_powers(self) -> bool:
        """Tell whether the clauses are a series such as 凝聚力、号召力、战斗力."""
        return self._end_alike(self._shapes.power)

    @property
    def is_promising(self) -> bool:
        """Tell cheaply whether clauses of a row can be a couplet: they share a character, or are three or more."""
        return len(self.parts) > 2 or bool(self._shared)

    @cached_property
    def frame(self) -> float:
        """Weigh the characters that all clauses share at one place: 更 in 政治更坚定，行动更自觉.

        A hinge (更, 必, 以) counts one, so does the first and the last character, any other half; worn words (建设)
        count nothing.
        """
        if not self._shared:
            return 0.0
        worn = {i for match in self._shapes.worn.finditer(self.parts[0]) for i in range(*match.span())}
        weight = 0.0
        for place, char in self._shared:
            if char not in _EMPTY and place not in worn:
                edge = place in (0, self.length - 1)
                weight += 1 if edge or self._shapes.hinge.match(char) else 0.5
        return weight - 1 if any(_BOTH.search(part) for part in self.parts) else weight

    @cached_property
    def _shared(self) -> list[tuple[int, str]]:
        """The places where all clauses have the same character, and that character."""
        columns = zip(*self.parts, strict=True)
        return [(place, chars[0]) for place, chars in enumerate(columns) if chars.count(chars[0]) == len(chars)]

    @property
    def _last_alike(self) -> bool:
        return bool(self._shared) and self._shared[-1][0] == self.length - 1

    @cached_property
    def _unfit(self) -> bool:
        """Tell whether the clauses repeat each other, hold figures, or begin as a mere list does (各地区、各部门)."""
        return (
            len(set(self.parts)) < len(self.parts)
            or any(self._shapes.list.match(part) for part in self.parts)
            or any(_UNFIT.search(part) for part in self.parts)
        )

    def _end_alike(self, ending: regex.Pattern[str]) -> bool:
        """Tell whether all clauses are such words and end alike; short ones must be three or more."""
        enough = 2 if self.length > 3 else 3
        return len(self.parts) >= enough and self._last_alike and all(ending.fullmatch(part) for part in self.parts)

    @property
    def _begin_alike(self) -> bool:
        """提量、提速、提效: three or more words of two characters that begin alike and are no nouns."""
        first = self.parts[0][0]
        return (
            len(self.parts) > 2
            and all(part[0] == first for part in self.parts)
            and self._segmenter.tag(first)[0] in "va"
            and all(self._segmenter.tag(part)[0] != "n" for part in self.parts)
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
        return self._hinged and (len(self.parts) > 2 or self.parts[0][0] != self.parts[1][0])

    @property
    def _enough(self) -> int:
        """Return how heavy the frame of a row must be: heavier where two long clauses differ in their words."""
        light = len(self.parts) > 2 or self.length <= 6 or (self.length <= 8 and self._same_words)
        return 1 if light else 2

    @property
    def _only_begin_alike(self) -> bool:
        """Tell whether two clauses share two or more characters at the beginning and none after: prose that repeats."""
        if len(self.parts) > 2:
            return False
        shared = [a == b for a, b in zip(*self.parts, strict=True)]
        prefix = shared.index(False)
        return prefix > 1 and not any(shared[prefix:])

    @property
    def _hinged(self) -> bool:
        """Tell whether a hinge (更, 必, 以) is among the characters that all clauses share at one place."""
        return any(self._shapes.hinge.match(char) for _, char in self._shared)

    @property
    def _orders(self) -> bool:
        """Tell whether all clauses are bare orders, a verb and its object: 提出建议、推动转化; 积极发展水电."""
        return all(map(self._is_order, self.parts, self._words))

    @property
    def _mixed(self) -> bool:
        """Tell whether a verb governs the series that its first clause seems to hold: 办好新闻、广播事业."""
        return self._shapes.order.match(self.parts[0]) is not None and not self._orders

    def _is_order(self, part: str, words: Sequence[Word]) -> bool:
        if self._shapes.order.match(part):
            return True
        first = words[0].pos
        if self.length > 4 and first in _MANNER and len(words) > 1:
            first = words[1].pos
        return len(words) > 1 and (first == "v" or (first == "vn" and self.length > 4))

    @property
    def _same_last_word(self) -> bool:
        """Tell whether the last two characters are shared: 救助 in 医疗救助、应急救助."""
        return len({part[-2:] for part in self.parts}) == 1

    @property
    def _names_kinds(self) -> bool:
        """Tell whether the clauses name kinds of one thing: 医疗救助、应急救助."""
        return self._same_last_word and not self._hinged and self._nouns_first

    @property
    def _nouns_first(self) -> bool:
        """Tell whether all clauses begin with a noun, also those that are one word: 成人|教育."""
        firsts = zip(self.parts, self._words, strict=True)
        return all(words[0].pos[0] in _NOUN or self._segmenter.tag(part[:2])[0] in _NOUN for part, words in firsts)

    @property
    def _idioms(self) -> bool:
        """Tell whether one of the clauses is an idiom: 振奋精神、实干笃行."""
        return any(len(words) == 1 for words in self._words)

    @property
    def _broken_up(self) -> bool:
        """Tell whether a clause holds words that the dictionary of words does not know: 先立|后|破."""
        return any(len(word.text) == 1 or word.pos == "x" for words in self._words for word in words)

    @property
    def _names_things(self) -> bool:
        """Tell whether all clauses hold nothing but nouns."""
        return all(self._nouns)

    @cached_property
    def _words(self) -> list[list[Word]]:
        return [self._cut(part) for part in self.parts]

    def _cut(self, part: str) -> list[Word]:
        """Cut a clause into words: an idiom, words of two characters each, else as jieba does (that costs more)."""
        tag = self._segmenter.tag
        if tag(part) != "x":
            return [Word(0, len(part), part, tag(part))]
        pairs = [Word(i, i + 2, part[i : i + 2], tag(part[i : i + 2])) for i in range(0, len(part) - 1, 2)]
        if len(part) % 2 == 0 and all(word.pos != "x" for word in pairs):
            return pairs
        return self._segmenter.words(part)

    @cached_property
    def _nouns(self) -> list[bool]:
        """For each clause: does it hold nothing but nouns?"""
        return [all(word.pos[0] in _NOUN for word in words) for words in self._words]

    @cached_property
    def _same_words(self) -> bool:
        """Tell whether the words of all clauses are of the same lengths."""
        return len({tuple(len(word.text) for word in words) for words in self._words}) == 1

    @property
    def _same_kinds(self) -> bool:
        """Tell whether the words are of the same lengths, and nowhere a verb stands for a noun."""
        return self._same_words and all(
            not {_NOUN_KIND, _ACT_KIND} <= {_kind(word.pos) for word in column}
            for column in zip(*self._words, strict=True)
        )


_NOUN_KIND, _ACT_KIND = "noun", "act"


def _kind(pos: str) -> str:
    """Return what a tag stands for; vn, an and unknown words can be either."""
    if pos[0] in _NOUN and pos not in ("nz", "nr"):
        return _NOUN_KIND
    return _ACT_KIND if pos == "v" else "any"
