"""jieba's way from a text to its words, as jieba.cut with HMM goes it, only faster.

The words are those of the likeliest path through the dictionary; a run of single characters that this leaves goes
through a hidden Markov model. jieba takes logarithms and builds a graph anew for every text; here a logarithm is taken
once, and only the words that begin with the characters of the text are loaded. The words are jieba's, one by one
(tests/segment/test_engines.py).
"""

from __future__ import annotations

from math import exp, inf, log
from typing import TYPE_CHECKING

import regex

from govtext.segment.jieba_data import BEGINNING, LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.segment.jieba_data import Four, JiebaData

_BLOCK = regex.compile(r"(?P<words>[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+)|\r\n|.", regex.DOTALL)
_UNKNOWN = regex.compile(r"(?P<han>[\u4e00-\u9fd5]+)|[a-zA-Z0-9]+(?:\.\d+)?%?|[^\u4e00-\u9fd5a-zA-Z0-9]+")
_LETTER = regex.compile(r"[a-zA-Z0-9]")
_ABSENT: Four = (LEAST, LEAST, LEAST, LEAST)

REMEMBERED = 150_000
"""How many pairs of characters are kept with the words that begin with them."""


class _Weights:
    """The weights of words and of beginnings of words, by their first two characters; loaded when needed."""

    def __init__(self, data: JiebaData) -> None:
        self.characters = dict(data.characters)
        self.pairs: dict[str, dict[str, float]] = {}
        self._data = data
        self._log_total = log(data.total)
        self._added: dict[str, dict[str, float]] = {}

    def load(self, pair: str) -> dict[str, float]:
        """Return, and keep, the words that begin with two characters, and perhaps others; nothing where none does."""
        if len(self.pairs) > REMEMBERED:
            self.pairs.clear()
        found = self._data.weights(pair)
        found.update(self._added.get(pair, {}))
        self.pairs[pair] = known = found if pair in found else {}
        return known

    def of(self, word: str) -> float:
        """Return the weight of one word."""
        if len(word) == 1:
            return self.characters.get(word, BEGINNING)
        known = self.pairs.get(word[:2])
        if known is None:
            known = self.load(word[:2])
        return known.get(word, BEGINNING)

    def add(self, word: str, frequency: int) -> None:
        """Give a word a frequency; 0 removes it."""
        weight = log(frequency) - self._log_total if frequency else BEGINNING
        if len(word) == 1:
            self.characters[word] = weight
            return
        self.characters.setdefault(word[0], BEGINNING)
        added = self._added.setdefault(word[:2], {})
        for length in range(2, len(word)):
            if self.of(word[:length]) == BEGINNING:
                added[word[:length]] = BEGINNING
        added[word] = weight
        self.pairs.get(word[:2], {}).update(added)


