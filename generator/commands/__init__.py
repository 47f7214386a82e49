"""The command `profiles`: arguments, progress, exit status. No logic.

Exit status: 0 done, 1 problems found or build refused, 2 wrong use. A command is a module of its
own, which imports what it runs when it runs: a check must not pay for what only a build needs.
"""

import errno
import os
from typing import Any

import click

from generator import __version__
from generator.commands.approve import approve
from generator.commands.build import build
from generator.commands.check import check
from generator.commands.city_workbook import workbook
from generator.commands.common import say
from generator.commands.diff import diff
from generator.commands.edition import edition
from generator.commands.explain import benchmarks, explain
from generator.commands.fix import fix
from generator.commands.help_texts import (
    LANGUAGE,
    OPTIONS,
    asks_for_help,
    language_of,
    load_help,
    tell,
)
from generator.commands.importing import import_table
from generator.commands.links import links
from generator.commands.new import new
from generator.commands.policy import policy
from generator.commands.press_proof import proof
from generator.commands.publish import publish
from generator.commands.schema import schema
from generator.commands.serve import serve
from generator.commands.translations import translations
from generator.commands.upgrade import upgrade
from generator.commands.verify import verify


class Commands(click.Group):
    """Commands that help in a language, and of which none ends in a traceback by the machine."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read a command line; if it asks for help, the texts are given to the commands first."""
        if asks_for_help(self, args):
            tell(self, load_help(language_of(args)))
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a file that cannot be read or written ends it with its name."""
        try:
            return super().invoke(ctx)
        except OSError as problem:
            if problem.errno == errno.EPIPE:  # nobody reads on: click ends in silence
                raise
            raise click.ClickException(say("machine", fault=problem)) from None


def _spoken_below(context: click.Context, option: click.Parameter, language: str | None) -> None:
    """Let the command that follows speak a language, unless it is told another."""
    if language:
        os.environ[LANGUAGE] = language


@click.group(cls=Commands)
@click.version_option(__version__, message="%(version)s")
@click.option(*OPTIONS, expose_value=False, callback=_spoken_below)
def profiles() -> None:
    """Compile the folders of cities into profile pages and a website."""


for command in (
    check, build, publish, serve, new, fix, diff, import_table, workbook, approve, edition,
    explain, benchmarks, links, schema, verify, policy, upgrade, proof,
    translations,
):  # fmt: skip
    profiles.add_command(command)


def main() -> None:
    """Run the command."""
    profiles.main(prog_name="profiles")
