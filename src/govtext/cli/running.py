"""Many inputs → the files or the stream that they are written to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from govtext.cli import inputs, outputs, resuming
from govtext.cli.interrupts import held_back
from govtext.cli.progress import progress
from govtext.corpus.conditions import Conditions, digest
from govtext.corpus.run import outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from govtext.cli.outputs import Targets
    from govtext.cli.writers import Makers
    from govtext.corpus import Input
    from govtext.corpus.outcome import Settings
    from govtext.corpus.run import Engine


def run(
    sources: Sequence[Input],
    engine: Engine,
    targets: Targets,
    makers: Makers,
    settings: Settings,
    *,
    journal: Path | None,
    resume: bool,
) -> None:
    """Write what the engine makes of each input, in order; tell of each that failed; end with 1 where one did."""
    failed = 0
    with (
        resuming.kept(
            journal,
            lambda: Conditions(lexicon=digest(makers.extractor.lexicon), settings=settings),
            resume=resume,
            total=len(sources),
        ) as kept,
        outcomes(sources, engine, kept) as results,
        outputs.opened(targets, makers.form, makers) as writers,
        progress(len(sources), to_terminal=None in targets and sys.stdout.isatty()) as done,
    ):
        for source, outcome in zip(sources, results, strict=True):
            inputs.tell(source, outcome)
            done(source.name)
            if outcome.document is None:
                failed += 1
                continue
            with held_back():
                for writer in writers:
                    writer.add(outcome.document, outcome.text)
        if sources and failed == len(sources) and None not in targets:
            raise typer.Exit(1)  # an older file is worth more than an empty one
        for writer in writers:
            writer.finish()
    if failed:
        raise typer.Exit(1)
