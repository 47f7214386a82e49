"""Edits as editors, methodologists and designers make them, drawn by a seeded generator.

Each function changes files below a root. An edit that the check would refuse is not excluded: the
test takes it back.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.making.edited_files import cities_of, rename_everywhere, replace_text, rewrite_rows
from tests.making.record_edits import SETTING, TYING
from tests.roots import CHECKOUT

Edit = Callable[[Path, random.Random], None]


def _observations(root: Path, chance: random.Random) -> Path:
    """Return the observations of a city that has some with a value."""
    files = [city / "observations.csv" for city in cities_of(root)]
    return chance.choice([file for file in files if "exact" in file.read_text(encoding="utf-8")])


def change_a_value(root: Path, chance: random.Random) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row = chance.choice([row for row in rows if row["value"]])
        row["value"] = str(round(float(row["value"]) * chance.uniform(0.9, 1.0), 2))

    rewrite_rows(_observations(root, chance), change)


def delete_a_row(root: Path, chance: random.Random) -> None:
    path = _observations(root, chance)
    rewrite_rows(path, lambda rows: rows.pop(chance.randrange(len(rows))) and None)


def add_a_year(root: Path, chance: random.Random) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row = chance.choice([row for row in rows if row["value"]])
        rows.append({**row, "period": str(chance.randrange(2005, 2025))})

    rewrite_rows(_observations(root, chance), change)


def add_a_city(root: Path, chance: random.Random) -> None:
    number = chance.randrange(100)
    folder = root / "cities" / f"newtown-{number}"
    if not folder.exists():
        shutil.copytree(chance.choice(cities_of(root)), folder)
        text = (folder / "city.yml").read_text(encoding="utf-8")
        lines = [f"name: Newtown {number}" if line.startswith("name:") else line
                 for line in text.splitlines()]  # fmt: skip
        (folder / "city.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for practice in folder.glob("practices/*.yml"):
            name = f"{practice.stem}-{number}"
            rename_everywhere(folder, practice.stem, name)
            practice.rename(practice.with_stem(name))


def delete_a_city(root: Path, chance: random.Random) -> None:
    """Delete a city; what named it names another one."""
    if len(cities_of(root)) > 1:
        city, other = chance.sample(cities_of(root), 2)
        shutil.rmtree(city)
        rename_everywhere(root, city.name, other.name)


def rename_a_city(root: Path, chance: random.Random) -> None:
    folder, name = chance.choice(cities_of(root)), f"renamed-{chance.randrange(1000)}"
    rename_everywhere(root, folder.name, name)
    folder.rename(folder.with_name(name))


def delete_a_file(root: Path, chance: random.Random) -> None:
    required = ("city.yml", "sources.csv", "observations.csv")
    files = [path for city in cities_of(root) for path in sorted(city.rglob("*"))
             if path.is_file() and path.name not in required]  # fmt: skip
    if files:
        chance.choice(files).unlink()


def add_a_section(root: Path, chance: random.Random) -> None:
    folder = chance.choice(cities_of(root)) / "sections"
    folder.mkdir(exist_ok=True)
    head = "---\nauthor: An editor\ndate: 2026-10-01\nbasis: opinion\n---\n"
    text = f"{head}\nThe state of things, number {chance.randrange(1000)}.\n"
    (folder / "situation.md").write_text(text, encoding="utf-8")


def change_a_label(root: Path, chance: random.Random) -> None:
    path = root / "content" / "labels" / "en.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    plain = [number for number, line in enumerate(lines)
             if line[:1].isalpha() and line[-1:].isalpha() and "{" not in line]  # fmt: skip
    lines[chance.choice(plain)] += "s"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def change_a_page(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "content" / "pages").glob("*.md")))
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nOne more paragraph, number {chance.randrange(1000)}.\n")


def change_a_goalpost(root: Path, chance: random.Random) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        row = chance.choice([row for row in rows if row["best"] not in ("", "0")])
        row["best"] = str(round(float(row["best"]) * chance.uniform(0.95, 1.05), 3))

    rewrite_rows(root / "content" / "framework" / "goalposts.csv", change)


def change_the_publication(root: Path, chance: random.Random) -> None:
    path = root / "content" / "publication.yml"
    kept = [line for line in path.read_text(encoding="utf-8").splitlines()
            if not line.startswith(("title:", "address:"))]  # fmt: skip
    kept.append(f"title: Profiles {chance.randrange(1000)}")
    if chance.random() < 0.5:
        kept.append(f"address: https://example.org/{chance.randrange(10)}")
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _theme(root: Path) -> Path:
    """Return the folder of the theme, which the publisher has taken over."""
    if not (root / "theme").exists():
        shutil.copytree(CHECKOUT / "theme", root / "theme")
    return root / "theme"


def change_a_color(root: Path, chance: random.Random) -> None:
    path = _theme(root) / "palette.yml"
    text = path.read_text(encoding="utf-8")
    at = chance.choice([color.start() for color in re.finditer(r"#[0-9A-Za-z]{6}", text)])
    color = f"#{chance.randrange(16**6):06x}"
    path.write_text(text[:at] + color + text[at + 7 :], encoding="utf-8")


def change_the_chart_style(root: Path, chance: random.Random) -> None:
    path = _theme(root) / "charts" / "style.yml"
    text = path.read_text(encoding="utf-8")
    size = f"point_px: {chance.randrange(40, 90) / 10}"
    path.write_text(re.sub(r"\bpoint_px: [\d.]+", size, text), encoding="utf-8")


def change_a_template(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((_theme(root) / "pages").glob("*.md.jinja")))
    with path.open("a", encoding="utf-8") as file:
        file.write("{# one more comment #}\n")


def change_the_site_theme(root: Path, chance: random.Random) -> None:
    replace_text(
        _theme(root) / "site" / "base.html", "</body>", f"<!-- {chance.random()} --></body>"
    )


def add_a_theme_file(root: Path, chance: random.Random) -> None:
    path = _theme(root) / "site" / "assets" / f"extra-{chance.randrange(3)}.css"
    path.write_text(f"/* {chance.random()} */\n", encoding="utf-8")


def give_the_theme_back(root: Path, chance: random.Random) -> None:
    shutil.rmtree(root / "theme", ignore_errors=True)


OF_CITIES: tuple[Edit, ...] = (
    change_a_value,
    delete_a_row,
    add_a_year,
    add_a_city,
    delete_a_city,
    rename_a_city,
    delete_a_file,
    add_a_section,
    *TYING,
)
"""After these a build takes over what does not rest on them."""

OF_ALL: tuple[Edit, ...] = (
    change_a_label,
    change_a_page,
    change_a_goalpost,
    change_the_publication,
    change_a_color,
    change_the_chart_style,
    change_a_template,
    change_the_site_theme,
    add_a_theme_file,
    give_the_theme_back,
    *SETTING,
)
"""After these everything is made anew."""


def draw_edits(chance: random.Random, count: int) -> list[Edit]:
    """Return so many edits, three of four of a city."""
    kinds = (OF_CITIES, OF_CITIES, OF_CITIES, OF_ALL)
    return [chance.choice(kinds[number % len(kinds)]) for number in range(count)]
