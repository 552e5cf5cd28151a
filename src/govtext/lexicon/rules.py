"""Rules: a shape made of named parts, with examples that must match and rejects that must not."""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import regex

from govtext.errors import LexiconError
from govtext.lexicon.tables import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

TIMEOUT = 5.0
"""Seconds that one search of a rule may take before the rule is given up for a document."""

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

    finds: str
    parts: dict[str, str] = {}
    rules: list[RuleRow] = []


class Rule:
    """A compiled rule. `finds` is what it makes: quantity, time, slogan or policy."""

    def __init__(self, row: RuleRow, finds: str, parts: Mapping[str, str], path: str) -> None:
        self.name = f"{finds}/{row.name}"
        self.finds = finds
        self.kind = row.kind
        self.note = row.note
        self.examples = row.examples
        self.rejects = row.rejects
        self.path = path
        self.pattern = expand(row.pattern, parts, path, self.name)

    @cached_property
    def regex(self) -> regex.Pattern[str]:
        """The compiled pattern: verbose, matched on folded text."""
        try:
            return regex.compile(self.pattern, regex.VERBOSE | regex.V1)
        except regex.error as error:
            pos = error.pos or 0
            line = self.pattern[:pos].rsplit("\n", 1)[-1]
            around = self.pattern.split("\n")[self.pattern[:pos].count("\n")]
            caret = f"{around}\n{' ' * len(line)}^"
            raise LexiconError(self.path, None, f"rule {self.name}: {error.msg}\n{caret}") from None

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """Yield the matches in a folded text, left to right."""
        return self.regex.finditer(text, timeout=TIMEOUT)

    def check(self) -> list[str]:
        """Return what is wrong between the pattern and its examples and rejects; nothing where all is well."""
        complaints = []
        for example in self.examples:
            match = self.regex.search(example["text"], timeout=TIMEOUT)
            if match is None:
                complaints.append(f"{self.name}: does not match its example {example['text']!r}")
                continue
            for group, wanted in example.items():
                if group == "text":
                    continue
                got = match[0] if group == "match" else match.groupdict().get(group)
                if got != wanted:
                    complaints.append(f"{self.name}: {group} of {example['text']!r} is {got!r}, not {wanted!r}")
        for text in self.rejects:
            match = self.regex.search(text, timeout=TIMEOUT)
            if match is not None:
                complaints.append(f"{self.name}: matches {match[0]!r} in {text!r}, which it should reject")
        return complaints


def expand(pattern: str, parts: Mapping[str, str], path: str, name: str) -> str:
    """Put the named parts into a pattern: `{number}` → `(?:…)`; an unknown part is an error."""

    def part(match: regex.Match[str]) -> str:
        found = parts.get(match["name"])
        if found is None:
            known = ", ".join(sorted(parts))
            raise LexiconError(path, None, f"rule {name}: no part named {match['name']!r}; the parts are {known}")
        return f"(?:{expand(found, parts, path, name)})"

    return _PART.sub(part, pattern)


def read_rules(path: Traversable, shared: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rules of a TOML file; `shared` are the parts that the dictionaries supply ({unit} …)."""
    try:
        raw: dict[str, Any] = tomllib.loads(read_text(path))
        file = msgspec.convert(raw, RuleFile)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(path), None, f"not TOML: {error}") from None
    except msgspec.ValidationError as error:
        raise LexiconError(str(path), None, str(error)) from None
    parts = {**shared, **file.parts}
    seen: set[str] = set()
    for row in file.rules:
        if row.name in seen:
            raise LexiconError(str(path), None, f"two rules are named {row.name!r}; names are unique")
        for example in row.examples:
            if "text" not in example:
                raise LexiconError(str(path), None, f"rule {row.name!r}: an example has no `text`")
        seen.add(row.name)
        yield Rule(row, file.finds, parts, str(path))
