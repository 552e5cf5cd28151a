"""Say in a line or two what was found where: 政府工作报告 · 望澜市 · 2023-01-10 · 3,478 字 · 数据 140 · 提法 23."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.render.language import Language, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.model import Document


def summary(document: Document, tables: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the path of a report, then a line with title, region, date, characters and the number of records."""
    source = document.source
    yield source.path
    found = (f"{say(table, language)} {len(getattr(document, table)):,}" for table in tables)
    known = filter(None, (source.title, source.region, source.date))
    yield " · ".join((*known, f"{source.characters:,} {say('characters', language)}", *found))
