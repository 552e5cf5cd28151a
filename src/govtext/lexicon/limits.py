"""A user's pattern that runs away: how much time it may take for one document, over all its searches."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

_SPENT: ContextVar[dict[int, float] | None] = ContextVar("spent", default=None)


@contextmanager
def one_document() -> Iterator[None]:
    """Count the time of each watched pattern anew for what is read in this block."""
    token = _SPENT.set({})
    try:
        yield
    finally:
        _SPENT.reset(token)


class Watched:
    """A compiled pattern that is stopped when its searches in one document have taken too long together.

    It is used as the pattern itself. A shipped pattern is tested for speed and needs no watch.
    """

    def __init__(self, pattern: regex.Pattern[str], limit: Callable[[], float], slow: Callable[[], Exception]) -> None:
        self._pattern = pattern
        self._limit = limit
        self._slow = slow

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, *arguments: Any, **_: Any) -> Any:
        """Search as the pattern does."""
        return self._timed(self._pattern.search, *arguments)

    def match(self, *arguments: Any, **_: Any) -> Any:
        """Match as the pattern does."""
        return self._timed(self._pattern.match, *arguments)

    def fullmatch(self, *arguments: Any, **_: Any) -> Any:
        """Match as the pattern does."""
        return self._timed(self._pattern.fullmatch, *arguments)

    def finditer(self, *arguments: Any, **_: Any) -> Iterator[Any]:
        """Yield the matches as the pattern does; the time between them is not its own."""
        search: Callable[..., Iterator[Any]] = self._pattern.finditer
        matches = search(*arguments, timeout=max(self._left(), 0.001))
        while True:
            match = self._timed(next, matches, None, timeout=False)
            if match is None:
                return
            yield match

    def _timed(self, call: Callable[..., Any], *arguments: Any, timeout: bool = True) -> Any:
        left = self._left()
        if left <= 0:
            raise self._slow()
        begun = perf_counter()
        try:
            return call(*arguments, timeout=left) if timeout else call(*arguments)
        except TimeoutError:
            raise self._slow() from None
        finally:
            spent = _SPENT.get()
            if spent is not None:
                spent[id(self)] = spent.get(id(self), 0.0) + perf_counter() - begun

    def _left(self) -> float:
        return self._limit() - (_SPENT.get() or {}).get(id(self), 0.0)
