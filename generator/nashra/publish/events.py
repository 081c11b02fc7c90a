"""Server-sent events: every open page hears at once when the site has changed.

https://html.spec.whatwg.org/multipage/server-sent-events.html

A stream is an open socket that is written to now and then, so no thread waits for it. One that does not take what it
is sent is cut: browsers connect again by themselves, and are told the newest state when they do.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread

from nashra.publish.shown import Shown

# Seconds between signs of life: below the shortest time after which proxies cut a silent connection (30 s).
HEARTBEAT = 15.0
# Open streams; the oldest is cut. Systems often allow a process 1,024 open files.
MOST_STREAMS = 300
# Bytes that a stream takes at once: more than any event has (see nashra.publish.shown).
_BUFFER = 256 * 1024
# Milliseconds after which a browser that lost its stream tries again.
_RETRY = 500


class Channel:
    """What is shown now, and the pages that are told when that changes. Use as a context manager.

    All methods may be called from any thread; none waits for a browser.
    """

    def __init__(self, shown: Shown, heartbeat: float = HEARTBEAT) -> None:
        self._shown = shown
        self._streams: list[socket.socket] = []
        self._lock = Lock()
        self._closed = Event()
        self._heartbeat = heartbeat

    def __enter__(self) -> Channel:
        Thread(target=self._beat, daemon=True, name="heartbeat").start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def shown(self) -> Shown:
        """What requests are answered from now."""
        return self._shown

    def show(self, shown: Shown) -> None:
        """Answer requests from `shown` from now on, and tell every open page."""
        with self._lock:
            self._shown = shown
            self._send_all(_event(shown))

    def adopt(self, stream: socket.socket) -> bool:
        """Tell the browser behind `stream` the present state, and every later one. False when that is over.

        The head of the answer has been sent already; the socket belongs to the channel from now on.
        """
        with self._lock:
            if self._closed.is_set():
                return False
            # in the lock: a state that is set now reaches this stream as well
            self._sweep()
            while len(self._streams) >= MOST_STREAMS:
                _cut(self._streams.pop(0))
            self._streams.append(stream)
            stream.setblocking(False)
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
            if not _send(stream, f"retry: {_RETRY}\n".encode("ascii") + _event(self._shown)):
                self._streams.remove(stream)
                _cut(stream)
        return True

    def close(self) -> None:
        """Cut every stream."""
        self._closed.set()
        with self._lock:
            for stream in self._streams:
                _cut(stream)
            self._streams.clear()

    def _beat(self) -> None:
        while not self._closed.wait(self._heartbeat):
            with self._lock:
                self._send_all(b":\n\n")

    def _sweep(self) -> None:
        self._keep(_alive)

    def _send_all(self, data: bytes) -> None:
        self._keep(lambda stream: _alive(stream) and _send(stream, data))

    def _keep(self, good: Callable[[socket.socket], bool]) -> None:
        listening = []
        for stream in self._streams:
            if good(stream):
                listening.append(stream)
            else:
                _cut(stream)
        self._streams = listening


def _event(shown: Shown) -> bytes:
    return f"data: {shown.message()}\n\n".encode()


def _send(stream: socket.socket, data: bytes) -> bool:
    """Whether all of `data` was taken; half an event is of no use."""
    try:
        return stream.send(data) == len(data)
    except OSError:
        return False


def _alive(stream: socket.socket) -> bool:
    """False when the browser has closed its side, or the stream is cut."""
    try:
        return stream.recv(1024) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def _cut(stream: socket.socket) -> None:
    with suppress(OSError):  # the other side was first
        stream.shutdown(socket.SHUT_RDWR)
    stream.close()
