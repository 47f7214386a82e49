"""`profiles links`: whether the addresses of the sources still answer."""

import sys
from pathlib import Path

import click

from generator.commands.common import common, find_root, find_sound


@click.command()
@common
def links(root: Path | None, lang: str) -> None:
    """Ask the address of every source over the network; name those that are gone."""
    from generator.editing.source_addresses import (
        Answer,
        addresses_of,
        ask_address,
        ask_all,
        counts,
    )
    from generator.problems.render import load_messages

    words = load_messages(lang)["links"]
    asked = list(ask_all(addresses_of(find_sound(find_root(root), lang)), ask_address))
    for answer in (Answer.UNSURE, Answer.GONE):
        for address, said in asked:
            if said.answer == answer:
                text = words[answer.value].format(url=address.url, reason=said.reason)
                click.echo(f"{', '.join(address.places)}: {text}")
    found = counts(said for _, said in asked)
    click.echo(words["summary"].format(**{one.value: number for one, number in found.items()}))
    sys.exit(1 if found[Answer.GONE] else 0)
