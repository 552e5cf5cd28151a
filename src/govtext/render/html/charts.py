"""Draw pictures as inline SVG: targets against achievements, and how often slogans stand in the report.

Lengths are percentages and text has pixels, so a picture fits a telephone without shrinking its words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.cells import cell_len

from govtext.render.achievements import Comparison, comparisons, ends
from govtext.render.html.escape import shown
from govtext.render.language import Language, say
from govtext.render.quantities import ARROWS, SIGNS
from govtext.render.sheets import groups, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.model import Document, Fact
    from govtext.render.html.escape import Places

BARS = 12
"""Slogans of the picture, the most frequent."""

LABEL = 22
"""Characters of a label that fit a telephone."""

HALF = 24
"""Cells (half the width of a Chinese character) of the values on either side."""

BAR_HEIGHT, PANEL_HEIGHT = 32, 62


def targets_panel(document: Document, places: Places, language: Language) -> str:
    """Return the panel of targets against achievements; nothing where no indicator has both."""
    found = comparisons(document.facts)
    if not found:
        return f'<p class="none">{shown(say("no indicator has both", language))}</p>\n'
    rows = "".join(
        _comparison(comparison, number * PANEL_HEIGHT, places, language) for number, comparison in enumerate(found)
    )
    return _svg(rows, len(found) * PANEL_HEIGHT, say("targets and achievements", language))


def slogan_bars(document: Document, places: Places, language: Language) -> tuple[str, str]:
    """Return what the bars show and the bars: the most frequent slogans, or their kinds where each stands once."""
    grouped = groups(document.slogans)
    if grouped and len(grouped[0]) == 1:
        shows = "slogans by kind"
        kinds = Counter(slogan.kind for slogan in document.slogans).most_common()
        first = {document.slogans[row].kind: row for row in reversed(range(len(grouped)))}  # each a row of its own
        bars = [(say(kind, language), count, places.row("slogans", first[kind])) for kind, count in kinds]
    else:
        shows = "slogans by number of mentions"
        bars = [(name_of(group[0]), len(group), places.row("slogans", row)) for row, group in enumerate(grouped[:BARS])]
    return shows, _bars(
        bars, say(shows, language)
    ) if bars else f'<p class="none">{shown(say("none found", language))}</p>\n'


def _bars(bars: Sequence[tuple[str, int, str]], title: str) -> str:
    """Return a bar for each name and count, with a link to a row."""
    longest = bars[0][1]
    drawn = "".join(
        f'<a href="#{link}"><title>{shown(name)} {count}</title>'
        f'<text x="0" y="{top + 13}">{shown(_short(name))}</text>'
        f'<text x="100%" y="{top + 13}" class="end">{count}</text>'
        f'<rect x="0" y="{top + 18}" height="8" rx="2" width="{100 * count / longest:.2f}%" class="slogan"/></a>\n'
        for top, (name, count, link) in zip(range(0, len(bars) * BAR_HEIGHT, BAR_HEIGHT), bars, strict=True)
    )
    return _svg(drawn, len(bars) * BAR_HEIGHT, title)


def _comparison(comparison: Comparison, top: int, places: Places, language: Language) -> str:
    """Return a row of the panel: the last achievement as a bar from zero, all others as ticks, targets as diamonds."""
    spans = [ends(fact) or (0, 0) for _, fact in (*comparison.targets, *comparison.achieved)]
    least, most = min(0.0, *(low for low, _ in spans)), max(0.0, *(high for _, high in spans))
    scale = 97 / ((most - least) or 1)  # room for half a diamond

    def at(value: float) -> float:
        return 1 + (value - least) * scale

    middle = top + 28
    parts = [f'<line x1="0" x2="100%" y1="{middle}" y2="{middle}" class="track"/>']
    for number, fact in comparison.achieved:
        low, high = ends(fact) or (0, 0)
        left, right = sorted((at(0), at(high)))
        parts.append(
            f'<a href="#{places.mark("facts", number)}">{_title(fact, language)}'
            f'<rect x="{left:.2f}%" y="{middle - 6}" width="{right - left:.2f}%" height="12" class="achieved"/></a>'
        )
    for number, fact in comparison.targets:
        low, high = ends(fact) or (0, 0)
        ranged = (
            f'<line x1="{at(low):.2f}%" x2="{at(high):.2f}%" y1="{middle}" y2="{middle}" class="range"/>'
            if low != high
            else ""
        )
        diamonds = "".join(
            f'<svg x="{at(end):.2f}%" y="{middle}" overflow="visible"><path d="M0-8 7 0 0 8-7 0Z" class="goal"/></svg>'
            for end in dict.fromkeys((low, high))
        )
        parts.append(f'<a href="#{places.mark("facts", number)}">{_title(fact, language)}{ranged}{diamonds}</a>')
    achieved = _values("achieved", comparison.achieved, places, language)
    targets = _values("target", comparison.targets, places, language)
    return (
        f'<text x="0" y="{top + 14}" class="head">{shown(_short(comparison.indicator))}</text>{"".join(parts)}'
        f'<text x="0" y="{top + 51}">{achieved}</text><text x="100%" y="{top + 51}" class="end">{targets}</text>\n'
    )


def _values(word: str, facts: Sequence[tuple[int, Fact]], places: Places, language: Language) -> str:
    """Return the quantities as the report writes them, each a link to its place, as many as half the width holds."""
    said = say(word, language)
    width = cell_len(said)
    links: list[str] = []
    for number, fact in facts:
        width += 2 + cell_len(_written(fact))
        if links and width > HALF:
            links.append("…")
            break
        links.append(f'<a href="#{places.mark("facts", number)}">{shown(_written(fact))}</a>')
    return f'<tspan class="word {word}">{shown(said)}</tspan> {" ".join(links)}'


def _written(fact: Fact) -> str:
    return f"{ARROWS.get(fact.change or '', '').strip()}{SIGNS.get(fact.bound, '')}{fact.text}"


def _title(fact: Fact, language: Language) -> str:
    words = (say(fact.status, language), fact.indicator, _written(fact), fact.time)
    return f"<title>{shown(' '.join(filter(None, words)))}</title>"


def _short(text: str) -> str:
    return text if len(text) <= LABEL else text[: LABEL - 1] + "…"


def _svg(content: str, height: int, title: str) -> str:
    label = shown(title)
    return f'<svg class="chart" width="100%" height="{height}" role="group" aria-label="{label}">\n{content}</svg>\n'
