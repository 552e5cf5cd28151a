"""Files of rules: TOML → checked rules. A wrong line is an error with file, line and remedy."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args
from unicodedata import east_asian_width

import msgspec
import regex

from govtext.errors import LexiconError
from govtext.lexicon.compiled import code_of
from govtext.lexicon.rules import FLAGS, Rule, RuleRow, expand, origin
from govtext.lexicon.tables import read_text
from govtext.model import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

_KINDS = {"quantity": get_args(FactKind), "time": ("point", "period", "none")}
_PLACE = regex.compile(r"\(at line (?P<line>\d+), column \d+\)")
_PATTERN = regex.compile(r"^[ \t]*pattern[ \t]*=[ \t]*(?:'''\r?\n|\"\"\"\r?\n)?", regex.MULTILINE)


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A TOML file of rules: the table they fill, parts, rules; full names of rules that are not to count."""

    finds: Literal["", "quantity", "time", "clause", "status", "slogan", "policy"] = ""
    parts: dict[str, str] = {}
    rules: list[RuleRow] = []
    off: list[str] = []


class ReadRules(NamedTuple):
    """What a file of rules holds: its rules, and the names that it switches off, with their line."""

    rules: list[Rule]
    off: list[str]
    off_line: int | None


def read_rule_file(path: Traversable, shared: Mapping[str, str], *, own: bool = False) -> ReadRules:
    """Read a TOML file of rules; a user's `own` are watched. All are compiled, so that a wrong one is told."""
    text = read_text(path)
    try:
        raw: dict[str, Any] = tomllib.loads(text)
        file = msgspec.convert(raw, RuleFile)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise LexiconError(str(path), int(place["line"]) if place else None, f"not TOML: {error}") from None
    except msgspec.ValidationError as error:
        raise LexiconError(str(path), _line_of_trouble(text, str(error)), str(error)) from None
    if file.rules and not file.finds:
        raise LexiconError(str(path), 1, 'nothing says what the rules find; begin with finds = "quantity" (or time …)')
    rules = list(_rules(text, file, str(path), {**shared, **file.parts}, own=own))
    line = next((number for number, line in enumerate(text.splitlines(), 1) if line.startswith("off")), None)
    return ReadRules(rules, file.off, line)


def _rules(text: str, file: RuleFile, path: str, parts: Mapping[str, str], *, own: bool) -> Iterator[Rule]:
    """Yield the rules of a file, each checked."""
    seen: set[str] = set()
    for index, row in enumerate(file.rules):
        line = _line_of_rule(text, index)
        if row.name in seen:
            raise LexiconError(path, line, f"two rules are named {row.name!r}; names are unique")
        kinds = _KINDS.get(file.finds)
        if kinds and row.kind is not None and row.kind not in kinds:
            trouble = f"rule {row.name!r}: no kind {row.kind!r} of {file.finds}; the kinds are {', '.join(kinds)}"
            raise LexiconError(path, line, trouble)
        for example in row.examples:
            if "text" not in example:
                raise LexiconError(path, line, f'rule {row.name!r}: an example has no `text`; add text = "…"')
        seen.add(row.name)
        yield _rule(text, Rule(row, file.finds, "", path, line, own), parts)


def _rule(text: str, bare: Rule, parts: Mapping[str, str]) -> Rule:
    """Put the pattern of a rule together and compile it."""
    row = bare.row
    try:
        pattern = expand(row.pattern, parts)
        code = code_of(regex.compile(pattern, FLAGS))
        re.compile(row.needs or "")
    except re.error as error:
        raise LexiconError(bare.path, bare.line, f"rule {bare.name}: needs {row.needs!r}: {error}") from None
    except ValueError as error:
        raise LexiconError(bare.path, bare.line, f"rule {bare.name}: {error}") from None
    except regex.error as error:
        raise _wrong(bare, parts, _line_of_pattern(text, bare.line), error) from None
    return msgspec.structs.replace(bare, pattern=pattern, code=code)


def _wrong(rule: Rule, parts: Mapping[str, str], first: int | None, error: regex.error) -> LexiconError:
    """Say what is wrong with a pattern, which begins on line `first`, with a caret under the place as written."""
    written = rule.row.pattern
    place, part = origin(written, parts, getattr(error, "pos", None) or 0)
    before = written[:place]
    shown = written.split("\n")[before.count("\n")].replace("\t", " ")
    caret = " " * sum(2 if east_asian_width(char) in "WF" else 1 for char in before.rsplit("\n", 1)[-1]) + "^"
    within = f" (in the part {part!r})" if part else ""
    trouble = f"rule {rule.name}: {getattr(error, 'msg', error)}{within}\n{shown}\n{caret}"
    return LexiconError(rule.path, first + before.count("\n") if first else rule.line, trouble)


def _line_of_pattern(text: str, rule_line: int | None) -> int | None:
    """Return the 1-based line on which the pattern of a rule begins."""
    if rule_line is None:
        return None
    start = sum(len(line) for line in text.splitlines(keepends=True)[:rule_line])
    match = _PATTERN.search(text, start)
    return text.count("\n", 0, match.end()) + 1 if match else None


def _line_of_rule(text: str, index: int) -> int | None:
    """Return the 1-based line of the `[[rules]]` that opens a rule; None where the file is written otherwise."""
    opening = [number for number, line in enumerate(text.splitlines(), start=1) if line.strip() == "[[rules]]"]
    return opening[index] if index < len(opening) else None


def _line_of_trouble(text: str, trouble: str) -> int | None:
    """Return the line of the rule that msgspec complains of: … - at `$.rules[3].pattern`."""
    place = regex.search(r"\$\.rules\[(\d+)\]", trouble)
    return _line_of_rule(text, int(place[1])) if place else None
