"""Runs over a whole site: what is written, what is left alone, and what is said about it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from nashra.content import store
from nashra.kit.errors import NashraError, Problem, TranslationError
from nashra.settings import config
from nashra.translate import pair, run
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.lock import only_run
from nashra.translate.memory import Memory
from nashra.translate.models.packages import Package, installed
from nashra.translate.named_engines import second_tries
from support.articles import cipher
from support.commands import SOURCE, article_text, nashra, write_site
from support.newsroom import folder, make_site, versions

PACKAGES = (
    Package("ar", "en", "1.0", Path("none"), "sentencepiece"),
    Package("en", "fr", "1.0", Path("none"), "sentencepiece"),
)


class QuickEngine:
    """Buckwalter letters without any model. at: called before each segment with how many came before."""

    name = "quick"

    def __init__(self, at: Callable[[int], None] = lambda number: None) -> None:
        self.problems: list[Problem] = []
        self.asked: list[str] = []
        self.closed = False
        self.at = at

    def offers(self, packages: Sequence[Package]) -> Sequence[Package]:
        return packages

    def fingerprint(self, package: Package) -> str:
        return package.id

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index, segment in enumerate(segments):
            self.at(len(self.asked))
            self.asked.append(segment)
            yield index, cipher(segment)

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        return [text for _, text in self.stream(package, segments)]

    def close(self) -> None:
        self.closed = True


def translate(root: Path, engine: QuickEngine | None = None, languages: Sequence[str] = ("en", "fr")) -> run.Report:
    """What the command does, with another engine."""
    settings = config.load(root)
    content, problems = store.load(settings)
    assert problems == []
    renewals = run.plan_all(content.articles, languages)
    return run.translate(settings, content, renewals, PACKAGES, engine or QuickEngine())


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def load_cleanly(root: Path) -> None:
    """Fails where anything in content/ has a problem."""
    assert store.load(config.load(root))[1] == []


def unfinished(root: Path) -> list[Path]:
    return [path for path in root.rglob(".new.*") if ".nashra" not in path.parts]


class OneSentenceEngine(QuickEngine):
    """Says the same of everything."""

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index, _ in enumerate(segments):
            yield index, "The king opened the port."


def test_an_engine_that_always_says_the_same_is_doubted_in_title_summary_and_text(tmp_path: Path) -> None:
    text = article_text(
        "ارتفاع أسعار الزيتون", "قال الوزير كلمته.\n\nوغادر الوفد القاعة.", more="summary: خلاصة اليوم\n"
    )
    root = write_site(tmp_path, {"content/articles/2024/07/18-3f9a1c/ar.md": text})
    translate(root, OneSentenceEngine(), ["en"])
    head = (root / "content/articles/2024/07/18-3f9a1c/en.md").read_text("utf-8")
    assert head.count(" review\n") == 4


class ScoringEngine(QuickEngine):
    """Tells how sure it is: not at all of one word."""

    def scored(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str, float | None]]:
        for index, text in self.stream(package, segments):
            yield index, text, 0.11 if "القاعة" in segments[index] else 0.9


def test_what_the_engine_itself_is_not_sure_of_is_remembered_and_comes_first(tmp_path: Path) -> None:
    text = article_text("خبر اليوم", "قال الوزير كلمته.\n\nوغادر الوفد القاعة.")
    root = write_site(tmp_path, {"content/articles/2024/07/18-3f9a1c/ar.md": text})
    english = root / "content/articles/2024/07/18-3f9a1c/en.md"
    translate(root, ScoringEngine(), ["en"])
    said = english.read_text("utf-8")
    assert said.count(" sure:11") == 1
    done = nashra("review", "--worst", "1", cwd=root)
    assert "en.md: block 2\n" in done.stdout
    assert "the engine was sure of it to 11 %" in done.stdout
    # the memory knows it too
    english.unlink()
    engine = ScoringEngine()
    translate(root, engine, ["en"])
    assert engine.asked == []
    assert english.read_text("utf-8") == said


def test_every_article_gets_its_versions_and_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    root = make_site(tmp_path, 3)
    report = translate(root)
    assert sorted(written.lang for written in report.written) == ["en"] * 3 + ["fr"] * 3
    assert report.problems == []
    before = versions(root)
    engine = QuickEngine()
    assert translate(root, engine).written == []
    assert engine.asked == []
    assert versions(root) == before


def test_without_the_cache_the_same_bytes_come_out(tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", 4), make_site(tmp_path / "two", 4)
    translate(one)
    translate(two, languages=["en"])  # a memory that is half filled
    translate(two)
    assert versions(one) == versions(two)


def test_two_runs_with_real_packages_give_the_same_bytes_whatever_is_remembered(
    tmp_path: Path, cipher_folder: Path
) -> None:
    results = []
    for name, known in (("empty", []), ("again", []), ("half", [0, 2])):
        root = make_site(tmp_path / name, 4, paragraphs=2, words=6)
        settings = config.load(root)
        for articles in ([known] if known else []) + [range(4)]:
            content = store.load(settings)[0]
            chosen = [article for article in content.articles if int(article.id, 16) in articles]
            renewals = run.plan_all(chosen, ["en", "fr"])
            engine = CTranslate2Engine(settings.translate)
            run.translate(
                settings, content, renewals, installed(cipher_folder), engine, second_tries(settings.translate)
            )
            if name == "half" and articles == known:
                for number in known:
                    for lang in ("en", "fr"):
                        (root / folder(number) / f"{lang}.md").unlink()
        results.append(versions(root))
    assert results[0] == results[1] == results[2]
    assert len(results[0]) == 12


def test_articles_of_one_title_get_addresses_that_do_not_depend_on_an_earlier_run(tmp_path: Path) -> None:
    sites = []
    for name in ("one", "two"):
        files = {
            f"content/articles/2024/07/18-00000{number}/ar.md": article_text("عنوان واحد", f"نص رقم {number}.")
            for number in range(3)
        }
        sites.append(write_site(tmp_path / name, files))
    translate(sites[0])

    def stop(number: int) -> None:
        if number == 7:
            raise NashraError("stopped")

    translate(sites[1], QuickEngine(stop))
    translate(sites[1])
    assert versions(sites[0]) == versions(sites[1])


def test_a_large_site_goes_through_in_portions_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = make_site(tmp_path / "one", 5), make_site(tmp_path / "two", 5)
    translate(one)
    monkeypatch.setattr(pair, "PORTION", 10)
    translate(two)
    assert versions(one) == versions(two)


def test_a_portion_is_in_its_files_before_the_next_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_site(tmp_path, 4)
    monkeypatch.setattr(pair, "PORTION", 1)
    seen: list[int] = []
    translate(root, QuickEngine(lambda number: seen.append(len(list(root.rglob("en.md"))))), ["en"])
    assert seen[0] == 0
    assert seen[-1] == 3


# Editors at work while the engine is.


def test_a_version_that_is_saved_meanwhile_is_left_alone_and_renewed_by_the_next_run(tmp_path: Path) -> None:
    root = make_site(tmp_path, 2)
    translate(root)
    english = root / folder(0) / "en.md"
    for lang in ("ar", "en"):
        path = root / folder(0) / f"{lang}.md"
        path.write_text(
            path.read_text("utf-8").rstrip() + "\n\n" + {"ar": "فقرة زائدة.", "en": "By hand."}[lang], "utf-8"
        )

    def save(number: int) -> None:
        if number == 0:
            english.write_text(english.read_text("utf-8") + " And more.\n", "utf-8")

    report = translate(root, QuickEngine(save))
    assert [problem.message for problem in report.problems if problem.path == english] == [
        "the file was edited while it was being translated; it was left alone"
    ]
    assert english.read_text("utf-8").endswith("By hand. And more.\n")
    assert cipher("فقرة زائدة.") not in english.read_text("utf-8")
    assert "fr" in {written.lang for written in report.written}
    assert translate(root).problems == []
    assert "By hand. And more.\n" in english.read_text("utf-8")
    assert cipher("فقرة زائدة.") in english.read_text("utf-8")


def test_a_version_that_appears_meanwhile_is_left_alone(tmp_path: Path) -> None:
    root = make_site(tmp_path, 2)
    english = root / folder(1) / "en.md"
    by_hand = "---\ntitle: By hand\nlang: en\ntranslation: {from: ar, state: manual}\n---\n\nText.\n"
    report = translate(root, QuickEngine(lambda number: write(english, by_hand)), ["en"])
    assert [problem.path for problem in report.problems] == [english]
    assert english.read_text("utf-8") == by_hand
    assert len(report.written) == 1


def test_a_source_that_is_edited_meanwhile_makes_the_new_version_stale(tmp_path: Path) -> None:
    root = make_site(tmp_path, 1)
    arabic = root / folder(0) / "ar.md"

    def save(number: int) -> None:
        if number == 0:
            arabic.write_text(arabic.read_text("utf-8") + "\nفقرة جديدة.\n", "utf-8")

    assert translate(root, QuickEngine(save), ["en"]).problems == []
    assert cipher("فقرة جديدة.") not in (root / folder(0) / "en.md").read_text("utf-8")
    engine = QuickEngine()
    translate(root, engine, ["en"])
    assert engine.asked == ["فقرة جديدة."]


def test_an_article_that_is_deleted_meanwhile_stops_nobody(tmp_path: Path) -> None:
    root = make_site(tmp_path, 2)
    gone = root / folder(0)

    def delete(number: int) -> None:
        if number == 0:
            (gone / "ar.md").unlink()
            gone.rmdir()

    report = translate(root, QuickEngine(delete), ["en"])
    assert [problem.path for problem in report.problems] == [gone]
    assert len(report.written) == 1
    assert not gone.exists()


# Runs beside each other, and what a killed one leaves.


def test_a_second_run_is_told_to_wait_and_changes_nothing(tmp_path: Path) -> None:
    root = make_site(tmp_path, 2)
    other: list[TranslationError] = []

    def start_another(number: int) -> None:
        if number == 0:
            with pytest.raises(TranslationError, match="another `nashra translate` is at work") as caught:
                translate(root)
            other.append(caught.value)
            assert list(root.rglob("en.md")) == []

    report = translate(root, QuickEngine(start_another))
    assert len(other) == 1
    assert "wait" in other[0].problems[0].hint
    assert report.problems == []
    assert len(report.written) == 4


def test_the_lock_of_a_killed_process_blocks_nobody(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from nashra.translate.lock import only_run\n"
        "with only_run(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=SOURCE, check=False)
    assert done.returncode == -9
    assert (tmp_path / "translate.lock").exists()
    with only_run(tmp_path):
        pass


def test_what_a_killed_run_left_unfinished_is_cleared_away_and_work_in_progress_is_not(tmp_path: Path) -> None:
    root = make_site(tmp_path, 1)
    left, fresh = root / folder(0) / ".new.abandoned", root / folder(0) / ".new.in-progress"
    left.write_text("---\ntitle: half", "utf-8")
    os.utime(left, (1_700_000_000, 1_700_000_000))
    load_cleanly(root)
    translate(root, QuickEngine(lambda number: write(fresh, "an editor saves")))
    assert not left.exists()
    assert fresh.exists()


# Disks and permissions.


def deny(monkeypatch: pytest.MonkeyPatch, *denied: Path) -> None:
    """Make these paths write-protected, also for root, who may write anywhere."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) not in denied and real(path, mode))


