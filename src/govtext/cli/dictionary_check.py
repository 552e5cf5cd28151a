"""`govtext dict check`: what a dictionary holds, and what in it can never be found."""

from typing import Annotated

import typer

from govtext.cli import options


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Dictionaries, or folders of them.")] = None,
    *,
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="PATH", help="Reports in which each entry should be found (repeatable)."),
    ] = None,
    no_user_dict: options.NoUserDict = False,
) -> None:
    """Count the entries, and name those that can never be found, with the reason.

    \b
    govtext dict check
    govtext dict check words.txt policies.csv
    govtext dict check words.txt --against reports/

    Exit status: 0 all well, 1 an entry is never found, 2 a wrong line (named by file and line).
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli.knowledge import load
    from govtext.render.visible import visible

    lexicon = load(paths, no_user_dict=no_user_dict)
    for file in lexicon.files:
        print(f"{file.entries:>7,}  {file.kind:<10}  {visible(file.path)}")
