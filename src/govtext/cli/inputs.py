"""What a command reads, and how it tells of an input that fails."""

import sys
from pathlib import Path

import typer

from govtext.corpus import STANDARD_INPUT, Input, find_inputs
from govtext.read import SourceText
from govtext.render.visible import visible


def named_inputs(paths: list[str] | None, context: typer.Context) -> tuple[list[Input], bool]:
    """Return the inputs, and whether they are several: whether the words may name more than one report.

    Nothing named and something piped is standard input; nothing named at a terminal shows the help and exits with 2.
    """
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


def complain(trouble: object) -> None:
    """Print one line of error; nothing in it can steer the terminal."""
    print(f"govtext: error: {visible(str(trouble))}", file=sys.stderr)
