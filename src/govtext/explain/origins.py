"""What made a record: its rule, the rows of dictionaries behind its fields, and the cues that set them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govtext.model import Fact, Policy, Slogan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.lexicon import Cue, Lexicon
    from govtext.lexicon.entries import Entry
    from govtext.model import Record

_SHAPED = {"status": ("status/modal", "status/budget", "status/planned", "status/original")}
"""Rules that set a field by a word that no list of cues holds."""


class Origin(NamedTuple):
    """Where a field of a record comes from: its value, the words that say so, file and 1-based line."""

    field: str
    value: str
    said: str
    path: str
    row: int | None


def origins(record: Record, lexicon: Lexicon) -> list[Origin]:
    """Return where the fields of a record come from, the rule first.

    A field that is not named was read from the grammar of the clause, not from a dictionary.
    """
    if isinstance(record, Fact):
        return [*_rule(record, lexicon), *_of_fact(record, lexicon)]
    if isinstance(record, Slogan):
        return list(_of_name(record, "canonical", record.canonical, lexicon.slogans, lexicon))
    if isinstance(record, Policy):
        return list(_of_policy(record, lexicon))
    return []


def _rule(record: Record, lexicon: Lexicon) -> Iterator[Origin]:
    rule = next((rule for rule in lexicon.rules if rule.name == record.rule), None)
    yield Origin("rule", record.rule, record.text, rule.path if rule else "", rule.line if rule else None)


def _of_name(record: Record, field: str, name: str, entries: tuple[Entry, ...], lexicon: Lexicon) -> Iterator[Origin]:
    """Yield the row that a name of the dictionary comes from, else the rule."""
    if not record.rule.endswith("/dictionary"):
        yield from _rule(record, lexicon)
        return
    entry = next((entry for entry in reversed(entries) if getattr(entry, field) == name), None)
    if entry is None:
        yield Origin("rule", record.rule, record.text, "", None)
    else:
        yield Origin("rule", record.rule, record.text, entry.path, entry.row)


def _of_policy(record: Policy, lexicon: Lexicon) -> Iterator[Origin]:
    yield from _of_name(record, "name", record.canonical or record.name, lexicon.policies, lexicon)
    known = lexicon.policy_names.get(record.canonical or "")
    if known and not record.rule.endswith("/dictionary"):
        yield Origin("canonical", record.canonical or "", record.name, known.path, known.row)
    if record.action:
        yield from _cues(lexicon, "action", record.action, record.action, ("policy_action",), part=True)


def _of_fact(fact: Fact, lexicon: Lexicon) -> Iterator[Origin]:
    unit = lexicon.units.get(fact.unit or "")
    if unit:
        yield Origin("unit", unit.unit, fact.unit or "", unit.path, unit.row)
    known = (
        next((row for row in lexicon.indicators if row.id == fact.indicator_id), None) if fact.indicator_id else None
    )
    if known:
        yield Origin("indicator", known.id, fact.indicator or "", known.path, known.row)
    if fact.predicate:
        yield from _cues(
            lexicon, "change" if fact.change else "predicate", fact.change or "", fact.predicate, ("verb",), part=True
        )
    if fact.baseline:
        yield from _cues(lexicon, "baseline", fact.baseline, fact.baseline, ("baseline",), part=True)
    for said in fact.cues:
        yield from _cues(lexicon, "bound", fact.bound, said, ("bound_before", "bound_after"))
        if fact.status != "actual":
            found = list(_cues(lexicon, "status", fact.status, said, ("status",)))
            yield from found or _shaped(lexicon, "status", fact.status, said)


def _cues(
    lexicon: Lexicon, field: str, value: str, said: str, roles: tuple[str, ...], *, part: bool = False
) -> Iterator[Origin]:
    """Yield the cue that is what was said or, where a `part` is enough, the longest that is in it."""
    fitting: list[Cue] = [
        cue for cue in lexicon.cues if cue.role in roles and (cue.cue == said or (part and cue.cue in said))
    ]
    if fitting:
        cue = max(fitting, key=lambda cue: (cue.cue == said, cue.value == value, len(cue.cue)))
        if field != "bound" or cue.value == value:
            yield Origin(field, value or cue.value, cue.cue, cue.path, cue.row)


def _shaped(lexicon: Lexicon, field: str, value: str, said: str) -> Iterator[Origin]:
    for rule in lexicon.rules:
        if rule.name in _SHAPED[field] and rule.regex.search(said):
            yield Origin(field, f"{value} ({rule.name})", said, rule.path, rule.line)
            return
