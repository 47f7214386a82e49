"""Workflows run hostile changes: no rights, no secrets, no action that can change under them."""

import json
import re
import shutil
import subprocess
import sysconfig
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands import profiles

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WRITING = {
    ("report", "comment"): {"actions": "read", "pull-requests": "write"},
    ("release", "build"): {"contents": "read"},
    ("release", "attest"): {"actions": "read", "attestations": "write", "id-token": "write"},
    ("release", "publish"): {"actions": "read", "contents": "write"},
    ("site", "build"): {"contents": "read"},
    ("site", "publish"): {"actions": "read", "contents": "write"},
}
"""What a job may do beyond reading; each of them is started by no line of a change."""
WRITERS = [key for key, rights in WRITING.items() if "write" in rights.values()]
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}\Z")
EXPRESSION = re.compile(r"\$\{\{")
SYSTEMS = ("ubuntu", "macos", "windows")


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def steps_of(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_gives_no_right_but_to_read(path: Path) -> None:
    """Only the job that prints a report, and those that publish, may write."""
    workflow = read(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for name, job in workflow["jobs"].items():
        assert job.get("permissions") == WRITING.get((path.stem, name)), name
    started = set(workflow[True]) if isinstance(workflow[True], dict) else {workflow[True]}
    assert "pull_request" not in started or not {one for one in WRITING if one[0] == path.stem}
    assert "pull_request_target" not in path.read_text(encoding="utf-8").split("#")[0]
    assert "pull_request_target" not in str(workflow)
    assert "secrets" not in str(workflow)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_only_what_may_write_is_given_a_token(path: Path) -> None:
    for name, job in read(path)["jobs"].items():
        if (path.stem, name) not in WRITERS:
            assert re.search(r"github\.token|environment", str(job)) is None, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_those_of_the_forge_at_one_commit(path: Path) -> None:
    used = [step["uses"] for step in steps_of(read(path)) if "uses" in step]
    assert [name for name in used if not PINNED.match(name)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_of_a_change_is_put_into_a_command(path: Path) -> None:
    """A branch named `$(…)` comes in as the value of a variable."""
    assert [
        step["name"] for step in steps_of(read(path)) if EXPRESSION.search(step.get("run", ""))
    ] == []


@pytest.mark.parametrize(("workflow", "job"), WRITERS)
def test_what_may_write_runs_no_line_of_the_repository(workflow: str, job: str) -> None:
    steps = read(ROOT / ".github" / "workflows" / f"{workflow}.yml")["jobs"][job]["steps"]
    commands = "\n".join(step.get("run", "") for step in steps)
    for word in ("checkout", "fetch", "clone", "make", "python", "profiles", "pip", "source "):
        assert re.search(rf"\b{word}\b", commands) is None, word
    used = [step["uses"].partition("@")[0] for step in steps if "uses" in step]
    assert used == (["actions/attest-build-provenance"] if job == "attest" else [])


def test_the_report_is_limited() -> None:
    assert "head -c 60000" in (ROOT / ".github/workflows/report.yml").read_text(encoding="utf-8")


def test_data_of_a_change_are_read_by_the_generator_of_the_branch_before() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]
    runs = [step.get("run", "") for step in jobs["check"]["steps"]]
    assert any("make -C ../before" in run for run in runs)
    assert not any(re.search(r"\bmake (?!-C)", run) for run in runs)
    reading = [run for run in runs if re.search(r"profiles (check|diff|build)\b", run)]
    assert len(reading) == 3
    assert all("--data-only" in run for run in reading)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_command_of_a_workflow_exists(path: Path) -> None:
    for step in steps_of(read(path)):
        for name, rest in re.findall(r"profiles ([a-z]+)([^\n]*)", step.get("run", "")):
            options = {one for option in profiles.commands[name].params for one in option.opts}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= options, (name, rest)


def test_what_is_no_data_has_an_owner() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert owned[0] == "*"
    assert "/cities/" in owned
    assert "/cities/*/approval.yml" in owned
    assert owned.index("/cities/") < owned.index("/cities/*/approval.yml")


def test_changes_are_tested_on_each_system_and_each_python_that_is_declared() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "tests.yml")
    assert workflow[True] == "pull_request"
    job = workflow["jobs"]["tests"]
    matrix = job["strategy"]["matrix"]
    assert job["runs-on"] == "${{ matrix.system }}"
    assert {one.partition("-")[0] for one in matrix["system"]} == {*SYSTEMS}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    minors = re.findall(r":: (3\.\d+)", "\n".join(project["classifiers"]))
    assert matrix["python"] == minors == ["3.11", "3.12", "3.13", "3.14"]
    other = read(ROOT / ".gitlab-ci.yml")
    assert other["tests"]["parallel"]["matrix"] == [{"PYTHON": minors}]
    runs = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
    for name in ("tests", "tests on macOS", "tests on Windows"):
        assert other[name]["script"] == [line for line in runs if line.startswith("python ")]


def test_what_is_tested_there_is_what_the_makefile_tests() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    runs = read(ROOT / ".gitlab-ci.yml")["tests"]["script"]
    lines = [line.replace("python -m ", "").replace("--quiet ", "") for line in runs]
    known = make.replace("$(BIN)/", "").replace("python -m ", "").replace("--quiet ", "")
    assert [line for line in lines if f"\t{line}\n" not in known] == []


def test_zizmor_finds_nothing() -> None:
    """All that it looks for without a network; the one exception says why beside it."""
    command = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert command, "zizmor is not installed: make .venv/.tests"
    asked = [command, "--offline", "--pedantic", "--no-progress", "--format=json"]
    done = subprocess.run(
        [*asked, str(ROOT / ".github")], capture_output=True, text=True, check=False
    )
    found = [(one["ident"], one["locations"][0]["concrete"]) for one in json.loads(done.stdout)]
    assert (done.returncode, found) == (0, [])
    texts = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    assert texts.count("zizmor: ignore") == 1


def test_both_forges_do_the_same() -> None:
    steps = [step for path in WORKFLOWS for step in steps_of(read(path))]
    commands = "\n".join(step.get("run", "") for step in steps)
    jobs = {**read(ROOT / ".gitlab" / "publication.yml"), **read(ROOT / ".gitlab-ci.yml")}
    lists = [job.get("script", ()) for job in jobs.values() if isinstance(job, dict)]
    other = "\n".join(line for script in lists for line in script)
    for command in (
        "profiles policy before",
        "profiles check --data-only",
        "profiles diff --data-only",
        "profiles build --data-only",
        "profiles verify build/site",
        "profiles links",
        "make lint types test",
        "make dist",
        "python -m pytest -n auto",
    ):
        assert command in commands
        assert command in other
