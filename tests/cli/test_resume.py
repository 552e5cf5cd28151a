"""What is finished when a run is interrupted is not lost: --resume gives what one run would have given."""

import fcntl
import json
import os
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.cli.conftest import REPORT, Run, command, environment
from tests.cli.test_many import LONG, result
from tests.cli.test_status import open_for
from tests.texts import PARAGRAPHS

LAST = "e.txt"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of reports, the third of which is a pipe: who reads it waits."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "d.txt"):
        (folder / name).write_text(f"{name}\n{LONG}", encoding="utf-8")
    (folder / LAST).write_text(REPORT, encoding="utf-8")
    os.mkfifo(folder / "c.txt")
    return folder


@contextmanager
def at_the_pipe(reports: Path, *arguments: str, marker: str = "") -> Iterator[tuple[subprocess.Popen[bytes], BinaryIO]]:
    """Start a run and wait until it reads from the pipe."""
    process = subprocess.Popen(
        command("extract", *arguments),
        cwd=reports.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"GOVTEXT_TEST_MARKER": marker}),
    )
    with process:
        try:
            with open_for(process, reports / "c.txt") as pipe:
                yield process, pipe
        finally:
            process.kill()


def wait_for(path: Path, what: bytes) -> None:
    """Wait until a file holds something."""
    for _ in range(3000):
        if path.exists() and what in path.read_bytes():
            return
        time.sleep(0.02)
    raise TimeoutError


def inputs(reports: Path) -> list[str]:
    return [f"in/{path.name}" for path in sorted(reports.iterdir())]


def mended(reports: Path) -> None:
    """Put a report where the pipe was."""
    (reports / "c.txt").unlink()
    (reports / "c.txt").write_text(f"c\n{LONG}", encoding="utf-8")


def processes_with(marker: str) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if marker.encode() in path.read_bytes():
                found.append((path.parent / "cmdline").read_bytes().decode())
        except OSError:
            continue
    return found


@pytest.mark.parametrize(
    ("jobs", "number", "finished"), [("1", signal.SIGINT, 2), ("2", signal.SIGINT, 4), ("2", signal.SIGTERM, 4)]
)
def test_interrupted_and_resumed(run: Run, reports: Path, jobs: str, number: signal.Signals, finished: int) -> None:
    folder = reports.parent
    journal = folder / ".out it.jsonl.govtext-journal"
    arguments = (*inputs(reports), "-o", "out it.jsonl", "-j", jobs)
    marker = str(folder)
    with at_the_pipe(reports, *arguments, marker=marker) as (process, _):
        wait_for(journal, {2: b"in/b.txt", 4: LAST.encode()}[finished])
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    again = f"extract {' '.join(inputs(reports))} -o 'out it.jsonl' -j {jobs} --resume"
    assert said.decode() == f"govtext: {finished} of 5 inputs are finished; to go on: govtext {again}\n"
    assert process.returncode == 128 + number
    assert processes_with(marker) == []
    assert sorted(path.name for path in folder.iterdir()) == [journal.name, "in"]
    mended(reports)
    whole = run("extract", *inputs(reports), "-f", "jsonl").stdout
    resumed = run("extract", *arguments, "--resume")
    assert (resumed.returncode, resumed.stderr) == (0, b"")
    assert (folder / "out it.jsonl").read_bytes() == whole
    assert not journal.exists()


@pytest.mark.parametrize(
    "outputs", [["out.json", "out/", "out.parquet", "out.xlsx"], ["out.html", "out.sqlite"]], ids=["records", "text"]
)
def test_every_format(run: Run, reports: Path, outputs: list[str]) -> None:
    """One journal will do for all: what is finished is the same."""
    folder = reports.parent
    for name in ("a.txt", "b.txt", "d.txt"):
        (reports / name).write_text(f"{name}\n{PARAGRAPHS[1]}", encoding="utf-8")
    arguments = ("extract", *inputs(reports), "--only", "facts", "-o")
    with at_the_pipe(reports, *arguments[1:], outputs[0], "-j", "1") as (process, _):
        wait_for(folder / f".{outputs[0]}.govtext-journal", b"in/b.txt")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    mended(reports)
    kept = (folder / f".{outputs[0]}.govtext-journal").rename(folder / "journal")
    for output in outputs:
        path = folder / output
        assert run(*arguments, output).returncode == 0
        whole = result(path)
        path.rename(folder / f"whole-{path.name}")
        if output.endswith("/"):
            path.mkdir()
            shutil.copy(kept, path / ".govtext-journal")
        else:
            shutil.copy(kept, folder / f".{output}.govtext-journal")
        resumed = run(*arguments, output, "--resume")
        assert (resumed.returncode, resumed.stderr) == (0, b"")
        assert result(path) == whole
    assert not list(folder.rglob(".*"))


def test_a_journal_that_does_not_fit(run: Run, reports: Path) -> None:
    mended(reports)
    journal = reports.parent / ".out.json.govtext-journal"
    journal.write_bytes(b"no journal at all")
    journal.chmod(0o600)
    finished = run("extract", "in", "-o", "out.json", "--resume")
    assert finished.returncode == 2
    assert finished.stderr.decode() == (
        "govtext: error: --resume: .out.json.govtext-journal: it is damaged, or no journal of govtext; "
        "leave --resume out to begin anew\n"
    )
    assert run("extract", "in", "-o", "out.json").returncode == 0
    assert not journal.exists()


def test_what_cannot_be_written_can_be_resumed(run: Run, reports: Path) -> None:
    arguments = (*inputs(reports), "-o", "out.jsonl", "-j", "1")
    output = reports.parent / "out.jsonl"
    with at_the_pipe(reports, *arguments) as (process, pipe):
        output.mkdir()  # in the way of the result
        pipe.write(REPORT.encode())
        pipe.close()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 74
    finished, trouble = said.decode().splitlines()
    assert finished.startswith("govtext: 4 of 5 inputs are finished; to go on: govtext extract in/a.txt")
    assert trouble == "govtext: error: out.jsonl: cannot be written: Is a directory"
    output.rmdir()
    mended(reports)
    assert run("extract", *arguments, "--resume").returncode == 0
    assert output.read_bytes() == run("extract", *inputs(reports), "-f", "jsonl").stdout


def test_only_whole_lines_are_printed(reports: Path) -> None:
    """The reader is slow, the line longer than the pipe: Ctrl-C waits for the end of the line."""
    (reports / "a.txt").write_text(LONG * 3, encoding="utf-8")
    process = subprocess.Popen(
        command("extract", "in/a.txt", "in/b.txt", "-f", "jsonl", "-j", "1"),
        cwd=reports.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    with process:
        try:
            assert process.stdout
            for _ in range(3000):
                (waiting,) = struct.unpack("i", fcntl.ioctl(process.stdout, termios.FIONREAD, bytes(4)))
                if waiting >= 65536:
                    break
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            time.sleep(0.2)
            printed, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 130
    assert said == b""
    assert printed.endswith(b"\n")
    assert [json.loads(line)["source"]["path"] for line in printed.splitlines()] == ["in/a.txt"]
