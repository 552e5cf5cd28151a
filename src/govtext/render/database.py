"""Write an SQLite database: reports, their records, and an index of words that finds Chinese ones of two characters."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import contextmanager
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from govtext.errors import OutputError
from govtext.render.columns import Column, columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from govtext.model import Document, Record, Source

VERSION = 1
"""`PRAGMA user_version`: the shape of the tables."""

NAMES = {"facts": ("indicator",), "slogans": ("canonical",), "policies": ("canonical", "name")}
"""The fields by which a record is looked up: indexed, and found by their whole text as well as by word."""

_TYPES = {"integer": "integer", "number": "numeric", "text": "text", "words": "text"}
_WHOLE = 2**63


class DatabaseWriter:
    """Write the tables `documents` (with the source text), `facts`, `slogans`, `policies`, and indexes of their words.

    `words` gives the words of a text; without it nothing can be searched. SQLite's own tokenizers take a Chinese clause
    for one word (unicode61) or find three characters at the least (trigram), so the index holds our words, joined by
    blanks, in `facts_search` and its like: `name` (the whole indicator or name), `words` of name and sentence, and
    `parts`, the pairs of characters of longer words. Its rowid is the `id` of the record. Several words of a field are
    a JSON array. Raises OutputError where SQLite lacks FTS5.
    """

    def __init__(
        self, path: Path, tables: Sequence[str], *, words: Callable[[str], Iterable[str]] | None = None
    ) -> None:
        self.tables = tables
        self.words = words
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript("pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = on")
        self.documents = 0
        self.ids = dict.fromkeys(tables, 0)
        try:
            self.database.execute("begin")
            for statement in _tables(tables, searched=words is not None):
                self.database.execute(statement)
        except sqlite3.OperationalError as error:
            raise OutputError("sqlite", f"this SQLite cannot hold the tables: {error}") from None

    def add(self, document: Document, text: str = "", /) -> None:
        """Write one document with its text."""
        with _disk():
            self._add(document, text)

    def _add(self, document: Document, text: str) -> None:
        self.documents += 1
        source = document.source
        index = _Index(self.words)
        self._insert("documents", [(self.documents, *_values(source), text)])
        self._insert_words("documents", [(self.documents, *index.entry([source.title], text))])
        for table in self.tables:
            records: tuple[Record, ...] = getattr(document, table)
            first = self.ids[table] + 1
            self.ids[table] += len(records)
            numbered = list(enumerate(records, first))
            self._insert(table, ((row, self.documents, *_values(record)) for row, record in numbered))
            names = NAMES[table]
            self._insert_words(
                table,
                (
                    (row, *index.entry([getattr(record, name) for name in names], getattr(record, "sentence", "")))
                    for row, record in numbered
                ),
            )

    def finish(self) -> None:
        """Write what helps to find, and close the file."""
        with _disk():
            for table in ("documents", *self.tables) if self.words else ():
                self.database.execute(f"insert into {table}_search({table}_search) values ('optimize')")
            self.database.execute("commit")
            self.database.execute("analyze")
        self.close()

    def close(self) -> None:
        """Close the file, also where it is not to be kept."""
        self.database.close()

    def _insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        marks = ", ".join("?" * (len(columns(table)) + 2))
        self.database.executemany(f"insert into {table} values ({marks})", (tuple(map(_plain, row)) for row in rows))

    def _insert_words(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        if self.words:
            self.database.executemany(
                f"insert into {table}_search(rowid, name, words, parts) values (?, ?, ?, ?)", rows
            )


@contextmanager
def _disk() -> Iterator[None]:
    """Say what SQLite says of a full disk as the system would."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from None


class _Index:
    """The words of one report; a sentence that many records share is cut once."""

    def __init__(self, words: Callable[[str], Iterable[str]] | None) -> None:
        self.words = words
        self.known: dict[str, tuple[str, str]] = {}

    def entry(self, names: Iterable[str | None], sentence: str) -> tuple[str, str, str]:
        """Return what the index holds of a record: its whole names, its words, the pairs of characters in them."""
        whole = [name for name in dict.fromkeys(names) if name]
        words, pairs = zip(*(self._cut(text) for text in (*whole, sentence)), strict=True)
        return " ".join(whole), " ".join(words), " ".join(pairs)

    def _cut(self, text: str) -> tuple[str, str]:
        if text not in self.known:
            words = list(self.words(text)) if self.words else []
            long = (word for word in words if len(word) > 2 and not word.isascii())
            pairs = (one + two for word in long for one, two in pairwise(word))
            self.known[text] = " ".join(words), " ".join(pairs)
        return self.known[text]


def _tables(tables: Sequence[str], *, searched: bool) -> Iterator[str]:
    """Yield the statements that make the tables."""
    yield f"pragma user_version = {VERSION}"
    named = ", ".join(map(_declared, columns("documents")))
    yield f"create table documents (id integer primary key, {named}, source_text text not null)"
    for table in tables:
        named = ", ".join(map(_declared, columns(table)))
        yield (
            f"create table {table} (id integer primary key, document_id integer not null references documents(id), "
            f"{named})"
        )
        for name in ("document_id", *NAMES[table]):
            yield f"create index {table}_{name} on {table}({name})"
    for table in ("documents", *tables) if searched else ():
        yield f"create virtual table {table}_search using fts5(name, words, parts, content='')"


def _declared(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.type]}{"" if column.optional else " not null"}'


def _values(record: Record | Source) -> Iterable[Any]:
    return (getattr(record, name) for name in record.__struct_fields__)


def _plain(value: Any) -> Any:
    """Return a value that SQLite takes: whole numbers as they are, other decimals as floats, words as a JSON array."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and abs(value) < _WHOLE else float(value)
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value
