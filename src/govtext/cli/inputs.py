"""What a command reads, and how it tells of an input that fails."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from govtext.corpus import STANDARD_INPUT, Input, find_inputs
from govtext.corpus.listed import listed_paths
from govtext.errors import SlowRuleError, UsageError
from govtext.read import SourceText
from govtext.render.visible import visible

if TYPE_CHECKING:
    from govtext.corpus.outcome import Outcome


def named_inputs(
    paths: list[str] | None, context: typer.Context, *, listing: str | None = None
) -> tuple[list[Input], bool]:
    """Return the inputs, and whether they are several: whether the words may name more than one report.

    Nothing named and something piped is standard input; nothing named at a terminal shows the help and exits with 2.
    `listing` is a file that names more of them. Raises UsageError.
    """
    if listing is not None:
        if listing == STANDARD_INPUT in (paths or ()):
            raise UsageError("standard input is the list (--files-from -) or a report (-), not both")
        return list(find_inputs([*(paths or ()), *listed_paths(listing)])), True
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(2)
        paths = [STANDARD_INPUT]
    inputs = list(find_inputs(paths))
    one = len(paths) == len(inputs) == 1 and (inputs[0].path is None or inputs[0].path == Path(paths[0]))
    return inputs, not one


def read(source: Input, encoding: str | None) -> SourceText:
    """Read an input, and print what a careful reader should know of it. Raises ReadError."""
    text = source.read(encoding=encoding)
    for warning in text.warnings:
        print(f"govtext: warning: {visible(f'{text.path}: {warning}')}", file=sys.stderr)
    return text


def tell(source: Input, outcome: "Outcome") -> None:
    """Print what a careful reader should know of an input, and why it failed if it did."""
    for warning in outcome.warnings:
        print(f"govtext: warning: {visible(warning)}", file=sys.stderr)
    failure = outcome.failure
    if failure:
        slow = failure.error == SlowRuleError.__name__
        complain(f"{source.name}: given up: {failure.text}" if slow else failure.text)


def complain(trouble: object) -> None:
    """Print one line of error; nothing in it can steer the terminal."""
    print(f"govtext: error: {visible(str(trouble))}", file=sys.stderr)
