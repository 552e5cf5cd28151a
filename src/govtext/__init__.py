"""govtext: numeric facts, slogans and named policies from Chinese government reports."""

from __future__ import annotations

from govtext.version import __version__

TYPE_CHECKING = False  # as in typing, whose import alone would take longer than all the rest of this file
if TYPE_CHECKING:
    from govtext.errors import GovtextError, LexiconError, OutputError, ReadError, UsageError
    from govtext.find.numerals import parse_number
    from govtext.lexicon import Lexicon
    from govtext.model import Document, Fact, Policy, Slogan, Source
    from govtext.pipeline import Extractor, extract, extract_file

__all__ = [
    "Document",
    "Extractor",
    "Fact",
    "GovtextError",
    "Lexicon",
    "LexiconError",
    "OutputError",
    "Policy",
    "ReadError",
    "Slogan",
    "Source",
    "UsageError",
    "__version__",
    "extract",
    "extract_file",
    "parse_number",
]

_HOMES = {
    "Document": "govtext.model",
    "Extractor": "govtext.pipeline",
    "Fact": "govtext.model",
    "GovtextError": "govtext.errors",
    "Lexicon": "govtext.lexicon",
    "LexiconError": "govtext.errors",
    "OutputError": "govtext.errors",
    "Policy": "govtext.model",
    "ReadError": "govtext.errors",
    "Slogan": "govtext.model",
    "Source": "govtext.model",
    "UsageError": "govtext.errors",
    "extract": "govtext.pipeline",
    "extract_file": "govtext.pipeline",
    "parse_number": "govtext.find.numerals",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import govtext` costs nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'govtext' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(home), name)
