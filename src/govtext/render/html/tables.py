"""Draw the tables beside the text: a row for each fact, for each slogan and policy by name, linked to their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.render.html.escape import shown
from govtext.render.language import Language, say
from govtext.render.quantities import quantity
from govtext.render.sheets import groups, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.model import Document, Fact, Policy, Record, Slogan
    from govtext.render.html.escape import Places

HEADINGS = {
    "facts": (("indicator", ""), ("value", "number"), ("line", "number")),
    "slogans": (("slogan", ""), ("count", "number"), ("lines", "number")),
    "policies": (("policy", ""), ("count", "number"), ("lines", "number")),
}


class Tables:
    """Draws the tables of one report; `rows` says in which row each record stands."""

    def __init__(self, document: Document, tables: Sequence[str], places: Places, language: Language) -> None:
        self.document = document
        self.places = places
        self.language = language
        self.rows: dict[tuple[str, int], int] = {}
        self.grouped: dict[str, list[list[int]]] = {}
        for table in tables:
            self.grouped[table] = _numbered(document, table)
            for row, numbers in enumerate(self.grouped[table]):
                self.rows.update({(table, number): row for number in numbers})

    def draw(self, table: str) -> str:
        """Return a table as HTML."""
        drawn = {"facts": self._facts, "slogans": self._slogans, "policies": self._policies}[table]()
        heads = "".join(
            f'<th scope="col" class="{kind}">{shown(say(word, self.language))}</th>' for word, kind in HEADINGS[table]
        )
        return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{''.join(drawn)}</tbody>\n</table>\n"

    def _facts(self) -> Iterator[str]:
        for number, fact in enumerate(self.document.facts):
            details = " · ".join(filter(None, (fact.predicate, fact.time, fact.baseline)))
            status = "" if fact.status == "actual" else self._pill(fact.status)
            sorting = fact.value if fact.value is not None else fact.high if fact.high is not None else fact.low
            sorted_by = "" if sorting is None else f"{sorting:f}"
            name = f"<b>{shown(fact.indicator or '–')}</b>{status}<small>{shown(details)}</small>"
            cells = f'<td>{name}</td><td class="number" data-sort="{sorted_by}">{_quantity(fact)}</td>'
            yield self._row("facts", number, cells, [number], f' data-status="{fact.status}"')

    def _slogans(self) -> Iterator[str]:
        for row, numbers in enumerate(self.grouped["slogans"]):
            first = self.document.slogans[numbers[0]]
            yield self._named("slogans", row, numbers, _about_slogan(first), first.kind)

    def _policies(self) -> Iterator[str]:
        for row, numbers in enumerate(self.grouped["policies"]):
            mentions = [self.document.policies[number] for number in numbers]
            yield self._named("policies", row, numbers, _about_policies(mentions), mentions[0].kind)

    def _named(self, table: str, row: int, numbers: list[int], about: str, kind: str) -> str:
        records: Sequence[Record] = getattr(self.document, table)
        name = f"<b>{shown(name_of(records[numbers[0]]))}</b>{self._pill(kind)}<small>{shown(about)}</small>"
        return self._row(table, row, f'<td>{name}</td><td class="number">{len(numbers)}</td>', numbers)

    def _row(self, table: str, row: int, cells: str, numbers: list[int], data: str = "") -> str:
        """Return a row; after the given cells comes one with links to the places of its records."""
        records: Sequence[Record] = getattr(self.document, table)
        links = " ".join(
            f'<a href="#{self.places.mark(table, number)}">{records[number].line}</a>' for number in numbers
        )
        return f'<tr id="{self.places.row(table, row)}"{data}>{cells}<td class="number">{links}</td></tr>\n'

    def _pill(self, word: str) -> str:
        return f' <i class="pill {word}">{shown(say(word, self.language))}</i>'


def _numbered(document: Document, table: str) -> list[list[int]]:
    """Return which records stand in each row."""
    records: Sequence[Record] = getattr(document, table)
    if table == "facts":
        return [[number] for number in range(len(records))]
    numbers = {id(record): number for number, record in enumerate(records)}
    return [[numbers[id(record)] for record in group] for group in groups(records)]


def _quantity(fact: Fact) -> str:
    """Return the quantity, and how it was written where that differs; its parts break only between each other."""
    exact = quantity(fact)
    parts = " ".join(f"<span>{shown(part)}</span>" for part in exact.split(" "))
    same = fact.text.translate(_LAYOUT) in exact.translate(_LAYOUT)
    return parts if same else f"{parts}<small>{shown(fact.text)}</small>"


_LAYOUT = str.maketrans("–—－至", "----", " ,第个")


def _about_slogan(slogan: Slogan) -> str:
    return " · ".join(filter(None, (str(slogan.since or ""), "、".join(slogan.members))))


def _about_policies(mentions: Sequence[Policy]) -> str:
    values = [value for policy in mentions for value in (policy.number, policy.period, policy.action)]
    return " · ".join(dict.fromkeys(filter(None, values)))
