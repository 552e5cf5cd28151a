"""`govtext dict`: the dictionaries in force and one's own."""

from enum import StrEnum
from typing import Annotated

import typer

from govtext.cli import options
from govtext.cli.dictionary_changes import add
from govtext.cli.dictionary_check import check
from govtext.cli.dictionary_removal import remove

app = typer.Typer(name="dict", help="One's own dictionaries.", no_args_is_help=True, rich_markup_mode=None)


class Kind(StrEnum):
    """What `dict list` takes."""

    WORDS = "words"
    SLOGANS = "slogans"
    POLICIES = "policies"
    INDICATORS = "indicators"
    UNITS = "units"
    CUES = "cues"
    OFF = "off"


@app.callback()
def dictionaries() -> None:
    """List, change and check dictionaries."""


@app.command("list")
def list_(
    kind: Annotated[
        Kind | None, typer.Argument(metavar="KIND", help=f"Every entry of a kind: {', '.join(Kind)}.")
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="Only what is not built in.")] = False,
    dictionaries: options.Dictionaries = None,
    no_user_dict: options.NoUserDict = False,
) -> None:
    """Print what is in force and where it comes from.

    \b
    govtext dict list
    govtext dict list slogans --own
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli.knowledge import load
    from govtext.lexicon import UserWord
    from govtext.lexicon.places import label
    from govtext.render.visible import visible

    lexicon = load(dictionaries, no_user_dict=no_user_dict)
    if kind is None:
        for file in lexicon.files:
            place = label(file.path)
            if not (own and place.startswith("built-in ")):
                print(f"{file.entries:>7,}  {file.kind:<10}  {visible(place)}")
        return
    entries = lexicon.units.values() if kind is Kind.UNITS else getattr(lexicon, kind.value)
    for entry in {id(entry): entry for entry in entries}.values():
        place = label(entry.path, entry.row)
        if own and place.startswith("built-in "):
            continue
        if isinstance(entry, UserWord):
            said = [entry.word, str(entry.frequency or ""), entry.pos or ""]
        else:
            said = [str(value) for name, value in _fields(entry)]
        print(visible("  ".join(filter(None, said)) + f"  ({place})"))


def _fields(entry: object) -> list[tuple[str, object]]:
    """Return the fields of an entry that say something: names first, aliases joined."""
    import msgspec

    row = msgspec.structs.asdict(entry)  # type: ignore[arg-type]
    shown = ("table", "key", "canonical", "name", "unit", "cue", "role", "value", "kind", "aliases", "id")
    return [
        (name, "|".join(row[name]) if isinstance(row[name], tuple) else row[name]) for name in shown if row.get(name)
    ]


@app.command()
def path() -> None:
    """Print the folder of your own dictionaries; your rules are in its folder `rules`.

    It is GOVTEXT_HOME, else `govtext` in the configuration folder of the platform. It need not exist yet.
    """
    from govtext.lexicon.places import user_folder

    print(user_folder())


app.command()(add)
app.command()(remove)
app.command()(check)
