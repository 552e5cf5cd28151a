"""Dask clusters on this machine, of real processes, without a dashboard. They stop with the tests, or by themselves."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from govtext.corpus import find_inputs
from govtext.corpus.batches import Batch, batches
from tests.cli.conftest import environment
from tests.conftest import ROOT, Places
from tests.texts import PARAGRAPHS

PATIENCE = 120
"""Seconds that a start may take on a busy machine."""

QUIET = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0", "--no-dashboard")


class Cluster:
    """A scheduler, and workers of one thread each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self._start("scheduler", "--port", "0", "--scheduler-file", str(file), "--idle-timeout", "900")
        self.address: str = json.loads(_written(file))["address"]

    def start_worker(self, *options: str, path: Path = ROOT) -> subprocess.Popen[bytes]:
        """Start a worker; `--nanny` has it started again when it dies, `path` is where it looks for modules first."""
        own = ("--nthreads", "1", "--death-timeout", "60")
        return self._start("worker", self.address, *own, *(options or ("--no-nanny",)), path=path)

    @contextmanager
    def client(self, workers: int = 1) -> Iterator[Any]:
        """Give a client once so many workers are there."""
        import distributed  # starts threads, and tests of processes that are copied want none

        with distributed.Client(self.address, set_as_default=False, timeout=PATIENCE) as client:
            client.wait_for_workers(workers, timeout=PATIENCE)
            yield client

    def stop(self) -> None:
        """End the processes, the scheduler last: a worker that ends together with it may hang."""
        for process in reversed(self.processes):
            process.send_signal(signal.SIGCONT)
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, role: str, *options: str, path: Path = ROOT) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *QUIET, *options]
        plain = environment()
        paths = os.pathsep.join((str(path), plain["PYTHONPATH"]))
        env = {**plain, "PYTHONPATH": paths, "DASK_TEMPORARY_DIRECTORY": str(self.folder)}
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        self.processes.append(process)
        return process


def _written(file: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if file.exists() and file.read_text("utf-8").endswith("}"):
            return file.read_text("utf-8")
        time.sleep(0.05)
    raise AssertionError("the scheduler did not start")


@contextmanager
def started(folder: Path) -> Iterator[Cluster]:
    made = Cluster(folder)
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="session", autouse=True)
def dask_settings(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep Dask from the settings of this machine's user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASK_CONFIG", str(tmp_path_factory.mktemp("dask-config")))
        assert os.environ["HOME"] == str(places.home)
        yield


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers, for all tests that leave them alive."""
    with started(tmp_path_factory.mktemp("cluster")) as made:
        made.start_worker()
        made.start_worker()
        yield made


@pytest.fixture
def other_cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler for one test that gives it workers."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with started(folder) as made:
        yield made


def small_batches(*paths: Path, size: int = 1) -> list[Batch]:
    return list(batches(list(find_inputs([str(path) for path in paths])), size=size))


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Twelve reports, one of them empty."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(12):
        text = f"今年新增就业{number + 1}万人。\n{PARAGRAPHS[number % 3]}\n"
        (folder / f"{number:02}.txt").write_text("" if number == 5 else text, encoding="utf-8")
    return folder
