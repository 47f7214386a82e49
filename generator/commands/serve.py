"""`profiles serve`: the site on this machine, built again when a file is saved."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator.commands.build import build_and_tell
from generator.commands.common import common, data_only, find_root
from generator.problems.render import load_messages


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "opens", is_flag=True)
@click.option("--no-pdf", is_flag=True)
@data_only
@common
def serve(port: int, opens: bool, no_pdf: bool, root: Path | None, lang: str) -> None:
    """Show the site on this machine, and build and show it again when a file is saved."""
    folder = find_root(root)

    def opened(address: str) -> None:
        click.echo(f"{address}  (Ctrl+C ends)")
        if opens:
            click.launch(address)

    with contextlib.suppress(KeyboardInterrupt), _interruptible():
        _serve(folder, port, lang, not no_pdf, opened)


class _Interrupted(KeyboardInterrupt):
    """Ctrl+C, to be caught as such.

    Python kills itself by SIGINT in the end if a plain `KeyboardInterrupt` has passed through an
    `exec` of text, as while a dataclass is imported, though it was caught (CPython, `pythonrun.c`).
    """


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Let the first Ctrl+C end things in order, and a second one wait for nothing."""

    def interrupted(*_: object) -> None:
        signal.signal(signal.SIGINT, lambda *_: os._exit(0))
        raise _Interrupted

    signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done, or was told to end


def _serve(folder: Path, port: int, lang: str, pdf: bool, opened: Callable[[str], None]) -> None:
    from generator.making.choices import Choices
    from generator.preview.following import Preview, serve_site
    from generator.preview.server import PortRefused

    output, choices = folder / "build", Choices(pdf=pdf)
    preview = Preview(
        folder,
        output / "site",
        lambda: build_and_tell(folder, output, lang, choices),
        load_messages(lang),
        opened,
        lambda text: click.echo(text, err=True),
    )
    try:
        serve_site(preview, port)
    except PortRefused as problem:
        click.echo(f"Port {port} cannot be used: {problem}. Name another with --port.", err=True)
        sys.exit(1)
