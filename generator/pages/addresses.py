"""Where a target stands on the website: the one table of addresses.

Every page is `<folder>/index.html`. Addresses are relative to the page that links, so that the
same files serve from a server and from disk.
"""

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache

from generator.views.targets import Target

PAGES: Mapping[str, str] = {
    "page": "{}",
    "city": "cities/{}",
    "embed": "embed/{}",
    "embed-indicator": "embed/indicators/{}",
    "country": "countries/{}",
    "country-compared": "countries/{}/compare",
    "initial": "cities/by-initial/{}",
    "indicator": "indicators/{}",
    "area": "areas/{}",
    "goal": "sdgs/{}",
    "recommendation": "recommendations/{}",
    "package": "packages/{}",
    "practice": "practices/{}",
    "editors": "editors/{}",
}
"""Kind of target -> folder of its page; of a city's pages see `PAGES_OF_CITY`."""

PAGES_OF_CITY: Mapping[str, str] = {
    "tab": "cities/{}/{}",
    "project": "cities/{}/projects/{}",
}
"""Kind of target, `kind:city/name` -> folder of its page."""

FILES: Mapping[str, str] = {"data": "data/{}", "file": "{}"}
"""Kind of target -> file, which stands once for all languages."""
BESIDE = "beside"
"""Kind of target that is a file of each language."""


@lru_cache(maxsize=1 << 12)  # those of a few pages: most are asked for again at once
def folder_of(target: Target) -> str:
    """Return the folder of a page without slashes around; "" is the start.

    Raises:
        KeyError: there is no such kind of page.
    """
    kind, _, name = re.split("[?#]", target, maxsplit=1)[0].partition(":")
    if kind in PAGES_OF_CITY:
        city, _, rest = name.partition("/")
        return PAGES_OF_CITY[kind].format(city, rest)
    return PAGES[kind].format(name.lower() if kind.startswith("country") else name)


@lru_cache(maxsize=1 << 12)  # those of a few pages: most are asked for again at once
def address_of(target: Target, here: str, first_language: bool) -> str:
    """Return the address of a target from the page in the folder `here`.

    A place on that page is its mark alone: `index.html` before it would load the page again.
    """
    path, mark, place = target.partition("#")
    kind, _, name = path.partition(":")
    if kind in FILES:
        file = FILES[kind].format(name)
        above = "" if first_language else "../"
        return f"{above}{_from(here, file)}{mark}{place}"
    if kind == BESIDE:
        return _from(here, name)
    folder = folder_of(Target(path))
    if mark and folder == here:
        return mark + place
    file, (_, asks, query) = posixpath.join(folder, "index.html"), path.partition("?")
    return f"{_from(here, file)}{asks}{query}{mark}{place}"


def _from(here: str, file: str) -> str:
    """Return the path of a file from a folder; both are given from the root."""
    above, parts = here.split("/") if here else [], file.split("/")
    same = 0
    for one, other in zip(above, parts[:-1], strict=False):
        if one != other:
            break
        same += 1
    return "../" * (len(above) - same) + "/".join(parts[same:])
