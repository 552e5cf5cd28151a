"""`govtext extract`: facts, slogans and policies of each report."""

from enum import StrEnum
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
    chosen: Annotated[
        Format | None,
        typer.Option("-f", "--format", metavar="FORMAT", help=f"Form of the result: {', '.join(Format)}."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: options.Output = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="TABLES", help="Just these: facts,slogans,policies.")
    ] = None,
    highlight: Annotated[
        bool, typer.Option("--highlight", help="Print the text itself, with what was found marked in it.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print why: rule, dictionary line and cues of each record.")
    ] = False,
    by: Annotated[By, typer.Option("--by", help="Slogans and policies by name or each mention (table, md).")] = By.NAME,
    dictionaries: options.Dictionaries = None,
    rules: options.Rules = None,
    no_user_dict: options.NoUserDict = False,
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
    govtext extract report.txt -o report.html
    cat report.txt | govtext extract --json

    Exit status: 0 done, 1 some input failed, 2 wrong usage, 74 output failed, 130 interrupted.
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli import inputs, knowledge, outputs
    from govtext.errors import ReadError, SlowRuleError, UsageError

    tables = options.tables(only)
    given = options.date(date)
    if not (chosen or as_json or output or highlight or explain):
        chosen = options.default_format()
    form = outputs.choose(chosen, as_json, output)
    for name, wanted in (("--highlight", highlight), ("--explain", explain)):
        if wanted and (form is not Format.TABLE or (highlight and explain)):
            raise UsageError(f"{name} prints text; leave it or {'--explain' if form is Format.TABLE else form} out")
    sources, several = inputs.named_inputs(paths, context)
    targets = outputs.plan(output, form, tables, sources)

    from govtext.cli.writers import Makers
    from govtext.pipeline import Extractor

    extractor = Extractor(knowledge.load(dictionaries, rules, no_user_dict=no_user_dict))
    failed = 0
    makers = Makers(
        form=form,
        extractor=extractor,
        several=several,
        by=by.value,
        language=options.language(lang),
        highlight=highlight,
        explain=explain,
    )
    with outputs.opened(targets, form, makers) as writers:
        for source in sources:
            try:
                text = inputs.read(source, encoding)
                document = extractor.extract(text, date=given, tables=tables)
            except (ReadError, SlowRuleError) as error:
                inputs.complain(error if isinstance(error, ReadError) else f"{source.name}: given up: {error}")
                failed += 1
                continue
            for writer in writers:
                writer.add(document, text.text)
        if failed == len(sources) and None not in targets:
            raise typer.Exit(1)  # an older file is worth more than an empty one
        for writer in writers:
            writer.finish()
    if failed:
        raise typer.Exit(1)
