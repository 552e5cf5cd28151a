"""Text → words with parts of speech. The only file that knows jieba."""

from __future__ import annotations

import hashlib
import os
import tempfile
import warnings
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.lexicon import UserWord

_JIEBA_WORD = regex.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
_MARK = regex.compile(r"[^\u4e00-\u9fd5a-zA-Z0-9+#&._%-]")
_LONG = 400
"""jieba's time grows with the square of a run without marks, so it gets pieces of at most this many characters."""

FREQUENCY = 3
"""Least frequency of a word added without one."""


class Word(msgspec.Struct, frozen=True):
    """A word: offsets (characters, end exclusive), text, and jieba's tag (n, v, nz … or x where unknown)."""

    start: int
    end: int
    text: str
    pos: str


class Segmenter:
    """jieba with a dictionary of its own: nothing is shared with another Segmenter or with jieba's global one."""

    def __init__(self, words: Sequence[UserWord] = (), off: Sequence[str] = ()) -> None:
        """Take words to know, and words of jieba's that are to be no words."""
        self._words = words
        self._off = frozenset(off)
        self._special = tuple(word for word in words if not _JIEBA_WORD.fullmatch(word.word))

    def words(self, text: str) -> Iterator[Word]:
        """Yield the words of a text in order; together they are the text."""
        position = 0
        for start, end in self._marked(text):
            yield from self._cut(text, position, start)
            yield Word(start, end, text[start:end], self.tag(text[start:end].replace(" ", "")))
            position = end
        yield from self._cut(text, position, len(text))

    def _marked(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the words that jieba cannot hold: those with blanks, quotation marks, brackets …"""
        if self._special:
            for _, start, end in self._automaton.find_matches_as_indexes(text):
                yield start, end

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick_rs  # noqa: PLC0415

        forms = {form for word in self._special for form in (word.word, word.word.replace(" ", ""))}
        return ahocorasick_rs.AhoCorasick(sorted(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def _cut(self, text: str, start: int, end: int) -> Iterator[Word]:
        for first, last in pieces(text, start, end):
            for word, left, right in self._tokenizer.tokenize(text[first:last]):
                if word in self._off:  # put together from characters: part it, as jieba does with a deleted word
                    yield from (
                        Word(at, at + 1, text[at], self.tag(text[at])) for at in range(first + left, first + right)
                    )
                else:
                    yield Word(first + left, first + right, word, self.tag(word))

    def frequency_to_win(self, word: str) -> int:
        """Return the least frequency with which a word stays whole when it stands alone."""
        return max(FREQUENCY, int(self._tokenizer.suggest_freq(word)))

    def knows(self, word: str) -> bool:
        """Tell whether a word is in jieba's dictionary or among the words given."""
        return word in self._tags

    def tag(self, word: str) -> str:
        """Return the part of speech of a word: the user's, else jieba's dictionary's, else m for digits, x."""
        tag = self._tags.get(word)
        if tag is not None:
            return tag
        if word[0].isdigit():
            return "m"
        return "eng" if word.isascii() and word.isalpha() else "x"

    @cached_property
    def _tags(self) -> dict[str, str]:
        tags = _dictionary_tags()
        tags.update({word.word.replace(" ", ""): word.pos or "n" for word in self._words})
        return tags

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = _new_tokenizer()
        for name in self._off:
            if name in tokenizer.FREQ:
                tokenizer.FREQ[name] = 0
        for word in self._words:
            if _JIEBA_WORD.fullmatch(word.word):
                frequency = word.frequency or max(FREQUENCY, tokenizer.suggest_freq(word.word))
                _add_word(tokenizer, word.word, frequency)
        return tokenizer


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut text[start:end] into pieces that jieba takes quickly: after the last mark that fits, so no word is parted."""
    while end - start > _LONG:
        marks = list(_MARK.finditer(text, start, start + _LONG))
        last = marks[-1].end() if marks else start + _LONG
        yield start, last
        start = last
    if start < end:
        yield start, end


def _add_word(tokenizer: Any, word: str, frequency: int) -> None:
    """Add a word as jieba's add_word does, without its global list of forced splits."""
    tokenizer.total += frequency - tokenizer.FREQ.get(word, 0)
    tokenizer.FREQ[word] = frequency
    for length in range(1, len(word)):
        tokenizer.FREQ.setdefault(word[:length], 0)


def _jieba() -> Any:
    """Import jieba without its warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415
    return jieba


def _new_tokenizer() -> Any:
    """Return a jieba tokenizer of our own, its prefix dictionary from our cache or built anew.

    It is never initialised by jieba, which would read and write a file that all users of the machine share.
    """
    tokenizer = _jieba().Tokenizer()
    raw = _dictionary_bytes()
    folder = _cache_folder()
    cache = folder / f"prefix-{hashlib.sha256(raw).hexdigest()[:16]}.msgpack" if folder else None
    cached = _read_cache(cache) if cache else None
    if cached is None:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        if cache:
            _write_cache(cache, msgspec.msgpack.encode((tokenizer.FREQ, tokenizer.total)))
    else:
        tokenizer.FREQ, tokenizer.total = cached
    tokenizer.initialized = True
    return tokenizer


def _dictionary_bytes() -> bytes:
    """Return jieba's own dictionary, whatever the importing program has set for the global tokenizer."""
    with _jieba().Tokenizer().get_dict_file() as file:
        return bytes(file.read())


def _dictionary_tags() -> dict[str, str]:
    """Return jieba's dictionary of tags: 增长 → v."""
    tags = {}
    for line in _dictionary_bytes().decode("utf-8").splitlines():
        word, _, tag = line.split(" ")
        tags[word] = tag
    return tags


def _cache_folder() -> Path | None:
    """Return the folder of our cache: GOVTEXT_CACHE, else the user's cache folder; None for a user without a home."""
    chosen = os.environ.get("GOVTEXT_CACHE")
    if chosen:
        return Path(chosen)
    try:
        if os.name == "nt":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "govtext" / "cache"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govtext"
    except RuntimeError:
        return None


def _read_cache(path: Path) -> tuple[dict[str, int], int] | None:
    """Read a cached prefix dictionary; None where it is missing, damaged, foreign, or others may write to it."""
    try:
        status = path.stat()
        if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
            return None
        return msgspec.msgpack.decode(path.read_bytes(), type=tuple[dict[str, int], int])
    except (OSError, msgspec.DecodeError):
        return None


def _write_cache(path: Path, data: bytes) -> None:
    """Write the cache in one step; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
