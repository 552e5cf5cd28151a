"""Rules: a shape made of named parts, with examples that must match and rejects that must not."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, cast, get_args

import msgspec
import regex

from govtext.errors import SlowRuleError
from govtext.lexicon.compiled import Code, pattern_of
from govtext.lexicon.limits import Watched
from govtext.model import SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regex import Match

TIMEOUT = 5.0
"""Seconds that one search of a rule may take before the document is given up."""

FLAGS = regex.VERBOSE | regex.V1

_SLOW = f"takes longer than {TIMEOUT:g} s on a text; avoid nested repeats such as (x+)+ and set limits: x{{1,20}}"
_SENTENCE_END = re.compile(r"[。\n]")
_PART = regex.compile(r"\{(?P<name>[a-z_]+)\}")


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it stands in a TOML file."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    pattern: Annotated[str, msgspec.Meta(min_length=1)]
    examples: Annotated[list[dict[str, str]], msgspec.Meta(min_length=1)]
    kind: str | None = None
    note: str = ""
    rejects: list[str] = []
    anywhere: bool = False
    needs: str | None = None


class Rule(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A rule put together from its parts; `row` is what its file says.

    `finds` is what it makes: quantity, time, slogan or policy; a user's `own` is watched. A quantity or time that is
    found `anywhere` may hold no numeral. What it `needs`, a plain pattern, must stand in the sentence of a match: it
    says nothing new, it saves time.
    """

    row: RuleRow
    finds: str
    pattern: str
    path: str
    line: int | None = None
    own: bool = False
    code: Code | None = None

    @cached_property
    def name(self) -> str:
        """The full name: quantity/percent."""
        return f"{self.finds}/{self.row.name}"

    @property
    def kind(self) -> str | None:
        """The kind of what it makes, where its file says one."""
        return self.row.kind

    @property
    def note(self) -> str:
        """What it is for."""
        return self.row.note

    @property
    def examples(self) -> list[dict[str, str]]:
        """Texts that it must find, and what the groups of its pattern then hold."""
        return self.row.examples

    @property
    def rejects(self) -> list[str]:
        """Texts in which it must find nothing."""
        return self.row.rejects

    @property
    def anywhere(self) -> bool:
        """Tell whether what it finds may hold no numeral."""
        return self.own or self.row.anywhere

    @cached_property
    def _needed(self) -> re.Pattern[str] | None:
        return re.compile(self.row.needs) if self.row.needs else None

    def __getstate__(self) -> dict[str, object]:
        """Leave the compiled pattern behind: another process compiles its own."""
        return {name: value for name, value in vars(self).items() if name != "regex"}

    @property
    def is_grammar(self) -> bool:
        """Tell whether other steps look for the rule by its name or kind, so that it can be replaced but not go."""
        makes = (*get_args(SloganKind), "none")
        return self.finds in ("clause", "status") or (self.finds == "slogan" and self.kind not in makes)

    @cached_property
    def regex(self) -> regex.Pattern[str]:
        """The compiled pattern: verbose, matched on folded text; of a user's rule one that watches its time."""
        compiled = pattern_of(self.code, self.pattern, FLAGS)
        if not self.own:
            return compiled
        return cast("regex.Pattern[str]", Watched(compiled, lambda: TIMEOUT, self._slow))

    def _slow(self) -> SlowRuleError:
        return SlowRuleError(self.path, self.line, f"{self.name} {_SLOW}")

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """Yield the matches in a folded text, left to right.

        Raises SlowRuleError where a user's own rule takes too long; a shipped one is tested for speed.
        """
        return self._in_sentences(text, self._needed) if self._needed else self.regex.finditer(text)

    def _in_sentences(self, text: str, needed: re.Pattern[str]) -> Iterator[Match[str]]:
        """Search only the sentences that hold what the rule needs."""
        hit = needed.search(text)
        while hit:
            start = max(text.rfind("\n", 0, hit.start()), text.rfind("。", 0, hit.start())) + 1
            mark = _SENTENCE_END.search(text, hit.end())
            end = mark.end() if mark else len(text)
            yield from self.regex.finditer(text, start, end)
            hit = needed.search(text, end) if mark else None

    def check(self) -> list[str]:
        """Return what is wrong between the pattern and its examples and rejects; nothing where all is well."""
        try:
            return list(self._complaints())
        except (TimeoutError, SlowRuleError):
            return [f"{self.name} {_SLOW}"]

    def _complaints(self) -> Iterator[str]:
        for example in self.examples:
            match = self.regex.search(example["text"], timeout=TIMEOUT)
            if match is None:
                yield f"{self.name}: does not match its example {example['text']!r}"
                continue
            if self._needed and not self._needed.search(example["text"]):
                yield f"{self.name}: what it needs is not in its example {example['text']!r}"
            for group, wanted in example.items():
                if group == "text":
                    continue
                got = match[0] if group == "match" else match.groupdict().get(group)
                if got != wanted:
                    yield f"{self.name}: {group} of {example['text']!r} is {got!r}, not {wanted!r}"
        for text in self.rejects:
            match = self.regex.search(text, timeout=TIMEOUT)
            if match is not None:
                yield f"{self.name}: matches {match[0]!r} in {text!r}, which it should reject"


def expand(pattern: str, parts: Mapping[str, str], within: tuple[str, ...] = ()) -> str:
    """Put the named parts into a pattern: `{number}` → `(?:…)`.

    Raises ValueError for an unknown part and for one that holds itself; `within` are the parts that led here.
    """

    def part(match: regex.Match[str]) -> str:
        name = match["name"]
        found = parts.get(name)
        if found is None:
            raise ValueError(f"no part named {name!r}; the parts are {', '.join(sorted(parts))}")
        if name in within:
            raise ValueError(f"the part {name!r} holds itself: {' → '.join((*within, name))}")
        return f"(?:{expand(found, parts, (*within, name))})"

    return _PART.sub(part, pattern)


def origin(pattern: str, parts: Mapping[str, str], position: int) -> tuple[int, str | None]:
    """Return where a place in an expanded pattern stands in the pattern as written, and the part it lies in."""
    read = written = 0
    for match in _PART.finditer(pattern):
        if position < read + match.start() - written:
            break
        read += match.start() - written
        long = len(expand(match[0], parts))
        if position < read + long:
            return match.start(), match["name"]
        read, written = read + long, match.end()
    return min(written + position - read, len(pattern)), None
