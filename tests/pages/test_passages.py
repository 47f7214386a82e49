"""Passages of a page in another language say so; no line begins with a sign of the one above."""

import pytest

from generator.language.foreign import foreign
from generator.pages.in_languages import with_languages

NO_BREAK = "\N{NO-BREAK SPACE}"
WATER = foreign("Water")


@pytest.mark.parametrize(
    ("code", "body", "written"),
    [
        ("fr", f"<p>{WATER}</p>", '<p><span lang="en">Water</span></p>'),
        ("en", f"<p>{foreign('Agua', 'es')}</p>", '<p><span lang="es">Agua</span></p>'),
        ("fr", f"<option>{WATER}</option>", '<option lang="en">Water</option>'),
        ("fr", f'<img src="a" alt="{WATER}">', '<img src="a" alt="Water" lang="en">'),
        ("fr", f'<a title="{WATER}">Eau</a>', '<a title="Water">Eau</a>'),
        ("fr", f"<p>« {WATER} » : oui</p>", '<p>«~<span lang="en">Water</span>~»~: oui</p>'),
        ("fr", f"<p>Eau: {foreign('Water: sea')}</p>",
         '<p>Eau~: <span lang="en">Water: sea</span></p>'),
        ("fr", '<svg aria-label="Eau: 5 %"></svg>', '<svg aria-label="Eau~: 5~%"></svg>'),
        ("fr", "<code>EC: ICT: ES</code>", "<code>EC: ICT: ES</code>"),
        ("ru", "<p>Вода 5 % — в море</p>", "<p>Вода 5~%~— в~море</p>"),
        ("ru", "<p>20 мкг/м³, мкг/м³</p>", "<p>20~мкг/\N{WORD JOINER}м³, мкг/м³</p>"),
        ("ru", "<text>20 мкг/м³</text>", "<text>20~мкг/м³</text>"),
        ("ru", "<p>Рядом с <a>городом</a></p>", "<p>Рядом с~<a>городом</a></p>"),
        ("fr", "<p><a>Eau</a> · <a>Air</a></p>", "<p><a>Eau</a>~· <a>Air</a></p>"),
    ],
)  # fmt: skip
def test_passages_and_spaces_of_a_page(code: str, body: str, written: str) -> None:
    assert with_languages(body, code) == written.replace("~", NO_BREAK)