def test_write_protected_articles_are_named_before_anything_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_site(tmp_path, 2)
    deny(monkeypatch, root / folder(0))
    engine = QuickEngine()
    report = translate(root, engine, ["en"])
    assert [(problem.path, problem.message) for problem in report.problems] == [
        (root / folder(0), "the folder is write-protected; en.md was not translated")
    ]
    body = (root / folder(0) / "ar.md").read_text("utf-8")
    assert not any(segment in body for segment in engine.asked)
    assert [written.path for written in report.written] == [root / folder(1) / "en.md"]


def test_a_write_protected_version_is_kept_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(tmp_path, 1)
    translate(root)
    arabic, english = root / folder(0) / "ar.md", root / folder(0) / "en.md"
    arabic.write_text(arabic.read_text("utf-8") + "\nفقرة جديدة.\n", "utf-8")
    before = english.read_bytes()
    deny(monkeypatch, english)
    report = translate(root)
    assert [problem.message for problem in report.problems] == ["the file is write-protected; en.md was not translated"]
    assert english.read_bytes() == before
    assert [written.lang for written in report.written] == ["fr"]


def test_without_a_place_for_the_memory_nothing_is_done(tmp_path: Path) -> None:
    root = make_site(tmp_path, 1)
    (root / ".nashra").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(NashraError, match="lock cannot be made") as caught:
        translate(root)
    assert caught.value.problems[0].path == root / ".nashra" / "translate.lock"
    assert list(root.rglob("en.md")) == []


