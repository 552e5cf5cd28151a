"""JioNLP: its finder of amounts, with parsing."""

import jionlp
from timed import time

time("jionlp", lambda text: len(jionlp.ner.extract_money(text, with_parsing=True, ret_all=True)))
