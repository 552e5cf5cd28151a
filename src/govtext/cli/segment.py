"""`govtext segment`: the words of each report."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from govtext.cli import options

if TYPE_CHECKING:
    from govtext.read import SourceText
    from govtext.segment import Word


def segment(
    context: typer.Context,
    paths: options.Paths = None,
    *,
    pos: Annotated[bool, typer.Option("--pos", help="Add the part of speech of each word: 发展/vn.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Words with offsets and parts of speech, as JSON.")] = False,
    output: options.Output = None,
    dictionaries: options.Dictionaries = None,
    no_user_dict: options.NoUserDict = False,
    encoding: options.Encoding = None,
    engine: options.CutBy = options.Engine.JIEBA,
) -> None:
    """Print the words of each report, joined by blanks, a paragraph a line.

    \b
    govtext segment report.txt
    govtext segment report.txt --pos -d words.txt
    """  # noqa: D301 \b keeps the lines of the example
    import sys
    from contextlib import nullcontext

    from govtext.cli import inputs, knowledge
    from govtext.cli.outputs import is_folder, plan
    from govtext.errors import ReadError, UsageError
    from govtext.render.write import replacing

    if output is not None and is_folder(output):
        raise UsageError(f"-o {output}: segment writes one file; name a file")
    sources, several = inputs.named_inputs(paths, context)
    (target,) = plan(output, options.Format.JSON, (), sources)

    from govtext.pipeline import Extractor

    extractor = Extractor(knowledge.load(dictionaries, no_user_dict=no_user_dict), engine=engine.value)
    done = 0
    with nullcontext(sys.stdout) if target is None else replacing(target) as stream:
        for source in sources:
            try:
                text = inputs.read(source, encoding)
                words = extractor.segment(text)
            except ReadError as error:
                inputs.complain(error)
                continue
            if as_json:
                stream.write("[\n" if several and not done else ",\n" if several else "")
                stream.write(_object(text, words) + ("" if several else "\n"))
            else:
                stream.writelines(_lines(text, words, pos=pos, terminal=stream.isatty()))
            done += 1
        if as_json and several:
            stream.write("\n]\n" if done else "[]\n")
        if not done and target is not None:
            raise typer.Exit(1)
    if done < len(sources):
        raise typer.Exit(1)


def _object(source: "SourceText", words: "Sequence[Word]") -> str:
    """Return the words of a source as one JSON object."""
    import msgspec

    return msgspec.json.encode({"path": source.path, "words": words}).decode()


def _lines(source: "SourceText", words: "Sequence[Word]", *, pos: bool, terminal: bool) -> Iterator[str]:
    """Yield the paragraphs of the source, each on a line of its own, with blanks between the words."""
    from govtext.clean import reflow
    from govtext.render.visible import visible

    working = reflow(source.text)
    breaks = deque(working.origin(index) for index, character in enumerate(working.text) if character == "\n")
    line: list[str] = []
    for word in words:
        while breaks and breaks[0] < word.end:
            breaks.popleft()
            if line:
                yield " ".join(line) + "\n"
                line = []
        if not word.text.isspace():
            shown = visible(word.text) if terminal else word.text
            line.append(f"{shown}/{word.pos}" if pos else shown)
    if line:
        yield " ".join(line) + "\n"
