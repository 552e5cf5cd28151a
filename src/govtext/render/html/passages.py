"""Draw the text of a report with its marks; each shows its fields when it is pointed at, tapped or focused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from govtext.model import Fact, Policy, Slogan
from govtext.render.html.escape import CLASSES, shown
from govtext.render.language import Language, say
from govtext.render.quantities import quantity
from govtext.render.sheets import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govtext.model import Record
    from govtext.render.html.escape import Places
    from govtext.render.marks import Mark, Piece

_HEADING = regex.compile(r"(?:第[一二三四五六七八九十]+(?:章|部分)|[一二三四五六七八九十]+、)[^。；！？]{1,40}")

_SHORT = 40
"""Characters of a line that may belong to the title: its lines stand before the first sentence or salutation."""

_ENDS = frozenset("。！？；：…”）")

CODES = {"change", "status", "bound", "kind"}
"""Fields whose values are words of ours."""


class Passages:
    """Draws the paragraphs of one report."""

    def __init__(self, places: Places, rows: Mapping[tuple[str, int], int], language: Language) -> None:
        self.places = places
        self.rows = rows
        self.language = language
        self.seen: set[tuple[str, int]] = set()

    def draw(self, paragraphs: Iterable[Sequence[Piece]]) -> Iterator[str]:
        """Yield the paragraphs as HTML."""
        opening = True
        for pieces in paragraphs:
            text = "".join(piece.text for piece in pieces).strip()
            opening = opening and len(text) <= _SHORT and text[-1:] not in _ENDS
            drawn = "".join(map(self._piece, pieces))
            if _HEADING.fullmatch(text):
                yield f"<h3>{drawn}</h3>\n"
            else:
                yield f'<p class="opening">{drawn}</p>\n' if opening else f"<p>{drawn}</p>\n"

    def _piece(self, piece: Piece) -> str:
        text = shown(piece.text)
        if not piece.marks:
            return text
        ids = [self.places.mark(mark.table, mark.number) for mark in piece.marks if self._is_new(mark)]
        own = f' id="{ids[0]}"' if ids else ""
        more = "".join(f'<span id="{name}"></span>' for name in ids[1:])
        classes = dict.fromkeys(CLASSES[mark.table] for mark in piece.marks)
        if any(isinstance(mark.record, Fact) and mark.record.status == "target" for mark in piece.marks):
            classes["target"] = None
        rows = " ".join(self._row(mark) for mark in piece.marks)
        cards = "".join(map(self._card, piece.marks))
        return (
            f'<mark class="{" ".join(classes)}" tabindex="0"{own} data-at="{piece.start}-{piece.end}" '
            f'data-rows="{rows}">{more}{text}<span class="card" role="tooltip">{cards}</span></mark>'
        )

    def _is_new(self, mark: Mark) -> bool:
        """Say whether this is the first piece of the mark: the one that links lead to."""
        key = mark.table, mark.number
        new = key not in self.seen
        self.seen.add(key)
        return new

    def _row(self, mark: Mark) -> str:
        return self.places.row(mark.table, self.rows[mark.table, mark.number])

    def _card(self, mark: Mark) -> str:
        """Return the fields of a record, and the link to its row."""
        fields = "".join(
            f'<span class="k">{shown(say(name, self.language))}</span><span class="v">{shown(value)}</span>'
            for name, value in self._fields(mark.record)
        )
        link = f'<a href="#{self._row(mark)}">{shown(say("in the table", self.language))}</a>'
        return (
            f'<span class="fields {CLASSES[mark.table]}"><span class="t">{shown(_title(mark.record))}</span>{fields}'
            f'<span class="k">{shown(say("line", self.language))} {mark.record.line}</span>{link}</span>'
        )

    def _fields(self, record: Record) -> Iterator[tuple[str, object]]:
        """Yield the fields that say something."""
        for name in FIELDS[type(record)]:
            value = getattr(record, name)
            if value in (None, (), "exact"):
                continue
            if name in CODES:
                value = say(value, self.language)
            yield name, "、".join(value) if isinstance(value, tuple) else value


FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Fact: (
        "indicator",
        "predicate",
        "change",
        "bound",
        "status",
        "time",
        "period",
        "baseline",
        "cues",
        "flags",
        "indicator_id",
        "rule",
    ),
    Slogan: ("kind", "members", "since", "rule"),
    Policy: ("kind", "name", "number", "issuer", "period", "action", "rule"),
}


def _title(record: Record) -> str:
    return quantity(record) if isinstance(record, Fact) else name_of(record)
