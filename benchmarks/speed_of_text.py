"""From text to records in one warm process, beside what jieba alone takes to cut the same text; processor time."""

from __future__ import annotations

import tempfile
import warnings
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.others import ABSENT
from benchmarks.timing import in_turns, processor_seconds

from govtext import Extractor, Lexicon, UsageError
from govtext.segment.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TIMES = 5
LEAST = 200_000
"""Characters that make one measurement; a smaller corpus is repeated."""


def table(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the speed of jieba.lcut and of extract() with each engine."""
    chosen = list(texts) * max(1, round(LEAST / sum(map(len, texts))))
    megabytes = sum(len(text.encode()) for text in chosen) / 1e6
    lexicon = Lexicon.load()
    with tempfile.TemporaryDirectory() as folder:
        tools: dict[str, Callable[[str], object]] = {"`jieba.lcut`": _jieba(folder)}
    missing = []
    for engine in ENGINES:
        name = f"`extract`, engine {engine}"
        extractor = Extractor(lexicon, engine=engine)
        try:
            extractor.extract_text(texts[0])
        except UsageError:
            missing.append((name, ABSENT, ""))
            continue
        tools[name] = extractor.extract_text
    took = in_turns({name: partial(_seconds, tool, chosen) for name, tool in tools.items()}, TIMES)
    rows: list[tuple[str, ...]] = [("", "MB/s", "× `jieba.lcut`")]
    for name, seconds in took.items():
        rows.append((name, f"{megabytes / seconds:.2f}", f"{took['`jieba.lcut`'] / seconds:.2f}"))
    return rows + missing


def _jieba(folder: str) -> Callable[[str], object]:
    """Return jieba.lcut, made ready; its cache goes to a folder of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415
    jieba.dt.tmp_dir = folder
    jieba.setLogLevel("WARNING")
    jieba.initialize()
    found: Callable[[str], object] = jieba.lcut
    return found


def _seconds(tool: Callable[[str], object], texts: Sequence[str]) -> float:
    begun = processor_seconds()
    for text in texts:
        tool(text)
    return processor_seconds() - begun
