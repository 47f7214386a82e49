"""Files changed by what of the readers they reach: `python -m tests.read.guided FOLDER [OPTION …]`.

Atheris counts which lines of the readers each file runs, keeps those that reach new ones, and
changes them further. The first byte of an input is the number of its kind, the rest the file.
`FOLDER` holds the files to begin with; options are those of libFuzzer. An exception, ten seconds
or a gigabyte more end it with another status than 0, and the input is written down.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator.read", "generator.model"]):
    from generator.model.files import CITY_FILES, CONTENT_FILES
    from tests.read.fuzzed import read_as

KINDS = (*CONTENT_FILES, *CITY_FILES)
LONGEST_S = 10.0
MOST_MB = 1000
LIMITS = ("-timeout=0", "-max_len=20000", "-seed=1")


def memory_limit() -> str:
    """Return the option of the limit of memory: so much more than the peak until now.

    The peak that the system counts is at least that of the process that started this one.
    """
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"-rss_limit_mb={peak_mb + MOST_MB}"


def seed_of(kind: str, content: bytes) -> bytes:
    """Return an input: a file read as one of the kind of this pattern."""
    return bytes([[one.pattern for one in KINDS].index(kind)]) + content


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)

        def read(data: bytes) -> None:
            if data:
                kind = KINDS[data[0] % len(KINDS)]
                path = root / f"file{kind.ending or '.png'}"
                path.write_bytes(data[1:])
                begin = time.process_time()
                read_as(kind, path, root)
                assert time.process_time() - begin < LONGEST_S, f"{kind.pattern} takes too long"

        atheris.Setup([sys.argv[0], *LIMITS, memory_limit(), *sys.argv[1:]], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
