"""Options that several commands share, with the checks of their values."""

import datetime
import os
from enum import StrEnum
from typing import Annotated

import typer

from govtext.errors import UsageError
from govtext.render.language import Language, language_of


class Format(StrEnum):
    """What -f takes."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    HTML = "html"
    XLSX = "xlsx"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DOCCANO = "doccano"
    LABEL_STUDIO = "label-studio"


class Engine(StrEnum):
    """What --engine takes."""

    JIEBA = "jieba"
    RJIEBA = "rjieba"


class Speech(StrEnum):
    """What --lang takes."""

    ZH = "zh"
    EN = "en"


TABLES = ("facts", "slogans", "policies")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, folders, or - for standard input (also when nothing is named and input is piped).",
    ),
]
Dictionaries = Annotated[
    list[str] | None,
    typer.Option("-d", "--dict", metavar="PATH", help="A custom dictionary, or a folder of them (repeatable)."),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("-r", "--rules", metavar="PATH", help="Custom rules, or a folder of them (repeatable)."),
]
NoUserDict = Annotated[
    bool, typer.Option("--no-user-dict", help="Leave out the dictionaries and rules of your own folder.")
]
CutBy = Annotated[
    Engine, typer.Option("--engine", help="What cuts the words: jieba, or rjieba, which is faster (extra fast).")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="The encoding of the reports, instead of detection.")
]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="PATH", help="Write there, in one step; the suffix picks the format."),
]
Lang = Annotated[Speech | None, typer.Option("--lang", help="Language of headings and messages (default: the locale).")]

Jobs = Annotated[
    int | None,
    typer.Option(
        "-j", "--jobs", metavar="N", min=1, help="Processes that work at the same time (default: one a processor)."
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        "--files-from",
        metavar="FILE",
        help="A file that lists more paths, one a line or each ended by NUL.",
    ),
]
Share = Annotated[
    str | None,
    typer.Option(
        "--shard", metavar="I/N", help="Only the I-th of N parts of the reports, from 1/N to N/N: for a job array."
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on where a run with the same -o was interrupted; what is finished is kept.")
]


def default_format() -> Format | None:
    """Return the format that the project's govtext.toml names. Raises LexiconError where there is none of that name."""
    from govtext.cli.knowledge import project
    from govtext.errors import LexiconError

    name = project().options.format
    if name is not None and name not in list(Format):
        raise LexiconError(
            project().path, project().line("format"), f"no format {name!r}; the formats are {', '.join(Format)}"
        )
    return Format(name) if name else None


def language(lang: Speech | None) -> Language:
    """Return the language to speak: the option, else the locale."""
    if lang is None:
        return language_of(os.environ)
    return "zh" if lang is Speech.ZH else "en"


def tables(only: list[str] | None) -> tuple[str, ...]:
    """Return the tables that --only names, in their own order. Raises UsageError."""
    if not only:
        return TABLES
    wanted = {name.strip() for value in only for name in value.split(",")} - {""}
    unknown = ", ".join(sorted(wanted.difference(TABLES)))
    if unknown or not wanted:
        raise UsageError(f"--only knows {', '.join(TABLES)}; not {unknown or 'nothing'}")
    return tuple(name for name in TABLES if name in wanted)


def date(value: str | None) -> str | None:
    """Return a date of the form YYYY, YYYY-MM or YYYY-MM-DD. Raises UsageError."""
    if value is None:
        return None
    for form in ("%Y", "%Y-%m", "%Y-%m-%d"):
        try:
            read = datetime.datetime.strptime(value, form)
        except ValueError:
            continue
        if read.strftime(form).zfill(len(value)) == value:  # strptime takes 2022-3, ISO 8601 does not
            return value
    raise UsageError(f"--date takes YYYY, YYYY-MM or YYYY-MM-DD; not {value!r}")
