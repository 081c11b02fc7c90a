"""`nashra gather` against servers of this machine that do what servers do."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nashra.sources import web
from support.commands import SOURCE, article_text, nashra, write_site

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CLOCK = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
Reply = tuple[int, dict[str, str], bytes]


class Host:
    """A server. replies: path -> what it answers; a function gets the headers of the request. seen: the requests."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[dict[str, str]], Reply]] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {key.lower(): value for key, value in self.headers.items()}
                host.seen.append((self.path, headers))
                found = host.replies.get(self.path, (404, {}, b""))
                status, sent, body = found(headers) if callable(found) else found
                self.send_response(status)
                for key, value in {"Content-Length": str(len(body)), **sent}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def host() -> Iterator[Host]:
    found = Host()
    yield found
    found.server.shutdown()
    found.server.server_close()


def item(number: int, *, title: str = "", text: str = "", day: datetime = NOW - timedelta(hours=3)) -> str:
    title = title or f"Le barrage numéro {number} est plein"
    text = text or (
        f"Le barrage numéro {number} est plein depuis hier soir. Les agriculteurs de la plaine s'en réjouissent. "
        "Le ministère de l'Eau a confirmé la nouvelle dans un communiqué. Les pluies doivent durer jusqu'à dimanche."
    )
    return (
        f"<item><title>{title}</title><link>https://source.example/{number}</link>"
        f"<pubDate>{format_datetime(day)}</pubDate><description><![CDATA[<p>{text}</p>]]></description></item>"
    )


