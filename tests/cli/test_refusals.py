"""Commands that cannot be done end in a message, and leave what is there as it is."""

import os
import shutil
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles as command
from generator.making import order
from generator.making.work import working
from generator.outputs.store.output_folder import place_of
from generator.outputs.store.staging import staged
from tests.making.trees import tree


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_a_new_city_is_not_written_through_a_link(root: Path, tmp_path: Path) -> None:
    (root / "cities").rename(tmp_path / "elsewhere")
    (root / "cities").symlink_to(tmp_path / "elsewhere")
    before = tree(tmp_path / "elsewhere")
    result = run("new", "graz", "--country", "AT", "--root", str(root))
    assert result.exit_code == 2
    assert "is a link" in result.output
    assert tree(tmp_path / "elsewhere") == before


def test_a_link_that_leads_nowhere_is_a_city_that_is_there(root: Path) -> None:
    (root / "cities" / "graz").symlink_to(root / "nowhere")
    result = run("new", "graz", "--country", "AT", "--root", str(root))
    assert result.exit_code == 2
    assert "there already" in result.output


def test_a_circle_of_links_above_the_output_is_said(root: Path) -> None:
    (root / "there").symlink_to(root / "back")
    (root / "back").symlink_to(root / "there")
    result = run("build", "--root", str(root), "--output", str(root / "there" / "build"))
    assert result.exit_code == 1
    assert "circle of links" in result.output
    assert "Nothing was built" in result.output


def test_a_home_that_is_a_link_can_hold_a_build(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "disk")
    assert place_of(tmp_path / "home" / "build") == tmp_path.resolve() / "disk" / "build"


def end_this_process(shared: None, items: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return list(items)


def test_a_process_ended_by_the_system_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = root / "build"
    with staged(output) as build:
        build.write("site/index.html", b"the former build")
        build.take_place()
    before = tree(output)

    def build_and_die(*arguments: object) -> int:
        with staged(output) as build, working(2, lambda *_: None) as work:
            build.write("site/index.html", b"half a build")
            return len(work.make(end_this_process, None, range(4), lot=1, few=0))

    monkeypatch.setattr(order, "build", build_and_die)
    result = run("build", "--root", str(root))
    assert result.exit_code == 1
    assert "--jobs 1" in result.output
    assert "Nothing was built" in result.output
    assert tree(output) == before


def test_a_template_that_asks_for_nothing_known_is_named(root: Path, checkout: Path) -> None:
    shutil.copytree(checkout / "theme", root / "theme")
    path = root / "theme" / "pages" / "home.md.jinja"
    path.write_text("a line\n{{ nobody.knows }}\n", encoding="utf-8")
    result = run("build", "--no-pdf", "--jobs", "1", "--root", str(root))
    assert result.exit_code == 1
    assert "nobody" in result.output
    assert "home.md.jinja, line 2" in result.output
    assert not (root / "build").exists()
