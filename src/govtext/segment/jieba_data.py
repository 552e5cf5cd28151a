"""What jieba knows, by first character: read from its files once, then from our cache, and only what a text needs."""

from __future__ import annotations

import importlib.util
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from govtext import cache

if TYPE_CHECKING:
    from collections.abc import Mapping

Four = tuple[float, float, float, float]
"""Logarithms of the states of a character in a word: begin, end, middle, single."""

LEAST = -3.14e100
"""jieba's logarithm of zero."""
_NOTHING = b"\x80"


class _Tables(msgspec.Struct, frozen=True):
    """The dictionary (words and their beginnings → frequency, words → tag) and the model for unknown words."""

    total: int
    frequencies: dict[str, msgspec.Raw]
    tags: dict[str, msgspec.Raw]
    start: Four
    moves: dict[str, float]
    emit: dict[str, Four]


class JiebaData:
    """jieba's dictionary and model. `total` is the sum of the frequencies, `digest` stands for all of it."""

    def __init__(self, tables: _Tables, digest: str) -> None:
        self.digest = digest
        self.total = tables.total
        self.start = tables.start
        self.moves = tables.moves
        self.emit = tables.emit
        self._frequencies = tables.frequencies
        self._tags = tables.tags
        self._known_tags: dict[str, Mapping[str, str]] = {}

    def frequencies(self, first: str) -> dict[str, int]:
        """Return the words that begin with a character, with their frequency; beginnings of words have 0."""
        return _FREQUENCIES.decode(self._frequencies.get(first, _NOTHING))

    def tag(self, word: str) -> str | None:
        """Return the part of speech of a word of the dictionary."""
        first = word[:1]
        tags = self._known_tags.get(first)
        if tags is None:
            tags = self._known_tags[first] = _TAGS.decode(self._tags.get(first, _NOTHING))
        return tags.get(word)

    @classmethod
    def load(cls) -> JiebaData:
        """Read the data from the cache, else from jieba's files."""
        dictionary = _folder() / "dict.txt"
        raw = dictionary.read_bytes()
        key = cache.key(raw)
        cached = cache.read("jieba", key)
        if cached is not None:
            try:
                return cls(_TABLES.decode(cached), key)
            except msgspec.DecodeError:
                pass  # as good as no cache
        tables = _read(raw.decode("utf-8"))
        cache.write("jieba", key, msgspec.msgpack.encode(tables))
        return cls(tables, key)


_FREQUENCIES = msgspec.msgpack.Decoder(dict[str, int])
_TAGS = msgspec.msgpack.Decoder(dict[str, str])
_TABLES = msgspec.msgpack.Decoder(_Tables)


def _folder() -> Path:
    """Return jieba's folder without importing jieba: what a program sets for its global tokenizer is not ours."""
    found = importlib.util.find_spec("jieba")
    if found is None or not found.submodule_search_locations:
        raise ImportError("jieba")
    return Path(found.submodule_search_locations[0])


def _read(dictionary: str) -> _Tables:
    """Put the tables together from jieba's dictionary (word, frequency, tag a line) and its model."""
    frequencies: dict[str, dict[str, int]] = {}
    tags: dict[str, dict[str, str]] = {}
    total = 0
    for line in dictionary.splitlines():
        word, frequency, tag = line.split(" ")
        total += int(frequency)
        starting = frequencies.setdefault(word[0], {})
        starting[word] = int(frequency)
        for length in range(1, len(word)):
            starting.setdefault(word[:length], 0)
        tags.setdefault(word[0], {})[word] = tag
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.finalseg import emit_P, start_P, trans_P  # noqa: PLC0415
    return _Tables(
        total,
        {first: msgspec.Raw(msgspec.msgpack.encode(words)) for first, words in frequencies.items()},
        {first: msgspec.Raw(msgspec.msgpack.encode(words)) for first, words in tags.items()},
        tuple(start_P[state] for state in "BEMS"),
        {before + after: value for before, row in trans_P.items() for after, value in row.items()},
        {
            char: tuple(emit_P[state].get(char, LEAST) for state in "BEMS")
            for char in sorted(set().union(*emit_P.values()))
        },
    )
