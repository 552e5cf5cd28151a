"""The outcomes come in the order of the inputs, whoever does the work and when."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import Extractor
from govtext.corpus import Input, pool
from govtext.corpus.conditions import Conditions
from govtext.corpus.journal import Journal
from govtext.corpus.outcome import Outcome, Settings, Stamp
from govtext.corpus.run import local, outcomes
from govtext.errors import LexiconError
from tests.corpus.tasks import act, named
from tests.texts import PARAGRAPHS


@contextmanager
def shuffled(inputs: Sequence[Input], order: Sequence[int]) -> Iterator[Iterator[tuple[int, Outcome]]]:
    """Work in another order."""
    yield ((place, act(inputs[place])) for place in order)


@given(st.permutations(range(12)))
def test_order(order: list[int]) -> None:
    names = [f"{number}.txt" for number in range(12)]
    with outcomes(named(*names), partial(shuffled, order=order)) as results:
        assert [outcome.text for outcome in results] == names


def test_an_error_that_concerns_all_is_raised() -> None:
    engine = partial(shuffled, order=[1, 0, 2])
    with outcomes(named("a", "wrong", "b"), engine) as results, pytest.raises(LexiconError, match="no such rule"):
        next(results)


def test_the_journal_is_asked_first_and_told_at_once(tmp_path: Path) -> None:
    inputs = [Input(path=tmp_path / name) for name in "abcd"]
    for source in inputs:
        assert source.path
        source.path.write_text(source.path.name, encoding="utf-8")
    done: list[str] = []

    @contextmanager
    def engine(left: Sequence[Input]) -> Iterator[Iterator[tuple[int, Outcome]]]:
        def work() -> Iterator[tuple[int, Outcome]]:
            for place in reversed(range(len(left))):
                done.append(left[place].name)
                yield place, Outcome(text=left[place].name, stamp=Stamp.of(left[place].path))

        yield work()

    conditions = Conditions(lexicon="", settings=Settings())
    for resume, expected in ((False, ["c", "b"]), (True, ["d", "a"])):
        with suppress(KeyboardInterrupt), Journal(tmp_path / "j", conditions, resume=resume) as journal:
            asked = inputs[1:3] if not resume else inputs
            with outcomes(asked, engine, journal) as results:
                assert [outcome.text for outcome in results] == [source.name for source in asked]
            assert [Path(name).name for name in done] == expected
            assert len(journal) == len(asked)
            done.clear()
            raise KeyboardInterrupt


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give a list that has an entry for each worker that is started."""
    found: list[int] = []

    class Counted(pool.Pool):
        def _start(self) -> None:
            found.append(len(found))
            super()._start()

    monkeypatch.setattr(pool, "Pool", Counted)
    return found


@pytest.mark.parametrize(
    ("sizes", "workers"), [([20_000] * 4, {1: 0, 2: 2, 8: 4}), ([90_000], {4: 0}), ([1_000] * 4, {4: 0})]
)
def test_workers_where_they_pay(
    extractor: Extractor, tmp_path: Path, started: list[int], sizes: list[int], workers: dict[int, int]
) -> None:
    inputs = [Input(path=tmp_path / f"{number}.txt") for number in range(len(sizes))]
    line = PARAGRAPHS[0] + "\n"
    for source, size in zip(inputs, sizes, strict=True):
        assert source.path
        source.path.write_text(line * (size // len(line.encode()) + 1), encoding="utf-8")
    inputs.append(Input(path=tmp_path, trouble="gone"))
    for jobs, expected in workers.items():
        started.clear()
        with outcomes(inputs, partial(local, extractor=extractor, settings=Settings(), jobs=jobs)) as results:
            found = [bool(outcome.document and outcome.document.facts) for outcome in results]
        assert found == [*[True] * len(sizes), False]
        assert len(started) == expected
