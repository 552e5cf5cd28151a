"""--resume: where the journal of a run is, and what to type after an interruption."""

from __future__ import annotations

import os
import shlex
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from govtext.cli.outputs import is_folder
from govtext.errors import GovtextError, UsageError
from govtext.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govtext.corpus.conditions import Conditions
    from govtext.corpus.journal import Journal


def journal_path(output: str | None, *, several: bool, resume: bool) -> Path | None:
    """Return where the journal of a run belongs: beside the output file, or in the output folder.

    None where there is nothing to go on with: one input, or a result for a pipe or a device. Raises UsageError.
    """
    path = None if output in (None, "-") else Path(output or "")
    if path is None or (path.exists() and not path.is_file() and not path.is_dir()):
        if resume:
            raise UsageError("--resume goes on with a file: add -o PATH, as in the run that was interrupted")
        return None
    if not several:
        return None
    return path / ".govtext-journal" if is_folder(output or "") else path.with_name(f".{path.name}.govtext-journal")


@contextmanager
def kept(
    path: Path | None, conditions: Callable[[], Conditions], *, resume: bool, total: int
) -> Iterator[Journal | None]:
    """Keep a journal at the path, if one is given; when the run breaks off, say how to go on."""
    if path is None:
        yield None
        return
    from govtext.corpus.journal import Journal

    with Journal(path, conditions(), resume=resume) as journal:
        try:
            yield journal
        except (KeyboardInterrupt, SystemExit, GovtextError):
            if journal:
                print(f"govtext: {len(journal)} of {total} inputs are finished; to go on: {_again()}", file=sys.stderr)
            raise


def _again() -> str:
    """Return the command line of this run, to be typed again."""
    words = [os.fsencode(word).decode("utf-8", "backslashreplace") for word in sys.argv[1:]]
    return visible(shlex.join(["govtext", *words, *([] if "--resume" in words else ["--resume"])]))
