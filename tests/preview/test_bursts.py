"""Many saves are one build; none is lost, also while a build is running."""

import threading

from generator.preview.bursts import Bursts


def returns(bursts: Bursts, within_s: float) -> bool:
    """Return whether a wait ends in time."""
    waiting = threading.Thread(target=bursts.wait, daemon=True)
    waiting.start()
    waiting.join(within_s)
    return not waiting.is_alive()


def test_without_a_save_nothing_is_built() -> None:
    assert not returns(Bursts(quiet_s=0.01), 0.2)


def test_many_saves_are_one_build() -> None:
    bursts = Bursts(quiet_s=0.05)
    for _ in range(20):
        bursts.note()
    assert returns(bursts, 5)
    assert not returns(bursts, 0.2)


def test_a_build_waits_until_it_is_quiet() -> None:
    bursts = Bursts(quiet_s=1)
    bursts.note()
    assert not returns(bursts, 0.2)


def test_a_save_during_a_build_leads_to_one_more() -> None:
    bursts = Bursts(quiet_s=0.01)
    bursts.note()
    assert returns(bursts, 5)
    bursts.note()
    bursts.note()
    assert returns(bursts, 5)
    assert not returns(bursts, 0.2)


def test_who_saves_without_a_pause_is_built_after_a_while() -> None:
    bursts = Bursts(quiet_s=0.5, patience_s=0.1)
    ended = threading.Event()

    def save() -> None:
        while not ended.wait(0.01):
            bursts.note()

    saving = threading.Thread(target=save, daemon=True)
    saving.start()
    assert returns(bursts, 5)
    assert returns(bursts, 5)
    ended.set()
    saving.join()