def rss(*items: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Source</title>'
    return f"{head}<link>https://source.example/</link>{''.join(items)}</channel></rss>".encode()


def ok(body: bytes, **headers: str) -> Reply:
    return 200, {"Content-Type": "application/rss+xml", **headers}, body


def site_with(root: Path, host: Host, more: str = "", path: str = "/feed") -> Path:
    sources = f"src:\n  feed: {host.url}{path}\n  name: Agence Source\n  private: true\n{more}"
    return write_site(root / "site", {"content/sources.yaml": sources})


@pytest.fixture
def site(tmp_path: Path, host: Host) -> Path:
    host.replies["/feed"] = ok(rss(item(1), item(2)))
    return site_with(tmp_path, host)


def originals(site: Path) -> list[Path]:
    return sorted((site / "content" / "articles").glob("*/*/*/*.md"))


def gather(site: Path, *args: str, code: int = 0, env: dict[str, str] = CLOCK) -> str:
    done = nashra("gather", *args, cwd=site, env=env)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_new_items_become_briefs_that_name_and_link_their_source(site: Path, host: Host) -> None:
    gather(site)
    first, _second = originals(site)
    text = first.read_text(encoding="utf-8")
    assert "draft: true" in text and "name: Agence Source" in text
    body = text.split("---\n")[2].strip()
    lead, link = body.split("\n\n")
    assert lead.endswith("s'en réjouissent.") and "communiqué" not in body
    assert link.startswith("[Agence Source](") and "https://source.example/" in link
    assert "the feed carries only a summary" not in text
    agent = host.seen[0][1]["user-agent"]
    assert agent.startswith("Nashra/") and "https://example.org/nashra/" in agent


def test_what_was_gathered_comes_once_and_not_again_after_it_was_deleted(site: Path) -> None:
    gather(site)
    gather(site)
    assert len(originals(site)) == 2
    (gone, _) = originals(site)
    gone.unlink()
    gone.parent.rmdir()
    assert "deleted here" in gather(site) and len(originals(site)) == 1


def test_a_changed_item_renews_what_nobody_edited(site: Path, host: Host) -> None:
    gather(site)
    _first, second = originals(site)
    edited = second.read_text(encoding="utf-8").replace("agriculteurs", "maraîchers")
    second.write_text(edited, encoding="utf-8")
    text = "Le barrage est plein, et déborde. Les agriculteurs de la plaine sont inquiets. Suite demain."
    host.replies["/feed"] = ok(rss(item(1, text=text), item(2, text=text + " Autre.")))
    gather(site)
    assert sum("déborde" in path.read_text(encoding="utf-8") for path in originals(site)) == 1
    assert second.read_text(encoding="utf-8") == edited


def test_whole_texts_only_where_a_permission_is_named(tmp_path: Path, host: Host) -> None:
    html = "<p>Premier alinéa, assez long pour compter.</p><p>Second alinéa.</p><img src='https://t.example/pixel.png' alt='x'>"
    html += "<script>alert(1)</script>" + "<p>Encore un alinéa avec des mots.</p>" * 20
    host.replies["/feed"] = ok(rss(item(1, text=html)))
    site = site_with(tmp_path, host, "  rights: accord écrit du 3 mars 2026\n  publish: true\n")
    gather(site)
    text = originals(site)[0].read_text(encoding="utf-8")
    assert "Second alinéa." in text and "draft:" not in text and "![" not in text and "alert" not in text
    assert nashra("build", cwd=site, env=CLOCK).returncode == 0


def test_limits_of_a_day_and_of_age(tmp_path: Path, host: Host) -> None:
    host.replies["/feed"] = ok(rss(*(item(number) for number in range(5)), item(9, day=NOW - timedelta(days=5))))
    site = site_with(tmp_path, host, "  limit: 3\n  days: 2\n")
    said = gather(site)
    assert len(originals(site)) == 3 and "2 beyond the 3 of a day" in said and "1 older than 2 days" in said
    assert len(originals(site)) == 3
    gather(site)
    assert len(originals(site)) == 3


def test_arabic_items_keep_their_words_and_their_language(tmp_path: Path, host: Host) -> None:
    text = "ارتفعت حقينة السدود بعد أمطار الأسبوع الماضي، حسب الوزارة. وبلغت نسبة الملء 40,5%. ومن المرتقب أن تستمر الأمطار."
    host.replies["/feed"] = ok(rss(item(1, title="ارتفاع حقينة السدود", text=text), item(2)))
    site = site_with(tmp_path, host)
    gather(site)
    arabic = next(path for path in originals(site) if path.name == "ar.md")
    assert "وبلغت نسبة الملء 40,5%." in arabic.read_text(encoding="utf-8") and "المرتقب" not in arabic.read_text(
        "utf-8"
    )


def test_an_unchanged_feed_is_asked_for_with_its_mark_and_costs_nothing(site: Path, host: Host) -> None:
    def answer(headers: dict[str, str]) -> Reply:
        if (
            headers.get("if-none-match") == '"7"'
            and headers.get("if-modified-since") == "Wed, 25 Nov 2026 08:00:00 GMT"
        ):
            return 304, {}, b""
        return ok(rss(item(1)), ETag='"7"', **{"Last-Modified": "Wed, 25 Nov 2026 08:00:00 GMT"})

    host.replies["/feed"] = answer
    gather(site)
    assert "0 articles written" in gather(site)
    assert [path for path, _ in host.seen].count("/feed") == 2


@pytest.mark.parametrize("damage", ["{", "[]", '{"x": 3}', '{"x": {"failures": "many", "strange": 1}}', "\0"])
def test_a_damaged_memory_only_costs_a_request(site: Path, damage: str) -> None:
    gather(site)
    (site / ".nashra" / "sources.json").write_text(damage, encoding="utf-8")
    gather(site)
    assert len(originals(site)) == 2


FAULTS: dict[str, tuple[Reply, str]] = {
    "nothing there": ((404, {}, b""), "it is not there"),
    "gone": ((410, {}, b""), "it is gone"),
    "a broken server": ((500, {}, b"x"), "the server answers 500"),
    "a page in its place": (ok(b"<!doctype html><html><body><p>Bonjour</p></body></html>"), ""),
    "no text": (ok(b""), ""),
    "not even text": (ok(bytes(range(256)) * 40), ""),
    "entities": (ok(b'<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item>&a;</item></channel></rss>'), ""),
    "cut off": (ok(rss(item(1)), **{"Content-Length": "90000"}), "the connection broke off"),
    "wrongly packed": (ok(b"no gzip", **{"Content-Encoding": "gzip"}), "cannot be unpacked"),
    "a bomb": (ok(gzip.compress(bytes(40 << 20)), **{"Content-Encoding": "gzip"}), "more than 8 MB"),
    "a circle": ((302, {"Location": "/feed"}, b""), "redirected more than 5 times"),
    "into the disk": ((302, {"Location": "file:///etc/passwd"}, b""), "not safe"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_source_that_fails_is_told_and_stops_no_other(tmp_path: Path, host: Host, fault: str) -> None:
    reply, said = FAULTS[fault]
    host.replies["/feed"], host.replies["/good"] = reply, ok(rss(item(1)))
    good = f"good:\n  feed: {host.url}/good\n  name: Bonne source\n  private: true\n"
    site = site_with(tmp_path, host, good)
    out = gather(site)
    assert "warning:" in out and "src: nothing came" in out and said in out and "Traceback" not in out
    assert len(originals(site)) == 1


def test_ten_failures_in_a_row_end_the_command_with_one(site: Path, host: Host) -> None:
    host.replies["/feed"] = (500, {}, b"")
    for _ in range(2):
        gather(site)
    visits = site / ".nashra" / "sources.json"
    known = json.loads(visits.read_text(encoding="utf-8"))
    (row,) = known.values()
    assert row["failures"] == 2
    row["failures"] = 9
    visits.write_text(json.dumps(known), encoding="utf-8")
    assert "10 times in a row" in gather(site, code=1)
    host.replies["/feed"] = ok(rss(item(1)))
    gather(site)
    assert len(originals(site)) == 1


def test_a_feed_that_moved_for_good_is_followed_and_told(site: Path, host: Host) -> None:
    host.replies["/new"] = host.replies["/feed"]
    host.replies["/feed"] = (301, {"Location": "/new"}, b"")
    assert f"write `feed: {host.url}/new`" in gather(site)
    gather(site)
    assert [path for path, _ in host.seen if path != "/robots.txt"] == ["/feed", "/new", "/new"]


def test_a_server_that_wants_to_be_left_alone_is_left_alone(site: Path, host: Host) -> None:
    host.replies["/feed"] = (429, {"Retry-After": "3600"}, b"")
    gather(site)
    assert "left alone" in gather(site)
    assert [path for path, _ in host.seen].count("/feed") == 1
    later = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()) + 3700)}
    host.replies["/feed"] = ok(rss(item(1)))
    gather(site, env=later)
    assert len(originals(site)) == 1


