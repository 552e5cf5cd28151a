"""Which files a lexicon is made of, in the order in which they count, and a key that tells their contents."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from govtext import cache
from govtext.errors import LexiconError
from govtext.lexicon.compiled import compiled_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

NO_WORDS = ("common-characters.txt", "traditional.txt")
"""Lists of characters that ship with the dictionaries: no words."""

NO_RULES = ("govtext.toml", "pyproject.toml", "pages.toml")
"""TOML files that may stand among dictionaries and hold no rules."""

TABLE_SUFFIXES = (".csv", ".tsv")


class Sources(NamedTuple):
    """The shipped folder, then the user's dictionaries and rules: files, or folders of them."""

    home: Traversable
    dictionaries: Sequence[Path]
    own_rules: Sequence[Path]

    @property
    def traditional(self) -> Traversable:
        """The list of traditional characters."""
        return self.home / "traditional.txt"

    def tables(self) -> Iterator[Traversable]:
        """Yield the dictionaries."""
        yield from walk([self.home])
        yield from walk(place for place in self.dictionaries if not _is_rules(place))

    def rules(self) -> Iterator[tuple[Traversable, bool]]:
        """Yield the files of rules, and whether they are the user's own; they may lie among the dictionaries."""
        yield from ((path, False) for path in walk([self.home / "rules"], rules=True))
        among = (place for place in self.dictionaries if _is_rules(place) or place.is_dir())
        yield from ((path, True) for path in walk([*among, *self.own_rules], rules=True))

    def key(self) -> str | None:
        """Return the key of what is read from these files: it tells the path, order and content of each.

        They are read for it, every time: that takes 2 ms for the shipped ones, and no change can go unseen. It also
        tells what reads and compiles them. None where one cannot be read; whoever reads them says which, and why.
        """
        try:
            read = [
                *(("code", path) for path in _code()),
                *(("table", path) for path in self.tables()),
                *(("own rules" if own else "rules", path) for path, own in self.rules()),
                ("characters", self.traditional),
            ]
            told = [part for role, path in read for part in (role, str(path), path.read_bytes())]
            return cache.key(compiled_with(), *told)
        except (LexiconError, OSError):
            return None


def _code() -> Iterator[Traversable]:
    """Yield the code that reads the files, for a checkout in which it changes and the version does not."""
    package = files("govtext")
    for folder in (package, package / "lexicon"):
        yield from sorted((path for path in folder.iterdir() if path.name.endswith(".py")), key=str)


def _is_rules(place: Path) -> bool:
    return place.suffix == ".toml"


def walk(places: Iterable[Traversable | Path], *, rules: bool = False) -> Iterator[Traversable]:
    """Yield the dictionary files, or the files of rules, among files and folders, sorted; a missing one is an error."""
    for place in places:
        if place.is_dir():
            for child in sorted(place.iterdir(), key=lambda path: path.name):
                if not child.name.startswith((".", "~$")) and _holds(child.name, rules=rules):
                    yield child
        elif place.is_file():
            yield place
        else:
            raise LexiconError(str(place), None, "no such dictionary or rule file")


def _holds(name: str, *, rules: bool) -> bool:
    if rules:
        return name.endswith(".toml") and name not in NO_RULES
    return name.endswith((*TABLE_SUFFIXES, ".txt")) and name not in NO_WORDS
