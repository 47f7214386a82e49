"""What ends a build of which a publication cannot be set."""


class NotTypeset(ValueError):
    """A publication cannot be set; `reason` is what the typesetter says."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason

    def __reduce__(self) -> "tuple[type[NotTypeset], tuple[str, str]]":
        return NotTypeset, (self.file, self.reason)
