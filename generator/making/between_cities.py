"""What is wrong between cities; it rests on their files, and on what is counted of each."""

from dataclasses import replace

from generator.checks import RULES_ACROSS, apply_rules, check_tallies
from generator.making.former_build import Resting
from generator.making.made_units import grouped
from generator.making.workshop import Workshop
from generator.model.publication import Publication
from generator.problems import Problems
from generator.summary.shelf import files_only


def check_between(shop: Workshop, content: Publication) -> Resting:
    """Return what is wrong between the cities; of all their files, published or not."""
    names, published = shop.assignment.names, shop.assignment.published
    shelf, problems = files_only(shop.assignment.root, content, names), Problems()
    with shelf.notebook.taking() as files, shop.notebook.taking() as parts:
        apply_rules(RULES_ACROSS, replace(shelf.publication, city_ids=names), problems)
        tallies = (shop.shelf.known(city).tallies for city in published)
        problems.extend(check_tallies(content.framework, tallies))
        found = Resting(grouped(files() | parts(), names), problems=tuple(problems))
    shelf.let_go()
    shop.forget()
    return found
