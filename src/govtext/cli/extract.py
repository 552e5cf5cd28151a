"""`govtext extract`: facts, slogans and policies of each report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govtext.cli import options
from govtext.cli.options import Format


class By(StrEnum):
    """What --by takes."""

    NAME = "name"
    MENTION = "mention"


def extract(
    context: typer.Context,
    paths: options.Paths = None,
    *,
    chosen: Annotated[Format | None, typer.Option("-f", "--format", help="Form of the result.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: options.Output = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="TABLES", help="Just these: facts,slogans,policies.")
    ] = None,
    by: Annotated[By, typer.Option("--by", help="Slogans and policies by name or each mention (table, md).")] = By.NAME,
    dictionaries: options.Dictionaries = None,
    rules: options.Rules = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY[-MM[-DD]]", help="When the report was given, if the text does not say."),
    ] = None,
    encoding: options.Encoding = None,
    lang: options.Lang = None,
) -> None:
    """Extract numeric facts, slogans and named policies.

    \b
    govtext extract report.txt
    govtext extract reports/ -o facts.csv --only facts
    cat report.txt | govtext extract --json

    Exit status: 0 done, 1 some input failed, 2 wrong usage, 74 output failed, 130 interrupted.
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli import inputs, outputs
    from govtext.errors import ReadError

    tables = options.tables(only)
    given = options.date(date)
    form = outputs.choose(chosen, as_json, output)
    sources, several = inputs.named_inputs(paths, context)
    targets = outputs.plan(output, form, tables, sources)

    from govtext.lexicon import Lexicon
    from govtext.pipeline import Extractor

    lexicon = Lexicon.load([Path(path) for path in dictionaries or ()], [Path(path) for path in rules or ()])
    extractor = Extractor(lexicon)
    failed = 0
    make = outputs.writer_of(form, several=several, by=by.value, language=options.language(lang))
    with outputs.opened(targets, make) as writers:
        for source in sources:
            try:
                document = extractor.extract(source.read(encoding=encoding), date=given, tables=tables)
            except ReadError as error:
                inputs.complain(error)
                failed += 1
                continue
            for writer in writers:
                writer.add(document)
        if failed == len(sources) and None not in targets:
            raise typer.Exit(1)  # an older file is worth more than an empty one
        for writer in writers:
            writer.finish()
    if failed:
        raise typer.Exit(1)
