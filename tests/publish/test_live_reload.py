"""What the live preview tells open pages, and which changes lead to a build."""

from __future__ import annotations

import errno
import http.client
import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from nashra.kit.errors import ConfigError, NashraError, Problem
from nashra.kit.site_mark import MARK, MARKER
from nashra.publish import events as event_streams
from nashra.publish.build_report import BuildReport
from nashra.publish.events import Channel
from nashra.publish.generations import Generations, generations
from nashra.publish.live import Preview
from nashra.publish.reload import inject, special
from nashra.publish.server import SiteServer
from nashra.publish.shown import Shown
from nashra.publish.watch import Watcher, matters
from nashra.publish.writer import write_site as write_pages
from nashra.settings import config
from nashra.settings.config import Settings
from support.commands import write_site
from support.serving import PATIENCE, events

ARTICLE = "content/articles/2024/07/18-3f9a1c/ar.md"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return config.load(write_site(tmp_path, {ARTICLE: "نص", "templates/assets/style.css": "p {}"}))


def pages(text: str) -> list[tuple[str, bytes | Path]]:
    return [
        (MARKER, MARK),
        ("index.html", f"<html><body><p>{text}</p></body></html>".encode()),
        ("assets/style.css", b"p {}</body>"),
        ("404.html", b"<p>not here"),
    ]


def build(settings: Settings) -> BuildReport:
    """Stands in for the real build, which is slower."""
    files = write_pages(settings.output, pages("وصل الوفد"))
    return BuildReport(settings.output, 1, 2, files, ())


class Failing:
    """A build that meets what it is given in turn: an error, or None for none; and succeeds in the end."""

    def __init__(self, *errors: Exception | None) -> None:
        self.errors = list(errors)

    def __call__(self, settings: Settings) -> BuildReport:
        if self.errors and (error := self.errors.pop(0)):
            raise error
        return build(settings)


class Stage:
    """A channel with a server, and a preview that builds for it."""

    def __init__(self, settings: Settings, channel: Channel, server: SiteServer, folders: Generations) -> None:
        self.settings, self.channel, self.server, self.folders = settings, channel, server, folders

    def preview(self, build: Callable[[Settings], BuildReport] = build) -> Preview:
        return Preview(self.settings, lambda: self.settings, build, self.folders, self.channel)

    def get(self, path: str = "/nashra/", method: str = "GET") -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        connection.request(method, path)
        response = connection.getresponse()
        body = response.read().decode("utf-8")
        connection.close()
        return response.status, response.headers["Content-Type"], body


@pytest.fixture
def stage(settings: Settings) -> Iterator[Stage]:
    with (
        generations(settings.cache) as folders,
        Channel(replace(Shown.of(settings, None), live=True), heartbeat=0.05) as channel,
        SiteServer(settings, channel=channel) as server,
    ):
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Stage(settings, channel, server, folders)
        server.shutdown()


def until(condition: Callable[[], bool]) -> None:
    """Wait for what other threads bring about."""
    waiting = threading.Event()
    for _ in range(int(PATIENCE / 0.01)):
        if condition():
            return
        waiting.wait(0.01)
    pytest.fail("it did not come about")


# What is sent


def listening(channel: Channel) -> int:
    """How many pages listen, without those that have gone: nothing but a test asks."""
    with channel._lock:
        channel._sweep()
        return len(channel._streams)


def test_the_script_is_added_to_pages_and_to_nothing_else(stage: Stage) -> None:
    stage.preview().rebuild()
    _, _, page = stage.get()
    assert '<p>وصل الوفد</p><script src="/nashra/.nashra/reload.js"' in page
    assert page.endswith("</script></body></html>")
    assert stage.get("/nashra/assets/style.css")[2] == "p {}</body>"
    assert "reload.js" in stage.get("/nashra/none.html")[2]


def test_the_script_is_never_written_to_disk(stage: Stage) -> None:
    stage.preview().rebuild()
    stage.get()
    files = [path for path in stage.settings.cache.rglob("*") if path.is_file()]
    assert files
    assert not any(b"reload.js" in path.read_bytes() for path in files)


