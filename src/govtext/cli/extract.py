"""`govtext extract`: facts, slogans and policies of each report."""

from enum import StrEnum
from functools import partial
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
    engine: options.CutBy = options.Engine.JIEBA,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Spread over a Dask cluster; writes Parquet to -o FOLDER."),
    ] = None,
    lang: options.Lang = None,
    jobs: options.Jobs = None,
    files_from: options.FilesFrom = None,
    shard: options.Share = None,
    resume: options.Resume = False,
) -> None:
    """Extract numeric facts, slogans and named policies.

    \b
    govtext extract report.txt
    govtext extract reports/ -o facts.csv --only facts
    govtext extract report.txt -o report.html
    cat report.txt | govtext extract --json

    Exit status: 0 done, 1 some input failed, 2 wrong usage, 74 output failed, 130 interrupted.
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli import inputs, knowledge, outputs, resuming
    from govtext.corpus.outcome import Settings
    from govtext.corpus.shard import Shard
    from govtext.errors import UsageError

    tables = options.tables(only)
    given = options.date(date)
    share = Shard.parse(shard) if shard else Shard(1, 1)
    if scheduler is not None:
        if chosen not in (None, Format.PARQUET) or as_json or highlight or explain or jobs or output is None:
            raise UsageError("--scheduler writes Parquet parts: add -o FOLDER, and leave other forms and --jobs out")
        from govtext.cli import cluster

        sources = share.share(inputs.named_inputs(paths, context, listing=files_from)[0])
        lexicon = knowledge.load(dictionaries, rules, no_user_dict=no_user_dict)
        settings = Settings(encoding=encoding, date=given, tables=tables, engine=engine.value)
        cluster.extract(scheduler, sources, output, lexicon, settings)
    if not (chosen or as_json or output or highlight or explain):
        chosen = options.default_format()
    form = outputs.choose(chosen, as_json, output)
    for name, wanted in (("--highlight", highlight), ("--explain", explain)):
        if wanted and (form is not Format.TABLE or (highlight and explain)):
            raise UsageError(f"{name} prints text; leave it or {'--explain' if form is Format.TABLE else form} out")
    sources, several = inputs.named_inputs(paths, context, listing=files_from)
    sources, several = share.share(sources), several or bool(shard)
    targets = outputs.plan(output, form, tables, sources)
    journal = resuming.journal_path(output, several=len(sources) > 1, resume=resume)

    from govtext.cli import running
    from govtext.cli.writers import Makers
    from govtext.corpus.processors import processors
    from govtext.corpus.run import local
    from govtext.pipeline import Extractor

    extractor = Extractor(knowledge.load(dictionaries, rules, no_user_dict=no_user_dict), engine=engine.value)
    makers = Makers(
        form=form,
        extractor=extractor,
        several=several,
        by=by.value,
        language=options.language(lang),
        highlight=highlight,
        explain=explain,
    )
    settings = Settings(encoding=encoding, date=given, tables=tables, text=makers.shows_text, engine=engine.value)
    work = partial(local, extractor=extractor, settings=settings, jobs=jobs or processors())
    outputs.make_folder(output)
    running.run(sources, work, targets, makers, settings, journal=journal, resume=resume)
