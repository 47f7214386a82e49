"""What each language of the publication has, lacks, and had of an older English, as tables.

Counted by `language/ledger.py`, as `profiles translations` prints it.
"""

from generator.frozen import dataclass
from generator.language.ledger import Counts, Entry, State, counted
from generator.language.stops import begun
from generator.language.term_use import text_of
from generator.model.glossary_records import TermException
from generator.views import targets
from generator.views.cell import Code, Link
from generator.views.glossary import PAGE
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class LanguageLedger:
    """A language: how far it has come in a sentence, by files, and the first texts that are open.

    `command` writes all that is open, if anything is.
    """

    name: str
    sentence: str
    files: Table
    open: Table
    command: str


def ledgers(site: Site) -> tuple[LanguageLedger, ...]:
    """Return the ledger of each language into which the publication is translated."""
    return tuple(_ledger(site, code, entries) for code, entries in site.ledgers.items())


def _ledger(site: Site, code: str, entries: tuple[Entry, ...]) -> LanguageLedger:
    waiting = [one for one in entries if one.state is not State.DONE]
    name = site.language.names_of([code])
    return LanguageLedger(
        begun(name),
        _sentence(site, entries, waiting),
        _by_file(site, name, counted(entries)),
        _open(site, name, waiting),
        f"profiles translations --todo {code} > {code}.po" if waiting else "",
    )


def _sentence(site: Site, entries: tuple[Entry, ...], waiting: list[Entry]) -> str:
    if not waiting:
        return site.say("ledger.complete", n=len(entries))
    stale = sum(one.state is State.STALE for one in waiting)
    return site.say(
        "ledger.state",
        done=_number(site, len(entries) - len(waiting)),
        total=_number(site, len(entries)),
        missing=_number(site, len(waiting) - stale),
        stale=_number(site, stale),
    )


def _by_file(site: Site, name: str, counts: Counts) -> Table:
    columns: list[Column[tuple[str, dict[State, int]]]] = [
        Column("file", site.say("editors.file"), lambda row: Code(row[0])),
        *(_state_column(site, state) for state in State),
    ]
    return lay_out(site.say("ledger.caption", language=name), columns, counts.items())


def _state_column(site: Site, state: State) -> Column[tuple[str, dict[State, int]]]:
    head = site.say(f"ledger.{state.value}")
    return Column(state.value, head, lambda row: _number(site, row[1][state]), number=True)


def _open(site: Site, name: str, waiting: list[Entry]) -> Table:
    """Return the first texts that are open, each with its English."""
    columns: list[Column[Entry]] = [
        Column("text", site.say("ledger.text"), lambda one: Code(text_of(one))),
        Column("english", site.say("ledger.english"), lambda one: site.in_english(one.english)),
        Column("state", site.say("state"), lambda one: site.say(f"ledger.{one.state.value}")),
    ]
    first = waiting[: site.editorial.texts_listed]
    return lay_out(site.say("ledger.open", language=name), columns, first)


def exception_table(site: Site) -> Table:
    """Return the texts that rightly say a term otherwise than the glossary, with the reasons."""
    rows = [
        (name, one) for name, term in site.publication.glossary.items() for one in term.exceptions
    ]
    columns: list[Column[tuple[str, TermException]]] = [
        Column("term", site.say("kind.term"), lambda row: _term(site, row[0])),
        Column("text", site.say("ledger.text"), lambda row: Code(row[1].text)),
        Column(
            "language",
            site.say("ledger.language"),
            lambda row: site.language.names_of([row[1].language]),
        ),
        Column("reason", site.say("reason"), lambda row: site.in_english(row[1].reason)),
    ]
    spoken = site.publication.record.languages
    shown = [row for row in rows if row[1].language in spoken]
    return lay_out(site.say("ledger.exceptions"), columns, shown)


def _term(site: Site, name: str) -> Link | str:
    own = site.publication.glossary[name].names.get(site.language.code)
    return Link(own, Target(f"{targets.page(PAGE)}#{name}")) if own else name


def _number(site: Site, number: int) -> str:
    return site.language.number(number, 0)
