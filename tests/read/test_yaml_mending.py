"""The likely cause of a fault in the syntax is named, and the rest of the file is read."""

import pytest

from generator.problems import Code, Problem, Problems
from generator.problems.render import load_messages, message_of
from generator.read.yaml_nodes import MOST_FAULTS, YamlTree, read_yaml


def read(text: str) -> tuple[YamlTree | None, list[Problem]]:
    problems = Problems()
    return read_yaml(text, "city.yml", problems), list(problems)


@pytest.mark.parametrize(
    ("text", "line", "content", "hint"),
    [
        ("a: 1\nt: Energy: plan\nb: 2\n", 2, {"a": "1", "t": "Energy: plan", "b": "2"},
         'A colon and a space begin a value. Put the text in quotation marks: t: "Energy: plan"'),
        ("t: “Energy: plan”\nb: 2\n", 1, {"t": "Energy: plan", "b": "2"},
         'A colon and a space begin a value. Put the text in quotation marks: t: "Energy: plan"'),
        ("a:\n\tb: 2\nc: 3\n", 2, {"a": {"b": "2"}, "c": "3"},
         "Begin the line with spaces, two for each step, and not with a tab."),
        ("a:\n  - b: 1\n    c: 2\n\td: 3\n    e: 4\n", 4,
         {"a": [{"b": "1", "c": "2", "d": "3", "e": "4"}]},
         "Begin the line with spaces, two for each step, and not with a tab."),
        ('t: "Energy\nb: 2\nc: 3\n', 1, {"t": "Energy", "b": "2", "c": "3"},
         'The quotation marks do not match. Write: t: "Energy"'),
        ('t: "Energy\nb: 2\nc: "x"\n', 1, {"t": "Energy", "b": "2", "c": "x"},
         'The quotation marks do not match. Write: t: "Energy"'),
        ("t: 'Land's end'\nb: 2\n", 1, {"t": "Land's end", "b": "2"},
         'The quotation marks do not match. Write: t: "Land\'s end"'),
        ('t: "a "wide" street"\nb: 2\n', 1, {"t": 'a "wide" street', "b": "2"},
         "The quotation marks do not match. Write: t: 'a \"wide\" street'"),
        ("l: [de, fr\nb: 2\n", 1, {"l": ["de", "fr"], "b": "2"},
         "The brackets do not match. Write: l: [de, fr]"),
        ("l: {de: x\nb: 2\n", 1, {"l": {"de": "x"}, "b": "2"},
         "The brackets do not match. Write: l: {de: x}"),
        ("a:\n  b: 1\n   c: 2\nd: 3\n", 3, {"a": {"b": "1", "c": "2"}, "d": "3"},
         "Begin the line with 2 spaces: what belongs together begins in one column."),
        ("a: 1\n  b: 2\nc: 3\n", 2, {"a": "1", "b": "2", "c": "3"},
         "Begin the line without spaces: what belongs together begins in one column."),
        ("a:\n  - x: 1\n  y: 2\nb: 3\n", 3, {"a": [{"x": "1", "y": "2"}], "b": "3"},
         "Begin the line with 4 spaces: what belongs together begins in one column."),
        ("a: 1\nname:Rana\nb: 2\n", 2, {"a": "1", "name": "Rana", "b": "2"},
         "Write a space after the colon: name: Rana"),
        ("a: 1\nname Rana\nb: 2\n", 2, {"a": "1", "b": "2"},
         "Write a name, a colon, a space and the value, or delete the line."),
        ("name Rana\na: 1\nb: 2\n", 1, {"a": "1", "b": "2"},
         "Write a name, a colon, a space and the value, or delete the line."),
        ("a: %x\nb: 2\n", 1, {"a": "%x", "b": "2"},
         'A text that begins with such a mark goes in quotation marks: a: "%x"'),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\nb: 2\n", 1, {"a": "1", "b": "2"},
         "Keep one of them, and delete the other with the lines that begin with <<<<<<<, ======= "
         "and >>>>>>>."),
    ],
)  # fmt: skip
def test_the_cause_is_named_and_the_rest_is_read(
    text: str, line: int, content: object, hint: str
) -> None:
    tree, problems = read(text)
    assert [(one.code, one.place.line) for one in problems] == [(Code.YAML_SYNTAX, line)]
    assert message_of(problems[0], "hint", load_messages("en")) == hint
    assert tree is not None
    assert tree.content == content
    assert not tree.whole


def test_each_of_several_faults_is_said() -> None:
    tree, problems = read('a: x: y\nb: 1\nc: "z\nd: 2\ne: [1\nf: 3\nf: 4\n')
    assert [one.place.line for one in problems] == [1, 3, 5, 7]
    assert problems[3].code is Code.YAML_KEY_REPEATED
    assert tree is not None
    assert tree.content == {
        "a": "x: y", "b": "1", "c": "z", "d": "2", "e": ["1"], "f": "3"
    }  # fmt: skip


def test_a_file_of_faults_is_given_up() -> None:
    tree, problems = read("".join(f"k{number}: a: b\n" for number in range(2 * MOST_FAULTS)))
    assert tree is None
    assert len(problems) == MOST_FAULTS


def test_what_is_left_out_is_known_to_be_lost() -> None:
    for text, lost in (("a: 1\nname Rana\n", True), ("a: x: y\n", False)):
        tree, _ = read(text)
        assert tree is not None
        assert tree.lost is lost
