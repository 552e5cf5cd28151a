"""Words of a clause → the verb that governs them and its object: what is done to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.find.phrases import NOMINAL_VERBS, Phrase, is_verb, noun_phrase, skippable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.find.fact_words import FactWords
    from govtext.segment import Word

_JOINTS = frozenset("、和与及") | {"以及"}


def split_object(words: Sequence[Word], known: FactWords) -> tuple[Phrase | None, Phrase | None]:
    """Split 开展执法检查、代表视察 into its verb and its object; either is None where there is none.

    A run of verbs before a noun is the verb (听取审议|专项报告); before 、 or at the end only its first is
    (开展|执法检查、…).
    """
    position = len(words) - 1
    best = _verb_of_list(words, known)
    while best is None and position >= 0:
        if not _verbal(words[position], known) or _is_passive(words, position):
            position -= 1
            continue
        last = position
        while position > 0 and _verbal(words[position - 1], known):
            position -= 1
        single = position == last and position > 1
        if single and words[position - 1].text in _JOINTS and words[position - 2].text in known.verbs:
            position -= 2
        first = position
        run = _governing(words, first, last, known)
        if run and not _describes(words, run[1], known) and not _in_relative_clause(words, run, known):
            best = run
        position -= 1
    if best is None:
        return _final_verb(words, known)
    first, last = best
    return Phrase(words[first].start, words[last].end), noun_phrase(words[last + 1 :])


def _first_word(words: Sequence[Word]) -> int:
    """Return which word is the first that is no adverb or preposition."""
    return next((number for number, word in enumerate(words) if not skippable(word)), 0)


def _in_relative_clause(words: Sequence[Word], run: tuple[int, int], known: FactWords) -> bool:
    """Tell whether a verb describes the object of an earlier one: 审结|检察机关|提出|抗诉的案件."""
    first = _first_word(words)
    if first >= run[0] or known.verbs.get(words[first].text) != "do" or known.pivot.fullmatch(words[first].text):
        return False
    return any(word.text == "的" for word in words[run[1] + 1 : -1]) and words[-1].pos.startswith("n")


def _is_passive(words: Sequence[Word], position: int) -> bool:
    """Tell whether a verb only describes the noun after it: 被|污染|水域, 所|建|项目."""
    return position > 0 and words[position - 1].text in ("被", "所") and position + 1 < len(words)


def _verb_of_list(words: Sequence[Word], known: FactWords) -> tuple[int, int] | None:
    """Return which words are the verb before a list that 等 closes: 制定|信息公示条例等法规; its names hold others."""
    if not any(word.text == "等" for word in words[1:-1]):
        return None
    first = _first_word(words)
    if known.pivot.fullmatch(words[first].text) and any(
        known.verbs.get(word.text) == "do" for word in words[first + 2 :]
    ):
        return None  # 帮助|企业|解决|用工等难题
    last = first
    while last + 1 < len(words) and _verbal(words[last + 1], known):
        last += 1
    return (first, last) if is_verb(words[first], known) else None


def _describes(words: Sequence[Word], last: int, known: FactWords) -> bool:
    """Tell whether 用于 only describes the money that follows: 用于|职工住宅的|投资, 用于|医疗卫生|支出."""
    spent = words[last].text in ("用于", "用在")
    return spent and last + 2 < len(words) and known.sums.ends(words[-1].text)


def _final_verb(words: Sequence[Word], known: FactWords) -> tuple[Phrase | None, Phrase | None]:
    """Split words that end in a verb, which has a number for its object: 铁路新线|投产."""
    last = words[-1]
    if not _verbal(last, known) or len(last.text) < 2 or known.nominal.ends(last.text):
        return None, noun_phrase(words)
    if len(words) == 1 and last.pos != "v" and last.text not in known.verbs:
        return None, noun_phrase(words)
    before = words[:-1]
    while before and before[-1].pos.startswith(("d", "ad", "c", "p", "t")):
        before = before[:-1]
    return Phrase(last.start, last.end), noun_phrase(before)


def _verbal(word: Word, known: FactWords) -> bool:
    return word.pos.startswith("v") or word.text in known.verbs


def _governing(words: Sequence[Word], first: int, last: int, known: FactWords) -> tuple[int, int] | None:
    """Return which words of a verb run govern what follows; None where the run is part of a noun phrase."""
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.text == "了":
        return first, last + 1
    joins = following is None or following.text in _JOINTS or following.text in ("的", "等")
    initial = first == 0 or words[first - 1].pos.startswith(("d", "p", "c", "t", "w", "x", "r"))
    if joins:
        governs = last > first and is_verb(words[first], known) and not known.nominal.ends(words[first].text)
        return (first, first) if governs else None
    while last > first and following is not None and following.pos == "q" and words[last].pos in NOMINAL_VERBS:
        following, last = words[last], last - 1
    if following is not None and following.pos.startswith(("f", "q")):
        return None
    if first and words[first - 1].pos == "p":  # 对侦查活动违法|提出|纠正意见
        known_at = [number for number in range(first, last + 1) if words[number].text in known.verbs]
        first = known_at[-1] if known_at else first
    while first < last and not is_verb(words[first], known) and not initial:
        first += 1
    while last > first and words[last].pos in NOMINAL_VERBS and words[last].text not in known.verbs:
        last -= 1
    while last > first and words[last].text not in known.verbs and words[first].text in known.verbs:
        last -= 1
    if words[first].text not in known.verbs and first and words[first - 1].text in _JOINTS:
        return None
    named = following is not None and known.amounts.ends(following.text)
    if named and last > first and (words[last].text not in known.verbs or words[last - 1].text in known.verbs):
        last -= 1
    elif named and words[last].text not in known.verbs:
        return None
    if is_verb(words[first], known) or initial:
        return first, last
    return None
