"""What stands before and after a number in its clause: hedge, verb, baseline, noun phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.edges import Edges
from govtext.find.fact_words import fact_words
from govtext.find.phrases import Phrase, leading_noun_phrase
from govtext.find.verbs import LEVEL_TAIL, Verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.find.times import TimeExpression
    from govtext.lexicon import Lexicon
    from govtext.model import Bound, Change
    from govtext.segment import Segmenter

_DIFFERENCE = frozenset({"高", "低", "多", "少", "快", "慢"})
_OPENING_BRACKET = regex.compile(r"[（(][^（）()]{0,40}[）)]")
_JOINTS = frozenset({"和", "与", "及", "以及", "并"})
_QUOTES = "“”‘’「」『』《》"


class Before(NamedTuple):
    """What the words before a number say; offsets into the running text."""

    bound: Bound | None = None
    predicate: Phrase | None = None
    change: Change | None = None
    noun: Phrase | None = None
    baseline: Phrase | None = None
    cues: tuple[str, ...] = ()
    dealt: bool = False
    """分别 stands before the number."""
    level: bool = False
    """The verb has 到, 至 or 为: the number is a level reached."""
    starting: bool = False
    """从 or 由 stands before the number: it is where a change begins."""


class After(NamedTuple):
    """What the words after a number say."""

    bound: Bound | None = None
    noun: Phrase | None = None
    said: Phrase | None = None
    cues: tuple[str, ...] = ()
    linked: bool = False
    """的 stands between: 三分之一的企业."""


class Hedges(NamedTuple):
    """The hedges right before a number."""

    bound: Bound | None
    verb: Phrase | None
    """The hedge that is a verb: 超过, 突破."""
    cues: tuple[str, ...]
    start: int


class _Shapes:
    """The shapes of rules/clauses.toml that stand before a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.baseline = lexicon.shape("clause/baseline")
        self.baselines = lexicon.shape("clause/baselines")
        self.earlier_baseline = lexicon.shape("clause/earlier-baseline")
        self.earlier_amount = lexicon.shape("clause/earlier-amount")
        self.share_of = lexicon.shape("clause/share-of")
        self.start = lexicon.shape("clause/start")
        self.any_start = lexicon.shape("clause/any-start")
        self.reached = lexicon.shape("clause/reached")
        self.aside = lexicon.shape("clause/aside")
        self.comparison = lexicon.shape("clause/comparison")
        self.timelike = lexicon.shape("clause/timelike")
        self.aim = lexicon.shape("clause/aim")
        self.early_hedge = lexicon.shape("clause/early-hedge")
        self.level_tail = lexicon.shape("clause/level-tail")
        self.governing = lexicon.shape("clause/governing-verb")


