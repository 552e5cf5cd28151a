"""A folder of Parquet parts: each batch of reports gives one part of every table. Needs pyarrow."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from govtext.corpus.conditions import Conditions, digest
from govtext.corpus.outcome import Settings, Stamp
from govtext.corpus.tables import as_rows, extract_reports
from govtext.errors import OutputError, UsageError
from govtext.read.source import printable
from govtext.render.arrow import schema
from govtext.render.write import replaced
from govtext.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from govtext.corpus.batches import Batch
    from govtext.corpus.tables import Named
    from govtext.lexicon import Lexicon
    from govtext.pipeline import Extractor

Part = dict[str, bytes]
"""Parquet by table. `documents` comes last: a part that has it is whole."""


class Run(msgspec.Struct, frozen=True):
    """What is the same for all parts of a run; `key` tells it from every other run."""

    settings: Settings
    key: str
    version: str = __version__

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables of a part, in the order in which they are written."""
        return (*self.settings.tables, "documents")


class Told(msgspec.Struct, frozen=True):
    """What a person should hear of a part: a line for each report that failed, and for each warning."""

    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def plan(batches: Sequence[Batch], settings: Settings, lexicon: Lexicon) -> Run:
    """Return the run that these reports, settings, dictionaries, rules and this version make."""
    conditions = Conditions(lexicon=digest(lexicon), settings=settings)
    key = sha256(msgspec.json.encode(conditions))
    for batch in batches:
        key.update(msgspec.json.encode(batch, enc_hook=lambda path: (printable(path), Stamp.of(path))))
    return Run(settings, key.hexdigest())


def make_part(extractor: Extractor, batch: Batch, run: Run) -> Part:
    """Extract from the reports of a batch."""
    return as_part(extract_reports(batch.reports(), extractor, run.settings), run)


def as_part(named: Sequence[Named], run: Run) -> Part:
    """Return what became of reports as a part."""
    return {table: _parquet([as_rows(table, named)], table, run) for table in run.tables}


def join(parts: Sequence[Part], run: Run) -> Part:
    """Return several parts as one."""
    import pyarrow.parquet  # noqa: PLC0415 an extra

    def batches(table: str) -> Iterator[Any]:
        for part in parts:
            yield from pyarrow.parquet.read_table(pyarrow.BufferReader(part[table])).to_batches()

    return {table: _parquet(batches(table), table, run) for table in run.tables}


def _parquet(batches: Iterable[Any], table: str, run: Run) -> bytes:
    import pyarrow.parquet  # noqa: PLC0415

    plain = schema(table)
    marked = plain.with_metadata({**plain.metadata, "run": run.key})
    rows = pyarrow.Table.from_batches((batch.replace_schema_metadata(marked.metadata) for batch in batches), marked)
    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(rows.combine_chunks(), sink, compression="zstd")
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


class Folder:
    """Where the parts of a run go: `facts/part-00000.parquet` …, `documents/part-00000.parquet`.

    Raises UsageError where a part of another run is there, OutputError where the folder cannot be written.
    """

    def __init__(self, path: Path, run: Run) -> None:
        self.path = path
        self.tables = run.tables
        for table in self.tables:
            try:
                (path / table).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError(path / table, f"cannot be made: {error.strerror}") from None
        for found in sorted(path.glob("*/part-*.parquet")):
            if _key(found) != run.key:
                raise UsageError(
                    f"{found} is of another run (other reports, dictionaries, options or version): "
                    "name another folder, or remove it"
                )

    def holds(self, number: int) -> bool:
        """Tell whether a part is there as a whole."""
        return all(self._file(table, number).is_file() for table in self.tables)

    def write(self, number: int, part: Part) -> None:
        """Write a part, each file in one step. Raises OutputError."""
        for table in self.tables:
            with replaced(self._file(table, number)) as temporary:
                temporary.write_bytes(part[table])

    def told(self, number: int) -> Told:
        """Return what a person should hear of a part that is there."""
        import pyarrow.parquet  # noqa: PLC0415

        columns = ["path", "warnings", "error"]
        rows = pyarrow.parquet.read_table(self._file("documents", number), columns=columns).to_pylist()
        return Told(
            tuple(f"{row['path']}: {row['error']}" for row in rows if row["error"] is not None),
            tuple(f"{row['path']}: {warning}" for row in rows for warning in row["warnings"]),
        )

    def _file(self, table: str, number: int) -> Path:
        return self.path / table / f"part-{number:05}.parquet"


def _key(path: Path) -> str:
    import pyarrow.parquet  # noqa: PLC0415

    try:
        metadata = pyarrow.parquet.read_schema(path).metadata or {}
    except (OSError, pyarrow.ArrowException):
        return ""
    return str(metadata.get(b"run", b"").decode("utf-8", "replace"))
