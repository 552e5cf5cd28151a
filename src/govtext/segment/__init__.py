"""Working text → paragraphs, sentences, clauses, words."""

from govtext.segment.engines import ENGINES, Engine
from govtext.segment.sentences import Sentence, clauses, sections, split_sentences
from govtext.segment.words import Segmenter, Word

__all__ = ["ENGINES", "Engine", "Segmenter", "Sentence", "Word", "clauses", "sections", "split_sentences"]
