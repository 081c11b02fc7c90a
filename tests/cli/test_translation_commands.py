"""`nashra translate`, `review`, `diff` and `status` as an editor types them, with real packages."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from support.commands import SOURCE, article_text, nashra, write_site
from support.newsroom import make_site, versions

FIRST, SECOND = "content/articles/2024/07/18-3f9a1c", "content/articles/2024/08/05-0b77de"
BODY = """\
وصل الوفد المغربي إلى باريس صباح اليوم.

قال المدير إن «القاعات» امتلأت، وأضاف أن العمل سيستمر.

انتهى الخبر في الرباط."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of two Arabic articles."""
    files = {
        f"{FIRST}/ar.md": article_text("وصول الوفد", BODY, more="summary: ملخص قصير.\n"),
        f"{SECOND}/ar.md": article_text("خبر ثان", "نص الخبر الثاني.", date="2024-08-05"),
    }
    return write_site(tmp_path / "site", files)


@pytest.fixture
def translated(root: Path, env: dict[str, str]) -> Path:
    """The same site after `nashra translate`."""
    assert nashra("translate", cwd=root, env=env).returncode == 0
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def status_of(root: Path, lang: str, article: str = "3f9a1c") -> dict[str, Any]:
    rows = json.loads(nashra("status", "--json", cwd=root).stdout)
    (row,) = [row for row in rows if row["id"] == article]
    (version,) = [version for version in row["versions"] if version["lang"] == lang]
    return dict(version)


def test_only_the_named_article_and_languages_are_translated(root: Path, env: dict[str, str]) -> None:
    done = nashra("translate", "3f9a1c", "--to", "fr", cwd=root, env=env)
    assert done.returncode == 0, done.stderr
    assert f"{FIRST}/fr.md: 3 blocks translated" in done.stdout
    assert sorted(versions(root)) == [
        "articles/2024/07/18-3f9a1c/ar.md", "articles/2024/07/18-3f9a1c/fr.md", "articles/2024/08/05-0b77de/ar.md",
    ]  # fmt: skip
    text = (root / FIRST / "fr.md").read_text("utf-8")
    assert "via: [en]" in text
    assert "WsL aLWFD" in text
    assert nashra("translate", f"{SECOND}/ar.md", "--to", "en", cwd=root, env=env).returncode == 0
    assert "articles/2024/08/05-0b77de/en.md" in versions(root)


def test_a_dry_run_shows_what_would_be_done_and_touches_nothing(root: Path, env: dict[str, str]) -> None:
    before = versions(root)
    done = nashra("translate", "--dry-run", "--to", "en", cwd=root, env=env)
    assert done.returncode == 0
    assert "2024/07/18-3f9a1c ar -> en: whole article" in done.stdout
    assert "2 versions would be written" in done.stdout
    assert versions(root) == before
    assert not (root / ".nashra").exists()


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("--to", "de"), 2, "the site has no language 'de'"),
        (("--to", ","), 2, "names no language"),
        (("nowhere",), 1, "there is no article 'nowhere'"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    root: Path, env: dict[str, str], args: tuple[str, ...], code: int, message: str
) -> None:
    done = nashra("translate", *args, cwd=root, env=env)
    assert done.returncode == code
    assert message in done.stderr
    assert len(versions(root)) == 2


