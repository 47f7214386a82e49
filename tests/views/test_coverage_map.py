"""The map of dots: places keep their order, names do not cover each other."""

from hypothesis import given
from hypothesis import strategies as st

from generator.views.coverage_map import LETTER, LINE, WIDTH, Spot, lay_out_map

SPOTS = st.lists(
    st.builds(
        Spot, st.text("abcdef", min_size=1, max_size=14), st.floats(-80, 80), st.floats(-180, 180)
    ),
    min_size=1,
    max_size=30,
)


def test_without_a_place_there_is_no_map() -> None:
    assert lay_out_map([]) is None


def test_north_is_up_and_east_is_right() -> None:
    drawn = lay_out_map([Spot("a", 50, 10), Spot("b", 45, 70)])
    assert drawn is not None
    first, second = drawn.dots
    assert first.y < second.y
    assert first.x < second.x
    assert [line.degrees for line in drawn.meridians] == [10, 20, 30, 40, 50, 60, 70]


def test_two_places_of_one_town_share_a_dot_and_one_name() -> None:
    drawn = lay_out_map([Spot("aaaaaaaa", 50, 10), Spot("bbbbbbbb", 50, 10)])
    assert drawn is not None
    assert drawn.dots[0].label is not None
    assert drawn.dots[0].x == drawn.dots[1].x


def test_a_country_that_is_long_from_north_to_south_gives_no_tall_map() -> None:
    drawn = lay_out_map([Spot("a", 70, 10), Spot("b", 30, 11)])
    assert drawn is not None
    assert drawn.height < 0.7 * drawn.width


@given(SPOTS)
def test_every_dot_lies_in_the_drawing_and_no_name_covers_another(spots: list[Spot]) -> None:
    drawn = lay_out_map(spots)
    assert drawn is not None
    boxes = []
    for dot in drawn.dots:
        assert 0 <= dot.x <= WIDTH
        assert 0 <= dot.y <= drawn.height
        if dot.label is not None:
            x, y, anchor = dot.label.x, dot.label.y, dot.label.anchor
            width = len(dot.name) * LETTER
            left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
            boxes.append((left, y - LINE + 3, left + width, y + 3))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[2] <= other[0] + 0.2 or other[2] <= one[0] + 0.2
            assert apart or one[3] <= other[1] + 0.2 or other[3] <= one[1] + 0.2
