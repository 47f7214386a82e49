"""Pages are built in lots of any size: what a lot costs beside its pages is small, and unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.outputs.site.frame import Frame
from generator.outputs.site.website import SHELL, Source, render
from generator.templates_in_memory import MOST, TemplatesInMemory
from tests.roots import CHECKOUT

PAGE = Source("cities/index.md", "# Cities\n\nA text.\n")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str | None]]:
    """Return the names of the templates that are compiled meanwhile."""
    names: list[str | None] = []
    compiles = Environment.compile

    def noted(self: Environment, source: str, name: str | None = None, *rest: object) -> object:
        names.append(name)
        return compiles(self, source, name, *rest)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(Environment, "compile", noted)
    yield names


@pytest.fixture
def frame(tmp_path: Path) -> Frame:
    """Return a frame of a theme with one template of its own."""
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "main.html").write_text(
        "<title>{{ page.title }}</title>{{ page.content }}"
    )
    given = {"nav": [{"Start": "index.md"}], "extra": {}, "site_name": "A"}
    return Frame(CHECKOUT / "mkdocs.yml", tmp_path / "theme", given, "2026-11-01")


def test_a_template_of_the_site_is_compiled_once_in_a_process(
    frame: Frame, compiled: list[str | None]
) -> None:
    first, second = render(frame, [PAGE]), render(frame, [PAGE])
    assert first == second
    assert b"<p>A text.</p>" in first[0]["cities/index.html"]
    assert compiled.count("main.html") == 1


def test_a_changed_template_is_compiled_again(frame: Frame) -> None:
    render(frame, [PAGE])
    (frame.theme / "main.html").write_text("<h1>{{ page.title }}</h1>")
    assert render(frame, [PAGE]) == [{"cities/index.html": b"<h1>Cities</h1>"}]


def test_what_stands_beside_pages_is_made_for_the_shell_alone(
    frame: Frame, compiled: list[str | None]
) -> None:
    (frame.theme / "404.html").write_text("lost")
    (frame.theme / "own.css").write_text("p { }")
    render(frame, [PAGE])
    assert "404.html" not in compiled
    (shell,) = render(frame, [SHELL])
    assert shell["404.html"] == b"lost"
    assert shell["own.css"] == b"p { }"


def test_the_code_of_templates_is_let_go_beyond_a_number(compiled: list[str | None]) -> None:
    environment = Environment(autoescape=True, bytecode_cache=TemplatesInMemory(), cache_size=0)
    texts: dict[str, str] = {}
    environment.loader = DictLoader(texts)
    for number in range(MOST + 1):
        texts[str(number)] = f"text {number}"
        assert environment.get_template(str(number)).render() == f"text {number}"
    environment.get_template("0")
    environment.get_template(str(MOST))
    assert compiled.count("0") == 2
    assert compiled.count(str(MOST)) == 1
