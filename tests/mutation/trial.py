"""A mutant on trial: its code in the place of the real one, in a forked process, before its tests.

The tests are imported once. A process that is stopped by the clock counts as a red test.
"""

import contextlib
import io
import os
import signal
from collections.abc import Sequence
from inspect import isclass, isfunction, unwrap
from tempfile import TemporaryDirectory
from types import CodeType, ModuleType

import pytest
from hypothesis import HealthCheck, Phase, settings

CPU_SECONDS = 30.0
"""After which a mutant is taken to run without end."""

settings.register_profile(
    "mutation", deadline=None, derandomize=True, database=None,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)  # fmt: skip


def survives(module: ModuleType, code: CodeType | None, tests: Sequence[str]) -> bool:
    """Return whether all tests stay green with the code; without any with the real one."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        status = 1
        try:
            if code is not None:
                install(module, code)
            status = _run(tests)
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1] == 0


def _run(tests: Sequence[str]) -> int:
    with (
        TemporaryDirectory() as folder,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        options = [
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            "--assert=plain",
            f"--basetemp={folder}/tests",
        ]
        return int(pytest.main([*options, *tests]))


def install(module: ModuleType, code: CodeType) -> None:
    """Put the code of every function, and every constant, in the place of the real ones.

    Functions stay the same objects, so that those who have imported them run the mutant.
    """
    namespace = dict(vars(module))
    exec(code, namespace)
    for name, real in list(vars(module).items()):
        changed = namespace[name]
        if isclass(real) and real.__module__ == module.__name__:
            for part, method in vars(changed).items():
                _replace(vars(real).get(part), method)
        elif isinstance(real, int | float | str | tuple) and not name.startswith("__"):
            setattr(module, name, changed)
        else:
            _replace(real, changed)


def _replace(real: object, changed: object) -> None:
    if isinstance(real, property) and isinstance(changed, property):
        real, changed = real.fget, changed.fget
    real, changed = (unwrap(one) if callable(one) else one for one in (real, changed))
    if isfunction(real) and isfunction(changed) and real is not changed:
        real.__code__ = changed.__code__
        real.__defaults__, real.__kwdefaults__ = changed.__defaults__, changed.__kwdefaults__
