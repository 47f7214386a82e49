"""A city whose files are read on demand is the city that the check read."""

import gc
import weakref
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from generator.model.publication import City
from generator.problems import Problems
from generator.read.publication_reader import read_publication
from generator.summary.city_folder import city_on_demand


def test_every_field_of_a_city_is_read_on_demand(root: Path) -> None:
    publication = read_publication(root, Problems())
    assert publication is not None
    for name, read in publication.cities.items():
        on_demand = city_on_demand(root / "cities" / name, root, lambda _: None)
        for field in fields(City):
            known, wanted = getattr(on_demand, field.name), getattr(read, field.name)
            assert (dict(known) if isinstance(known, Mapping) else known) == wanted, field.name


def test_a_city_that_is_let_go_leaves_the_memory_at_once(root: Path) -> None:
    folder = min((root / "cities").iterdir())
    city = city_on_demand(folder, root, lambda _: None)
    list(city.documents)
    gone = weakref.ref(city.document)
    gc.disable()
    try:
        del city
        assert gone() is None
    finally:
        gc.enable()
