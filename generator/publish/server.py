"""A local web server that shows the built site as it will be published, base path and 404 page included."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET6
from urllib.parse import quote, unquote_to_bytes, urlsplit

from generator.config import Settings
from generator.errors import NashraError

# Not from the `mimetypes` module: that one reads the machine's own tables.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".m4a": "audio/mp4",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".ogv": "video/ogg",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".woff2": "font/woff2",
}


class SiteServer(ThreadingHTTPServer):
    """Serves the folder `output` below the base path of `settings.url`. Port 0 lets the system choose one."""

    daemon_threads = True

    def __init__(self, settings: Settings, host: str = "127.0.0.1", port: int = 0) -> None:
        self.output = settings.output.resolve()
        self.site_url = settings.url
        self.base_path = unquote_to_bytes(settings.base_path).decode("utf-8", "replace")
        if ":" in host:
            self.address_family = AF_INET6
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            hint = "another program may use the port: choose one with --port"
            raise NashraError(f"cannot listen on {host}, port {port}: {reason}", hint=hint) from None

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the site's first page."""
        host = self.server_address[0]
        shown = str(host if isinstance(host, str) else host.decode())
        shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(shown, shown)  # noqa: S104 - compared, not bound
        return f"http://{f'[{shown}]' if ':' in shown else shown}:{self.server_port}{quote(self.base_path)}"


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
        base = self.server.base_path
        try:
            path = unquote_to_bytes(urlsplit(self.path).path).decode("utf-8")
        except (UnicodeDecodeError, ValueError):
            self._not_found()
            return
        if path in ("/", base.rstrip("/")) and path != base:
            self._redirect(base)
        elif not path.startswith(base):
            self._not_found()
        else:
            self._send_path(path, path.removeprefix(base))

    def _send_path(self, path: str, name: str) -> None:
        file = self._find(name)
        if file is None:
            self._not_found()
        elif file.is_dir():
            if path.endswith("/"):
                self._send_file(file / "index.html")
            else:
                self._redirect(path + "/")
        else:
            self._send_file(file)

    def _find(self, name: str) -> Path | None:
        """The file or folder `name` of the site; None for what is not there, hidden, or outside it."""
        parts = name.split("/")
        if "\0" in name or "\\" in name or ":" in name or any(part.startswith(".") for part in parts):
            return None
        if "" in parts[:-1]:
            return None
        try:
            file = (self.server.output / name).resolve()
            if not file.is_relative_to(self.server.output) or not file.exists():
                return None
        except OSError:  # such as a name that is too long
            return None
        return None if name.endswith("/") and not file.is_dir() else file

    def _send_file(self, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            self._not_found()
            return
        self._send(HTTPStatus.OK, data, TYPES.get(file.suffix.lower(), "application/octet-stream"))

    def _not_found(self) -> None:
        """The site's own 404 page, its absolute addresses turned to this server."""
        try:
            page = (self.server.output / "404.html").read_bytes()
        except OSError:
            page = b"<!doctype html><title>404</title><p>404"
        local = quote(self.server.base_path).encode("ascii")
        for opening in (b'"', b"'"):
            page = page.replace(opening + self.server.site_url.encode(), opening + local)
        self._send(HTTPStatus.NOT_FOUND, page, TYPES[".html"])

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        # one slash only: "//host" would lead to another machine
        self.send_header("Location", quote("/" + path.lstrip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: an editor needs the address, not a log."""
