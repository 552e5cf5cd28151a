r"""Show, never send: make text safe for a terminal.

A report may hold escape sequences that retitle the window, hide text or turn its direction round; rich lets them pass.
"""

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Return the text with every control character spelled out: ESC as `␛`, U+202E as `\u202e`.

    >>> visible("增长\x1b[31m5%\n")
    '增长␛[31m5%\\x0a'
    """
    return _UNSEEN.sub(_spell, text)


def _spell(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x1B:
        return "␛"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