def test_a_server_without_a_live_preview_adds_nothing_and_has_no_events(settings: Settings) -> None:
    build(settings)
    with SiteServer(settings) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        stage = Stage(settings, server.channel, server, Generations(settings.cache))
        assert stage.get()[2] == "<html><body><p>وصل الوفد</p></body></html>"
        assert stage.get("/nashra/.nashra/events")[0] == 404
        server.shutdown()


@pytest.mark.parametrize(
    ("page", "before"),
    [
        ("<body>x</body></html>", "<body>x"),
        ("<BODY>x</BODY >\n</HTML>", "<BODY>x</BODY >\n</HTML>"),
        ("<body><!-- </body> -->x</Body>", "<body><!-- </body> -->x"),
        ("x", "x"),
        ("", ""),
    ],
)
def test_the_script_goes_to_the_end_of_the_body(settings: Settings, page: str, before: str) -> None:
    sent = inject(page.encode(), Shown.of(settings, None)).decode()
    assert sent.startswith(before + "<script")
    assert sent.replace(sent[len(before) : sent.index("</script>") + len("</script>")], "") == page


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("/nashra/.nashra/events", "events"),
        ("/before/.nashra/events?x=1", "events"),
        ("/.nashra/reload.js", "reload.js"),
        ("/nashra/.nashra/secret", None),
        ("/nashra/events", None),
        ("//[", None),
    ],
)
def test_the_previews_own_addresses_are_known_below_any_base_path(target: str, what: str | None) -> None:
    assert special(target) == what


# What pages are told


def test_a_page_is_told_the_present_state_and_every_later_one(stage: Stage) -> None:
    preview = stage.preview()
    preview.rebuild()
    with events(stage.server.address) as states:
        first = next(states)
        preview.rebuild(frozenset([stage.settings.root / ARTICLE]))
        second = next(states)
    assert first["base"] == "/nashra/"
    assert first["pages"] != second["pages"]
    assert f'data-pages="{second["pages"]}"' in stage.get()[2]


def test_a_change_of_style_sheets_alone_leaves_the_pages_as_they_are(stage: Stage) -> None:
    preview = stage.preview()
    preview.rebuild()
    before = stage.channel.shown
    style = stage.settings.theme / "assets" / "style.css"
    preview.rebuild(frozenset([style]))
    after = stage.channel.shown
    assert (after.pages, after.style == before.style) == (before.pages, False)
    preview.rebuild(frozenset([style, stage.settings.root / ARTICLE]))
    assert stage.channel.shown.pages != before.pages