def test_a_model_that_fails_stops_the_run_and_what_was_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_site(tmp_path, 4)
    monkeypatch.setattr(pair, "PORTION", 1)

    def fail(number: int) -> None:
        if number == 20:
            raise TranslationError("the model failed: out of memory")

    engine = QuickEngine(fail)
    report = translate(root, engine, ["en"])
    assert [problem.message for problem in report.problems] == ["the model failed: out of memory"]
    assert 0 < len(report.written) < 4
    assert engine.closed
    load_cleanly(root)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 384 kB. Needs root, or a kernel that lets users mount."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=384k", "tmpfs", str(place)]
    try:
        if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("a small disk cannot be mounted here")
    except OSError:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("free", [4096 * pages for pages in (0, 1, 5, 12, 20, 28)])
def test_a_full_disk_is_reported_and_leaves_no_half_file(small_disk: Path, free: int) -> None:
    root = make_site(small_disk, 6)
    stuffing = small_disk / "stuffing"
    disk = os.statvfs(small_disk)
    stuffing.write_bytes(b"x" * max(0, disk.f_bavail * disk.f_frsize - free))
    originals = versions(root)
    try:
        problems = translate(root).problems
    except NashraError as error:
        problems = list(error.problems)
    assert any("full" in problem.describe() or "No space left" in problem.describe() for problem in problems), problems
    assert unfinished(root) == []
    load_cleanly(root)
    for name, data in originals.items():
        assert (root / "content" / name).read_bytes() == data
    stuffing.unlink()
    assert translate(root).problems == []
    load_cleanly(root)
    assert len(versions(root)) == 18


