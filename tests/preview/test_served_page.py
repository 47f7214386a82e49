"""Pages on their way out: what is added to them, and what their policy then allows."""

from generator.preview.served_page import as_served, relaxed

POLICY = "default-src 'none'; script-src 'self'; img-src 'self' data:; connect-src 'none'"
PAGE = (
    f'<html><head>\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n</head>\n'
    "<body><p>&lt;/head></p></body></html>\n"
)


def test_script_and_style_stand_in_the_head_and_the_rest_is_as_it_was() -> None:
    served = as_served(PAGE.encode(), "a-1").decode()
    head, body = served.split("</head>\n")
    assert '<script src="/-/preview.js" data-site="a-1" defer></script>' in head
    assert '<link rel="stylesheet" href="/-/preview.css">' in head
    assert body == PAGE.split("</head>\n")[1]


def test_the_served_policy_allows_events_of_its_own_origin_and_no_more() -> None:
    directives = relaxed(POLICY).split("; ")
    assert "connect-src 'self'" in directives
    assert "script-src 'self'" in directives
    assert "img-src 'self' data:" in directives
    assert "default-src 'none'" in directives
    assert not any("unsafe" in part or "*" in part for part in directives)


def test_a_policy_of_another_theme_is_relaxed_by_its_own_origin_alone() -> None:
    assert relaxed("default-src https://cdn.example") == (
        "default-src https://cdn.example; script-src https://cdn.example 'self'; "
        "style-src https://cdn.example 'self'; connect-src https://cdn.example 'self'"
    )
    assert relaxed("img-src 'none'") == "img-src 'none'"


def test_a_page_without_a_head_and_bytes_that_are_no_text_are_kept() -> None:
    assert as_served(b"<p>\xff", "").startswith(b"<p>\xff<link")
