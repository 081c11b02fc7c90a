"""A hub of the shape of huggingface.co, with models in folders."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from support.web_server import running

COMMIT = "3f9a1c2b" * 5


@contextmanager
def serve_hub(models: Mapping[str, Path], asked: list[str]) -> Iterator[str]:
    """The address of a hub with `models`: "OWNER/NAME" -> its files; each has the revisions "main" and "v1.2".

    asked: gets the path of every file that was sent.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._answer(whole=False)

        def do_GET(self) -> None:
            self._answer(whole=True)

        def _answer(self, *, whole: bool) -> None:
            path = self.path.split("?")[0].strip("/").removeprefix("api/models/")
            name = "/".join(path.split("/")[:2])
            rest = path.split("/")[2:]
            folder = models.get(name)
            files = {each.name: each.read_bytes() for each in folder.iterdir()} if folder else {}
            if folder is None:
                self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"})
            elif len(rest) > 1 and rest[1] not in ("main", "v1.2", COMMIT):
                self._send(404, b"{}", {"X-Error-Code": "RevisionNotFound"})
            elif rest[0] == "tree":
                rows: list[Any] = [
                    {"type": "file", "oid": "b" * 40, "size": len(data), "path": each} for each, data in files.items()
                ]
                self._send(200, json.dumps(rows).encode())
            elif rest[0] == "revision":
                siblings = [{"rfilename": each} for each in files]
                self._send(200, json.dumps({"id": name, "sha": COMMIT, "siblings": siblings}).encode())
            elif rest[0] == "resolve" and rest[2] in files:
                data = files[rest[2]]
                tag = f'"{hashlib.sha1(data, usedforsecurity=False).hexdigest()}"'
                self._send(200, data, {"X-Repo-Commit": COMMIT, "ETag": tag}, whole=whole)
                if whole:
                    asked.append("/".join(rest[1:]))
            else:
                self._send(404, b"{}", {"X-Error-Code": "EntryNotFound"})

        def _send(
            self, status: int, data: bytes, heads: Mapping[str, str] | None = None, *, whole: bool = True
        ) -> None:
            self.send_response(status)
            for head, value in {**(heads or {}), "Content-Length": str(len(data))}.items():
                self.send_header(head, value)
            self.end_headers()
            if whole:
                self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    with running(Handler) as address:
        yield address
