"""Rules for `approval.yml`: it is whole, dated after what it covers, and fits the files."""

import re
from collections.abc import Iterator

from generator.checks.dates import comes_before
from generator.checks.places import key_problem
from generator.model.approval import APPROVED, Approval, approving_command
from generator.model.publication import APPROVAL, City, Publication
from generator.model.records import Document
from generator.problems import Code, Problem

CHECKSUM = re.compile("[0-9a-f]{64}")
NEEDED = ("approved_by", "role", "date", "content")
"""The keys without which nobody has approved anything."""


def check_approval(publication: Publication) -> Iterator[Problem]:
    """What is called approved says by whom and when, and is what was approved."""
    for city in publication.cities.values():
        document = city.documents.get(APPROVAL)
        if document is not None and document.record.state == APPROVED:
            yield from _judge(city, document, document.record)


def _judge(city: City, document: Document, approval: Approval) -> Iterator[Problem]:
    command = approving_command(city.id)
    missing = [key for key in NEEDED if not getattr(approval, key)]
    if missing:
        yield key_problem(
            Code.APPROVAL_INCOMPLETE, document, ("state",), approval.state, ", ".join(missing),
            command=command,
        )  # fmt: skip
    if not approval.content:
        return
    path = ("content",)
    if not CHECKSUM.fullmatch(approval.content):
        yield key_problem(Code.APPROVAL_CONTENT, document, path, approval.content, command=command)
    elif city.is_outdated:
        yield key_problem(Code.APPROVAL_OUTDATED, document, path, approval.content, command=command)
    else:
        yield from _judge_date(city, document, approval.date)


def _judge_date(city: City, document: Document, date: str | None) -> Iterator[Problem]:
    """Nothing that was approved came later than the approval."""
    dated = {row.accessed: f"{row.source} (accessed)" for row in city.sources if row.accessed}
    dated |= {row.date: f"{row.key} (revisions.csv)" for row in city.revisions}
    latest = max(dated, default="")
    if date and comes_before(date, latest):
        yield key_problem(
            Code.APPROVAL_EARLY, document, ("date",), date, latest, known=dated[latest]
        )
