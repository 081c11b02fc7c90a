"""A server that speaks OpenAI's protocol, in the place of a language model on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any

from support.web_server import running

# What the model says to (ids and sentences): the whole content of its answer; an int for a status without one; None for
# a server that dies in the middle of its answer.
Model = Callable[[dict[str, str]], "str | int | None"]


@contextmanager
def llm_server(
    model: Model,
    asked: list[dict[str, Any]] | None = None,
    *,
    finish: str = "stop",
    streams: bool = False,
    keys: list[str | None] | None = None,
) -> Iterator[str]:
    """The address of a server, up to /v1, whose model is called "small".

    asked: gets what it was asked. keys: gets the headers by which it was asked. streams: whether it answers in pieces.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert (body["temperature"], body["model"], self.path) == (0, "small", "/v1/chat/completions")
            question = json.loads(body["messages"][1]["content"])
            if asked is not None:
                asked.append(question)
            if keys is not None:
                keys.append(self.headers["Authorization"])
            said = model(question["sentences"])
            self.send_response(said if isinstance(said, int) else 200)
            if said == 302:
                self.send_header("Location", "http://example.org/v1/chat/completions")
            if streams and not isinstance(said, int):
                self._stream(said)
                return
            data = json.dumps({"choices": [{"message": {"content": said}, "finish_reason": finish}]}).encode()
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data if said is not None else data[:10])

        def _stream(self, said: str | None) -> None:
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self.end_headers()
            text = "{" if said is None else said
            pieces: list[dict[str, Any]] = [{"delta": {"role": "assistant", "content": None}}]
            pieces += [{"delta": {"content": text[at : at + 7]}} for at in range(0, len(text), 7)]
            pieces += [{"delta": {}, "finish_reason": finish}] if said is not None else []
            events = [{"choices": [piece]} for piece in pieces]
            events += [{"choices": [], "usage": {}}] if said is not None else []  # type: ignore[dict-item]
            lines = [f"data: {json.dumps(event)}\n\n" for event in events] + ["data: [DONE]\n\n"] * (said is not None)
            self.wfile.write((": a comment\n\n" + "".join(lines)).encode())

        def log_message(self, *_: Any) -> None:
            pass

    with running(Handler) as address:
        yield f"{address}/v1"
