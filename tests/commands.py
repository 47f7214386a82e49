"""The command `profiles`: in this process, or as a process of its own."""

import contextlib
import os
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner

from generator.commands import profiles as command

CHECKOUT = Path(__file__).resolve().parents[1]


def profiles(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in this process, which has loaded all it needs, and start no other.

    What it prints after an error that it does not handle is what Python would print.
    """
    several = arguments[:1] != ("build",) or "--jobs" in arguments
    given = (*arguments, *(() if several else ("--jobs", "1")))
    with contextlib.chdir(cwd):
        result = CliRunner().invoke(command, given, prog_name="profiles", env=environment)
    stderr = result.stderr
    if result.exception and not isinstance(result.exception, SystemExit):
        stderr += "".join(traceback.format_exception(result.exception))
    return subprocess.CompletedProcess(given, result.exit_code, result.stdout, stderr)


def apart(
    *arguments: str, cwd: Path, under: Sequence[str] = (), limit_s: int = 300, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own; `under` starts it in surroundings of its own."""
    return subprocess.run(
        [*under, sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=limit_s,
    )


def start(*arguments: str, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command as the head of a group of processes."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
