"""Times and memory that can be compared: measured in one run, in turns, medians of several."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from statistics import median
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


_WATCH = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""Runs a command from a small process: Linux counts the memory of who starts a program as the program's."""


def run_child(command: Sequence[str], environment: Mapping[str, str]) -> Child:
    """Run this Python with arguments; raises CalledProcessError where it fails."""
    watched = [sys.executable, "-S", "-c", _WATCH, sys.executable, *command]
    told = subprocess.run(watched, env=environment, capture_output=True, check=True, encoding="ascii").stdout.split()
    if int(told[2]):
        raise subprocess.CalledProcessError(int(told[2]), command)
    return Child(float(told[0]), int(told[1]) * PEAK_UNIT)


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
