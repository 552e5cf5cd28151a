"""Dictionary files → checked rows. A wrong line is an error with file, line and remedy."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, get_args

import msgspec
import regex

from govtext.errors import LexiconError
from govtext.lexicon.entries import Cue, Entry, Indicator, PolicyEntry, SloganEntry, Unit, UserWord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

TABLES: dict[str, type[Entry]] = {
    "cue": Cue,
    "canonical": SloganEntry,
    "id,kind": PolicyEntry,
    "id": Indicator,
    "unit": Unit,
}
"""Which columns tell one kind of table from another; the first that fits counts."""

_WORD_LINE = regex.compile(r"(?P<word>.+?)(?:[ ]+(?P<frequency>[0-9]+))?(?:[ ]+(?P<pos>[A-Za-z]+))?")
_NUMBER = regex.compile(r"[-+]?[\d.]+(?:[eE][-+]?\d+)?")
_TAG = regex.compile(r"(?:[a-z]|[a-z][a-z]|nrfg|nrt|eng)")


def read_text(path: Traversable) -> str:
    """Return a dictionary's text; UTF-8 with or without BOM, any line ends."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise LexiconError(str(path), line, "not UTF-8; save the file as UTF-8 (`iconv -f GB18030 -t UTF-8`)") from None
    except OSError as error:
        raise LexiconError(str(path), None, f"cannot be read: {error.strerror}") from None


def read_words(path: Traversable) -> Iterator[UserWord]:
    """Yield the words of a jieba dictionary: one a line, `词 [频次] [词性]`, # for comments.

    A word may hold blanks, digits, quotation marks or brackets.
    """
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        try:
            word, frequency, pos = _word(entry)
        except ValueError as error:
            raise LexiconError(str(path), number, str(error)) from None
        yield UserWord(word=word, frequency=frequency, pos=pos, path=str(path), row=number)


def _word(entry: str) -> tuple[str, int | None, str | None]:
    """Part a line into word, frequency and part of speech; raises ValueError with the remedy.

    A word that holds blanks and has a part of speech needs a frequency between the two, or nobody could tell
    `放管服 many n` from `三个 代表 n`.
    """
    if "\t" in entry:
        raise ValueError(f"a tab in {entry!r}; put one blank between 词, 频次 and 词性")
    if regex.search(r"[^\S ]", entry):
        raise ValueError(f"a blank of another width in {entry!r}; put one plain blank between 词, 频次 and 词性")
    match = _WORD_LINE.fullmatch(entry)
    if match is None or regex.search(r"[,，]\d+(?:[,，]\w+)?$", entry):
        raise ValueError(f"expected `词 [频次] [词性]` with blanks between, got {entry!r}")
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


def table_type(path: Traversable, header: list[str]) -> type[Entry]:
    """Tell from the header row which table a CSV file holds."""
    for key, kind in TABLES.items():
        if all(column in header for column in key.split(",")):
            return kind
    known = "; ".join(",".join(kind.__struct_fields__[2:]) for kind in TABLES.values())
    raise LexiconError(str(path), 1, f"unknown columns {','.join(header)!r}; the tables are: {known}")


def read_table(path: Traversable) -> Iterator[Entry]:
    """Yield the rows of a CSV dictionary; the header row says which table it is.

    Several values in one cell are joined by `|`. Empty cells are unset.
    """
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        kind = table_type(path, header)
        fields = kind.__struct_fields__[2:]
        for name in header:
            if name not in fields:
                raise LexiconError(str(path), 1, f"unknown column {name!r}; expected {','.join(fields)}")
        many = {field.name for field in msgspec.structs.fields(kind) if field.default == ()}
        for cells in reader:
            if not any(cells) or cells[0].startswith("#"):
                continue
            if len(cells) != len(header):
                trouble = f"{len(cells)} cells under {len(header)} columns; quote a cell that holds a comma"
                raise LexiconError(str(path), reader.line_num, trouble)
            row = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}
            values = {name: cell.split("|") if name in many else cell for name, cell in row.items()}
            try:
                yield msgspec.convert({**values, "path": str(path), "row": reader.line_num}, kind, strict=False)
            except msgspec.ValidationError as error:
                raise LexiconError(str(path), reader.line_num, _trouble(str(error), kind, row)) from None
    except csv.Error as error:
        raise LexiconError(str(path), reader.line_num, str(error)) from None


def _trouble(message: str, kind: type[Entry], row: dict[str, str]) -> str:
    """Say what is wrong with a cell, and what it may hold: Invalid enum value 'lawx' → kind 'lawx'; …"""
    place = regex.search(r"`\$\.(\w+)", message)
    if place is None or place[1] not in row:
        return message
    field = next(field for field in msgspec.structs.fields(kind) if field.name == place[1])
    choices = [choice for choice in get_args(field.type) if isinstance(choice, str) and choice]
    remedy = f"one of {', '.join(choices)}" if choices else message.partition(" - at ")[0].removeprefix("Expected ")
    return f"{field.name} {row[field.name]!r}: expected {remedy}"
