"""Spans for annotation tools point at their words, as the tool counts."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.render.annotation import DoccanoWriter, LabelStudioWriter, utf16_offsets
from tests.render.documents import document, report

TABLES = ("facts", "slogans", "policies")


def test_doccano() -> None:
    found, text = report()
    stream = io.StringIO()
    writer = DoccanoWriter(stream, TABLES)
    writer.add(found, text)
    writer.add(document(), "无")
    writer.finish()
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["text"] == text
    assert [(text[start:end], label) for start, end, label in first["label"]][:3] == [
        ("“十四五”规划", "policy"),
        ("十四五", "slogan"),
        ("规划，产值", "policy"),
    ]
    assert (first["path"], first["date"], second["label"]) == ("a.txt", "2023-01-10", [])


@pytest.mark.parametrize("count", [0, 1, 2])
def test_label_studio(count: int) -> None:
    found, text = report()
    stream = io.StringIO()
    writer = LabelStudioWriter(stream, TABLES)
    for _ in range(count):
        writer.add(found, text)
    writer.finish()
    tasks: list[Any] = json.loads(stream.getvalue())
    assert len(tasks) == count
    for task in tasks:
        units = task["data"]["text"].encode("utf-16-le")
        (prediction,) = task["predictions"]
        results = prediction["result"]
        assert len({result["id"] for result in results}) == len(results) == 7
        for result in results:
            value = result["value"]
            assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
            assert (result["from_name"], result["to_name"], result["type"]) == ("label", "text", "labels")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf16_offsets(text: str) -> None:
    offsets = utf16_offsets(text)
    assert [offsets[end] for end in range(len(text) + 1)] == [
        len(text[:end].encode("utf-16-le")) // 2 for end in range(len(text) + 1)
    ]
