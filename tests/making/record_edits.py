"""Edits of what ties cities to each other: twins, peers, practices, decisions, context, release."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.making.edited_files import cities_of, replace_text, rewrite_rows

DECISIONS = ("accepted", "rejected", "proposed")
BY_HAND = {"author": "An editor", "date": "2026-10-01", "basis": "Meeting"}


def rewrite_record(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a YAML record; one that is not there begins empty."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    record = yaml.load(text, yaml.CBaseLoader) or {}
    change(record)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def change_a_context_figure(root: Path, chance: random.Random) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row = chance.choice([row for row in rows if row["variable"] == "population"])
        row["value"] = str(int(float(row["value"]) * chance.uniform(0.3, 3)))

    files = [city / "context.csv" for city in cities_of(root)]
    rewrite_rows(chance.choice([file for file in files if file.exists()]), change)


def add_a_partnership(root: Path, chance: random.Random) -> None:
    city, other = chance.choice(cities_of(root)), chance.choice(cities_of(root))
    path = city / "partnerships.csv"
    if city == other or not path.exists():
        return

    def change(rows: list[dict[str, str]]) -> None:
        twin = {"partner": other.name, "partner_city": other.name, "country": country_of(other)}
        rows.append({**rows[0], **twin, "kind": "cooperation", "start": "", "end": ""})

    rewrite_rows(path, change)


def country_of(city: Path) -> str:
    record = yaml.load((city / "city.yml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    return str(record["country"])


def change_the_peers(root: Path, chance: random.Random) -> None:
    """Give a city other peers: some by name, those of a rule, or those of the policy."""
    city = chance.choice(cities_of(root))
    others = [other.name for other in cities_of(root) if other != city]
    rule = {"context": "population", "value": {"at_least": str(chance.randrange(10**4, 10**6))}}
    named = chance.sample(others, chance.randint(min(1, len(others)), len(others)))
    peers = chance.choice([{"cities": named}, {"when": rule}, None])

    def change(record: dict[str, Any]) -> None:
        record.pop("peers", None)
        if peers is not None:
            record["peers"] = peers

    rewrite_record(city / "city.yml", change)


def change_a_name(root: Path, chance: random.Random) -> None:
    def change(record: dict[str, Any]) -> None:
        record["name"] = f"Name {chance.randrange(1000)}"

    rewrite_record(chance.choice(cities_of(root)) / "city.yml", change)


def change_a_decision(root: Path, chance: random.Random) -> None:
    library = sorted(path.stem for path in (root / "content" / "recommendations").glob("*.yml"))
    decision = {"decision": chance.choice(DECISIONS), "reason": "So it was decided.", **BY_HAND}

    def change(record: dict[str, Any]) -> None:
        record.setdefault("decisions", {})[chance.choice(library)] = decision

    rewrite_record(chance.choice(cities_of(root)) / "recommendations.yml", change)


def change_an_importance(root: Path, chance: random.Random) -> None:
    indicators = ("unemployment-rate", "household-internet-access", "water-consumption")
    importance = {"value": str(chance.randint(1, 3)), "reason": "The council says so."}

    def change(record: dict[str, Any]) -> None:
        given = {**importance, "author": "An editor", "date": "2026"}
        record.setdefault("importance", {})[chance.choice(indicators)] = given

    rewrite_record(chance.choice(cities_of(root)) / "city.yml", change)


def change_a_practice(root: Path, chance: random.Random) -> None:
    """Change a practice of a city, which pages of other cities show, too."""
    practices = sorted((root / "cities").glob("*/practices/*.yml"))
    if practices:
        path = chance.choice(practices)
        if chance.random() < 0.2:
            path.unlink()
        else:
            rewrite_record(path, lambda record: record.update(title=f"Practice {chance.random()}"))


def change_a_practice_of_the_library(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "content" / "practices").glob("*.yml")))
    rewrite_record(path, lambda record: record.update(title=f"Practice {chance.random()}"))


def change_the_policy(root: Path, chance: random.Random) -> None:
    path = root / "content" / "framework" / "rating-policy.yml"
    record = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    part, name, value = chance.choice(
        [
            ("comparison", "minimum", chance.randint(2, 6)),
            ("twinning", "candidates", chance.randint(1, 40)),
            ("twinning", "weak_below", chance.randint(30, 60)),
        ]
    )
    replace_text(path, f"{name}: {record[part][name]}", f"{name}: {value}")


def change_the_release(root: Path, chance: random.Random) -> None:
    """Publish all cities, or the approved ones only."""
    path = root / "content" / "publication.yml"
    wanted = chance.choice(["all", "approved"])
    rewrite_record(path, lambda record: record.update(release=wanted))


TYING = (
    change_a_context_figure,
    add_a_partnership,
    change_the_peers,
    change_a_name,
    change_a_decision,
    change_an_importance,
    change_a_practice,
)
"""Edits of cities."""

SETTING = (change_a_practice_of_the_library, change_the_policy, change_the_release)
"""Edits of the content."""
