"""Entry point: the streams, the errors, the exit status. Nothing else of govtext knows about any of them."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False  # as in typing: what --version does not need is not imported for it
if TYPE_CHECKING:
    from typing import NoReturn

FAILED = 1
USAGE = 2
NO_OUTPUT = 74
INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143


class ResultStream(io.TextIOWrapper):
    """Standard output into a pipe or a file: UTF-8 and LF whatever the locale, and an end when nobody can read it."""

    def write(self, text: str) -> int:
        """Write, or end the program."""
        try:
            return super().write(text)
        except OSError as error:
            _give_up(error)

    def flush(self) -> None:
        """Flush, or end the program."""
        try:
            super().flush()
        except OSError as error:
            _give_up(error)


def _give_up(error: OSError) -> NoReturn:
    """End silently where the reader went away (`| head`), else with a line that says why."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the flush at exit finds a reader
    if isinstance(error, BrokenPipeError):
        raise SystemExit(CLOSED_PIPE) from None
    _say(f"cannot write the result: {error.strerror}")
    raise SystemExit(NO_OUTPUT) from None


def _say(trouble: str) -> None:
    print(f"govtext: error: {trouble}", file=sys.stderr)


def _terminate(_signal: int, _frame: object) -> NoReturn:
    """Leave through the `finally` and `with` blocks: no temporary file stays."""
    raise SystemExit(TERMINATED)


def _open_streams() -> None:
    if sys.stdout is None:  # closed by the caller: >&-
        _say("cannot write the result: standard output is closed")
        raise SystemExit(NO_OUTPUT)
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return  # replaced by a program that calls main() itself
    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")  # a GBK console shows ? and goes on
    else:
        bytes_out = sys.stdout.detach()
        if isinstance(bytes_out, io.RawIOBase):  # PYTHONUNBUFFERED: a raw stream drops what one write() does not take
            bytes_out = io.BufferedWriter(bytes_out)
        sys.stdout = ResultStream(bytes_out, encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def main() -> None:
    """Run the command line and exit with its status."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before anything heavy is imported
        from govtext.version import __version__

        print(f"govtext {__version__}")
        return
    import gc
    import signal

    gc.set_threshold(200_000, 20, 20)  # modules and dictionaries stay; to look through them often is time lost
    signal.signal(signal.SIGTERM, _terminate)
    try:
        _open_streams()
        status = _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    gc.freeze()  # what is left goes with the process
    raise SystemExit(status)


def _run() -> int | str | None:
    """Run the command; return its exit status. Every error that a person can act on is caught here."""
    from govtext.cli.app import app
    from govtext.errors import ClusterError, FaultError, GovtextError, OutputError, ReadError
    from govtext.render.visible import visible

    try:
        app(prog_name="govtext")
    except SystemExit as end:
        return end.code
    except GovtextError as error:
        sys.stdout.flush()
        _say("\n".join(map(visible, str(error).split("\n"))))
        if isinstance(error, OutputError):
            return NO_OUTPUT
        return FAILED if isinstance(error, (ReadError, FaultError, ClusterError)) else USAGE
    return 0


if __name__ == "__main__":
    main()
