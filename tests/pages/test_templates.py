"""What a page gives its template and what the template names are the same, on both sides."""

import ast
import re
from collections.abc import Iterator

import pytest
from jinja2 import meta

from generator.pages import WrittenPage, load_templates
from tests.rules.modules import MODULES, ROOT

FOLDER = ROOT / "theme/pages"
TEMPLATES = load_templates(ROOT)

ALWAYS = frozenset({"words", "language", "say", "to", "href", "publication", "name", "trail"})
"""What every template is given."""

BY = {"page": (1, frozenset[str]()), "city_page": (3, frozenset({"header"}))}
"""How a page is made: the place of its template, and what it is given besides the views."""

SETTINGS = frozenset({"subject", "contents", "described"})
"""What `city_page` is told that is no view."""


def given(source: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the template of every page that a module makes, with the names of its views."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BY:
            place, besides = BY[node.func.id]
            template = node.args[place]
            if isinstance(template, ast.Constant):
                names = {keyword.arg or "" for keyword in node.keywords}
                yield str(template.value), (frozenset(names) - SETTINGS) | besides


def named(template: str) -> frozenset[str]:
    """Return what the text of a template takes from its page."""
    return frozenset(meta.find_undeclared_variables(TEMPLATES.parse(template)) - ALWAYS)


PAGES = [
    pair for name, text in MODULES.items() if name.startswith("pages.") for pair in given(text)
]


@pytest.mark.parametrize(("template", "views"), PAGES, ids=[template for template, _ in PAGES])
def test_a_template_names_the_views_of_its_page(template: str, views: frozenset[str]) -> None:
    assert named((FOLDER / template).read_text(encoding="utf-8")) == views


def test_what_a_page_gives_is_read_from_its_call() -> None:
    source = 'page(head, "a.jinja", lead=x)\ncity_page(s, c, t, "b.jinja", subject="b", rows=r)'
    assert list(given(source)) == [
        ("a.jinja", frozenset({"lead"})),
        ("b.jinja", frozenset({"header", "rows"})),
    ]


def test_what_a_template_names_of_its_own_is_no_view() -> None:
    text = "{% set a = lead %}{{ a }}{% for each in rows %}{{ each.b }}{{ say('c') }}{% endfor %}"
    assert named(text) == {"lead", "rows"}


def test_a_block_before_a_heading_ends_on_a_line_of_its_own(
    fictitious_pages: dict[str, WrittenPage],
) -> None:
    """Else the heading behind it would stand on the page with its Markdown signs."""
    for folder, page in fictitious_pages.items():
        assert not re.search(r"[^\n]<!-- /block -->\s*#", page.body), folder
