"""The documentation tells the truth: its commands work, print what it quotes, and are all that there are."""

import difflib
import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from typer.main import get_command

from govtext import __version__
from govtext.cli.app import app
from govtext.cli.options import Format
from govtext.lexicon import Lexicon
from govtext.model import Document, Fact, Policy, Slogan, Source
from tests.quoted import BLOCK, DOCUMENTS, ROOT, refresh

READMES = ("README.md", "README.zh-CN.md")


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_quoted_output(document: str, tmp_path: Path) -> None:
    quoted = read(document)
    printed = refresh(quoted, tmp_path)
    if quoted != printed:
        changes = difflib.unified_diff(quoted.splitlines(), printed.splitlines(), document, "now", lineterm="", n=1)
        remedy = "to take over what the commands print now: .venv/bin/python -m tests.update_readme"
        pytest.fail("\n".join([*changes, remedy]), pytrace=False)


def commands(command: object, name: str = "") -> Iterator[tuple[str, set[str]]]:
    """Yield every command with its options, sub-commands too."""
    children = getattr(command, "commands", {})
    for child, sub in children.items():
        yield from commands(sub, f"{name} {child}".strip())
    if not children:
        names = {option for parameter in getattr(command, "params", ()) for option in parameter.opts}
        yield name, {option for option in names if option.startswith("--")}


@pytest.mark.parametrize("document", READMES)
def test_every_command_and_option_is_named(document: str) -> None:
    text = read(document)
    known = dict(commands(get_command(app)))
    assert {"extract", "dict check", "rules list"} <= known.keys()
    assert {"--format", "--dict"} <= known["extract"]
    for command, options in known.items():
        assert f"`govtext {command}" in text, command
        for option in options:
            assert re.search(rf"`{option}[` ]", text), f"{command} {option}"
    for form in Format:
        assert f"`{form.value}`" in text, form
    ours = set().union(*known.values(), {"--version", "--help"})
    shown = [line for line in text.splitlines() if "govtext" in line or line.startswith("| `-")]
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", "\n".join(shown))) <= ours


@pytest.mark.parametrize("document", READMES)
def test_continuous_integration_does_what_the_readme_says(document: str) -> None:
    script = read(".ci/run").replace('"$venv"', ".venv").replace('"${PYTHON:-python3}"', "python3")
    blocks = [match["body"] for match in BLOCK.finditer(read(document)) if match["kind"] == "sh"]
    assert len(blocks) == 2, "set-up, and tests"
    for command in "".join(blocks).splitlines():
        assert command in script


def test_readmes_are_the_same() -> None:
    english, chinese = ([match["kind"] for match in BLOCK.finditer(read(name))] for name in READMES)
    assert english == chinese
    assert read("README.md").splitlines()[0].endswith("(README.zh-CN.md)")
    assert read("README.zh-CN.md").splitlines()[0].endswith("(README.md)")


def test_every_field_is_explained() -> None:
    text = read("docs/fields.md")
    for record in (Document, Source, Fact, Slogan, Policy):
        for field in msgspec.structs.fields(record):
            assert f"`{field.encode_name}`" in text, field.name


def test_examples_of_dictionaries_load(tmp_path: Path) -> None:
    blocks = [match for match in BLOCK.finditer(read("dicts/README.md")) if match["kind"] in ("csv", "txt", "toml")]
    assert len(blocks) >= 7
    for index, block in enumerate(blocks):
        path = tmp_path / f"{index}.{block['kind']}"
        path.write_text(block["body"], encoding="utf-8")
        rules, dictionaries = ([path], []) if block["kind"] == "toml" else ([], [path])
        lexicon = Lexicon.load(dictionaries, rules)
        file = next(file for file in lexicon.files if file.path == str(path))
        assert file.entries == (1 if rules else 3), block["body"]
        assert not [complaint for rule in lexicon.rules if rule.path == str(path) for complaint in rule.check()]


def test_links_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "dicts" / "README.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_dependency_is_named() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    named = read("THIRD_PARTY.md").lower()
    for package in itertools.chain(project["dependencies"], *extras):
        name = re.split(r"[\[<>=;~ ]", package)[0].lower()
        assert name == "govtext" or re.search(rf"\b{name}\b", named), name


def test_citation_names_this_version() -> None:
    assert f"version: {__version__}" in read("CITATION.cff")
    assert f"## [{__version__}]" in read("CHANGELOG.md")
