"""What all tests share: the lexicon, and a home and a temp folder of their own that must stay empty."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from govtext import Extractor, Lexicon

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))

settings.register_profile("govtext", deadline=None, max_examples=60, derandomize=True, database=None)
settings.load_profile("govtext")

TOOLCHAINS = (".rustup", ".cargo")
"""What a machine's build tools put into any home when a test builds a package."""


class Places(NamedTuple):
    """Folders that govtext sees: what it writes to home or temp, it writes to a place that people share."""

    home: Path
    temp: Path
    cache: Path

    def litter(self) -> list[str]:
        """Return what lies in home and temp."""
        found = (path for folder in (self.home, self.temp) for path in folder.iterdir())
        return sorted(str(path) for path in found if path.name not in TOOLCHAINS)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write tests/snapshots anew")


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Let programs that a test starts be interrupted: a job in the background ignores SIGINT, and so would they."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    base = tmp_path_factory.mktemp("places")
    found = Places(base / "home", base / "temp", base / "cache")
    for folder in found:
        folder.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("XDG_", "GOVTEXT_")):
                patch.delenv(name)
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(found.temp))
        for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(found.home))
        patch.setenv("GOVTEXT_CACHE", str(found.cache))
        patch.setattr(tempfile, "tempdir", str(found.temp))
        yield found


@pytest.fixture(autouse=True)
def no_litter(places: Places) -> Iterator[None]:
    """Fail a test that leaves files in the home or the temp folder."""
    yield
    litter = places.litter()
    for path in litter:  # the next test is not to blame
        Path(path).rename(places.cache.parent / f"litter-{Path(path).name}")
    assert not litter, f"left behind: {litter}"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="session")
def extractor(places: Places, lexicon: Lexicon) -> Extractor:
    assert places.cache.is_dir()
    return Extractor(lexicon)
