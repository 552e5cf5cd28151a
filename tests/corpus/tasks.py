"""What the workers of the tests do with an input: its name says what."""

import faulthandler
import os
import signal
import time
from pathlib import Path

from govtext.corpus import Input
from govtext.corpus.outcome import Failure, Outcome
from govtext.errors import LexiconError


def named(*names: str) -> list[Input]:
    return [Input(path=Path(name)) for name in names]


def act(source: Input) -> Outcome:
    """Do what the name says: exit-3, SIGSEGV, wait-PATH until that is there; give the process that did it."""
    what, _, how = source.name.partition("-")
    if what == "exit":
        os._exit(int(how))
    if what.startswith("SIG"):
        faulthandler.disable()  # pytest would tell of it at length
        os.kill(os.getpid(), signal.Signals[what])
        time.sleep(60)
    if what == "wait":
        while not Path(how).exists():
            time.sleep(0.005)
    if what == "wrong":
        return Outcome(failure=Failure.of(LexiconError("own.toml", 3, "no such rule")))
    if what == "fault":
        raise KeyError(how)
    return Outcome(text=source.name, warnings=(str(os.getpid()),))


def end_at_once(*_: object) -> None:
    """End the process as a fault of the interpreter would, with status 7."""
    os._exit(7)
