"""Shares of the inputs are stable, disjoint and together all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.corpus import Input
from govtext.corpus.shard import Shard
from govtext.errors import UsageError

NAMES = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), unique=True)


@given(NAMES, st.integers(1, 70))
def test_disjoint_and_complete(names: list[str], count: int) -> None:
    inputs = [Input(path=Path(name)) for name in names]
    shares = [Shard(number, count).share(inputs) for number in range(1, count + 1)]
    found = [source for share in shares for source in share]
    assert len(found) == len(inputs)
    assert sorted(found, key=inputs.index) == inputs
    for share in shares:
        assert share == sorted(share, key=inputs.index)


@given(NAMES, NAMES, st.integers(1, 9))
def test_other_inputs_move_none(names: list[str], more: list[str], count: int) -> None:
    shard = Shard(1, count)
    some = shard.share(Input(path=Path(name)) for name in names)
    every = shard.share(Input(path=Path(name)) for name in [*more, *names])
    assert {source.name for source in some} <= {source.name for source in every}


def test_shares_are_about_equal() -> None:
    inputs = [Input(path=Path(f"reports/{number}.txt")) for number in range(6400)]
    sizes = [len(Shard(number, 64).share(inputs)) for number in range(1, 65)]
    assert sum(sizes) == 6400
    assert 60 < min(sizes) <= max(sizes) < 140


def test_the_same_in_every_process() -> None:
    code = (
        "from pathlib import Path; from govtext.corpus import Input; from govtext.corpus.shard import Shard;"
        "print([s.name for s in Shard(2, 3).share(Input(path=Path(f'报告{n}.txt')) for n in range(20))])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=60,
        ).stdout
        for seed in "12"
    }
    assert len(said) == 1


@pytest.mark.parametrize("text", ["1/1", "1/64", "64/64", "07/64"])
def test_parse(text: str) -> None:
    number, count = map(int, text.split("/"))
    assert Shard.parse(text) == Shard(number, count)


@pytest.mark.parametrize(
    ("text", "last"),
    [("0/64", "64"), ("65/64", "64"), ("1/0", "N"), ("1", "N"), ("", "N"), ("-1/4", "N"), ("1/4 ", "N"), ("a/b", "N")],
)
def test_wrong_shards_say_what_is_right(text: str, last: str) -> None:
    with pytest.raises(UsageError, match=rf"counts from 1: 1/{last} to {last}/{last}; .*--array=1-{last}$") as raised:
        Shard.parse(text)
    assert repr(text) in str(raised.value)
