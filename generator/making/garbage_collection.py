"""Work that makes many small objects that all stay: searching them for garbage is wasted."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Search for no garbage inside the block; it is a fifth of reading, a third of assessing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


SELDOM = 400_000
"""How many new objects a search waits for: the usual 700 search a build hundreds of times."""


@contextlib.contextmanager
def collecting_seldom() -> Iterator[None]:
    """Search seldom inside the block, and never among what stood before it, which all stays."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
