"""Times and memory that can be compared: measured in one run, in turns, medians of several."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss."""


class Child(NamedTuple):
    """What a program took: seconds by the clock, peak memory in bytes."""

    seconds: float
    peak: int


def run_child(command: Sequence[str], environment: Mapping[str, str]) -> Child:
    """Run this Python with arguments; raises CalledProcessError where it fails."""
    start = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Child(seconds, usage.ru_maxrss * PEAK_UNIT)


def in_turns(runs: Mapping[str, Callable[[], float]], times: int) -> dict[str, float]:
    """Return the median of what each of several measurements says, taken in turns, so that all meet the same noise."""
    said: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(times):
        for name, run in runs.items():
            said[name].append(run())
    return {name: median(values) for name, values in said.items()}


def processor_seconds() -> float:
    """Return the processor time that this process has taken, which other processes do not lengthen."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def clean_environment(folder: Path) -> dict[str, str]:
    """Return an environment with caches and temporary files in a folder, and bytecode kept as installers keep it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {name: str(folder / "temp") for name in ("TMPDIR", "TEMP", "TMP")}
    (folder / "temp").mkdir(exist_ok=True)
    return {
        **kept,
        **places,
        "GOVTEXT_CACHE": str(folder / "cache"),
        "GOVTEXT_HOME": str(folder / "home"),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
