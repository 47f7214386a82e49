"""The preview as a browser sees it: pages, events after a save, refusals."""

import socket
from pathlib import Path

import pytest

from generator.preview.news import News
from generator.preview.server import PortRefused, Served, is_own_host, listening
from tests.preview.trial import PATIENCE_S, Events, ask, running


def test_a_save_is_an_event_and_another_page(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (trial, port):
        events = Events(port)
        first = events.until(site=True)
        assert "Goris" in ask(port)[1]
        assert f'data-site="{first["site"]}"' in ask(port)[1]
        trial.save("Kapan")
        events.until_other_than(first)
        assert "Kapan" in ask(port)[1]
        events.close()


def test_an_error_shows_the_last_good_page_until_it_is_mended(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (trial, port):
        events = Events(port)
        good = events.until(site=True, panel=False)
        trial.save("<script>")
        refused = events.until(panel=True)
        assert refused["site"] == good["site"]
        assert [line["place"] for line in refused["panel"]["errors"]] == ["cities/x/<script>"]
        assert "Goris" in ask(port)[1]
        assert Events(port).next() == refused  # who comes later is told as well
        trial.save("Goris")
        assert events.until(panel=False)["site"] != ""
        events.close()


def test_without_any_build_the_preview_waits_and_becomes_the_site(tmp_path: Path) -> None:
    with running(tmp_path, "<b>") as (trial, port):
        events = Events(port)
        refused = events.until(panel=True)
        assert refused["site"] == ""
        status, page, _ = ask(port, "/cities/index.html")
        assert status == 503
        assert '<script src="/-/preview.js" data-site="" defer></script>' in page
        assert "$" not in page
        trial.save("Goris")
        assert events.until(site=True)["panel"] is None
        assert ask(port)[0] == 200
        events.close()


def test_a_save_during_a_build_leads_to_one_more_build(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (trial, port):
        events = Events(port)
        events.until(site=True)
        trial.during.clear()
        trial.may_end.clear()
        before = trial.builds
        trial.save("Kapan")
        assert trial.during.wait(PATIENCE_S)
        for name in ("Sisian", "Meghri", "Agarak"):
            trial.save(name)
        assert trial.builds == before + 1
        trial.may_end.set()
        while "Agarak" not in ask(port)[1]:
            events.next()
        assert trial.builds > before + 1
        events.close()


def test_a_fault_of_the_generator_is_told_and_does_not_end_the_preview(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (trial, port):
        events = Events(port)
        events.until(site=True)
        trial.save("bug")
        told = events.until(panel=True)["panel"]
        assert told["refusal"] == "ValueError: a fault of ours"
        assert "Traceback" in trial.said[0]
        trial.name.rename(trial.root / "gone.txt")  # it cannot be read, nor does that end it
        assert "FileNotFoundError" in events.until(panel=True)["panel"]["refusal"]
        trial.save("Goris")
        events.until(panel=False)
        events.close()


def test_what_leads_nowhere_is_the_page_of_lost_addresses(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (_, port):
        Events(port).until(site=True)
        status, page, _ = ask(port, "/gone.html")
        assert (status, "lost" in page, "/-/preview.js" in page) == (404, True, True)
        assert ask(port, "/-/secret")[0] == 404
        assert ask(port, "/-/../../../cities/x/name.txt")[0] == 404
        assert ask(port, "/-/preview.css")[0] == ask(port, "/-/preview.js")[0] == 200


def test_no_other_site_may_read_and_nothing_is_stored(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (_, port):
        Events(port).until(site=True)
        for path in ("/", "/gone.html", "/-/preview.js"):
            headers = ask(port, path)[2]
            assert headers["Cache-Control"] == "no-store"
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert headers["X-Frame-Options"] == "DENY"
            assert not [name for name in headers if name.lower().startswith("access-control")]
        status, text, headers = ask(port, method="HEAD")
        assert (status, text) == (200, "")
        assert int(headers["Content-Length"]) > 0
        assert ask(port, method="POST")[0] == 501


def test_only_names_of_this_machine_are_answered(tmp_path: Path) -> None:
    with running(tmp_path, "Goris") as (_, port):
        Events(port).until(site=True)
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
            assert ask(port, Host=host)[0] == 200, host
        for host in ("evil.example", f"evil.example:{port}", "localhost", f"localhost:{port + 1}"):
            for path in ("/", "/-/events", "/-/preview.js"):
                status, text, _ = ask(port, path, Host=host)
                assert (status, text) == (421, ""), host


@pytest.mark.parametrize(
    ("given", "port", "own"),
    [
        (["[::1]:8000"], 8000, True),
        (["localhost"], 80, True),
        (["localhost"], 8000, False),
        ([], 8000, False),
        (["localhost:8000", "localhost:8000"], 8000, False),
        (["localhost:8000.evil.example"], 8000, False),
        (["127.0.0.1:8000@evil.example"], 8000, False),
    ],
)
def test_a_host_is_judged_whole(given: list[str], port: int, own: bool) -> None:
    assert is_own_host(given, port) is own


def test_it_listens_on_this_machine_only_and_says_that_a_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = Served(tmp_path, tmp_path / "build/site", News(), {})
        with pytest.raises(PortRefused), listening(served, port):
            pass
    with running(tmp_path / "root", "Goris") as (_, port), socket.socket() as other:
        other.bind(("127.0.0.2", port))  # free, as it would not be if all addresses were taken
