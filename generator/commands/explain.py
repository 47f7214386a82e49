"""`profiles explain` and `profiles benchmarks`: how a printed number came about."""

from pathlib import Path

import click

from generator.commands.common import common, find_root, find_sound, nearest, say


@click.command()
@click.argument("city")
@click.argument("subject", metavar="ID")
@common
def explain(city: str, subject: str, root: Path | None, lang: str) -> None:
    """Tell how a result of CITY came about: ID is an indicator, an area or a recommendation."""
    from generator.making.explaining import explain as explain_result

    publication, name = find_sound(find_root(root), lang), city.rstrip("/")
    if name not in publication.cities:
        raise click.UsageError(say("no-city", city=name) + nearest(name, publication.cities))
    explained = explain_result(publication, name, subject)
    if not explained.text:
        hint = nearest(subject, explained.subjects)
        raise click.UsageError(say("no-subject", subject=subject) + hint)
    click.echo(explained.text, nl=False)


@click.command()
@common
def benchmarks(root: Path | None, lang: str) -> None:
    """Tell what the record would give for the leading cities today, beside what is frozen."""
    from generator.making import benchmarks as made

    click.echo(made.benchmarks(find_sound(find_root(root), lang)), nl=False)