@pytest.mark.parametrize(
    ("robots", "status", "allowed"),
    [
        (b"User-agent: *\nDisallow: /feed\n", 200, False),
        (b"User-agent: Nashra\nDisallow: /\n", 200, False),
        (b"User-agent: Other\nDisallow: /\n", 200, True),
        (b"", 404, True),
        (b"", 503, False),
    ],
)
def test_the_wishes_of_a_host_are_respected(site: Path, host: Host, robots: bytes, status: int, allowed: bool) -> None:
    host.replies["/robots.txt"] = (status, {}, robots)
    assert ("robots.txt does not want" in gather(site)) != allowed
    assert bool(originals(site)) == allowed


def test_this_machine_and_private_networks_are_not_asked_unless_allowed(tmp_path: Path, host: Host) -> None:
    port = host.server.server_port
    names = ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]"]
    sources = "".join(f"s{at}: {{feed: 'http://{name}:{port}/feed', name: X}}\n" for at, name in enumerate(names))
    site = write_site(tmp_path / "site", {"content/sources.yaml": sources})
    out = gather(site)
    assert out.count("private network") + out.count("no network") == len(names)
    assert host.seen == [] and originals(site) == []


def test_a_redirect_into_a_private_network_is_not_followed() -> None:
    with pytest.raises(web.FetchError, match="private network"):
        web.fetch("http://127.0.0.1:9/x", {})


