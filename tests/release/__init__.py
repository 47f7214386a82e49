"""How a version is made: number, changelog, tag; wheel, source, what it contains, checksums."""
