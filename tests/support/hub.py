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
def serve_hub(
    models: Mapping[str, Path],
    asked: list[str],
    *,
    spoilt: set[str] | None = None,
    breaks: dict[str, int] | None = None,
) -> Iterator[str]:
    """The address of a hub with `models`: "OWNER/NAME" -> its files; each has the revisions "main" and "v1.2".

    asked: gets the path of every file that was sent. spoilt: names of files that come changed, as long as they are in it.
    breaks: name of a file -> bytes after which the connection ends, once.
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
                # large files have a checksum of their content, small ones that of git
                large = rest[2].endswith((".npz", ".bin", ".spm", ".safetensors"))
                digest = hashlib.sha256 if large else hashlib.sha1
                heads = {"X-Repo-Commit": COMMIT, "ETag": f'"{digest(data).hexdigest()}"', "Accept-Ranges": "bytes"}
                if rest[2] in (spoilt or ()):
                    data = data[::-1]
                if whole:
                    asked.append("/".join(rest[1:]))
                    self._send_file(rest[2], data, heads)
                else:
                    self._send(200, data, heads, whole=False)
            else:
                self._send(404, b"{}", {"X-Error-Code": "EntryNotFound"})

        def _send_file(self, name: str, data: bytes, heads: dict[str, str]) -> None:
            asked_for = self.headers.get("Range") or ""
            start = int(asked_for.removeprefix("bytes=").split("-")[0]) if asked_for else 0
            if start:
                heads["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
            rest = data[start:]
            after = (breaks or {}).pop(name, None)
            self._send(206 if start else 200, rest, heads, whole=after is None)
            if after is not None:
                self.wfile.write(rest[:after])
                self.close_connection = True

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
