"""What cuts text into words: jieba's way in Python, or rjieba's in Rust, which differs in a few words of a million."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, get_args

from govtext.errors import UsageError
from govtext.segment.jieba_words import JiebaTokenizer

if TYPE_CHECKING:
    from govtext.segment.jieba_data import JiebaData

Engine = Literal["jieba", "rjieba"]
ENGINES: tuple[Engine, ...] = get_args(Engine)


class Tokenizer(Protocol):
    """Cuts texts into words, and can be told of more."""

    def add(self, word: str, frequency: int) -> None:
        """Add a word, or give a known one another frequency; 0 removes it."""

    def cut(self, text: str) -> list[str]:
        """Return the words of a text; together they are the text."""


class RustTokenizer:
    """rjieba: jieba's dictionary and model in Rust, about twenty times as fast."""

    def __init__(self) -> None:
        try:
            import rjieba  # noqa: PLC0415 an extra
        except ImportError:
            raise UsageError("the engine rjieba needs rjieba: pip install 'govtext[fast]'") from None
        self._jieba: Any = rjieba.Jieba()

    def add(self, word: str, frequency: int) -> None:
        """Add a word, or give a known one another frequency; 0 removes it."""
        self._jieba.add_word(word, frequency, "n")

    def cut(self, text: str) -> list[str]:
        """Return the words of a text; together they are the text."""
        words: list[str] = self._jieba.cut(text)
        return words


def tokenizer(engine: Engine, data: JiebaData) -> Tokenizer:
    """Make a tokenizer of its own. Raises UsageError where the engine is unknown or not installed."""
    if engine == "jieba":
        return JiebaTokenizer(data)
    if engine == "rjieba":
        return RustTokenizer()
    raise UsageError(f"no engine {engine!r}; the engines are {', '.join(ENGINES)}")
