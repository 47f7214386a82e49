"""The ledger of translations as a page: the numbers of the command, and what is open in words."""

from pathlib import Path

from generator.editing.translating import content_below
from generator.language.ledger import further_languages, ledger
from generator.language.translated import language_of
from generator.pages.about.editors import compose_ledger
from generator.views.cell import text_of
from generator.views.site import Site
from generator.views.translation_ledger import LanguageLedger, ledgers
from tests.commands import profiles
from tests.pseudo import speak_pseudo
from tests.written import body_of


def site_below(root: Path) -> Site:
    """Return the English site of a root, without cities."""
    content = content_below(root)
    assert content is not None
    states = {code: tuple(ledger(content, code)) for code in further_languages(content)}
    return Site(content, {}, language_of(content, "en"), ledgers=states)


def printed(root: Path) -> list[list[str]]:
    """Return the lines of the command: file, and how many are done, missing, stale."""
    lines = profiles("translations", cwd=root).stdout.splitlines()[1:]
    return [[line.split()[-1], *line.split()[:-1]] for line in lines]


def plain(text: str) -> str:
    """Return a text without what parts thousands."""
    return text.replace("\N{NO-BREAK SPACE}", "").replace(",", "")


def numbers(one: LanguageLedger) -> list[list[str]]:
    return [[plain(text_of(cell)) for cell in row] for row in one.files.rows]


def test_the_page_has_the_numbers_of_the_command(root: Path) -> None:
    speak_pseudo(root, "fr", of=("labels#",))
    path = root / "content/labels/en.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nmenu: Menu\n", "\nmenu: Contents\n"), encoding="utf-8")
    site = site_below(root)
    (shown,) = ledgers(site)
    lines = printed(root)
    assert numbers(shown) == lines
    done, missing, stale = (sum(int(line[place]) for line in lines) for place in (1, 2, 3))
    assert missing > 1000 and stale == 1
    assert plain(shown.sentence) == (
        f"{done} of {done + missing + stale} texts are translated. "
        f"Missing: {missing}. Stale: {stale}."
    )
    assert len(shown.open.rows) == site.editorial.texts_listed
    assert tuple(map(text_of, shown.open.rows[0])) == ("labels#menu", "Contents", "Stale")
    command = "profiles translations --todo fr &gt; fr.po"
    assert command in body_of(site, compose_ledger(site))


def test_nothing_open_is_told_in_words(root: Path) -> None:
    speak_pseudo(root, "fr")
    (shown,) = ledgers(site_below(root))
    assert shown.sentence.startswith("All ")
    assert not shown.open and not shown.command
    lines = printed(root)
    assert numbers(shown) == lines
    assert all(line[2:] == ["0", "0"] for line in lines)


def test_one_language_needs_no_translation(root: Path) -> None:
    site = site_below(root)
    assert site.say("ledger.one-language") in body_of(site, compose_ledger(site))
