"""`govtext dict remove`: take one's own entries out, switch built-in ones off."""

from typing import TYPE_CHECKING, Annotated

import typer

from govtext.cli.completion import entry_names
from govtext.cli.dictionary_changes import Indicator, Policy, Slogan, Unit

if TYPE_CHECKING:
    from govtext.lexicon import Entry


def remove(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Words or names.", autocompletion=entry_names)],
    *,
    word: Annotated[bool, typer.Option("--word", help="A word; also one of jieba's own.")] = False,
    slogan: Slogan = False,
    policy: Policy = False,
    indicator: Indicator = False,
    unit: Unit = False,
) -> None:
    """Take entries out of your own dictionaries; a built-in one is switched off.

    \b
    govtext dict remove 望澜速度
    govtext dict remove --word 和服

    To switch an entry on again: govtext dict add.
    """  # noqa: D301 \b keeps the lines of the example
    from difflib import get_close_matches

    from govtext.cli.own import in_force, kind_of, matching, own_entries, path_of, write_row, write_word
    from govtext.errors import UsageError
    from govtext.lexicon import Cue, Lexicon, UserWord
    from govtext.lexicon.keys import KEYS, key_of, names_of, table_of
    from govtext.lexicon.places import label
    from govtext.render.visible import visible

    chosen: type[Entry] | None = (
        UserWord if word else kind_of(slogan=slogan, policy=policy, indicator=indicator, unit=unit)
    )
    built_in = in_force(Lexicon.load())
    for name in names:
        own = matching(own_entries(), chosen, name)
        found = own or [entry for entry in matching(built_in, chosen, name) if chosen or not isinstance(entry, Cue)]
        kinds = {type(entry) for entry in found}
        if len(kinds) > 1:
            options_ = " or ".join(f"--{table_of(kind).removeprefix('user')}" for kind in kinds)
            raise UsageError(f"{name} is in several dictionaries; add {options_}")
        if not found and not word:
            near = get_close_matches(name, [one for entry in built_in for one in names_of(entry)], n=3)
            raise UsageError(
                f"no entry is named {name!r}"
                + (f"; near: {', '.join(near)}" if near else "")
                + "; to switch off a word of jieba's own add --word"
            )
        kind = kinds.pop() if kinds else UserWord
        last = found[-1] if found else None
        key = key_of(last) if last else name
        if kind is UserWord:
            target = write_word(key, "" if own else f"-{key}", path_of(own))
        else:
            assert last is not None
            row = {column: str(getattr(last, column)) for column in (*KEYS[kind], "name") if hasattr(last, column)}
            target = write_row(kind, row if own else {**row, "off": "yes"}, path_of(own), remove=bool(own))
        back = matching(built_in, kind, name) if own else []
        done = "removed" if own else "switched off"
        after = f"; {label(back[-1].path, back[-1].row)} is in force again" if back else ""
        print(visible(f"{target}: {key} {done}{after}"))
