"""A small HTTP server whose faults a test can order: cut connections, wrong sizes, errors, no ranges."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What is served at one path.

    cut:     number of body bytes after which the connection is cut, once for each number in the list.
    claim:   bytes that Content-Length claims beyond (or below) the truth.
    ranges:  whether Range is honoured. fails: statuses to answer first, one a request.
    tag:     the ETag. length: whether Content-Length is sent at all. location: redirect to there.
    """

    body: bytes = b""
    cut: list[int] = field(default_factory=list)
    claim: int = 0
    ranges: bool = True
    fails: list[int] = field(default_factory=list)
    tag: str = '"1"'
    length: bool = True
    location: str = ""


@dataclass
class Server:
    """`requests` holds (path, Range header) of every request, in order."""

    url: str
    pages: dict[str, Page]
    requests: list[tuple[str, str | None]] = field(default_factory=list)


@contextmanager
def serve(pages: dict[str, Page]) -> Iterator[Server]:
    """Serve `pages` (path -> Page) on a free port of this machine."""
    state = Server("", pages)

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            """The size alone; not among the requests, for it carries nothing."""
            page = state.pages.get(self.path)
            self.send_response(200 if page else 404)
            if page is not None and page.length:
                self.send_header("Content-Length", str(len(page.body)))
            self.end_headers()

        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            state.requests.append((self.path, asked))
            page = state.pages.get(self.path)
            if page is None or page.fails:
                self.send_error(404 if page is None else page.fails.pop(0))
                return
            if page.location:
                self.send_response(302)
                self.send_header("Location", page.location)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            start = 0
            if asked and page.ranges and self.headers.get("If-Range", page.tag) == page.tag:
                start = int(asked.removeprefix("bytes=").removesuffix("-"))
                if start >= len(page.body):
                    self.send_response(416)
                    self.send_header("Content-Range", f"bytes */{len(page.body)}")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(page.body) - 1}/{len(page.body)}")
            else:
                self.send_response(200)
            body = page.body[start:]
            self.send_header("ETag", page.tag)
            if page.length:
                self.send_header("Content-Length", str(len(body) + page.claim))
            self.end_headers()
            self.close_connection = True
            self.wfile.write(body[: page.cut.pop(0)] if page.cut else body)

        def log_message(self, *args: object) -> None:
            pass

    with running(Handler) as state.url:
        yield state


@contextmanager
def running(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on a free port of this machine that answers with `handler`; its address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
