"""Working text → paragraphs, sentences, clauses, words."""

from govtext.segment.sentences import Sentence, clauses, split_sentences
from govtext.segment.words import Segmenter, Word

__all__ = ["Segmenter", "Sentence", "Word", "clauses", "split_sentences"]
