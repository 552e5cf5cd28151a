"""Rules: a shape made of named parts, with examples that must match and rejects that must not."""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import msgspec
import regex

from govtext.errors import LexiconError
from govtext.lexicon.tables import read_text
from govtext.model import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from regex import Match

TIMEOUT = 5.0
"""Seconds that one search of a rule may take before the document is given up."""

_SLOW = f"takes longer than {TIMEOUT:g} s on a text; avoid nested repeats such as (x+)+ and set limits: x{{1,20}}"
_KINDS = {"quantity": get_args(FactKind), "time": ("point", "period", "none")}
_PLACE = regex.compile(r"\(at line (?P<line>\d+), column \d+\)")
_PART = regex.compile(r"\{(?P<name>[a-z_]+)\}")


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it stands in a TOML file."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    pattern: Annotated[str, msgspec.Meta(min_length=1)]
    examples: Annotated[list[dict[str, str]], msgspec.Meta(min_length=1)]
    kind: str | None = None
    note: str = ""
    rejects: list[str] = []


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A TOML file of rules: the table they fill, parts, rules."""

    finds: Literal["quantity", "time", "clause", "status", "slogan", "policy"]
    parts: dict[str, str] = {}
    rules: list[RuleRow] = []


class Rule:
    """A compiled rule. `finds` is what it makes: quantity, time, slogan or policy."""

    def __init__(self, row: RuleRow, finds: str, parts: Mapping[str, str], path: str, line: int | None = None) -> None:
        self.name = f"{finds}/{row.name}"
        self.finds = finds
        self.kind = row.kind
        self.note = row.note
        self.examples = row.examples
        self.rejects = row.rejects
        self.path = path
        self.line = line
        try:
            self.pattern = expand(row.pattern, parts)
        except ValueError as error:
            raise LexiconError(path, line, f"rule {self.name}: {error}") from None

    @cached_property
    def regex(self) -> regex.Pattern[str]:
        """The compiled pattern: verbose, matched on folded text."""
        try:
            return regex.compile(self.pattern, regex.VERBOSE | regex.V1)
        except regex.error as error:
            pos = getattr(error, "pos", None) or 0
            line = self.pattern[:pos].rsplit("\n", 1)[-1]
            around = self.pattern.split("\n")[self.pattern[:pos].count("\n")]
            caret = f"{around}\n{' ' * len(line)}^"
            raise LexiconError(
                self.path, self.line, f"rule {self.name}: {getattr(error, 'msg', error)}\n{caret}"
            ) from None

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """Yield the matches in a folded text, left to right. Raises LexiconError where a search takes too long."""
        try:
            yield from self.regex.finditer(text, timeout=TIMEOUT)
        except TimeoutError:
            raise LexiconError(self.path, self.line, f"{self.name} {_SLOW}") from None

    def check(self) -> list[str]:
        """Return what is wrong between the pattern and its examples and rejects; nothing where all is well."""
        try:
            return list(self._complaints())
        except TimeoutError:
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


def read_rules(path: Traversable, shared: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rules of a TOML file; `shared` are the parts that the dictionaries supply ({unit} …)."""
    text = read_text(path)
    try:
        raw: dict[str, Any] = tomllib.loads(text)
        file = msgspec.convert(raw, RuleFile)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise LexiconError(str(path), int(place["line"]) if place else None, f"not TOML: {error}") from None
    except msgspec.ValidationError as error:
        raise LexiconError(str(path), _line_of_trouble(text, str(error)), str(error)) from None
    parts = {**shared, **file.parts}
    seen: set[str] = set()
    for index, row in enumerate(file.rules):
        line = _line_of_rule(text, index)
        if row.name in seen:
            raise LexiconError(str(path), line, f"two rules are named {row.name!r}; names are unique")
        kinds = _KINDS.get(file.finds)
        if kinds and row.kind is not None and row.kind not in kinds:
            trouble = f"rule {row.name!r}: no kind {row.kind!r} of {file.finds}; the kinds are {', '.join(kinds)}"
            raise LexiconError(str(path), line, trouble)
        for example in row.examples:
            if "text" not in example:
                raise LexiconError(str(path), line, f'rule {row.name!r}: an example has no `text`; add text = "…"')
        seen.add(row.name)
        yield Rule(row, file.finds, parts, str(path), line)


def _line_of_rule(text: str, index: int) -> int | None:
    """Return the 1-based line of the `[[rules]]` that opens a rule; None where the file is written otherwise."""
    opening = [number for number, line in enumerate(text.splitlines(), start=1) if line.strip() == "[[rules]]"]
    return opening[index] if index < len(opening) else None


def _line_of_trouble(text: str, trouble: str) -> int | None:
    """Return the line of the rule that msgspec complains of: … - at `$.rules[3].pattern`."""
    place = regex.search(r"\$\.rules\[(\d+)\]", trouble)
    return _line_of_rule(text, int(place[1])) if place else None
