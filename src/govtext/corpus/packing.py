"""Send a lexicon to other machines, and make it ready there once a process."""

from __future__ import annotations

import pickle
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from govtext.pipeline import Extractor

if TYPE_CHECKING:
    from govtext.lexicon import Lexicon
    from govtext.segment import Engine

_ONE_AT_A_TIME = Lock()


def pack(lexicon: Lexicon) -> bytes:
    """Return a lexicon as bytes (2 MB), to be sent by an engine that sends its programs the same way."""
    return pickle.dumps(lexicon)


def unpack(packed: bytes, engine: Engine) -> Extractor:
    """Return the extractor of a packed lexicon: the same bytes give the same one, made by the first who asks."""
    with _ONE_AT_A_TIME:  # the threads of a worker begin together
        return _ready(packed, engine)


@lru_cache(maxsize=1)
def _ready(packed: bytes, engine: Engine) -> Extractor:
    return Extractor(pickle.loads(packed), engine=engine)
