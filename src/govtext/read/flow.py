"""Paragraphs and tables, as they come → lines of text. HTML and DOCX share it."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LAYOUT_CELL = 300
"""Characters in one cell from which on the table is there for the layout, not for its rows."""


class _Block:
    """Lines that are finished and one that is not: a page, a cell or a text box."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []

    def end_line(self) -> None:
        line = "".join(self.line).strip(" \t\n\r\f")
        self.line.clear()
        if line.strip("\xa0\u3000"):
            self.lines.append(line)


class Flow:
    r"""Collects text: a paragraph a line, a row of a table a line, its cells parted by tabs.

    A cell's own line breaks become blanks. A table whose cells hold whole paragraphs only lays out the page: its lines
    stay lines.
    """

    def __init__(self) -> None:
        self._blocks = [_Block()]
        self._tables: list[list[list[_Block]]] = []
        self._aside: list[_Block] = []

    def write(self, text: str, *, collapse: bool = False) -> None:
        """Add text to the line; with `collapse`, white space as a browser shows it: one blank."""
        line = self._blocks[-1].line
        if collapse:
            text = _SPACE.sub(" ", text)
            if text[:1] == " " and (not line or line[-1].endswith((" ", "\n"))):
                text = text[1:]
        if text:
            line.append(text)

    def end_line(self) -> None:
        """End the paragraph, if one has begun."""
        self._blocks[-1].end_line()

    def open_table(self) -> None:
        """Begin a table; it may stand in a cell of another."""
        self.end_line()
        self._tables.append([])

    def open_row(self) -> None:
        """Begin a row; outside a table nothing happens."""
        if self._tables:
            self._tables[-1].append([])

    def open_cell(self) -> None:
        """Begin a cell: what is written goes into it until it is closed."""
        block = _Block()
        if self._tables:
            if not self._tables[-1]:
                self.open_row()
            self._tables[-1][-1].append(block)
        else:
            self._aside.append(block)  # a cell without a table: keep what it says
        self._blocks.append(block)

    def close_cell(self) -> None:
        """End the cell."""
        self.end_line()
        self._blocks.pop()
        if not self._tables:
            self.close_aside()

    def close_table(self) -> None:
        """End the table and write its rows."""
        self.end_line()
        for row in self._tables.pop():
            self._blocks[-1].lines.extend(_row([cell.lines for cell in row]))

    def open_aside(self) -> None:
        """Begin a text box: it is written after the paragraph in which it is anchored."""
        self._aside.append(_Block())
        self._blocks.append(self._aside[-1])

    def end_aside(self) -> None:
        """End the text box."""
        self.end_line()
        self._blocks.pop()

    def close_aside(self) -> None:
        """Write the text boxes that have been collected."""
        while self._aside and self._aside[0] not in self._blocks:
            self._blocks[-1].lines.extend(self._aside.pop(0).lines)

    def text(self) -> str:
        """Return everything, each line ended."""
        while self._tables:
            del self._blocks[1:]
            self.close_table()
        self._blocks[0].end_line()
        self.close_aside()
        return "".join(line + "\n" for line in self._blocks[0].lines)


def _row(cells: list[list[str]]) -> list[str]:
    """Return a row as one line; as several where its cells hold paragraphs."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(sum(map(len, cell)) > _LAYOUT_CELL for cell in filled):
        return [line for cell in filled for line in cell]
    return ["\t".join(" ".join(cell) for cell in cells).rstrip("\t")]
