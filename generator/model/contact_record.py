"""Whom to ask about a good practice."""

from generator.model.records import Email, Record, Words


class Contact(Record):
    body: Words | None = None
    email: Email | None = None
