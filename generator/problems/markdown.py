"""Problems as tables of Markdown, for a comment under a proposed change."""

import re
from collections.abc import Iterable
from itertools import groupby

from generator.problems import Problem, sort_problems
from generator.problems.folding import capped, more_of
from generator.problems.render import Messages, label_of, message_of, one_line, summary


def as_markdown(problems: Iterable[Problem], messages: Messages, *, waived: int = 0) -> str:
    """Return one table for each file, for a comment under a proposed change."""
    listed = sorted(problems, key=lambda problem: problem.place.file)
    shown, hidden = capped(listed)
    words = messages["summary"]
    blocks = [f"**{summary(listed, messages, waived)}**"]
    heading = f"| {words['line']} | {words['problem']} | {words['instead']} |"
    for file, group in groupby(shown, key=lambda problem: problem.place.file):
        rows = "\n".join(_markdown_row(problem, messages) for problem in sort_problems(group))
        blocks.append(f"### {code_span(one_line(file))}\n\n{heading}\n|---|---|---|\n{rows}")
    return "\n\n".join([*blocks, *more_of(hidden, messages)])


def _markdown_row(problem: Problem, messages: Messages) -> str:
    bare = {
        problem.code.value: {
            name: text.replace('"{', "{").replace('}"', "}")
            for name, text in messages[problem.code.value].items()
        },
        "summary": messages["summary"],
    }
    message = message_of(problem, "message", bare, code_span)
    hint = message_of(problem, "hint", bare, code_span)
    label = label_of(problem, messages)
    line = problem.place.line or ""
    return f"| {line} | {message}{label}<br>`{problem.code.value}` | {hint} |"


def code_span(text: str) -> str:
    """Return a text as a code span that stays one inside a table."""
    if not text:
        return ""
    if not set("`|\\") & set(text) and text == text.strip():
        return f"`{text}`"
    plain = re.sub(r"[^\w .…-]", lambda match: f"&#{ord(match[0])};", text)
    return f"<code>{plain}</code>"
