"""`govtext dict add`: one's own entries, in the folder where every run finds them."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from govtext.lexicon import Entry

Slogan = Annotated[bool, typer.Option("--slogan", help="A slogan.")]
Policy = Annotated[bool, typer.Option("--policy", help="A named policy.")]
Indicator = Annotated[bool, typer.Option("--indicator", help="A statistical indicator.")]
Unit = Annotated[bool, typer.Option("--unit", help="A unit or measure word.")]


def _field(help_: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    return typer.Option(metavar=metavar, help=help_)  # type: ignore[no-any-return]


def add(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Words, or names of one kind.")],
    *,
    slogan: Slogan = False,
    policy: Policy = False,
    indicator: Indicator = False,
    unit: Unit = False,
    freq: Annotated[int | None, typer.Option(min=1, help="Word: how often it occurs.")] = None,
    pos: Annotated[str | None, _field("Word: its part of speech, a tag of jieba's.", "TAG")] = None,
    kind: Annotated[str | None, _field("Slogan, policy, unit: its kind.", "KIND")] = None,
    alias: Annotated[list[str] | None, _field("Another form (repeatable).")] = None,
    member: Annotated[list[str] | None, _field("Slogan: what it stands for (repeatable).")] = None,
    since: Annotated[int | None, _field("Slogan: the year it came into use.", "YEAR")] = None,
    occasion: Annotated[str | None, _field("Slogan: where it was first put so.")] = None,
    key: Annotated[str | None, typer.Option("--id", metavar="ID", help="Policy, indicator: its key.")] = None,
    period: Annotated[str | None, _field("Policy: when, as 2021 or 2021/2025.")] = None,
    issuer: Annotated[str | None, _field("Policy: who adopted it.")] = None,
    measured_in: Annotated[str | None, typer.Option("--in", metavar="UNIT", help="Indicator: its usual unit.")] = None,
    english: Annotated[str | None, _field("Slogan, indicator: the usual translation.")] = None,
    base: Annotated[str | None, _field("Unit: the unit that it converts to.", "UNIT")] = None,
    factor: Annotated[str | None, _field("Unit: how many of --base it is.", "NUMBER")] = None,
    not_before: Annotated[list[str] | None, _field("Unit: what may not follow (repeatable).")] = None,
    noun: Annotated[bool, typer.Option("--noun", help="Unit: a noun, counts after 1, 2, 3 only.")] = False,
    note: Annotated[str | None, _field("Policy, unit: for the reader.")] = None,
) -> None:
    """Add words or, with a kind, slogans, policies, indicators or units to your own dictionaries.

    \b
    govtext dict add 数字乡村 新质要素
    govtext dict add 放管服 --freq 20 --pos n
    govtext dict add --slogan 望澜速度 --kind spirit --alias 望澜新速度
    govtext dict add --unit 标箱 --kind measure

    An entry with the same key is replaced, one that was switched off is on again.
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli.own import FILES, in_force, kind_of, matching, own_entries, path_of, write_row, write_word
    from govtext.errors import UsageError
    from govtext.lexicon import Lexicon, UserWord
    from govtext.lexicon.keys import table_of
    from govtext.lexicon.places import label
    from govtext.render.visible import visible

    table = kind_of(slogan=slogan, policy=policy, indicator=indicator, unit=unit) or UserWord
    given = {
        "kind": kind,
        "aliases": _joined(alias),
        "members": _joined(member),
        "since": since,
        "occasion": occasion,
        "id": key,
        "period": period,
        "issuer": issuer,
        "unit": measured_in,
        "english": english,
        "base": base,
        "factor": factor,
        "not_before": _joined(not_before),
        "noun": "yes" if noun else None,
        "note": note,
        "frequency": freq,
        "pos": pos,
    }
    fields = {name: str(value) for name, value in given.items() if value is not None}
    for name in fields:
        if name not in table.__struct_fields__ or (name == "unit" and unit):
            raise UsageError(f"a {table_of(table)} has no {name.replace('_', '-')}; see govtext dict add --help")
    if len(names) > 1 and fields.keys() - {"kind", "frequency", "pos"}:
        raise UsageError("name one entry at a time when it has fields of its own")
    built_in = in_force(Lexicon.load())
    for name in names:
        own = [entry for entry in own_entries() if table in (type(entry), _off_table(entry))]
        mine = matching(own, table, name) or [entry for entry in own if getattr(entry, "key", None) == name]
        path = path_of(mine)
        known = [*mine, *matching(built_in, table, name)]
        if table is UserWord:
            line = " ".join(filter(None, (name, fields.get("frequency"), fields.get("pos"))))
            target = write_word(name, line, path)
        else:
            row = _row(table, name, fields, known)
            target = write_row(table, row, path)
        replaced = next((entry for entry in known if type(entry) in FILES), None)
        note_ = f" (replaces {label(replaced.path, replaced.row)})" if replaced else ""
        print(visible(f"{target}: {name}{note_}"))


def _row(table: "type[Entry]", name: str, fields: dict[str, str], known: "list[Entry]") -> dict[str, str]:
    """Return the cells of a new row. Raises UsageError where the kind is missing."""
    from typing import get_args

    import msgspec

    from govtext.errors import UsageError
    from govtext.lexicon import Indicator, PolicyEntry, SloganEntry
    from govtext.lexicon.keys import table_of

    if "kind" in table.__struct_fields__ and "kind" not in fields:
        kinds = next(get_args(field.type) for field in msgspec.structs.fields(table) if field.name == "kind")
        raise UsageError(f"add --kind: a {table_of(table)} is one of {', '.join(kinds)}")
    if table is SloganEntry:
        return {"canonical": name, **fields}
    if table in (PolicyEntry, Indicator):
        same = next((str(entry.id) for entry in known if isinstance(entry, (PolicyEntry, Indicator))), f"own/{name}")
        return {"id": same, "name": name, **fields}
    return {"unit": name, **fields}


def _off_table(entry: "Entry") -> "type[Entry] | None":
    """Return the kind of entry that a note `off` is about."""
    from govtext.cli.own import FILES
    from govtext.lexicon import SwitchedOff
    from govtext.lexicon.keys import table_of

    name = entry.table if isinstance(entry, SwitchedOff) else None
    return next((kind for kind in FILES if table_of(kind) == name), None)


def _joined(values: list[str] | None) -> str | None:
    return "|".join(values) if values else None
