"""Where the shipped dictionaries and samples are."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def shipped(name: str) -> Traversable:
    """Return the shipped folder `dicts` or `samples`: from a wheel or zip, or from the root of a checkout.

    Raises FileNotFoundError where an installation lacks it.
    """
    packaged = files("govtext").joinpath(name)
    if packaged.is_dir():
        return packaged
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").is_file() and (root / name).is_dir():
        return root / name
    raise FileNotFoundError(f"the shipped {name!r} are missing; reinstall govtext")
