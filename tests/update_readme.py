"""Write into the documentation what its commands print now: `python -m tests.update_readme`."""

import sys
import tempfile
from pathlib import Path

from tests.quoted import DOCUMENTS, ROOT, refresh

for document in DOCUMENTS:
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        now = refresh(text, Path(folder))
    if now != text:
        path.write_text(now, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{document}: {'refreshed' if now != text else 'as it was'}\n")
