"""YAML with positions and without surprises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Code, Problem, Problems
from generator.read.yaml_nodes import YamlTree, read_yaml


def read(text: str, first_line: int = 1) -> tuple[YamlTree | None, list[Problem]]:
    problems = Problems()
    return read_yaml(text, "city.yml", problems, first_line), list(problems)


def test_scalars_stay_text_until_their_type_is_known() -> None:
    tree, problems = read("a: NO\nb: 010\nc: 2024-02-30\nd: 1e5\ne: yes\nf: 0x10\n")
    assert not problems and tree is not None
    assert tree.content == {
        "a": "NO", "b": "010", "c": "2024-02-30", "d": "1e5", "e": "yes", "f": "0x10"
    }  # fmt: skip


def test_blank_and_null_are_nothing_unless_quoted() -> None:
    tree, _ = read('a:\nb: null\nc: ~\nd: ""\ne: "null"\n')
    assert tree is not None
    assert tree.content == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_keys_and_values_know_where_they_stand() -> None:
    tree, _ = read('name: "Rana"\nboundary:\n  kind: administrative\nlist:\n  - a\n  - b\n')
    assert tree is not None
    kind = tree.values["boundary", "kind"]
    assert (kind.line, kind.column, kind.plain) == (3, 9, True)
    assert not tree.values["name",].plain
    assert tree.keys["boundary", "kind"].column == 3
    assert tree.values["list", 1].line == 6


def test_lines_are_counted_from_where_the_text_begins_in_its_file() -> None:
    tree, _ = read("title: A\nauthor: B\n", first_line=2)
    assert tree is not None
    assert tree.values["author",].line == 3
    _, problems = read("title: [A\n", first_line=2)
    assert problems[0].place.line is not None and problems[0].place.line >= 2


def test_what_the_product_does_not_use_is_refused() -> None:
    for text in ("a: &x 1\n", "a: *x\n", "a: !!str 1\n", "a: !x {}\n", "a: 1\n---\nb: 2\n",
                 "<<: {a: 1}\n", "? {a: 1}\n: 2\n"):  # fmt: skip
        tree, problems = read(text)
        assert tree is not None and not tree.whole
        assert [problem.code for problem in problems] == [Code.YAML_REFUSED], text


def test_ten_thousand_brackets_are_a_problem_and_not_a_crash() -> None:
    for text in ("[" * 10_000, "a: " + "{b: " * 10_000, "- " * 10_000):
        tree, problems = read(text)
        assert tree is None
        assert problems[0].code in (Code.YAML_DEPTH, Code.YAML_SYNTAX)


def test_a_key_given_twice_names_the_first_line() -> None:
    tree, problems = read("a: 1\nb:\n  c: 1\n  c: 2\n")
    assert tree is not None and not tree.whole
    assert tree.content == {"a": "1", "b": {"c": "1"}}
    assert problems[0].code is Code.YAML_KEY_REPEATED
    assert (problems[0].place.line, problems[0].values["line"]) == (4, "3")


def test_a_text_of_a_hundred_thousand_letters_is_too_long() -> None:
    _, problems = read("a: " + "9" * 100_000)
    assert [problem.code for problem in problems] == [Code.TEXT_TOO_LONG]


@given(st.text(alphabet="ab:- \n\t[]{},#&*!|>'\"%@`?~\\", max_size=60))
@settings(deadline=None)
def test_no_text_raises_and_every_place_lies_in_the_file(text: str) -> None:
    tree, problems = read(text)
    assert (tree is None or not tree.whole) == bool(problems)
    for problem in problems:
        assert problem.place.line is not None
        assert 1 <= problem.place.line <= text.count("\n") + 2
