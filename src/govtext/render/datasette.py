"""Describe a database to Datasette: what the tables are, which index searches them, what to count by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from govtext.render.columns import columns
from govtext.render.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = {
    "documents": "报告 · the reports with their source text",
    "facts": "数据 · numbers with what they measure; offsets are characters into documents.source_text",
    "slogans": "提法 · fixed formulations of political language",
    "policies": "政策 · named laws, plans, strategies, campaigns, programmes",
}

FACETS = {
    "documents": ("region", "date"),
    "facts": ("status", "kind", "unit"),
    "slogans": ("kind",),
    "policies": ("kind", "action"),
}

LABELS = {"documents": "path", "facts": "text", "slogans": "canonical", "policies": "name"}

TARGETS = """
select d.path, t.indicator, t.unit, a.text as achieved, t.text as target, t.time, t.sentence
from facts t
join facts a on a.document_id = t.document_id and a.unit is t.unit and a.change is t.change
  and coalesce(a.indicator_id, a.indicator) = coalesce(t.indicator_id, t.indicator)
join documents d on d.id = t.document_id
where t.status = 'target' and a.status <> 'target'
order by d.path, t.start
""".strip()


def datasette_metadata(database: str, tables: Sequence[str]) -> str:
    """Return the metadata of a database with this name (that of its file): `datasette x.db -m x.metadata.json`."""
    described: dict[str, Any] = {table: _table(table) for table in ("documents", *tables)}
    queries = {"targets-and-achievements": {"title": "目标与完成 · targets and achievements", "sql": TARGETS}}
    content = {"title": "govtext", "source": "govtext", "source_url": "https://pypi.org/project/govtext/"}
    held = {"tables": described, "queries": queries if "facts" in tables else {}}
    return json.dumps({**content, "databases": {database: held}}, ensure_ascii=False, indent=2) + "\n"


def _table(table: str) -> dict[str, Any]:
    return {
        "description": ABOUT[table],
        "label_column": LABELS[table],
        "facets": FACETS[table],
        "fts_table": f"{table}_search",
        "fts_pk": "id",
        "columns": {column.name: say(column.name, "zh") for column in columns(table)},
    }
