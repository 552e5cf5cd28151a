"""Names for the shell to complete: read from the files themselves, for a completion must be there at once."""

from __future__ import annotations

import csv
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


def entry_names(incomplete: str) -> list[str]:
    """Return the words, slogans, policies, indicators and units that begin so; one's own first."""
    found = dict.fromkeys(name for path in _files() for name in _names(path) if name.startswith(incomplete))
    return list(found)[:200]


def rule_names(incomplete: str) -> list[str]:
    """Return the rules that begin so, and those whose name after the slash does."""
    names = dict.fromkeys(name for path in _files(rules=True) for name in _rules(path))
    return [name for name in names if incomplete in (name[: len(incomplete)], name.split("/")[-1][: len(incomplete)])]


def _files(*, rules: bool = False) -> Iterator[Traversable]:
    from govtext.cli.knowledge import user_places
    from govtext.errors import GovtextError
    from govtext.lexicon.sources import walk
    from govtext.resources import shipped

    try:
        own = user_places()[1 if rules else 0]
        home = shipped("dicts")
        yield from (path for place in (*own, home / "rules" if rules else home) for path in walk([place], rules=rules))
    except GovtextError:
        return


def _names(path: Traversable) -> Iterator[str]:
    lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines()
    if path.name.endswith(".txt"):
        yield from (line.split()[0].removeprefix("-") for line in lines if line.strip() and not line.startswith("#"))
        return
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    for row in rows:
        yield from filter(None, (row.get(column) for column in ("canonical", "name", "unit")))


def _rules(path: Traversable) -> Iterator[str]:
    try:
        file = tomllib.loads(path.read_bytes().decode("utf-8-sig", "replace"))
    except tomllib.TOMLDecodeError:
        return
    yield from (f"{file.get('finds', '')}/{rule.get('name', '')}" for rule in file.get("rules", ()))
