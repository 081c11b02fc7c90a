"""A server that speaks OpenAI's protocol, asked for one answer at a time; the answer is read as it is written."""

from __future__ import annotations

import http.client
import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import IO, Any

from nashra.kit.errors import TranslationError

# A key for a server that wants one; it goes to no other.
KEY_VARIABLE = "NASHRA_API_KEY"
# Between two pieces of an answer. A large model on a small machine reads a question for minutes.
_SECONDS = 900
_MAX_ANSWER = 4 << 20
# An event holds some letters, and a hundred times as much around them.
_MOST_STREAMED = 64 << 20
_HINT = "is the server running? what was translated before is kept"


class LlmServer:
    """Asks for chat completions. No proxy is used, and no redirect followed: texts go nowhere else."""

    def __init__(self, url: str, model: str) -> None:
        """url: up to `/v1`."""
        self.url, self.model = url.rstrip("/") + "/chat/completions", model
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)

    def answer(self, system: str, user: str, most: int) -> str | None:
        """What the model says; None where it was cut off, or goes on for more than `most` characters.

        Raises TranslationError where the server cannot be reached, fails, or speaks another protocol.
        """
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        asked = {"model": self.model, "temperature": 0, "stream": True, "messages": messages}
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get(KEY_VARIABLE, "").strip():
            headers["Authorization"] = f"Bearer {key}"
        request = urllib.request.Request(self.url, json.dumps(asked).encode(), headers)  # noqa: S310 - checked before
        try:
            with self._opener.open(request, timeout=_SECONDS) as response:
                if response.headers.get_content_type() == "text/event-stream":
                    return self._streamed(response, most)
                return self._whole(json.loads(response.read(_MAX_ANSWER)), most)
        except urllib.error.HTTPError as error:
            said = " ".join(error.read(300).decode("utf-8", "replace").split())
            raise TranslationError(f"{self.url} answers {error.code}: {said or error.reason}") from None
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            raise TranslationError(f"{self.url} cannot be reached: {reason}", hint=_HINT) from None
        except (ValueError, RecursionError):
            raise TranslationError(f"{self.url} answers what is no JSON") from None

    def _whole(self, answer: Any, most: int) -> str | None:
        choice = self._choice(answer)
        content = choice["message"].get("content") if isinstance(choice.get("message"), dict) else None
        if content is None and "message" not in choice:
            raise self._foreign()
        cut_off = choice.get("finish_reason") == "length" or not isinstance(content, str) or len(content) > most
        return None if cut_off else str(content)

    def _streamed(self, response: Any, most: int) -> str | None:
        """The pieces of an answer put together, until it ends or is too long."""
        content, finished = "", ""
        for event in _events(response):
            if not event:
                finished = finished or "stop"
                break
            if event.get("choices") == []:
                continue  # some tell at the end how much was used
            choice = self._choice(event)
            delta = choice.get("delta")
            piece = delta.get("content") if isinstance(delta, dict) else None
            if piece is not None and not isinstance(piece, str):
                raise self._foreign()
            content += piece or ""
            finished = choice.get("finish_reason") or finished
            if len(content) > most:
                return None
        if not finished:
            raise TranslationError(f"{self.url} broke off in the middle of an answer", hint=_HINT)
        return content if finished != "length" else None

    def _choice(self, answer: Any) -> dict[str, Any]:
        if isinstance(answer, dict) and answer.get("error"):
            raise TranslationError(f"{self.url} answers: {_said(answer['error'])}")
        try:
            choice = answer["choices"][0]
        except (KeyError, IndexError, TypeError):
            choice = None
        if not isinstance(choice, dict):
            raise self._foreign()
        return choice

    def _foreign(self) -> TranslationError:
        return TranslationError(f"{self.url} answers, but not in OpenAI's protocol")


def _events(response: Any) -> Iterator[dict[str, Any]]:
    """The events of a stream, an empty one where it says that it is done; what is no JSON raises ValueError."""
    read = 0
    while line := response.readline(_MAX_ANSWER):
        read += len(line)
        data = line.decode().strip().partition("data:")[2].strip()
        if data == "[DONE]":
            yield {}
            return
        if read > _MOST_STREAMED:
            raise ValueError
        if data:
            event = json.loads(data)
            if not isinstance(event, dict) or not event:
                raise ValueError
            if "error" in event:
                raise TranslationError(f"the server stopped in the middle of an answer: {_said(event['error'])}")
            yield event


def _said(error: Any) -> str:
    """What a server says is wrong, on one line."""
    message = error.get("message") if isinstance(error, dict) else error
    return " ".join(str(message or error).split())[:300]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        return None
