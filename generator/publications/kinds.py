"""The kinds of publication: by what template each is set, and how its files are named.

A file is named by its kind, by what it is about, and by its language; its name never changes.
"""

from generator.frozen import dataclass

PAPERS = ("a4", "a5")
"""The sizes of paper that sheets are set for; all else is set for the first."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of publication; a `template` of `theme/print/` lays it out."""

    name: str
    template: str

    def sheet(self, language: str, about: str, paper: str) -> str:
        """Return the name of a sheet on a paper, such as `gaps-goris-a5-en.pdf`."""
        return self.file(language, about, *(() if paper == PAPERS[0] else (paper,)))

    def file(self, language: str, *about: str) -> str:
        """Return the name of a file, such as `city-goris-en.pdf`."""
        return f"{'-'.join((self.name, *about, language))}.pdf"


PROFILE = Kind("city", "book.typ")
NOTE = Kind("city", "note.typ")
"""Takes the place of a profile where too little is known for one, and its name."""
SCORECARD = Kind("scorecard", "scorecard.typ")
FICHE = Kind("project", "fiche.typ")
METHODOLOGY = Kind("methodology", "methodology.typ")
COMPENDIUM = Kind("compendium", "volume.typ")
COUNTRY = Kind("country", "volume.typ")
THEME = Kind("theme", "volume.typ")
GAPS = Kind("gaps", "gaps.typ")
REVIEW = Kind("review", "review.typ")
CARD = Kind("card", "card.typ")
"""A picture, not a file to print."""
