"""Whatever a build runs in, its bytes are the same: network, clock, rights, file times, machine.

What this machine cannot be made to do is skipped, with what it said.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.commands import apart
from tests.draws import drawn
from tests.making.trees import differing
from tests.roots import CHECKOUT, make_root

WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net")
"""A network of its own, in which no other machine and not even this one is reached."""
LATER = ("faketime", "-f", "+400d")
FEW_RIGHTS = ("sh", "-c", 'umask 077; exec "$@"', "sh")
WAYS: Mapping[str, tuple[Sequence[str], str]] = {
    "network": (
        WITHOUT_NETWORK,
        "import socket; assert socket.socket().connect_ex(('192.0.2.1', 9)) == 101",
    ),
    "clock": (LATER, "import time; assert time.time() > 1.8e9"),
    "rights": (FEW_RIGHTS, "import os; assert os.umask(0) == 0o077"),
}
"""Each way with a line of Python that ends without an error if it is as it should be."""


def can_run(way: str) -> Sequence[str]:
    """Return the command of a way; skip the test if this machine has it not."""
    under, proof = WAYS[way]
    if shutil.which(under[0]) is None:
        # These commands are of Linux, and of no lock; `.ci/run` installs what it may.
        pytest.skip(f"{under[0]} is not installed")
    asked = [*under, sys.executable, "-c", proof]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode:
        # Within a container a network of its own may be refused: the kernel says why.
        pytest.skip(f"{under[0]}: {done.stderr.strip()[-200:]}")
    return under


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_root(tmp_path_factory.mktemp("here") / "root", "alesund")
    done = apart("build", "--jobs", "1", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.mark.deep
@pytest.mark.parametrize("way", drawn(WAYS))
def test_one_thing_around_a_build_changes_no_byte(built: Path, tmp_path: Path, way: str) -> None:
    under = can_run(way)
    done = apart("build", "--jobs", "1", "--output", str(tmp_path / "out"), cwd=built,
                    under=under)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert differing(built / "build", tmp_path / "out") == []


@pytest.mark.deep
@pytest.mark.parametrize("publication", drawn(["of two cities", "fictitious", "shipped"]))
def test_all_things_around_a_build_at_once_change_no_byte(
    publication: str, fictitious: Path, tmp_path: Path
) -> None:
    """PDFs and workbooks included: elsewhere, later, alone, in seven processes."""
    two = make_root(tmp_path / "two", "alesund", "rana")
    source = {"fictitious": fictitious, "shipped": CHECKOUT}.get(publication, two)
    roots = [tmp_path / "here", tmp_path / "elsewhere" / "deeper"]
    for root in roots:
        for name in ("content", "cities"):
            shutil.copytree(source / name, root / name, copy_function=shutil.copyfile)
    for path in roots[1].rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    one = apart("build", "--jobs", "1", cwd=roots[0], limit_s=3000,
                   TZ="Asia/Tokyo", PYTHONHASHSEED="1", LC_ALL="C")  # fmt: skip
    under = [word for way in WAYS for word in can_run(way)]
    other = apart("build", "--jobs", "7", cwd=roots[1], under=under, limit_s=3000,
                     TZ="America/Lima", PYTHONHASHSEED="77", LC_ALL="C.UTF-8")  # fmt: skip
    assert (one.returncode, other.returncode) == (0, 0), one.stderr + other.stderr
    assert differing(roots[0] / "build", roots[1] / "build") == []
