"""Documents → output, one file an output. A writer takes documents one by one: `add(document)` …, `finish()`."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from govtext.model import Document


class Writer(Protocol):
    """Where documents go."""

    def add(self, document: "Document") -> None:
        """Write one document."""

    def finish(self) -> None:
        """Write what comes after the last document."""