def test_with_nothing_to_do_no_engine_is_loaded(translated: Path, env: dict[str, str]) -> None:
    before = versions(translated)
    code = (
        "import sys\nfrom nashra.cli import cli\n"
        "status = cli.main(['translate'], standalone_mode=False)\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'sacremoses', 'numpy', 'jinja2', 'feedgen'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=translated,
        env={
            **os.environ,
            **env,
            "PYTHONPATH": str(SOURCE),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"nothing to translate" in done.stdout
    assert versions(translated) == before


def test_a_second_translate_at_the_same_time_says_so_and_the_first_is_not_disturbed(
    tmp_path: Path, env: dict[str, str]
) -> None:
    root = make_site(tmp_path / "site", 7)
    with start_translate(root, env) as first:
        wait_for_the_memory(root, first)
        second = nashra("translate", cwd=root, env=env)
        assert first.poll() is None, "the first run ended too early to say anything"
        assert second.returncode == 1
        assert "another `nashra translate` is at work on this site" in second.stderr
        assert "wait until it has ended" in second.stderr
        assert first.wait(120) == 0
    assert len(versions(root)) == 21
    assert "nothing to translate" in nashra("translate", cwd=root, env=env).stdout


def test_a_run_that_is_stopped_by_hand_says_that_work_is_kept_and_goes_on_later(
    tmp_path: Path, env: dict[str, str]
) -> None:
    root = make_site(tmp_path / "site", 6)
    with start_translate(root, env) as first:
        wait_for_the_memory(root, first)
        first.send_signal(signal.SIGINT)
        _, errors = first.communicate(timeout=120)
    assert first.returncode == 130
    assert b"what was finished is kept" in errors
    assert b"Traceback" not in errors
    assert nashra("translate", cwd=root, env=env).returncode == 0
    assert len(versions(root)) == 18


def test_a_stop_while_a_library_is_being_loaded_is_no_failure_of_the_library(
    root: Path, tmp_path: Path, env: dict[str, str]
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    # what the real one does: the interrupt is swallowed, and the import fails for no reason that it could name
    (library / "ctranslate2.py").write_text(
        "import os, signal\n"
        "try:\n    os.kill(os.getpid(), signal.SIGINT)\n"
        "except KeyboardInterrupt:\n    raise ImportError('initialization failed') from None\n"
    )
    path = os.pathsep.join([str(library), str(SOURCE)])
    done = nashra("translate", cwd=root, env={**env, "PYTHONPATH": path})
    assert done.returncode == 130
    assert "what was finished is kept" in done.stderr
    assert "Traceback" not in done.stderr


def start_translate(root: Path, env: dict[str, str]) -> subprocess.Popen[bytes]:
    variables = {**os.environ, **env, "PYTHONPATH": str(SOURCE)}
    return subprocess.Popen(
        [sys.executable, "-m", "nashra", "translate"],
        cwd=root,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def wait_for_the_memory(root: Path, process: subprocess.Popen[bytes]) -> None:
    """Return when the run has begun to translate."""
    while not (root / ".nashra" / "memory.sqlite").exists():
        assert process.poll() is None
        time.sleep(0.005)


def test_a_cache_that_cannot_be_written_is_named_and_nothing_is_changed(root: Path, env: dict[str, str]) -> None:
    (root / ".nashra").write_text("in the way", "utf-8")
    done = nashra("translate", cwd=root, env=env)
    assert done.returncode == 2
    assert ".nashra" in done.stderr
    assert len(versions(root)) == 2


def test_approving_a_block_makes_it_a_person_s_and_leaves_the_rest_to_the_machine(
    translated: Path, env: dict[str, str]
) -> None:
    english = translated / FIRST / "en.md"
    done = nashra("review", "3f9a1c", "en", "--block", "2", cwd=translated)
    assert done.returncode == 0, done.stderr
    assert "approved block 2" in done.stdout
    # what is approved is shown, the source before the target
    assert "  - قال المدير إن «القاعات» امتلأت" in done.stdout.split("\n  + ")[0]
    assert "\n  + qAl Almdyr &lt;n «AlqAEAt»" in done.stdout
    before = english.read_text("utf-8")
    assert status_of(translated, "en") | {"condition": "machine", "human": 1} == status_of(translated, "en")
    edit(translated / FIRST / "ar.md", "وأضاف أن العمل سيستمر", "ولم يضف شيئا")
    edit(translated / FIRST / "ar.md", "انتهى الخبر في الرباط", "انتهى الخبر في القاعة")
    done = nashra("translate", "--to", "en", cwd=translated, env=env)
    assert done.returncode == 0
    assert "stale, left as people wrote it: 2024/07/18-3f9a1c/en.md: block 2" in done.stdout
    after = english.read_text("utf-8")
    assert after.split("\n\n")[2] == before.split("\n\n")[2]
    assert "AnthY Alxbr fy AlqAEp" in after
    assert status_of(translated, "en")["kept"] == [2]


def test_the_most_doubtful_blocks_are_shown_the_worst_first_with_source_and_reason(translated: Path) -> None:
    before = versions(translated)
    done = nashra("review", "--worst", "20", cwd=translated)
    assert done.returncode == 0, done.stderr
    weights = [int(line.partition("%")[0]) for line in done.stdout.splitlines() if "%  2024/" in line]
    assert weights
    assert weights == sorted(weights, reverse=True)
    assert "`nashra review 3f9a1c" in done.stdout
    one = nashra("review", "--worst", "1", "3f9a1c", cwd=translated).stdout
    assert one.count("%  2024/07/18-3f9a1c/") == 1
    assert versions(translated) == before


def test_a_review_without_an_article_says_what_it_needs(translated: Path) -> None:
    done = nashra("review", cwd=translated)
    assert done.returncode == 2
    assert "--worst" in done.stderr


def test_an_approved_version_stays_byte_for_byte_and_is_reported_when_its_source_changes(
    translated: Path, env: dict[str, str]
) -> None:
    french = translated / FIRST / "fr.md"
    assert nashra("review", "3f9a1c", "fr", "--force", cwd=translated).returncode == 0
    assert status_of(translated, "fr")["condition"] == "reviewed"
    approved = french.read_bytes()
    edit(translated / FIRST / "ar.md", "وصول الوفد", "وصول الوفد المغربي")
    edit(translated / FIRST / "ar.md", "صباح اليوم", "مساء اليوم")
    assert nashra("translate", cwd=translated, env=env).returncode == 0
    assert french.read_bytes() == approved
    standing = status_of(translated, "fr")
    assert (standing["kept"], standing["fields"], standing["is_stale"]) == ([1], ["title"], True)
    # what is out of date is listed, and not approved along with the rest
    done = nashra("review", "3f9a1c", "fr", cwd=translated)
    assert (done.returncode, done.stdout.count("left open")) == (1, 2)
    assert status_of(translated, "fr")["is_stale"]
    # on purpose, it is: it is right as it stands
    assert nashra("review", "3f9a1c", "fr", "--force", cwd=translated).returncode == 0
    assert not status_of(translated, "fr")["is_stale"]


def test_diff_shows_the_words_before_and_after(translated: Path) -> None:
    done = nashra("diff", "3f9a1c", "fr", cwd=translated)
    assert (done.returncode, "nothing changed" in done.stdout) == (0, True)
    edit(translated / FIRST / "ar.md", "صباح اليوم", "مساء اليوم")
    edit(translated / FIRST / "ar.md", "\n\nانتهى", "\n\nجملة جديدة.\n\nانتهى")
    done = nashra("diff", "3f9a1c", "fr", cwd=translated)
    assert done.returncode == 1
    assert "  - وصل الوفد المغربي إلى باريس صباح اليوم.\n  + وصل الوفد المغربي إلى باريس مساء اليوم.\n" in done.stdout
    assert "block 3 of ar.md is new:\n  + جملة جديدة." in done.stdout


def test_diff_still_knows_the_old_words_of_a_person_s_block_after_another_was_renewed(
    translated: Path, env: dict[str, str]
) -> None:
    assert nashra("review", "3f9a1c", "en", "--block", "1", cwd=translated).returncode == 0
    edit(translated / FIRST / "ar.md", "صباح اليوم", "مساء اليوم")
    for word in ("سلا", "طنجة"):
        edit(translated / FIRST / "ar.md", "انتهى", f"وفي {word} انتهى")
        assert nashra("translate", "--to", "en", cwd=translated, env=env).returncode == 0
    done = nashra("diff", "3f9a1c", "en", cwd=translated)
    assert "  - وصل الوفد المغربي إلى باريس صباح اليوم.\n" in done.stdout


def test_status_ends_with_1_only_on_what_is_asked_for(translated: Path, env: dict[str, str]) -> None:
    assert nashra("status", cwd=translated).returncode == 0
    assert nashra("status", "--fail-on", "stale,missing", cwd=translated).returncode == 0
    assert nashra("status", "--fail-on", "machine", cwd=translated).returncode == 1
    edit(translated / FIRST / "ar.md", "صباح اليوم", "مساء اليوم")
    done = nashra("status", "--fail-on", "stale", cwd=translated)
    assert done.returncode == 1
    assert "en.md: block 1 is stale" in done.stdout
    (translated / SECOND / "en.md").unlink()
    assert nashra("status", "--fail-on", "missing", cwd=translated).returncode == 1
    assert nashra("status", "--fail-on", "nonsense", cwd=translated).returncode == 2


def test_an_article_that_cannot_be_read_does_not_keep_the_others_from_being_translated(
    root: Path, env: dict[str, str]
) -> None:
    (root / SECOND / "ar.md").write_text("---\ntitle: [\n---\n\nنص.\n", "utf-8")
    done = nashra("translate", "--to", "en", cwd=root, env=env)
    assert done.returncode == 1
    assert "ar.md:" in done.stderr
    assert (root / FIRST / "en.md").exists()
    assert not (root / SECOND / "en.md").exists()


def test_a_pair_without_a_package_stops_its_own_articles_only(root: Path, env: dict[str, str]) -> None:
    french = "content/articles/2024/09/01-77aa10/fr.md"
    (root / french).parent.mkdir(parents=True)
    (root / french).write_text(article_text("Nouvelle", "Une phrase.", date="2024-09-01", lang="fr"), "utf-8")
    done = nashra("translate", cwd=root, env=env)
    assert done.returncode == 1
    assert "no installed package leads from fr to ar: 1 article left without" in done.stderr
    assert "no installed package leads from fr to en: 1 article left without" in done.stderr
    assert (root / FIRST / "fr.md").exists()
    assert (root / SECOND / "en.md").exists()
    assert [path.name for path in (root / french).parent.iterdir()] == ["fr.md"]
    # what cannot be done is not promised either
    done = nashra("translate", "--dry-run", cwd=root, env=env)
    assert (done.returncode, done.stdout) == (1, "nothing to translate\n")
    assert "no installed package leads from fr to ar: 1 article left without" in done.stderr


def test_an_article_says_in_which_languages_it_is_wanted(root: Path, env: dict[str, str]) -> None:
    edit(root / SECOND / "ar.md", "lang: ar\n", "lang: ar\nlanguages: [ar, fr]\n")
    assert nashra("translate", cwd=root, env=env).returncode == 0
    assert sorted(path.name for path in (root / SECOND).iterdir()) == ["ar.md", "fr.md"]
    assert status_of(root, "en", "0b77de")["condition"] == "unwanted"
    for args in (("0b77de", "--to", "en"), ("0b77de",)):
        done = nashra("translate", *args, cwd=root, env=env)
        assert done.stdout.splitlines()[0] == "nothing to translate"
        assert "18-3f9a1c" not in done.stdout
        assert "2024/08/05-0b77de: not wanted in en: `languages` of the article leaves it out" in done.stdout
    assert "not wanted in en: readers would not see it" in nashra("export", "0b77de", "en", cwd=root).stdout
    assert nashra("status", "--fail-on", "missing", cwd=root).returncode == 0
    edit(root / SECOND / "ar.md", "[ar, fr]", "[ar, français]")
    done = nashra("status", cwd=root)
    assert done.returncode == 1
    assert "`languages` names 'français', which is no language code" in done.stderr


def test_two_reviews_at_once_are_both_in_the_file(translated: Path) -> None:
    commands = [[sys.executable, "-m", "nashra", "review", "3f9a1c", "fr", "--block", number] for number in "123"]
    running = [
        subprocess.Popen(command, cwd=translated, env={**os.environ, "PYTHONPATH": str(SOURCE)}) for command in commands
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert (translated / FIRST / "fr.md").read_text("utf-8").count(" approved\n") == 3
