"""`govtext extract --scheduler`: the reports spread over a Dask cluster."""

import logging
import signal
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import typer

from govtext.cli import inputs
from govtext.corpus import Input
from govtext.corpus.outcome import Settings
from govtext.lexicon import Lexicon
from govtext.render.visible import visible


def extract(scheduler: str, sources: Sequence[Input], output: str, lexicon: Lexicon, settings: Settings) -> NoReturn:
    """Write Parquet parts into a folder; tell of each report that failed; end the command."""
    from govtext.corpus import dask
    from govtext.corpus.batches import batches
    from govtext.corpus.parts import Folder, plan

    signals: list[int] = []

    def interrupt(number: int, _frame: object) -> None:
        signals.append(number)  # what is raised while Python clears a future away is lost
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)
    failed = False
    with dask.connect(scheduler) as client:
        for name in ("distributed", "distributed.client", "tornado.application"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # tracebacks of what our errors say in a line
        wanted = list(batches(sources))
        run = plan(wanted, settings, lexicon)
        with closing(dask.run_on(client, wanted, run, Folder(Path(output), run), lexicon)) as parts:
            for told in parts:
                if signals:
                    raise KeyboardInterrupt
                for warning in told.warnings:
                    print(f"govtext: warning: {visible(warning)}", file=sys.stderr)
                for error in told.errors:
                    inputs.complain(error)
                    failed = True
    raise typer.Exit(int(failed))
