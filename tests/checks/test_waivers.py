"""Waivers that nothing answers: told where all is right, not where an error hides the warning."""

from pathlib import Path

from generator.making.checking import check

WAIVER = (
    "code,table,key,reason,author,until\nsource-unused,sources.csv,{key},Why,Editor,2027-01-01\n"
)


def test_a_waiver_without_its_warning_is_told_unless_errors_may_hide_it(root: Path) -> None:
    rana = root / "cities" / "rana"
    source = (rana / "sources.csv").read_text(encoding="utf-8").splitlines()[1].partition(",")[0]
    (rana / "waivers.csv").write_text(WAIVER.format(key=source), encoding="utf-8")
    assert "waiver-idle" in {problem.code.value for problem in check(root).problems}
    city = rana / "city.yml"
    city.write_text(city.read_text(encoding="utf-8") + "wrong: yes\n", encoding="utf-8")
    codes = {problem.code.value for problem in check(root).problems}
    assert codes and "waiver-idle" not in codes
