"""Print the text of a report with its facts, slogans and policies marked: in colour on a terminal, else in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from govtext.render.language import Language, say
from govtext.render.marks import Spans, lines, marked
from govtext.render.summary import summary
from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from govtext.model import Document
    from govtext.render.marks import Piece

STYLES = {"facts": "bold cyan", "slogans": "bold magenta", "policies": "bold green"}

BRACKETS = {"facts": "⟦⟧", "slogans": "«»", "policies": "{}"}
"""Marks where there is no colour: in a pipe, in a file, under NO_COLOR."""


class HighlightWriter:
    """Write each report: what was found, which mark is which, then the text. A span in two tables has both marks."""

    def __init__(
        self,
        stream: TextIO,
        tables: Sequence[str],
        *,
        language: Language = "en",
        paragraphs: Callable[[str], Iterable[Spans]] = lines,
    ) -> None:
        self.tables = tables
        self.language = language
        self.paragraphs = paragraphs
        self.console = Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=not stream.isatty())
        self.coloured = self.console.is_terminal and not self.console.no_color
        self.first = True

    def add(self, document: Document, text: str = "", /) -> None:
        """Write one document with its text."""
        if not self.first:
            self.console.print()
        self.first = False
        for line in summary(document, self.tables, self.language):
            self._print(Text(visible(line), style="bold"))
        key = (self._marked(say(table, self.language), (table,), (table,)) for table in self.tables)
        self._print(Text("  ").join(key))
        for pieces in marked(document, text, self.tables, self.paragraphs):
            self.console.print()
            paragraph = Text()
            for position, piece in enumerate(pieces):
                before = pieces[position - 1] if position else None
                paragraph.append_text(self._piece(piece, before, pieces[position + 1 :]))
            self._print(paragraph)

    def finish(self) -> None:
        """Nothing is left to write."""

    def _piece(self, piece: Piece, before: Piece | None, after: Sequence[Piece]) -> Text:
        """Return a piece with the brackets of the marks that begin or end with it in this paragraph."""
        opened = [mark.table for mark in piece.marks if before is None or mark not in before.marks]
        closed = [mark.table for mark in reversed(piece.marks) if not after or mark not in after[0].marks]
        return self._marked(
            visible(piece.text.replace("\t", " ")), opened, closed, [mark.table for mark in piece.marks]
        )

    def _marked(
        self, text: str, opened: Sequence[str], closed: Sequence[str], covering: Sequence[str] | None = None
    ) -> Text:
        if not self.coloured:
            starts, ends = (BRACKETS[table][0] for table in opened), (BRACKETS[table][1] for table in closed)
            return Text("".join(starts) + text + "".join(ends))
        tables = list(dict.fromkeys(opened if covering is None else covering))
        if not tables:
            return Text(text)
        return Text(text, style=STYLES[tables[-1]] + (" underline" if len(tables) > 1 else ""))

    def _print(self, text: Text) -> None:
        text.overflow = "fold"
        self.console.print(text)
