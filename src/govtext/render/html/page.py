"""Put reports into a page: head, style, script, and a security policy that allows these two and nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from govtext.render.html.escape import shown
from govtext.render.language import Language, say
from govtext.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Template("""\
<!doctype html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="govtext $version">
<meta name="referrer" content="no-referrer">
<title>$title</title>
<link rel="icon" href="data:,">
<style>$style</style>
</head>
<body class="$body">
$choice$reports<script>$script</script>
</body>
</html>
""")


def page(titles: Sequence[str], reports: Sequence[str], language: Language) -> str:
    """Return the page of these reports; of several, one is shown at a time."""
    style = _part("report.css") + _shown_one(len(reports))
    script = _part("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return PAGE.substitute(
        lang="zh-CN" if language == "zh" else "en",
        policy=policy,
        version=__version__,
        title=shown(titles[0] if len(titles) == 1 else f"govtext · {len(titles)} {say('reports', language)}"),
        style=style,
        body="one" if len(reports) == 1 else "several",
        choice=_choice(titles, language) if len(reports) > 1 else "",
        reports="".join(reports),
        script=script,
    )


def _choice(titles: Sequence[str], language: Language) -> str:
    """Return the list of reports to choose from. It works without a script."""
    radios = "".join(
        f'<label><input type="radio" name="report" id="choose-{number}"{" checked" if number == 1 else ""}>'
        f"<span>{shown(title)}</span></label>\n"
        for number, title in enumerate(titles, 1)
    )
    summary = f"{len(titles)} {shown(say('reports', language))}"
    return f'<details class="choice"><summary>{summary}</summary>\n{radios}</details>\n'


def _shown_one(count: int) -> str:
    """Return the style that hides the reports that are not chosen, on browsers that can tell."""
    if count < 2:
        return ""
    hidden = "".join(
        f"body:has(#choose-{number}:not(:checked)) #report-{number}{{display:none}}\n" for number in range(1, count + 1)
    )
    return f"@media screen {{\n{hidden}}}\n"


@cache
def _part(name: str) -> str:
    return files("govtext.render.html").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"