def test_a_slow_server_is_given_up(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host.replies["/slow"] = ok(b"x" * 200_000)
    ticks = iter(range(0, 10_000, 7))
    with pytest.raises(web.FetchError, match="not all there after 60 seconds"):
        web.fetch(f"{host.url}/slow", {}, private=True, clock=lambda: float(next(ticks)))


def test_an_item_of_tomorrow_is_not_hidden_until_then(site: Path, host: Host) -> None:
    host.replies["/feed"] = ok(rss(item(1, day=NOW + timedelta(days=400))))
    gather(site)
    text = originals(site)[0].read_text(encoding="utf-8")
    assert "# check: the feed dates it 2027" in text and "date: '2026-11-25T" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x: {feed: 'ftp://a.example/', name: X}\n", "no web address"),
        ("x: {feed: 'https://a.example/'}\n", "has no `name`"),
        ("x: {feed: 'https://a.example/', name: X, lang: de}\n", "no language 'de'"),
        ("x: {feed: 'https://a.example/', name: X, limit: many}\n", "`limit`"),
        ("- x\n", "must map"),
        ("x: [\n", "sources.yaml"),
    ],
)
def test_a_faulty_list_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    site = write_site(tmp_path / "site", {"content/sources.yaml": text})
    out = gather(site, code=1)
    assert said in out and "sources.yaml" in out


def test_a_slip_in_a_key_is_a_warning_with_what_was_meant(tmp_path: Path, host: Host) -> None:
    host.replies["/feed"] = ok(rss(item(1)))
    assert "did you mean `limit`?" in gather(site_with(tmp_path, host, "  limits: 3\n"))


