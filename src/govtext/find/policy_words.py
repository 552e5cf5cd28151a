"""The vocabulary of policy names, prepared once for a lexicon: heads, edges, generic words, names."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from govtext.find.matching import skeleton_key, skeleton_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govtext.lexicon import Lexicon
    from govtext.lexicon.entries import PolicyEntry
    from govtext.model import PolicyKind


_GENERIC = 10
"""Longer modifiers are taken for names."""

_TELLING = 4
"""Heads of so many characters name something by themselves."""


class Head(NamedTuple):
    """The word that a name ends in: its kind, the least length of what stands before it, whether it needs a verb."""

    kind: PolicyKind
    least: int = 2
    action: bool = False


class Edge(NamedTuple):
    """A word that a name cannot hold: 制定 (an action), 进一步."""

    start: int
    end: int
    action: bool


class PolicyWords:
    """What a lexicon says about policy names."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.cue_words
        self.heads = {word: _head(value) for word, value in words.get("policy_head", {}).items()}
        self.head_words = tuple(self.heads)
        self.title_heads = {word: head.kind for word, head in self.heads.items()}
        self.title_heads.update({word: _head(value).kind for word, value in words.get("title_head", {}).items()})
        self.quoted_heads = {word: _head(value).kind for word, value in words.get("quoted_head", {}).items()}
        self.actions = frozenset(words.get("policy_action", {}))
        self.edges = frozenset(words.get("policy_edge", {})) | self.actions
        self.soft = frozenset(words.get("policy_soft", {}))
        self.places = frozenset(words.get("policy_place", {}))
        self.no_titles = frozenset(words.get("not_a_policy", {}))
        self.prefixes: Mapping[str, str] = words.get("number_prefix", {})
        self.against = tuple(words.get("policy_against", {}))
        generic = words.get("policy_generic", {})
        self._generic = frozenset(generic)
        self._empty = frozenset(word for word, value in generic.items() if value == "any")
        self._generic_ends = frozenset(word[-1] for word in generic)
        self._guards: Mapping[str, str] = words.get("policy_not", {})
        self._keeps = frozenset(words.get("policy_keep", {}))
        names = lexicon.policy_names
        self._entries = dict(zip(skeleton_keys(list(names)), names.values(), strict=True))

    def entry(self, name: str) -> PolicyEntry | None:
        """Return the dictionary's row for a name, however it is quoted."""
        return self._entries.get(skeleton_key(name))

    def is_generic(self, modifier: str, head: str = "") -> bool:
        """Tell whether what stands before a head makes no name: 考核评价 before 机制, 有关 before 规定.

        Before a head that says much itself (改革方案, 安居工程) only words that say nothing (有关, 重大) make no name.
        """
        if not modifier:
            return True
        if len(modifier) > _GENERIC or modifier[-1] not in self._generic_ends:
            return False
        known = self.heads.get(head)
        telling = len(head) >= _TELLING or (known is not None and known.kind == "programme")
        return _made_of(modifier, self._empty if telling else self._generic)

    def issuer(self, prefix: str) -> str | None:
        """Return who issues documents with a number such as 国发〔2021〕5号."""
        known = max((word for word in self.prefixes if prefix.startswith(word)), key=len, default=None)
        return self.prefixes[known] if known else None

    def title_kind(self, title: str) -> PolicyKind | None:
        """Return the kind of a title by the longest head it ends in."""
        for length in range(min(6, len(title)), 0, -1):
            kind = self.title_heads.get(title[-length:])
            if kind:
                return kind
        return None

    def find_edges(self, text: str) -> Edges:
        """Return the edge words of a text of two characters or more."""
        weights, automaton = self._edge_automaton
        return Edges([hit for hit in automaton.find_matches_as_indexes(text) if weights[hit[0]] is not None], weights)

    def find_heads(self, text: str) -> Iterable[tuple[int, int, Head]]:
        """Yield (start, end, head) of the words in a text that names end in."""
        for index, start, end in self._head_automaton.find_matches_as_indexes(text):
            yield start, end, self.heads[self.head_words[index]]

    def find_names(self, bones: str) -> Iterable[tuple[int, int, PolicyEntry]]:
        """Yield every dictionary name in the skeleton of a text, overlapping ones too, none that a guard refuses."""
        names, automaton = self._name_automaton
        found = automaton.find_matches_as_indexes(bones, overlapping=True)
        limit = len(self._entries)
        refused: set[int] = set()
        for index, start, end in found:
            if index >= limit and not bones.startswith(tuple(self._guards[names[index]]), end):
                refused.update(range(start + 1, end))
        for index, start, end in found:
            if index < limit and end not in refused:
                yield start, end, self._entries[names[index]]

    @cached_property
    def single_edges(self) -> frozenset[str]:
        """Edge words of one character: 的, 在, 和."""
        return frozenset(word for word in self.edges if len(word) == 1)

    @cached_property
    def bad_openings(self) -> tuple[str, ...]:
        """Words that a name hardly begins with: 全市, 加强."""
        return tuple(self.places | self.soft)

    @cached_property
    def _edge_automaton(self) -> tuple[list[bool | None], ahocorasick_rs.AhoCorasick]:
        """Whether each edge word is an action (None for a word that only hides one), and the automaton of all."""
        names = sorted(word for word in self.edges | self._keeps if len(word) > 1)
        weights = [None if name in self._keeps else name in self.actions for name in names]
        return weights, ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    @cached_property
    def _head_automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self.head_words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    @cached_property
    def _name_automaton(self) -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
        names = [*self._entries, *self._guards]
        return names, ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.Standard)


class Edges:
    """The edge words of one text, looked up by place."""

    def __init__(self, hits: Sequence[tuple[int, int, int]], actions: Sequence[bool | None]) -> None:
        self._hits = hits
        self._actions = actions
        self._ends = [hit[2] for hit in hits]

    def last(self, floor: int, position: int) -> Edge | None:
        """Return the last edge word within text[floor:position]."""
        place = bisect_right(self._ends, position) - 1
        return self._edge(place) if place >= 0 and self._hits[place][1] >= floor else None

    def last_action(self, floor: int, position: int) -> Edge | None:
        """Return the last action word within text[floor:position]."""
        place = bisect_right(self._ends, position) - 1
        while place >= 0 and self._hits[place][1] >= floor:
            if self._actions[self._hits[place][0]]:
                return self._edge(place)
            place -= 1
        return None

    def _edge(self, place: int) -> Edge:
        index, start, end = self._hits[place]
        return Edge(start, end, bool(self._actions[index]))


@lru_cache(maxsize=4)
def policy_words(lexicon: Lexicon) -> PolicyWords:
    """Return the prepared vocabulary of a lexicon."""
    return PolicyWords(lexicon)


def _head(value: str) -> Head:
    """Read `document 4 action`: kind, least characters before the head, only after an action."""
    kind, *rest = value.split()
    least = int(rest[0]) if rest else 2
    return Head(kind, least, "action" in rest)  # type: ignore[arg-type]


def _made_of(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text can be cut into words without a rest."""
    reached = [0]
    for end in range(1, len(text) + 1):
        if any(text[start:end] in words for start in reached):
            reached.append(end)
    return reached[-1] == len(text)
