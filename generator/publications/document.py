"""A publication as it is handed to the typesetter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Document:
    """What a publication says. It can be sent to another process."""

    file: str
    """Name of the file, such as `city-goris-en.pdf`."""
    as_of: str
    """The date that stands for today, as in `publication.yml`."""
    content: Mapping[str, Any]
    """Texts, lists and mappings only, as JSON holds them; the keys stand in `theme/README.md`."""
    template: str = "publication.typ"
    """The file of `theme/print/` that lays it out."""
