"""`govtext dict check`: what a dictionary holds, and what in it can never be found."""

from typing import TYPE_CHECKING, Annotated

import typer

from govtext.cli import options

if TYPE_CHECKING:
    from pathlib import Path


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
    from pathlib import Path

    from govtext.cli.knowledge import load
    from govtext.errors import UsageError
    from govtext.lexicon.places import label
    from govtext.render.visible import visible

    lexicon = load(paths, no_user_dict=no_user_dict)
    given = [Path(path) for path in paths or ()]
    files = [file for file in lexicon.files if not given or any(_within(Path(file.path), place) for place in given)]
    for file in files:
        print(f"{file.entries:>7,}  {file.kind:<10}  {visible(file.path)}")
    own = [file.path for file in files if not label(file.path).startswith("built-in ")]
    if not own:
        if against:
            raise UsageError("--against needs a dictionary of your own: govtext dict check FILE --against PATH")
        return

    from govtext.explain.checking import check as find_troubles
    from govtext.explain.checking import own_entries
    from govtext.pipeline import Extractor

    extractor = Extractor(lexicon)
    findings = find_troubles(extractor, own)
    failed = False
    if against:
        from govtext.cli import inputs
        from govtext.corpus import find_inputs
        from govtext.errors import ReadError
        from govtext.explain.against import Against

        told = {(finding.path, finding.row) for finding in findings}
        reading = Against(extractor, own_entries(extractor, own))
        for source in find_inputs(against):
            try:
                reading.read(inputs.read(source, None))
            except ReadError as error:
                inputs.complain(error)
                failed = True
        findings += [finding for finding in reading.findings() if (finding.path, finding.row) not in told]
    for finding in findings:
        print(visible(f"{finding.path}:{finding.row}: {finding.name}: {finding.reason}"))
    shadowed = sum(replaced.old.path in own for replaced in lexicon.replaced)
    loaded = sum(len(found) for found in (own_entries(extractor, own), [off for off in lexicon.off if off.path in own]))
    never = len({(finding.path, finding.row) for finding in findings})
    print(f"{loaded + shadowed:,} loaded, {never:,} never matched")
    if findings or failed:
        raise typer.Exit(1)


def _within(path: "Path", place: "Path") -> bool:
    return path == place or place in path.parents
