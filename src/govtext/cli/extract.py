"""`govtext extract`: facts, slogans and policies of each report."""

import sys
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
        cluster.extract(scheduler, sources, output, lexicon, Settings(encoding=encoding, date=given, tables=tables))
    if not (chosen or as_json or output or highlight or explain):
        chosen = options.default_format()
    form = outputs.choose(chosen, as_json, output)
    for name, wanted in (("--highlight", highlight), ("--explain", explain)):
        if wanted and (form is not Format.TABLE or (highlight and explain)):
            raise UsageError(f"{name} prints text; leave it or {'--explain' if form is Format.TABLE else form} out")
    sources, several = inputs.named_inputs(paths, context, listing=files_from)
    sources, several = share.share(sources), several or bool(shard)
    targets = outputs.plan(output, form, tables, sources)
    place = resuming.journal_path(output, several=len(sources) > 1, resume=resume)

    from govtext.cli.interrupts import held_back
    from govtext.cli.progress import progress
    from govtext.cli.writers import Makers
    from govtext.corpus.conditions import Conditions, digest
    from govtext.corpus.processors import processors
    from govtext.corpus.run import local, outcomes
    from govtext.pipeline import Extractor

    extractor = Extractor(knowledge.load(dictionaries, rules, no_user_dict=no_user_dict))
    makers = Makers(
        form=form,
        extractor=extractor,
        several=several,
        by=by.value,
        language=options.language(lang),
        highlight=highlight,
        explain=explain,
    )
    settings = Settings(encoding=encoding, date=given, tables=tables, text=makers.shows_text)
    engine = partial(local, extractor=extractor, settings=settings, jobs=jobs or processors())
    failed = 0
    outputs.make_folder(output)
    with (
        resuming.kept(
            place,
            lambda: Conditions(lexicon=digest(extractor.lexicon), settings=settings),
            resume=resume,
            total=len(sources),
        ) as journal,
        outcomes(sources, engine, journal) as results,
        outputs.opened(targets, form, makers) as writers,
        progress(len(sources), to_terminal=None in targets and sys.stdout.isatty()) as done,
    ):
        for source, outcome in zip(sources, results, strict=True):
            inputs.tell(source, outcome)
            done(source.name)
            if outcome.document is None:
                failed += 1
                continue
            with held_back():
                for writer in writers:
                    writer.add(outcome.document, outcome.text)
        if sources and failed == len(sources) and None not in targets:
            raise typer.Exit(1)  # an older file is worth more than an empty one
        for writer in writers:
            writer.finish()
    if failed:
        raise typer.Exit(1)
