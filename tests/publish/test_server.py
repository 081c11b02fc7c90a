"""The local server shows a site as it will be published."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest

from nashra.kit.errors import NashraError
from nashra.publish.hosts import is_allowed
from nashra.publish.server import SiteServer, serve
from nashra.settings import config
from nashra.settings.config import Settings

Answer = tuple[int, dict[str, str], str]
Get = Callable[[str], Answer]


def settings(root: Path, url: str = "https://bulletin.example/nashra/") -> Settings:
    return config.parse(f'[site]\nurl = "{url}"\nlanguages = ["ar"]\ntitle = "نشرة"\n', root)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    output = tmp_path / "site"
    (output / "ar").mkdir(parents=True)
    (output / "index.html").write_text("root")
    (output / "404.html").write_text('<a href="https://bulletin.example/nashra/ar/index.html">الرئيسية</a>')
    (output / "ar" / "index.html").write_text("home")
    (output / "ar" / "وصول الوفد.html").write_text("وصل", "utf-8")
    (output / "ar" / "rss.xml").write_text("<rss/>")
    (output / ".gitignore").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    (output / "link.txt").symlink_to(tmp_path / "secret.txt")
    return output


@pytest.fixture
def get(site: Path) -> Iterator[Get]:
    with SiteServer(settings(site.parent)) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()

        def ask(path: str, method: str = "GET") -> Answer:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
            connection.request(method, path)
            response = connection.getresponse()
            body = response.read().decode("utf-8")
            connection.close()
            return response.status, dict(response.getheaders()), body

        yield ask
        server.shutdown()
        thread.join()


def test_pages_are_below_the_base_path(get: Get) -> None:
    assert get("/nashra/")[2] == "root"
    assert get("/nashra/ar/index.html")[2] == "home"
    assert get("/ar/index.html")[0] == 404


def test_a_folder_shows_its_index_and_gets_its_slash(get: Get) -> None:
    assert get("/nashra/ar/")[2] == "home"
    status, headers, _ = get("/nashra/ar")
    assert (status, headers["Location"]) == (302, "/nashra/ar/")


@pytest.mark.parametrize("path", ["/", "/nashra"])
def test_the_way_to_the_base_path_is_shown(get: Get, path: str) -> None:
    status, headers, _ = get(path)
    assert (status, headers["Location"]) == (302, "/nashra/")


def test_arabic_names_are_found_and_served_as_utf_8(get: Get) -> None:
    status, headers, body = get("/nashra/ar/" + quote("وصول الوفد.html"))
    assert (status, headers["Content-Type"], body) == (200, "text/html; charset=utf-8", "وصل")


def test_a_feed_is_xml(get: Get) -> None:
    assert get("/nashra/ar/rss.xml")[1]["Content-Type"] == "application/xml; charset=utf-8"


def test_the_404_page_is_the_sites_own_and_leads_back_to_this_server(get: Get) -> None:
    status, _, body = get("/nashra/ar/2024/07/nothing.html")
    assert (status, body) == (404, '<a href="/nashra/ar/index.html">الرئيسية</a>')


@pytest.mark.parametrize(
    "path",
    [
        "/nashra/../secret.txt",
        "/nashra/%2e%2e/secret.txt",
        "/nashra/ar/..%2f..%2fsecret.txt",
        "/nashra/..%5csecret.txt",
        "/nashra//etc/passwd",
        "/nashra/%2fetc/passwd",
        "/nashra/link.txt",
        "/nashra/.gitignore",
        "/nashra/index.html%00.txt",
        "/nashra/%ff%fe",
        "/nashra/index.html/",
        "/nashra/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_site_or_hidden_is_served(get: Get, path: str) -> None:
    status, _, body = get(path)
    assert status == 404
    assert "secret" not in body


def test_a_redirect_never_leads_to_another_machine(get: Get) -> None:
    status, headers, _ = get("//evil.example/..")
    assert status == 404
    assert "Location" not in headers


def test_head_gives_the_headers_alone(get: Callable[..., Answer]) -> None:
    status, headers, body = get("/nashra/ar/index.html", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "4", "")


def test_a_port_in_use_is_a_plain_error(site: Path) -> None:
    with SiteServer(settings(site.parent)) as server, pytest.raises(NashraError, match="cannot listen"):
        SiteServer(settings(site.parent), port=server.server_port)


def test_the_server_listens_to_this_machine_only_and_knows_its_address(site: Path) -> None:
    with SiteServer(settings(site.parent)) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.address == f"http://127.0.0.1:{server.server_port}/nashra/"


def ask_with(site: Path, *hosts: str) -> tuple[int, str]:
    """The answer of a server on 127.0.0.1 to a request with these Host headers."""
    with SiteServer(settings(site.parent)) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.putrequest("GET", "/nashra/", skip_host=True)
        for host in hosts:
            connection.putheader("Host", host)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read().decode("utf-8")
        connection.close()
        server.shutdown()
    return response.status, body


@pytest.mark.parametrize(
    "host",
    ["localhost", "LocalHost:8000", "localhost.", "127.0.0.1:8000", "127.9.9.9", "[::1]:8000", "site.localhost:1"],
)
def test_this_machine_is_answered_under_any_of_its_names(site: Path, host: str) -> None:
    assert ask_with(site, host) == (200, "root")


@pytest.mark.parametrize(
    "hosts",
    [
        ["evil.example"],
        ["evil.example:8000"],
        ["127.0.0.1.evil.example"],
        ["localhost@evil.example"],
        ["localhost.evil.example"],
        ["notlocalhost"],
        ["192.168.1.7"],
        ["[::2]"],
        ["["],
        [""],
        [],
        ["localhost", "evil.example"],
    ],
)
def test_a_page_on_the_web_cannot_read_the_site_under_a_name_of_its_own(site: Path, hosts: list[str]) -> None:
    status, body = ask_with(site, *hosts)
    assert status == 403
    assert "localhost and 127.0.0.1 only" in body
    assert "--host" in body


def test_a_host_that_was_named_is_answered_and_so_is_every_name_where_others_may_come(site: Path) -> None:
    assert is_allowed(["desk.lan:8000"], "127.0.1.1", "Desk.lan")
    assert not is_allowed(["desk.lan"], "127.0.0.1", "127.0.0.1")
    assert is_allowed(["desk.lan"], "0.0.0.0", "0.0.0.0")
    assert is_allowed(["192.168.1.7:8000"], "192.168.1.7", "192.168.1.7")


def test_serving_needs_a_built_site(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="no built site"):
        serve(settings(tmp_path))
