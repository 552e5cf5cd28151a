"""Dictionary files → checked rows. A wrong line is an error with file, line and remedy."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

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

_WORD_LINE = regex.compile(r"(?P<word>.+?)(?:[ ]+(?P<frequency>\d+))?(?:[ ]+(?P<pos>[A-Za-z]+))?")


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
        if "\t" in entry:
            raise LexiconError(str(path), number, f"a tab in {entry!r}; put one blank between 词, 频次 and 词性")
        match = _WORD_LINE.fullmatch(entry)
        if match is None or (regex.search(r",\d+(,\w+)?$", entry)):
            raise LexiconError(str(path), number, f"expected `词 [频次] [词性]`, got {entry!r}")
        word, frequency, pos = match["word"], match["frequency"], match["pos"]
        if pos is not None and (frequency is None and word.isascii()):
            word, pos = f"{word} {pos}", None
        if frequency is not None and int(frequency) == 0:
            raise LexiconError(str(path), number, "frequency 0 would hide the word; give 1 or more, or leave it out")
        yield UserWord(
            word=word,
            frequency=int(frequency) if frequency else None,
            pos=pos.lower() if pos else None,
            path=str(path),
            row=number,
        )


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
                raise LexiconError(str(path), reader.line_num, str(error).replace("`$.", "`")) from None
    except csv.Error as error:
        raise LexiconError(str(path), reader.line_num, str(error)) from None
