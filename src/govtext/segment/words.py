"""Text → words with parts of speech."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from govtext.segment.engines import tokenizer
from govtext.segment.frequencies import LEAST, frequencies
from govtext.segment.jieba_data import JiebaData
from govtext.segment.jieba_words import JiebaTokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.lexicon import UserWord
    from govtext.segment.engines import Engine, Tokenizer

_JIEBA_WORD = regex.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
_MARK = regex.compile(r"[^\u4e00-\u9fd5a-zA-Z0-9+#&._%-]")
_LONG = 400
"""A run without marks is cut as a whole, so tokenizers get pieces of at most this many characters."""


class Word(msgspec.Struct, frozen=True):
    """A word: offsets (characters, end exclusive), text, and jieba's tag (n, v, nz … or x where unknown)."""

    start: int
    end: int
    text: str
    pos: str


class Segmenter:
    """jieba with a dictionary of its own: nothing is shared with another Segmenter or with jieba's global one."""

    def __init__(self, words: Sequence[UserWord] = (), off: Sequence[str] = (), engine: Engine = "jieba") -> None:
        """Take words to know, words of jieba's that are to be no words, and what cuts."""
        self._words = words
        self._off = frozenset(off)
        self._special = tuple(word for word in words if not _JIEBA_WORD.fullmatch(word.word))
        self._engine = engine
        self._tags = {word.word.replace(" ", ""): word.pos or "n" for word in words}

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """Return the words of text[start:end] in order; together they are the text. Offsets are into `text`."""
        end = len(text) if end is None else end
        if not self._special:
            return self._cut(text, start, end)
        words: list[Word] = []
        position = start
        for _, first, last in self._automaton.find_matches_as_indexes(text[start:end]):
            words += self._cut(text, position, start + first)
            position = start + last
            word = text[start + first : position]
            words.append(Word(start + first, position, word, self.tag(word.replace(" ", ""))))
        return words + self._cut(text, position, end)

    @cached_property
    def _automaton(self) -> Any:
        """Finds the words that no tokenizer can hold: those with blanks, quotation marks, brackets …"""
        import ahocorasick_rs  # noqa: PLC0415

        forms = {form for word in self._special for form in (word.word, word.word.replace(" ", ""))}
        return ahocorasick_rs.AhoCorasick(sorted(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def _cut(self, text: str, start: int, end: int) -> list[Word]:
        words = []
        position = start
        tag = self.tag
        for first, last in pieces(text, start, end):
            for word in self._tokenizer.cut(text[first:last]):
                following = position + len(word)
                if word in self._off:  # put together from characters: part it, as jieba does with a deleted word
                    words += [Word(at, at + 1, text[at], tag(text[at])) for at in range(position, following)]
                else:
                    words.append(Word(position, following, word, tag(word)))
                position = following
        return words

    def frequency_to_win(self, word: str) -> int:
        """Return the least frequency with which a word stays whole when it stands alone."""
        plain = JiebaTokenizer(self._data)
        for known, frequency in self._frequencies.items():
            plain.add(known, frequency)
        return max(LEAST, plain.suggested(word))

    def knows(self, word: str) -> bool:
        """Tell whether a word is in jieba's dictionary or among the words given."""
        return word in self._tags or self._data.tag(word) is not None

    def tag(self, word: str) -> str:
        """Return the part of speech of a word: the user's, else jieba's dictionary's, else m for digits, x."""
        return self._tags.get(word) or self._data.tag(word) or _guessed(word)

    @cached_property
    def _data(self) -> JiebaData:
        return JiebaData.load()

    @cached_property
    def _frequencies(self) -> dict[str, int]:
        plain = [word for word in self._words if _JIEBA_WORD.fullmatch(word.word)]
        return frequencies(plain, sorted(self._off), self._data)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        made = tokenizer(self._engine, self._data)
        for word, frequency in self._frequencies.items():
            made.add(word, frequency)
        return made


def _guessed(word: str) -> str:
    if word[0].isdigit():
        return "m"
    return "eng" if word.isascii() and word.isalpha() else "x"


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut text[start:end] into pieces that are cut quickly: after the last mark that fits, so no word is parted."""
    while end - start > _LONG:
        marks = list(_MARK.finditer(text, start, start + _LONG))
        last = marks[-1].end() if marks else start + _LONG
        yield start, last
        start = last
    if start < end:
        yield start, end
