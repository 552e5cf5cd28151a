"""What can go wrong, as exceptions that a person can act on.

GovtextError
├── ReadError       an input that cannot be read or decoded
├── LexiconError    a dictionary or a rule that is wrong
│   └── SlowRuleError   a rule that takes too long on a report; the other reports go on
├── UsageError      options that do not go together
├── FaultError      a report at which govtext itself broke down; the other reports go on
├── ClusterError    a cluster that cannot be reached, is lost, or has another version
└── OutputError     a result that cannot be written
"""

from pathlib import Path


class GovtextError(Exception):
    """Base of every error that govtext raises on purpose; its text is for the user."""


class ReadError(GovtextError):
    """An input that cannot be read or decoded: names the input, the trouble, the remedy."""

    def __init__(self, source: str | Path, trouble: str) -> None:
        super().__init__(f"{source}: {trouble}")
        self.source = str(source)
        self.trouble = trouble


class LexiconError(GovtextError):
    """A wrong line in a dictionary or rule file: names file, line (1-based) and remedy."""

    def __init__(self, path: str | Path, line: int | None, trouble: str) -> None:
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {trouble}")
        self.path = str(path)
        self.line = line
        self.trouble = trouble


class SlowRuleError(LexiconError):
    """A rule that takes too long on a report: names its file, line and name."""


class UsageError(GovtextError):
    """Options that do not go together, or a value that no option takes."""


class FaultError(GovtextError):
    """A report at which govtext itself broke down: names the report and the trouble."""

    def __init__(self, source: str | Path, trouble: str) -> None:
        super().__init__(f"{source}: {trouble}")
        self.source = str(source)
        self.trouble = trouble


class ClusterError(GovtextError):
    """A cluster that cannot be reached, is lost, or has another version: names its scheduler and the trouble."""

    def __init__(self, scheduler: str, trouble: str) -> None:
        super().__init__(f"{scheduler}: {trouble}")


class OutputError(GovtextError):
    """A result that cannot be written: names the file and the trouble."""

    def __init__(self, target: str | Path, trouble: str) -> None:
        super().__init__(f"{target}: {trouble}")
