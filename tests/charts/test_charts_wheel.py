"""The wheel: what it says, how the circle is shared, and that a bare city gets none."""

from itertools import pairwise

import pytest

from generator.charts import SectorGroup, Wheel, draw_wheel
from generator.charts.wheel_layout import lay_out, share_circle

from .invented import BANDS, invented_wheel, sector, shapes, texts


def test_center_captions_and_key_are_written(typesetter):
    figure = draw_wheel(invented_wheel(12, 13), typesetter, "web")
    written = texts(figure)
    assert "12" in written and "of 91 rated" in written
    assert [f"Area {n}" in written for n in range(1, 8)] == [True] * 7
    for words in ("Low", "At benchmark", "Not rated", "No benchmark", "Not reported"):
        assert words in written
    assert {"33", "66", "95"} <= set(written)


def test_alternative_counts_what_is_drawn(typesetter):
    groups = (
        SectorGroup("A", (sector("a", 10.0), sector("b", 97.0), sector("c"))),
        SectorGroup("B", (sector("d", state="no-benchmark"), sector("e", 96.0))),
    )
    figure = draw_wheel(Wheel(groups, BANDS), typesetter, "web")
    assert figure.alternative == (
        "3 of 5 indicators are rated: 1 low, 2 at benchmark. "
        "1 with a value but no rating. 1 not reported."
    )


def test_nothing_rated_gives_no_wheel(typesetter):
    assert draw_wheel(invented_wheel(0, 20), typesetter, "web") is None
    assert draw_wheel(Wheel((), BANDS), typesetter, "web") is None


@pytest.mark.parametrize(("rated", "unrated"), [(1, 20), (12, 13), (25, 15), (70, 12), (91, 0)])
def test_the_circle_is_filled_and_rated_sectors_are_widest(rated, unrated):
    wheel = invented_wheel(rated, unrated)
    spans = [span for row in share_circle(wheel.groups) for span in row]
    assert len(spans) == 91
    assert sum(span.degrees for span in spans) == pytest.approx(360 - 16 - 4 * 6)
    assert all(a.end <= b.start + 1e-9 for a, b in pairwise(spans))
    wide = [s.degrees for s, x in zip(spans, wheel.sectors, strict=True) if x.state == "rated"]
    assert max(wide) <= 9 + 1e-9
    assert min(wide) >= max(span.degrees for span in spans) * 0.75


def test_few_indicators_share_the_circle_equally():
    groups = (SectorGroup("A", (sector("a", 50.0), sector("b"), sector("c"))),)
    (spans,) = share_circle(groups)
    assert [span.degrees for span in spans] == pytest.approx([344 / 3] * 3)


def test_length_of_a_sector_is_its_score(typesetter):
    dial = lay_out(invented_wheel(12, 13), typesetter, "web").dial
    assert dial.radius(0) == dial.hub
    assert dial.radius(100) == dial.full
    assert dial.radius(50) == (dial.hub + dial.full) / 2
    assert dial.radius(140) == dial.full


def test_sectors_tell_what_they_are_to_a_pointer(typesetter):
    chart = draw_wheel(invented_wheel(12, 13), typesetter, "web")
    assert len({shape.tip for shape in shapes(chart) if shape.tip}) == 25


def test_paper_has_names_beside_the_wheel_and_a_list_for_many_areas(typesetter):
    assert not lay_out(invented_wheel(12, 13), typesetter, "print").numbered
    many = Wheel(
        tuple(SectorGroup(f"Area {n}", (sector("a", 50.0), sector("b"))) for n in range(34)),
        BANDS,
    )
    assert lay_out(many, typesetter, "print").numbered
    assert draw_wheel(many, typesetter, "print") is not None
