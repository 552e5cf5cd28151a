"""The command `govtext`: its sub-commands and what they share."""

from typing import Annotated, cast

import typer

from govtext.cli import dictionaries, rules
from govtext.cli.explain import explain
from govtext.cli.extract import extract
from govtext.cli.knowledge import Defaults
from govtext.cli.schema import schema
from govtext.cli.segment import segment
from govtext.version import __version__

app = typer.Typer(
    name="govtext",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"govtext {__version__}")
        raise typer.Exit


@app.callback()
def govtext(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("-V", "--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Numeric facts, slogans and named policies from Chinese government reports."""
    context.default_map = cast("dict[str, object]", Defaults())


app.command()(extract)
app.command()(segment)
app.command()(explain)
app.add_typer(dictionaries.app)
app.add_typer(rules.app)
app.command()(schema)
