"""How many processors this process may use."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

CONTROL_GROUPS = Path("/sys/fs/cgroup")


def processors(limits: Path = CONTROL_GROUPS) -> int:
    """Return the processors that this process may use, at least 1: its affinity, and what its container grants it.

    A batch system binds a job to some processors of a node; a container limits their time. `limits` is where Linux
    shows the control groups.
    """
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(bound, int(_granted(limits) or bound)))


def _granted(limits: Path) -> float | None:
    """Return the processors whose time the control group grants; None where it sets no limit."""
    with suppress(OSError, ValueError, ZeroDivisionError):  # version 2: "200000 100000", or "max 100000"
        quota, period = (limits / "cpu.max").read_text(encoding="ascii").split()
        return int(quota) / int(period) if quota != "max" else None
    with suppress(OSError, ValueError, ZeroDivisionError):  # version 1: -1 is no limit
        quota, period = (
            (limits / "cpu" / f"cpu.cfs_{name}_us").read_text(encoding="ascii") for name in ("quota", "period")
        )
        return int(quota) / int(period) if int(quota) > 0 else None
    return None
