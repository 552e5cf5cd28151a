"""How many reports are cut into batches."""

from pathlib import Path

import pyarrow.parquet
import pytest

from govtext import Extractor, UsageError
from govtext.corpus import Input
from govtext.corpus.batches import Listed, RowGroup, batches
from govtext.corpus.outcome import Settings
from govtext.corpus.parts import Folder, make_part, plan
from tests.corpus.conftest import small_batches

SETTINGS = Settings()


def test_order_is_that_of_the_inputs(tmp_path: Path) -> None:
    names = ["a.txt", "b.txt", "c.txt", "d.parquet", "e.txt"]
    for name in names:
        (tmp_path / name).write_text("新增就业4万人。", encoding="utf-8")
    table = pyarrow.table({"path": ["x", "y", "z"], "text": ["新增就业4万人。"] * 3})
    pyarrow.parquet.write_table(table, tmp_path / "d.parquet", row_group_size=2)
    found = small_batches(*(tmp_path / name for name in names), size=2)
    assert [type(batch) for batch in found] == [Listed, Listed, RowGroup, RowGroup, Listed]
    called = [report.name.removeprefix(f"{tmp_path}/") for batch in found for report in batch.reports()]
    assert called == ["a.txt", "b.txt", "c.txt", "x", "y", "z", "e.txt"]


def test_a_file_is_called_what_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("新增就业4万人。", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    wanted = list(batches([Input(path=Path("a.txt")), Input(path=Path("none.txt"))]))
    monkeypatch.chdir(tmp_path.parent)  # where a worker stands
    (there, missing) = wanted[0].reports()
    assert there.read().path == "a.txt"
    with pytest.raises(Exception, match=r"^none\.txt: no such file$"):
        missing.read()


def test_standard_input() -> None:
    with pytest.raises(UsageError, match="a cluster cannot read standard input"):
        list(batches([Input()]))


def test_a_row_group_that_cannot_be_read(tmp_path: Path) -> None:
    (report,) = RowGroup("a.parquet", tmp_path / "a.parquet", 7).reports()
    with pytest.raises(Exception, match=r"^a\.parquet: row group 7 cannot be read: "):
        report.read()


@pytest.mark.parametrize(
    ("columns", "trouble"),
    [
        ({"text": ["x"]}, "needs the columns text and path (or id); it has text"),
        ({"path": ["x"], "text": [b"x"]}, "the column text holds binary, not string"),
        (None, "Parquet magic bytes not found"),
    ],
)
def test_wrong_tables(
    columns: dict[str, list[object]] | None, trouble: str, tmp_path: Path, extractor: Extractor
) -> None:
    path = tmp_path / "a.parquet"
    if columns is None:
        path.write_bytes(b"no table at all")
    else:
        pyarrow.parquet.write_table(pyarrow.table(columns), path)
    wanted = small_batches(path)
    run = plan(wanted, SETTINGS, extractor.lexicon)
    folder = Folder(tmp_path / "out", run)
    folder.write(0, make_part(extractor, wanted[0], run))
    (error,) = folder.told(0).errors
    assert error.startswith(f"{path}: cannot be read as Parquet: ")
    assert trouble in error
