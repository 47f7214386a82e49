"""Each guard taken away, and the test that must turn red: `python -m tests.rules.guards [NAME …]`.

Run it in a copy of the project, since it changes files: `guards.yml` names what of a function or a
file is the guard, and what stands in its place without it. The tests are collected once; for each
guard a forked process has the changed code, the changed file lies on the disk for the processes
that a test starts, and the named test runs. The exit status is 1 if one stays green.
"""

import ast
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from tests.mutation.trial import install

ROOT = Path(__file__).resolve().parents[2]
DEFINED = (ast.FunctionDef, ast.ClassDef)
CPU_SECONDS = 200.0
"""After which a test without its guard is taken to run without end, which is red."""


@dataclass(frozen=True)
class Guard:
    """`where` is `module:function`, or a file; `code` stands there once, `test` names functions."""

    threat: str
    guard: str
    where: str
    code: str
    without: str
    test: str

    @property
    def module(self) -> str:
        """The name of the module; "" if it is no module."""
        named, _, function = self.where.partition(":")
        if function:
            return named
        return named.removesuffix(".py").replace("/", ".") if named.endswith(".py") else ""

    def file(self, root: Path) -> Path:
        if ":" not in self.where:
            return root / self.where
        path = root.joinpath(*self.module.split("."))
        return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")

    def changed(self, text: str) -> str:
        """Return the text of its file without the guard; `ValueError` if it is not there once."""
        begin, end = _span(text, self.where.partition(":")[2])
        if text[begin:end].count(self.code) != 1:
            raise ValueError(f"{self.guard}: {self.where} does not hold it once")
        return text[:begin] + text[begin:end].replace(self.code, self.without) + text[end:]


def read_guards() -> list[Guard]:
    listed = yaml.safe_load(Path(__file__).with_name("guards.yml").read_text(encoding="utf-8"))
    return [Guard(threat, **told) for threat, guards in listed.items() for told in guards]


def _span(text: str, function: str) -> tuple[int, int]:
    """Return where a function, or a method as `Class.method`, begins and ends in a module."""
    if not function:
        return 0, len(text)
    nodes: list[ast.FunctionDef | ast.ClassDef] = []
    for name in function.split("."):
        body = nodes[-1].body if nodes else ast.parse(text).body
        nodes += [one for one in body if isinstance(one, DEFINED) and one.name == name][:1]
    lines = text.splitlines(keepends=True)
    begin, end = nodes[-1].lineno - 1, nodes[-1].end_lineno
    return sum(map(len, lines[:begin])), sum(map(len, lines[:end]))


class Tried:
    """A plugin of pytest: instead of running the tests once, it runs each without its guard."""

    def __init__(self, guards: Sequence[Guard]) -> None:
        self.guards = guards
        self.red_anyway: list[str] = []
        self.green: list[Guard] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for test in dict.fromkeys(guard.test for guard in self.guards):
            if self._is_red(_items(session, test), None):
                self.red_anyway.append(test)
        for guard in self.guards:
            path = guard.file(ROOT)
            text = path.read_text(encoding="utf-8")
            state = path.stat()
            path.write_text(guard.changed(text), encoding="utf-8")
            try:
                is_red = self._is_red(_items(session, guard.test), guard)
            finally:
                path.write_text(text, encoding="utf-8")
                os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
            print(f"{'red' if is_red else 'GREEN':5}  {guard.guard}", file=sys.stderr, flush=True)
            if not is_red:
                self.green.append(guard)
        return True

    def _is_red(self, items: Sequence[pytest.Item], guard: Guard | None) -> bool:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                if guard is not None and guard.module:
                    code = compile(guard.file(ROOT).read_text("utf-8"), guard.where, "exec")
                    install(import_module(guard.module), code)
                status = _failed(items)
            finally:
                os._exit(status)
        return os.waitpid(child, 0)[1] != 0


def _items(session: pytest.Session, test: str) -> list[pytest.Item]:
    return [one for one in session.items if one.nodeid == test or one.nodeid.startswith(f"{test}[")]


def _failed(items: Sequence[pytest.Item]) -> int:
    """Run tests until one is red; return whether one was, or none was run."""
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if item.session.testsfailed:
            return 1
    return 0 if items else 1


def main(names: Sequence[str]) -> int:
    guards = [one for one in read_guards() if not names or one.guard in names]
    tried = Tried(guards)
    options = ["-q", "-s", "-p", "no:cacheprovider", "--assert=plain", "--no-header",
               "--no-summary", "-m", ""]  # fmt: skip
    tests = dict.fromkeys(guard.test for guard in guards)
    status = pytest.main([*options, *tests], plugins=[tried])
    for test in tried.red_anyway:
        print(f"red with its guards, too: {test}", file=sys.stderr)
    return 1 if status != pytest.ExitCode.OK or tried.green or tried.red_anyway else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
