"""A profile says whether its city has confirmed it, and that it has changed since it did."""

from dataclasses import replace

from generator.model.publication import City
from generator.publications.furniture import draft, status
from generator.views.record_tables import approval_text, not_confirmed
from generator.views.site import Site


def test_what_was_approved_is_confirmed_with_name_role_and_date(fictitious_site: Site) -> None:
    city = fictitious_site.publication.cities["sampleford"]
    assert not_confirmed(fictitious_site, city) == ()
    told = approval_text(fictitious_site, city)
    for part in ("City Organizing Committee of Sampleford", "Body that confirms", "1 October 2026"):
        assert part in told


def test_what_has_changed_since_is_not_confirmed(fictitious_site: Site) -> None:
    city = replace(fictitious_site.publication.cities["sampleford"], content_hash="0" * 64)
    title, text = not_confirmed(fictitious_site, city)
    assert "Not confirmed" in title
    assert "1 October 2026" in text
    assert approval_text(fictitious_site, city) == ""
    assert text in status(fictitious_site, city)
    assert draft(fictitious_site, city)


def test_what_nobody_approved_is_not_confirmed(fictitious_site: Site) -> None:
    def told(city: City) -> str:
        return " ".join(not_confirmed(fictitious_site, city))

    cities = fictitious_site.publication.cities
    states = {name: one.approval.state if one.approval else "" for name, one in cities.items()}
    assert {"", "draft", "review", "approved"} <= set(states.values())
    for name, city in cities.items():
        assert bool(told(city)) == (states[name] != "approved")
        assert "changed since" not in told(city)
