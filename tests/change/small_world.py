"""A publication of two cities so small that what a change does to it can be told by hand.

Scores are the values themselves: 0 % is worst, 100 % is best, and nothing is uncertain, so that
every interval is its score. An area needs three rated indicators, so that none has a score.
"""

import re
import shutil
from pathlib import Path

from generator.editing.demonstration import write_content
from tests.making.edited_files import replace_text

GOALPOSTS = """\
observable,family,applies,worst,worst_above,worst_of_five,best,transform,scores,classes,floor,\
target_year,kind,confidence,cities,years,reason,source
household-internet-access,target,,0,,,100,linear,,,,2030,un-guideline,high,,,All.,a-guideline
unemployment-rate,leading-cities,,20,,,0,linear,,,,,on-record,low,Nowhere; Elsewhere,2020,\
Made up.,a-guideline
"""
RECOMMENDATION = """\
title: Connect households
text: Lay cables.
rationale: Homes without internet are left behind.
areas: [action/information-technology]
indicators: [household-internet-access]
when: {indicator: household-internet-access, score: {below: 65}}
addressee: city
horizon: medium
type: investment
effort: high
sdg_targets: ["9.c"]
author: An editor
date: 2026-01
basis: synthesis
sources: [a-guideline]
"""
OBSERVATIONS = """\
observable,period,value,unit,source,status,note
household-internet-access,2024,{internet},%,a-yearbook,,
unemployment-rate,2024,{unemployment},%,a-yearbook,,
"""
CONTEXT = """\
variable,period,value,unit,source,use,note
population,2024,{population},inhabitants,a-yearbook,,
"""
SOURCES = """\
source,title,kind,publisher,year,url,accessed,licence
a-yearbook,Yearbook,official-statistics,An office,2025,https://office.example/,2026-01-02,
"""
PROJECT = """\
title: Cables
summary: New cables.
areas: [action/information-technology]
need: {text: Many have none., indicators: [household-internet-access]}
status_history:
  - {date: 2024-01, stage: concept, source: a-yearbook}
sources: [a-yearbook]
"""
SECTION = """\
---
title: The lake
author: An editor
date: 2026-01-02
basis: opinion
---

The city lies at a lake.
"""


def write_small_world(root: Path) -> None:
    """Write the publication below a folder that is new."""
    write_content(root)
    framework = root / "content/framework"
    _write_goalposts(framework / "goalposts.csv")
    with (framework / "sources.csv").open("a", encoding="utf-8") as file:
        file.write(
            "a-guideline,A guideline,international,An office,2020,https://un.example/,2026-01-02,\n"
        )
    for folder in ("recommendations", "packages", "practices", "mappings", "programme"):
        shutil.rmtree(root / "content" / folder, ignore_errors=True)
    for name in ("redirects.csv", "reference-projects.csv", "waivers.csv"):
        (root / "content" / name).unlink()
    _be_certain(framework / "rating-policy.yml")
    (root / "content/recommendations").mkdir()
    path = root / "content/recommendations/connect-households.yml"
    path.write_text(RECOMMENDATION, encoding="utf-8")
    _write_city(root, "alpha", "60.0", "10.0", "400000")
    _write_city(root, "beta", "90.0", "5.0", "600000")
    (root / "cities/alpha/projects").mkdir()
    (root / "cities/alpha/projects/cables.yml").write_text(PROJECT, encoding="utf-8")
    (root / "cities/alpha/sections").mkdir()
    (root / "cities/alpha/sections/lake.md").write_text(SECTION, encoding="utf-8")


def _write_goalposts(path: Path) -> None:
    """Give two indicators a scale, and none to any other."""
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    others = dict.fromkeys(row.partition(",")[0] for row in rows)
    named = [name for name in others if f"\n{name}," not in GOALPOSTS]
    blank = "".join(f"{name},target,,,,,,,,,,,none,,,,No benchmark.,\n" for name in named)
    path.write_text(GOALPOSTS + blank, encoding="utf-8")


def _be_certain(policy: Path) -> None:
    """Let no replication differ from what is published."""
    for old, new in (
        ("weights: 0.25, goalposts: 0.05", "weights: 0, goalposts: 0"),
        ("mean: [arithmetic, geometric]", "mean: [arithmetic]"),
        ("worst_end: [stated, mean-of-five]", "worst_end: [stated]"),
        ("beyond: [0, 25]", "beyond: [0]"),
    ):
        replace_text(policy, old, new)
    text = policy.read_text(encoding="utf-8")
    policy.write_text(re.sub(r"share: 0\.\d+", "share: 0", text), encoding="utf-8")


def _write_city(root: Path, name: str, internet: str, unemployment: str, population: str) -> None:
    folder = root / "cities" / name
    folder.mkdir(parents=True)
    texts = {
        "city.yml": f"name: {name.title()}\ncountry: XA\nprofile_year: 2025\n",
        "observations.csv": OBSERVATIONS.format(internet=internet, unemployment=unemployment),
        "context.csv": CONTEXT.format(population=population),
        "sources.csv": SOURCES,
    }
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
