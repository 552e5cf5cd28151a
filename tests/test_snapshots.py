"""Everything found in the samples, as tables; `pytest --update-snapshots` writes them anew."""

import csv
import difflib
import io
from pathlib import Path

import msgspec
import pytest

from govtext import Extractor
from govtext.model import Record
from govtext.read import read_file
from tests.conftest import SAMPLES

SNAPSHOTS = Path(__file__).parent / "snapshots"
LEFT_OUT = {"sentence", "page", "start", "end"}
"""Long, or said by line and column."""


def table(records: tuple[Record, ...]) -> str:
    """Write records as CSV, a line each."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    columns = [name for name in type(records[0]).__struct_fields__ if name not in LEFT_OUT] if records else []
    writer.writerow(columns)
    for record in records:
        fields = msgspec.structs.asdict(record)
        writer.writerow(
            ["|".join(value) if isinstance(value, tuple) else value for value in (fields[c] for c in columns)]
        )
    return out.getvalue()


@pytest.mark.parametrize("name", ["facts", "slogans", "policies"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_snapshot(extractor: Extractor, path: Path, name: str, request: pytest.FixtureRequest) -> None:
    found = table(getattr(extractor.extract(read_file(path)), name))
    snapshot = SNAPSHOTS / f"{path.stem}.{name}.csv"
    if request.config.getoption("--update-snapshots"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(found, encoding="utf-8", newline="\n")
    kept = snapshot.read_text(encoding="utf-8") if snapshot.exists() else ""
    if found != kept:
        lines = difflib.unified_diff(kept.splitlines(), found.splitlines(), "kept", "found", n=0, lineterm="")
        pytest.fail(
            "\n".join([f"{snapshot.name} differs; if it should: pytest --update-snapshots", *lines]), pytrace=False
        )


def test_no_stray_snapshots() -> None:
    wanted = {f"{path.stem}.{name}.csv" for path in SAMPLES for name in ("facts", "slogans", "policies")}
    assert {path.name for path in SNAPSHOTS.iterdir()} == wanted
