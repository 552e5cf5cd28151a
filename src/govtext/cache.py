"""Compiled knowledge kept in the user's cache folder, so that a run need not make it again.

What is kept is data, never code or pickles: the caller decodes it with its types and makes it anew where it is missing.
A file is named by what it was made from (see `key`), so it is right or not there; there is nothing to invalidate.
It holds a digest of itself, so damage is noticed. A file or folder that is another user's, or that others may write to,
is not read: what it says would decide what a report is said to say. Nothing here is an error for the user.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from time import time

from govtext.version import __version__

KEPT = 4
"""How many files of one name stay: dictionaries of several projects, several versions side by side."""

_ABANDONED = 3600
"""Seconds after which a half-written file is that of a process that was killed."""

_DIGEST = 32
_SUFFIX, _HALF = ".cache", ".part"
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened: through no symbolic link, and without waiting for the writer of a pipe."""


def key(*made_from: str | bytes) -> str:
    """Return the key of what is made from these texts or bytes by this version of govtext."""
    digest = sha256(__version__.encode())
    for part in made_from:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()[:32]


def read(name: str, key: str) -> memoryview | None:
    """Return what was kept under a name and key; None where it is missing, damaged, foreign, or others may write it.

    The file is mapped, not copied: several processes share it.
    """
    folder = _folder()
    if folder is None:
        return None
    try:
        if not _is_ours(folder.stat()):
            return None
        with open(_path(folder, name, key), "rb", opener=_open) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or not _is_ours(status):
                return None
            kept = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    data = kept[_DIGEST:]
    return data if kept[:_DIGEST] == _digest(name, key, data) else None


def write(name: str, key: str, data: bytes) -> None:
    """Keep data under a name (a word, no hyphen) and key, in one step; what cannot be written is not kept."""
    from tempfile import mkstemp  # noqa: PLC0415 a run that finds its cache needs no tempfile

    folder = _folder()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder.stat()):
            return
        handle, half = mkstemp(dir=folder, prefix=f"{name}-", suffix=_HALF)
        try:
            with open(handle, "wb") as file:  # noqa: PTH123 a handle has no path
                file.write(_digest(name, key, data) + data)
            Path(half).replace(_path(folder, name, key))
        finally:
            Path(half).unlink(missing_ok=True)
        _clear(folder, name)


def _folder() -> Path | None:
    """Return the folder: GOVTEXT_CACHE, else in the platform's cache folder; None for a user without a home."""
    chosen = os.environ.get("GOVTEXT_CACHE")
    if chosen:
        return Path(chosen)
    try:
        if os.name == "nt":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "govtext" / "cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "govtext"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govtext"
    except RuntimeError:
        return None


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | _PLAIN)


def _path(folder: Path, name: str, key: str) -> Path:
    return folder / f"{name}-{key}{_SUFFIX}"


def _digest(name: str, key: str, data: bytes | memoryview) -> bytes:
    """Return the digest of data in its place, so that a renamed file is a damaged one."""
    digest = sha256(f"{name}-{key}\n".encode())
    digest.update(data)
    return digest.digest()


def _is_ours(status: os.stat_result) -> bool:
    """Tell whether a file or folder is the user's, and nobody else may write to it."""
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def _clear(folder: Path, name: str) -> None:
    """Delete all but the latest files of a name, and what killed processes left half-written."""
    changed = {}
    for path in folder.glob(f"{name}-*"):
        with suppress(OSError):  # another process clears too
            changed[path] = path.stat().st_mtime
    kept = sorted((path for path in changed if path.suffix == _SUFFIX), key=changed.__getitem__)
    halves = (path for path in changed if path.suffix == _HALF and changed[path] < time() - _ABANDONED)
    for path in (*kept[:-KEPT], *halves):
        with suppress(OSError):
            path.unlink()
