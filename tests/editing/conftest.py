"""The valid publication that the mistakes are made in, written once."""

import pytest

from tests.editing.test_mistakes import Base, make_base


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return make_base(tmp_path_factory.mktemp("mistakes") / "root")
