"""The fixture site walked through the local server, at a domain's root and under a base path."""

from __future__ import annotations

import http.client
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from threading import Thread
from urllib.parse import urljoin, urlsplit

import pytest

from nashra.pipeline import build
from nashra.publish.server import SiteServer
from nashra.settings import config

BULLETIN = Path(__file__).parent.parent / "sites" / "bulletin"
DEMO = Path(__file__).parents[2]
_ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.mark.parametrize(
    ("site", "base"),
    [(BULLETIN, "/"), (BULLETIN, "/nashra/"), (BULLETIN, "/%D9%86%D8%B4%D8%B1%D8%A9/"), (DEMO, "/nashra/")],
    ids=["fixture", "fixture below a folder", "fixture below an Arabic folder", "demo"],
)
def test_every_page_is_reached_and_no_link_is_broken(tmp_path: Path, site: Path, base: str) -> None:
    settings = replace(
        config.load(site), url=f"https://bulletin.example{base}", output=tmp_path / "site", root=tmp_path
    )
    report = build(settings)
    seen: dict[str, int] = {}
    with SiteServer(settings) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        waiting = [base]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read().decode("utf-8", "replace")
            seen[path] = response.status
            if "html" in response.headers["Content-Type"]:
                for address in _ADDRESS.findall(body):
                    target = urlsplit(urljoin(f"http://local{path}", unescape(address)))
                    if target.netloc in ("local", "bulletin.example"):
                        waiting.append(target.path)
        connection.close()
        server.shutdown()
        thread.join()
    assert {path for path, status in seen.items() if status != 200} == set()
    # all but the 404 page; folders and their index.html are asked for by both names
    assert len([path for path in seen if path.endswith((".html", "/"))]) >= report.pages - 1
