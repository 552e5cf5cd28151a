"""Run govtext as people do: as a process, with streams and an exit status."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import govtext.errors

SOURCE = Path(govtext.errors.__file__).parents[1]

Finished = subprocess.CompletedProcess[bytes]
Run = Callable[..., Finished]

REPORT = "全年地区生产总值增长5.2%，财政收入增长6%。\n"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "govtext", *arguments]


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    paths = filter(None, (os.environ.get("PYTHONPATH"), str(SOURCE)))
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return {**plain, "PYTHONPATH": os.pathsep.join(paths), "LC_ALL": "C.UTF-8", **(changes or {})}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run in an empty folder; `stdin` is bytes."""

    def run_(*arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Finished:
        return subprocess.run(
            command(*arguments),
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(env),
            check=False,
            timeout=60,
        )

    return run_


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
