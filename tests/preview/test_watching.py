"""What counts as a save, and what happens if the system refuses to watch."""

import errno
import threading
from pathlib import Path
from typing import Any

import pytest
from watchdog import events
from watchdog.observers.polling import PollingObserver

from generator.preview import watching
from generator.preview.bursts import Bursts
from generator.preview.watching import inputs_of, matters, watched

PATIENCE_S = 10


@pytest.mark.parametrize(
    "event",
    [
        events.FileModifiedEvent("cities/x/city.yml"),
        events.FileClosedEvent("cities/x/city.yml"),
        events.FileCreatedEvent("cities/x/images/a.png"),
        events.FileDeletedEvent("cities/x/city.yml"),
        events.FileMovedEvent("cities/x/.city.yml.swp", "cities/x/city.yml"),
        events.FileMovedEvent("cities/x/city.yml", "cities/x/city.yml~"),
        events.DirCreatedEvent("cities/y"),
        events.DirDeletedEvent("cities/y"),
        events.DirMovedEvent("cities/y", "cities/z"),
    ],
)
def test_what_changes_an_input_matters(event: events.FileSystemEvent) -> None:
    assert matters(event)


@pytest.mark.parametrize(
    "event",
    [
        events.FileOpenedEvent("cities/x/city.yml"),
        events.FileClosedNoWriteEvent("cities/x/city.yml"),
        events.FileAttribEvent("cities/x/city.yml"),
        events.DirModifiedEvent("cities/x"),
        events.FileModifiedEvent("cities/x/.city.yml.swp"),
        events.FileModifiedEvent("cities/x/city.yml~"),
        events.FileModifiedEvent("cities/x/city.yml.tmp"),
        events.FileCreatedEvent("cities/x/4913"),
        events.FileCreatedEvent("cities/x/.#city.yml"),
        events.FileCreatedEvent("cities/x/~$figures.xlsx"),
        events.FileCreatedEvent("cities/x/.~lock.sources.csv#"),
        events.FileMovedEvent("cities/x/a.tmp", "cities/x/b.tmp"),
        events.FileModifiedEvent("cities/.git/index"),
    ],
)
def test_what_changes_no_input_does_not_matter(event: events.FileSystemEvent) -> None:
    assert not matters(event)


class Noted(Bursts):
    """Counts what is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.noted = threading.Event()

    def note(self) -> None:
        self.noted.set()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for name in ("content", "cities/x", "theme", "build"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "cities/x/city.yml").write_text("name: X\n", encoding="utf-8")
    return tmp_path


def test_saves_are_noted_and_nothing_else(small: Path) -> None:
    saves = Noted()
    with watched(small, saves, pytest.fail):
        (small / "build/site.html").write_text("built", encoding="utf-8")
        (small / "notes.txt").write_text("mine", encoding="utf-8")
        (small / "cities/x/city.yml").read_text(encoding="utf-8")
        (small / "cities/x/city.yml~").write_text("before", encoding="utf-8")
        assert not saves.noted.wait(0.5)
        for path in ("cities/x/city.yml", "mkdocs.yml", "theme/palette.yml", "content/new.yml"):
            (small / path).write_text("saved\n", encoding="utf-8")
            assert saves.noted.wait(PATIENCE_S), path
            saves.noted.clear()


def test_a_folder_that_comes_back_is_watched_again(small: Path) -> None:
    saves = Noted()
    with watched(small, saves, pytest.fail) as watch:
        (small / "cities").rename(small / "elsewhere")
        assert saves.noted.wait(PATIENCE_S)
        watch.renew()
        saves.noted.clear()
        (small / "elsewhere").rename(small / "cities")
        assert saves.noted.wait(PATIENCE_S)
        watch.renew()
        saves.noted.clear()
        (small / "cities/x/city.yml").write_text("name: Y\n", encoding="utf-8")
        assert saves.noted.wait(PATIENCE_S)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE])
def test_where_the_system_refuses_it_is_said_and_files_are_looked_at(
    small: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    class Refusing(PollingObserver):
        def schedule(self, *arguments: Any, **options: Any) -> Any:
            if arguments[1] == str(small):  # as inotify: what lies below a folder fails in silence
                raise OSError(number, "limit reached")
            return super().schedule(*arguments, **options)

    monkeypatch.setattr(watching, "Observer", Refusing)
    monkeypatch.setattr(watching, "POLL_S", 0.05)
    saves, said = Noted(), []
    with watched(small, saves, said.append) as watch:
        watch.renew()
        (small / "cities/x/city.yml").write_text("name: longer\n", encoding="utf-8")
        assert saves.noted.wait(PATIENCE_S)
    assert len(said) == 1
    assert "limit reached" in said[0]


def test_the_shipped_theme_is_watched_where_the_root_has_none(small: Path) -> None:
    assert small / "theme" in inputs_of(small)
    (small / "theme").rmdir()
    theme = [folder for folder in inputs_of(small) if folder.name == "theme"]
    assert len(theme) == 1
    assert (theme[0] / "palette.yml").is_file()
