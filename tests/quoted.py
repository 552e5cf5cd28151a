"""What the documentation quotes: its commands are run, and its output is what they print.

A ```console block holds commands, each on a line after `$ `, and below each what it prints. Lines are cut at 80
columns; a last line `…` says that more follows, and as many lines as stand above it are quoted. A ```pycon block is a
Python session. A block after `<!-- file: NAME -->` is a file that the commands below it may read. All else is left
alone.
"""

import doctest
import itertools
import json
import os
import re
import shlex
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import govtext.errors

ROOT = Path(__file__).parents[1]
DOCUMENTS = (
    "README.md",
    "README.zh-CN.md",
    "dicts/README.md",
    "docs/fields.md",
    "docs/dictionaries.md",
    "docs/dictionaries.zh-CN.md",
    "docs/many-files.md",
    "docs/many-files.zh-CN.md",
)
SOURCE = Path(govtext.errors.__file__).parents[1]
COLUMNS = 80
MORE = "…"
PROMPT = "$ "

END = "\x1e"
SESSION = f"""
import json, sys
names = {{}}
for source in json.loads(sys.argv[1]):
    exec(compile(source, "<session>", "single"), names)
    print("{END}", end="")
"""

BLOCK = re.compile(r"(?ms)^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$")


def refresh(text: str, folder: Path) -> str:
    """Return a document with its quoted output as the commands print it now; they run in `folder`."""
    for name in ("samples", "dicts"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)

    def block(match: re.Match[str]) -> str:
        body = match["body"]
        if match["file"]:
            (folder / match["file"]).write_text(body, encoding="utf-8")
        elif match["kind"] == "console":
            body = "".join(line + "\n" for line in _console(body.splitlines(), folder))
        elif match["kind"] == "pycon":
            body = _session(body, folder)
        return match[0][: match.start("body") - match.start()] + body + "```"

    return BLOCK.sub(block, text)


def _console(lines: list[str], folder: Path) -> Iterator[str]:
    """Yield commands and what they print."""
    for command, quoted in _commands(lines):
        printed = [_cut(line) for line in run(command, folder).splitlines()]
        if quoted[-1:] == [MORE]:
            printed = [*printed[: len(quoted) - 1], MORE]
        yield PROMPT + command
        yield from printed


def _commands(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    starts = [index for index, line in enumerate(lines) if line.startswith(PROMPT)]
    for start, end in itertools.pairwise([*starts, len(lines)]):
        yield lines[start].removeprefix(PROMPT), lines[start + 1 : end]


def run(command: str, folder: Path) -> str:
    """Run a command as a shell does and return what it prints."""
    python = shlex.quote(sys.executable)
    here = {"govtext": f"{python} -m govtext", "python": python}
    command = re.sub(r"\.venv/bin/(govtext|python)", lambda match: here[match[1]], command)
    return _finish(["bash", "-c", command], folder)


def _finish(command: list[str], folder: Path) -> str:
    """Run a process to its end and return what it prints; it may fail only with a message of govtext."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment = {
        "PYTHONPATH": os.pathsep.join(filter(None, (str(SOURCE), os.environ.get("PYTHONPATH")))),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": str(COLUMNS),
        "XDG_CONFIG_HOME": str(folder / "no-configuration"),
        "GOVTEXT_HOME": "own",
    }
    finished = subprocess.run(
        command,
        cwd=folder,
        env=plain | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    printed = finished.stdout.decode()
    if finished.returncode and "govtext: error: " not in printed:
        raise AssertionError(f"{command[-1]} ends with {finished.returncode}: {printed}")
    return printed


def _session(body: str, folder: Path) -> str:
    """Return a Python session with its answers as they are now."""
    examples = doctest.DocTestParser().get_examples(body)
    sources = json.dumps([example.source for example in examples])
    answers = _finish([sys.executable, "-c", SESSION, sources], folder).split(END)
    lines = []
    for example, answer in zip(examples, answers, strict=False):  # after the last END comes nothing
        first, *others = example.source.splitlines()
        lines += [f">>> {first}", *(f"... {line}" for line in others), *map(_cut, answer.splitlines())]
    return "".join(line + "\n" for line in lines)


def _cut(line: str) -> str:
    """Cut a line at 80 columns, a Chinese character being two; blanks at its end go."""
    line = line.rstrip()
    ends = list(itertools.accumulate(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line))
    if not ends or ends[-1] <= COLUMNS:
        return line
    return line[: sum(end < COLUMNS for end in ends)] + MORE
