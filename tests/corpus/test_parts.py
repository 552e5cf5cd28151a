"""A folder of parts, made in this process."""

from pathlib import Path

import pyarrow.parquet
import pytest

from govtext import Extractor, Lexicon, OutputError
from govtext.corpus.batches import Listed
from govtext.corpus.outcome import Settings
from govtext.corpus.parts import Folder, Run, join, make_part, plan
from govtext.corpus.rows import Row
from govtext.errors import UsageError
from tests.corpus.conftest import files, small_batches

SETTINGS = Settings()


def test_parts_of_another_run_are_not_touched(reports: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    wanted = small_batches(reports)
    run = plan(wanted, SETTINGS, lexicon)
    Folder(tmp_path, run).write(0, make_part(Extractor(lexicon), wanted[0], run))
    before = files(tmp_path)
    mine = tmp_path / "mine.txt"
    mine.write_text("云湖片区\n", encoding="utf-8")
    others = [
        plan(wanted[:3], SETTINGS, lexicon),
        plan(wanted, Settings(tables=("facts",)), lexicon),
        plan(wanted, SETTINGS, Lexicon.load([mine])),
    ]
    (reports / "00.txt").write_text("另一份报告。", encoding="utf-8")
    for other in (*others, plan(wanted, SETTINGS, lexicon)):
        with pytest.raises(UsageError, match=r"part-00000\.parquet is of another run"):
            Folder(tmp_path, other)
    mine.unlink()
    (reports / "00.txt").unlink()
    assert before.items() >= files(tmp_path).items()


def test_parts_join(extractor: Extractor) -> None:
    rows = [Row(str(number), f"今年新增就业{number + 1}万人。") for number in range(3)]
    run = Run(Settings(tables=("facts",)), "a run")
    whole = make_part(extractor, Listed(tuple(rows)), run)
    assert join([make_part(extractor, Listed((row,)), run) for row in rows], run) == whole
    schema = pyarrow.parquet.read_schema(pyarrow.BufferReader(whole["facts"]))
    assert schema.metadata == {b"schema": b"govtext/1", b"table": b"facts", b"run": b"a run"}


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be made"):
        Folder(tmp_path / "out", Run(SETTINGS, "a run"))
