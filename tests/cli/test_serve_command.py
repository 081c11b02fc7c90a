"""`nashra serve` as its users run it: a process that goes on whatever happens, until Ctrl+C."""

from __future__ import annotations

import shutil
import signal
import socket
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from support.commands import article_text, nashra, write_site
from support.serving import PATIENCE, events, serving

FOLDER = "content/articles/2024/07/18-3f9a1c"
ARTICLE = f"{FOLDER}/ar.md"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends the interrupt of a POSIX terminal")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {ARTICLE: article_text("عنوان", "وصل الوفد.", more="slug: x\n")})


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_saved_article_is_built_and_served_and_the_public_site_left_alone(site: Path) -> None:
    with serving(site) as running:
        assert running.said(r"^built in [\d.]+ s: 1 article, \d+ pages$")
        assert "وصل الوفد" in running.get("ar/2024/07/x.html")
        with events(running.address) as states:
            before = next(states)["pages"]
            write(site / ARTICLE, article_text("عنوان", "غادر الوفد.", more="slug: x\n"))
            assert next(states)["pages"] != before
        assert "غادر الوفد" in running.get("ar/2024/07/x.html")
        assert running.said(r"^rebuilt in [\d.]+ s: 1 article, \d+ pages$")
    assert not (site / "site").exists()


def test_a_faulty_article_is_left_out_and_named_in_the_terminal_and_to_the_page(site: Path) -> None:
    with serving(site) as running, events(running.address) as states:
        next(states)
        write(site / "content/articles/2024/07/19-aaaaaa/ar.md", "---\ntitle: [\n---\n")
        state = next(states)
        assert running.said(r"problem: content/articles/2024/07/19-aaaaaa/ar\.md:\d+: ")
        assert running.said(r"^rebuilt in")
    assert state["count"] == 1
    problem: Any = state["problems"]
    (problem,) = problem
    assert problem["place"].startswith("content/articles/2024/07/19-aaaaaa/ar.md:")
    assert state["errors"] == []


@pytest.mark.parametrize(
    ("name", "broken"),
    [("nashra.toml", "[site\n"), ("templates/article.html", "{% if %}"), ("templates/home.html", "{{ 1 / 0 }}")],
)
def test_what_breaks_the_build_is_said_and_the_last_good_site_stays_until_it_is_mended(
    site: Path, name: str, broken: str
) -> None:
    file = site / name
    good = file.read_text("utf-8") if file.exists() else None
    with serving(site) as running, events(running.address) as states:
        before = next(states)["pages"]
        write(file, broken)
        state = next(states)
        while not state["errors"]:  # the new folder of the theme may be seen before the file in it
            before = state["pages"]
            state = next(states)
        assert running.said(rf"^error: {name}:1: ")
        assert running.said(r"^the last good version stays; waiting for a correction")
        errors: Any = state["errors"]
        (error,) = errors
        assert error["place"] == f"{name}:1"
        assert state["pages"] == before
        assert "وصل الوفد" in running.get("ar/2024/07/x.html")
        if good is None:
            file.unlink()
        else:
            write(file, good)
        while state["errors"]:
            state = next(states)
        assert "وصل الوفد" in running.get("ar/2024/07/x.html")


def test_a_site_that_cannot_be_built_at_first_is_waited_for(site: Path) -> None:
    write(site / "templates/article.html", "{% if %}")
    with serving(site) as running:
        assert running.said(r"^waiting for a correction")
        with pytest.raises(HTTPError) as error:
            running.get()
        assert error.value.code == 503
        page = error.value.read().decode("utf-8")
        assert "templates/article.html:1" in page
        with events(running.address) as states:
            next(states)
            (site / "templates/article.html").unlink()
            while next(states)["errors"]:
                pass
        assert "وصل الوفد" in running.get("ar/2024/07/x.html")


def test_settings_that_cannot_be_read_at_first_end_it(site: Path) -> None:
    write(site / "nashra.toml", "[site\n")
    done = nashra("serve", "--port", "0", cwd=site)
    assert done.returncode == 2
    assert "nashra.toml:1: is not valid TOML" in done.stderr


def test_a_content_folder_that_goes_away_for_a_moment_does_no_harm(site: Path) -> None:
    with serving(site) as running, events(running.address) as states:
        next(states)
        (site / "content").rename(site / "away")
        assert running.said("content: the folder of the content is not there")
        assert "وصل الوفد" in running.get("ar/2024/07/x.html")
        (site / "away").rename(site / "content")
        while next(states)["errors"]:
            pass
        assert running.said("^rebuilt in")


def test_a_cache_folder_that_is_deleted_is_made_anew(site: Path) -> None:
    with serving(site) as running, events(running.address) as states:
        next(states)
        shutil.rmtree(site / ".nashra")
        write(site / ARTICLE, article_text("عنوان", "غادر الوفد.", more="slug: x\n"))
        next(states)
        assert "غادر الوفد" in running.get("ar/2024/07/x.html")


