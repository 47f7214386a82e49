"""Drawings whose look lies in the style sheet of the site, made to bear it themselves.

What sets a page for print knows neither custom properties nor the sheet of a page within a
drawing, and nothing of `<use>`: each element of a drawing gets the colours and lines that the
sheet gives it, as a style of its own, and a copy of what it uses.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

SVG = "{http://www.w3.org/2000/svg}"
LOOKS = frozenset(
    {
        "color", "fill", "fill-opacity", "font-size", "font-weight", "opacity", "stroke",
        "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width",
        "text-anchor", "paint-order", "display",
    }
)  # fmt: skip
"""What of a style sheet decides how a drawing looks."""
CURRENT = "currentcolor"
_VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*(?:,\s*([^()]*))?\)")


class Looks:
    """The rules of a style sheet for drawings, their custom properties resolved by `tokens`."""

    def __init__(self, sheet: str, tokens: Mapping[str, str]) -> None:
        self._matcher, self._ink = cssselect2.Matcher(), tokens.get("ink", CURRENT)
        for rule in _rules(tinycss2.parse_stylesheet(sheet, True, True)):
            looks = dict(_looks(rule.content, tokens))
            if looks:
                self._add(rule.prelude, looks)

    def _add(self, prelude: list[Any], looks: Mapping[str, str]) -> None:
        try:
            selectors = cssselect2.compile_selector_list(prelude)
        except cssselect2.SelectorError:
            return  # of another engine, or of a state that paper does not have
        for selector in selectors:
            if selector.pseudo_element is None:
                self._matcher.add_selector(selector, looks)

    def inline(self, root: Element) -> None:
        """Give every element of every drawing below `root` its look as a style of its own."""
        named = {(one.get("id") or "").rpartition(":")[2]: one for one in root.iter()}
        for drawing in root.iter(f"{SVG}svg"):
            _copy_used(drawing, named)
        wrapper = cssselect2.ElementWrapper.from_html_root(root)
        self._inline(wrapper, {"color": self._ink}, within=False)

    def _inline(self, wrapper: Any, inherited: Mapping[str, str], *, within: bool) -> None:
        element, looks = wrapper.etree_element, {}
        for _, _, _, found in sorted(self._matcher.match(wrapper), key=lambda one: one[:2]):
            looks.update(found)
        color = looks.get("color", inherited["color"])
        if color.lower() in (CURRENT, "inherit"):
            color = inherited["color"]
        within = within or element.tag == f"{SVG}svg"
        if within:
            own = {key: color if value.lower() == CURRENT else value for key, value in looks.items()
                   if key != "color"}  # fmt: skip
            _write(element, own, color)
        for child in wrapper.iter_children():
            self._inline(child, {"color": color}, within=within)


def _write(element: Element, looks: Mapping[str, str], color: str) -> None:
    for key in ("fill", "stroke"):
        if element.get(key, "").lower() == CURRENT and key not in looks:
            element.set(key, color)
    given = "; ".join(f"{key}: {value}" for key, value in looks.items())
    if given:
        element.set("style", "; ".join(one for one in (element.get("style"), given) if one))


def _rules(nodes: list[Any]) -> Iterator[Any]:
    return (node for node in nodes if node.type == "qualified-rule")


def _looks(content: list[Any], tokens: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content, True, True):
        if one.type == "declaration" and one.lower_name in LOOKS:
            yield one.lower_name, resolved(tinycss2.serialize(one.value).strip(), tokens)


def resolved(value: str, tokens: Mapping[str, str]) -> str:
    """Return a value of a style sheet, each custom property by its value or what stands for it."""
    while _VARIABLE.search(value):
        value = _VARIABLE.sub(lambda found: tokens.get(found[1], found[2] or CURRENT), value)
    return value


def _copy_used(drawing: Element, named: Mapping[str, Element]) -> None:
    """Put what is used in the place of each `<use>`, moved to where it says.

    `named`: elements by their ids, without the place of a page that the plugin puts before them.
    """
    for parent in list(drawing.iter()):
        for at, child in enumerate(list(parent)):
            if child.tag == f"{SVG}use":
                found = named.get(_target(child))
                copy = Element(f"{SVG}g")
                copy.extend(deepcopy(list(found)) if found is not None else [])
                x, y = child.get("x", "0"), child.get("y", "0")
                copy.set("transform", f"translate({x} {y})")
                parent[at] = copy


def _target(used: Element) -> str:
    return (used.get("href") or used.get("{http://www.w3.org/1999/xlink}href") or "").lstrip("#")
