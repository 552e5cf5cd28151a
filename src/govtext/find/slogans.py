"""Slogans: those of the dictionary, those that rules find, and couplets."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.couplets import Couplets
from govtext.find.found import Found
from govtext.find.matching import QUOTES, Terms, keep_longest, skeleton, skeleton_key, skeleton_keys
from govtext.find.shapes import Shapes
from govtext.model import Slogan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clean import Report
    from govtext.lexicon import Lexicon, Rule, SloganEntry
    from govtext.model import SloganKind
    from govtext.segment import Segmenter, Sentence

KINDS: dict[str | None, SloganKind] = {
    "formula": "formula",
    "dictum": "dictum",
    "thought": "thought",
    "spirit": "spirit",
    "vision": "vision",
    "couplet": "couplet",
}
"""The kinds of rules that find slogans; rules of other kinds help (see dicts/rules/slogans.toml)."""

SHORT = 3
"""A name of at most this many characters must begin and end between words: no 三公 in 三公里."""

OFTEN = 3
"""How often a text speaks of a place before 文化 and the place's name are taken for an aim (文化吕梁)."""

_AROUND = 8
"""How many characters around a short name are cut into words: enough for the same words as in the whole clause."""

_PLACE = regex.compile("新区|[省市县区州盟旗](?![帜手号舰场民级域内里值别分间块位容面外])")
_OPENING = dict(zip("”’」』》", "“‘「『《", strict=True))
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}


class Candidate(NamedTuple):
    """A slogan that may be: its span in the running text, and the dictionary row or the rule and kind it comes from."""

    start: int
    end: int
    rule: str
    kind: SloganKind
    entry: SloganEntry | None = None


def find_slogans(
    report: Report, sentences: Sequence[Sentence], lexicon: Lexicon, segmenter: Segmenter
) -> Iterator[Found[Slogan]]:
    """Yield the slogans of a report in order; they do not overlap."""
    starts = [sentence.start for sentence in sentences]
    for candidate in Search(report.folded, known_slogans(lexicon), segmenter).slogans():
        start, end, entry = candidate.start, candidate.end, candidate.entry
        place = report.place(start, end)
        index = bisect_right(starts, start) - 1
        yield Found(
            (start, end),
            Slogan(
                **place,
                rule=candidate.rule,
                kind=candidate.kind,
                canonical=entry.canonical if entry else report.written[start:end],
                members=entry.members if entry else (),
                since=entry.since if entry else None,
                sentence=report.written[sentences[index].start : sentences[index].end] if index >= 0 else "",
            ),
            masks=entry is not None or candidate.kind == "formula",
        )


