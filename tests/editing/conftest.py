"""The valid publication that the mistakes are made in, written once and read once."""

from collections.abc import Iterator

import pytest

from tests.editing.test_mistakes import Base, make_base
from tests.read_once import Kept, reading_once


@pytest.fixture(scope="session")
def read_already() -> Kept:
    return {}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, read_already: Kept) -> Base:
    with reading_once(read_already):
        return make_base(tmp_path_factory.mktemp("mistakes") / "root")


@pytest.fixture
def base(written: Base, read_already: Kept) -> Iterator[Base]:
    with reading_once(read_already):
        yield written
