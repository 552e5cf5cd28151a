"""The verb before a number: 增长, 提高到, 制定; the statistic that keeps its verb; rise and fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.find.fact_words import fact_words
from govtext.find.objects import split_object
from govtext.find.phrases import Phrase, is_verb

if TYPE_CHECKING:
    from govtext.find.edges import Edges
    from govtext.lexicon import Lexicon
    from govtext.model import Change

_TAILS = "了到至为成过出得"
LEVEL_TAIL = ("到", "至", "为", "成")
"""After a verb they say that the number is a level reached: 提高到."""


class Verbs:
    """Finds the verbs of clauses; `words` are the cue verbs and what each says (increase, decrease, level, do)."""

    def __init__(self, lexicon: Lexicon, edges: Edges) -> None:
        words = fact_words(lexicon)
        self._known = words
        self.words = words.verbs
        self._final = words.final_verbs
        self._edges = edges
        self._statistics = lexicon.indicator_names
        self._keeps_verb = lexicon.shape("clause/keeps-verb")
        self._governing = lexicon.shape("clause/governing-verb")
        self._names_rise = lexicon.shape("clause/names-rise")
        self._names_fall = lexicon.shape("clause/names-fall")

    def final_verb(self, text: str, start: int, end: int) -> tuple[int | None, str]:
        """Return where the verb at the end of text[start:end] begins, and its 到, 至, 为 or 了."""
        found = self._verb_and_tail(text, start, end)
        if found is None:
            return self._reached(text, start, end)
        first, tail = found
        verb = text[first : end - len(tail)]
        value = self.words[verb]
        if value == "do" and text[first - 1 : first] == "的" and first > start:
            return None, ""
        words = self._edges.words(text, start, end)
        short = len(verb) == 1 and not self._stands_alone(text, start, first)
        if short and not any(word.start == first for word in words):
            return None, ""
        if value == "do":
            if tail == "为":
                return end - 1, ""
            if tail in LEVEL_TAIL:
                return first, tail
            last = [word for word in words if word.end > first]
            before = [word for word in words if word.end <= first]
            if before and last and last[0].start < first:
                return None, ""
            plain = len(last) == 1 and last[0].pos == "v"
            if before and not plain and not tail and not self._edges.adverbial(before[-1].text):
                return None, ""
        return first, tail

    def _reached(self, text: str, start: int, end: int) -> tuple[int | None, str]:
        """Return the verb before 到 or 至 at the end of text[start:end], whatever it is: 发展|到."""
        if end - start < 3 or text[end - 1] not in "到至":
            return None, ""
        words = self._edges.words(text, start, end)
        verb = words[-2] if len(words) > 1 and words[-1].end - words[-1].start == 1 else None
        if verb is None or not verb.pos.startswith("v") or len(verb.text) < 2:
            return None, ""
        return verb.start, text[end - 1]

    def _verb_and_tail(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """Return where the longest verb at the end of text[start:end] begins, and its 到 or 了."""
        alone = self._final.at_end(text, start, end)
        if end - start < 2 or text[end - 1] not in _TAILS:
            return None if alone is None else (alone, "")
        tailed = self._final.at_end(text, start, end - 1)
        if tailed is None or (alone is not None and alone <= tailed):
            return None if alone is None else (alone, "")
        return tailed, text[end - 1]

    def _stands_alone(self, text: str, start: int, position: int) -> bool:
        """Tell whether a single character is the verb before a number whatever jieba joins it to: 共为, 房占."""
        if text[position] == "为":
            return position > start and text[position - 1] not in "行作认成以因称列视改变分极较最更大甚"
        return text[position] in "占达"

    def statistic(self, text: str, start: int, end: int) -> tuple[Phrase, Phrase] | None:
        """Return the statistic that ends text[start:end] and keeps its verb, and the verb: 城镇|新增|就业."""
        for first in range(max(start, end - 16), end - 2):
            kept = self._keeps_verb.search(text[first:end]) if text[first:end] in self._statistics else None
            if kept:
                verb = Phrase(first + kept.start("verb"), first + kept.end("verb"))
                whole = self._edges.noun(text, start, end)
                longer = whole is not None and whole.start < first and self._is_name(text, whole)
                return whole if longer and whole else Phrase(first, end), verb
        return None

    def _is_name(self, text: str, phrase: Phrase) -> bool:
        """Tell whether nothing but nouns stands before a statistic: 城镇|新增就业."""
        words = self._edges.words(text, phrase.start, phrase.end)
        return not is_verb(words[0], self._known) and len(words) <= 4

    def and_object(self, text: str, start: int, end: int) -> tuple[Phrase | None, Phrase | None]:
        """Part text[start:end] into a verb and its object: 制定|地方性法规."""
        noun = self._edges.noun(text, start, end)
        if noun is None:
            return None, None
        words = self._edges.words(text, noun.start, noun.end)
        predicate, thing = split_object(words, self._known)
        if predicate and thing and thing.end <= predicate.start:
            end, _ = self._edges.skip_adverbs(text, thing.start, thing.end)
            thing = Phrase(thing.start, end) if end > thing.start else None
        return predicate, thing

    def opening(self, text: str, noun: Phrase) -> tuple[Phrase, Phrase] | None:
        """Return the verb and its object where a phrase opens with a verb: 减轻|农民负担|超过."""
        words = self._edges.words(text, noun.start, noun.end)
        if self._governing.search(words[0].text):
            return None
        if words[0].text in ("为", "对", "给"):
            predicate, thing = split_object(words[1:], self._known)
            return (predicate, thing) if predicate and thing and predicate.end <= thing.start else None
        if len(words) > 1 and words[0].pos == "v" and words[0].text in self.words and words[0].text[0] != "新":
            return Phrase(words[0].start, words[0].end), Phrase(words[1].start, noun.end)
        return None

    def change(self, verb: str, tail: str) -> Change | None:
        """Return the change that a final verb says: 增长 is one, 增长到 a level."""
        value = self.words.get(verb.removesuffix(tail) if tail else verb) or self.words.get(verb)
        return value if value in ("increase", "decrease") and tail not in LEVEL_TAIL else None  # type: ignore[return-value]

    def change_of(self, text: str, noun: Phrase | None, predicate: Phrase | None) -> Change | None:
        """Return the change that the words name themselves: 新增就业, 减轻农民负担, 涨幅, 经济增长|预期."""
        said = text[predicate.start : predicate.end] if predicate else ""
        value = self.words.get(said)
        if value in ("increase", "decrease"):
            return value  # type: ignore[return-value]
        if said.startswith(("新增", "净增")):
            return "increase"
        if noun is None:
            return None
        phrase = text[noun.start : noun.end]
        if self._names_rise.search(phrase):
            return "increase"
        if self._names_fall.search(phrase):
            return "decrease"
        opening = self._edges.words(text, noun.start, noun.end)[0].text
        value = self.words.get(opening)
        return value if value in ("increase", "decrease") and opening != phrase else None  # type: ignore[return-value]
