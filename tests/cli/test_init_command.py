"""`nashra init`: questions on a terminal, options anywhere, and no waiting where there is nobody to answer."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nashra.content import store
from nashra.settings import config
from support.commands import SOURCE, nashra

ALL = ("--title", "أخبار", "--languages", "fr,ar", "--url", "me/news", "--timezone", "UTC", "--no-github")
EPOCH = {"SOURCE_DATE_EPOCH": "1721260800"}  # 2024-07-18


def test_options_answer_every_question(tmp_path: Path) -> None:
    done = nashra("init", "s", *ALL, cwd=tmp_path, stdin=b"", env=EPOCH)
    assert done.returncode == 0, done.stderr
    settings = config.load(tmp_path / "s")
    assert list(settings.languages) == ["fr", "ar"]
    assert (settings.title["fr"], settings.url) == ("أخبار", "https://me.github.io/news/")
    assert settings.timezone.key == "UTC"
    assert not (tmp_path / "s" / ".github").exists()
    assert "nashra -C s build" in done.stdout


def test_the_moment_may_be_given_so_that_the_same_call_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert nashra("init", name, "--yes", cwd=tmp_path, env=EPOCH).returncode == 0
    (article,) = store.load(config.load(tmp_path / "a"))[0].articles
    assert article.published.date().isoformat() == "2024-07-18"
    files = [path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert len(files) > 12
    assert [
        name for name in files if (tmp_path / "a" / name).read_bytes() != (tmp_path / "b" / name).read_bytes()
    ] == []


def test_where_nobody_can_be_asked_it_says_what_to_do_and_makes_nothing(tmp_path: Path) -> None:
    done = nashra("init", "s", "--title", "أخبار", cwd=tmp_path, stdin="أخبار\nfr,ar\n".encode())
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert "--languages" in done.stderr
    assert "--title" not in done.stderr
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--languages", "ar,xx", "no language 'xx'"),
        ("--languages", " , ", "must list"),
        ("--url", "ftp://a.example", "not an address"),
        ("--timezone", "Mars/Olympus", "time zone"),
        ("--title", "", "title"),
    ],
)
def test_a_wrong_option_makes_nothing(tmp_path: Path, option: str, value: str, message: str) -> None:
    done = nashra("init", "s", "--yes", option, value, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / "s").exists()


def test_a_folder_that_is_a_site_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    assert nashra("init", "s", "--yes", cwd=tmp_path).returncode == 0
    done = nashra("init", "s", cwd=tmp_path, stdin=b"")
    assert done.returncode == 2
    assert "is a site already" in done.stderr


def test_languages_without_texts_are_named_with_the_file_to_write(tmp_path: Path) -> None:
    done = nashra("init", "s", "--yes", "--languages", "nl,ar,en", cwd=tmp_path)
    assert done.returncode == 0
    notes = [line for line in done.stderr.splitlines() if line.startswith("note: ")]
    assert len(notes) == 1
    assert str(tmp_path / "s" / "templates" / "locale" / "nl.po") in notes[0]
    built = nashra("-C", "s", "build", cwd=tmp_path)
    assert built.returncode == 0
    assert notes[0] in built.stderr


@pytest.mark.parametrize(("url", "env"), [("https://b.example/x", {}), (None, {"NASHRA_URL": "https://b.example/x"})])
def test_a_build_may_be_for_another_address(tmp_path: Path, url: str | None, env: dict[str, str]) -> None:
    assert nashra("init", "s", "--yes", "--url", "https://a.example/", cwd=tmp_path).returncode == 0
    done = nashra("-C", "s", "build", *(["--url", url] if url else []), cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "s" / "site" / "ar" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://b.example/x/ar/">' in home
    assert "a.example" not in home


@pytest.mark.parametrize(("args", "env"), [(["--url", "b"], {}), ([], {"NASHRA_URL": "b"})])
def test_a_wrong_address_is_blamed_on_where_it_came_from(tmp_path: Path, args: list[str], env: dict[str, str]) -> None:
    assert nashra("init", "s", "--yes", cwd=tmp_path).returncode == 0
    done = nashra("-C", "s", "build", *args, cwd=tmp_path, env=env)
    assert done.returncode == 2
    assert f"{'--url' if args else 'NASHRA_URL'} is 'b', not an address" in done.stderr
    assert not (tmp_path / "s" / "site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
class TestOnATerminal:
    def test_it_asks_five_questions_and_no_more(self, tmp_path: Path) -> None:
        screen, code = _talk(tmp_path, ["es,ar", "Boletín", "me/news", "Europe/Madrid", "n"])
        assert code == 0, screen
        settings = config.load(tmp_path / "s")
        assert list(settings.languages) == ["es", "ar"]
        assert settings.title["es"] == "Boletín"
        assert settings.url == "https://me.github.io/news/"
        assert settings.timezone.key == "Europe/Madrid"
        assert not (tmp_path / "s" / ".github").exists()

    def test_return_takes_the_defaults(self, tmp_path: Path) -> None:
        screen, code = _talk(tmp_path, ["", "", "", "", ""])
        assert code == 0, screen
        settings = config.load(tmp_path / "s")
        assert list(settings.languages) == ["ar", "fr", "en"]
        assert (tmp_path / "s" / ".github" / "workflows" / "publish.yml").is_file()

    def test_a_wrong_answer_is_asked_for_again(self, tmp_path: Path) -> None:
        screen, code = _talk(tmp_path, ["xx", "ar", "", "ftp://x", "https://a.example", "Rabat", "Africa/Cairo", "y"])
        assert code == 0, screen
        assert "no language 'xx'" in screen
        assert "not an address" in screen
        assert "no known time zone" in screen
        assert config.load(tmp_path / "s").url == "https://a.example/"

    def test_an_interrupted_talk_makes_nothing(self, tmp_path: Path) -> None:
        screen, code = _talk(tmp_path, ["ar", "\x03"])
        assert code == 130, screen
        assert not (tmp_path / "s").exists()


def _talk(folder: Path, answers: list[str]) -> tuple[str, int]:
    """`nashra init s` on a terminal, each answer given when it is asked for: (all that was shown, exit code)."""
    here, there = os.openpty()
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "nashra", "init", "s"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
        preexec_fn=_take_terminal,
    )
    os.close(there)
    shown, asked = b"", 0
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if not select.select([here], [], [], 1)[0]:
            # an interrupt that comes between the question and the wait for its answer is only seen with the next one
            if asked and answers[asked - 1] == "\x03":
                os.write(here, b"\x03")
            continue
        try:
            part = os.read(here, 4096)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        shown += part
        if shown.rstrip(b" ").endswith(b"]:") and asked < len(answers):
            os.write(here, answers[asked].encode() + (b"" if answers[asked] == "\x03" else b"\n"))
            asked += 1
            shown += b"\n"
    os.close(here)
    if time.monotonic() >= end:
        process.kill()
    code = process.wait(30)
    assert asked == len(answers) or code, shown.decode()
    return shown.decode("utf-8", "replace"), code


def _take_terminal() -> None:
    import fcntl
    import signal
    import termios

    # a shell that runs tests in the background has them ignore interrupts
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
