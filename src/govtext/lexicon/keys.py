"""What tells one entry from another, and what it is looked for by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.lexicon.entries import Cue, Indicator, PolicyEntry, SloganEntry, Unit, UserWord

if TYPE_CHECKING:
    from govtext.lexicon.entries import Entry

KEYS: dict[type[Entry], tuple[str, ...]] = {
    UserWord: ("word",),
    Unit: ("unit",),
    Cue: ("cue", "role"),
    Indicator: ("id",),
    SloganEntry: ("canonical",),
    PolicyEntry: ("id",),
}
"""The fields by which a later entry replaces an earlier one."""


def table_of(kind: type[Entry]) -> str:
    """Return the name of a table: `word`, `unit`, `cue`, `indicator`, `slogan`, `policy`."""
    return kind.__name__.removesuffix("Entry").removeprefix("User").lower()


def key_of(entry: Entry) -> str:
    """Return what tells an entry from the others of its table."""
    return " ".join(getattr(entry, name) for name in KEYS[type(entry)])


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return every form of an entry that is looked for in texts."""
    first = next(
        str(getattr(entry, name)) for name in ("name", "canonical", "word", "unit", "cue") if hasattr(entry, name)
    )
    return (first, *getattr(entry, "aliases", ()))
