"""What is installed beside this interpreter: a CycloneDX bill of materials, and the licences.

Run by the interpreter of the environment in question; it needs `packaging` and nothing of ours:
`python -I bill_of_materials.py city-profiles 2026-11-29T12:00:00Z BILL.json LICENCES.csv`.
"""

import csv
import json
import re
import sys
import uuid
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

LONGEST_NAME = 120
"""Letters of a licence that has no identifier; some packages put its whole text there."""


def installed() -> dict[str, Distribution]:
    """Return every installed distribution by its name as package indexes write it."""
    return {normal(one.metadata["Name"]): one for one in distributions()}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needs(one: Distribution, extras: tuple[str, ...] = ("",)) -> Iterator[str]:
    """Yield the names of what a distribution requires here, of its extras too."""
    for text in one.requires or ():
        requirement = Requirement(text)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            yield normal(requirement.name)


def licence_of(one: Distribution) -> tuple[str, bool]:
    """Return the licence of a distribution, and whether it is an SPDX expression."""
    expression = one.metadata.get("License-Expression")
    if expression:
        return str(expression), True
    classifiers = one.metadata.get_all("Classifier") or ()
    told = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License ::")]
    told = [text for text in told if text != "OSI Approved"]
    stated = str(one.metadata.get("License") or "").strip().partition("\n")[0]
    return ", ".join(told) or stated[:LONGEST_NAME] or _title_of_licence(one), False


def _title_of_licence(one: Distribution) -> str:
    """Return the first line of the licence that a distribution brings; "" if it brings none."""
    texts = (one.read_text(f"licenses/{name}") for name in one.metadata.get_all("License-File", []))
    return next(
        (text.split("\n")[0].strip() for text in (t.strip() for t in texts if t) if text), ""
    )


def bill(root: str, when: str, found: Mapping[str, Distribution]) -> dict[str, Any]:
    """Return the bill of all that is installed, as CycloneDX 1.6.

    `when` is a time in UTC. What `root` does not need at run time has the scope `excluded`.
    """
    needed, waiting = {root}, [root]
    while waiting:
        below = [name for name in needs(found[waiting.pop()]) if name in found]
        waiting += sorted({*below} - needed)
        needed.update(below)
    components = [
        {**_component(name, one), "scope": "required" if name in needed else "excluded"}
        for name, one in sorted(found.items())
        if name != root
    ]
    links = [
        {
            "ref": _address(name, one),
            "dependsOn": sorted({_address(to, found[to]) for to in needs(one) if to in found}),
        }
        for name, one in sorted(found.items())
    ]
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": when,
            "component": {**_component(root, found[root]), "type": "application"},
        },
        "components": components,
        "dependencies": links,
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(told, sort_keys=True))
    return {**told, "serialNumber": f"urn:uuid:{number}"}


def _component(name: str, one: Distribution) -> dict[str, Any]:
    licence, is_expression = licence_of(one)
    shown = {"expression": licence} if is_expression else {"license": {"name": licence}}
    return {
        "type": "library",
        "bom-ref": _address(name, one),
        "name": name,
        "version": one.version,
        "purl": _address(name, one),
        **({"licenses": [shown]} if licence else {}),
    }


def _address(name: str, one: Distribution) -> str:
    return f"pkg:pypi/{name}@{one.version}"


def licences(found: Mapping[str, Distribution]) -> list[tuple[str, str, str]]:
    """Return name, version and licence of all that is installed."""
    return [(name, one.version, licence_of(one)[0]) for name, one in sorted(found.items())]


def main(root: str, when: str, bill_file: str, licence_file: str) -> None:
    found = installed()
    text = json.dumps(bill(root, when, found), indent=2, sort_keys=True, ensure_ascii=False)
    Path(bill_file).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    with Path(licence_file).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([("package", "version", "licence"), *licences(found)])


if __name__ == "__main__":
    main(*sys.argv[1:])
