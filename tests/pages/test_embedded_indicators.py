"""The charts of an indicator by themselves, for other sites to frame."""

import re

from generator.pages import WrittenPage


def test_each_chart_of_an_indicator_stands_alone_under_its_name(
    pages: dict[str, WrittenPage],
) -> None:
    found = 0
    for folder, page in pages.items():
        for alone, name in re.findall(
            r'data-embed="[./]*/?(embed/indicators/[^/]+)/index.html#([^"]+)"', page.body
        ):
            assert '<figure class="' in pages[alone].body, folder
            assert f' id="{name}"' in pages[alone].body, (folder, name)
            found += 1
    assert found > 20


def test_the_charts_of_an_indicator_lead_out_of_the_frame(pages: dict[str, WrittenPage]) -> None:
    alone = {
        folder: page for folder, page in pages.items() if folder.startswith("embed/indicators/")
    }
    assert alone
    for page in alone.values():
        assert not page.page.head.is_listed
        assert "template: embed.html" in page.markdown()
        assert all('target="_top"' in link for link in re.findall(r"<a [^>]*>", page.body))
        assert "data-" not in page.body


def test_an_indicator_without_a_chart_has_no_such_page(pages: dict[str, WrittenPage]) -> None:
    drawn = {folder for folder, page in pages.items() if "/indicators/" in f"/{folder}"
             and ("figure-strip" in page.body or "many-series" in page.body)}  # fmt: skip
    alone = {f"embed/{folder}" for folder in drawn if not folder.startswith("embed/")}
    assert alone == {folder for folder in pages if folder.startswith("embed/indicators/")}
    assert len(alone) < sum(folder.startswith("indicators/") for folder in pages)
