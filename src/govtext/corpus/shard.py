"""A share of the inputs: for many machines that each do a part, as in a job array."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec
import regex

from govtext.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.corpus.walk import Input

_FORM = regex.compile(r"(?P<number>[0-9]{1,9})/(?P<count>[0-9]{1,9})")


class Shard(msgspec.Struct, frozen=True):
    """The share `number` (from 1) of `count`.

    The name of an input alone says in which share it is, not its place in the list: the jobs of an array begin hours
    apart, and a report that is added meanwhile would shift all that follow: some would be done twice, others never.
    The price is that shares are not quite equal: of 6,400 reports in 64 shares one has about 100 ± 10.
    """

    number: int
    count: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Read `3/64`. Raises UsageError."""
        match = _FORM.fullmatch(text)
        shard = cls(int(match["number"]), int(match["count"])) if match else None
        if shard is None or not 1 <= shard.number <= shard.count:
            last = shard.count if shard and shard.count else "N"
            remedy = f"it counts from 1: 1/{last} to {last}/{last}; a Slurm array of them is --array=1-{last}"
            raise UsageError(f"--shard takes NUMBER/COUNT, not {text!r}; {remedy}")
        return shard

    def share(self, inputs: Iterable[Input]) -> list[Input]:
        """Return those of the inputs that are in this share, in the same order."""
        return [source for source in inputs if _place(source) % self.count == self.number - 1]


def _place(source: Input) -> int:
    """Return a number that the name decides, the same on every machine (Python's own hash is not)."""
    name = b"-" if source.path is None else os.fsencode(source.path)
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big")
