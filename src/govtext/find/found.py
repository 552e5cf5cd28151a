"""A record with its place in the running text."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from govtext.model import Policy, Slogan

R = TypeVar("R", Slogan, Policy)


class Found(NamedTuple, Generic[R]):
    """A slogan or policy and the span of the running text it covers; `masks` where numbers inside it name it."""

    span: tuple[int, int]
    record: R
    masks: bool = True
