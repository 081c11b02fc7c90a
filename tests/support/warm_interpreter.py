"""A Python that has imported Nashra already and forks for each command: the same process, without seconds of importing.

A test that runs ten commands would import everything ten times, which took half the time of the whole suite.
Each command still has a process of its own: its arguments, folder, environment, streams, exit code.
"""

from __future__ import annotations

import array
import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

# Read while Python or its libraries start, so that a fork would come too late for them.
_AT_START = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC_", "OMP_")


_TEXT = "افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان. "
_PAGE = f"<!doctype html><html lang=ar><title>مدرسة جديدة</title><h1>مدرسة جديدة</h1><p>1 ماي 2024<p>{_TEXT * 4}<p>{_TEXT * 3}"
_PASTE = f"مدرسة جديدة في القرية\n\nالرباط – و م ع\n\n{_TEXT * 3}\n"


def can_run(env: Mapping[str, str]) -> bool:
    """Whether a fork is as good as a start with `env`: what is read at the start is that of the tests themselves."""
    return sys.platform == "linux" and _read_at_start(env) == _read_at_start(_environment())


def _read_at_start(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name.startswith(_AT_START)}


@lru_cache(maxsize=1)
def _environment() -> dict[str, str]:
    source = Path(__file__).parents[2] / "generator"
    return {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"}


def run(
    args: list[str], cwd: Path, env: Mapping[str, str], stdin: bytes | None, timeout: float
) -> tuple[int, bytes, bytes]:
    """`python -m nashra ARGS` in `cwd` with the environment `env`: its exit code, output and errors.

    Raises subprocess.TimeoutExpired after `timeout` seconds, when the command has been killed.
    """
    with TemporaryFile() as given, TemporaryFile() as output, TemporaryFile() as errors:
        given.write(stdin or b"")
        given.seek(0)
        code = _interpreter().run(args, cwd, env, (given, output, errors), timeout)
        output.seek(0)
        errors.seek(0)
        return code, output.read(), errors.read()


class _Interpreter:
    """The process that forks."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", __file__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=_environment(),
            )
        self._socket = ours
        self._answers = ours.makefile("rb")
        atexit.register(self._process.wait)
        atexit.register(ours.shutdown, socket.SHUT_RDWR)

    def run(
        self, args: list[str], cwd: Path, env: Mapping[str, str], streams: tuple[IO[bytes], ...], timeout: float
    ) -> int:
        os.umask(umask := os.umask(0o022))
        order = json.dumps({"args": args, "cwd": str(cwd), "env": dict(env), "umask": umask}).encode("ascii")
        handles = array.array("i", [stream.fileno() for stream in streams])
        head = len(order).to_bytes(4, "big")
        self._socket.sendmsg([head], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, handles)])
        self._socket.sendall(order)
        child = int(self._answers.readline())
        watch = threading.Timer(timeout, os.kill, (child, signal.SIGKILL))
        watch.start()
        try:
            code = int(self._answers.readline())
        finally:
            watch.cancel()
        if watch.finished.is_set() and code == -signal.SIGKILL:
            raise subprocess.TimeoutExpired(args, timeout)
        return code


@lru_cache(maxsize=1)
def _interpreter() -> _Interpreter:
    return _Interpreter()


def _warm_up() -> None:
    """Import what commands may import while they run, and read of the package itself what every build reads."""
    import nashra

    for module in walk_packages(nashra.__path__, "nashra."):
        if module.name != "nashra.__main__":
            with suppress(ModuleNotFoundError):  # of an extra that is not installed: left to the commands
                import_module(module.name)
    with TemporaryDirectory() as folder:
        settings = 'url = "https://example.org/"\nlanguages = ["ar", "fr", "en"]\ntitle = "نشرة"\n'
        Path(folder, "nashra.toml").write_text(f"[site]\n{settings}", encoding="utf-8")
        # enough for every kind of page, so that its template is compiled before the first fork
        Path(folder, "content").mkdir()
        Path(folder, "content/topics.yaml").write_text("water: {ar: ماء, fr: Eau, en: Water}\n", encoding="utf-8")
        for number in (1, 2):
            article = Path(folder, f"content/articles/2024/05/0{number}-00000{number}")
            article.mkdir(parents=True)
            head = f"title: FIFA, Rabat {number}\nslug: a{number}\n"
            own = f"date: 2024-05-0{number}\ntopics: [water]\n"
            translation = "translation: {from: ar, state: machine, engine: argos}\n"
            for lang, more in (("ar", own), ("fr", translation), ("en", translation)):
                (article / f"{lang}.md").write_text(f"---\n{head}{more}---\n\nFIFA, الرباط.\n", encoding="utf-8")
        Path(folder, "page.html").write_text(_PAGE, encoding="utf-8")
        Path(folder, "paste.txt").write_text(_PASTE, encoding="utf-8")
        nashra.build(folder)
        here = Path.cwd()
        os.chdir(folder)
        for args in ("import page.html paste.txt", "check", "status", "translate --dry-run", "models list"):
            _in_passing(args.split())
        os.chdir(here)
    assert len(list(Path("/proc/self/task").iterdir())) == 1, "a process with threads cannot be forked safely"


def _in_passing(args: list[str]) -> None:
    """Run a command in this process, for what it reads of the package."""
    from nashra.cli import main

    with (
        Path(os.devnull).open("w") as nowhere,
        redirect_stdout(nowhere),
        redirect_stderr(nowhere),
        suppress(SystemExit),
    ):
        sys.argv = ["nashra", *args]
        main()


def _serve(orders: socket.socket) -> None:
    """Fork for each order, tell the number of the process and then its exit code."""
    while True:
        head, ancillary, _, _ = orders.recvmsg(4, socket.CMSG_LEN(3 * array.array("i").itemsize))
        if not head:
            return
        handles = array.array("i")
        for _, _, data in ancillary:
            handles.frombytes(data)
        order = json.loads(_exactly(orders, int.from_bytes(head, "big")))
        child = os.fork()
        if not child:
            orders.close()
            _command(order, handles)
        for handle in handles:
            os.close(handle)
        orders.sendall(b"%d\n" % child)
        _, status = os.waitpid(child, 0)
        orders.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))


def _exactly(orders: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += orders.recv(size - len(data))
    return data


def _command(order: dict[str, Any], handles: array.array[int]) -> None:
    """Be the command: never returns."""
    code = 1
    try:
        for place, handle in enumerate(handles):
            os.dup2(handle, place)
            os.close(handle)
        os.umask(order["umask"])
        os.chdir(order["cwd"])
        os.environ.clear()
        os.environ.update(order["env"])
        time.tzset()
        sys.argv = ["nashra", *order["args"]]
        from nashra.cli import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        threading._shutdown()  # type: ignore[attr-defined]  # as Python itself does when it ends
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                code = code or 120
        os._exit(code)


if __name__ == "__main__":
    _ORDERS = socket.socket(fileno=int(sys.argv[1]))
    _warm_up()
    gc.freeze()  # what was imported stays shared with every fork
    _serve(_ORDERS)