def test_another_base_path_is_followed(site: Path) -> None:
    toml = (site / "nashra.toml").read_text("utf-8")
    with serving(site) as running, events(running.address) as states:
        next(states)
        write(site / "nashra.toml", toml.replace("/nashra/", "/نشرة/".replace("نشرة", "%D9%86%D8%B4%D8%B1%D8%A9")))
        assert next(states)["base"] == "/%D9%86%D8%B4%D8%B1%D8%A9/"
        running.address = running.said(r"^serving (\S+) - the base path has changed")[1]
        assert running.address.endswith("/%D9%86%D8%B4%D8%B1%D8%A9/")
        assert "وصل الوفد" in running.get("ar/2024/07/x.html")


def test_a_flood_of_changes_is_few_builds(site: Path) -> None:
    with serving(site) as running:
        for number in range(200):
            folder = site / f"content/articles/2024/08/01-{number:06x}"
            write(folder / "ar.md", article_text(f"خبر {number}", "نص."))
        assert running.said(r"^rebuilt in [\d.]+ s: 201 articles")
        assert len([line for line in running.lines if line.startswith("rebuilt")]) < 20


def test_an_interrupt_ends_it_at_once_and_is_no_failure_whatever_is_open(site: Path) -> None:
    with serving(site) as running, ExitStack() as stack:
        streams = [stack.enter_context(events(running.address)) for _ in range(20)]
        for states in streams:
            next(states)
        idle = stack.enter_context(socket.create_connection(("127.0.0.1", int(running.address.split(":")[2][:-8]))))
        assert idle
        assert running.interrupt() == 0
        assert running.said("^stopped$")
        for states in streams:
            assert list(states) == []


def test_an_interrupt_during_a_build_ends_it_as_well(site: Path) -> None:
    hold = site / "templates" / "page.html"
    with serving(site) as running:
        # a template that takes for ever to fill
        write(
            hold,
            '{% extends "default/page.html" %}{% block main %}{% for a in range(10**9) %}{% endfor %}{% endblock %}',
        )
        write(site / "content/pages/about.ar.md", "---\ntitle: عنا\n---\n\nنص.\n")
        preview = site / ".nashra" / "preview"
        waiting = threading.Event()
        for _ in range(int(PATIENCE / 0.02)):
            if list(preview.glob(".*.new")):
                break
            waiting.wait(0.02)
        assert list(preview.glob(".*.new"))
        assert running.interrupt() == 0
    assert not list(preview.glob(".*.new"))


def test_without_watching_pages_are_as_they_will_be_published(site: Path) -> None:
    with serving(site, "--no-watch") as running:
        assert "reload.js" not in running.get("ar/index.html")
        assert running.interrupt() == 0


def test_without_watching_a_broken_template_ends_it(site: Path) -> None:
    write(site / "templates/article.html", "{% if %}")
    done = nashra("serve", "--no-watch", "--port", "0", cwd=site)
    assert done.returncode == 2
    assert "templates/article.html:1" in done.stderr


def test_two_previews_of_one_site_run_side_by_side(site: Path) -> None:
    with serving(site) as one, serving(site) as two, events(one.address) as first, events(two.address) as second:
        next(first)
        next(second)
        write(site / ARTICLE, article_text("عنوان", "غادر الوفد.", more="slug: x\n"))
        assert next(first)["errors"] == next(second)["errors"] == []
        assert "غادر الوفد" in one.get("ar/2024/07/x.html")
        assert "غادر الوفد" in two.get("ar/2024/07/x.html")


def test_a_port_in_use_is_said_before_anything_is_built(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = nashra("serve", "--port", str(other.getsockname()[1]), cwd=site)
    assert done.returncode == 2
    assert "cannot listen on 127.0.0.1" in done.stderr
    assert "built" not in done.stdout


def test_the_browser_is_opened_only_when_asked_for(site: Path, tmp_path: Path) -> None:
    called = tmp_path / "called"
    script = tmp_path / "browser.sh"
    script.write_text(f'#!/bin/sh\necho "$1" > {called}.part; mv {called}.part {called}\n')
    script.chmod(0o755)
    with serving(site, env={"BROWSER": f"{script} %s"}):
        assert not called.exists()
    with serving(site, "--open", env={"BROWSER": f"{script} %s"}) as running:
        waiting = threading.Event()
        for _ in range(int(PATIENCE / 0.02)):
            if called.exists():
                break
            waiting.wait(0.02)
        assert called.read_text().strip() == running.address


def test_the_server_comes_back_at_the_same_address(site: Path) -> None:
    with serving(site) as running:
        port = int(running.address.split(":")[2].split("/")[0])
        with events(running.address) as states:
            before = next(states)["pages"]
            running.process.send_signal(signal.SIGINT)
            assert list(states) == []
    with serving(site, port=port) as running, urlopen(running.address, timeout=PATIENCE) as answer:
        assert before not in answer.read().decode("utf-8")