def test_what_the_memory_knows_is_not_asked_again_after_a_failure(tmp_path: Path) -> None:
    root = make_site(tmp_path, 12)

    def fail(number: int) -> None:
        if number == 50:
            raise TranslationError("the model failed")

    assert translate(root, QuickEngine(fail), ["en"]).written == []
    with Memory(root / ".nashra" / "memory.sqlite") as memory:
        known = {unit.source for unit in memory.units()}
    assert len(known) == 50
    second = QuickEngine()
    translate(root, second, ["en"])
    assert not known & set(second.asked)


def test_a_version_of_which_nothing_would_be_left_is_left_as_it_is_and_reported(tmp_path: Path) -> None:
    root = write_site(tmp_path, {})
    original = root / "content/articles/2024/07/18-3f9a1c/ar.md"
    original.parent.mkdir(parents=True)
    original.write_text(article_text("عنوان", "أولى.\n\nثانية."), "utf-8")
    translate(root, languages=("en",))
    english = original.with_name("en.md")
    english.write_text(english.read_text("utf-8").replace(f"\n\n{cipher('ثانية.')}", ""), "utf-8")
    before = english.read_bytes()
    original.write_text(article_text("عنوان", "ثانية."), "utf-8")
    report = translate(root, languages=("en",))
    assert "removed every block" in report.problems[0].message
    assert english.read_bytes() == before
