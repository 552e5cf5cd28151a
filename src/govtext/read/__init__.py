"""Bytes → source text: the encoding told, the contents kept exactly."""

from govtext.read.source import SourceText, read_bytes, read_file

__all__ = ["SourceText", "read_bytes", "read_file"]
