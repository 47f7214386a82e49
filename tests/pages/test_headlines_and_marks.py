"""On the pages of the shipped cities no headline contradicts a mark beside the same figure."""

import re
from html import unescape

from generator.pages import WrittenPage
from generator.views import targets
from generator.views.site import Site
from generator.views.values import full_name

FINDINGS = re.compile(r'<ul class="findings">(.*?)</ul>', re.DOTALL)
ROW = r'<tr id="{}".*?</tr>'


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_no_headline_contradicts_a_mark(site: Site, pages: dict[str, WrittenPage]) -> None:
    compared = 0
    for name, result in site.results.items():
        findings = FINDINGS.search(pages[f"cities/{name}"].body)
        lines = re.findall(r"<li>(.*?)</li>", findings[1], re.DOTALL) if findings else []
        table = pages[f"cities/{name}/indicators"].body
        for line in map(text_of, lines):
            kind = line.partition(":")[0]
            for key, one in result.observables.items():
                if one.data_points or f"{full_name(site, one)} " not in line.partition(":")[2]:
                    continue
                found = re.search(ROW.format(re.escape(targets.anchor(key))), table, re.DOTALL)
                assert found, (name, key)
                row = text_of(found[0])
                assert "<sup" not in found[0], (name, line, row)
                assert not re.search("[Pp]roxy|under review", row), (name, line, row)
                if kind in ("Good", "At benchmark"):
                    assert kind in row, (name, line, row)
                compared += 1
    assert compared > 8
