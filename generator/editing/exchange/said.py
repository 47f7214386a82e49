"""What an import says, without its words: these stand in `problems/messages/`, part `import`."""

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """The key of a text, and what fills its placeholders."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def said(key: str, **values: str) -> Said:
    return Said(key, tuple(values.items()))
