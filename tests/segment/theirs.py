"""jieba itself, to compare with: a tokenizer with its own dictionary, made by its own code."""

import warnings
from typing import Any


def jieba_tokenizer() -> Any:
    """Return a new tokenizer of jieba's, without its cache, which all users of a machine share."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
