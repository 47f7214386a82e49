"""A check that lets the tables of a city go finds what one finds that keeps them."""

from pathlib import Path

from generator.making.checking import check
from tests.roots import make_root


def test_nothing_is_lost_with_the_tables(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "alesund", "bristol")
    path = root / "cities" / "bristol" / "observations.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[1] = lines[1].replace(",%,", ",percents,").replace(",near,", ",nearly,")
    path.write_text("\n".join(lines), encoding="utf-8")
    for cities, alone in (((), False), (("bristol",), True), (("bristol", "nowhere"), False)):
        kept = check(root, cities, alone=alone)
        let_go = check(root, cities, alone=alone, kept=False)
        assert let_go.problems == kept.problems
        assert let_go.waived == kept.waived
        assert kept.problems
        assert let_go.publication is None
