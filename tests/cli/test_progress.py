"""A build shows bars on a terminal, and the same plain lines everywhere."""

import os
import pty
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.commands import CHECKOUT

LINES = re.compile(
    r"2 of 2 cities assessed\n"
    r"(\d+) of \1 pages and tables made\n"
    r"(\d+) of \2 pages built\n"
    r"(\d+) files new or changed\n"
    r"\2 pages: [^\n]+/build/site/index\.html\n"
)
BAR = "━"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*3\d")
STAGE = """
import time
from generator.progress import Console
console = Console()
console.begin("charts")
console.advance(3, 7)
time.sleep({seconds})
console.tell("7 charts")
"""


def on_a_terminal(*arguments: str, cwd: Path, **environment: str) -> tuple[str, str]:
    """Run Python with a terminal as standard error; return standard output and what it shows."""
    screen, terminal = pty.openpty()
    plain = {key: value for key, value in os.environ.items() if not key.endswith("_COLOR")}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**plain, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm", **environment},
        stdout=subprocess.PIPE,
        stderr=terminal,
    )
    os.close(terminal)
    shown: list[bytes] = []
    reader = threading.Thread(target=_read, args=(screen, shown))
    reader.start()
    lines, _ = process.communicate()
    reader.join()
    os.close(screen)
    assert process.returncode == 0
    return lines.decode(), b"".join(shown).decode()


def _read(screen: int, shown: list[bytes]) -> None:
    """Read until the other end of the terminal is closed, which Linux reports as an error."""
    try:
        while data := os.read(screen, 4096):
            shown.append(data)
    except OSError:
        return


def test_a_pipe_gets_plain_lines() -> None:
    code = [sys.executable, "-c", STAGE.format(seconds=1.5)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    told = subprocess.run(code, env=environment, capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("7 charts\n", "")


def test_a_terminal_shows_bars_and_the_lines_of_a_build(root: Path) -> None:
    lines, shown = on_a_terminal("-m", "generator", "build", "--no-pdf", cwd=root)
    assert LINES.fullmatch(lines), lines
    assert BAR in shown
    assert re.search(r"(pages|MkDocs).*\d+/\d+", shown), "a stage shorter than a second has none"


def test_a_bar_counts_what_is_done(tmp_path: Path) -> None:
    lines, shown = on_a_terminal("-c", STAGE.format(seconds=1.5), cwd=tmp_path)
    assert lines == "7 charts\n"
    assert "charts" in shown
    assert "3/7" in shown
    assert shown.rstrip().endswith("\x1b[2K"), "the bar is gone at the end"


def test_a_short_stage_shows_no_bar(tmp_path: Path) -> None:
    lines, shown = on_a_terminal("-c", STAGE.format(seconds=0.2), cwd=tmp_path)
    assert lines == "7 charts\n"
    assert "charts" not in shown


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_respected(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    _, shown = on_a_terminal("-c", STAGE.format(seconds=1.5), cwd=tmp_path, **environment)
    assert BAR in shown
    assert bool(COLOUR.search(shown)) == coloured


def test_a_check_does_not_pay_for_bars(root: Path) -> None:
    code = (
        "import sys\nfrom generator.commands import profiles\n"
        "try:\n    profiles(['check'])\n"
        "except SystemExit:\n    print('rich' in sys.modules)\n"
    )
    checked, _ = on_a_terminal("-c", code, cwd=root)
    assert checked.splitlines()[-1] == "False"
