"""`profiles proof`: how the colours of print come out by the profile of a printing house."""

import sys
from pathlib import Path

import click

from generator.commands.common import common, data_only, find_root
from generator.problems.render import load_messages, one_line


@click.command()
@click.argument("profile", metavar="PROFILE", type=click.Path(path_type=Path))
@data_only
@common
def proof(profile: Path, root: Path | None, lang: str) -> None:
    """Print the colours of the publications as inks, by a CMYK profile (ICC)."""
    from generator.outputs.print.colour_proof import NotAProfile, printed_colours, weak_colours
    from generator.outputs.print.typesetter import load_print_theme

    words = load_messages(lang)["proof"]
    palette = load_print_theme(find_root(root)).palette
    try:
        colours = printed_colours(palette, profile)
    except NotAProfile:
        raise click.ClickException(
            words["no_profile"].format(file=one_line(str(profile)))
        ) from None
    for name, one in colours.items():
        c, m, y, k = one.inks
        click.echo(f"{name:<13} {one.written}  C {c:>3}  M {m:>3}  Y {y:>3}  K {k:>3}")
    weak = list(weak_colours(colours))
    for fault in weak:
        found, wanted = f"{fault.found:.1f}", f"{fault.wanted:g}"
        click.echo(
            words[fault.kind].format(one=fault.one, other=fault.other, found=found, wanted=wanted)
        )
    click.echo(words["weak" if weak else "sound"].format(n=len(weak), colours=len(colours)))
    sys.exit(1 if weak else 0)
