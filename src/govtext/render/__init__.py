"""Documents → output, one file an output. A writer takes documents one by one: `add(document, text)` …, `finish()`."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from govtext.model import Document


class Writer(Protocol):
    """Where documents go."""

    def add(self, document: "Document", text: str = "", /) -> None:
        """Write one document. `text` is its source text exactly as decoded, for the outputs that show it."""

    def finish(self) -> None:
        """Write what comes after the last document."""


class FileWriter(Writer, Protocol):
    """A writer that opens its file itself."""

    def close(self) -> None:
        """Let go of the file, finished or not."""
