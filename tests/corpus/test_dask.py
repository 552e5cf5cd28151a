"""A run over a Dask cluster gives what one process gives, whatever happens to the workers."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pyarrow
import pyarrow.parquet
import pytest

from govtext import Extractor, Lexicon
from govtext.corpus.batches import Batch, Listed
from govtext.corpus.dask import connect, run_on
from govtext.corpus.outcome import Settings
from govtext.corpus.parts import Folder, Run, Told, make_part, plan
from govtext.corpus.rows import Row
from govtext.errors import ClusterError, UsageError
from govtext.read import SourceText
from tests.cli.conftest import command, environment
from tests.corpus.conftest import PATIENCE, Cluster, files, small_batches
from tests.texts import PARAGRAPHS

SETTINGS = Settings()


def alone(wanted: Sequence[Batch], run: Run, extractor: Extractor) -> dict[str, bytes]:
    """Return the files that this process makes by itself."""
    parts = enumerate(make_part(extractor, batch, run) for batch in wanted)
    return {f"{table}/part-{number:05}.parquet": data for number, part in parts for table, data in part.items()}


def spread(client: Any, wanted: Sequence[Batch], run: Run, out: Path, lexicon: Lexicon) -> list[Told]:
    return list(run_on(client, wanted, run, Folder(out, run), lexicon))


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_parts_are_those_of_one_process(
    cluster: Cluster, reports: Path, tmp_path: Path, lexicon: Lexicon, extractor: Extractor
) -> None:
    wanted = small_batches(reports, size=5)
    run = plan(wanted, SETTINGS, lexicon)
    with cluster.client(2) as client:
        told = spread(client, wanted, run, tmp_path / "out", lexicon)
    assert files(tmp_path / "out") == alone(wanted, run, extractor)
    trouble = f"{reports}/05.txt: is empty: there is no text in it"
    assert told == [Told((), ()), Told((trouble,), ()), Told((), ())]


def test_a_worker_that_is_killed_changes_nothing(
    cluster: Cluster, reports: Path, tmp_path: Path, lexicon: Lexicon, extractor: Extractor
) -> None:
    wanted = small_batches(reports)
    run = plan(wanted, SETTINGS, lexicon)
    with cluster.client(2) as client:
        victim = cluster.start_worker()
        client.wait_for_workers(3, timeout=PATIENCE)
        (address,) = (address for address, pid in client.run(os.getpid).items() if pid == victim.pid)
        victim.send_signal(signal.SIGSTOP)  # it takes work and does none
        told: list[Told] = []
        thread = threading.Thread(target=lambda: told.extend(spread(client, wanted, run, tmp_path / "out", lexicon)))
        thread.start()
        wait_for(lambda: client.processing()[address])
        victim.kill()
        thread.join(PATIENCE)
        assert address not in client.nthreads()
    assert len(told) == len(wanted)
    assert files(tmp_path / "out") == alone(wanted, run, extractor)


class Deadly(msgspec.Struct, frozen=True):
    """A report that takes its reader down, as a file does that crashes a library."""

    name: str
    date: None = None
    path: None = None

    def read(self, *, encoding: str | None = None) -> SourceText:  # noqa: ARG002
        os._exit(1)


def test_a_report_that_kills_its_workers_fails_alone(other_cluster: Cluster, tmp_path: Path, lexicon: Lexicon) -> None:
    good = Row("good", "今年新增就业4万人。"), Row("well", "今年新增就业5万人。")
    deadly: Any = Deadly("deadly")
    wanted = [Listed((good[0], deadly, good[1]))]
    run = Run(SETTINGS, "a run")
    other_cluster.start_worker("--nanny")
    with other_cluster.client() as client:
        client.run_on_scheduler(_give_up_at_once)
        (told,) = spread(client, wanted, run, tmp_path / "out", lexicon)
    assert told.errors == ("deadly: the workers that read it died",)
    documents = pyarrow.parquet.read_table(tmp_path / "out" / "documents")
    facts = pyarrow.parquet.read_table(tmp_path / "out" / "facts")
    assert documents["path"].to_pylist() == ["good", "deadly", "well"]
    assert facts["value"].to_pylist() == [40_000, 50_000]


def _give_up_at_once(dask_scheduler: Any) -> None:
    dask_scheduler.allowed_failures = 0


def test_an_interrupted_run_goes_on(cluster: Cluster, reports: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    out = tmp_path / "out"
    wanted = small_batches(reports)
    run = plan(wanted, SETTINGS, lexicon)
    with cluster.client() as client:
        with closing(run_on(client, wanted, run, Folder(out, run), lexicon)) as parts:
            next(parts)
        wait_for(lambda: not any(client.processing().values()))
        first = files(out)
        assert sorted(first) == sorted(f"{table}/part-00000.parquet" for table in run.tables)
        kept = {path: path.stat().st_ino for path in out.rglob("*.parquet")}
        assert len(spread(client, wanted, run, out, lexicon)) == len(wanted)
        whole = files(out)
        (out / "facts" / "part-00003.parquet").unlink()
        told = spread(client, wanted, run, out, lexicon)
    assert {path: path.stat().st_ino for path in kept} == kept
    assert files(out) == whole
    assert [part.errors for part in told if part.errors] == [(f"{reports}/05.txt: is empty: there is no text in it",)]


def test_row_groups(cluster: Cluster, tmp_path: Path, lexicon: Lexicon) -> None:
    texts = [*PARAGRAPHS, None, "明年新增就业3万人。"]
    dates = ["2021", "2022-03", None, None, "the third of May"]
    table = pyarrow.table({"id": range(5), "text": texts, "date": dates, "more": ["…"] * 5})
    pyarrow.parquet.write_table(table, tmp_path / "reports.parquet", row_group_size=2)
    wanted = small_batches(tmp_path / "reports.parquet")
    run = plan(wanted, SETTINGS, lexicon)
    with cluster.client() as client:
        told = spread(client, wanted, run, tmp_path / "out", lexicon)
    documents = pyarrow.parquet.read_table(tmp_path / "out" / "documents").to_pylist()
    assert [(row["path"], row["date"]) for row in documents[:4]] == [
        ("0", "2021"),
        ("1", "2022-03"),
        ("2", None),
        ("3", None),
    ]
    assert [len(part.errors) for part in told] == [0, 1, 1]
    assert told[2].errors == ("4: no date 'the third of May'; write YYYY, YYYY-MM or YYYY-MM-DD",)
    found = pyarrow.parquet.read_table(tmp_path / "out" / "facts").to_pylist()
    expected = Extractor(lexicon).extract_text(PARAGRAPHS[0], date="2021").facts
    assert [row["sentence"] for row in found if row["path"] == "0"] == [fact.sentence for fact in expected]
    assert {row["period"] for row in found if row["path"] == "0"} == {fact.period for fact in expected}


@pytest.mark.usefixtures("reports")
def test_the_command(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("canonical,kind\n城镇新增就业,spirit\n", encoding="utf-8")

    def extract(*arguments: str) -> subprocess.CompletedProcess[str]:
        words = ["extract", "reports", "-d", "mine.csv", "--date", "2023", *arguments]
        return subprocess.run(
            command(*words),
            cwd=tmp_path,
            env=environment(),
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    with cluster.client(2):
        spread_ = extract("--scheduler", cluster.address, "-o", "out")
    single = extract("-f", "parquet", "-o", "single/")
    assert (spread_.returncode, spread_.stdout, spread_.stderr) == (1, "", single.stderr)
    assert spread_.stderr.count("\n") == 1
    for table in SETTINGS.tables:
        one = pyarrow.parquet.read_table(tmp_path / "single" / f"{table}.parquet")
        assert pyarrow.parquet.read_table(tmp_path / "out" / table).equals(one)
        assert one.num_rows
    slogans = pyarrow.parquet.read_table(tmp_path / "out" / "slogans")
    assert "城镇新增就业" in slogans["canonical"].to_pylist()


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted(sent: signal.Signals, status: int, cluster: Cluster, tmp_path: Path) -> None:
    number = 2_000
    table = pyarrow.table({"id": range(number), "text": [PARAGRAPHS[0]] * number})
    pyarrow.parquet.write_table(table, tmp_path / "reports.parquet", row_group_size=1)
    with cluster.client(2) as client:
        words = command("extract", "reports.parquet", "--scheduler", cluster.address, "-o", "out")
        process = subprocess.Popen(words, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE)
        wait_for((tmp_path / "out" / "documents" / "part-00001.parquet").exists)
        process.send_signal(sent)
        _, told = process.communicate(timeout=PATIENCE)
        wait_for(lambda: not any(client.processing().values()))
    assert (process.returncode, told) == (status, b"")
    left = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(left) < number
    for path in left:
        assert path.name.startswith("part-"), "no temporary file is left"
        pyarrow.parquet.read_table(path)  # and no half part


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere", "carrier-pigeon://127.0.0.1:1"])
def test_no_scheduler(address: str) -> None:
    with pytest.raises(ClusterError, match=f"{address}: no scheduler can be reached there"):
        connect(address, seconds=1)


def test_no_worker_and_another_version(other_cluster: Cluster, tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match=f"{other_cluster.address}: has no worker; start some: dask worker"):
        connect(other_cluster.address, seconds=1)
    older = tmp_path / "older" / "govtext-0.0.1.dist-info"
    older.mkdir(parents=True)
    (older / "METADATA").write_text("Metadata-Version: 2.1\nName: govtext\nVersion: 0.0.1\n", encoding="utf-8")
    other_cluster.start_worker(path=older.parent)
    with pytest.raises(ClusterError, match=r"tcp://.* has govtext 0\.0\.1, here it is "):
        connect(other_cluster.address, seconds=PATIENCE)


def test_a_late_worker_with_another_version(cluster: Cluster, reports: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    wanted = small_batches(reports)
    run = msgspec.structs.replace(plan(wanted, SETTINGS, lexicon), version="0.0.1")
    with cluster.client() as client, pytest.raises(ClusterError, match=r"a worker failed: it has govtext .* 0\.0\.1"):
        spread(client, wanted, run, tmp_path / "out", lexicon)
    assert files(tmp_path / "out") == {}


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setitem(sys.modules, "distributed.comm", None)
    with pytest.raises(UsageError, match=r"pip install 'govtext\[dask\]'"):
        connect("tcp://127.0.0.1:1")


@pytest.mark.parametrize("arguments", [(), ("-o", "a", "--json"), ("-o", "a", "-f", "csv"), ("-o", "a", "--explain")])
def test_forms_that_do_not_go_together(arguments: tuple[str, ...], tmp_path: Path) -> None:
    words = command("extract", "report.txt", "--scheduler", "tcp://127.0.0.1:1", *arguments)
    finished = subprocess.run(words, cwd=tmp_path, env=environment(), check=False, capture_output=True, timeout=60)
    assert finished.returncode == 2
    assert b"--scheduler writes Parquet" in finished.stderr
    assert list(tmp_path.iterdir()) == []
