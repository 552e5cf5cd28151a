"""Answer for one peer: forms come in as JSON on standard input, answers go out as the last line of standard output.

Runs inside the peers' environment: the standard library only, no govtext.

An answer is what a tool says about a place of the sentence: `start` and `end` (characters, end exclusive), `value` or
`low` and `high` as text, `unit` where the tool gives one, `says` for people where that is not enough.
"""

import json
import sys
from importlib.metadata import version


def serve(package, in_sentence, alone):
    """Ask for every form: first in its sentence; where the tool says nothing about it there, the form alone.

    What is no quantity is asked in its sentence only: alone, a parser has no choice but to read it as a number.
    """
    answers = []
    for form in json.load(sys.stdin):
        start, end = form["start"], form["end"]
        found = [answer for answer in in_sentence(form) if answer["start"] < end and start < answer["end"]]
        if not found and form["quantity"]:
            found = [{**answer, "start": start, "end": end} for answer in alone(form)]
        answers.append(found)
    print("\n" + json.dumps({"version": version(package), "answers": answers}))
