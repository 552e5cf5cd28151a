"""Where results go and in what form: -f, --json, -o."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from govtext.cli.options import Format
from govtext.corpus import Input
from govtext.errors import OutputError, UsageError
from govtext.render import Writer
from govtext.render.write import replaced, replacing

if TYPE_CHECKING:
    from govtext.cli.writers import Makers

SUFFIXES = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xlsx": Format.XLSX,
    ".parquet": Format.PARQUET,
    ".sqlite": Format.SQLITE,
    ".sqlite3": Format.SQLITE,
    ".db": Format.SQLITE,
}

ONE_TABLE = (Format.CSV, Format.TSV, Format.PARQUET)
"""Formats of which a file holds one table."""

BINARY = (Format.XLSX, Format.PARQUET, Format.SQLITE)
"""Formats that need a file: they are no text."""

Targets = dict[Path | None, tuple[str, ...]]
"""The files to write and the tables in each; None is standard output."""


def choose(chosen: Format | None, as_json: bool, output: str | None) -> Format:
    """Return the format that the options name; the suffix of -o counts where -f is silent. Raises UsageError."""
    if as_json:
        if chosen not in (None, Format.JSON):
            raise UsageError(f"--json is short for --format json; leave one of --json and --format {chosen} out")
        return Format.JSON
    if chosen is not None:
        return chosen
    if output is None or output == "-":
        return Format.TABLE
    if is_folder(output):
        return Format.CSV
    suffix = Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"-o {output}: no format has the suffix {suffix!r}; use {', '.join(SUFFIXES)}, or --format")
    return SUFFIXES[suffix]


def is_folder(output: str) -> bool:
    """Say whether -o names a folder: one that is there, or by a slash at the end."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def make_folder(output: str | None) -> None:
    """Make the folder that -o names, if it names one. Raises OutputError."""
    if output is None or not is_folder(output):
        return
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(output, f"cannot be made: {error.strerror}") from None


def plan(output: str | None, chosen: Format, tables: Sequence[str], inputs: Sequence[Input]) -> Targets:
    """Return the files to write. Raises UsageError where they do not suit the format or one is an input.

    A file of a format with one table that bears the name of a table (`facts.csv`) gets that table.
    """
    if output is not None and output != "-" and is_folder(output):
        if chosen not in (*ONE_TABLE, Format.MD):
            raise UsageError(
                f"-o {output}: a folder takes csv, tsv, parquet or md, one table a file; for {chosen} name a file"
            )
        targets: Targets = {Path(output, f"{name}.{chosen}"): (name,) for name in tables}
    else:
        path = None if output in (None, "-") else Path(output or "")
        if path is None and chosen in BINARY:
            raise UsageError(f"{chosen} is no text to print: add -o FILE.{chosen}")
        if chosen in ONE_TABLE and len(tables) != 1:
            if path is None or path.stem not in tables:
                choice = " or ".join(f"--only {name}" for name in tables)
                raise UsageError(f"{chosen} holds one table: add {choice}, or -o FOLDER/ for a file a table")
            tables = (path.stem,)
        targets = {path: tuple(tables)}
    for path in filter(None, targets):
        for source in inputs:
            if source.path is not None and path.exists() and source.path.exists() and path.samefile(source.path):
                raise UsageError(f"-o {path}: would overwrite the input {source.name}")
    return targets


@contextmanager
def opened(targets: Targets, form: Format, makers: "Makers") -> Iterator[list[Writer]]:
    """Open the targets and give their writers; files take their place when the block ends well."""
    with ExitStack() as stack:
        writers: list[Writer] = []
        for path, tables in targets.items():
            if path is not None and form in BINARY:
                writer = makers.file(stack.enter_context(replaced(path)), tables)
                stack.callback(writer.close)
                writers.append(writer)
                if form is Format.SQLITE and (path.is_file() or not path.exists()):  # beside no device
                    beside = stack.enter_context(replacing(path.with_name(f"{path.stem}.metadata.json")))
                    beside.write(makers.metadata(path.stem, tables))
            else:
                stream = sys.stdout if path is None else stack.enter_context(replacing(path))
                writers.append(makers.stream(stream, tables, file=path is not None))
        yield writers
