"""A build on top of another gives what a build from nothing gives, and makes only what differs."""

import pickle
import random
import re
import shutil
from pathlib import Path

import pytest

from generator.making import order as building
from generator.making.choices import Choices
from generator.outputs.store.staging import KEPT
from generator.summary.part_files import checksum_of
from tests.commands import profiles
from tests.draws import draws
from tests.making.edits import OF_CITIES, Edit, draw_edits
from tests.making.trees import differing, tree
from tests.roots import make_root, shorten_library
from tests.world import write_world

SEED = 20261001
MANIFEST = "site/manifest.json"
"""Lists every file with its checksum, so that it is new whenever one is."""
PARTNER = "\n\u00c5lesund,alesund,NO,city-government,cooperation,,,,,bristol-twin-cities\n"


class Lines:
    """Keeps what a build tells."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def begin(self, stage: str) -> None:
        """Stages are not of interest here."""

    def advance(self, done: int, total: int | None) -> None:
        """Counts are not of interest here."""

    def tell(self, line: str) -> None:
        self.lines.append(line)

    def number(self, what: str) -> tuple[int, int]:
        """Return how many of how many."""
        found = [
            match for line in self.lines if (match := re.search(rf"(\d+) of (\d+) {what}", line))
        ]
        return int(found[0][1]), int(found[0][2])


def build(root: Path, output: Path, *, anew: bool = False, pdf: bool = False) -> Lines | None:
    """Build in this process; None if the check refuses."""
    lines = Lines()
    built = building.build(root, output, lines, Choices(jobs=1, anew=anew, pdf=pdf))
    return lines if built.pages is not None else None


@pytest.fixture
def built(two_cities_build: Path, tmp_path: Path) -> Path:
    shutil.copytree(two_cities_build, tmp_path / "root")
    return tmp_path / "root"


def follow(root: Path, edits: list[Edit], chance: random.Random, pdfs: int = 0) -> int:
    """Make edits one after the other; compare builds after each that the check lets through.

    The first `pdfs` are built with publications, which cost most.
    """
    full = root.parent / "full"
    compared = 0
    for number, edit in enumerate(edits):
        before = root.parent / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(root, before, ignore=shutil.ignore_patterns("build"))
        edit(root, chance)
        pdf = number < pdfs
        if build(root, root / "build", pdf=pdf) is None:
            for name in ("content", "cities", "theme"):
                shutil.rmtree(root / name, ignore_errors=True)
                if (before / name).exists():
                    shutil.copytree(before / name, root / name)
            continue
        shutil.rmtree(full, ignore_errors=True)
        assert build(root, full, pdf=pdf)
        assert differing(root / "build", full) == [], edit.__name__
        compared += 1
    return compared


def test_a_few_edits_give_what_a_full_build_gives(built: Path) -> None:
    chance = random.Random(SEED)
    assert follow(built, draw_edits(chance, 2), chance) >= 1


@pytest.mark.deep
def test_two_hundred_edits_give_what_full_builds_give(built: Path) -> None:
    chance = random.Random(SEED)
    edits = draw_edits(chance, draws(200))
    assert follow(built, edits, chance, pdfs=draws(20)) >= draws(140)


@pytest.mark.deep
def test_edits_of_cities_that_know_each_other_give_what_full_builds_give(tmp_path: Path) -> None:
    """Complete cities: twins and peers among them, projects, plans, practices, decisions."""
    chance, root = random.Random(SEED), tmp_path / "root"
    write_world(root, cities=5)
    shorten_library(root)
    assert build(root, root / "build")
    edits = [chance.choice(OF_CITIES) for _ in range(draws(40))]
    assert follow(root, edits, chance) >= draws(25)


def test_nothing_changed_makes_nothing(small_build: Path, tmp_path: Path) -> None:
    built = Path(shutil.copytree(small_build, tmp_path / "root"))
    before = (built / "build").stat().st_ino
    lines = build(built, built / "build", pdf=True)
    assert lines
    assert lines.lines == ["0 files new or changed"]
    assert (built / "build").stat().st_ino == before


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_value_makes_what_it_touches(small_build: Path, tmp_path: Path) -> None:
    """A value of 2012 stands in a series and in the trends; no rating hangs on it."""
    built = Path(shutil.copytree(small_build, tmp_path / "root"))
    path = built / "cities" / "alesund" / "observations.csv"
    _edit(path, "unemployment-rate,2012,2.9,", "unemployment-rate,2012,2.8,")
    lines = build(built, built / "build", pdf=True)
    assert lines
    assert lines.number("cities assessed") == (1, 2)
    made = lines.number("pages and tables made")[0]
    assert 0 < made <= 5, "the indicator and its data, the start page, two cities side by side"
    assert 0 < lines.number("pages built")[0] <= 10


def test_a_changed_value_changes_the_column_of_its_city_alone(built: Path) -> None:
    old = tree(built / "build")
    path = built / "cities" / "bristol" / "observations.csv"
    _edit(path, "unemployment-rate,2010,7.7,", "unemployment-rate,2010,7.6,")
    assert build(built, built / "build")
    new = tree(built / "build")
    scripts = [name for name in old if name.startswith("site/compare/") and name.endswith(".js")]
    assert len(scripts) == 3
    changed = [name for name in scripts if new[name] != old[name]]
    assert changed == ["site/compare/figures/bristol.js"]


def test_a_file_that_is_only_touched_makes_nothing(built: Path) -> None:
    (built / "cities" / "bristol" / "observations.csv").touch()
    lines = build(built, built / "build")
    assert lines
    assert lines.lines == ["0 files new or changed"]


def test_rows_that_only_move_change_no_page_of_several_cities(built: Path) -> None:
    path = built / "cities" / "bristol" / "observations.csv"
    header, first, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *rows, first, ""]), encoding="utf-8")
    lines = build(built, built / "build")
    assert lines
    assert lines.number("cities assessed") == (1, 2)
    assert lines.number("pages and tables made")[0] <= 2, "the rows of the data move with them"


class Poison:
    """Runs as soon as somebody reads it as a pickle."""

    def __init__(self, ran: Path) -> None:
        self.ran = ran

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.ran,)


def test_kept_results_of_somebody_else_do_not_run(built: Path, tmp_path: Path) -> None:
    """As they could come with `git add -f build/.kept`, each with its right checksum."""
    good, ran = tree(built / "build"), tmp_path / "ran"
    poison = pickle.dumps(Poison(ran))
    pickle.loads(poison)
    ran.unlink()
    for path in (built / "build" / KEPT).rglob("*"):
        if path.is_file():
            path.write_bytes(b"\n".join([checksum_of(poison).encode(), poison]))
    assert build(built, built / "build")
    assert not ran.exists()
    assert tree(built / "build") == good


def test_kept_results_that_are_damaged_are_made_again(built: Path) -> None:
    good = tree(built / "build")
    damages = (lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:])
    kept = sorted(path for path in (built / "build" / KEPT).rglob("*") if path.is_file())
    for number, path in enumerate(kept):
        path.write_bytes(damages[number % 3](path.read_bytes()))
    lines = build(built, built / "build")
    assert lines
    assert lines.number("cities assessed") == (2, 2)
    assert tree(built / "build") == good
    again = build(built, built / "build")
    assert again
    assert again.lines == ["0 files new or changed"]


def test_what_is_no_longer_used_is_not_kept(built: Path) -> None:
    def count() -> int:
        return sum(path.is_file() for path in (built / "build" / KEPT).rglob("*"))

    before = count()
    path = built / "cities" / "bristol" / "observations.csv"
    _edit(path, "unemployment-rate,2010,7.7,", "unemployment-rate,2010,7.6,")
    assert build(built, built / "build")
    assert count() == before


def test_a_damaged_page_is_mended(built: Path) -> None:
    good = tree(built / "build")
    (built / "build" / "site" / "index.html").write_text("half a p", encoding="utf-8")
    (built / "build" / "site" / "404.html").unlink()
    assert build(built, built / "build")
    assert tree(built / "build") == good


def test_a_city_that_is_not_published_is_missed_as_well(built: Path) -> None:
    """No city is approved, so none is published; that one is gone is an error in another."""
    _edit(built / "content" / "publication.yml", "release: all", "release: approved")
    _edit(built / "cities" / "bristol" / "partnerships.csv", "\n", PARTNER)
    assert build(built, built / "build")
    (built / "cities" / "alesund").rename(built / "aside")
    assert build(built, built / "build") is None
    (built / "aside").rename(built / "cities" / "alesund")
    assert build(built, built / "build")


def test_clean_makes_everything_anew(built: Path) -> None:
    good = tree(built / "build")
    lines = build(built, built / "build", anew=True)
    assert lines
    assert lines.number("cities assessed") == (2, 2)
    assert tree(built / "build") == good


# Only some cities.


def test_one_city_alone_is_renewed(built: Path, tmp_path: Path) -> None:
    old = tree(built / "build")
    for city in ("bristol", "alesund"):
        _edit(built / "cities" / city / "city.yml", "name: ", "name: New ")
    renewed = profiles("build", "--no-pdf", "alesund", cwd=built)
    assert renewed.returncode == 0, renewed.stderr
    new = tree(built / "build")
    assert build(built, tmp_path / "full")
    full = tree(tmp_path / "full")
    of_alesund = {path for path in old if re.search("/(cit(ies/|y-)|embed/|figures/)alesund", path)}
    assert len(of_alesund) > 10
    assert {path for path in new if new[path] != old.get(path)} <= {*of_alesund, MANIFEST}
    assert all(new[path] == full[path] for path in of_alesund)
    assert new.keys() == old.keys()
    assert build(built, built / "build")
    assert tree(built / "build") == full


def test_what_a_city_alone_has_left_behind_is_made_by_the_next_build(
    built: Path, tmp_path: Path
) -> None:
    _edit(built / "cities" / "alesund" / "city.yml", "name: ", "name: New ")
    assert profiles("build", "--no-pdf", "alesund", cwd=built).returncode == 0
    assert build(built, built / "build")
    assert build(built, tmp_path / "full")
    assert differing(built / "build", tmp_path / "full") == []


def test_a_damaged_site_map_is_mended(built: Path) -> None:
    good = tree(built / "build")
    (built / "build" / "site" / "sitemap.xml").write_text("<", encoding="utf-8")
    assert build(built, built / "build")
    assert tree(built / "build") == good


def test_one_city_alone_needs_a_former_build(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "alesund")
    refused = profiles("build", "--no-pdf", "alesund", cwd=root)
    assert refused.returncode == 1
    assert "holds no build yet" in refused.stderr
    assert not (root / "build").exists()


def test_one_city_alone_does_not_wait_for_another(built: Path) -> None:
    old = tree(built / "build")
    _edit(built / "cities" / "bristol" / "city.yml", "country:", "cuontry:")
    _edit(built / "cities" / "alesund" / "city.yml", "name: Ålesund", "name: New Town")
    assert profiles("build", "--no-pdf", cwd=built).returncode == 1
    assert tree(built / "build") == old
    assert profiles("build", "--no-pdf", "alesund", cwd=built).returncode == 0
    page = (built / "build" / "site" / "cities" / "alesund" / "index.html").read_text("utf-8")
    assert "New Town" in page
    refused = profiles("build", "--no-pdf", "bristol", cwd=built)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr


def test_a_city_that_is_not_there_is_refused(built: Path) -> None:
    old = tree(built / "build")
    refused = profiles("build", "--no-pdf", "atlantis", cwd=built)
    assert refused.returncode == 1
    assert "atlantis" in refused.stderr
    assert tree(built / "build") == old


def test_two_languages_hold_the_same_pages(built: Path) -> None:
    """Another language stands in a folder of its own, with addresses of its own."""
    labels = built / "content" / "labels"
    shutil.copyfile(labels / "en.yml", labels / "fr.yml")
    _edit(built / "content" / "publication.yml", "languages: [en]", "languages: [en, fr]")
    with (built / "content" / "publication.yml").open("a", encoding="utf-8") as file:
        file.write("address: https://example.org/profiles\n")
    assert build(built, built / "build")
    site = built / "build" / "site"
    assert (site / "fr" / "cities" / "alesund" / "index.html").exists()
    address = "<loc>https://example.org/profiles/{}cities/alesund/index.html</loc>"
    assert address.format("") in (site / "sitemap.xml").read_text("utf-8")
    assert address.format("fr/") in (site / "fr" / "sitemap.xml").read_text("utf-8")