def test_what_can_be_shown_at_once_is_shown_before_the_build(stage: Stage) -> None:
    preview = stage.preview()
    saved = frozenset({stage.settings.root / ARTICLE})
    asked: list[Path] = []

    def at_once(changed: frozenset[Path], output: Path) -> bool:
        assert changed == saved
        asked.append(output)
        (output / "index.html").write_text("<html><body><p>في الحين</p></body></html>", encoding="utf-8")
        return True

    assert not preview.show_at_once(saved, at_once), "there is no preview yet"
    preview.rebuild()
    before = stage.channel.shown
    assert preview.show_at_once(saved, at_once)
    assert asked == [before.output]
    assert "في الحين" in stage.get()[2]
    assert stage.channel.shown.pages not in ("", before.pages)
    assert not preview.show_at_once(saved, lambda changed, output: 1 // 0 == 0), "the build will tell"
    preview.rebuild(saved)
    assert "وصل الوفد" in stage.get()[2]


def test_a_change_that_a_failed_build_did_not_show_is_shown_by_the_next_one(stage: Stage) -> None:
    preview = stage.preview(Failing(None, NashraError("no")))
    preview.rebuild()
    before = stage.channel.shown.pages
    preview.rebuild(frozenset([stage.settings.root / ARTICLE]))
    preview.rebuild(frozenset([stage.settings.theme / "assets" / "style.css"]))
    assert stage.channel.shown.pages != before


def test_another_run_of_the_server_has_other_names_for_its_pages(stage: Stage) -> None:
    stage.preview().rebuild()
    before = stage.channel.shown.pages
    stage.preview().rebuild()
    assert stage.channel.shown.pages != before


def test_a_hundred_open_pages_take_no_threads_and_all_are_told(stage: Stage) -> None:
    stage.preview().rebuild()
    threads = threading.active_count()
    streams = [http.client.HTTPConnection("127.0.0.1", stage.server.server_port, timeout=PATIENCE) for _ in range(100)]
    answers = []
    for stream in streams:
        stream.request("GET", "/nashra/.nashra/events")
        answers.append(stream.getresponse())
    until(lambda: listening(stage.channel) == 100 and threading.active_count() <= threads)
    stage.channel.show(replace(stage.channel.shown, pages="new"))
    for answer in answers:
        assert any(b'"pages": "new"' in line for line in answer)
        answer.close()
    for stream in streams:
        stream.close()
    until(lambda: listening(stage.channel) == 0)


def test_of_too_many_open_pages_the_oldest_is_cut(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_streams, "MOST_STREAMS", 2)
    with events(stage.server.address) as first:
        # a stream is as old as what it is told; its head is sent before
        assert next(first)
        with events(stage.server.address) as second:
            assert next(second)
            with events(stage.server.address) as third:
                assert next(third)
                assert list(first) == []
                assert listening(stage.channel) == 2


def test_a_page_hears_a_sign_of_life_while_nothing_changes(stage: Stage) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", stage.server.server_port, timeout=PATIENCE)
    connection.request("GET", "/nashra/.nashra/events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert any(line == b":\n" for line in answer)
    answer.close()
    connection.close()


def test_closing_the_channel_ends_every_stream_and_new_ones(stage: Stage) -> None:
    with events(stage.server.address) as states:
        next(states)
        stage.channel.close()
        assert list(states) == []
    with events(stage.server.address) as states:
        assert list(states) == []


def test_the_head_of_an_event_stream_can_be_asked_for(stage: Stage) -> None:
    assert stage.get("/nashra/.nashra/events", "HEAD") == (200, "text/event-stream; charset=utf-8", "")
    assert listening(stage.channel) == 0


def test_an_event_fits_into_a_socket_however_much_is_wrong(stage: Stage) -> None:
    problem = Problem("خطأ " * 5000, stage.settings.root / ("ملف" * 80), 3, "تلميح " * 5000)
    with events(stage.server.address) as states:
        next(states)
        stage.channel.show(replace(stage.channel.shown, errors=(problem,) * 500, problems=(problem,) * 500))
        state = next(states)
    assert state["count"] == 500


def test_a_message_gives_the_browser_no_orders(settings: Settings) -> None:
    problem = Problem("a\n\ndata: {}\u2028\u202e", settings.root / "x\ny.md", 7)
    message = replace(Shown.of(settings, None), errors=(problem,)).message()
    assert "\n" not in message
    assert json.loads(message)["errors"] == [
        {"place": "x\\ny.md:7", "message": "a\\n\\ndata: {}\\u2028\\u202e", "hint": ""}
    ]


# What a build that fails leaves


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConfigError("`site.url` is missing"), "`site.url` is missing"),
        (OSError(errno.ENOSPC, "No space left on device", "/x"), "No space left on device"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "Permission denied"),
        (RuntimeError("boom"), "RuntimeError: boom"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_after_any_failure_the_last_good_site_stays_and_the_next_build_shows_again(
    stage: Stage, error: Exception, said: str
) -> None:
    preview = stage.preview(Failing(None, error))
    preview.rebuild()
    good = stage.channel.shown
    outcome = preview.rebuild()
    assert outcome.report is None
    assert said in outcome.errors[0].message
    assert (stage.channel.shown.pages, stage.channel.shown.errors) == (good.pages, outcome.errors)
    assert "وصل الوفد" in stage.get()[2]
    assert preview.rebuild().report is not None
    assert stage.channel.shown.errors == ()


def test_before_the_first_good_build_every_address_shows_the_errors_as_text(stage: Stage) -> None:
    error = ConfigError("<script>alert(1)</script> خطأ", path=stage.settings.root / "nashra.toml", line=3, hint="a & b")
    preview = stage.preview(Failing(error))
    preview.rebuild()
    status, kind, page = stage.get("/nashra/ar/any.html")
    assert (status, kind) == (503, "text/html; charset=utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; خطأ" in page
    assert "<bdi>nashra.toml:3</bdi>" in page
    assert "a &amp; b" in page
    assert "/nashra/.nashra/reload.js" in page
    preview.rebuild()
    assert stage.get()[0] == 200


def test_a_content_folder_that_is_away_is_an_error_and_no_empty_site(stage: Stage) -> None:
    preview = stage.preview()
    preview.rebuild()
    content = stage.settings.content
    content.rename(content.with_name("away"))
    assert "is not there" in preview.rebuild().errors[0].message
    content.with_name("away").rename(content)
    assert preview.rebuild().errors == ()


def test_no_request_meets_a_site_that_is_just_being_replaced(stage: Stage) -> None:
    preview = stage.preview()
    preview.rebuild()
    statuses: list[int] = []
    done = threading.Event()

    def read() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", stage.server.server_port, timeout=PATIENCE)
        while not done.is_set():
            connection.request("GET", "/nashra/assets/style.css")
            response = connection.getresponse()
            response.read()
            statuses.append(response.status)
        connection.close()

    readers = [Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(150):
        preview.rebuild()
    done.set()
    for reader in readers:
        reader.join()
    assert set(statuses) == {200}


def test_two_previews_of_one_site_write_into_folders_of_their_own(settings: Settings) -> None:
    with generations(settings.cache) as first:
        with generations(settings.cache) as second:
            assert first.next() != second.next()
            taken = second.next()
        with generations(settings.cache) as third:
            assert third.next() == taken


def test_the_folder_that_is_shown_is_never_the_next_to_be_written(settings: Settings) -> None:
    with generations(settings.cache) as folders:
        shown = folders.next()
        folders.taken()
        assert folders.next() != shown
        folders.taken()
        assert folders.next() == shown


# What is watched


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("articles/2024/07/18-3f9a1c/ar.md", True),
        ("articles/2024/07/18-3f9a1c/صورة الوفد.jpg", True),
        ("entities", True),
        ("articles/ar.md~", False),
        ("articles/.ar.md.swp", False),
        ("articles/4913", False),
        ("articles/#ar.md#", False),
        ("articles/.#ar.md", False),
        ("articles/ar.md.tmp", False),
        ("articles/~$note.md", False),
        ("articles/ar.md___jb_tmp___", False),
        ("Thumbs.db", False),
        (".git/index.lock", False),
        ("articles/.new.x1y2/ar.md", False),
    ],
)
def test_files_that_editors_and_systems_leave_behind_do_not_matter(tmp_path: Path, name: str, expected: bool) -> None:
    assert matters(tmp_path / "content" / name, [tmp_path / "content"]) is expected
    assert not matters(tmp_path / "elsewhere" / name, [tmp_path / "content"])


def test_a_hidden_folder_above_the_site_hides_nothing(tmp_path: Path) -> None:
    content = tmp_path / ".work" / "site" / "content"
    assert matters(content / "articles" / "ar.md", [content])


@pytest.fixture(params=["notified", "polling"])
def watcher(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Watcher]:
    with Watcher(settings, polling=request.param == "polling") as watcher:
        yield watcher


def collect(watcher: Watcher, wanted: set[Path]) -> set[Path]:
    """Everything that the watcher tells until `wanted` is among it."""
    got: set[Path] = set()
    while not wanted <= got:
        changed = watcher.wait(PATIENCE)
        assert changed, f"never told of {wanted - got}"
        got |= changed
    return got


def test_a_saved_article_and_a_new_one_are_noticed_and_a_lock_file_is_not(watcher: Watcher, settings: Settings) -> None:
    article = settings.root / ARTICLE
    article.with_name(".ar.md.swp").write_text("x")
    (settings.root / "site").mkdir()
    (settings.root / "site" / "index.html").write_text("x")
    article.write_text("نص جديد", "utf-8")
    new = settings.content / "articles/2024/07/19-aaaaaa/ar.md"
    new.parent.mkdir()
    new.write_text("نص", "utf-8")
    told = collect(watcher, {article})
    assert all(path.is_relative_to(settings.content / "articles") for path in told)
    assert article.with_name(".ar.md.swp") not in told


def test_settings_replaced_by_an_editor_are_noticed_each_time(watcher: Watcher, settings: Settings) -> None:
    toml = settings.root / "nashra.toml"
    for number in range(3):
        new = settings.root / ".toml.new"
        new.write_text(f"{toml.read_text('utf-8')}# {number}\n", "utf-8")
        new.replace(toml)
        assert collect(watcher, {toml}) == {toml}


def test_a_content_folder_that_goes_and_comes_back_is_watched_again(watcher: Watcher, settings: Settings) -> None:
    away = settings.root / "away"
    settings.content.rename(away)
    collect(watcher, {settings.content})
    settings.content.mkdir()
    collect(watcher, {settings.content})
    file = settings.content / "topics.yaml"
    file.write_text("{}")
    collect(watcher, {file})


def test_a_theme_that_is_made_later_is_watched_from_then_on(tmp_path: Path) -> None:
    settings = config.load(write_site(tmp_path, {ARTICLE: "نص"}))
    with Watcher(settings) as watcher:
        settings.theme.mkdir()
        collect(watcher, {settings.theme})
        template = settings.theme / "page.html"
        template.write_text("x")
        collect(watcher, {template})


def test_another_content_folder_is_followed(watcher: Watcher, settings: Settings) -> None:
    other = settings.root / "other"
    other.mkdir()
    watcher.follow(replace(settings, content=other))
    collect(watcher, {other})
    (other / "topics.yaml").write_text("{}")
    collect(watcher, {other / "topics.yaml"})


def test_the_whole_site_may_disappear_for_a_moment(watcher: Watcher, settings: Settings) -> None:
    away = settings.root.with_name("away")
    settings.root.rename(away)
    collect(watcher, {settings.content, settings.root / "nashra.toml"})
    away.rename(settings.root)
    collect(watcher, {settings.content, settings.root / "nashra.toml"})


def test_where_the_system_watches_no_more_folders_they_are_looked_at(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Iterator[set[tuple[int, str]]]:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("watchfiles.watch", refuse)
    with Watcher(settings) as watcher:
        (settings.root / ARTICLE).write_text("نص جديد", "utf-8")
        collect(watcher, {settings.root / ARTICLE})


def test_without_the_library_one_is_told_how_to_get_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(NashraError) as error, Watcher(settings):
        pass
    assert "pip install watchfiles" in error.value.problems[0].hint


def test_what_changes_during_a_build_leads_to_one_more(stage: Stage) -> None:
    article = stage.settings.root / ARTICLE
    building, go_on = threading.Event(), threading.Event()

    def slow(settings: Settings) -> BuildReport:
        building.set()
        assert go_on.wait(PATIENCE)
        return build(settings)

    with Watcher(stage.settings) as watcher:
        preview = stage.preview(slow)
        worker = Thread(target=preview.rebuild)
        worker.start()
        assert building.wait(PATIENCE)
        for number in range(200):
            article.with_name(f"{number}.md").write_text("نص", "utf-8")
        article.write_text("نص جديد", "utf-8")
        # looked at from within, since `wait` would take them
        until(lambda: len(watcher._changed) == 201)
        go_on.set()
        worker.join()
        assert len(watcher.wait(PATIENCE)) == 201
        assert watcher.wait(0.5) == frozenset()
