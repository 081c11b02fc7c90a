"""What Lighthouse says of every kind of page of the demo: `python benchmarks/lighthouse.py LIGHTHOUSE [desktop]`.

LIGHTHOUSE is the program of that name: `npm install lighthouse` in any folder puts it into `node_modules/.bin/` there.
Needs Chromium. The demo is served as web servers do it, compressed and with connections that are kept; without that, a
page of 40 kB takes as long on the phone that Lighthouse plays as one of 150 kB would.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from nashra.pipeline import build
from nashra.settings import config

ROOT = Path(__file__).parents[1]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# A page of each kind, as patterns below the folder of a language; the last that matches is taken.
KINDS = (
    "index.html",
    "2024/12/*.html",
    "original/2024/*/*.html",
    "about.html",
    "feeds.html",
    "search.html",
    "topics.html",
    "topics/climate.html",
    "entities.html",
    "entities/paris.html",
    "editions.html",
    "editions/2024-W50.html",
    "editions/2024-12-14.html",
    "archive.html",
    "archive/2024-12.html",
)
# Those that a site has only where it has enough articles, or several on one event.
SOMETIMES = ("stories/*.html", "page-*.html", "topics/*/page-*.html", "entities/*/page-*.html")
QUERY = {"ar": "المغرب", "fr": "Maroc", "en": "Morocco"}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
_PACKED = {"text/html", "text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml"}


def pages(site: Path) -> Iterator[str]:
    """The addresses below the site's root."""
    yield "index.html"
    yield quote(min((site / "s").glob("*/index.html")).relative_to(site).as_posix())
    for lang, words in QUERY.items():
        for pattern in KINDS:
            yield quote(max((site / lang).glob(pattern)).relative_to(site).as_posix())
        for pattern in SOMETIMES:
            if found := max((site / lang).glob(pattern), default=None):
                yield quote(found.relative_to(site).as_posix())
        yield f"{lang}/search.html?q={quote(words)}"
        yield f"{lang}/search.html?q=zzzz"


def server(site: Path) -> ThreadingHTTPServer:
    """Serves `site` on this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = site / unquote(urlsplit(self.path).path).lstrip("/")
            data = file.read_bytes() if file.is_file() else b""
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_response(200 if file.is_file() else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if kind in _PACKED:
                data = gzip.compress(data)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


def scores(lighthouse: str, address: str, desktop: bool) -> list[int]:
    """What Lighthouse gives the page, out of 100, in each of its categories."""
    command = [lighthouse, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", *(["--preset=desktop"] if desktop else [])]
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    run = subprocess.run(command, stdout=subprocess.PIPE, env={"CHROME_PATH": chromium, **os.environ}, check=True)
    found = json.loads(run.stdout)["categories"]
    return [round(100 * (found[name]["score"] or 0)) for name in CATEGORIES]


def main(lighthouse: str, desktop: bool) -> int:
    """Print a line a page; 1 where one has less than 100 anywhere."""
    less = 0
    with tempfile.TemporaryDirectory() as folder:
        site = build(replace(config.load(ROOT), output=Path(folder) / "site")).output
        serving = server(site)
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        for page in pages(site):
            found = scores(lighthouse, f"http://127.0.0.1:{serving.server_port}/{page}", desktop)
            less += found != [100] * len(CATEGORIES)
            print(*found, unquote(page), sep="\t", flush=True)
        serving.shutdown()
    return int(less > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "desktop" in sys.argv[2:]))
