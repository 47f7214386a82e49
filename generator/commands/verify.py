"""`profiles verify`: whether a published site is as it was built."""

import sys
from itertools import groupby
from pathlib import Path

import click

from generator.commands.common import spoken
from generator.problems.render import load_messages, one_line

SHOWN = 50
"""Number of files of a kind that are named."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@spoken
def verify(folder: Path, lang: str) -> None:
    """Hold the site in DIR against the manifest that every build writes."""
    from generator.outputs.store.site_manifest import NoManifest
    from generator.outputs.store.verification import verify as verify_site

    words = load_messages(lang)["verify"]
    if not folder.is_dir():
        raise click.UsageError(words["no_folder"].format(folder=one_line(str(folder))))
    try:
        verified = verify_site(folder)
    except NoManifest as problem:
        inner = problem.reason == "missing" and (folder / "site" / "manifest.json").is_file()
        reason = words["inner" if inner else f"manifest_{problem.reason}"]
        raise click.ClickException(reason.format(folder=one_line(str(folder)))) from None
    except OSError as problem:
        raise click.ClickException(words["unreadable"].format(problem=problem)) from None
    for kind, group in groupby(verified.faults, lambda fault: fault[0]):
        paths = [path for _, path in group]
        lines = [words[kind].format(file=one_line(path)) for path in paths[:SHOWN]]
        more = len(paths) - SHOWN
        click.echo("\n".join([*lines, *([words["more"].format(n=more)] if more > 0 else [])]))
    said = words["differs" if verified.faults else "same"]
    click.echo(said.format(n=len(verified.faults), files=verified.files, sum=verified.manifest))
    sys.exit(1 if verified.faults else 0)
