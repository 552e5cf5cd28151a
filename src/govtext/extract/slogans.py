"""Slogans: those of the dictionary, and those that rules find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.extract.found import Found
from govtext.extract.matching import Terms, keep_longest, skeleton
from govtext.model import Slogan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clean import Report
    from govtext.lexicon import Lexicon
    from govtext.segment import Segmenter, Sentence


def find_slogans(
    report: Report, sentences: Sequence[Sentence], lexicon: Lexicon, segmenter: Segmenter
) -> Iterator[Found[Slogan]]:
    """Yield the slogans of a report in order."""
    names = {name: entry for entry in lexicon.slogans for name in (entry.canonical, *entry.aliases)}
    terms = Terms(list(names))
    for start, end, name in terms.find(skeleton(report.folded)):
        entry = names[name]
        sentence = next((s for s in sentences if s.start <= start < s.end), None)
        yield Found(
            (start, end),
            Slogan(
                **report.place(start, end),
                rule=f"slogan/dictionary",
                kind=entry.kind,
                canonical=entry.canonical,
                members=entry.members,
                since=entry.since,
                sentence=report.written[sentence.start : sentence.end] if sentence else "",
            ),
        )
