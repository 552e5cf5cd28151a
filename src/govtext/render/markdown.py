"""Write tables as Markdown. What stands in a report is text there too, neither markup nor HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govtext.render.language import Language, say
from govtext.render.sheets import NUMBERS, By, sheet
from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from govtext.model import Document

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#!~$&@:]")


class MarkdownWriter:
    """Write each document as a heading and its tables."""

    def __init__(self, stream: TextIO, tables: Sequence[str], *, by: By = "name", language: Language = "en") -> None:
        self.stream = stream
        self.tables = tables
        self.by = by
        self.language = language
        self.first = True

    def add(self, document: Document, _text: str = "", /) -> None:
        """Write one document."""
        lines = [] if self.first else [""]
        self.first = False
        lines.append(f"# {literal(document.source.title or document.source.path)}")
        for name in self.tables:
            drawn = sheet(document, name, by=self.by, language=self.language)
            lines += ["", f"## {say(name, self.language)}", ""]
            if not drawn.rows:
                lines.append(say("none found", self.language))
                continue
            lines.append(_row(say(heading, self.language) for heading in drawn.headings))
            lines.append(_row("---:" if heading in NUMBERS else "---" for heading in drawn.headings))
            lines += [_row("<br>".join(map(literal, cell)) for cell in row) for row in drawn.rows]
        self.stream.write("\n".join(lines) + "\n")
        self.stream.flush()

    def finish(self) -> None:
        """Nothing is left to write."""


def literal(text: str) -> str:
    r"""Return text that Markdown shows as it is: `[1]<b>` → `\[1\]\<b\>`."""
    return _MARKUP.sub(lambda match: "\\" + match[0], visible(text))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
