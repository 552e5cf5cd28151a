"""Many files: the same result with any number of processes, from any list, in any number of shares."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Finished, Run, environment
from tests.read import making
from tests.texts import PARAGRAPHS

LONG = "\n".join(PARAGRAPHS * 40)
"""A report of 50 KB: two of them are worth two processes."""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of reports: long and short ones, one that warns, one that is broken."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "c.txt", "e.txt"):
        (folder / name).write_text(f"{name}\n{LONG}", encoding="utf-8")
    (folder / "b.txt").write_text("", encoding="utf-8")
    (folder / "d.ofd").write_bytes(making.ofd([["全年地区生产总值增长5.2%。"]]))
    (folder / "f.txt").write_text(REPORT, encoding="utf-8")
    return folder


def result(path: Path) -> object:
    """Return what a run wrote, of a database what it holds."""
    if path.is_dir():
        return {child.name: child.read_bytes() for child in sorted(path.iterdir())}
    if path.suffix == ".sqlite":
        database = sqlite3.connect(path)
        dump = list(database.iterdump())
        database.close()
        return dump
    return path.read_bytes()


OUTPUTS = ["out.json", "out.jsonl", "out/", "out.sqlite", "out.parquet"]


@pytest.mark.parametrize("output", OUTPUTS)
def test_any_number_of_processes(run: Run, reports: Path, output: str) -> None:
    only = ("--only", "facts") if output.endswith("parquet") else ()
    said, written = [], []
    for jobs in ("1", "2", "4"):
        finished = run("extract", "none.txt", "in", "-o", output, "-j", jobs, *only, env={"PYTHONHASHSEED": jobs})
        assert finished.returncode == 1
        said.append(finished.stderr.decode().splitlines())
        path = reports.parent / output
        written.append(result(path))
        path.rename(reports.parent / f"{jobs}-{path.name}")
    assert written[0] == written[1] == written[2]
    assert said[0] == said[1] == said[2]
    first, second, third = said[0]
    assert first == "govtext: error: none.txt: no such file"
    assert second == "govtext: error: in/b.txt: is empty: there is no text in it"
    assert third.startswith("govtext: warning: in/d.ofd: OFD is read experimentally")
    assert not list(reports.parent.glob(".*"))


MAIN = """
from govtext.__main__ import main
sys.argv = ["govtext", *sys.argv[1:]]
main()
"""

CRASH = f"""
import os, sys
from govtext.corpus import run
extract_input = run.extract_input
def crash(source, **settings):
    if source.name == "in/c.txt":
        os._exit(9)
    return extract_input(source, **settings)
run.extract_input = crash
{MAIN}"""

NO_WORKERS = f"""
import sys
from multiprocessing.process import BaseProcess
def start(_):
    raise BlockingIOError(11, "Resource temporarily unavailable")
