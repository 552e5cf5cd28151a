"""Many reports: which inputs the words of a command line name."""

from govtext.corpus.walk import STANDARD_INPUT, Input, find_inputs

__all__ = ["STANDARD_INPUT", "Input", "find_inputs"]
