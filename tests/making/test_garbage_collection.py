"""What is searched for garbage, and that it is as before afterwards."""

import gc

import pytest

from generator.making.garbage_collection import SELDOM, collecting_seldom, without_collecting


def test_what_stood_before_is_not_searched_and_all_is_as_it_was_afterwards() -> None:
    usual = gc.get_threshold()
    with pytest.raises(KeyError), collecting_seldom():
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == (SELDOM, *usual[1:])
        raise KeyError
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == usual


def test_nothing_is_collected_inside_and_only_who_collected_goes_on() -> None:
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
