"""`profiles verify`: whether a published site is as it was built, its PDFs as they were frozen."""

import sys
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

import click

from generator.commands.common import common, find_root
from generator.problems.render import load_messages, one_line

SHOWN = 50
"""Number of files of a kind that are named."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--edition", default="", metavar="NAME")
@common
def verify(folder: Path, edition: str, root: Path | None, lang: str) -> None:
    """Hold the site in DIR against the manifest that every build writes, or against an edition."""
    from generator.outputs.store.site_manifest import NoManifest
    from generator.outputs.store.verification import verify as verify_site
    from generator.outputs.store.verification import verify_publications

    words = load_messages(lang)["verify"]
    if not folder.is_dir():
        raise click.UsageError(words["no_folder"].format(folder=one_line(str(folder))))
    try:
        if edition:
            frozen = _publications(find_root(root), edition, words)
            faults = verify_publications(folder, frozen)
            said = {"files": len(frozen), "name": edition}
        else:
            verified = verify_site(folder)
            faults, said = verified.faults, {"files": verified.files, "sum": verified.manifest}
    except NoManifest as problem:
        inner = problem.reason == "missing" and (folder / "site" / "manifest.json").is_file()
        reason = words["inner" if inner else f"manifest_{problem.reason}"]
        raise click.ClickException(reason.format(folder=one_line(str(folder)))) from None
    except OSError as problem:
        raise click.ClickException(words["unreadable"].format(problem=problem)) from None
    _tell(faults, words)
    outcome = ("edition_" if edition else "") + ("differs" if faults else "same")
    click.echo(words[outcome].format(n=len(faults), **said))
    sys.exit(1 if faults else 0)


def _publications(root: Path, name: str, words: Mapping[str, str]) -> Mapping[str, str]:
    """Return the SHA-256 of the publications that an edition froze, by their files."""
    from generator.making.freezing import frozen_publications

    editions = frozen_publications(root)
    if name not in editions:
        found, known = one_line(name), ", ".join(editions) or "–"
        raise click.UsageError(words["no_edition"].format(found=found, known=known))
    if not editions[name]:
        raise click.ClickException(words["edition_empty"].format(name=name))
    return editions[name]


def _tell(faults: Iterable[tuple[str, str]], words: Mapping[str, str]) -> None:
    """Print the faults by kind, and how many more there are."""
    for kind, group in groupby(faults, lambda fault: fault[0]):
        paths = [path for _, path in group]
        lines = [words[kind].format(file=one_line(path)) for path in paths[:SHOWN]]
        more = len(paths) - SHOWN
        click.echo("\n".join([*lines, *([words["more"].format(n=more)] if more > 0 else [])]))
