"""The exit status, and how a run ends that cannot go on."""

import os
import pty
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.cli.conftest import Run, command, environment


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extrac"], "extract"),
        (["extract", "--bogus"], "--bogus"),
        (["extract", "report.txt", "-f", "docx"], "docx"),
        (["extract", "report.txt", "--only", "fact"], "--only knows facts, slogans, policies; not fact"),
        (["extract", "report.txt", "--only", ","], "--only knows"),
        (["extract", "report.txt", "--date", "2022-3"], "--date takes YYYY, YYYY-MM or YYYY-MM-DD; not '2022-3'"),
        (["extract", "report.txt", "--date", "2022-02-30"], "--date takes"),
        (["extract", "report.txt", "-f", "csv"], "csv holds one table: add --only facts"),
        (["extract", "report.txt", "-o", "x.doc"], "no format has the suffix '.doc'; use .txt, .json"),
        (["extract", "report.txt", "-o", "x/", "-f", "json"], "a folder takes csv, tsv, parquet or md"),
        (["extract", "report.txt", "--json", "-f", "csv"], "--json is short for --format json"),
        (["extract", "report.txt", "-o", "report.txt"], "would overwrite the input report.txt"),
        (["extract", "report.txt", "-o", "./../{here}/report.txt"], "would overwrite the input report.txt"),
        (["extract", "report.txt", "-d", "none.csv"], "none.csv"),
        (["segment", "report.txt", "-o", "."], "segment writes one file"),
        (["rules", "show", "quantity/procent"], "no rule is named 'quantity/procent'; near: quantity/percent"),
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Run, report: Path, arguments: list[str], words: str) -> None:
    finished = run(*(argument.format(here=report.parent.name) for argument in arguments))
    assert finished.returncode == 2
    assert words in finished.stderr.decode()
    assert finished.stdout == b""
    assert report.read_text(encoding="utf-8").startswith("全年")


@pytest.mark.usefixtures("report")
def test_missing_among_good(run: Run) -> None:
    finished = run("extract", "none.txt", "report.txt", "-f", "jsonl")
    assert finished.returncode == 1
    assert finished.stderr.decode() == "govtext: error: none.txt: no such file\n"
    assert finished.stdout.count(b"\n") == 1


def test_nothing_found_is_well(run: Run) -> None:
    finished = run("extract", stdin="今天天气很好。".encode())
    assert (finished.returncode, finished.stderr) == (0, b"")


def test_errors_do_not_steer_the_terminal(run: Run) -> None:
    name = "[/1][red]\x1b]0;x\x07\u202e\n.txt"
    finished = run("extract", name, "-")
    lines = finished.stderr.decode().splitlines()
    assert lines[0] == "govtext: error: [/1][red]␛]0;x\\x07\\u202e\\x0a.txt: no file matches this pattern"
    assert len(lines) == 2


def test_nothing_named_at_a_terminal_is_help() -> None:
    parent, child = pty.openpty()
    finished = subprocess.run(
        command("extract"), stdin=child, capture_output=True, env=environment(), check=False, timeout=60
    )
    os.close(parent)
    os.close(child)
    assert finished.returncode == 2
    assert b"Usage: govtext extract" in finished.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_reader_that_goes_away(report: Path, unbuffered: str) -> None:
    report.write_text("全年地区生产总值增长5.2%。\n" * 1000, encoding="utf-8")
    with subprocess.Popen(
        command("extract", str(report), "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"PYTHONUNBUFFERED": unbuffered}),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_full_disk(run: Run, report: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            command("extract", str(report)), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert finished.returncode == 74
    assert finished.stderr == b"govtext: error: cannot write the result: No space left on device\n"
    finished = run("extract", "report.txt", "-f", "json", "-o", "/dev/full")
    assert finished.returncode == 74
    assert finished.stderr == b"govtext: error: /dev/full: cannot be written: No space left on device\n"


def test_output_into_no_folder(run: Run, report: Path) -> None:
    finished = run("extract", str(report), "-o", "none/out.json")
    assert finished.returncode == 74
    assert finished.stderr.count(b"\n") == 1


def open_for(reader: subprocess.Popen[bytes], pipe: Path) -> BinaryIO:
    """Open a named pipe for writing as soon as the process reads from it; a process that ends before is a failure."""
    for _ in range(3000):
        with suppress(OSError):  # ENXIO: nobody reads yet
            return os.fdopen(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK), "wb")
        assert reader.poll() is None, "govtext ended before it read"
        time.sleep(0.02)
    raise TimeoutError


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted(tmp_path: Path, number: signal.Signals, status: int) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    process = subprocess.Popen(
        command("extract", "pipe", "-o", "out.json"), cwd=tmp_path, stderr=subprocess.PIPE, env=environment()
    )
    with open_for(process, tmp_path / "pipe"), process:
        process.send_signal(number)
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == status
    assert b"Traceback" not in said
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "pipe"]
