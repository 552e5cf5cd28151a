"""How often the words of a lexicon count as met: as given, else just often enough to stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from govtext import cache
from govtext.segment.jieba_words import JiebaTokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.lexicon import UserWord
    from govtext.segment.jieba_data import JiebaData

LEAST = 3
"""Least frequency of a word added without one."""

_FREQUENCIES = msgspec.msgpack.Decoder(dict[str, int])


def frequencies(words: Sequence[UserWord], off: Sequence[str], data: JiebaData) -> dict[str, int]:
    """Return the frequency of each word to add to jieba's dictionary, in order; 0 for those switched off.

    A word without a frequency gets the least with which it stays whole among jieba's words and those before it. That
    needs each to be cut once, so the result is kept in the cache.
    """
    if not words and not off:
        return {}
    written = msgspec.msgpack.encode([(word.word, word.frequency) for word in words])
    key = cache.key(data.digest, written, "\n".join(off))
    cached = cache.read("frequencies", key)
    if cached is not None:
        try:
            return _FREQUENCIES.decode(cached)
        except msgspec.DecodeError:
            pass  # as good as no cache
    found = _count(words, off, data)
    cache.write("frequencies", key, msgspec.msgpack.encode(found))
    return found


def _count(words: Sequence[UserWord], off: Sequence[str], data: JiebaData) -> dict[str, int]:
    tokenizer = JiebaTokenizer(data)
    found = {}
    for name in off:
        found[name] = 0
        tokenizer.add(name, 0)
    for word in words:
        frequency = word.frequency or max(LEAST, tokenizer.suggested(word.word))
        found[word.word] = frequency
        tokenizer.add(word.word, frequency)
    return found
