"""`govtext.toml`: the dictionaries, rules and default options of a project, found upwards from the working folder."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import regex

from govtext.errors import LexiconError
from govtext.lexicon.tables import read_text

NAME = "govtext.toml"

_PLACE = regex.compile(r"\(at line (?P<line>\d+), column \d+\)")
_KEY = regex.compile(r"unknown field `(?P<unknown>[^`]+)`|`\$\.(?:options\.)?(?P<wrong>[\w-]+)")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Default options; an option on the command line counts more."""

    format: str | None = None
    only: str | list[str] | None = None
    by: Literal["name", "mention"] | None = None
    lang: Literal["zh", "en"] | None = None
    date: Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d\d){0,2}$")] | None = None
    encoding: str | None = None
    user_dict: bool = True


class Project(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a project says: paths are relative to the folder of its file."""

    dictionaries: list[str] = []
    rules: list[str] = []
    options: Options = Options()
    folder: Path = Path()
    path: str = ""

    def places(self, names: list[str]) -> list[Path]:
        """Return the named dictionaries or rules as paths."""
        return [self.folder / Path(name).expanduser() for name in names]

    def line(self, key: str) -> int | None:
        """Return the line of the file that sets a key."""
        return _line(read_text(Path(self.path)), key)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dictionaries: list[str] = []
    rules: list[str] = []
    options: Options = Options()


def find_project(start: Path) -> Project:
    """Read the nearest govtext.toml in a folder or above it; an empty project where there is none.

    Raises LexiconError with file and line for what is wrong in it.
    """
    for folder in (start, *start.parents):
        path = folder / NAME
        if path.is_file():
            return read_project(path)
    return Project()


def read_project(path: Path) -> Project:
    """Read a govtext.toml. Raises LexiconError."""
    text = read_text(path)
    try:
        file = msgspec.convert(tomllib.loads(text), _File)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise LexiconError(path, int(place["line"]) if place else None, f"not TOML: {error}") from None
    except msgspec.ValidationError as error:
        found = _KEY.search(str(error))
        key = (found["unknown"] or found["wrong"]) if found else None
        raise LexiconError(path, _line(text, key), _trouble(str(error), found)) from None
    missing = [
        name for name in (*file.dictionaries, *file.rules) if not (path.parent / Path(name).expanduser()).exists()
    ]
    if missing:
        raise LexiconError(path, _line(text, None, missing[0]), f"{missing[0]}: no such dictionary or rule file")
    return Project(file.dictionaries, file.rules, file.options, path.parent, str(path))


def _line(text: str, key: str | None, value: str | None = None) -> int | None:
    """Return the first line that sets a key, or that holds a value."""
    pattern = rf"^\s*\[?{regex.escape(key)}\s*[=\].]" if key else regex.escape(value or "")
    return next((number for number, line in enumerate(text.splitlines(), 1) if regex.search(pattern, line)), None)


def _trouble(message: str, found: regex.Match[str] | None) -> str:
    if found is None or not found["unknown"]:
        return message
    inside = "options" in message
    fields = Options.__struct_encode_fields__ if inside else _File.__struct_fields__
    return f"unknown key {found['unknown']!r}; {'[options]' if inside else 'the file'} knows {', '.join(fields)}"