def test_no_list_is_no_fault_and_an_unknown_name_is(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    assert "nothing to gather" in gather(site)
    assert nashra("gather", "map", cwd=site).returncode == 2


def test_a_trial_writes_nothing(site: Path) -> None:
    assert "2 articles would be written" in gather(site, "--dry-run")
    assert originals(site) == [] and not (site / "content" / "gathered.txt").exists()


def test_two_feeds_of_one_host_are_asked_a_second_apart(tmp_path: Path, host: Host) -> None:
    asked: list[float] = []

    def answer(_headers: dict[str, str]) -> Reply:
        asked.append(time.monotonic())
        return ok(rss(item(1)))

    host.replies["/feed"] = host.replies["/good"] = answer
    gather(site_with(tmp_path, host, f"good:\n  feed: {host.url}/good\n  name: Autre\n  private: true\n"))
    assert len(asked) == 2 and asked[1] - asked[0] >= 0.9


ARABIC = (
    "سيول تجتاح تطوان وتغمر 300 منزل",
    "فاض وادي مرتيل بعد أمطار بلغت 112 ملمترا، وأجلت الوقاية المدنية 140 أسرة من أحياء تطوان. وأغلقت المدارس.",
)
FRENCH = (
    "Tétouan sous les eaux, 300 maisons inondées",
    "L'oued Martil a débordé après 112 millimètres de pluie. La protection civile a évacué 140 familles de la ville.",
)
# Every connection that the process or one forked from it asks for, written down before it is made.
RECORDER = """\
import os, sys

def heard(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        said = args[1] if event in ("socket.connect", "socket.sendto") else args[0]
        with open(os.environ["HEARD"], "a", encoding="utf-8") as file:
            file.write(f"{command} {event} {said}\\n")

sys.addaudithook(heard)
import json
from nashra.cli import main
for command, *args in json.loads(os.environ["COMMANDS"]):
    sys.argv = ["nashra", command, *args]
    try:
        code = main()
    except SystemExit as done:
        code = done.code
    print("done:", command, code)
"""


def told(site: Path, path: str) -> str:
    return unescape((site / "site" / path).read_text("utf-8"))


def test_what_two_feeds_tell_in_two_languages_is_one_item_with_two_sources(tmp_path: Path, host: Host) -> None:
    host.replies["/ar"] = ok(rss(item(1, title=ARABIC[0], text=ARABIC[1])))
    library = item(3, title="Une bibliothèque ouvre à Fès", text="Les enfants du quartier y liront le soir.")
    flood = item(2, title=FRENCH[0], text=FRENCH[1], day=NOW - timedelta(hours=1))
    host.replies["/fr"] = ok(rss(flood, library))
    sources = "".join(
        f"{lang}:\n  feed: {host.url}/{lang}\n  name: {name}\n  private: true\n  publish: true\n"
        for lang, name in (("ar", "وكالة الشمال"), ("fr", "Agence Rif"))
    )
    site = write_site(tmp_path / "site", {"content/sources.yaml": sources})
    for command in ("gather", "build"):
        done = nashra(command, cwd=site, env=CLOCK)
        assert done.returncode == 0, done.stdout + done.stderr
    french = told(site, "fr/editions/2026-11-25.html")
    titles = [re.sub("<[^>]+>", "", title) for title in re.findall(r"<h3>(.*?)</h3>", french)]
    assert titles == [FRENCH[0], "Une bibliothèque ouvre à Fès"]
    beside = french[french.index("Également rapporté par") :].partition("</p>")[0]
    assert "وكالة الشمال" in beside and "En arabe" in beside
    arabic = told(site, "ar/editions/2026-11-25.html")
    assert ARABIC[0] in arabic and "Agence Rif" in arabic[arabic.index("أوردته أيضا") :].partition("</p>")[0]
    (story,) = (site / "site/en/stories").glob("*.html")
    assert ARABIC[0] in (page := told(site, f"en/stories/{story.name}")) and FRENCH[0] in page


def test_only_gathering_and_installing_models_touch_the_network(tmp_path: Path, host: Host) -> None:
    host.replies["/feed"] = ok(rss(item(1)))
    index = f"{host.url}/index.json"
    host.replies["/index.json"] = 200, {"Content-Type": "application/json"}, b"[]"
    site = write_site(
        tmp_path / "site",
        {
            "content/articles/2026/11/24-a00001/fr.md": article_text(
                "Un titre", "Un texte avec https://ailleurs.example/ et ![image](https://img.example/a.png).", lang="fr"
            ),
            "content/inbox/a.html": "<html><body><article><h1>Titre</h1><p>Un texte <img src='https://x.example/a.png'>"
            " qui est assez long pour être lu, avec une phrase de plus.</p></article></body></html>",
        },
    )
    # the desk imports, translates and checks
    quiet = [
        ["new", "Un autre titre", "--lang", "fr"], ["desk"], ["status"], ["build"], ["archive", "zip"],
        ["entities", "suggest"], ["models", "list"], ["memory", "stats"], ["init", str(tmp_path / "other"), "--yes"],
    ]  # fmt: skip
    (site / "content/sources.yaml.later").write_text(
        f"src:\n  feed: {host.url}/feed\n  name: Source\n  private: true\n", "utf-8"
    )
    heard = tmp_path / "heard.txt"
    said = _listened(site, quiet, heard)
    assert said.count("done:") == len(quiet) and not heard.exists()
    (site / "content/sources.yaml.later").rename(site / "content/sources.yaml")
    _listened(site, [["gather"], ["models", "install", "fr", "ar"]], heard, {"ARGOS_PACKAGE_INDEX": index})
    lines = heard.read_text("utf-8").splitlines()
    assert {line.split(" ")[0] for line in lines} == {"gather", "models"}
    assert all(str(host.server.server_port) in line for line in lines if line.startswith("gather socket.connect"))


def _listened(site: Path, commands: list[list[str]], heard: Path, env: dict[str, str] | None = None) -> str:
    variables = {
        **os.environ,
        **CLOCK,
        "PYTHONPATH": str(SOURCE),
        "HEARD": str(heard),
        "COMMANDS": json.dumps(commands),
        "ARGOS_PACKAGES_DIR": str(site.parent / "packages"),
        **(env or {}),
    }
    done = subprocess.run(
        [sys.executable, "-c", RECORDER], cwd=site, env=variables, capture_output=True, text=True, timeout=120
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout
