"""Prints what builds cost, against what is wanted; `--write` renews BENCHMARKS.md.

With `--work DIR` publications and builds stay there, so that a repeated run need not make them
again; after a change of the rule that makes fictitious cities delete it.
"""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from tests.benchmark.report import BENCHMARKS, head, last_numbers, page, row
from tests.benchmark.wanted import Line, chosen, load_measures, take
from tests.benchmark.worlds import STANDARD, Bench

PARTS = tuple(dict.fromkeys(measure.part for measure in load_measures()))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--cities", type=sizes, default=STANDARD, metavar="N,…",
                        help="numbers of fictitious cities; by default %(default)s")  # fmt: skip
    parser.add_argument("--only", type=parts, default=(), metavar="PART,…",
                        help=f"some lines only: {', '.join(PARTS)}")  # fmt: skip
    parser.add_argument("--runs", type=int, default=3, help="how often a build is repeated")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where to build, and to keep it")
    parser.add_argument("--write", action="store_true", help="renew BENCHMARKS.md")
    given = parser.parse_args()
    if given.write and given.only:
        parser.error("--write needs all lines; leave --only out.")
    with tempfile.TemporaryDirectory() as folder:
        work = (given.work or Path(folder)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        bench = Bench(work, given.cities, given.runs)
        lines = print_lines(bench, given.only)
    if given.write:
        former = BENCHMARKS.read_text(encoding="utf-8") if BENCHMARKS.exists() else ""
        BENCHMARKS.write_text(page(lines, bench, date.today(), former), encoding="utf-8")


def print_lines(bench: Bench, only: tuple[str, ...]) -> list[Line]:
    """Measure, and print each line as soon as it is known."""
    former = BENCHMARKS.read_text(encoding="utf-8") if BENCHMARKS.exists() else ""
    lines = []
    print(head(), flush=True)
    for measure in chosen(only, bench):
        lines.append(take(measure, bench, last_numbers(former)))
        print(row(lines[-1]), flush=True)
    return lines


def sizes(text: str) -> tuple[int, ...]:
    """Return numbers of cities, the smallest first."""
    return tuple(sorted({int(number) for number in text.split(",")}))


def parts(text: str) -> tuple[str, ...]:
    unknown = set(text.split(",")).difference(PARTS)
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: write {', '.join(PARTS)}")
    return tuple(text.split(","))


if __name__ == "__main__":
    main()
