"""Whom to ask about a good practice."""

from generator.model.records import Email, Line, Record


class Contact(Record):
    body: Line | None = None
    email: Email | None = None
