"""A database that finds Chinese words of two characters, and that Datasette opens."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from govtext.render.database import DatabaseWriter
from govtext.render.datasette import TARGETS, datasette_metadata
from tests.render.documents import document, fact, policy, report, slogan

TABLES = ("facts", "slogans", "policies")

SENTENCE = "全年 地区生产总值 增长 百分之 五"


def write(path: Path, *documents: tuple[object, str]) -> sqlite3.Connection:
    writer = DatabaseWriter(path, TABLES, words=str.split)
    for found, text in documents:
        writer.add(found, text)  # type: ignore[arg-type]
    writer.finish()
    return sqlite3.connect(path)


@pytest.fixture
def searched(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    found = document(
        "b.txt",
        facts=(fact(indicator="农村 居民人均可支配收入", sentence=SENTENCE), fact(sentence="别的 句子")),
        slogans=(slogan(1, "两个 确立"),),
        policies=(policy(1, "监督法", canonical="常务委员会 监督法"),),
    )
    database = write(tmp_path / "a.db", (report()[0], "前 一份 报告"), (found, "全文 谈到 海绵城市"))
    yield database
    database.close()


@pytest.mark.parametrize(
    ("table", "words", "ids"),
    [
        ("facts", "增长", [4]),
        ("facts", "总值", [4]),  # part of a word
        ("facts", "地区生产总值", [4]),
        ("facts", "句子", [5]),
        ("facts", '"地区生产总值 增长"', [4]),  # words that follow each other
        ("facts", '"增长 地区生产总值"', []),
        ("facts", "收入", [4]),
        ("slogans", "确立", [2, 3]),
        ("policies", "监督", [3]),
        ("documents", "海绵", [2]),
        ("documents", "报告", [1]),
    ],
)
def test_words_are_found(searched: sqlite3.Connection, table: str, words: str, ids: list[int]) -> None:
    query = f"select id from {table} where id in (select rowid from {table}_search where {table}_search match ?)"
    assert [row[0] for row in searched.execute(query, (words,))] == ids


def test_keys_and_offsets(tmp_path: Path) -> None:
    found, text = report()
    database = write(tmp_path / "a.db", (document(), ""), (found, text))
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    for table in TABLES:
        spans = database.execute(
            f"select substr(source_text, start + 1, end - start), {table}.text from {table} "
            "join documents on documents.id = document_id"
        ).fetchall()
        assert spans
        assert all("".join(span.split()) == text for span, text in spans)
    types = database.execute("select typeof(value), typeof(low) from facts order by facts.id").fetchall()
    assert types == [("null", "integer"), ("real", "null"), ("integer", "null")]
    assert database.execute("select value from slogans, json_each(members)").fetchall() == [("甲",), ("乙",)]
    database.close()


def test_without_words(tmp_path: Path) -> None:
    writer = DatabaseWriter(tmp_path / "a.db", ("facts",))
    writer.add(*report())
    writer.finish()
    with sqlite3.connect(tmp_path / "a.db") as database:
        names = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
    database.close()
    assert sorted(name for name in names if not name.startswith("sqlite_")) == ["documents", "facts"]


def test_metadata_fits_the_database(tmp_path: Path) -> None:
    database = write(tmp_path / "a.db", report())
    metadata = json.loads(datasette_metadata("a", TABLES))["databases"]["a"]
    for table, about in metadata["tables"].items():
        names = {row[1] for row in database.execute(f"pragma table_info({table})")}
        assert {*about["columns"], *about["facets"], about["label_column"], about["fts_pk"]} <= names
        assert database.execute(f"select count(*) from {about['fts_table']}").fetchone()[0]
    (row,) = database.execute(TARGETS).fetchall()
    assert row[1:6] == ("=产值", "%", "6.5%", "7%", "2023年")
    database.close()
