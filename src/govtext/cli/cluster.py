"""`govtext extract --scheduler`: the reports spread over a Dask cluster."""

import logging
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import typer

from govtext.cli import inputs
from govtext.cli.interrupts import held_back
from govtext.corpus import Input
from govtext.corpus.outcome import Settings
from govtext.lexicon import Lexicon
from govtext.render.visible import visible


def extract(scheduler: str, sources: Sequence[Input], output: str, lexicon: Lexicon, settings: Settings) -> NoReturn:
    """Write Parquet parts into a folder; tell of each report that failed; end the command."""
    from govtext.corpus import dask
    from govtext.corpus.batches import batches
    from govtext.corpus.parts import Folder, plan

    failed = False
    with dask.connect(scheduler) as client:
        for name in ("distributed", "distributed.client", "tornado.application"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # tracebacks of what our errors say in a line
        wanted = list(batches(sources))
        run = plan(wanted, settings, lexicon)
        folder = Folder(Path(output), run)
        with (
            held_back() as give_way,
            closing(dask.run_on(client, wanted, run, folder, lexicon, meanwhile=give_way)) as parts,
        ):
            for told in parts:
                give_way()
                for warning in told.warnings:
                    print(f"govtext: warning: {visible(warning)}", file=sys.stderr)
                for error in told.errors:
                    inputs.complain(error)
                    failed = True
    raise typer.Exit(int(failed))
