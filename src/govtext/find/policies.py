"""Policies: those of the dictionary, and those that rules find."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import regex

from govtext.find.found import Found
from govtext.find.policy_dictionary import find_dictionary_names
from govtext.find.policy_lists import find_list_members
from govtext.find.policy_marks import find_marked_names
from govtext.find.policy_mentions import Mention, Reading, keep_longest_names
from govtext.find.policy_names import find_headed_names, find_heads
from govtext.find.policy_references import attach_numbers, resolve_short_names
from govtext.find.policy_words import policy_words
from govtext.model import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clean import Report
    from govtext.lexicon import Lexicon
    from govtext.segment import Segmenter, Sentence

_AMOUNT = regex.compile(r"\d[\d.,]*(?:万|亿)*(?:元|吨|亩|%|公里|千瓦|人|户|套)")
"""Quantities in a name that measure something, and do not name it: 新增4万亿元的投资计划."""


def find_policies(
    report: Report, sentences: Sequence[Sentence], lexicon: Lexicon, segmenter: Segmenter
) -> Iterator[Found[Policy]]:
    """Yield the named policies of a report in order; where two names overlap, the longer."""
    reading = Reading(report.folded, report.written, policy_words(lexicon), segmenter)
    starts = [sentence.start for sentence in sentences]
    for mention in find_mentions(reading, lexicon):
        place = bisect_right(starts, mention.start) - 1
        sentence = sentences[place] if place >= 0 else None
        yield Found(
            (mention.start, mention.end),
            _record(mention, report, report.written[sentence.start : sentence.end] if sentence else ""),
            masks=_AMOUNT.search(report.folded, mention.start, mention.end) is None,
        )


def find_mentions(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return the policies mentioned in a text."""
    found = match_names(reading, lexicon)
    kept = keep_longest_names(attach_numbers(reading, found), len(reading.text))
    return resolve_short_names(reading, [_known(mention, reading) for mention in kept])


def match_names(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return what the dictionary and the rules find; the names may overlap."""
    rules = {rule.name: rule for rule in lexicon.rules_for("policy")}
    headed = rules.pop("policy/headed", None)
    found = list(find_dictionary_names(reading))
    for rule in rules.values():
        found.extend(find_marked_names(reading, rule))
    if headed is not None:
        matches = list(find_heads(reading, headed, found))
        found.extend(find_headed_names(reading, headed, matches, found))
        found.extend(find_list_members(reading, headed, matches, found))
    return found


def _known(mention: Mention, reading: Reading) -> Mention:
    """Add what the dictionary knows of a name that a rule found."""
    entry = mention.entry or reading.vocabulary.entry(mention.canonical or mention.name)
    if entry is None:
        return mention
    return mention._replace(
        entry=entry,
        kind=entry.kind,
        canonical=entry.name,
        period=entry.period or mention.period,
        issuer=entry.issuer or mention.issuer,
        action=mention.action or reading.action(mention.start),
    )


def _record(mention: Mention, report: Report, sentence: str) -> Policy:
    return Policy(
        **report.place(mention.start, mention.end),
        rule=mention.rule,
        kind=mention.kind,
        name=mention.name,
        canonical=mention.canonical,
        number=mention.number,
        issuer=mention.issuer,
        period=mention.period,
        action=mention.action,
        sentence=sentence,
    )
