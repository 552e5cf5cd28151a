"""`govtext dict`: the dictionaries in force and one's own."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(name="dict", help="Check dictionaries.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def dictionaries() -> None:
    """Check dictionaries."""


@app.command()
def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Dictionaries, or folders of them.")] = None,
) -> None:
    """Load the shipped dictionaries and the given ones, and count their entries.

    \b
    govtext dict check
    govtext dict check words.txt policies.csv

    Exit status: 0 all well, 2 a wrong line (named by file and line).
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.lexicon import Lexicon
    from govtext.render.visible import visible

    for file in Lexicon.load([Path(path) for path in paths or ()]).files:
        print(f"{file.entries:>7,}  {file.kind:<10}  {visible(file.path)}")
