"""Write a report for people to look at: one page, no network, no script needed to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.render.html.charts import slogan_bars, targets_panel
from govtext.render.html.escape import CLASSES, Places, shown
from govtext.render.html.page import page
from govtext.render.html.passages import Passages
from govtext.render.html.tables import Tables
from govtext.render.language import Language, say
from govtext.render.marks import Spans, lines, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from govtext.model import Document


class HtmlWriter:
    """Write one page for all reports of a run: each its text with marks, its tables, its pictures.

    `paragraphs` says which pieces of the source make up each paragraph; without it a line is one.
    """

    def __init__(
        self,
        stream: TextIO,
        tables: Sequence[str],
        *,
        language: Language = "en",
        paragraphs: Callable[[str], Iterable[Spans]] = lines,
    ) -> None:
        self.stream = stream
        self.tables = tables
        self.language = language
        self.paragraphs = paragraphs
        self.titles: list[str] = []
        self.reports: list[str] = []

    def add(self, document: Document, text: str = "", /) -> None:
        """Draw one document with its text."""
        source = document.source
        number = len(self.reports) + 1
        about = filter(None, (source.title, source.region, source.date))
        self.titles.append(" · ".join(about) or source.path)
        self.reports.append("".join(self._report(document, text, number)))

    def finish(self) -> None:
        """Write the page."""
        self.stream.write(page(self.titles, self.reports, self.language))
        self.stream.flush()

    def _report(self, document: Document, text: str, number: int) -> Iterator[str]:
        places = Places(number)
        tables = Tables(document, self.tables, places, self.language)
        source = document.source
        yield f'<article class="report" id="report-{number}">\n<header>\n'
        yield f"<h1>{shown(source.title or source.path)}</h1>\n"
        about = (source.region, source.date, f"{source.characters:,} {self._say('characters')}", source.path)
        yield f'<p class="about">{" · ".join(shown(part) for part in about if part)}</p>\n'
        yield from self._counts(document, number)
        yield '</header>\n<section class="text" tabindex="0">\n'
        yield f'<h2 class="unseen">{self._say("text of the report")}</h2>\n'
        passages = Passages(places, tables.rows, self.language)
        yield from passages.draw(marked(document, text, self.tables, self.paragraphs))
        yield '</section>\n<aside class="side" tabindex="0">\n'
        yield self._search()
        if "facts" in self.tables:
            yield self._section("targets and achievements", f"goals-{number}", "goals facts")
            yield targets_panel(document, places, self.language) + "</section>\n"
        if "slogans" in self.tables:
            shows, bars = slogan_bars(document, places, self.language)
            yield f"{self._section(shows, f'bars-{number}', 'bars slogans')}{bars}</section>\n"
        for table in self.tables:
            yield self._section(table, f"{table}-{number}", f"rows {table}", len(getattr(document, table)))
            yield tables.draw(table) if getattr(document, table) else f'<p class="none">{self._say("none found")}</p>\n'
            yield "</section>\n"
        yield "</aside>\n</article>\n"

    def _counts(self, document: Document, number: int) -> Iterator[str]:
        """Yield the counts, each a switch for its marks, and the links to the parts of the report."""
        yield f'<div class="bar"><fieldset class="counts"><legend class="unseen">{self._say("show")}</legend>'
        for table in self.tables:
            count = f"{len(getattr(document, table)):,}"
            yield (
                f'<label class="{CLASSES[table]}"><input type="checkbox" class="show-{table}" checked>'
                f"<b>{count}</b> {self._say(table)}</label>"
            )
        yield f'</fieldset><nav aria-label="{self._say("contents")}">'
        parts = [("targets and achievements", "goals")] if "facts" in self.tables else []
        for word, part in (*parts, *((table, table) for table in self.tables)):
            yield f'<a href="#{part}-{number}">{self._say(word)}</a>'
        yield "</nav></div>\n"

    def _section(self, word: str, name: str, classes: str, count: int | None = None) -> str:
        number = "" if count is None else f" <small>{count:,}</small>"
        return f'<section class="{classes}" id="{name}">\n<h2>{self._say(word)}{number}</h2>\n'

    def _search(self) -> str:
        """Return the search and the filter; the script shows them."""
        options = "".join(
            f'<option value="{value}">{self._say(word)}</option>'
            for value, word in (("", "all"), ("actual", "actual"), ("target", "target"), ("estimate", "estimate"))
        )
        status = f'<select aria-label="{self._say("status")}">{options}</select>' if "facts" in self.tables else ""
        hint = self._say("indicator, slogan, policy …")
        field = f'<input type="search" aria-label="{self._say("search")}" placeholder="{hint}">'
        return f'<form class="tools" role="search" hidden>{field}{status}<output></output></form>\n'

    def _say(self, word: str) -> str:
        return shown(say(word, self.language))
