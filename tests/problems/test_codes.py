"""Every code has its words, and is explained to editors."""

import re
from pathlib import Path

import pytest

from generator.problems import Code
from generator.problems.render import FOLDER, load_messages

WORDS = {"summary", "preview", "fix", "approve", "edition", "diff", "links", "verify", "policy",
         "publish", "translations", "upgrade", "import", "command", "workbook",
         "site-pdf", "proof"}  # fmt: skip
"""Parts of the messages that belong to no code."""
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_message_and_a_hint_and_nothing_else_has(language: str) -> None:
    messages = load_messages(language)
    assert set(messages) - WORDS == {code.value for code in Code}
    for code in Code:
        assert messages[code.value]["message"], code
        assert messages[code.value]["hint"], code


def test_messages_are_parts_of_a_sentence_and_hints_are_sentences() -> None:
    for code, entry in load_messages("en").items():
        for name, text in entry.items() if code not in WORDS else ():
            if name.startswith("message"):
                assert not text.rstrip().endswith((".", ";")), (code, name)
                assert ";" not in text, (code, name)
            else:
                ending = r"[A-Z].*(?:[.?]|\{(?:expected|written)\})$"
                assert re.match(ending, text.strip()), (code, name)


def test_every_code_is_explained_in_the_readme_of_cities(checkout: Path) -> None:
    text = (checkout / "cities" / "README.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)
    assert sorted(explained) == sorted(code.value for code in Code)
