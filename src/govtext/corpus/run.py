"""Many inputs → their outcomes in the order of the inputs, whatever engine does the work."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from govtext.corpus.outcome import Outcome, Stamp, extract_input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from govtext.corpus.journal import Journal
    from govtext.corpus.outcome import Settings
    from govtext.corpus.walk import Input
    from govtext.pipeline import Extractor

    Arriving: TypeAlias = Iterator[tuple[int, Outcome]]
    Engine: TypeAlias = Callable[[Sequence[Input]], AbstractContextManager[Arriving]]
    """What turns inputs into outcomes: it gives the place of each among the inputs, and the outcome, in any order."""

WORTH_WORKERS = 60_000
"""Bytes of reports below which one process is done before workers have begun."""

_TEXT = "全年地区生产总值增长5.2%左右，坚持新发展理念，实施乡村振兴战略。"


@contextmanager
def outcomes(inputs: Sequence[Input], engine: Engine, journal: Journal | None = None) -> Iterator[Iterator[Outcome]]:
    """Give what becomes of each input, in order; the engine has begun when the block begins.

    What the journal holds is not done again, and what is done is written to it at once. Raises, while the outcomes are
    taken, the errors that no other input would be without: LexiconError, UsageError.
    """
    held = [journal is not None and journal.holds(source) for source in inputs]
    left = [source for source, done in zip(inputs, held, strict=True) if not done]
    with engine(left) as arriving:
        fresh = _in_order(_kept(arriving, left, journal))
        yield (
            journal.outcome(source) if journal and done else next(fresh)
            for source, done in zip(inputs, held, strict=True)
        )


@contextmanager
def local(inputs: Sequence[Input], *, extractor: Extractor, settings: Settings, jobs: int) -> Iterator[Arriving]:
    """Work on this machine: an engine of at most `jobs` processes, of this one alone where more would not pay."""
    task = partial(extract_input, extractor=extractor, settings=settings)
    workers = min(jobs, sum(not source.is_at_hand for source in inputs))
    if workers < 2 or not _worth_workers(inputs):
        yield ((place, task(source)) for place, source in enumerate(inputs))
        return
    from govtext.corpus.pool import Pool  # noqa: PLC0415 most runs need none

    extractor.extract_text(_TEXT)  # loads what is loaded when first used, so that the workers share it
    with Pool(inputs, task, workers) as pool:
        yield pool.outcomes()


def _worth_workers(inputs: Iterable[Input]) -> bool:
    total = 0
    for source in inputs:
        stamp = None if source.is_at_hand else Stamp.of(source.path)
        total += stamp.size if stamp else 0
        if total >= WORTH_WORKERS:
            return True
    return False


def _kept(arriving: Arriving, inputs: Sequence[Input], journal: Journal | None) -> Arriving:
    """Write to the journal what arrives."""
    for place, outcome in arriving:
        if outcome.failure and outcome.failure.concerns_all:
            raise outcome.failure.put_together()
        if journal is not None:
            journal.add(inputs[place], outcome)
        yield place, outcome


def _in_order(arriving: Arriving) -> Iterator[Outcome]:
    """Yield the outcomes by their places, each as soon as those before it are there."""
    waiting: dict[int, Outcome] = {}
    due = 0
    for place, outcome in arriving:
        waiting[place] = outcome
        while due in waiting:
            yield waiting.pop(due)
            due += 1