class ClauseReader:
    """Reads clauses with the cue words of a lexicon and the words of a segmenter."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter, times: Iterable[TimeExpression]) -> None:
        self.known = words = fact_words(lexicon)
        self.edges = Edges(lexicon, segmenter, times)
        self._shapes = _Shapes(lexicon)
        self._before = words.bound_before
        self._after = words.bound_after
        self._verbs = Verbs(lexicon, self.edges)
        self.verbs = self._verbs.words
        self._generic = words.generic
        self._hedge = words.hedges
        self._bound_after = words.after

    def before(self, text: str, start: int, end: int, *, clause: int, after: int, proportional: bool) -> Before:
        """Read text[start:end], the part of a clause (from `clause` on) that leads up to a number.

        The number ends at `after`. `proportional` where it is a percentage or multiple, which follows what it measures.
        """
        stop = self.edges.leave_out_time(text, start, self.edges.trim(text, start, end))
        counted_from = self._shapes.earlier_amount.search(text, start, stop)
        if counted_from:
            return Before(baseline=Phrase(*counted_from.span("phrase")), starting=True)
        share = self._shapes.share_of.search(text, start, stop)
        if share:
            return self._share_of(text, start, share)
        hedges = self._hedges(text, start, stop)
        share = self._shapes.share_of.search(text, start, hedges.start) if proportional and hedges.cues else None
        if share:
            return self._share_of(text, start, share)._replace(bound=hedges.bound, cues=hedges.cues)
        compared = self._shapes.comparison.search(text, start, end)
        if compared and not compared["base"].startswith(("了", "过", "到")):
            return self._comparison(text, start, compared, hedges.bound)
        statistic = self._verbs.statistic(text, start, hedges.start) if hedges.verb is None else None
        if statistic:
            name, verb = statistic
            return Before(hedges.bound, verb, self._verbs.change_of(text, name, None), name, None, hedges.cues)
        goes_on = self._shapes.reached.search(text[after : after + 12])
        starting = (self._shapes.any_start if goes_on else self._shapes.start).search(text, start, hedges.start)
        if starting:
            head, _ = self.edges.skip_adverbs(text, start, starting.start())
            noun = self.edges.noun(text, start, self.edges.trim(text, start, head))
            dealt = "分别" in text[start:end]
            return Before(hedges.bound, None, None, noun, None, hedges.cues, dealt, starting=True)
        return self._predication(text, start, end, hedges, clause=clause, proportional=proportional)

    def _predication(
        self, text: str, start: int, end: int, hedges: Hedges, *, clause: int, proportional: bool
    ) -> Before:
        """Read subject, baseline and verb, or verb and object: 工业增加值|比上年|增长, 制定|地方性法规."""
        bound, predicate, cues, stop = hedges
        change: Change | None = None
        verb_at, tail = self._verbs.final_verb(text, start, stop)
        if verb_at is not None:
            predicate = Phrase(verb_at, stop - (1 if text[stop - 1] == "了" else 0))
            change = self._verbs.change(text[verb_at:stop], tail)
            stop = verb_at
        rest, _ = self.edges.skip_adverbs(text, start, self._skip_aside(text, start, stop))
        dealt = "分别" in text[start:end]
        baseline = None
        found = self._shapes.baseline.search(text, start, rest)
        if dealt and not found:
            found = self._shapes.baselines.search(text, start, rest)
        if found and (predicate is not None or proportional):
            baseline = Phrase(*found.span("phrase"))
            rest, again = self.edges.skip_adverbs(text, start, self._skip_aside(text, start, found.start()))
            dealt = dealt or again
            difference = text[verb_at or 0 : end].startswith(tuple(_DIFFERENCE))
            if difference and not self._shapes.timelike.search(found[0]):
                change = None
        elif compared_before := self._shapes.earlier_baseline.search(text, max(0, clause - 25), max(0, clause - 1)):
            baseline = Phrase(*compared_before.span("phrase")) if change else None
        level = tail in LEVEL_TAIL and bool(tail)
        noun = self.edges.noun(text, start, rest)
        if bound is None:
            bound, cues = self._earlier_hedge(text, start, stop, cues)
        if predicate is None and not proportional:
            predicate, noun = self._verbs.and_object(text, start, rest)
            compared = self._shapes.baseline.search(text, start, predicate.start) if predicate else None
            if compared and baseline is None:  # 较上年|前移|2位
                baseline = Phrase(*compared.span("phrase"))
            if predicate and self._shapes.level_tail.match(text, predicate.end, end):  # 增加到|2007年的
                predicate, level = Phrase(predicate.start, predicate.end + 1), True
        elif noun is not None:
            opening = self._verbs.opening(text, noun) if predicate and predicate == hedges.verb else None
            predicate, noun = opening or (predicate, self._after_governing_verb(text, noun))
        if change is None and not level and not (predicate and _is_difference(text, predicate)):
            change = self._verbs.change_of(text, noun, predicate)
        return Before(bound, predicate, change, noun, baseline, cues, dealt, level)

    def _hedges(self, text: str, start: int, stop: int) -> Hedges:
        """Read the hedges at the end: 近, 约, 超过."""
        bound: Bound | None = None
        verb: Phrase | None = None
        cues: list[str] = []
        first = self._hedge.at_end(text, start, stop)
        while first is not None and self.edges.starts_word(text, start, first, stop):
            hedge = text[first:stop]
            cues.insert(0, hedge)
            said: Bound = self._before[hedge]  # type: ignore[assignment]
            bound = bound or said
            plain = hedge in ("超", "逾", "过") or (len(hedge) > 1 and said != "about" and hedge[0] not in "最至起将")
            if verb is None and (hedge in self.verbs or plain):
                verb = Phrase(first, stop)
            stop = self.edges.trim(text, start, first)
            first = self._hedge.at_end(text, start, stop)
        return Hedges(bound, verb, tuple(cues), stop)

    def _earlier_hedge(
        self, text: str, start: int, end: int, cues: tuple[str, ...]
    ) -> tuple[Bound | None, tuple[str, ...]]:
        """Read a hedge that stands before the verb: 至少|建成10个, 大约|增加了3000种."""
        hedge = self._shapes.early_hedge.search(text, start, end)
        if hedge is None:
            return None, cues
        return self._before.get(hedge[0]), (*cues, hedge[0])  # type: ignore[return-value]

    def _share_of(self, text: str, start: int, share: regex.Match[str]) -> Before:
        """Read 不低于居住用地供应总量的|70% and 为1955年的|98.88%."""
        verb = share["verb"]
        noun = self.edges.noun(text, start, self.edges.skip_adverbs(text, start, share.start())[0])
        base = Phrase(*share.span("base"))
        time = self._shapes.timelike.search(share["base"]) and not self._shapes.aim.search(share["base"])
        baseline = base if time and len(share["base"]) <= 12 else None
        return Before(
            self._before.get(verb),  # type: ignore[arg-type]
            Phrase(*share.span("verb")),
            None,
            noun,
            baseline,
            (verb,) if verb in self._before else (),
            "分别" in text[start : share.start()],
        )

    def _comparison(self, text: str, start: int, compared: regex.Match[str], bound: Bound | None) -> Before:
        """Read 高于全国|1.2个百分点: the difference is neither rise nor fall."""
        head, dealt = self.edges.skip_adverbs(text, start, compared.start())
        return Before(
            bound if bound in ("about", "under") else None,
            Phrase(*compared.span("verb")),
            None,
            self.edges.noun(text, start, head),
            Phrase(*compared.span("base")),
            (),
            dealt or bool(compared["by"] == "分别"),
        )

    def _skip_aside(self, text: str, start: int, end: int) -> int:
        """Leave out 扣除价格因素 before the verb."""
        end, _ = self.edges.skip_adverbs(text, start, end)
        for aside in self._shapes.aside.finditer(text, start, end):
            if aside.end() == end:
                return aside.start()
        return end

    def after(self, text: str, start: int, end: int, *, counted: bool, governed: bool) -> After:
        """Read text[start:end], the part of a clause that follows a number.

        `counted` where a measure word stands before it, so that a noun must follow; `governed` where a verb stands
        before the number.
        """
        bound: Bound | None = None
        cues: tuple[str, ...] = ()
        found = self._bound_after.match(text, start, end)
        if found:
            bound = self._after[found["cue"]]  # type: ignore[assignment]
            cues = (found["cue"],)
            start = found.end()
        bracket = _OPENING_BRACKET.match(text, start, end)
        if bracket:
            start = bracket.end()
        linked = text[start:end].startswith(("的", "之"))
        hedge = self._hedge.at_end(text, start, end)
        words = self.edges.words(text, start + linked, end if hedge is None else max(hedge, start + linked))
        if words and words[0].text in _JOINTS:  # 基金8.6亿元|和上年结余22.8亿元
            return After(bound, None, None, cues, linked)
        noun, said = leading_noun_phrase(words, self.known, counted=counted, governed=governed)
        return After(bound, noun, said, cues, linked)

    def after_hedge(self, text: str, start: int, end: int) -> int:
        """Return where text[start:end] goes on after a hedge of the number before it: 50%左右|扩大到."""
        hedge = self._bound_after.match(text, start, end)
        return hedge.end() if hedge else start

    def is_generic(self, text: str) -> bool:
        """Tell whether a noun after a number says nothing of its own: 台阶, 水平, 大关."""
        return text.strip(_QUOTES) in self._generic

    def _after_governing_verb(self, text: str, noun: Phrase) -> Phrase | None:
        """Cut 推动城镇调查失业率 to 城镇调查失业率: a verb before a subject governs the clause, not the phrase."""
        words = self.edges.words(text, noun.start, noun.end)
        first = 0
        for position, word in enumerate(words[:-1]):
            function_word = word.pos.startswith(("d", "p", "c", "t", "r")) and word.text not in ("各", "每")
            if self._shapes.governing.search(word.text) or (function_word and position == first):
                first = position + 1
        if words[first:] and words[-1].pos.startswith(("d", "p", "c", "r")) and first == len(words) - 1:
            return None
        return Phrase(words[first].start, noun.end)


def _is_difference(text: str, predicate: Phrase) -> bool:
    return text[predicate.start : predicate.end] in _DIFFERENCE
