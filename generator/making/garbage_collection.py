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