class JiebaTokenizer:
    """Cuts texts into jieba's words and those added."""

    def __init__(self, data: JiebaData) -> None:
        self._data = data
        self._weights = _Weights(data)
        self._once = -log(data.total)

    def add(self, word: str, frequency: int) -> None:
        """Add a word of Chinese characters, letters and digits, or give a known one another frequency; 0 removes it."""
        self._weights.add(word, frequency)

    def suggested(self, word: str) -> int:
        """Return the least frequency with which a word stays whole, as jieba.suggest_freq does."""
        share = exp(sum(map(self._weight, self._known_parts(word))))
        return max(int(share * self._data.total) + 1, round(exp(self._weight(word)) * self._data.total))

    def cut(self, text: str) -> list[str]:
        """Return the words of a text; together they are the text."""
        words: list[str] = []
        for block in _BLOCK.finditer(text):
            written = block[0]
            if len(written) > 1 and block["words"]:
                self._cut_block(written, words)
            else:
                words.append(written)
        return words

    def _cut_block(self, text: str, words: list[str]) -> None:
        ends = self._path(text)
        position = single = 0
        while position < len(text):
            end = ends[position]
            if end - position > 1:
                if single < position:
                    self._cut_singles(text[single:position], words)
                words.append(text[position:end])
                single = end
            position = end
        if single < position:
            self._cut_singles(text[single:], words)

    def _path(self, text: str) -> list[int]:
        """Return the likeliest path: for each place where a word may begin, where it ends."""
        weight_of, words_with = self._weights.characters.get, self._weights.pairs.get
        load, once = self._weights.load, self._once
        size = len(text)
        score = [0.0] * (size + 1)
        ends = list(range(1, size + 1))
        for start in range(size - 1, -1, -1):
            weight = weight_of(text[start])
            best = -inf if weight is None or weight == BEGINNING else weight + score[start + 1]
            end = start + 2
            if end <= size:
                pair = text[start:end]
                words = words_with(pair)
                if words is None:
                    words = load(pair)
                weight = words.get(pair) if words else None
                while weight is not None:
                    if weight != BEGINNING:
                        reached = weight + score[end]
                        if reached >= best:
                            best = reached
                            ends[start] = end
                    end += 1
                    if end > size:
                        break
                    weight = words.get(text[start:end])
            score[start] = best if best > -inf else once + score[start + 1]
        return ends

    def _cut_singles(self, text: str, words: list[str]) -> None:
        """Cut a run of characters that the path leaves single."""
        if len(text) == 1:
            words.append(text)
        elif self._is_word(text):
            words.extend(text)
        else:
            for part in _UNKNOWN.finditer(text):
                if part["han"]:
                    words.extend(self._cut_unknown(part[0]))
                else:
                    words.append(part[0])

    def _cut_unknown(self, text: str) -> Iterator[str]:
        """Yield the words that the model sees in a run of Chinese characters."""
        begin = after = 0
        for position, state in enumerate(self._states(text)):
            if state == "B":
                begin = position
            elif state == "E":
                yield text[begin : position + 1]
                after = position + 1
            elif state == "S":
                yield text[position]
                after = position + 1
        if after < len(text):
            yield text[after:]

    def _states(self, text: str) -> str:
        """Return the likeliest states, one a character (Viterbi); of equal ones the later letter, as in jieba."""
        emit, move = self._data.emit, self._data.moves
        to_b, to_b2 = move["EB"], move["SB"]
        to_e, to_e2 = move["BE"], move["ME"]
        to_m, to_m2 = move["BM"], move["MM"]
        to_s, to_s2 = move["ES"], move["SS"]
        begin, end, middle, single = (
            start + here for start, here in zip(self._data.start, emit.get(text[0], _ABSENT), strict=True)
        )
        paths = "B", "E", "M", "S"
        for char in text[1:]:
            here = emit.get(char, _ABSENT)
            b, b2 = end + to_b + here[0], single + to_b2 + here[0]
            e, e2 = begin + to_e + here[1], middle + to_e2 + here[1]
            m, m2 = begin + to_m + here[2], middle + to_m2 + here[2]
            s, s2 = end + to_s + here[3], single + to_s2 + here[3]
            paths = (
                (paths[3] if b2 >= b else paths[1]) + "B",
                (paths[2] if e2 >= e else paths[0]) + "E",
                (paths[2] if m2 >= m else paths[0]) + "M",
                (paths[3] if s2 >= s else paths[1]) + "S",
            )
            begin, end, middle, single = max(b, b2), max(e, e2), max(m, m2), max(s, s2)
        return paths[3] if single >= end else paths[1]

    def _known_parts(self, word: str) -> Iterator[str]:
        """Yield the words of the dictionary that a word falls into, as jieba.cut without HMM does."""
        ends = self._path(word)
        position, letters = 0, ""
        while position < len(word):
            part = word[position : ends[position]]
            position = ends[position]
            if len(part) == 1 and _LETTER.match(part):
                letters += part
                continue
            if letters:
                yield letters
                letters = ""
            yield part
        if letters:
            yield letters

    def _weight(self, word: str) -> float:
        weight = self._weights.of(word)
        return self._once if weight == BEGINNING else weight

    def _is_word(self, word: str) -> bool:
        return self._weights.of(word) != BEGINNING
