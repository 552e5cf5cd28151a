"""The user's own dictionaries on disk: which file an entry goes to, and writing it in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govtext.errors import OutputError, UsageError
from govtext.lexicon import Cue, Indicator, PolicyEntry, SloganEntry, Unit, UserWord
from govtext.lexicon.editing import put_row, put_word
from govtext.lexicon.keys import key_of, names_of
from govtext.lexicon.places import user_folder
from govtext.lexicon.sources import TABLE_SUFFIXES, walk
from govtext.lexicon.tables import read_table, read_text, read_words
from govtext.render.write import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govtext.lexicon import Entry, Lexicon

FILES: dict[type[Entry], str] = {
    UserWord: "words.txt",
    SloganEntry: "slogans.csv",
    PolicyEntry: "policies.csv",
    Indicator: "indicators.csv",
    Unit: "units.csv",
    Cue: "cues.csv",
}
"""Where `dict add` puts an entry that stands in no file of the user's yet."""


def own_entries() -> list[Entry]:
    """Return what the files in the user's folder hold, in the order in which they are read. Raises LexiconError."""
    folder = user_folder()
    if not folder.is_dir():
        return []
    found: list[Entry] = []
    for path in walk([folder]):
        found.extend(read_table(path) if path.name.endswith(TABLE_SUFFIXES) else read_words(path))
    return found


def matching(entries: Iterable[Entry], kind: type[Entry] | None, name: str) -> list[Entry]:
    """Return the entries of a kind (or any) that bear a name as key, standard form or alias."""
    found = []
    for entry in entries:
        if type(entry) in FILES and kind in (None, type(entry)) and name in (key_of(entry), *names_of(entry)):
            found.append(entry)
    return found


def in_force(lexicon: Lexicon) -> list[Entry]:
    """Return every entry of a lexicon once."""
    units = {id(unit): unit for unit in lexicon.units.values()}.values()
    return [*lexicon.words, *lexicon.slogans, *lexicon.policies, *lexicon.indicators, *units, *lexicon.cues]


def write_word(word: str, line: str, path: Path | None = None) -> Path:
    """Write a line into the user's words (nothing takes the word out); return the file."""
    target = path or user_folder() / FILES[UserWord]
    _write(target, put_word(_text(target), word, line, str(target)))
    return target


def write_row(kind: type[Entry], row: dict[str, str], path: Path | None = None, *, remove: bool = False) -> Path:
    """Write a row into a table of the user's, or take it out; return the file."""
    target = path or user_folder() / FILES[kind]
    text = _text(target)
    if "\t" in text.split("\n", 1)[0]:
        raise UsageError(f"{target}: a table with tabs; save it with commas, then it can be changed from here")
    _write(target, put_row(text, kind, row, str(target), remove=remove))
    return target


def kind_of(*, slogan: bool, policy: bool, indicator: bool, unit: bool) -> type[Entry] | None:
    """Return the kind that the flags name, None where they name none. Raises UsageError for several."""
    pairs = ((slogan, SloganEntry), (policy, PolicyEntry), (indicator, Indicator), (unit, Unit))
    chosen: list[type[Entry]] = [kind for wanted, kind in pairs if wanted]
    if len(chosen) > 1:
        raise UsageError("one kind at a time: --slogan, --policy, --indicator or --unit")
    return chosen[0] if chosen else None


def path_of(mine: Sequence[Entry]) -> Path | None:
    """Return the file in which an entry of the user's stands, None where there is no entry."""
    return Path(mine[-1].path) if mine else None


def _text(path: Path) -> str:
    if not path.exists():
        return ""
    read_text(path)
    return path.read_bytes().decode("utf-8")  # with its byte order mark, which stays


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(path.parent, f"cannot be made: {error.strerror}") from None
    with replacing(path) as stream:
        stream.write(text)
