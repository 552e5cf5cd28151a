"""What a command knows: the shipped dictionaries, the user's own, the project's, and those of the command line."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from govtext.errors import GovtextError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.lexicon import Lexicon
    from govtext.lexicon.project import Project


@cache
def project() -> Project:
    """Return what the nearest govtext.toml says. Raises LexiconError."""
    from govtext.lexicon.project import find_project

    try:
        return find_project(Path.cwd())
    except FileNotFoundError:  # the working folder is gone
        from govtext.lexicon.project import Project

        return Project()


def load(
    dictionaries: Sequence[str] | None = None, rules: Sequence[str] | None = None, *, no_user_dict: bool = False
) -> Lexicon:
    """Load the lexicon of a run: built-in, then the user's folder, the project's, the command line's."""
    from govtext.lexicon import Lexicon

    own, own_rules = user_places(no_user_dict=no_user_dict)
    return Lexicon.load(
        [*own, *map(Path, dictionaries or ())],
        [*own_rules, *map(Path, rules or ())],
    )


def user_places(*, no_user_dict: bool = False) -> tuple[list[Path], list[Path]]:
    """Return the dictionaries and rules that count in every run: the user's and the project's."""
    from govtext.lexicon import places

    own = project()
    own_dictionaries, own_rules = ([], []) if no_user_dict or not own.options.user_dict else places.user_places()
    return [*own_dictionaries, *own.places(own.dictionaries)], [*own_rules, *own.places(own.rules)]


class Defaults:
    """The default options of the project, for typer: by command, and for a command by option.

    The file is read when the first option is asked for.
    """

    def __init__(self, *, of_command: bool = False) -> None:
        self._of_command = of_command

    def get(self, name: str, default: object = None) -> object:
        """Return the defaults of a command, or the default of an option."""
        if not self._of_command:
            return Defaults(of_command=True)
        if name not in ("only", "by", "lang", "date", "encoding"):
            return default
        try:
            value = getattr(project().options, name)
        except GovtextError:
            return default  # told when the command begins; --help works all the same
        if name == "only" and isinstance(value, str):
            return [value]
        return default if value is None else value
