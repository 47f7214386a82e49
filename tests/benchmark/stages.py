"""A build from nothing in one process, measured stage by stage."""

import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from generator.checks import apply_waivers, check_publication
from generator.making import order as building
from generator.problems import Problems
from generator.read.publication_reader import read_publication

STAGES = ("read", "check", "assess", "charts", "publications", "pages", "MkDocs", "data")


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and of the clock, and the most memory in use, in megabytes."""

    cpu_s: float
    wall_s: float
    peak_mb: float


class Meter:
    """Follows a build: a stage lasts until the next begins; one begun again is added up."""

    def __init__(self) -> None:
        self.costs: dict[str, Cost] = {}
        self._stage = ""
        self._cpu_s = self._wall_s = 0.0

    def begin(self, stage: str) -> None:
        if self._stage:
            before = self.costs.get(self._stage, Cost(0, 0, 0))
            self.costs[self._stage] = Cost(
                before.cpu_s + time.process_time() - self._cpu_s,
                before.wall_s + time.perf_counter() - self._wall_s,
                max(before.peak_mb, peak_mb()),
            )
        self._stage = stage
        forget_peak()
        self._cpu_s, self._wall_s = time.process_time(), time.perf_counter()

    def advance(self, done: int, total: int | None) -> None:
        """Counts are not of interest here."""

    def tell(self, line: str) -> None:
        """Lines are not of interest here."""


def measure_stages(root: Path, output: Path) -> dict[str, Cost]:
    """Build the publication in `root` into `output`; return what each stage cost."""
    meter = Meter()
    problems = Problems()
    meter.begin("read")
    publication = read_publication(root, problems)
    assert publication is not None
    meter.begin("check")
    check_publication(publication, problems)
    apply_waivers(publication, problems)
    choices = building.Choices(jobs=1, anew=True)
    building.build(publication, root, output, meter, choices)
    meter.begin("")
    return meter.costs


def forget_peak() -> None:
    """Let the peak of memory begin anew, where the system can: on Linux."""
    reset = Path("/proc/self/clear_refs")
    if reset.exists():
        reset.write_text("5", encoding="ascii")


def peak_mb() -> float:
    """Return the most memory in use since the peak was forgotten, or since the start."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024**2