class Known:
    """What a lexicon knows of slogans, made ready for search."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names = {name: entry for entry in lexicon.slogans for name in (entry.canonical, *entry.aliases)}
        self.terms = Terms(list(self.names))
        rules = lexicon.rules_for("slogan")
        self.rules = [rule for rule in rules if rule.kind in KINDS]
        self.vetoes = [rule for rule in rules if rule.kind == "none"]
        self.shapes = Shapes.of(lexicon)
        self.policies = frozenset(skeleton_keys(list(lexicon.policy_names)))


@lru_cache(maxsize=4)
def known_slogans(lexicon: Lexicon) -> Known:
    return Known(lexicon)


class Search:
    """One search through one text."""

    def __init__(self, text: str, known: Known, segmenter: Segmenter) -> None:
        self.text = text
        self.known = known
        self.segmenter = segmenter

    def slogans(self) -> list[Candidate]:
        """Return the slogans: the longest of the dictionary and of firm shapes, then couplets and sayings between."""
        vetoes = sorted(match.span() for rule in self.known.vetoes for match in rule.finditer(self.text))
        kept = keep_longest(c for c in self.fixed() if not _cut_by(c, vetoes))
        return _merge(kept, keep_longest(self.loose()))

    def fixed(self) -> list[Candidate]:
        """Return the candidates of the dictionary and of firm shapes; they may overlap."""
        return [*self._in_dictionary(), *self._by_rules(("formula", "spirit", "vision", "thought"))]

    def loose(self) -> list[Candidate]:
        """Return the couplets and sayings; they may overlap."""
        return [*self._couplets(), *self._by_rules(("couplet", "dictum"))]

    def _in_dictionary(self) -> Iterator[Candidate]:
        for start, end, name in self.known.terms.find(skeleton(self.text)):
            if len(name) > SHORT or self._stands_alone(start, end):
                entry = self.known.names[name]
                yield Candidate(*self._balanced(start, end), "slogan/dictionary", entry.kind, entry)

    def _by_rules(self, kinds: Sequence[str]) -> Iterator[Candidate]:
        for rule in self.known.rules:
            if rule.kind in kinds:
                for match in rule.finditer(self.text):
                    yield from self._by_rule(rule, match)

    def _by_rule(self, rule: Rule, match: regex.Match[str]) -> Iterator[Candidate]:
        groups = match.re.groupindex
        start, end = match.span("slogan" if "slogan" in groups else 0)
        if "place" in groups and match["place"]:
            narrowed = self._at_place(start, end, *match.span("place"))
            if narrowed is None:
                return
            start, end = narrowed
        start, end = self._balanced(start, end)
        if skeleton_key(self.text[start:end]) not in self.known.policies:
            yield Candidate(start, end, rule.name, KINDS[rule.kind])

    def _couplets(self) -> Iterator[Candidate]:
        for couplet in Couplets(self.known.shapes, self.segmenter).find(self.text):
            clauses = regex.split("[、，；]", self.text[couplet.start : couplet.end])
            if not self.known.policies.intersection(("、".join(clauses), *clauses)):
                kind: SloganKind = "formula" if couplet.powers else "thought" if couplet.line else "couplet"
                yield Candidate(couplet.start, couplet.end, "slogan/couplet", kind)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Tell whether text[start:end] is in quotation marks, or begins and ends between words."""
        if self.text[start - 1 : start] in QUOTES and self.text[end : end + 1] in QUOTES and start:
            return True
        first, last = max(0, start - _AROUND), min(len(self.text), end + _AROUND)
        words = self.segmenter.words(self.text[first:last])
        return {start - first, end - first} <= {0, *(word.end for word in words)}

    def _at_place(self, start: int, end: int, first: int, last: int) -> tuple[int, int] | None:
        """Narrow a span to the place at its end (美丽吕梁) or at its start (大庆精神); None where there is none.

        A word after 文化 or 繁荣 must be a place beyond doubt; the word before 精神 need not.
        """
        for length in range(last - first, 1, -1):
            if last == end and self._is_place(self.text[first : first + length], often=OFTEN):
                return start, first + length
            if first == start and self._is_place(self.text[last - length : last], often=1):
                return last - length, end
        return None

    def _is_place(self, name: str, often: int) -> bool:
        """Tell whether the text speaks of the city, county … of that name, or of a place of that name so often."""
        return name in self._places or (self.segmenter.tag(name) == "ns" and self.text.count(name) >= often)

    @cached_property
    def _places(self) -> set[str]:
        """The two and three characters in front of each 市, 县, 新区 … of the text."""
        return {
            self.text[mark.start() - length : mark.start()] for mark in _PLACE.finditer(self.text) for length in (2, 3)
        }

    def _balanced(self, start: int, end: int) -> tuple[int, int]:
        """Take in the quotation mark next to a span that holds only its partner: “五位一体”总体布局."""
        inside = self.text[start:end]
        for opening, closing in _CLOSING.items():
            if inside.count(closing) > inside.count(opening) and self.text[start - 1 : start] == opening:
                start -= 1
            elif inside.count(opening) > inside.count(closing) and self.text[end : end + 1] == closing:
                end += 1
        return start, end


def _cut_by(candidate: Candidate, vetoes: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a veto overlaps a candidate without lying inside it."""
    position = bisect_right(vetoes, (candidate.end, -1))
    return any(
        end > candidate.start and not (candidate.start <= start and end <= candidate.end)
        for start, end in vetoes[max(0, position - 3) : position]
    )


def _merge(kept: Sequence[Candidate], loose: Sequence[Candidate]) -> list[Candidate]:
    """Add the loose candidates that overlap none of the kept ones; both are sorted and do not overlap themselves.

    A loose one that holds kept ones takes their place where these are single clauses of it: 尊重自然、与民同乐
    where the dictionary knows 与民同乐 alone.
    """
    ends = [candidate.end for candidate in kept]
    gone: set[Candidate] = set()
    added = []
    for candidate in loose:
        inside = []
        for other in kept[bisect_right(ends, candidate.start) :]:
            if other.start >= candidate.end:
                break
            inside.append(other)
        if all(_is_clause_of(other, candidate) for other in inside):
            gone.update(inside)
            added.append(candidate)
    return sorted((c for c in (*kept, *added) if c not in gone), key=lambda c: (c.start, c.end))


def _is_clause_of(part: Candidate, whole: Candidate) -> bool:
    """Tell whether a candidate may give way to a longer one that it is a part of."""
    return (
        part.kind in ("dictum", "couplet", "thought")
        and whole.start <= part.start
        and part.end <= whole.end
        and 2 * (part.end - part.start) <= whole.end - whole.start + 1
    )
