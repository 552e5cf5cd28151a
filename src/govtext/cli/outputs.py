"""Where results go and in what form: -f, --json, -o."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from govtext.cli.options import Format
from govtext.corpus import Input
from govtext.errors import OutputError, UsageError
from govtext.render import Writer
from govtext.render.language import Language
from govtext.render.sheets import By
from govtext.render.write import replacing

SUFFIXES = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MD,
}

ONE_TABLE = (Format.CSV, Format.TSV)
"""Formats of which a file holds one table."""

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


def plan(output: str | None, chosen: Format, tables: Sequence[str], inputs: Sequence[Input]) -> Targets:
    """Return the files to write. Raises UsageError where they do not suit the format or one is an input."""
    if output is not None and output != "-" and is_folder(output):
        if chosen not in (*ONE_TABLE, Format.MD):
            raise UsageError(f"-o {output}: a folder takes csv, tsv or md, one table a file; for {chosen} name a file")
        targets: Targets = {Path(output, f"{name}.{chosen}"): (name,) for name in tables}
    else:
        if chosen in ONE_TABLE and len(tables) != 1:
            choice = " or ".join(f"--only {name}" for name in tables)
            raise UsageError(f"{chosen} holds one table: add {choice}, or -o FOLDER/ for a file a table")
        targets = {None if output in (None, "-") else Path(output or ""): tuple(tables)}
    for path in filter(None, targets):
        for source in inputs:
            if source.path is not None and path.exists() and source.path.exists() and path.samefile(source.path):
                raise UsageError(f"-o {path}: would overwrite the input {source.name}")
    return targets


@contextmanager
def opened(targets: Targets, make: Callable[[TextIO, tuple[str, ...], bool], Writer]) -> Iterator[list[Writer]]:
    """Open the targets; files take their place when the block ends well. `make` gets stream, tables, whether a file."""
    with ExitStack() as stack:
        writers = []
        for path, tables in targets.items():
            if path is not None and len(targets) > 1:
                _make_folder(path.parent)
            stream = sys.stdout if path is None else stack.enter_context(replacing(path))
            writers.append(make(stream, tables, path is not None))
        yield writers


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be made: {error.strerror}") from None


def writer_of(
    form: Format, *, several: bool, by: By, language: Language
) -> Callable[[TextIO, tuple[str, ...], bool], Writer]:
    """Return what makes the writer of a format for a stream, its tables, and whether it is a file."""

    def make(stream: TextIO, tables: tuple[str, ...], file: bool) -> Writer:
        if form is Format.TABLE:
            from govtext.render.table import TableWriter

            return TableWriter(stream, tables, by=by, language=language)
        if form is Format.MD:
            from govtext.render.markdown import MarkdownWriter

            return MarkdownWriter(stream, tables, by=by, language=language)
        from govtext.render.records import CsvWriter, JsonLinesWriter, JsonWriter

        if form is Format.JSON:
            return JsonWriter(stream, several=several)
        if form is Format.JSONL:
            return JsonLinesWriter(stream)
        delimiter = "\t" if form is Format.TSV else ","
        return CsvWriter(stream, tables[0], several=several, delimiter=delimiter, spreadsheet=file)

    return make
