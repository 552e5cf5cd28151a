"""Policies: those of the dictionary, and those that rules find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.extract.found import Found
from govtext.extract.matching import Terms, skeleton
from govtext.model import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clean import Report
    from govtext.lexicon import Lexicon
    from govtext.segment import Segmenter, Sentence


def find_policies(
    report: Report, sentences: Sequence[Sentence], lexicon: Lexicon, segmenter: Segmenter
) -> Iterator[Found[Policy]]:
    """Yield the named policies of a report in order."""
    names = lexicon.policy_names
    terms = Terms(list(names))
    for start, end, name in terms.find(skeleton(report.folded)):
        entry = names[name]
        sentence = next((s for s in sentences if s.start <= start < s.end), None)
        yield Found(
            (start, end),
            Policy(
                **report.place(start, end),
                rule="policy/dictionary",
                kind=entry.kind,
                name=report.written[start:end],
                canonical=entry.name,
                period=entry.period,
                issuer=entry.issuer,
                sentence=report.written[sentence.start : sentence.end] if sentence else "",
            ),
        )
