"""Many reports over a Dask cluster: workers extract, this process writes the parts. Needs distributed and pyarrow."""

from __future__ import annotations

from collections import deque
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any

from govtext.corpus.batches import Batch, Listed
from govtext.corpus.outcome import Failure, Outcome
from govtext.corpus.packing import pack, unpack
from govtext.corpus.parts import Part, Run, as_part, join, make_part
from govtext.errors import ClusterError, ReadError, UsageError
from govtext.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from govtext.corpus.parts import Folder, Told
    from govtext.lexicon import Lexicon

PAUSE = 0.05
"""Seconds between two looks at whether a part is there."""

AHEAD = 3
"""Batches for each thread of the cluster that are under way at a time: enough that none waits, and little is held."""


def connect(scheduler: str, *, seconds: float = 30) -> Any:
    """Return a client (`distributed.Client`) of a cluster that has a worker, and govtext as it is here.

    Waits at most so many seconds, twice. Raises UsageError without distributed, ClusterError.
    """
    try:
        import distributed.comm  # noqa: PLC0415 an extra
        import pyarrow.parquet  # noqa: F401, PLC0415
    except ImportError:
        raise UsageError("a Dask cluster needs distributed and pyarrow: pip install 'govtext[dask]'") from None
    try:
        distributed.comm.resolve_address(scheduler)  # a client that is given no address hangs when it ends
        client = distributed.Client(scheduler, timeout=seconds, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(scheduler, f"no scheduler can be reached there (tcp://HOST:PORT): {error}") from None
    try:
        client.wait_for_workers(1, timeout=seconds)
        _check_versions(client, scheduler)
    except TimeoutError:
        client.close()
        raise ClusterError(scheduler, f"has no worker; start some: dask worker {scheduler}") from None
    except BaseException:
        client.close()
        raise
    return client


def _check_versions(client: Any, scheduler: str) -> None:
    found = client.get_versions(packages=["govtext"])
    for place, versions in {"the scheduler": found["scheduler"], **found["workers"]}.items():
        version = versions["packages"]["govtext"]
        if version != found["client"]["packages"]["govtext"]:
            there = f"has govtext {version}" if version else "has no govtext"
            raise ClusterError(scheduler, f"{place} {there}, here it is {__version__}; install the same everywhere")


def run_on(
    client: Any,
    batches: Sequence[Batch],
    run: Run,
    folder: Folder,
    lexicon: Lexicon,
    *,
    meanwhile: Callable[[], None] = lambda: None,
) -> Generator[Told]:
    """Extract on a cluster, and yield what is to be told of each part once it is written, in order.

    While it waits it calls `meanwhile` some times a second.

    The parts that the folder holds are kept. Whatever ends the run, no half part is left and the cluster is free.
    Raises ClusterError where the scheduler is lost, OutputError.
    """
    import distributed  # noqa: PLC0415 an extra

    order = iter(enumerate(batches))
    pending: deque[tuple[int, Any]] = deque()
    try:
        # A task, not scattered data: where all who hold it die, it is run again.
        packed = client.submit(bytes, pack(lexicon), pure=False)
        while True:
            room = AHEAD * max(1, sum(client.nthreads().values())) - len(pending)
            for number, batch in islice(order, max(0, room)):
                pending.append((number, None if folder.holds(number) else _submit(client, packed, batch, run)))
            if not pending:
                return
            number, future = pending[0]
            if future:
                while not future.done():
                    meanwhile()
                    sleep(PAUSE)
                folder.write(number, _part(client, packed, batches[number], run, future))
            pending.popleft()
            yield folder.told(number)
    except (distributed.client.CancelledError, distributed.comm.CommClosedError, TimeoutError):
        remedy = "the parts that are written are kept; the same command again goes on"
        raise ClusterError(client.scheduler.address, f"the scheduler was lost: {remedy}") from None
    finally:
        client.cancel([future for _, future in pending if future])


def _submit(client: Any, packed: Any, batch: Batch, run: Run) -> Any:
    return client.submit(_work, packed, batch, run, pure=False)


def _work(packed: bytes, batch: Batch, run: Run) -> Part:
    """Do a batch, on a worker."""
    if run.version != __version__:  # a worker that came later
        raise RuntimeError(f"it has govtext {__version__}, the run began with {run.version}")
    return make_part(unpack(packed, run.settings.engine), batch, run)


def _part(client: Any, packed: Any, batch: Batch, run: Run, future: Any) -> Part:
    """Wait for a part. A batch that takes worker after worker down is done again report by report."""
    import distributed  # noqa: PLC0415

    try:
        return future.result()  # type: ignore[no-any-return]
    except distributed.KilledWorker:
        reports = batch.reports()
    except (MemoryError, RuntimeError) as error:  # of a worker, or of its environment
        raise ClusterError(client.scheduler.address, f"a worker failed: {error}") from error
    if len(reports) == 1:
        died = ReadError(reports[0].name, "the workers that read it died")
        return as_part([(reports[0].name, Outcome(failure=Failure.of(died)))], run)
    parts = []
    for report in reports:
        alone = Listed((report,))
        parts.append(_part(client, packed, alone, run, _submit(client, packed, alone, run)))
    return join(parts, run)
