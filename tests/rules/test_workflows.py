"""Workflows run hostile changes: no rights, no secrets, no action that can change under them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands import profiles

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}\Z")
EXPRESSION = re.compile(r"\$\{\{")


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def steps_of(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_gives_no_right_but_to_read(path: Path) -> None:
    """Only the job that prints a report may write, and nothing but comments."""
    workflow = read(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    allowed = {"actions": "read", "pull-requests": "write"} if path.stem == "report" else None
    assert all(job.get("permissions") == allowed for job in workflow["jobs"].values())
    assert "pull_request_target" not in path.read_text(encoding="utf-8").split("#")[0]
    assert "pull_request_target" not in str(workflow)
    assert "secrets." not in str(workflow)


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


def test_what_may_write_runs_no_line_of_the_change() -> None:
    report = read(ROOT / ".github" / "workflows" / "report.yml")
    commands = "\n".join(step["run"] for step in steps_of(report))
    for word in ("checkout", "fetch", "clone", "make", "python", "profiles", "pip", "source "):
        assert re.search(rf"\b{word}\b", commands) is None, word
    assert "head -c 60000" in commands
    assert not any("uses" in step for step in steps_of(report))


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


def test_both_forges_do_the_same() -> None:
    check = read(ROOT / ".github" / "workflows" / "check.yml")
    commands = "\n".join(step.get("run", "") for step in steps_of(check))
    jobs = read(ROOT / ".gitlab-ci.yml")
    other = "\n".join(line for job in jobs.values() for line in job.get("script", ()))
    for command in (
        "profiles policy before",
        "profiles check --data-only",
        "profiles diff --data-only",
        "profiles build --data-only",
        "make lint types test",
    ):
        assert command in commands
        assert command in other
    assert "profiles links" in other
