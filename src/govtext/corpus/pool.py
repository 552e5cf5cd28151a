"""Worker processes that share the inputs out: an input that kills its worker takes no other with it.

concurrent.futures loses all that waits when one worker dies, and does not say at which input.
"""

from __future__ import annotations

import gc
from heapq import heappop, heappush
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from govtext.corpus.outcome import Failure, Outcome
from govtext.corpus.worker import Worker
from govtext.errors import FaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from govtext.corpus.outcome import Task
    from govtext.corpus.walk import Input

AHEAD = 2
"""Inputs that a worker has in hand at most, so that it need not wait for the next."""

WINDOW = 32
"""Inputs a worker that may be done before an earlier one is: what is finished waits in memory for its turn."""


class Pool:
    """Workers for some inputs. `with Pool(…) as pool` starts them; none is left when the block ends."""

    def __init__(self, inputs: Sequence[Input], task: Task, jobs: int) -> None:
        self._inputs = inputs
        self._task = task
        self._jobs = jobs
        self._left = list(range(len(inputs)))  # a heap: what comes back from a dead worker goes to its place
        self._workers: list[Worker] = []

    def __enter__(self) -> Self:
        gc.freeze()  # the collector leaves the shared pages alone: a worker has 22 MB of its own, not 35
        try:
            for _ in range(self._jobs):
                self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """Yield the place of each input and what became of it, as they are done.

        Raises FaultError where no worker can be started.
        """
        while True:
            for index in self._share_out():
                yield index, self._task(self._inputs[index])
            if not self._left and not any(worker.in_hand for worker in self._workers):
                return
            speaking = set(wait([worker.connection for worker in self._workers]))
            for worker in [worker for worker in self._workers if worker.connection in speaking]:
                try:
                    taken = worker.take()
                except EOFError:
                    taken = self._replace(worker)
                if taken is not None:
                    yield taken

    def _share_out(self) -> Iterator[int]:
        """Give the workers what they can take, in order; yield what is to be done here."""
        while self._left and self._left[0] < self._end_of_window():
            source = self._inputs[self._left[0]]
            if source.path is None or source.is_at_hand:
                yield heappop(self._left)
                continue
            fair = max(1, min(AHEAD, len(self._left) // self._jobs))
            worker = min(self._workers, key=lambda worker: (not worker.awake, len(worker.in_hand)))
            if not worker.awake or len(worker.in_hand) >= fair:
                return
            if worker.give(self._left[0], source.path):
                heappop(self._left)

    def _end_of_window(self) -> int:
        """Return the first input that is too far ahead of the earliest that is not done."""
        earliest = min([self._left[0], *(index for worker in self._workers for index in worker.in_hand)])
        return earliest + WINDOW * self._jobs

    def _start(self) -> None:
        """Start one more worker; where the system has no room for it, those that there are do the work."""
        try:
            self._workers.append(Worker(self._task, self._workers))
        except OSError as error:
            if not self._workers:
                raise FaultError("worker", f"cannot be started: {error.strerror}; try --jobs 1") from None

    def _replace(self, dead: Worker) -> tuple[int, Outcome] | None:
        """Put another in the place of a worker that died; return the input at which it died, if at one."""
        self._workers.remove(dead)
        how = dead.bury()
        if not dead.begun:
            raise FaultError("worker", f"{how} before it began; try --jobs 1")
        culprit = dead.in_hand.popleft() if dead.in_hand else None
        for index in dead.in_hand:
            heappush(self._left, index)
        self._start()
        if culprit is None:
            return None
        remedy = "was memory short? try fewer --jobs" if how.endswith("SIGKILL") else "please report it"
        trouble = f"the process that read it {how}; {remedy}; the other inputs went on"
        return culprit, Outcome(failure=Failure.of(FaultError(self._inputs[culprit].name, trouble)))

    def _end(self) -> None:
        while self._workers:
            self._workers.pop().end()
        gc.unfreeze()
