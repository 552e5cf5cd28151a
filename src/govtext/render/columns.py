"""The columns of a table and their types, read off the records: workbook, Parquet and database share them."""

from __future__ import annotations

from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from govtext.model import Fact, Policy, Slogan, Source

if TYPE_CHECKING:
    from govtext.model import Record

TABLES: dict[str, type[Record]] = {"facts": Fact, "slogans": Slogan, "policies": Policy}

Type = Literal["integer", "number", "text", "words"]
"""`number` may have decimals, `words` are several texts."""


class Column(NamedTuple):
    """A field: its name, its type, and whether it may be missing."""

    name: str
    type: Type
    optional: bool


def columns(table: str) -> tuple[Column, ...]:
    """Return the columns of `facts`, `slogans`, `policies`, or of `documents` (what is known of a report)."""
    return tuple(map(_column, msgspec.structs.fields(Source if table == "documents" else TABLES[table])))


def _column(field: msgspec.structs.FieldInfo) -> Column:
    choices = get_args(field.type) if NoneType in get_args(field.type) else (field.type,)
    kind: Any = next(choice for choice in choices if choice is not NoneType)
    type_: Type = "text"
    if get_origin(kind) is tuple:
        type_ = "words"
    elif kind is int:
        type_ = "integer"
    elif kind is Decimal:
        type_ = "number"
    return Column(field.name, type_, NoneType in choices)
