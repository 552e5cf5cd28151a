"""Rules: a shape made of named parts, with examples that must match and rejects that must not."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, cast, get_args
from unicodedata import east_asian_width

import msgspec
import regex

from govtext.errors import LexiconError, SlowRuleError
from govtext.lexicon.limits import Watched
from govtext.model import SloganKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regex import Match

TIMEOUT = 5.0
"""Seconds that one search of a rule may take before the document is given up."""

_SLOW = f"takes longer than {TIMEOUT:g} s on a text; avoid nested repeats such as (x+)+ and set limits: x{{1,20}}"
_PART = regex.compile(r"\{(?P<name>[a-z_]+)\}")


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it stands in a TOML file."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    pattern: Annotated[str, msgspec.Meta(min_length=1)]
    examples: Annotated[list[dict[str, str]], msgspec.Meta(min_length=1)]
    kind: str | None = None
    note: str = ""
    rejects: list[str] = []


class Rule:
    """A compiled rule. `finds` is what it makes: quantity, time, slogan or policy; a user's `own` is watched."""

    def __init__(
        self,
        row: RuleRow,
        finds: str,
        parts: Mapping[str, str],
        path: str,
        line: int | None = None,
        *,
        own: bool = False,
        written_at: int | None = None,
    ) -> None:
        self.name = f"{finds}/{row.name}"
        self.finds = finds
        self.kind = row.kind
        self.note = row.note
        self.examples = row.examples
        self.rejects = row.rejects
        self.path = path
        self.line = line
        self.own = own
        self._row = row
        self._parts = parts
        self._written_at = written_at
        try:
            self.pattern = expand(row.pattern, parts)
        except ValueError as error:
            raise LexiconError(path, line, f"rule {self.name}: {error}") from None

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
        try:
            compiled = regex.compile(self.pattern, regex.VERBOSE | regex.V1)
        except regex.error as error:
            raise self._wrong(str(getattr(error, "msg", error)), getattr(error, "pos", None) or 0) from None
        if not self.own:
            return compiled
        return cast("regex.Pattern[str]", Watched(compiled, lambda: TIMEOUT, self._slow))

    def _wrong(self, trouble: str, position: int) -> LexiconError:
        """Say what is wrong with the pattern, with a caret under the place as the user wrote it."""
        written = self._row.pattern
        place, part = origin(written, self._parts, position)
        before = written[:place]
        shown = written.split("\n")[before.count("\n")].replace("\t", " ")
        caret = " " * sum(2 if east_asian_width(char) in "WF" else 1 for char in before.rsplit("\n", 1)[-1]) + "^"
        line = self._written_at + before.count("\n") if self._written_at else self.line
        within = f" (in the part {part!r})" if part else ""
        return LexiconError(self.path, line, f"rule {self.name}: {trouble}{within}\n{shown}\n{caret}")

    def _slow(self) -> SlowRuleError:
        return SlowRuleError(self.path, self.line, f"{self.name} {_SLOW}")

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """Yield the matches in a folded text, left to right. Raises SlowRuleError where a search takes too long."""
        try:
            yield from self.regex.finditer(text, timeout=TIMEOUT)
        except TimeoutError:
            raise self._slow() from None

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
