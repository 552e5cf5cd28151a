"""Why: what made a record, how a piece of text was read, and what in a dictionary can never be found."""

from govtext.explain.origins import Origin, origins

__all__ = ["Origin", "origins"]
