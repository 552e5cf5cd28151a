"""The functions for Spark, in a Spark of this machine."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from govtext import Extractor, Lexicon, UsageError
from govtext.render import arrow
from govtext.segment import Engine
from govtext.spark import extract_arrow, extractor_for, schema
from tests.conftest import Places
from tests.texts import PARAGRAPHS

TABLES = ("facts", "slogans", "policies")


@pytest.fixture(scope="module")
def spark(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two threads of Spark, each with Python processes of its own; nothing listens but on the loopback address."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("no Java")
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    assert places.cache.is_dir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("SPARK_LOCAL_DIRS", str(folder / "local"))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.chdir(folder)
        settings = {
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.extraJavaOptions": f"-XX:-UsePerfData -Djava.io.tmpdir={folder}",
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
        }
        session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        gateway = session.sparkContext._gateway
        session.stop()
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait(60)


@pytest.fixture
def reports(spark: Any) -> Any:
    """Nine reports and one without a text, in four partitions."""
    rows = [(f"{number}.txt", PARAGRAPHS[number % 3], "2023-02" if number < 5 else None) for number in range(9)]
    return spark.createDataFrame(
        [*rows, ("none.txt", None, None)], "path string, text string, date string"
    ).repartition(4)


def rows(frame: Any) -> list[dict[str, Any]]:
    """Return the rows, those of a report together and in order."""
    found = [row.asDict() for row in frame.collect()]
    return sorted(found, key=lambda row: (row["path"], row.get("start"), row.get("end")))


def expected(table: str, extractor: Extractor) -> list[dict[str, Any]]:
    found = []
    for number in range(9):
        document = extractor.extract_text(PARAGRAPHS[number % 3], date="2023-02" if number < 5 else None)
        records = [(document.source, record) for record in getattr(document, table)]
        found += [{**row, "path": f"{number}.txt"} for row in arrow.record_batch(table, records).to_pylist()]
    return found


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
class TestInSpark:
    @pytest.mark.parametrize("table", TABLES)
    def test_records_are_those_of_one_process(self, table: str, reports: Any, extractor: Extractor) -> None:
        function = extract_arrow if table == "facts" else extractor_for(table)
        found = rows(reports.mapInArrow(function, schema=schema(table)))
        assert found == expected(table, extractor)
        assert found

    def test_a_report_that_fails_is_told(self, reports: Any) -> None:
        found = rows(reports.mapInArrow(extractor_for("documents", date="2020"), schema=schema("documents")))
        assert [row["error"] for row in found] == [None] * 9 + ["is empty: there is no text in it"]
        assert [row["date"] for row in found] == ["2023-02"] * 5 + ["2020"] * 4 + [None]

    def test_own_dictionaries(self, reports: Any, tmp_path: Path) -> None:
        mine = tmp_path / "mine.csv"
        mine.write_text("canonical,kind\n城镇新增就业,spirit\n", encoding="utf-8")
        function = extractor_for("slogans", lexicon=Lexicon.load([mine]))
        mine.unlink()  # what was read is sent
        found = rows(reports.mapInArrow(function, schema=schema("slogans")))
        assert {row["path"] for row in found if row["canonical"] == "城镇新增就业"} == {"2.txt", "5.txt", "8.txt"}


def test_the_extractor_is_made_once(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon) -> None:
    from govtext.corpus import packing

    made: list[Extractor] = []

    def make(lexicon: Lexicon, *, engine: Engine) -> Extractor:
        made.append(Extractor(lexicon, engine=engine))
        return made[-1]

    monkeypatch.setattr(packing, "Extractor", make)
    packing._ready.cache_clear()
    batch = pyarrow.RecordBatch.from_pydict({"id": [1, 2], "text": ["新增就业4万人。", "新增就业5万人。"]})
    for _task in range(3):
        (found,) = extractor_for("facts", lexicon=lexicon)([batch])
        assert found["value"].to_pylist() == [40_000, 50_000]
        assert found["path"].to_pylist() == ["1", "2"]
    assert len(made) == 1


def test_large_batches_are_cut(extractor: Extractor) -> None:
    batch = pyarrow.RecordBatch.from_pydict({"id": range(250), "text": ["新增就业4万人。"] * 250})
    assert [part.num_rows for part in extractor_for("facts", lexicon=extractor.lexicon)([batch])] == [100, 100, 50]


def test_schema() -> None:
    assert schema("documents") == (
        "`path` string, `encoding` string, `characters` bigint, `sha256` string, `title` string, `date` string, "
        "`region` string, `warnings` array<string>, `error` string"
    )
    assert "`value` double, `low` double, `high` double, `unit` string" in schema("facts")


def test_wrong_use() -> None:
    with pytest.raises(UsageError, match="no table 'numbers'; there are facts, slogans, policies and documents"):
        schema("numbers")
    with pytest.raises(UsageError, match="no table 'numbers'"):
        extractor_for("numbers")
    with pytest.raises(UsageError, match=r"needs the columns text and path \(or id\); it has body"):
        list(extract_arrow([pyarrow.RecordBatch.from_pydict({"body": ["x"]})]))
