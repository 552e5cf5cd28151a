"""Draw tables for a terminal. Nothing is cut: cells fold. Nothing in a report is markup or reaches the terminal raw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govtext.render.language import Language, say
from govtext.render.sheets import NUMBERS, By, Sheet, sheet
from govtext.render.summary import summary
from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from govtext.model import Document

WIDTH = 80
"""Cells a line where there is no terminal to ask."""

WIDEST = 24
"""A number up to this wide is never folded."""


class TableWriter:
    """Draw each document as what was found where, then its tables."""

    def __init__(
        self,
        stream: TextIO,
        tables: Sequence[str],
        *,
        by: By = "name",
        language: Language = "en",
        width: int | None = None,
    ) -> None:
        self.tables = tables
        self.by = by
        self.language = language
        self.console = Console(
            file=stream,
            width=width or (None if stream.isatty() else WIDTH),
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=False,
        )
        self.first = True

    def add(self, document: Document, _text: str = "", /) -> None:
        """Draw one document."""
        if not self.first:
            self.console.print()
        self.first = False
        path, found = summary(document, self.tables, self.language)
        self._line(path, "bold")
        self._line(found)
        for name in self.tables:
            self._draw(sheet(document, name, by=self.by, language=self.language))

    def finish(self) -> None:
        """Nothing is left to draw."""

    def _draw(self, drawn: Sheet) -> None:
        self.console.print()
        title = say(drawn.name, self.language)
        if not drawn.rows:
            self._line(f"{title}: {say('none found', self.language)}")
            return
        count = f"{len(drawn.rows):,}"
        if len(drawn.rows) != drawn.count:
            count += f" ({drawn.count:,} {say('mentions', self.language)})"
        self._line(f"{title}: {count}", "bold")
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for index, heading in enumerate(drawn.headings):
            _add_column(table, say(heading, self.language), heading in NUMBERS, [row[index] for row in drawn.rows])
        for row in drawn.rows:
            table.add_row(*(Text("\n".join(map(visible, cell))) for cell in row))
        self.console.print(table)

    def _line(self, text: str, style: str = "") -> None:
        self.console.print(Text(visible(text), style=style, overflow="fold"))


def _add_column(table: Table, heading: str, right: bool, cells: Sequence[tuple[str, ...]]) -> None:
    """Add a column that folds. rich cuts Chinese sentences with an ellipsis unless it is told to fold."""
    widest = max((cell_len(visible(line)) for cell in cells for line in cell), default=0)
    table.add_column(
        Text(heading),
        justify="right" if right else "left",
        overflow="fold",
        no_wrap=right and widest <= WIDEST,  # not min_width: rich would let the table grow over the edge
    )
