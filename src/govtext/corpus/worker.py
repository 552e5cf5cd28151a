"""A worker: a process that turns one input after another into outcomes until the pool lets go of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from govtext.corpus.outcome import Outcome
from govtext.corpus.walk import Input

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from govtext.corpus.outcome import Task

READY = b""
"""What a worker sends first."""

PATIENCE = 5
"""Seconds that a worker whose pipe has ended is given to end, too."""


class Worker:
    """A worker as the pool sees it: its process, the pipe to it, and what it has in hand, first come first served."""

    def __init__(self, task: Task, others: Sequence[Worker]) -> None:
        self.in_hand: deque[int] = deque()
        self.begun = False
        self.awake = False
        method = "fork" if _fork_is_safe() else "spawn"
        context = multiprocessing.get_context(method)
        self.connection, theirs = context.Pipe()
        ours = [self.connection, *(other.connection for other in others)] if method == "fork" else []
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_work, args=(theirs, task, ours), name="govtext-worker", daemon=True
        )
        try:
            with _signals_wait():
                self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            theirs.close()  # so that the pipe ends when the worker does

    def give(self, index: int, path: Path) -> bool:
        """Give it an input; return whether it is there to take it."""
        try:
            self.connection.send_bytes(os.fsencode(path))
        except OSError:  # it has died; that it has comes out when the pool listens to it
            self.awake = False
            return False
        self.in_hand.append(index)
        return True

    def take(self) -> tuple[int, Outcome] | None:
        """Return what it sent: an outcome, or None for its first sign of life. Raises EOFError when it has died."""
        try:
            data = self.connection.recv_bytes()
        except OSError:  # in the middle of a message, or with unread ones
            raise EOFError from None
        if not self.begun:
            self.begun = self.awake = True
            return None
        return self.in_hand.popleft(), Outcome.unpacked(data)

    def bury(self) -> str:
        """Return how it ended, in words."""
        self._process.join(PATIENCE)
        self.end()
        status = self._process.exitcode or 0
        if status >= 0:
            return f"ended with status {status}"
        try:
            return f"was ended by {signal.Signals(-status).name}"
        except ValueError:
            return f"was ended by signal {-status}"

    def end(self) -> None:
        """End it, whatever it does (it has nothing to tidy up), and wait until it is gone."""
        self.connection.close()
        self._process.kill()
        self._process.join()


def _fork_is_safe() -> bool:
    """Tell whether a copy of this process can work: on Linux, with no other thread that may hold a lock."""
    return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Hold Ctrl-C back until the child has its own handlers: it inherits ours, which are for the parent."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, task: Task, inherited: Sequence[Connection]) -> None:
    """Turn inputs into outcomes until the pool lets go or is gone."""
    for number in (signal.SIGINT, signal.SIGTERM):  # a terminal and a batch system send them to all: the parent decides
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    for other in inherited:
        other.close()  # else a pipe would outlive the parent, and its worker, too
    try:
        connection.send_bytes(READY)
        while True:
            source = Input(path=Path(os.fsdecode(connection.recv_bytes())))
            connection.send_bytes(task(source).packed())
    except (EOFError, OSError):
        return
