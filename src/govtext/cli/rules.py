"""`govtext rules`: the rules in force, each with its examples."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from govtext.lexicon import Rule

app = typer.Typer(name="rules", help="List, show and check rules.", no_args_is_help=True, rich_markup_mode=None)

Rules = Annotated[
    list[str] | None,
    typer.Option("-r", "--rules", metavar="PATH", help="Custom rules, or a folder of them (repeatable)."),
]


@app.command("list")
def list_(rules: Rules = None) -> None:
    """Print the name of every rule and what it is for."""
    from govtext.render.visible import visible

    loaded = _load(rules)
    width = max((len(rule.name) for rule in loaded), default=0)
    for rule in loaded:
        print(visible(f"{rule.name:<{width}}  {rule.note}".rstrip()))


@app.command()
def show(name: Annotated[str, typer.Argument(help="A rule, as `rules list` names it.")], rules: Rules = None) -> None:
    """Print a rule: what it is for, its pattern, what it must find and what it must not.

    \b
    govtext rules show quantity/percent
    """  # noqa: D301 \b keeps the lines of the example
    from difflib import get_close_matches

    from govtext.errors import UsageError
    from govtext.render.visible import visible

    loaded = {rule.name: rule for rule in _load(rules)}
    if name not in loaded:
        near = get_close_matches(name, loaded, cutoff=0.4)
        remedy = f"near: {', '.join(near)}" if near else "see govtext rules list"
        raise UsageError(f"no rule is named {name!r}; {remedy}")
    rule = loaded[name]
    print(visible(rule.name))
    if rule.note:
        print(visible(rule.note))
    print("\npattern")
    for line in rule.pattern.strip("\n").splitlines():
        print(f"    {visible(line)}")
    print("\nexamples")
    for example in rule.examples:
        fields = ", ".join(f"{key} = {value}" for key, value in example.items() if key != "text")
        print(visible(f"    {example['text']}" + (f"    {fields}" if fields else "")))
    if rule.rejects:
        print("\nrejects")
        for text in rule.rejects:
            print(visible(f"    {text}"))


@app.command()
def check(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Files of rules.")] = None,
) -> None:
    """Check that every rule finds its examples and nothing in its rejects.

    \b
    govtext rules check
    govtext rules check mine.toml

    Exit status: 0 all well, 2 a rule or a file is wrong.
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli.inputs import complain

    loaded = _load(files)
    complaints = [complaint for rule in loaded for complaint in rule.check()]
    for complaint in complaints:
        complain(complaint)
    if complaints:
        raise typer.Exit(2)
    print(f"{len(loaded)} rules, {sum(len(rule.examples) for rule in loaded)} examples: all well")


def _load(paths: list[str] | None) -> "tuple[Rule, ...]":
    from govtext.lexicon import Lexicon

    return Lexicon.load(rules=[Path(path) for path in paths or ()]).rules
