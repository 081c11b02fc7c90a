"""A local web server that shows the built site as it will be published, base path and 404 page included."""

from __future__ import annotations

import socket
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET6
from typing import Any

from nashra.kit.errors import NashraError
from nashra.publish import reload
from nashra.publish.answers import HTML, Answer, answer, media_type
from nashra.publish.events import Channel
from nashra.publish.hosts import is_allowed
from nashra.publish.shown import Shown
from nashra.settings.config import Settings

_REFUSED = (
    "403 - this server answers to localhost and 127.0.0.1 only, so that no page on the web can read it under a name "
    "of its own. To show the site under another name, name the host to listen on: nashra serve --host ...\n"
)


class SiteServer(ThreadingHTTPServer):
    """Serves what `channel` shows, or else the folder `settings.output`, below the base path of `settings.url`.

    Port 0 lets the system choose one. Raises NashraError where it cannot listen there.
    """

    daemon_threads = True
    request_queue_size = 128  # a browser that opens many tabs at once is not turned away

    def __init__(
        self, settings: Settings, host: str = "127.0.0.1", port: int = 0, channel: Channel | None = None
    ) -> None:
        self.channel = channel or Channel(Shown.of(settings, settings.output))
        self.named_host = host
        self._adopted: set[socket.socket] = set()
        if ":" in host:
            self.address_family = AF_INET6
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            hint = "another program may use the port: choose one with --port"
            raise NashraError(f"cannot listen on {host}, port {port}: {reason}", hint=hint) from None

    @property
    def bound_host(self) -> str:
        """The IP address that the server listens on."""
        host = self.server_address[0]
        return str(host if isinstance(host, str) else host.decode())

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the site's first page."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.bound_host, self.bound_host)  # noqa: S104 - compared
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}{self.channel.shown.local_path}"

    def release(self, stream: socket.socket) -> None:
        """Leave `stream` open when its request has been handled: it is the channel's from now on."""
        self._adopted.add(stream)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, unless the channel has taken it."""
        if request in self._adopted:
            self._adopted.discard(request)
            # only now, when the handler no longer uses it
            if self.channel.adopt(request):
                return
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        import sys

        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def serve(
    settings: Settings, host: str = "127.0.0.1", port: int = 8000, started: Callable[[str], None] | None = None
) -> None:
    """Serve the built site until the user interrupts. `started` is told the address once it can be opened.

    Raises NashraError when there is no built site, or the port is taken.
    """
    if not (settings.output / "index.html").is_file():
        raise NashraError("there is no built site", path=settings.output, hint="run `nashra build` first")
    with SiteServer(settings, host, port) as server:
        if started:
            started(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    server_version = "Nashra"
    protocol_version = "HTTP/1.1"
    timeout = 30  # seconds an idle connection may stay open
    # Head and body in one packet: two would wait for each other, 40 ms (Nagle's algorithm, delayed acknowledgement).
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host", [])
        if not is_allowed(hosts, self.server.bound_host, self.server.named_host):
            self._send(Answer(HTTPStatus.FORBIDDEN, _REFUSED.encode(), media_type(".txt")))
            return
        match self.server.channel.shown.live and reload.special(self.path):
            case reload.EVENTS:
                self._stream()
            case reload.SCRIPT:
                self._send(Answer(HTTPStatus.OK, reload.script(), media_type(".js")))
            case _:
                self._send(self._page())

    def _page(self) -> Answer:
        """The answer for a page or a file, all of it from one build."""
        while True:
            shown = self.server.channel.shown
            found = reload.failure(shown) if shown.output is None else answer(shown, self.path)
            # Two builds later the folder is written anew; what is missed then, is there in the newest one.
            if found.status != HTTPStatus.NOT_FOUND or shown is self.server.channel.shown:
                break
        if shown.live and found.kind == HTML and not found.location:
            return Answer(found.status, reload.inject(found.body, shown), found.kind)
        return found

    def _stream(self) -> None:
        """The head of an event stream; the channel writes the rest."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.server.release(self.connection)

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        if found.location:
            self.send_header("Location", found.location)
        else:
            self.send_header("Content-Type", found.kind)
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: an editor needs the address, not a log."""
