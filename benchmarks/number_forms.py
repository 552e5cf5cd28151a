"""Ask govtext and its peers what numbers mean, and write the table of docs/number-forms.md.

    python -m benchmarks.number_forms --cache ~/.cache/govtext-peers

The forms are in forms.csv, each in a sentence of our own. The peers are installed from PyPI into an environment of
their own (about 1 GB, most of it pynini): in the folder --cache names, to be used again, or in a temporary one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from benchmarks.forms import Answer, Form, is_right, most_specific, read_forms
from benchmarks.others import ABSENT, PEERS, Peer, reason

from govtext import Extractor, Fact, __version__
from govtext.read import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAGE = Path("docs/number-forms.md")
RIGHT = "✓"
SILENT = "–"


class Column(msgspec.Struct, frozen=True):
    """What one tool answers, form by form; `answers` is None where it could not be installed."""

    version: str
    answers: list[list[Answer]] | None
    name: str = ""


def main() -> int:
    """Ask everybody, write the page; 1 where govtext itself reads a form wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.number_forms", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--cache", type=Path, help="folder to keep the peers' environment in (default: a temporary one)"
    )
    parser.add_argument("--output", type=Path, default=PAGE, help="the page to write (default: %(default)s)")
    options = parser.parse_args()

    forms = read_forms()
    columns = [Column(__version__, ask_govtext(forms), "govtext")]
    folder = nullcontext(options.cache) if options.cache else tempfile.TemporaryDirectory(prefix="govtext-peers-")
    with folder as cache:
        columns += [ask_peer(peer, forms, Path(cache)) for peer in PEERS]

    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(page(forms, columns), encoding="utf-8", newline="\n")
    for column in columns:
        print(f"{column.name:20}{total(forms, column)}")
    missed = [
        form for form, answers in zip(forms, columns[0].answers or [], strict=True) if not is_right(form, answers)
    ]
    for form in missed:
        print(f"govtext misses {form.form} in {form.text}", file=sys.stderr)
    return 1 if missed else 0


def ask_govtext(forms: Iterable[Form]) -> list[list[Answer]]:
    """Return what govtext finds where the forms stand."""
    extractor = Extractor()
    found = []
    for form in forms:
        source = SourceText(path="-", text=form.text, encoding="utf-8", sha256="")
        facts = extractor.extract(source, tables=("facts",)).facts
        found.append([_answer(fact) for fact in facts if fact.start < form.end and form.start < fact.end])
    return found


def _answer(fact: Fact) -> Answer:
    """Say of a fact what is compared; a bound makes its value the end of a range."""
    value, low, high = fact.value, fact.low, fact.high
    if fact.bound in ("over", "at_least"):
        value, low = None, value
    elif fact.bound in ("under", "at_most"):
        value, high = None, value
    return Answer(start=fact.start, end=fact.end, value=value, low=low, high=high, unit=fact.unit)


def ask_peer(peer: Peer, forms: Sequence[Form], cache: Path) -> Column:
    """Install a peer and ask it; one that cannot be installed or run has no answers."""
    questions = json.dumps([form.question() for form in forms])
    try:
        said = peer.ask(cache, peer.adapter, questions)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"{peer.name}: {ABSENT}: {reason(error)}", file=sys.stderr)
        return Column("", None, peer.name)
    column = msgspec.json.decode(said.splitlines()[-1], type=Column)
    return msgspec.structs.replace(column, name=peer.name)


def page(forms: Sequence[Form], columns: Sequence[Column]) -> str:
    """Return the page: totals and forms, a group of rows a category."""
    lines = [
        _row(["form", "meaning", *(f"{column.name} {column.version}".strip() for column in columns)]),
        _row(["---"] * (2 + len(columns))),
        _row([f"**all {len(forms)}**", "", *(f"**{total(forms, column)}**" for column in columns)]),
    ]
    for category in dict.fromkeys(form.category for form in forms):
        places = [place for place, form in enumerate(forms) if form.category == category]
        lines.append(_row([f"**{category}**", "", *(f"**{total(forms, column, places)}**" for column in columns)]))
        for place in places:
            form = forms[place]
            lines.append(_row([form.form, form.expected(), *(_cell(form, column, place) for column in columns)]))
    requirements = "\n".join(" ".join(peer.requirements) for peer in PEERS)
    return TEXT.format(
        table="\n".join(lines),
        number=len(forms),
        date=datetime.now(UTC).date(),
        python=".".join(map(str, sys.version_info[:3])),
        requirements=requirements,
    )


def total(forms: Sequence[Form], column: Column, places: Iterable[int] | None = None) -> str:
    """Write how many forms a tool reads right: 21 of 53."""
    if column.answers is None:
        return ABSENT
    chosen = range(len(forms)) if places is None else list(places)
    return f"{sum(is_right(forms[place], column.answers[place]) for place in chosen)} of {len(chosen)}"


def _cell(form: Form, column: Column, place: int) -> str:
    """Write a tick, or what the tool said instead."""
    if column.answers is None:
        return ABSENT
    answers = column.answers[place]
    if is_right(form, answers):
        return RIGHT
    said = dict.fromkeys(answer.shown() for answer in most_specific(answers) if answer.says != form.form)
    return "; ".join(said) or SILENT


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", r"\|").replace("~", r"\~") for cell in cells)
    return f"| {' | '.join(escaped)} |"


TEXT = """\
# {number} forms of numbers

What tools that read Chinese numbers make of forms that reports use. ✓ is right, – is silence or the form left as it
was; anything else is what the tool said instead. The sentences are in [forms.csv](../benchmarks/forms.csv).

{table}

## How it is done

Run on {date} with Python {python}:

```console
$ python -m benchmarks.number_forms --cache ~/.cache/govtext-peers
```

from a checkout with govtext installed. It installs the peers into an environment of their own and asks each through its
Python interface, with default settings; the scripts are in [benchmarks/peers](../benchmarks/peers). What pip installs:

```
{requirements}
```

- **What is asked.** Each tool gets the sentence. Where it says nothing about the form there, it gets the form alone.
  Recognizers-Text is asked with its number, ordinal, percentage, currency, dimension, age, temperature and date
  models, JioNLP with its finders of money and time and its parser of amounts. cn2an and WeTextProcessing rewrite
  sentences: they are right where the form comes out, or was already, in digits that anybody can read (`1亿900万`,
  `6~7%`, `1/3`); cn2an also reads single numbers.
- **What is right.** The exact number, or both ends of the range; the two ends as two numbers are enough. For a vague
  number, any range within the one given here, or one open above. A unit or a bound is compared where the tool
  states one; a wrong answer beside a right one is not counted.
- **What is no quantity** must be left alone. An ordinal as an ordinal and a year as that year are right.

The forms are our choice, from reports and from the issues of these tools, and they are what govtext is made for. The
peers are made for other things: JioNLP for money and time, Recognizers-Text for requests to a machine, WeTextProcessing
for transcribed speech, cn2an for single numbers; a miss here says nothing about those.
"""

if __name__ == "__main__":
    sys.exit(main())
