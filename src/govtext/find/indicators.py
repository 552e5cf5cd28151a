"""What a number measures: the indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from govtext.find.carried import joined
from govtext.find.coordination import Named, deal_out
from govtext.find.drafts import Draft, is_counted
from govtext.find.objects import split_object
from govtext.find.phrases import Phrase, is_verb, leading_noun_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.clean import Report
    from govtext.find.clauses import After, ClauseReader
    from govtext.lexicon import Lexicon

_INSIDE = regex.compile(r"(?:之|当)?中$|里$")
_RATES = frozenset({"增幅", "增速", "涨幅", "降幅", "增长率", "增长速度"})
_GOES_ON = regex.compile(r"(?:连续|历时|持续)$")
_CLAUSE_ENDS = "，；：,;。！？\n（）()"


class IndicatorReader:
    """Names what each number of a sentence measures."""

    def __init__(self, report: Report, lexicon: Lexicon, clauses: ClauseReader) -> None:
        self._report = report
        self._text = report.folded
        self._lexicon = lexicon
        self._clauses = clauses
        self._names_amount = lexicon.shape("clause/names-amount")
        self._setting = lexicon.shape("clause/setting")
        self._occasion = lexicon.shape("clause/occasion")
        self._framed_topic = lexicon.shape("clause/topic")
        self._agent = lexicon.shape("clause/agent")
        self._purpose = lexicon.shape("clause/purpose")
        self._ratio_of = lexicon.shape("clause/ratio")
        self.ranked = lexicon.shape("clause/ranked")
        self._only_scope = lexicon.shape("clause/only-scope")
        self._level_follows = lexicon.shape("clause/level-follows")

    def read(self, drafts: Sequence[Draft]) -> list[Named]:
        """Return indicator and flags of each quantity of a sentence."""
        named: list[Named] = []
        for position in range(len(drafts)):
            named.append((self._indicator(position, drafts, named), ()))
        return deal_out(self._text, drafts, named, self._cut_words)

    def _indicator(self, position: int, drafts: Sequence[Draft], named: Sequence[Named]) -> str | None:
        draft = drafts[position]
        quantity, before, after = draft.quantity, draft.before, draft.after
        topic = inherited = self._topic(draft, drafts[position - 1].quantity.end if position else 0)
        if position and topic is None:
            inherited = self._counted(drafts[position - 1]) or named[position - 1][0]
        noun, following = self.cut(before.noun), self.cut(after.noun)
        if noun and (self._occasion.search(noun) or (topic and noun in self._clauses.known.places)):
            noun = None
        following = _INSIDE.sub("", following) if following else following
        if following and self._clauses.is_generic(following) and (noun or inherited):
            following = None
        if following and quantity.kind == "money" and self._purpose.search(following):
            following = None
        if position and joined(self._text, drafts[position - 1], draft):
            return following if following and is_counted(quantity) else inherited
        if noun is None and following is None and position + 1 < len(drafts):
            beside = drafts[position + 1]  # 127户|298名贫困人口
            following = self.cut(beside.after.noun) if beside.quantity.start == quantity.end else None
        if quantity.kind == "rank":
            return self._ranked(draft, noun, following) or inherited
        if quantity.kind == "duration":
            return self._lasting(draft, noun, following) or inherited
        ratio = self.ratio(draft)
        if ratio:
            return self._share(ratio, draft, inherited)
        if quantity.unit in ("次", "轮", "遍", "趟") and (following or after.said):
            return following if following and len(following) > 1 else self._object(after)
        if following and quantity.unit in ("人", "户") and (noun is None or len(noun) < 3) and not after.linked:
            return following
        if following and quantity.kind in ("percent", "ratio") and after.linked:
            return following
        if following and quantity.kind == "ratio" and before.predicate and before.predicate.end == quantity.start:
            return following
        amount = noun is not None and before.predicate is not None and self._names_amount.search(noun)
        if following and is_counted(quantity) and not after.linked and not amount:
            return following
        same_unit = position > 0 and drafts[position - 1].quantity.unit == quantity.unit
        if noun and inherited and same_unit and self._acts(draft):
            return inherited
        if noun in _RATES and inherited:
            return inherited.removesuffix(noun) + noun
        return noun or (following if quantity.kind not in ("point",) else None) or inherited or self._action(draft)

    def _counted(self, earlier: Draft) -> str | None:
        """Return the noun behind a number that only describes it, and names what follows: 万元以上的|农户|，有…."""
        noun = earlier.after.noun
        closed = noun is not None and self._text[noun.end : noun.end + 1] in ("，", ",")
        return self.cut(noun) if closed and earlier.after.linked and earlier.after.bound else None

    def _topic(self, draft: Draft, after: int) -> str | None:
        """Return the subject of the clause before, where the number's own clause has none: 粮食产量屡创新高，达到….

        The clause stands behind the number before, which ends at `after`.
        """
        end = draft.clause
        for _ in range(3):
            if end == 0 or self._text[end - 1] not in "，：,:":
                return None
            start = self._clause_start(end - 1)
            if start < after:
                return None
            topic = self._subject(start, end - 1)
            if topic:
                return topic
            end = start
        return None

    def _subject(self, start: int, end: int) -> str | None:
        """Return the noun phrase that a clause opens with, where something is said of it, or that it is (…的人数，)."""
        framed = self._framed_topic.fullmatch(self._text, start, end)
        if framed:
            return self.cut(self._clauses.edges.noun(self._text, *framed.span("name")))
        opening = self._clauses.edges.noun(self._text, start, end)
        if opening and self._names_amount.search(self._text, opening.start, opening.end):
            return self.cut(self._without_verb(opening))
        if self._setting.fullmatch(self._text, start, end):
            return None
        words = self._clauses.edges.words(self._text, opening.start, end) if opening else []
        while words and (words[0].pos == "t" or words[0].text in ("内", "中", "间", "里")):
            words = words[1:]
        last = 0
        while last < len(words) and (
            words[last].pos.startswith(("n", "vn", "j", "b", "a", "eng")) or (last and words[last].text in "的、和与及")
        ):
            last += 1
        while last and words[last - 1].pos.startswith("a"):
            last -= 1
        named = last and words[last - 1].pos.startswith(("n", "j", "vn"))
        return self.cut(Phrase(words[0].start, words[last - 1].end)) if named else None

    def _without_verb(self, phrase: Phrase) -> Phrase | None:
        """Return the object of a verb that a phrase opens with: 逐步降低|农业税税率, but 参加医保的人数."""
        words = self._clauses.edges.words(self._text, phrase.start, phrase.end)
        first = next((word for word in words if word.pos != "d"), words[0])
        changes = self._clauses.verbs.get(first.text) in ("increase", "decrease")
        governs = is_verb(first, self._clauses.known) and (changes or all(word.text != "的" for word in words))
        return split_object(words, self._clauses.known)[1] if governs else phrase

    def _clause_start(self, end: int) -> int:
        """Return where the clause that ends at `end` begins."""
        start = end
        while start > 0 and self._text[start - 1] not in _CLAUSE_ENDS:
            start -= 1
        return start

    def _ranked(self, draft: Draft, noun: str | None, following: str | None) -> str | None:
        """Return what holds a place: 专利申请量位居全国第一 → 专利申请量; 第四大航空港 → 航空港."""
        if following and self._text[draft.quantity.end - 1] != "位":
            return following.removeprefix("大")
        ranked = self.ranked.search(self._text, draft.start, draft.quantity.start)
        if ranked:
            stop, _ = self._clauses.edges.skip_adverbs(self._text, draft.start, ranked.start())
            words = self._clauses.edges.words(self._text, draft.start, stop)
            handled = [word.end for word in words if word.text in ("把", "将")]  # 把民生放在首位
            head = self._clauses.edges.noun(self._text, handled[-1] if handled else draft.start, stop)
            found = self.cut(head)
            return found if found and not self._only_scope.search(found) else None
        return noun if noun and not self._only_scope.search(noun) else None

    def _lasting(self, draft: Draft, noun: str | None, following: str | None) -> str | None:
        """Return what lasts: 轮候时间不超过5年 → 轮候时间; 连续五年听取报告 → 报告; 停滞6年的工地 → 工地."""
        if draft.after.linked and following:
            return following
        if noun and self._level_follows.search(self._text[draft.quantity.end : draft.quantity.end + 4]):
            return noun
        if draft.before.noun and noun and not self._only_verbs(draft.before.noun) and noun != "连续":
            ongoing = _GOES_ON.search(self._text, max(0, draft.quantity.start - 3), draft.quantity.start)
            if not ongoing or not (following or draft.after.said):
                return noun
        return self._object(draft.after, lasting=True) or following or noun

    def ratio(self, draft: Draft) -> regex.Match[str] | None:
        """Find 占…的比重 in the clause of a percentage."""
        if draft.quantity.kind not in ("percent", "ratio", "point"):
            return None
        predicate, noun = draft.before.predicate, draft.before.noun
        if draft.before.starting and noun:
            return self._ratio_of.search(self._text, draft.clause, noun.end)
        end = predicate.start if predicate else draft.quantity.start
        if predicate and self._text[predicate.start] == "占":
            end = draft.quantity.start
        return self._ratio_of.search(self._text, draft.clause, end)

    def _only_verbs(self, phrase: Phrase | None) -> bool:
        """Tell whether a phrase only says what was done: 转送, 不予受理."""
        if phrase is None:
            return False
        words = self._clauses.edges.words(self._text, phrase.start, phrase.end)
        known = all(word.pos in ("d", "c") or word.text in self._clauses.verbs for word in words)
        return known or (len(words) > 1 and all(word.pos in ("d", "c", "v") for word in words))

    def _acts(self, draft: Draft) -> bool:
        """Tell whether the words before a number only say what was done, by whom: 转送, 最高法院办理."""
        noun, predicate = draft.before.noun, draft.before.predicate
        if noun is None:
            return False
        if predicate and predicate.start >= noun.end:
            first = self._clauses.edges.words(self._text, noun.start, noun.end)[0]
            doubled = first.end == predicate.start and first.pos == "v"  # 吸收|采纳
            acts = doubled or self._agent.search(self._text, noun.start, noun.end) or self._only_verbs(noun)
            return bool(acts) and self._clauses.verbs.get(self._text[predicate.start : predicate.end]) == "do"
        return self._only_verbs(noun)

    def _action(self, draft: Draft) -> str | None:
        """Return the action itself where it has no object: 进站|13973人次."""
        predicate = self.cut(draft.before.predicate)
        acts = predicate is not None and predicate not in self._clauses.verbs
        return predicate if acts and draft.quantity.kind in ("count", "money") else None

    def _share(self, ratio: regex.Match[str], draft: Draft, inherited: str | None) -> str | None:
        """Return what 占…比重 measures: the part, or with 比重 the whole ratio."""
        stop, _ = self._clauses.edges.skip_adverbs(self._text, draft.clause, ratio.start())
        head = self._clauses.edges.noun(self._text, max(draft.start, draft.clause), max(stop, draft.start))
        part = self.cut(head) or inherited
        if ratio["share"] and part:
            given = part.endswith("所")
            return part.removesuffix("所") + "所" * given + self._report.written[ratio.start() : ratio.end()]
        return part

    def _object(self, after: After, *, lasting: bool = False) -> str | None:
        """Return the thing that the words after a number act on: 听取有关报告 → 有关报告."""
        phrase = after.noun or after.said
        if phrase is None:
            return None
        whole = Phrase(phrase.start, after.said.end if after.said else phrase.end)
        words = self._clauses.edges.words(self._text, whole.start, whole.end)
        if lasting and self._clauses.verbs.get(words[0].text) in ("level", "increase", "decrease"):
            return None
        while words and (words[0].pos.startswith(("v", "d", "p", "a", "u")) or words[0].text in self._clauses.verbs):
            words = words[1:]
        thing, _ = leading_noun_phrase(words, self._clauses.known, counted=True) if words else (whole, None)
        return self.cut(thing or whole)

    def identifier(self, indicator: str | None) -> str | None:
        """Return the dictionary's id of an indicator, found by its longest known ending."""
        if not indicator:
            return None
        names = self._lexicon.indicator_names
        bare = indicator.strip("“”")
        for start in range(len(bare) - 1):
            row = names.get(bare[start:])
            if row:
                return row.id
        return None

    def _cut_words(self, text: str) -> list[str]:
        return [word.text for word in self._clauses.edges.cut(text, 0, len(text))]

    def cut(self, phrase: Phrase | None) -> str | None:
        """Return a phrase as written, with the quotation mark that closes a name at its end: “四好农村路”."""
        if phrase is None or phrase.start == phrase.end:
            return None
        written = self._report.written[phrase.start : phrase.end + 1]
        closes = written[-1] == "”" and written.count("“") == written.count("”")
        return written if closes else self._report.written[phrase.start : phrase.end]
