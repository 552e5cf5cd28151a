"""Bytes → source text: what the file is told by its contents, the encoding told, the text kept exactly."""

from govtext.read.source import SourceText, read_bytes, read_file

__all__ = ["SourceText", "read_bytes", "read_file"]
