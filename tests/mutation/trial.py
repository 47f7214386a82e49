"""Mutants on trial: each takes the place of the real code in a forked process, before its tests.

The tests are collected once; those that found a mutant come first for the next one. A process
that is stopped by the clock counts as a red test.
"""

import os
import signal
from collections.abc import Callable, Iterable, Sequence
from inspect import isclass, isfunction, unwrap
from tempfile import TemporaryDirectory
from types import CodeType, ModuleType

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.mutation.mutants import Mutant

CPU_SECONDS = 30.0
"""After which a mutant is taken to run without end."""

settings.register_profile(
    "mutation", max_examples=50, deadline=None, derandomize=True, database=None,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)  # fmt: skip


class Trials:
    """A plugin of pytest: instead of running the tests once, it runs them for every mutant."""

    def __init__(
        self, module: ModuleType, mutants: Iterable[Mutant], tell: Callable[[Mutant], None]
    ) -> None:
        self.module, self.mutants, self.tell = module, mutants, tell
        self.survivors: list[Mutant] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = list(session.items)
        if not items or self._first_red(session, items, None) is not None:
            raise pytest.UsageError("the tests are red without a mutant")
        for mutant in self.mutants:
            red = self._first_red(session, items, mutant.code)
            if red is None:
                self.survivors.append(mutant)
                self.tell(mutant)
            elif red < len(items):
                items.insert(0, items.pop(red))
        return True

    def _first_red(
        self, session: pytest.Session, items: Sequence[pytest.Item], code: CodeType | None
    ) -> int | None:
        """Return the position of the first red test; beyond the last if the process was stopped."""
        child = os.fork()
        if child == 0:
            status = 255
            try:
                signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                if code is not None:
                    install(self.module, code)
                status = _run(session, items)
            finally:
                os._exit(status)
        status = os.waitpid(child, 0)[1]
        position = os.waitstatus_to_exitcode(status) - 1 if os.WIFEXITED(status) else 255
        return None if status == 0 else position


def _run(session: pytest.Session, items: Sequence[pytest.Item]) -> int:
    """Return 0 if all tests are green, else 1 for the first, 2 for the second ..."""
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return min(at + 1, 255)
    return 0


def survivors_of(
    module: ModuleType,
    mutants: Iterable[Mutant],
    tests: Sequence[str],
    tell: Callable[[Mutant], None] = lambda mutant: None,
) -> list[Mutant]:
    """Return the mutants of a module with which all tests stay green; `tell` each at once.

    `RuntimeError` if the tests are red or missing by themselves.
    """
    trials = Trials(module, mutants, tell)
    with TemporaryDirectory() as folder:
        options = ["-q", "-s", "-p", "no:cacheprovider", "--assert=plain", "--no-header",
                   "--no-summary", f"--basetemp={folder}/tests"]  # fmt: skip
        if pytest.main([*options, *tests], plugins=[trials]) != pytest.ExitCode.OK:
            raise RuntimeError(f"{module.__name__}: its tests are red without a mutant")
    return trials.survivors


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
        elif isinstance(real, int | float | str | tuple | dict) and not name.startswith("__"):
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
