"""What govtext knows about a report: plain frozen values. No files, no rules, no jieba.

Offsets are characters (Unicode code points), 0-based, end exclusive, into the text exactly as decoded from the source.
`line` and `column` are 1-based. The meaning of every field is in docs/fields.md.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import msgspec

SCHEMA = "govtext/1"

FactKind = Literal["count", "money", "percent", "point", "multiple", "ratio", "rank", "duration", "measure"]
Bound = Literal["exact", "about", "over", "at_least", "under", "at_most", "range"]
Change = Literal["increase", "decrease"]
Status = Literal["actual", "target", "estimate"]
SloganKind = Literal["formula", "dictum", "thought", "spirit", "vision", "couplet"]
PolicyKind = Literal["law", "document", "plan", "strategy", "campaign", "programme", "system", "meeting"]
Table = Literal["facts", "slogans", "policies"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A mention: a place in the source, the rule that found it, and the sentence around it.

    `text` is `source[start:end]` without white space. `page` (1-based) is set where the source has pages: PDF, OFD.
    """

    start: int
    end: int
    line: int
    column: int
    page: int | None = None
    text: str
    rule: str


class Fact(Record, frozen=True, kw_only=True):
    """A number with what makes it a measurement: 地区生产总值增长5.2%左右.

    Numbers are exact decimals with 万 and 亿 folded in; a range has `low` and `high` and no `value`.
    """

    kind: FactKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    bound: Bound = "exact"
    indicator: str | None = None
    indicator_id: str | None = None
    predicate: str | None = None
    change: Change | None = None
    status: Status = "actual"
    time: str | None = None
    period: str | None = None
    baseline: str | None = None
    cues: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    sentence: str = ""


class Slogan(Record, frozen=True, kw_only=True):
    """A fixed formulation: 两个确立, 绿水青山就是金山银山. `since` is the year it came into use."""

    kind: SloganKind
    canonical: str
    members: tuple[str, ...] = ()
    since: int | None = None
    sentence: str = ""


class Policy(Record, frozen=True, kw_only=True):
    """A named instrument: 监督法, “十四五”规划, 国发〔2021〕5号.

    `name` is as written, `canonical` the standard name where a dictionary knows one, `period` ISO 8601.
    """

    kind: PolicyKind
    name: str
    canonical: str | None = None
    number: str | None = None
    issuer: str | None = None
    period: str | None = None
    action: str | None = None
    sentence: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where a report came from. `date` is ISO 8601 as far as known: 2022, 2022-03 or 2022-03-05."""

    path: str
    encoding: str
    characters: int
    sha256: str
    title: str | None = None
    date: str | None = None
    region: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Everything found in one report, each table in order of `start`, then `end`."""

    schema: str = SCHEMA
    source: Source
    facts: tuple[Fact, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    policies: tuple[Policy, ...] = ()

    def to_json(self, *, indent: int = 2) -> str:
        """Return the document as JSON text; `indent` 0 gives one line."""
        encoded = _ENCODER.encode(self)
        return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()

    def to_dict(self) -> dict[str, Any]:
        """Return the document as plain dicts and lists; numbers stay Decimal."""
        return msgspec.to_builtins(self, builtin_types=(Decimal,))  # type: ignore[no-any-return]

    def to_rows(self, table: Table = "facts") -> list[dict[str, str | int | float | None]]:
        """Return a table as flat dicts, one a record: `pandas.DataFrame(document.to_rows())`.

        The keys are `path` and `date` of the report, then the fields of the record in their order. `value`, `low` and
        `high` are floats (`to_dict` has them exact), several words are one text: `力争|左右`.
        """
        records: tuple[Record, ...] = getattr(self, table)
        return [{"path": self.source.path, "date": self.source.date, **_flat(record)} for record in records]


def _flat(record: Record) -> dict[str, str | int | float | None]:
    row = msgspec.structs.asdict(record)
    for name, value in row.items():
        if isinstance(value, Decimal):
            row[name] = float(value)
        elif isinstance(value, tuple):
            row[name] = "|".join(value)
    return row


_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `Document.to_json`."""
    schema = msgspec.json.schema(Document)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = SCHEMA
    return _numbers(schema)  # type: ignore[no-any-return]


def _numbers(node: Any) -> Any:
    """Say `number` where msgspec says `decimal string`: the encoder writes JSON numbers."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            return {"type": "number"}
        return {key: _numbers(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_numbers(value) for value in node]
    return node
