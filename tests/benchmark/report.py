"""`BENCHMARKS.md`: written from the lines of a run, read by the next run."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.metadata import version
from time import process_time

from tests.benchmark.wanted import HEAD, Line
from tests.benchmark.worlds import Bench
from tests.commands import CHECKOUT

ADDITIONS = 2_000_000
"""In the loop by which the speed of one machine is told from that of another."""
BENCHMARKS = CHECKOUT / "BENCHMARKS.md"
BEHIND = re.compile(r"\n## Behind the numbers\n.*?(?=\n## )", re.DOTALL)
"""The section that stands between the table and the method, and is written by hand."""
TEXT = """# Benchmarks

What builds cost, against what is wanted. `make benchmark` prints this table; `make benchmark OPTIONS=--write` renews this page. “Last time” is the number that stood here before; **worse** marks a number that is worse than it by more than a tenth.

{table}

Measured on {day}, builds repeated {runs} times, on {machine}.
{behind}
## Method

- A second is one of the processor: user and system time of a whole command with all processes that it starts, interpreter and imports included. Lines marked “wall” are by the clock. A number is the median of its runs. The largest publication is built from nothing once.
- All builds are made without PDFs, and in one process where the line does not say two. “From nothing” has no former build; all others stand on one that is up to date.
- Of the fictitious cities (`python -m tests.world`) seven of the first eight report every indicator over eight years, as do few real ones; the others have figures of two to four tenths of the indicators, few of them as series.
- Edits are drawn by a seeded generator, each on top of those before: a value of a city, and each fifth time a context figure, a cash flow of a project or a text.
- The preview is measured from the saved file until the served data page of the city shows the new value.
- Memory is the most that was resident: of the parent as the system tells it at the end, of the largest other process as seen twenty times a second.
- Stock MkDocs builds `build/pages` by `build/mkdocs.<language>.yml` with its theme `mkdocs`: HTML of the same pages, without anything that comes before or after. Hugo gets the same pages without their blocks and the least of layouts: headings and prose only, a floor rather than an equal.
- Seconds differ between machines and with what else runs on them; compare ratios, and seconds of one machine only. The seconds of a fixed loop, the least of five, tell how fast a machine was; they do not tell of its memory and files.
"""  # noqa: E501  a paragraph of the Markdown that it writes is one line, as everywhere here


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a table in Markdown."""
    return "\n".join([head(), *(row(line) for line in lines)])


def head() -> str:
    return f"{_row(HEAD)}\n{_row(('---', '---:', '---:', '---:', '---', '---'))}"


def row(line: Line) -> str:
    return _row([cell.replace("|", "\\|") for cell in line.cells])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def page(lines: Sequence[Line], bench: Bench, day: date, former: str = "") -> str:
    """Return `BENCHMARKS.md`; of the former one what stands behind the numbers stays."""
    told = BEHIND.search(former)
    behind = told[0] if told else ""
    return TEXT.format(
        table=table(lines), day=day, runs=bench.runs, machine=machine(), behind=behind
    )


def last_numbers(text: str) -> dict[str, float]:
    """Return the numbers in the column “Now” of a former `BENCHMARKS.md`, by title."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    now = HEAD.index("Now")
    return {
        cells[0]: float(number[0])
        for cells in rows
        if len(cells) > now and (number := re.findall(r"\d+(?:\.\d+)?", cells[now]))
    }


def machine() -> str:
    """Return cores, memory, system and versions: nothing by which a machine could be found."""
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    packages = (("City Profiles", "city-profiles"), ("MkDocs", "mkdocs"))
    versions = [f"{name} {version(package)}" for name, package in packages]
    return (
        f"{os.cpu_count()} cores, {memory_gb:.0f} GB of memory, {platform.system()} on "
        f"{platform.machine()}; Python {platform.python_version()}, "
        f"{', '.join([*versions, *_hugo_version()])}; "
        f"{ADDITIONS:,} additions in a loop took {yardstick_s():.2f} s"
    )


@cache
def yardstick_s() -> float:
    """Return how long a fixed loop takes, in seconds of the processor: the least of five."""
    return min(_loop_s() for _ in range(5))


def _loop_s() -> float:
    start, found = process_time(), 0
    while found < ADDITIONS:
        found += 1
    return process_time() - start


def _hugo_version() -> list[str]:
    if shutil.which("hugo") is None:
        return []
    said = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=False).stdout
    return [f"Hugo {number}" for number in re.findall(r"v(\d+\.\d+\.\d+)", said)[:1]]
