"""What machines are told of a page, in the words of schema.org, as JSON-LD.

In: a record of `views/described_data.py`, the publication. Out: the text of a data block: it runs
nothing, and no text in it ends it.
"""

import json
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from generator.model.framework_records import PublicationRecord
from generator.model.media_types import media_type
from generator.pages.addresses import address_of
from generator.views.described_data import DescribedCity, DescribedData, DescribedPlace
from generator.views.targets import Target

Described = DescribedCity | DescribedData
Address = Callable[[Target], str]
_CONTEXT = "https://schema.org"


def linked_data(about: Described, record: PublicationRecord, language: str, folder: str) -> str:
    """Return the JSON-LD of a page in `folder`; addresses are whole if that of the site is known.

    Others are relative to the page.
    """
    first = language == record.languages[0]
    base = (
        f"{record.address.rstrip('/')}/{'' if first else f'{language}/'}" if record.address else ""
    )

    def address(target: Target) -> str:
        if base:
            return urljoin(base, address_of(target, "", first))
        return address_of(target, folder, first)

    thing = (
        _city(about, address)
        if isinstance(about, DescribedCity)
        else {**_data_set(about, address), **_terms(record), "inLanguage": language}
    )
    text = json.dumps({"@context": _CONTEXT, **thing}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _city(city: DescribedCity, address: Address) -> Mapping[str, object]:
    thing: dict[str, object] = {
        "@type": "City",
        "name": city.name,
        "containedInPlace": _country(city.country),
        "url": address(city.page),
    }
    if city.names:
        thing["alternateName"] = list(city.names)
    if city.latitude is not None and city.longitude is not None:
        place = {"latitude": city.latitude, "longitude": city.longitude}
        thing["geo"] = {"@type": "GeoCoordinates", **place}
    if city.website:
        thing["sameAs"] = city.website
    return thing


def _country(country: DescribedPlace) -> Mapping[str, object]:
    return {"@type": "Country", "name": country.name, "identifier": country.code}


def _data_set(data: DescribedData, address: Address) -> Mapping[str, object]:
    thing: dict[str, object] = {
        "@type": "Dataset",
        "name": data.name,
        "description": data.description,
        "url": address(data.page),
        "spatialCoverage": [
            _city(place, address) if isinstance(place, DescribedCity) else _country(place)
            for place in data.places
        ],
        "distribution": [_download(address(file)) for file in data.files],
    }
    if data.measured:
        thing["variableMeasured"] = list(data.measured)
    if data.first is not None:
        thing["temporalCoverage"] = f"{data.first}/{data.last}"
    return thing


def _download(address: str) -> Mapping[str, object]:
    kind = media_type(address)
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}


def _terms(record: PublicationRecord) -> Mapping[str, object]:
    """Return what holds for all data of the publication: edition, licence, who made it."""
    terms: dict[str, object] = {
        "dateModified": record.as_of,
        "version": record.edition,
        "license": record.licence.content_address,
        "isAccessibleForFree": True,
    }
    if record.contact:
        link = {"url": record.contact.url} if record.contact.url else {}
        terms["creator"] = {"@type": "Organization", "name": record.contact.name, **link}
    return terms
