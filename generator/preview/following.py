"""The order of a preview: listen, build, and build again whenever something was saved."""

import traceback
from collections.abc import Callable
from pathlib import Path

from generator.frozen import dataclass
from generator.outcome import Outcome
from generator.preview.bursts import Bursts
from generator.preview.news import News, version_of
from generator.preview.panel import panel_of
from generator.preview.server import Served, listening
from generator.preview.watching import watched
from generator.problems.render import Messages


@dataclass(frozen=True)
class Preview:
    """What is previewed, how it is built, and who is told of it on the terminal.

    `opened` is told the address, `report` what the watch and the builds have to say.
    """

    root: Path
    site: Path
    rebuild: Callable[[], Outcome]
    messages: Messages
    opened: Callable[[str], None]
    report: Callable[[str], None]


def serve_site(preview: Preview, port: int) -> None:
    """Serve the site and follow what is saved; only an interruption ends it.

    Raises:
        PortRefused: the port is in use, or not for us.
    """
    news, saves = News(), Bursts()
    served = Served(preview.root, preview.site, news, preview.messages["preview"])
    with (
        listening(served, port) as used_port,
        watched(preview.root, saves, preview.report) as watch,
    ):
        preview.opened(f"http://127.0.0.1:{used_port}/")
        while True:
            outcome = _outcome_of(preview)
            is_built = bool(version_of(preview.site))
            news.publish(panel_of(outcome, is_built, preview.messages))
            saves.wait()
            watch.renew()


def _outcome_of(preview: Preview) -> Outcome:
    """Return what became of a build. A fault of the generator is told and does not end the preview.

    The next save builds again.
    """
    try:
        return preview.rebuild()
    except Exception as fault:
        preview.report(traceback.format_exc())
        return Outcome(False, refusal=f"{type(fault).__name__}: {fault}")
