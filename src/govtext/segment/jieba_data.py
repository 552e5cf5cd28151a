"""What jieba knows: read from its files once, then from our cache, and of that only what a text needs.

The words are kept in slots by their first two characters, so that a report of a page decodes a hundredth of them.
"""

from __future__ import annotations

import importlib.util
import warnings
from array import array
from functools import cached_property
from math import inf, log
from pathlib import Path
from typing import TypeVar

import msgspec

from govtext import cache

Four = tuple[float, float, float, float]
"""Logarithms of the states of a character in a word: begin, end, middle, single."""

LEAST = -3.14e100
"""jieba's logarithm of zero."""

BEGINNING = inf
"""The weight of what is no word, only the beginning of one."""

_SLOTS = 1 << 16


T = TypeVar("T")


class _Slots(msgspec.Struct, frozen=True):
    """Dictionaries in msgpack, one after another: slot i is data[offsets[i]:offsets[i + 1]]."""

    offsets: memoryview
    data: memoryview

    def decode(self, slot: int, decoder: msgspec.msgpack.Decoder[T]) -> T:
        start, end = self.offsets.cast("I")[slot : slot + 2]
        return decoder.decode(self.data[start:end])


class _Tables(msgspec.Struct, frozen=True):
    """The dictionary (single characters, and words and beginnings of words by slot) and the model for unknown words."""

    total: int
    characters: dict[str, float]
    character_tags: dict[str, str]
    weights: _Slots
    tags: _Slots
    start: Four
    moves: dict[str, float]
    emit: msgspec.Raw


class JiebaData:
    """jieba's dictionary and model. A word's weight is the logarithm of its share of all.

    `total` is the sum of the frequencies, `characters` are the weights of words of one character, `start` and `moves`
    (two letters: from, to) are logarithms of the model; `digest` stands for all of it.
    """

    def __init__(self, tables: _Tables, digest: str) -> None:
        self.digest = digest
        self.total = tables.total
        self.characters = tables.characters
        self.start = tables.start
        self.moves = tables.moves
        self._tables = tables

    def weights(self, pair: str) -> dict[str, float]:
        """Return the words, and beginnings of words, that begin with two characters, and perhaps others."""
        return self._tables.weights.decode(_slot(pair), _WEIGHTS)

    def tag(self, word: str) -> str | None:
        """Return the part of speech of a word of the dictionary."""
        if len(word) < 2:
            return self._tables.character_tags.get(word)
        return self._tables.tags.decode(_slot(word), _TAGS).get(word)

    @cached_property
    def emit(self) -> dict[str, Four]:
        """The logarithms of the states of each character."""
        return _EMIT.decode(self._tables.emit)

    @classmethod
    def load(cls) -> JiebaData:
        """Read the data from the cache, else from jieba's files."""
        raw = (_folder() / "dict.txt").read_bytes()
        key = cache.key(raw)
        cached = cache.read("jieba", key)
        if cached is not None:
            try:
                return cls(_TABLES.decode(cached), key)
            except msgspec.DecodeError:
                pass  # as good as no cache
        data = msgspec.msgpack.encode(_read(raw.decode("utf-8")))
        cache.write("jieba", key, data)
        return cls(_TABLES.decode(data), key)


_WEIGHTS = msgspec.msgpack.Decoder(dict[str, float])
_TAGS = msgspec.msgpack.Decoder(dict[str, str])
_EMIT = msgspec.msgpack.Decoder(dict[str, Four])
_TABLES = msgspec.msgpack.Decoder(_Tables)


def _slot(word: str) -> int:
    """Return where a word of two characters or more is kept."""
    return (ord(word[0]) * 31 + ord(word[1])) % _SLOTS


def _folder() -> Path:
    """Return jieba's folder without importing jieba: what a program sets for its global tokenizer is not ours."""
    found = importlib.util.find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise ImportError("jieba")
    return Path(found.submodule_search_locations[0])


def _read(dictionary: str) -> _Tables:
    """Put the tables together from jieba's dictionary (word, frequency, tag a line) and its model."""
    frequencies: dict[str, int] = {}
    tags: dict[str, str] = {}
    for line in dictionary.splitlines():
        word, frequency, tag = line.split(" ")
        frequencies[word] = int(frequency)
        tags[word] = tag
        for length in range(1, len(word)):
            frequencies.setdefault(word[:length], 0)
    total = sum(frequencies.values())
    log_total = log(total)
    weights = {word: log(count) - log_total if count else BEGINNING for word, count in frequencies.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.finalseg import emit_P, start_P, trans_P  # noqa: PLC0415
    characters = sorted(set().union(*emit_P.values()))
    emit = {char: [emit_P[state].get(char, LEAST) for state in "BEMS"] for char in characters}
    return _Tables(
        total,
        {word: weight for word, weight in weights.items() if len(word) == 1},
        {word: tag for word, tag in tags.items() if len(word) == 1},
        _in_slots(weights),
        _in_slots(tags),
        tuple(start_P[state] for state in "BEMS"),
        {before + after: value for before, row in trans_P.items() for after, value in row.items()},
        msgspec.Raw(msgspec.msgpack.encode(emit)),
    )


def _in_slots(words: dict[str, T]) -> _Slots:
    """Put the words of two characters and more into their slots."""
    slots: list[dict[str, T]] = [{} for _ in range(_SLOTS)]
    for word, value in words.items():
        if len(word) > 1:
            slots[_slot(word)][word] = value
    parts = [msgspec.msgpack.encode(slot) for slot in slots]
    offsets = array("I", [0])
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return _Slots(memoryview(offsets.tobytes()), memoryview(b"".join(parts)))
