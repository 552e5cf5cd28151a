"""Where clauses stand: quoted, alone in their paragraph, going on …"""

from __future__ import annotations

from typing import NamedTuple

import regex

_OPENERS, _CLOSERS = "“‘「『", "”’」』"
_SPEECH = ("：", ":")
_STOPS = "。！？\n"
_GOES_ON = regex.compile(r"[等\d“‘「『]|和(?!谐)|与|及|以及|或")


class Setting(NamedTuple):
    """Where clauses stand in the text.

    quoted: in quotation marks that hold no speech; alone: a paragraph or heading of their own; sentence: a whole one;
    closed: 的 or a mark follows; broken: they go on (A、B等, A、B和C) or began before a quotation mark;
    cut: the first has words in front of it that do not govern them all (产业 in 产业比重提高、水平提升).
    """

    quoted: bool
    alone: bool
    sentence: bool
    closed: bool
    broken: bool
    cut: bool

    @classmethod
    def of(cls, text: str, start: int, end: int, *, cut: bool = False) -> Setting:
        """Look around text[start:end]."""
        before, after = text[start - 1] if start else "\n", text[end] if end < len(text) else "\n"
        quoted = before in _OPENERS and after in _CLOSERS and text[start - 2 : start - 1] not in _SPEECH
        return cls(
            quoted=quoted,
            alone=before == "\n" and after in _STOPS,
            sentence=before in _STOPS and after in _STOPS,
            closed=after in "的。，；！\n" or after in _CLOSERS,
            broken=not quoted and (before in _CLOSERS or _GOES_ON.match(text, end) is not None),
            cut=cut,
        )
