"""Make text of a report harmless in a page, and name the places that its links lead to."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from govtext.render.visible import visible

CLASSES = {"facts": "f", "slogans": "s", "policies": "p"}
"""The class of a mark, and the first letter of its id."""


def shown(text: object) -> str:
    r"""Return text that a page shows as it is: `<b>` → `&lt;b&gt;`, U+202E → `\u202e`."""
    return escape(visible(str(text).replace("\t", " ")))


class Places(NamedTuple):
    """The ids of one report of a page."""

    report: int

    def mark(self, table: str, number: int) -> str:
        """Return the id of a record where it stands in the text: `f1-12`."""
        return f"{CLASSES[table]}{self.report}-{number}"

    def row(self, table: str, number: int) -> str:
        """Return the id of a row of a table: `rf1-12`."""
        return f"r{self.mark(table, number)}"
