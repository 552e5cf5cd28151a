"""The recipes of docs/recipes.md run as they stand."""

import importlib.util
import re
import runpy
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

from tests.cli.conftest import command, environment

ROOT = Path(__file__).resolve().parents[1]
BLOCKS = re.findall(r"^```(python|sh)\n(.*?)^```", (ROOT / "docs" / "recipes.md").read_text("utf-8"), re.M | re.S)
PYTHON = [body for language, body in BLOCKS if language == "python"]
COMMANDS = [line for language, body in BLOCKS if language == "sh" for line in body.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder that the recipes expect, with what the commands write."""
    folder = tmp_path_factory.mktemp("recipes")
    shutil.copy(ROOT / "samples" / "city-report-2023.txt", folder / "report.txt")
    for line in COMMANDS:
        arguments = line.partition("#")[0].split()
        assert arguments[0] == "govtext"
        subprocess.run(command(*arguments[1:]), cwd=folder, env=environment(), check=True, timeout=120)
    return folder


def test_commands(folder: Path) -> None:
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    tables = {f"tables/{table}.parquet" for table in ("facts", "slogans", "policies")}
    named = {"facts.jsonl", "facts.csv", "reports.sqlite", "reports.metadata.json", "report.xlsx"}
    assert written == {"report.txt", "doccano.jsonl", "tasks.json", *tables, *named}


@pytest.mark.parametrize("recipe", PYTHON, ids=lambda recipe: recipe.splitlines()[0])
def test_recipe(recipe: str, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for library in re.findall(r"^import (.+)$", recipe, re.M)[0].split(", "):
        if importlib.util.find_spec(library) is None:
            pytest.skip(f"no {library}")
    monkeypatch.chdir(folder)
    (tmp_path / "recipe.py").write_text(recipe, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs
        runpy.run_path(str(tmp_path / "recipe.py"))


def test_search_finds_words_of_two_characters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (recipe,) = (recipe for recipe in PYTHON if "sqlite3" in recipe)
    exec(recipe.replace("reports.sqlite", str(folder / "reports.sqlite")), {})
    one, both, phrase = capsys.readouterr().out.splitlines()
    assert one.count("%") > both.count("%") > 0 < phrase.count("%") < one.count("%")
