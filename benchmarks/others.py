"""Tools of others, installed from PyPI into an environment of their own, and asked by the scripts in peers/."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path
from typing import NamedTuple

ADAPTERS = Path(__file__).with_name("peers")
ABSENT = "not installed"
PATIENCE = 1800  # seconds, for a slow line too


class Peer(NamedTuple):
    """A tool of others: what pip installs, and the script in peers/ that asks it."""

    name: str
    adapter: str
    requirements: tuple[str, ...]

    def ask(self, cache: Path, script: str, question: str) -> str:
        """Install the tool where it is not yet, and run a script of peers/; return what it prints."""
        python = _environment(cache)
        _run(python, "-m", "pip", "install", "--quiet", *self.requirements)
        return _run(python, str(ADAPTERS / script), stdin=question)


PEERS = (
    # recognizers_text imports emoji.UNICODE_EMOJI, which later versions of emoji no longer have
    Peer("Recognizers-Text", "ask_recognizers.py", ("recognizers-text-suite==1.0.2a2", "emoji<1.7")),
    Peer("JioNLP", "ask_jionlp.py", ("jionlp==1.5.31",)),
    Peer("cn2an", "ask_cn2an.py", ("cn2an==0.5.24",)),
    Peer("WeTextProcessing", "ask_wetext.py", ("WeTextProcessing==1.2.0",)),
)


def reason(error: Exception) -> str:
    """Return the last line of what a tool said before it failed."""
    return str(getattr(error, "stderr", None) or error).strip().splitlines()[-1]


def _environment(cache: Path) -> Path:
    """Return the Python of the peers' environment, made where there is none yet."""
    folder = cache.expanduser().resolve() / "environment"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    return python


def _run(python: Path, *arguments: str, stdin: str = "") -> str:
    """Run the peers' Python, which must not see ours; return what it prints."""
    ours = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    clean = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [str(python), *arguments],
        input=stdin,
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**clean, "PYTHONUTF8": "1"},
        timeout=PATIENCE,
    ).stdout
