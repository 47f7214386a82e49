"""The structure of the SDMX data, as SDMX-ML 3.0: code lists, concepts, data structure, dataflow.

Codes come from the framework and from the cities, concepts from the columns of the table.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from generator.assessment.advice.told_by_cities import Told
from generator.language import Language
from generator.model.framework import Framework
from generator.model.publication import Publication
from generator.outputs.data.sdmx_table import (
    BLANKS,
    CONCEPTS,
    FLOW,
    STRUCTURE,
    TOTAL,
    VERSION,
    Component,
    Role,
    agency,
    code_of,
    components,
)

FILE = "sdmx/structure.xml"
SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
NAMESPACES = {
    "xmlns:mes": f"{SCHEMAS}/message",
    "xmlns:str": f"{SCHEMAS}/structure",
    "xmlns:com": f"{SCHEMAS}/common",
}
INFO = "urn:sdmx:org.sdmx.infomodel"
LISTS: Mapping[Role, tuple[str, str]] = {
    Role.DIMENSION: ("Dimension", "DimensionList"),
    Role.TIME: ("TimeDimension", "DimensionList"),
    Role.ATTRIBUTE: ("Attribute", "AttributeList"),
    Role.MEASURE: ("Measure", "MeasureList"),
}
"""Role -> the element of a component, and of the list that it stands in, in the order of the
schema."""
DESCRIPTORS = {
    "DimensionList": "DimensionDescriptor",
    "AttributeList": "AttributeDescriptor",
    "MeasureList": "MeasureDescriptor",
}
TEXTS = {Role.TIME: "ObservationalTimePeriod"}
"""Role -> kind of text where there is no list of codes; some values are words, so others too."""


def sdmx_structure(publication: Publication, told: Mapping[str, Told]) -> bytes:
    """Return the message; `told` is what each city tells all others."""
    record = publication.record
    message = Element("mes:Structure", NAMESPACES)
    header = SubElement(message, "mes:Header")
    for name, text in (
        ("ID", FLOW),
        ("Test", "false"),
        ("Prepared", f"{(record.as_of + '-01-01')[:10]}T00:00:00Z"),
    ):
        SubElement(header, f"mes:{name}").text = text
    SubElement(header, "mes:Sender", id=agency(record))
    parts = SubElement(message, "mes:Structures")
    code = record.languages[0]
    total = Language(code, publication.labels[code]).label("data.total")
    artefact = _Artefacts(agency(record), code)
    lists = SubElement(parts, "str:Codelists")
    for one in components():
        if one.refers:
            codes = codes_of(publication.framework, told, one, total)
            artefact.item_scheme(lists, "Codelist", "Code", _list_id(one), one.column.about, codes)
    schemes = SubElement(parts, "str:ConceptSchemes")
    names = ((one.id, one.column.about) for one in components())
    artefact.item_scheme(schemes, "ConceptScheme", "Concept", CONCEPTS, record.title, names)
    flows = SubElement(parts, "str:Dataflows")
    flow = artefact.maintained(flows, "Dataflow", FLOW, record.title)
    structure = f"{INFO}.datastructure.DataStructure={artefact.reference(STRUCTURE)}"
    SubElement(flow, "str:Structure").text = structure
    structures = SubElement(parts, "str:DataStructures")
    artefact.data_structure(structures, record.title)
    ElementTree.indent(message, " ")
    text = ElementTree.tostring(message, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def codes_of(
    framework: Framework, told: Mapping[str, Told], component: Component, total: str
) -> Iterator[tuple[str, str]]:
    """Yield the codes of a component, each with its name; that of the `total` at last."""
    refers, vocabulary = component.refers, component.refers.removeprefix("vocabulary:")
    if refers == "city":
        yield from ((city, one.name) for city, one in sorted(told.items()))
    elif refers == "observable":
        observables = framework.observables
        for one in observables.values():
            parent = f"{observables[one.indicator].name}: " if one.is_data_point else ""
            yield code_of(one.id), f"{parent}{one.name}"
    elif refers == "status":
        yield from ((row.status, row.label) for row in framework.statuses)
    elif refers == "quality":
        yield from ((row.quality, row.name) for row in framework.qualities)
    else:
        yield from framework.words[vocabulary].items()
    if BLANKS.get(component.column.name) == TOTAL:
        yield TOTAL, total


def _list_id(component: Component) -> str:
    return f"CL_{component.id}"


class _Artefacts:
    """Writes the artefacts of one agency, with names in one language."""

    def __init__(self, owner: str, language: str) -> None:
        self.owner, self.language = owner, language

    def reference(self, name: str, item: str = "") -> str:
        """Return what stands behind the kind in the URN of an artefact, or of an item in it."""
        return f"{self.owner}:{name}({VERSION}){item and f'.{item}'}"

    def maintained(self, parent: Element, kind: str, name: str, title: str) -> Element:
        made = SubElement(
            parent, f"str:{kind}", {"agencyID": self.owner, "id": name, "version": VERSION}
        )
        self._name(made, title)
        return made

    def item_scheme(
        self,
        parent: Element,
        kind: str,
        item: str,
        name: str,
        title: str,
        items: Iterable[tuple[str, str]],
    ) -> None:
        scheme = self.maintained(parent, kind, name, title)
        for key, text in items:
            self._name(SubElement(scheme, f"str:{item}", id=key), text)

    def data_structure(self, parent: Element, title: str) -> None:
        made = self.maintained(parent, "DataStructure", STRUCTURE, title)
        listed = SubElement(made, "str:DataStructureComponents")
        lists: dict[str, Element] = {
            kind: SubElement(listed, f"str:{kind}", id=name) for kind, name in DESCRIPTORS.items()
        }
        places = iter(range(1, len(components()) + 1))
        for one in components():
            kind, home = LISTS[one.role]
            element = SubElement(lists[home], f"str:{kind}", id=one.id)
            if one.role is Role.DIMENSION:
                element.set("position", str(next(places)))
            concept = self.reference(CONCEPTS, one.id)
            SubElement(
                element, "str:ConceptIdentity"
            ).text = f"{INFO}.conceptscheme.Concept={concept}"
            self._represent(element, one)
            if one.role is Role.ATTRIBUTE:
                relation = SubElement(element, "str:AttributeRelationship")
                SubElement(relation, "str:Observation")

    def _represent(self, element: Element, one: Component) -> None:
        local = SubElement(element, "str:LocalRepresentation")
        if one.refers:
            codes = f"{INFO}.codelist.Codelist={self.reference(_list_id(one))}"
            SubElement(local, "str:Enumeration").text = codes
        else:
            SubElement(local, "str:TextFormat", textType=TEXTS.get(one.role, "String"))

    def _name(self, element: Element, text: str) -> None:
        SubElement(element, "com:Name", {"xml:lang": self.language}).text = text
