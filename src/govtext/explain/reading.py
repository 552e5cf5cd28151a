"""How a piece of text was read: its words, its quantities, and every candidate with why it was kept or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govtext.clean import Report
from govtext.find.candidates import Candidates
from govtext.find.clauses import ClauseReader
from govtext.find.matching import covered, keep_longest, skeleton, skeleton_key
from govtext.find.passages import Passages
from govtext.find.policies import find_policies, match_names
from govtext.find.policy_mentions import Reading
from govtext.find.policy_words import policy_words
from govtext.find.quantities import match_quantities
from govtext.find.slogans import SHORT, Search, find_slogans, known_slogans
from govtext.find.times import find_times
from govtext.segment import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govtext.lexicon import Lexicon
    from govtext.pipeline import Extractor
    from govtext.segment import Sentence, Word


class Considered(NamedTuple):
    """Something that may be a record: kind, place, rule; why it was dropped, None where it was kept."""

    kind: str
    start: int
    end: int
    text: str
    rule: str
    dropped: str | None


class Account(NamedTuple):
    """How a text was read: its words and what was considered, in the order of the text."""

    words: tuple[Word, ...]
    considered: tuple[Considered, ...]


def explain_text(text: str, extractor: Extractor) -> Account:
    """Return how a text is read. Offsets are characters of the running text, end exclusive."""
    lexicon, segmenter = extractor.lexicon, extractor.segmenter
    report = Report(text, lexicon.traditional)
    sentences = tuple(split_sentences(report.folded))
    slogans = [found.span for found in find_slogans(report, sentences, lexicon, segmenter) if found.masks]
    policies = [found.span for found in find_policies(report, sentences, lexicon, segmenter) if found.masks]
    considered = [
        *_names(report, sentences, extractor),
        *_times(report, lexicon),
        *_quantities(report, sentences, extractor, sorted([*slogans, *policies])),
    ]
    words = tuple(segmenter.words(report.folded))
    return Account(words, tuple(sorted(considered, key=lambda one: (one.start, -one.end, one.dropped or ""))))


def _times(report: Report, lexicon: Lexicon) -> Iterator[Considered]:
    for time in find_times(Passages(report.folded), lexicon):
        yield Considered(
            "time", time.start, time.end, report.written[time.start : time.end], f"time ({time.kind})", None
        )


def _quantities(
    report: Report, sentences: Sequence[Sentence], extractor: Extractor, names: list[tuple[int, int]]
) -> Iterator[Considered]:
    text, lexicon = report.folded, extractor.lexicon
    passages = Passages(text)
    times = [time for time in find_times(passages, lexicon) if not covered(time.start, time.end, names)]
    spans = sorted((time.start, time.end) for time in times)
    matched = list(match_quantities(passages, lexicon))
    longest = keep_longest(matched)
    candidates = Candidates(text, lexicon, ClauseReader(lexicon, extractor.segmenter, times))
    for found in matched:
        dropped = None
        sentence = next((one for one in sentences if one.start <= found.start < one.end), None)
        if found not in longest:
            other = next(one for one in longest if one.start < found.end and one.end > found.start)
            dropped = f"overlaps {text[other.start : other.end]} ({other.rule})"
        elif covered(found.start, found.end, names):
            dropped = "part of the name of a slogan or policy"
        elif covered(found.start, found.end, spans):
            dropped = "part of a time"
        elif sentence is None:
            dropped = "outside of any sentence"
        else:
            dropped = candidates.refusal(found, sentence)
        yield Considered(
            "quantity", found.start, found.end, report.written[found.start : found.end], found.rule, dropped
        )


def _names(report: Report, sentences: Sequence[Sentence], extractor: Extractor) -> Iterator[Considered]:
    """Yield the slogans and policies that were matched, and the names of the dictionaries that stand there."""
    lexicon, segmenter, text = extractor.lexicon, extractor.segmenter, report.folded
    known = known_slogans(lexicon)
    search = Search(text, known, segmenter)
    kept = {(one.start, one.end): one.rule for one in search.slogans()}
    matched = [(one.start, one.end, one.rule) for one in (*search.fixed(), *search.loose())]
    yield from _sorted_out("slogan", report, matched, kept)
    spans = {(start, end) for start, end, _ in matched}
    for start, end, name in known.terms.find(skeleton(text)):
        if len(skeleton_key(name)) <= SHORT and not any(a <= start and end <= b for a, b in spans):
            reason = "short, and does not begin and end between words"
            yield Considered("slogan", start, end, report.written[start:end], "slogan/dictionary", reason)
    reading = Reading(text, report.written, policy_words(lexicon), segmenter)
    final = {found.span: found.record.rule for found in find_policies(report, sentences, lexicon, segmenter)}
    names = [(one.start, one.end, one.rule) for one in match_names(reading, lexicon)]
    yield from _sorted_out("policy", report, names, final)
    ends = {end for one in (names, [(a, b, "") for a, b in final]) for _, end, _ in one}
    for start, end, head in reading.vocabulary.find_heads(text):
        if end not in ends and not covered(start, end, sorted(final)):
            verb = ", or no verb such as 制定 stands before it" if head.action else ""
            reason = f"ends a name of a {head.kind}, but what stands before it makes none{verb}"
            yield Considered("policy", start, end, report.written[start:end], "policy/headed", reason)


def _sorted_out(
    kind: str, report: Report, matched: Iterable[tuple[int, int, str]], kept: dict[tuple[int, int], str]
) -> Iterator[Considered]:
    for start, end, rule in dict.fromkeys([*((*span, rule) for span, rule in kept.items()), *matched]):
        dropped = None
        if (start, end) not in kept:
            over = next(((a, b) for a, b in kept if a < end and b > start), None)
            dropped = f"overlaps {report.written[slice(*over)]} ({kept[over]})" if over else "refused by another rule"
        elif kept[start, end] != rule:
            dropped = f"also found by {kept[start, end]}, which counts"
        yield Considered(kind, start, end, report.written[start:end], rule, dropped)
