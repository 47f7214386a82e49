"""`profiles approve`: what a city has confirmed, bound to its files as they stand."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.commands.common import common, find_root, nearest, write_or_say
from generator.problems import Problem
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages, one_line

if TYPE_CHECKING:
    from generator.editing.approving import Approved


@click.command()
@click.argument("city")
@click.option("--by", required=True)
@click.option("--role", required=True)
@click.option("--embargo", default="")
@click.option("--date", default="")
@common
def approve(
    city: str, by: str, role: str, embargo: str, date: str, root: Path | None, lang: str
) -> None:
    """Write that CITY has approved its files as they stand, or renew its approval."""
    from generator.editing.approving import Asked, NotApproved
    from generator.editing.approving import approve as draft_approval
    from generator.making.checking import check

    words, place, name = load_messages(lang)["approve"], find_root(root), city.rstrip("/")
    checked = check(place, [name], alone=True)
    publication = checked.publication
    if publication is None:
        _refuse(checked.problems, lang)
    if name not in publication.cities:
        said = words["no_city"].format(city=one_line(name))
        raise click.UsageError(said + nearest(name, publication.city_ids))
    asked = Asked(by.strip(), role.strip(), date, embargo)
    try:
        approved = draft_approval(
            publication, checked.problems, publication.cities[name], place, asked
        )
    except NotApproved as refusal:
        if refusal.standing is None:
            _refuse(refusal.problems, lang)
        former = refusal.standing
        said = words["standing"].format(who=former.approved_by, date=former.date)
        raise click.ClickException(one_line(said)) from None
    write_or_say(place, [approved.change])
    _tell(approved, words)


def _tell(approved: "Approved", words: Mapping[str, str]) -> None:
    record = approved.record
    values = {"who": record.approved_by, "role": record.role, "date": record.date}
    click.echo(one_line(words["approved"].format(file=approved.change.file, **values)))
    if record.embargo:
        click.echo(words["embargo"].format(embargo=record.embargo))


def _refuse(problems: Sequence[Problem], lang: str) -> NoReturn:
    """Say what is wrong, and that nothing was written."""
    messages = load_messages(lang)
    click.echo(FORMATS["text"](problems, messages), err=True)
    click.echo(messages["approve"]["refused"], err=True)
    sys.exit(1)
