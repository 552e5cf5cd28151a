"""Workers: each input once, whatever becomes of the worker that had it; none is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from govtext.corpus import Input, worker
from govtext.corpus.outcome import Outcome
from govtext.corpus.pool import AHEAD, WINDOW, Pool
from govtext.errors import FaultError
from tests.conftest import ROOT
from tests.corpus.tasks import act, end_at_once, named


def children() -> set[str]:
    """Return the processes that this one has started, also those that are dead and that nobody has waited for."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split())


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    resource_tracker.ensure_running()  # multiprocessing's own, for workers that are not forked; it stays
    before = children()
    yield
    assert children() <= before


def results(inputs: list[Input], jobs: int = 2) -> list[Outcome]:
    with Pool(inputs, act, jobs) as pool:
        by_place = dict(pool.outcomes())
    assert sorted(by_place) == list(range(len(inputs)))
    return [by_place[place] for place in range(len(inputs))]


@pytest.mark.parametrize("jobs", [1, 2, 4])
@pytest.mark.parametrize("count", [0, 1, 3, 200])
def test_every_input_once(jobs: int, count: int) -> None:
    names = [f"{number}.txt" for number in range(count)]
    found = results(named(*names), jobs)
    assert [outcome.text for outcome in found] == names
    assert str(os.getpid()) not in {warning for outcome in found for warning in outcome.warnings}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("exit-0", "ended with status 0; please report it"),
        ("exit-3", "ended with status 3; please report it"),
        ("SIGSEGV", "was ended by SIGSEGV; please report it"),
        ("SIGKILL", "was ended by SIGKILL; was memory short? try fewer --jobs"),
        ("SIGABRT", "was ended by SIGABRT; please report it"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_dies_takes_one_input_with_it(name: str, words: str, jobs: int) -> None:
    names = ["a", name, "b", "c", name, name, "d", "e"]
    found = results(named(*names), jobs)
    assert [outcome.text for outcome in found] == [other if other != name else "" for other in names]
    said = {outcome.failure.text for outcome in found if outcome.failure}
    assert said == {f"{name}: the process that read it {words}; the other inputs went on"}


def test_a_batch_system_ends_the_parent_not_the_workers() -> None:
    """Slurm sends SIGTERM to every process of a job; so does a terminal with Ctrl-C."""
    with Pool(named("a", "b"), act, 2) as pool:
        arriving = pool.outcomes()
        first = next(arriving)
        for one in pool._workers:
            assert one._process.pid
            os.kill(one._process.pid, signal.SIGTERM)
            os.kill(one._process.pid, signal.SIGINT)
        found = dict([first, *arriving])
    assert [found[place].text for place in (0, 1)] == ["a", "b"]


def test_an_error_in_the_task_is_a_death_too(capfd: pytest.CaptureFixture[str]) -> None:
    found = results(named("a", "fault-x", "b"))
    assert [outcome.text for outcome in found] == ["a", "", "b"]
    assert "KeyError" in capfd.readouterr().err


def test_what_is_at_hand_is_done_here() -> None:
    inputs = [*named("a"), Input(), *named("/dev/fd/9", "b"), Input(path=Path("c"), trouble="gone")]
    found = results(inputs)
    here = str(os.getpid())
    assert [outcome.text for outcome in found] == ["a", "-", "/dev/fd/9", "b", "c"]
    assert [outcome.warnings == (here,) for outcome in found] == [False, True, True, False, True]


def test_workers_do_not_run_away(tmp_path: Path) -> None:
    """While the first input is not done, no more than a window of the others is."""
    go_on = tmp_path / "go-on"
    inputs = named(f"wait-{go_on}", *map(str, range(500)))
    with Pool(inputs, act, 2) as pool:
        arriving = pool.outcomes()
        before = {next(arriving)[0] for _ in range(WINDOW * 2 - AHEAD)}
        assert before < set(range(1, WINDOW * 2))
        go_on.touch()
        after = [place for place, _ in arriving]
        assert len(after) == 501 - len(before)
        assert 0 in after[:2]


def test_no_worker_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", start)
    with pytest.raises(FaultError, match="cannot be started: Resource temporarily unavailable; try --jobs 1"):
        results(named("a", "b"))


def test_a_worker_that_never_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_work", end_at_once)
    with pytest.raises(FaultError, match="ended with status 7 before it began"):
        results(named("a", "b"))


def test_an_error_of_the_consumer_ends_the_workers(tmp_path: Path) -> None:
    """The fixture says whether one is left; this one would wait forever."""
    with suppress(ZeroDivisionError), Pool(named(f"wait-{tmp_path}/never", "a", "b"), act, 2) as pool:
        next(pool.outcomes())
        raise ZeroDivisionError


SPAWN = """
from functools import partial
from govtext import Extractor
from govtext.corpus import Input, worker
from govtext.corpus.outcome import Settings, extract_input
from govtext.corpus.pool import Pool
from tests.conftest import SAMPLES
worker._fork_is_safe = lambda: False
extractor = Extractor()
task = partial(extract_input, extractor=extractor, settings=Settings())
inputs = [Input(path=path) for path in SAMPLES]
with Pool(inputs, task, 2) as pool:
    found = dict(pool.outcomes())
assert [found[place] for place in range(len(inputs))] == [task(source) for source in inputs]
assert all(outcome.document.facts for outcome in found.values())
"""


def test_where_fork_is_not_safe() -> None:
    """A parent with threads, macOS, Windows: workers make their own extractor."""
    finished = subprocess.run([sys.executable, "-c", SPAWN], cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert finished.stderr.decode() == ""
    assert finished.returncode == 0


ORPHANS = """
import os, signal, sys
from govtext.corpus.pool import Pool
from tests.corpus.tasks import act, named
with Pool(named("a", "b", "c", "d"), act, 2) as pool:
    pids = {outcome.warnings[0] for _, outcome in pool.outcomes()}
    print(*(worker._process.pid for worker in pool._workers), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_end_when_their_parent_is_gone() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", ORPHANS], cwd=ROOT, stdout=subprocess.PIPE, check=False, timeout=60
    )
    assert finished.returncode == -signal.SIGKILL
    left = {int(pid) for pid in finished.stdout.split()}
    assert len(left) == 2
    for _ in range(1000):
        left = {pid for pid in left if _runs(pid)}
        if not left:
            return
        time.sleep(0.02)
    pytest.fail(f"still there: {left}")


def _runs(pid: int) -> bool:
    """Tell whether a process runs; one that is dead and not yet waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