BaseProcess.start = start
{MAIN}"""


def run_changed(code: str, folder: Path) -> Finished:
    """Run a govtext with two processes in which something happens that cannot be had otherwise."""
    return subprocess.run(
        [sys.executable, "-c", code, "extract", "in", "-f", "jsonl", "-j", "2"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_worker_that_dies(reports: Path) -> None:
    """The other files are read; with several processes, for one has nobody to outlive it."""
    finished = run_changed(CRASH, reports.parent)
    assert finished.returncode == 1
    paths = [json.loads(line)["source"]["path"] for line in finished.stdout.splitlines()]
    assert paths == ["in/a.txt", "in/d.ofd", "in/e.txt", "in/f.txt"]
    _, died, _ = finished.stderr.decode().splitlines()
    trouble = "the process that read it ended with status 9; please report it; the other inputs went on"
    assert died == f"govtext: error: in/c.txt: {trouble}"


def test_no_worker_can_be_started(reports: Path) -> None:
    finished = run_changed(NO_WORKERS, reports.parent)
    said = b"govtext: error: worker: cannot be started: Resource temporarily unavailable; try --jobs 1\n"
    assert (finished.returncode, finished.stdout, finished.stderr) == (1, b"", said)


def test_shares_are_the_whole(run: Run, reports: Path) -> None:
    whole = run("extract", "in", "none.txt", "-f", "jsonl")
    shares = [run("extract", "in", "none.txt", "-f", "jsonl", "--shard", f"{number}/3") for number in (1, 2, 3)]
    lines = [line for share in shares for line in share.stdout.splitlines()]
    assert sorted(lines) == sorted(whole.stdout.splitlines())
    said = [line for share in shares for line in share.stderr.splitlines()]
    assert sorted(said) == sorted(whole.stderr.splitlines())
    assert reports.exists()


@pytest.mark.usefixtures("report")
def test_a_share_may_be_empty(run: Run, tmp_path: Path) -> None:
    for number in (1, 2):
        finished = run("extract", "report.txt", "--shard", f"{number}/2", "-o", f"{number}.json")
        assert (finished.returncode, finished.stderr) == (0, b"")
    found = [json.loads((tmp_path / f"{number}.json").read_bytes()) for number in (1, 2)]
    assert sorted(map(len, found)) == [0, 1]


@pytest.mark.parametrize("listing", ["in/f.txt\nin/d.ofd\nnone.txt\n", "in/f.txt\0in/d.ofd\0none.txt\0"])
def test_files_from(run: Run, reports: Path, listing: str) -> None:
    (reports.parent / "list").write_text(listing, encoding="utf-8")
    arguments = ("extract", "in/f.txt", "-f", "jsonl", "--files-from")
    named, piped = run(*arguments, "list"), run(*arguments, "-", stdin=listing.encode())
    assert named.stdout == piped.stdout
    assert [json.loads(line)["source"]["path"] for line in named.stdout.splitlines()] == ["in/f.txt", "in/d.ofd"]
    for finished in (named, piped):
        assert finished.returncode == 1
        assert finished.stderr.decode().endswith("govtext: error: none.txt: no such file\n")


def test_an_empty_list_is_well(run: Run) -> None:
    finished = run("extract", "--json", "--files-from", "-")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"[]\n", b"")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--shard", "0/64"), "--shard takes NUMBER/COUNT, not '0/64'; it counts from 1: 1/64 to 64/64"),
        (("--shard", "x"), "--shard takes NUMBER/COUNT, not 'x'"),
        (("--jobs", "0"), "'--jobs'"),
        (("--files-from", "none"), "--files-from none: cannot be read: No such file or directory"),
        (("-", "--files-from", "-"), "standard input is the list (--files-from -) or a report (-), not both"),
        (("--resume",), "--resume goes on with a file: add -o PATH"),
        (("--resume", "-f", "jsonl", "-o", "-"), "--resume goes on with a file: add -o PATH"),
        (("--resume", "-f", "jsonl", "-o", "/dev/stdout"), "--resume goes on with a file: add -o PATH"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("report")
def test_wrong_usage(run: Run, arguments: tuple[str, ...], words: str) -> None:
    finished = run("extract", "report.txt", *arguments)
    assert finished.returncode == 2
    assert words in finished.stderr.decode()


def test_what_only_this_process_can_read(reports: Path) -> None:
    """Standard input and what a shell passes as a file are read among what workers read."""
    reader, writer = os.pipe()
    os.write(writer, REPORT.encode())
    os.close(writer)
    names = ["in/a.txt", "-", f"/dev/fd/{reader}", "in/c.txt"]
    finished = subprocess.run(
        [sys.executable, "-m", "govtext", "extract", *names, "-f", "jsonl", "-j", "2"],
        input=REPORT.encode(),
        pass_fds=(reader,),
        cwd=reports.parent,
        env=environment(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    os.close(reader)
    documents = [json.loads(line) for line in finished.stdout.splitlines()]
    assert [document["source"]["path"] for document in documents] == names
    assert len(documents[1]["facts"]) == len(documents[2]["facts"]) == 2
