"""Data as the text of a script: it loads from a server and from disk, and nothing in it can run."""

import json

from generator.language.foreign import plain


def script_text(data: object) -> str:
    """Return plain data as an expression of a script, which is JSON, too; of no language."""
    text = plain(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
