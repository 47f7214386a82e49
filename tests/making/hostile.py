"""A city whose every text is hostile: HTML, Markdown, Jinja, mathematics, workflow commands."""

import csv
from pathlib import Path

NAME = "<script>alert(1)</script>"
NOTES = (
    '"><img src=x onerror="window.__pwned=1">',
    "[open](javascript:window.__pwned=1) ![x](http://beacon.invalid/x.png)",
    "{{ cycler.__init__.__globals__.os.popen('echo CANARY').read() }} {% raw %}",
    "</title><script>window.__pwned=1</script>",
    'text {: onmouseover="window.__pwned=1" } *[EU]: forged {: #__config }',
    "<!-- /block --> # forged heading",
    "$\\frac{1}{$ --> ]]> </svg><script>window.__pwned=1</script>",
    "| forged | table | ``` `code` ~~~",
    "&lt;script&gt;window.__pwned=1&lt;/script&gt; &#60;b&#62;",
)
INDICATORS = (
    "household-internet-access", "unemployment-rate", "rd-expenditure",
    "small-and-medium-sized-enterprises", "youth-unemployment-rate", "patents",
    "ict-sector-employment", "tourism-sector-employment", "cultural-expenditure",
)  # fmt: skip


def write_hostile_city(root: Path) -> None:
    """Write the city `hostile`, which passes the check."""
    folder = root / "cities" / "hostile"
    (folder / "sections").mkdir(parents=True)
    quoted = NAME.replace('"', '\\"')
    (folder / "city.yml").write_text(
        f'name: "{quoted}"\ncountry: AT\nprofile_year: 2022\n'
        f"local_names:\n  de: '{NAME}'\n"
        "boundary: {kind: administrative, note: '{{ 7*7 }} <b>bold</b>', source: hostile}\n",
        encoding="utf-8",
    )
    _write(
        folder / "sources.csv",
        ["source", "title", "kind", "publisher", "year", "url"],
        [
            [
                "hostile",
                NOTES[3],
                "official-statistics",
                NOTES[0],
                "2022",
                "https://example.org/a?b=1&c=2",
            ]
        ],
    )
    units = _units(root)
    rows = [
        [name, "2021", "5", units[name], "hostile", "near", note]
        for name, note in zip(INDICATORS, NOTES, strict=True)
    ]
    rows += [
        [INDICATORS[0], year, value, units[INDICATORS[0]], "hostile", "near", NOTES[6]]
        for year, value in (("2018", "2"), ("2019", "3"), ("2020", "4"))
    ]
    header = ["observable", "period", "value", "unit", "source", "comparability", "note"]
    _write(folder / "observations.csv", header, rows)
    prose = "\n\n".join(note for note in NOTES if "](" not in note)  # links elsewhere are refused
    (folder / "sections" / "portrait.md").write_text(
        f"---\ntitle: '{NAME}'\nauthor: '{NAME}'\nbasis: '[x](javascript:1)'\n---\n\n{prose}\n",
        encoding="utf-8",
    )


def _units(root: Path) -> dict[str, str]:
    import yaml

    folder = root / "content" / "framework" / "indicators"
    records = {}
    for path in folder.glob("*.yml"):
        records.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    return {name: record["unit"] for name, record in records.items()}


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([header, *rows])
