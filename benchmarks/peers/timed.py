"""Time one peer: texts come in as JSON on standard input, what it took goes out as the last line of standard output.

Runs inside the peers' environment: the standard library only, no govtext.
"""

import json
import sys
from importlib.metadata import version
from statistics import median
from time import process_time

TIMES = 3


def time(package, find):
    """Find in every text, once to warm up and then some times; `find` returns how many quantities it found, or None."""
    texts = json.load(sys.stdin)
    counts = [find(text) for text in texts]
    seconds = []
    for _ in range(TIMES):
        begun = process_time()
        for text in texts:
            find(text)
        seconds.append(process_time() - begun)
    found = None if None in counts else sum(counts)
    print("\n" + json.dumps([version(package), median(seconds), found]))
