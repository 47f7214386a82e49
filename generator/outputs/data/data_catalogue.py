"""DCAT: the catalogue from which data portals harvest, as JSON-LD."""

from collections.abc import Sequence
from typing import Any

from generator.frozen import dataclass
from generator.model.framework_records import PublicationRecord
from generator.model.media_types import media_type

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
LICENCE = "https://spdx.org/licenses/{}"


@dataclass(frozen=True, slots=True)
class DataSet:
    """What a portal lists: one content in one or more files, by path in the data folder."""

    id: str
    title: str
    files: tuple[str, ...]
    sizes: tuple[int, ...]


def catalogue(record: PublicationRecord, sets: Sequence[DataSet]) -> dict[str, Any]:
    """Return `catalog.jsonld`. Addresses are relative to it if the publication has none."""
    base = f"{record.address.rstrip('/')}/data/" if record.address else ""
    return {
        "@context": CONTEXT,
        "@id": f"{base}catalog.jsonld",
        "@type": "dcat:Catalog",
        **_head(record, record.title),
        "dcat:dataset": [_data_set(record, one, base) for one in sets],
    }


def _head(record: PublicationRecord, title: str) -> dict[str, Any]:
    head: dict[str, Any] = {
        "dct:title": {"@value": title, "@language": record.languages[0]},
        "dct:modified": record.as_of,
        "dct:license": {"@id": LICENCE.format(record.licence.content)},
    }
    if record.contact:
        publisher = {"@type": "foaf:Agent", "foaf:name": record.contact.name}
        head["dct:publisher"] = publisher
    return head


def _data_set(record: PublicationRecord, one: DataSet, base: str) -> dict[str, Any]:
    return {
        "@id": f"{base}catalog.jsonld#{one.id}",
        "@type": "dcat:Dataset",
        **_head(record, one.title),
        "dcat:version": record.edition,
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dcat:downloadURL": {"@id": f"{base}{file}"},
                "dcat:mediaType": media_type(file),
                "dcat:byteSize": size,
            }
            for file, size in zip(one.files, one.sizes, strict=True)
        ],
    }
