"""What identifies a publication: one of former years, or this edition once it is approved."""

from generator.model.records import Doi, Isbn, LanguageCode, Line, Record


class PublicationSymbol(Record):
    """A profile of the city that was published before."""

    language: LanguageCode
    document_symbol: Line | None = None
    isbn: Isbn | None = None


class EditionIdentifiers(Record):
    """What identifies an edition of the profile of a city in a language, once it is approved."""

    edition: Line
    language: LanguageCode
    symbol: Line | None = None
    sales_number: Line | None = None
    isbn: Isbn | None = None
    issn: Line | None = None
    doi: Doi | None = None

    def named(self) -> tuple[tuple[str, str], ...]:
        """Return those that are given, by the last part of their labels."""
        given = (
            ("symbol", self.symbol),
            ("sales-number", self.sales_number),
            ("isbn", self.isbn),
            ("issn", self.issn),
            ("doi", self.doi),
        )
        return tuple((name, text) for name, text in given if text)
