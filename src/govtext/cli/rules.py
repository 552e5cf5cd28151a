"""`govtext rules`: the rules in force, each with its examples."""

from typing import TYPE_CHECKING, Annotated

import typer

from govtext.cli import options
from govtext.cli.completion import rule_names

if TYPE_CHECKING:
    from govtext.lexicon import Rule

app = typer.Typer(name="rules", help="The rules in force.", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="A rule, as `rules list` names it.", autocompletion=rule_names)]


@app.command("list")
def list_(rules: options.Rules = None, no_user_dict: options.NoUserDict = False) -> None:
    """Print the name of every rule and what it is for."""
    from govtext.lexicon.places import label
    from govtext.render.visible import visible

    loaded = _load(rules, no_user_dict)
    width = max((len(rule.name) for rule in loaded), default=0)
    for rule in loaded:
        place = f"({label(rule.path, rule.line)})" if rule.own else ""
        print(visible(f"{rule.name:<{width}}  {rule.note}  {place}".rstrip()))


@app.command()
def show(name: Name, rules: options.Rules = None, no_user_dict: options.NoUserDict = False) -> None:
    """Print a rule: what it is for, its pattern, what it must find and what it must not.

    \b
    govtext rules show quantity/percent
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.lexicon.places import label
    from govtext.render.visible import visible

    rule = _named(name, _load(rules, no_user_dict))
    print(visible(rule.name + (f"  ({label(rule.path, rule.line)})" if rule.own else "")))
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


@app.command("test")
def try_(
    name: Name,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to look for it in.")],
    rules: options.Rules = None,
    no_user_dict: options.NoUserDict = False,
) -> None:
    """Show where a rule matches in a text, and what its named groups hold.

    \b
    govtext rules test quantity/percent 增长5.2%左右

    Exit status: 0 also where nothing matches, 2 the rule is wrong or takes too long.
    """  # noqa: D301 \b keeps the lines of the example
    from rich.cells import cell_len

    from govtext.clean import fold_width
    from govtext.render.visible import visible

    rule = _named(name, _load(rules, no_user_dict))
    matches = list(rule.finditer(fold_width(text)))
    print(visible(f"{rule.name}: {len(matches)} match{'' if len(matches) == 1 else 'es'}"))
    for match in matches:
        marks = "^" * max(cell_len(visible(match[0])), 1)
        print(visible(text))
        print(" " * cell_len(visible(text[: match.start()])) + marks)
        for group, found in match.groupdict().items():
            if found is not None:
                print(visible(f"    {group} = {found}"))


@app.command()
def check(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Files of rules.")] = None,
    no_user_dict: options.NoUserDict = False,
) -> None:
    """Check that every rule finds its examples and nothing in its rejects.

    \b
    govtext rules check
    govtext rules check mine.toml

    Exit status: 0 all well, 2 a rule or a file is wrong.
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli.inputs import complain

    loaded = _load(files, no_user_dict)
    complaints = [complaint for rule in loaded for complaint in rule.check()]
    for complaint in complaints:
        complain(complaint)
    if complaints:
        raise typer.Exit(2)
    print(f"{len(loaded)} rules, {sum(len(rule.examples) for rule in loaded)} examples: all well")


def _load(paths: list[str] | None, no_user_dict: bool) -> "tuple[Rule, ...]":
    from govtext.cli.knowledge import load

    return load(rules=paths, no_user_dict=no_user_dict).rules


def _named(name: str, rules: "tuple[Rule, ...]") -> "Rule":
    from difflib import get_close_matches

    from govtext.errors import UsageError

    loaded = {rule.name: rule for rule in rules}
    if name not in loaded:
        near = get_close_matches(name, loaded, cutoff=0.4)
        remedy = f"near: {', '.join(near)}" if near else "see govtext rules list"
        raise UsageError(f"no rule is named {name!r}; {remedy}")
    return loaded[name]
