"""Dictionary files → checked rows. A wrong line is an error with file, line and remedy."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import TYPE_CHECKING, get_args

import msgspec
import regex

from govtext.errors import LexiconError
from govtext.lexicon.entries import (
    AnyEntry,
    Cue,
    Entry,
    Indicator,
    PolicyEntry,
    SloganEntry,
    SwitchedOff,
    Unit,
    UserWord,
)
from govtext.lexicon.keys import KEYS, names_of, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

TABLES: dict[str, type[AnyEntry]] = {
    "cue": Cue,
    "canonical": SloganEntry,
    "id,kind": PolicyEntry,
    "id": Indicator,
    "unit": Unit,
}
"""Which columns tell one kind of table from another; the first that fits counts."""

_WORD_LINE = regex.compile(r"(?P<word>.+?)(?:[ ]+(?P<frequency>[0-9]+))?(?:[ ]+(?P<pos>[A-Za-z]+))?")
_LINE = regex.compile(r"\r\n|\n|\r")
_NUMBER = regex.compile(r"[-+]?[\d.]+(?:[eE][-+]?\d+)?")
_OFF = regex.compile(r"-(?=[^\s\d-])")
"""What stands before a word that is not to count: -词. (- and -5 are words.)"""

_QUOTES = regex.compile(r"[“”‘’「」『』《》〈〉\"'\s]*")
"""Names match whatever their quotation marks, so one of these alone would match everywhere."""

_TAG = regex.compile(r"(?:[a-z]|[a-z][a-z]|nrfg|nrt|eng)")


def read_text(path: Traversable) -> str:
    """Return a dictionary's text; UTF-8 with or without BOM, any line ends."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise LexiconError(str(path), None, f"cannot be read: {error.strerror}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            raise LexiconError(str(path), None, "a workbook, no text; save it as CSV UTF-8") from None
        code = "UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "GB18030"
        trouble = f"not UTF-8; save the file as UTF-8 (`iconv -f {code} -t UTF-8`)"
        raise LexiconError(str(path), raw[: error.start].count(b"\n") + 1, trouble) from None


def read_words(path: Traversable) -> Iterator[UserWord | SwitchedOff]:
    """Yield the words of a jieba dictionary: one a line, `词 [频次] [词性]`.

    A line `# …` is a comment, `-词` switches a word off. A word may hold blanks, digits, quotation marks or brackets.
    """
    return parse_words(read_text(path), str(path))


