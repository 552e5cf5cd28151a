"""How far a run is: a line on standard error that moves, at a terminal where it is in nobody's way."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

INTERVAL = 0.1
"""Seconds between two drawings, at least."""


@contextmanager
def progress(total: int, *, to_terminal: bool) -> Iterator[Callable[[str], None]]:
    """Give what is to be called with the name of each input that is done.

    Nothing is drawn where standard error is no terminal, where the results go to the terminal, and for one input.
    """
    if total < 2 or to_terminal or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _name: None
        return
    drawn = _bar()
    with drawn:
        task = drawn.add_task("", total=total, name="", rate="")
        began = latest = time.monotonic()

        def done(name: str) -> None:
            nonlocal latest
            now = time.monotonic()
            drawn.advance(task)
            if now - latest >= INTERVAL or drawn.finished:
                latest = now
                rate = f"{drawn.tasks[0].completed / (now - began):.1f}/s"
                drawn.update(task, name=visible(name), rate=rate)
                drawn.refresh()

        drawn.refresh()
        yield done


def _bar() -> Progress:
    """Return the line: 12/42 ━━━━ 8.4/s 0:00:04 name. No thread draws it, so that workers can still be forked."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    return Progress(
        MofNCompleteColumn(),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )
