"""How far a run is, on a terminal; nothing of it anywhere else."""

import os
import pty
import subprocess
from pathlib import Path

from tests.cli.conftest import REPORT, Run, command, environment


def on_terminal(folder: Path, *arguments: str, stdout: bool = False) -> str:
    """Run with standard error, and perhaps standard output, at a terminal; return what it shows."""
    parent, child = pty.openpty()
    with subprocess.Popen(
        command("extract", *arguments),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=child if stdout else subprocess.DEVNULL,
        stderr=child,
        env=environment({"TERM": "xterm", "COLUMNS": "100"}),
    ) as process:
        os.close(child)
        shown = b""
        try:
            while data := os.read(parent, 65536):
                shown += data
        except OSError:  # EIO: nobody writes any more
            pass
        os.close(parent)
        assert process.wait(60) in (0, 1)
    return shown.decode()


def reports(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text(REPORT, encoding="utf-8")


def test_progress(tmp_path: Path) -> None:
    reports(tmp_path, "a.txt", "[red]\x1b]0;x\x07.txt")
    shown = on_terminal(tmp_path, "a.txt", "none.txt", "[red]\x1b]0;x\x07.txt", "-o", "out.json")
    assert "0/3" in shown
    assert "3/3" in shown
    assert "/s" in shown
    assert "[red]␛]0;x\\x07.txt" in shown
    assert "\x1b]0;" not in shown
    assert "govtext: error: none.txt: no such file" in shown
    assert shown.endswith("\x1b[?25h") or "\x1b[?25h" in shown.rsplit("3/3", 1)[1]  # the cursor is back


def test_no_progress_for_one_or_among_results(tmp_path: Path, run: Run) -> None:
    reports(tmp_path, "a.txt", "b.txt")
    assert on_terminal(tmp_path, "a.txt", "-o", "out.json") == ""
    assert "2/2" not in on_terminal(tmp_path, "a.txt", "b.txt", stdout=True)
    assert run("extract", "a.txt", "b.txt", "-o", "out.json").stderr == b""
