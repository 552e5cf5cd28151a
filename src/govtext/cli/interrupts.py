"""Ctrl-C at the right moment: between two documents, not within a line or a call of a library."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


@contextmanager
def held_back() -> Iterator[Callable[[], None]]:
    """Let a first SIGINT or SIGTERM wait until the block ends; a second one ends it at once.

    The function given ends the block where it is called, if one came. What a handler raises anywhere else may be lost:
    Python drops it while it clears an object away.
    """
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    came: list[int] = []

    def wait(number: int, frame: FrameType | None) -> None:
        handler = handlers[signal.Signals(number)]
        if came and callable(handler):
            handler(number, frame)
        came.append(number)

    def give_way() -> None:
        if came:
            signal.raise_signal(signal.Signals(came[0]))

    for number, handler in handlers.items():
        if callable(handler):  # not one that is ignored, as in a background job of a shell
            signal.signal(number, wait)
    try:
        yield give_way
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    give_way()
