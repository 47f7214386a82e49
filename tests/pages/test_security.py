"""The page of threats says what the records of the tests say, marked as English in others."""

import re
from html import unescape

import pytest
import yaml

from generator.language.foreign import END, START
from generator.making.checking import check
from generator.pages import WrittenPage, compose_page
from generator.pages.writing import write_page
from generator.resources import ABOUT_SECURITY
from generator.views import targets
from generator.views.site import Site
from generator.views.threat_model import threat_model, told_test
from tests.roots import CHECKOUT, make_root
from tests.sites import site_of
from tests.written import TEMPLATES

GUARDS, FAULTS = (
    yaml.load((CHECKOUT / name).read_text("utf-8"), yaml.CSafeLoader) for name in ABOUT_SECURITY[1:]
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    root = make_root(tmp_path_factory.mktemp("security") / "root", "rana", languages=("en", "ru"))
    publication = check(root).publication
    assert publication is not None
    return {code: site_of(publication, root, code) for code in ("en", "ru")}


def written(site: Site) -> WrittenPage:
    return write_page(site, TEMPLATES, compose_page(site, targets.page("security")))


def words(page: WrittenPage) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.body)).split())


def test_each_threat_stands_with_its_answer_its_guards_and_their_tests(
    sites: dict[str, Site],
) -> None:
    text = words(written(sites["en"]))
    assert [one.threat for one in threat_model().threats] == list(threat_model().guards)
    for one in threat_model().threats:
        assert text.count(" ".join(one.threat.split())) >= 2, one.threat
        assert " ".join(one.answer.split()) in text
        assert one.files and all(file in text for file in one.files)
    for guards in GUARDS.values():
        for guard in guards:
            where = guard["where"].replace(":", ": ")
            assert f"{guard['guard']} {where} {told_test(guard['test'])}" in text


def test_each_fault_stands_with_the_tests_that_repeat_it(sites: dict[str, Site]) -> None:
    text = words(written(sites["en"]))
    for one in FAULTS:
        assert " ".join(one["fault"].replace("`", "").split())[:60] in text
        assert all(told_test(test) in text for test in one["tests"].values())
    assert f"{len(FAULTS)} faults" in text


def test_how_to_report_a_weakness_and_an_error_in_data_stands_there(
    sites: dict[str, Site],
) -> None:
    body = written(sites["en"]).body
    assert "Use the private report of the repository" in words(written(sites["en"]))
    assert "../contribute/index.html" in body


def test_in_another_language_the_records_are_marked_as_english(sites: dict[str, Site]) -> None:
    body = written(sites["ru"]).body
    assert START not in body and END not in body
    assert "Угрозы и ответы" in words(written(sites["ru"]))
    bare = re.sub(r'<(div|span|bdi)[^>]* lang="en".*?</\1>', "", body, flags=re.DOTALL)
    assert "carries markup" in body and "carries markup" not in bare
    assert "Report a weakness" in body and "Report a weakness" not in bare


def test_a_test_is_told_in_words_that_a_line_may_break_between() -> None:
    assert told_test("tests/a/test_b.py::test_it_holds[c-d]") == "tests/a/test_b.py: it holds, c-d"
