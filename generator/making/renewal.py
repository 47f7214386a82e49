"""A build step by step: what changed is made anew, everything else is taken over.

Cities first, then pages and data that rest on parts of them, then HTML, then what lists all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from generator.checks import apply_rules
from generator.checks.content_rules import CONTENT_RULES
from generator.making import closing, hearing
from generator.making.between_cities import check_between
from generator.making.checking import check, judged
from generator.making.choices import Built, Choices, Observer, Refused
from generator.making.city_units import CITY, OF_CITY, make_cities
from generator.making.former_build import (
    STATE,
    FormerBuild,
    Resting,
    changed_files,
    state_of,
)
from generator.making.gathered_units import GatheredUnits
from generator.making.hearing import ALIKE, NEAR, RULED, TOLD
from generator.making.inputs import recipe, settle
from generator.making.made_units import Unit, grouped
from generator.making.page_files import SHELL_OF, Lot, build_pages, deal, html_path
from generator.making.page_units import make_units, units_across, units_of_city
from generator.making.work import Make, Reading, Work
from generator.making.workshop import (
    PARTS_OF,
    Assignment,
    content_of,
    near_path,
    parts_path,
    told_path,
    workshop,
)
from generator.model.city_tables import WAIVERS
from generator.model.embargo import embargo_of
from generator.model.publication import Publication
from generator.outputs.store.staging import Staging
from generator.problems import Problem, Problems, has_errors
from generator.read.publication_reader import city_names
from generator.summary.city_parts import changed_parts
from generator.summary.part_files import PartFile
from generator.summary.shelf import CITIES, PART, files_only

Found = dict[str, tuple[Problem, ...]]
"""Problems by city, and "" in the content."""
Answer = Make[Assignment, str, Unit]


class Renewal:
    """One build, step by step."""

    def __init__(
        self,
        root: Path,
        staging: Staging,
        observer: Observer,
        choices: Choices,
        work: Work,
        former: FormerBuild,
        now: FormerBuild,
    ) -> None:
        self.root, self.staging, self.observer = root, staging, observer
        self.choices, self.work, self.now = choices, work, now
        anew = not choices.cities and former.recipe != now.recipe
        self._follow(FormerBuild() if anew else former)

    def _follow(self, former: FormerBuild) -> None:
        self.former = former
        self.changed = changed_files(former.cities, self.now.cities)
        """What has changed: files, then parts, by city."""
        self.units = GatheredUnits(former.units, self.work.as_placed)

    def make(self) -> Built:
        """Take all steps."""
        content = self._read_content()
        names, found = self._judge_content(content)
        self.assignment = self._assign(content, names)
        self._hear_cities()
        self._make_cities(found)
        across = self._check_across(content)
        problems = chain(*found.values(), across.problems)
        file = f"{WAIVERS.name}.csv"
        waiving = tuple(name for name in names if file in self.now.cities.get(name, ()))
        judgement = judged(files_only(self.root, content, waiving).publication, problems)
        if judgement.errors:
            raise Refused
        plan = self._make_pages()
        self._build_html()
        self._close()
        self.units.hand_over(self.staging)
        inputs = settle(self.root, self.now.inputs)
        built = replace(
            self.now,
            inputs=inputs,
            recipe=recipe(inputs, self.choices.pdf),
            published=self.assignment.published,
            embargo=self.assignment.embargo,
            plan=self._lasting(plan),
            problems=found,
            across=self._lasting(across),
            units=self._units_to_keep(),
            standing=judgement.problems,
            waived=judgement.waived,
        )
        self.staging.write(STATE, state_of(built.limited_to(self.choices.cities, self.former)))
        self.staging.take_place()
        self.observer.tell(f"{self.staging.written} files new or changed")
        return Built(judgement.problems, judgement.waived, built.pages)

    def _units_to_keep(self) -> Mapping[str, Unit]:
        lasting = self.units.lasting
        return lasting(self.changed, closing.LAST) if self.choices.cities else self.units.all

    def _lasting(self, kept: Resting) -> Resting:
        """Return what is kept, unless it rests on a change that only some cities followed."""
        return Resting() if self.choices.cities and kept.rests_on(self.changed) else kept

    def _read_content(self) -> Publication:
        """Return the publication without its cities."""
        content = content_of(self.root, self.now.recipe)
        if content.publication is None or has_errors(content.problems):
            raise Refused
        return content.publication

    def _judge_content(self, content: Publication) -> tuple[tuple[str, ...], Found]:
        """Return the folders of cities, and what is wrong with them and the content."""
        problems = Problems()
        names = tuple(city_names(self.root, problems))
        if not set(self.choices.cities) <= set(names):
            raise Refused
        known = {city: self.former.problems[city] for city in names if city in self.former.problems}
        if set(self.former.problems) == {"", *names}:
            return names, {**known, "": self.former.problems[""]}
        problems.extend(content_of(self.root, self.now.recipe).problems)
        apply_rules(CONTENT_RULES, replace(content, city_ids=names), problems)
        if has_errors(problems):
            raise Refused
        return names, {**known, "": tuple(problems)}

    def _assign(self, content: Publication, names: tuple[str, ...]) -> Assignment:
        """Return what is to be made; which cities come out the publication's `release` says."""
        record, cities = content.record, files_only(self.root, content, names).publication.cities
        embargo = embargo_of(cities, record.as_of)
        if embargo != self.former.embargo:  # anything may name what is withheld, or was
            self.choices = replace(self.choices, cities=())
            self._follow(FormerBuild())
        published = tuple(
            name
            for name in names
            if cities[name].is_released(record.release, record.as_of)
            if not self.choices.cities or name in self.choices.cities or self._is_sound(name)
        )
        if published != self.former.published:
            self.changed[CITIES[0]] = {CITIES[1]}
        return Assignment(
            self.root, self.now.recipe, self.staging.folder, self.staging.former, names,
            published, embargo, self.choices.pdf,
        )  # fmt: skip

    def _is_sound(self, city: str) -> bool:
        """Return whether a city that is not built anew can be read for what others say of it."""
        if city not in self.former.published:
            return False
        return city not in self.changed or not check(self.root, [city], alone=True).errors

    def _hear_cities(self) -> None:
        """Let changed cities tell what others need, and answer again what rests on that."""
        self.observer.begin("cities")
        published, limited = self.assignment.published, self.choices.cities
        due = [city for city in published if city in self.changed or self._is_stale(TOLD + city)]
        told = self.work.make(hearing.tell_cities, self.assignment, due, lot=25, few=40)
        if None in told:
            raise Refused
        self._take(filter(None, told))
        known = [told_path(city) for city in published]
        self._answer(ALIKE, hearing.find_alike, published, Reading(known))
        asked = [city for city in published if not limited and NEAR + city in self.former.units]
        reading = Reading(known, lambda city: [near_path(city)])
        self._answer(NEAR, hearing.answer_again, asked, reading)

    def _answer(self, kind: str, answer: Answer, cities: Sequence[str], reading: Reading) -> None:
        """Have something answered of those cities of which the answer may be another one."""
        limited = self.choices.cities
        asked = (city for city in cities if not limited or city in limited)
        due = [city for city in asked if self._is_stale(kind + city)]
        self._take(self.work.make(answer, self.assignment, due, 25, 200, reading))

    def _make_cities(self, found: Found) -> None:
        names = [name for name in self.assignment.names if self._is_due(name)]
        told = Reading([told_path(city) for city in self.assignment.published])
        made = self.work.make(make_cities, self.assignment, names, lot=4, few=3, reading=told)
        found.update({city.city: city.problems for city in made})
        if any(has_errors(city.problems) for city in made):
            raise Refused
        for city in made:
            self._take(city.units)
        self.observer.tell(f"{len(made)} of {len(self.assignment.names)} cities assessed")
        published = self.assignment.published
        parts = [path(city) for path in (told_path, parts_path) for city in published]
        self._answer(RULED, hearing.choose_peers, published, Reading(parts))

    def _is_due(self, city: str) -> bool:
        """Return whether a city is to be read and judged."""
        if self.choices.cities:
            return city in self.choices.cities
        others = self.former.cities.keys() != self.now.cities.keys()  # of which it may speak
        files = any(not name.startswith(PART) for name in self.changed.get(city, ()))
        if others or files or city not in self.former.problems:
            return True
        released = city in self.assignment.published
        return released and (self._is_stale(CITY + city) or NEAR + city not in self.former.units)

    def _take(self, units: Iterable[Unit]) -> None:
        """Add units of a city each, and note which parts have changed since there was a build."""
        shop = workshop(self.assignment)
        for unit in units:
            self.units.add(unit)
            if not self.former.units:
                continue
            kind, _, city = unit.name.partition(":")
            path, known = PARTS_OF[kind](city), unit.name in self.former.units
            before = PartFile(self.staging.former / path) if known else None
            if parts := changed_parts(shop.shelf.noted, before, PartFile(shop.standing(path))):
                self.changed.setdefault(city, set()).update(PART + part for part in parts)

    def _check_across(self, content: Publication) -> Resting:
        """Return what is wrong between cities."""
        former = self.former.across
        if self.choices.cities or (former.reads and not former.rests_on(self.changed)):
            return former
        return check_between(workshop(self.assignment), content)

    def _make_pages(self) -> Resting:
        """Make the pages and data that rest on several cities; return which there are."""
        self.observer.begin("pages")
        shop, plan, limited = workshop(self.assignment), self.former.plan, self.choices.cities
        if not limited and (not plan.reads or plan.rests_on(self.changed)):
            with shop.notebook.taking() as reads:
                names = tuple(units_across(shop))
                plan = Resting(grouped(reads(), self.assignment.published), names)
        own = [name for city in self.assignment.published for name in units_of_city(shop, city)]
        named = (name for city in limited for name in units_of_city(shop, city))
        due = list(named) if limited else [*filter(self._is_stale, (*plan.names, *own))]
        kept = Reading([path(city) for path in PARTS_OF.values() for city in shop.shelf.names])
        made = self.work.make(make_units, self.assignment, due, lot=25, few=200, reading=kept)
        for unit in made:
            self.units.add(unit)
        cities = [kind + city for kind in OF_CITY for city in self.assignment.published]
        rest = self.former.units if limited else ()
        self.units.put_in_order([*cities, *plan.names, *own, *rest])
        self.observer.tell(f"{len(made)} of {len(plan.names) + len(own)} pages and tables made")
        new = self.units.is_anything_new(closing.LAST, SHELL_OF)
        if new and not self.choices.cities:
            self.units.add(closing.moved_pages(shop, self.units.all.values()))
        self.units.keep(closing.MOVED)
        return plan

    def _is_stale(self, name: str) -> bool:
        """Return whether a unit is to be made."""
        unit = self.former.units.get(name)
        return unit is None or unit.rests_on(self.changed)

    def _build_html(self) -> None:
        """Build the HTML of Markdown that is new, and what belongs to all pages."""
        self.observer.begin("MkDocs")
        shop = workshop(self.assignment)
        owners: dict[tuple[str, str], str] = {}
        for name in self.units.made:
            for page in self.units.all[name].pages:
                if not self.units.keep_html(name, page, html_path(shop, page)):
                    owners[page.language, page.file] = name
        lots = [Lot(code) for code in shop.codes if not self.units.keep(f"{SHELL_OF}{code}")]
        lots += deal(owners, self.work.jobs)
        markdown = Reading(own=Lot.markdown)
        made = self.work.make(build_pages, self.assignment, lots, lot=1, few=1, reading=markdown)
        for lot, by_file in zip(lots, made, strict=True):
            for file, files in by_file.items():
                name = owners.get((lot.language, file), f"{SHELL_OF}{lot.language}")
                unit = self.units.all.get(name, Unit(name, (), {}))
                self.units.add(replace(unit, files={**unit.files, **files}))
        pages = sum(len(unit.pages) for unit in self.units.all.values())
        self.observer.tell(f"{len(owners)} of {pages} pages built")

    def _close(self) -> None:
        """Make what lists everything, unless nothing is new."""
        self.observer.begin("data")
        shop, new = workshop(self.assignment), self.units.is_anything_new(closing.LAST, SHELL_OF)
        if new and not self.choices.cities:
            self.units.add(closing.close(shop, list(self.units.all.values())))
        self.units.keep(closing.CLOSING)
        if new or self.choices.cities:
            self.units.add(closing.list_site(shop, self.units, self.former.units))
        self.units.keep(closing.LISTING)