def parse_words(text: str, path: str) -> Iterator[UserWord | SwitchedOff]:
    """Yield the words of a dictionary's text; `path` is for the messages."""
    for number, line in enumerate(_LINE.split(text), start=1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        off = _OFF.match(entry)
        try:
            word, frequency, pos = _word(entry[1:] if off else entry)
        except ValueError as error:
            raise LexiconError(path, number, str(error)) from None
        if off:
            yield SwitchedOff(table="word", key=word, path=path, row=number)
        else:
            yield UserWord(word=word, frequency=frequency, pos=pos, path=path, row=number)


def _word(entry: str) -> tuple[str, int | None, str | None]:
    """Part a line into word, frequency and part of speech; raises ValueError with the remedy.

    A word that holds blanks and has a part of speech needs a frequency between the two, or nobody could tell
    `放管服 many n` from `三个 代表 n`.
    """
    shown = entry if len(entry) <= 40 else f"{entry[:40]}…"
    if "\t" in entry:
        raise ValueError(f"a tab in {shown!r}; put one blank between 词, 频次 and 词性")
    if regex.search(r"[^\S ]", entry):
        raise ValueError(f"a blank of another width in {shown!r}; put one plain blank between 词, 频次 and 词性")
    match = _WORD_LINE.fullmatch(entry)
    if match is None or regex.search(r"[,，]\d+(?:[,，]\w+)?$", entry):
        raise ValueError(f"expected `词 [频次] [词性]` with blanks between, got {shown!r}")
    word, frequency, pos = match["word"], match["frequency"], match["pos"]
    if pos is not None and frequency is None and word.isascii():
        word, pos = f"{word} {pos}", None
    *front, last = word.split()
    if front and not word.isascii():
        if frequency is None and pos is not None:
            raise ValueError(f"the frequency {last!r} is no number; write `{front[0]} 100 {pos}` or `{front[0]} {pos}`")
        if frequency is None and _NUMBER.fullmatch(last):
            raise ValueError(f"the frequency {last!r} is no whole number of 1 or more; leave it out if in doubt")
        if frequency is not None and pos is None and _TAG.fullmatch(last):
            raise ValueError(f"频次 stands before 词性: write `{' '.join(front)} {frequency} {last}`")
    if frequency is not None and int(frequency[:20]) == 0:
        raise ValueError("frequency 0 would hide the word; give 1 or more, or leave it out")
    return word, int(frequency[:20]) if frequency else None, pos.lower() if pos else None


def table_type(path: str, header: list[str]) -> type[AnyEntry]:
    """Tell from the header row which table a CSV file holds."""
    for key, kind in TABLES.items():
        if all(column in header for column in key.split(",")):
            return kind
    known = "; ".join(",".join(kind.__struct_fields__[2:]) for kind in TABLES.values())
    raise LexiconError(path, 1, f"unknown columns {','.join(header)!r}; the tables are: {known}")


def read_table(path: Traversable) -> Iterator[AnyEntry]:
    """Yield the rows of a CSV dictionary; the header row says which table it is.

    Several values in one cell are joined by `|`. Empty cells are unset. `yes` under `off` switches an entry off.
    """
    return parse_table(read_text(path), str(path))


def parse_table(text: str, path: str) -> Iterator[AnyEntry]:
    """Yield the rows of a dictionary's text; `path` is for the messages. A header with tabs is one of TSV."""
    first = _LINE.split(text, maxsplit=1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter="\t" if "\t" in first else ",")
    try:
        header = [name.strip() for name in next(reader, [])]
        kind = table_type(path, header)
        fields = kind.__struct_fields__[2:]
        for name in header:
            if name not in (*fields, "off"):
                raise LexiconError(path, 1, f"unknown column {name!r}; expected {','.join(fields)},off")
        for cells in reader:
            if not any(cells) or cells[0].startswith("#"):
                continue
            if len(cells) != len(header):
                trouble = f"{len(cells)} cells under {len(header)} columns; quote a cell that holds a comma"
                raise LexiconError(path, reader.line_num, trouble)
            row = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}
            yield _entry(kind, row, path, reader.line_num)
    except csv.Error as error:
        raise LexiconError(path, reader.line_num, str(error)) from None


def _entry(kind: type[AnyEntry], row: dict[str, str], path: str, line: int) -> AnyEntry:
    """Make a row of a table, or the note that it is switched off."""
    off = row.pop("off", "")
    if off not in ("", "yes"):
        raise LexiconError(path, line, f"off {off!r}: expected yes, or nothing")
    if off:
        parts = [row.get(name, "") for name in KEYS[kind]]
        key = " ".join(parts) if all(parts) else row.get("name", "")
        if not key:
            raise LexiconError(path, line, f"nothing under {' and '.join(KEYS[kind])} says what is off")
        return SwitchedOff(table=table_of(kind), key=key, path=path, row=line)
    several = _several(kind)
    values = {name: cell.split("|") if name in several else cell for name, cell in row.items()}
    try:
        entry = msgspec.convert({**values, "path": path, "row": line}, kind, strict=False)
    except msgspec.ValidationError as error:
        raise LexiconError(path, line, _trouble(str(error), kind, row)) from None
    for name in names_of(entry):
        if _QUOTES.fullmatch(name):
            raise LexiconError(path, line, f"the name {name!r} has no characters; write a name, and no | at the ends")
    return entry


@cache
def _several(kind: type[Entry]) -> frozenset[str]:
    """Return the columns whose cells hold several values: aliases, members …"""
    return frozenset(field.name for field in msgspec.structs.fields(kind) if field.default == ())


def _trouble(message: str, kind: type[Entry], row: dict[str, str]) -> str:
    """Say what is wrong with a cell, and what it may hold: Invalid enum value 'lawx' → kind 'lawx'; …"""
    place = regex.search(r"`\$\.(\w+)", message)
    if place is None or place[1] not in row:
        return message
    field = next(field for field in msgspec.structs.fields(kind) if field.name == place[1])
    choices = [choice for choice in get_args(field.type) if isinstance(choice, str) and choice]
    remedy = f"one of {', '.join(choices)}" if choices else message.partition(" - at ")[0].removeprefix("Expected ")
    return f"{field.name} {row[field.name]!r}: expected {remedy}"
