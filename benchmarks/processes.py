"""How much faster are several processes? Time and memory of `govtext extract` by --jobs, interleaved, as ratios.

    python benchmarks/processes.py FOLDER [ROUNDS]

FOLDER holds reports, a minute of work or more. Prints the median time, how many times as fast as one process that is,
and the most memory that the parent had (MB).
"""

import os
import statistics
import subprocess
import sys
import time

from govtext.corpus.processors import processors


def measure(folder: str, jobs: int) -> tuple[float, float]:
    """Return seconds and MB of one run."""
    command = [sys.executable, "-m", "govtext", "extract", folder, "-f", "jsonl", "-j", str(jobs)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def main() -> None:
    folder, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    several = sorted({1, 2, processors()})
    runs = [{jobs: measure(folder, jobs) for jobs in several} for _ in range(rounds)]
    one = statistics.median(run[1][0] for run in runs)
    print("jobs  seconds  × one  MB")
    for jobs in several:
        seconds = statistics.median(run[jobs][0] for run in runs)
        memory = max(run[jobs][1] for run in runs)
        print(f"{jobs:4}  {seconds:7.1f}  {one / seconds:5.2f}  {memory:.0f}")


main()
