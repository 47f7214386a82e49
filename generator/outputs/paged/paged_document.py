"""The document that mkdocs-with-pdf joined, made ready for paper and set by WeasyPrint.

The only module that knows WeasyPrint. It opens no address: fonts are the only files that it reads.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname
from xml.etree.ElementTree import Element, SubElement

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from generator.outputs.paged.inlined_drawings import SVG, Looks
from generator.outputs.paged.wanted_copy import Looked, Told

UNPRINTED = (
    "chart-menu", "chart-take", "choose", "chosen-tools", "contents", "crumbs", "downloads",
    "entry-ways", "languages", "menu", "needs-js", "on-screen", "search", "tabs",
)  # fmt: skip
"""Classes of what serves on a screen alone; the site leaves the same out of its printed pages."""
CONTROLS = ("button", "input", "select", "textarea", "script", "style", "template", "link")
STANDARD = "pdf/ua-1"
TITLE = "data-title"
"""The attribute by which a page bears its title (`theme/site-pdf/main.html`)."""
HEADINGS = ("h1", "h2", "h3")


class Closed(URLFetcher):  # type: ignore[misc]  # of an extra, whose types mypy lacks
    """Opens the files of a folder and nothing else; whatever else is asked for ends the work."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return a file below the folder.

        Raises:
            FatalURLFetchingError: the address is another one.
        """
        parts = urlparse(url)
        path = Path(url2pathname(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc or not path.is_relative_to(self._folder):
            raise FatalURLFetchingError(f"{url} is not opened: it is none of the fonts")
        return URLFetcherResponse(url, path.read_bytes())


def setter(looked: Looked, told: Told, kept: list[Any]) -> Callable[..., Any]:
    """Return what takes the place of WeasyPrint's document in the plugin.

    The document that was set goes into `kept`, so that its pages can be counted.
    """

    class Document:
        def __init__(self, string: str) -> None:
            self.html = HTML(string=string, base_url=None, url_fetcher=Closed(looked.fonts))
            make_ready(self.html.etree_element, looked, told)

        def render(self) -> "Document":
            fonts = FontConfiguration()
            tokens = "".join(f"--{name}:{value};" for name, value in looked.tokens.items())
            sheet = CSS(
                string=f":root{{{tokens}}}\n{_font_faces(looked.fonts)}{looked.sheet}",
                font_config=fonts,
                url_fetcher=Closed(looked.fonts),
            )
            kept.append(
                self.html.render(stylesheets=[sheet], font_config=fonts, pdf_variant=STANDARD)
            )
            return self

        def write_pdf(self, path: str) -> None:
            kept[-1].write_pdf(path, pdf_variant=STANDARD)

    return Document


def _font_faces(fonts: Path) -> str:
    """Return the rules by which the fonts of the theme are one family."""
    faces = []
    for path in sorted(fonts.glob("*.ttf")):
        weight = 600 if path.stem.endswith("SemiBold") else 400
        family = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", path.stem.partition("-")[0])
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};'
            f'src:url("{path.resolve().as_uri()}")}}\n'
        )
    return "".join(faces)


def make_ready(root: Element, looked: Looked, told: Told) -> None:
    """Leave out what serves on a screen alone, and add what paper needs."""
    root.set("lang", told.language)
    root.set("dir", told.direction)
    _strip(root)
    _describe(root, told)
    Looks(looked.drawings, looked.tokens).inline(root)
    for drawing in root.iter(f"{SVG}svg"):
        _hide_decoration(drawing)
    _mend_links(root, told.address)
    _open(root, told)


def _strip(element: Element) -> None:
    for child in list(element):
        classes = set((child.get("class") or "").split())
        if child.tag in CONTROLS or classes & set(UNPRINTED) or child.get("hidden") is not None:
            _remove(element, child)
        else:
            _strip(child)


def _remove(parent: Element, child: Element) -> None:
    """Remove an element; the text behind it stays."""
    at, tail = list(parent).index(child), child.tail or ""
    parent.remove(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _describe(root: Element, told: Told) -> None:
    head = root.find("head")
    assert head is not None
    for child in list(head):
        head.remove(child)
    SubElement(head, "title").text = told.title


def _hide_decoration(drawing: Element) -> None:
    """A drawing that screen readers pass over on the site has no words here either."""
    label = drawing.get("aria-label")
    drawing.set("alt", label or "")
    if label and drawing.find(f"{SVG}title") is None:
        title = Element(f"{SVG}title")
        title.text = label
        drawing.insert(0, title)


def _mend_links(root: Element, address: str) -> None:
    """Lead to pages that are not here by their address; without one they are no links."""
    known = {one.get("id") for one in root.iter() if one.get("id")}
    for link in root.iter("a"):
        href = link.get("href") or ""
        if not href.startswith("#") or unquote(href[1:]) in known:
            continue
        place, _, name = unquote(href[1:]).partition(":")
        if f"{place}:" in known:
            link.set("href", f"#{place}:")
        elif address:
            link.set("href", f"{address.rstrip('/')}/{_file(place)}{f'#{name}' if name else ''}")
        else:
            del link.attrib["href"]


def _file(place: str) -> str:
    """Return the file of a place as the plugin writes it: a folder, or a file behind a slash."""
    bare = place.strip("/").removeprefix(".")
    return bare if "." in bare.rpartition("/")[2] else f"{bare}/index.html".lstrip("/")


def _open(root: Element, told: Told) -> None:
    """Put title and contents before the pages."""
    body = root.find("body")
    assert body is not None
    for child in list(body):
        if child.get(TITLE) is None:  # the cover of the plugin
            _remove(body, child)
    front = Element("section", {"class": "front"})
    SubElement(front, "p", {"class": "front-title"}).text = told.title
    SubElement(front, "p", {"class": "front-note"}).text = told.note
    SubElement(front, "p", {"class": "front-contents"}).text = told.contents
    entries = SubElement(front, "ul", {"class": "entries"})
    for article in body.iter("article"):
        entry = SubElement(entries, "li")
        link = SubElement(entry, "a", {"href": f"#{article.get('id')}"})
        link.text = article.attrib.pop(TITLE)
    body.insert(0, front)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def headings_of(pages: Sequence[str]) -> list[list[str]]:
    """Return the headings of pages of the website that a copy must hold, page by page."""
    found = []
    for text in pages:
        root = HTML(string=text, url_fetcher=Closed(Path("/nowhere"))).etree_element
        _strip(root)
        articles = list(root.iter("article"))
        within = articles[0] if articles else root
        found.append([_text(one) for one in within.iter() if one.tag in HEADINGS])
    return found
