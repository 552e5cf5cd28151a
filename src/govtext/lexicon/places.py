"""Where the user's own dictionaries and rules live, and how a place is named in messages."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from govtext.errors import UsageError
from govtext.resources import shipped

RULES = "rules"
"""The folder of the user's rules, inside that of the dictionaries."""


def user_folder() -> Path:
    """Return the folder of the user's dictionaries: GOVTEXT_HOME, else in the platform's configuration folder.

    It need not exist. Raises UsageError for a user without a home.
    """
    chosen = os.environ.get("GOVTEXT_HOME")
    if chosen:
        return Path(chosen)
    try:
        if os.name == "nt":
            return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "govtext"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Application Support" / "govtext"
        return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "govtext"
    except RuntimeError:
        raise UsageError("there is no home folder; set GOVTEXT_HOME to a folder for your dictionaries") from None


def user_places() -> tuple[list[Path], list[Path]]:
    """Return the user's dictionaries and rules as far as they are there: a folder each, or nothing."""
    try:
        folder = user_folder()
    except UsageError:
        return [], []
    return [place for place in (folder,) if place.is_dir()], [place for place in (folder / RULES,) if place.is_dir()]


def label(path: str, row: int | None = None) -> str:
    """Return how a message names a place: `built-in slogans.csv:12`, or the path of a file of the user's own."""
    home = str(shipped("dicts"))
    shown = f"built-in {path[len(home) :].lstrip('/' + os.sep)}" if path.startswith(home) else path
    return f"{shown}:{row}" if row else shown
