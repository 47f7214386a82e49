"""The web form of a chart: an SVG to stand inside a page, its colours those of the site.

In: a drawn figure and the light palette. Out: markup without style attributes, style sheets,
metadata and names that could meet those of another chart; every literal colour has become a
class (`f-ink` fills, `s-ink` strokes) whose rule is written by `color_rules`. Draws nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree

from generator.charts.chart_records import Figure

_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_REFERENCE = re.compile(r"#([\w.-]+)")
_COMMAND = re.compile(r"([MLCQzZ])([^MLCQzZ]*)")
_NO_TURN = re.compile(r"rotate\(-?0 [^)]*\)")
_ROOT_FONT_SIZE = "12"
_DEFAULTS = {
    "stroke-linejoin": "round",
    "stroke-dashoffset": "0",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "font-size": _ROOT_FONT_SIZE,
    "font-weight": "400",
    "text-anchor": "start",
}
_CLASS_OF = {"fill": "f", "stroke": "s"}
_DROPPED = {"font-family", "id", "width", "height", "version"}
_UNSEEN = {"metadata", "style"}


def to_web(figure: Figure, tokens: Mapping[str, str], prefix: str) -> str:
    """Return the figure as inline SVG.

    `tokens` are the names and literal colours of the light palette; `prefix` is unique on the
    page. The text alternative belongs to the surrounding figure: the drawing itself is hidden
    from assistive technology.

    Raises:
        ValueError: the drawing has a colour that the palette lacks.
    """
    source = ElementTree.fromstring(figure.svg)
    rewriting = _Rewriting(tokens, prefix, source, dict(figure.tooltips))
    root = ElementTree.Element(
        "svg",
        {
            "class": "chart",
            "viewBox": _rounded(source.get("viewBox", "")),
            "aria-hidden": "true",
            "focusable": "false",
            "font-size": _ROOT_FONT_SIZE,
            "stroke-linejoin": "round",
        },
    )
    root.extend(list(rewriting.children(source)))
    return ElementTree.tostring(root, encoding="unicode")


def color_rules(tokens: Iterable[str]) -> str:
    """Return the style sheet rules by which the classes of charts take the site's colours."""
    return "".join(
        f".chart .f-{token}{{fill:var(--{token})}}.chart .s-{token}{{stroke:var(--{token})}}\n"
        for token in tokens
    )


class _Rewriting:
    """The translation of one drawing, element by element."""

    def __init__(
        self,
        tokens: Mapping[str, str],
        prefix: str,
        source: ElementTree.Element,
        tooltips: Mapping[str, str],
    ) -> None:
        self._tokens = {color.lower(): token for token, color in tokens.items()}
        self._prefix = prefix
        self._tooltips = tooltips
        self._referred = {
            name
            for element in source.iter()
            for value in element.attrib.values()
            for name in _REFERENCE.findall(value)
        }

    def children(
        self, parent: ElementTree.Element, tooltip: str = ""
    ) -> Iterator[ElementTree.Element]:
        """Yield the elements that take the place of the children of `parent`."""
        for child in parent:
            name = _local(child.tag)
            if name in _UNSEEN or _is_invisible(child):
                continue
            words = self._tooltips.get(child.get("id", ""), tooltip)
            attributes = self._attributes(child)
            inner = list(self.children(child, words))
            if name in ("g", "defs") and not (inner and (attributes or name == "defs")):
                yield from inner
                continue
            element = ElementTree.Element(name, attributes)
            element.text = child.text if name == "text" else None
            if words and name in ("path", "use"):
                ElementTree.SubElement(element, "title").text = words
            element.extend(inner)
            yield element

    def _attributes(self, element: ElementTree.Element) -> dict[str, str]:
        given = {_local(key): value for key, value in element.attrib.items()}
        identity = given.get("id", "")
        given |= _declarations(given.pop("style", ""))
        classes = [
            f"{short}-{self._token(color)}"
            for key, short in _CLASS_OF.items()
            if (color := given.get(key, "none")) != "none"
            for given[key] in [""]
        ]
        kept = {"class": " ".join(classes)} | {
            key: text
            for key, value in given.items()
            if key not in _DROPPED and (text := self._value(key, value)) != _DEFAULTS.get(key)
        }
        if given.get("stroke") is None:
            kept = {key: value for key, value in kept.items() if not key.startswith("stroke")}
        if identity in self._referred:
            kept["id"] = self._prefix + identity
        return {key: value for key, value in kept.items() if value}

    def _token(self, color: str) -> str:
        token = self._tokens.get(color.lower())
        if token is None:
            raise ValueError(f"a chart has the colour {color}, which the palette lacks")
        return token

    def _value(self, key: str, value: str) -> str:
        if key == "d":
            return relative_path(value)
        value = _NO_TURN.sub("", value)
        value = _REFERENCE.sub(lambda match: f"#{self._prefix}{match[1]}", value)
        return _rounded(value.removesuffix("px"))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _declarations(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs if value}


def _is_invisible(element: ElementTree.Element) -> bool:
    style = _declarations(element.get("style", ""))
    unpainted = style.get("fill") == "none" and "stroke" not in style
    return _local(element.tag) == "path" and unpainted


def _rounded(value: str) -> str:
    """Return a value with at most two decimals in its numbers."""
    return _NUMBER.sub(lambda match: _short(float(match[0])), value).strip()


def _short(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    if text.startswith(("0.", "-0.")):
        text = text.replace("0.", ".", 1)
    return "0" if text in ("-0", "") else text


def relative_path(data: str) -> str:
    """Return path data (M, L, C, Q, z) in relative steps with two decimals.

    Equal shapes at different places become equal texts, which compress well. Each step is
    measured from where the rounded ones have led, so that errors do not add up.
    """
    steps: list[str] = []
    at = begin = (0.0, 0.0)
    for command, rest in _COMMAND.findall(data):
        if command in "zZ":
            steps.append("z")
            at = begin
            continue
        numbers = [float(number) for number in rest.split()]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        texts = [_short(value - at[axis]) for pair in pairs for axis, value in enumerate(pair)]
        at = (at[0] + float(texts[-2]), at[1] + float(texts[-1]))
        begin = at if command == "M" else begin
        steps.append(command.lower() + _joined(texts))
    return "".join(steps)


def _joined(texts: list[str]) -> str:
    """Return numbers with a space only where the next one has no sign."""
    return texts[0] + "".join(t if t.startswith("-") else f" {t}" for t in texts[1:])
