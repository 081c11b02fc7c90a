"""`nashra export` and `nashra apply`: an article goes to a translator and comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.commands import SOURCE, article_text, nashra, write_site

BODY = """\
وصل [الوفد](https://example.org/a) إلى باريس.

## العنوان

ثم عاد."""
FOLDER = "content/articles/2024/07/18-3f9a1c"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, cipher_packages: dict[str, Path]) -> Path:
    """A site with one article, translated into English and not into French, with its packages beside it."""
    root = write_site(tmp_path_factory.mktemp("exchange") / "site", {f"{FOLDER}/ar.md": article_text("وصول", BODY)})
    run(root, "models", "install", cipher_packages["ar_en"])
    run(root, "translate", "--to", "en")
    return root.parent


@pytest.fixture
def root(template: Path, tmp_path: Path) -> Path:
    """A copy of the site to work in."""
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return tmp_path / "site"


def run(root: Path, *args: str | Path, status: int = 0) -> CompletedProcess[str]:
    done = nashra(*args, cwd=root, env={"ARGOS_PACKAGES_DIR": str(root.parent / "packages")})
    assert done.returncode == status, done.stdout + done.stderr
    return done


def translate(path: Path, answers: dict[str, str]) -> None:
    """What a translator does in an editor: write translations, and take the fuzzy marks off."""
    pofile = pytest.importorskip("translate.storage.pypo").pofile
    store = pofile.parsestring(path.read_bytes())
    for unit in store.units:
        if unit.source in answers:
            unit.target = answers[unit.source]
            unit.markfuzzy(False)
    path.write_bytes(bytes(store))


def version(root: Path, lang: str = "en") -> str:
    return (root / FOLDER / f"{lang}.md").read_text(encoding="utf-8")


def test_an_article_goes_out_comes_back_and_is_never_overwritten(root: Path) -> None:
    done = run(root, "export", "3f9a1c", "en")
    assert done.stdout == "wrote 4 texts to 3f9a1c.en.po: 0 not translated, 4 to check\n"
    translate(root / "3f9a1c.en.po", {"العنوان": "The heading", "وصول": "Arrival"})
    done = run(root, "apply", "3f9a1c.en.po")
    assert done.stdout == (f"{FOLDER}/en.md: 2 texts applied\n  waiting for `nashra review`: block 2\n")
    assert "title: Arrival\n" in version(root)
    assert "\n\n## The heading\n\nvm EAd.\n" in version(root)
    status = run(root, "status").stdout
    assert f"{FOLDER.removeprefix('content/articles/')}/en.md: block 2 to review" in status
    assert "the title to review" in status

    # the source of the translator's words changes: they stay, and are reported
    original = root / FOLDER / "ar.md"
    original.write_text(original.read_text(encoding="utf-8").replace("العنوان", "عنوان آخر"), encoding="utf-8")
    before = version(root)
    assert "stale, left as people wrote it" in run(root, "translate", "--to", "en").stdout
    assert version(root) == before

    run(root, "review", "3f9a1c", "en", "--force")
    assert "to review" not in run(root, "status").stdout


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs GNU gettext: apt-get install gettext")
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_gettext_takes_the_file_as_it_is(root: Path, lang: str) -> None:
    run(root, "export", "3f9a1c", lang, "-o", "out.po")
    command = ["msgfmt", "-c", "-v", "-o", "/dev/null", str(root / "out.po")]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    assert (done.returncode, "warning" in done.stderr) == (0, False), done.stderr


def test_an_approved_file_leaves_nothing_to_review(root: Path) -> None:
    run(root, "export", "3f9a1c", "en", "-o", "fr.po")
    translate(
        root / "fr.po",
        {
            "وصول": "Arrival",
            "العنوان": "The heading",
            "ثم عاد.": "Then it left.",
            "وصل [الوفد](https://example.org/a) إلى باريس.": "The [delegation](https://example.org/a) is in Paris.",
        },
    )
    assert "would be applied" in run(root, "apply", "fr.po", "--dry-run").stdout
    assert "wSl" in version(root)
    assert run(root, "apply", "fr.po", "--approved").stdout == f"{FOLDER}/en.md: 4 texts applied\n"
    assert "state: reviewed" in version(root)
    assert "to review" not in run(root, "status").stdout
    assert "nothing to apply" in run(root, "apply", "fr.po", "--approved").stdout


def test_a_version_that_does_not_exist_yet_is_made_when_all_of_it_is_there(root: Path) -> None:
    done = run(root, "export", f"{FOLDER}/ar.md", "fr")
    assert "4 not translated, 0 to check" in done.stdout
    answers = {"وصول": "Arrivée à Paris", "العنوان": "Le titre", "ثم عاد.": "Puis elle est repartie."}
    translate(root / "3f9a1c.fr.po", answers)
    done = run(root, "apply", "3f9a1c.fr.po", status=1)
    assert "block 1, paragraph: not translated" in done.stderr
    assert "nothing is written" in done.stderr
    assert not (root / FOLDER / "fr.md").exists()
    sentence = "وصل [الوفد](https://example.org/a) إلى باريس."
    translate(root / "3f9a1c.fr.po", {sentence: "La [délégation](https://example.org/a) est à Paris."})
    run(root, "apply", "3f9a1c.fr.po", "--approved")
    text = version(root, "fr")
    assert text.startswith("---\ntitle: Arrivée à Paris\nlang: fr\nslug: arrivee-a-paris\n")
    assert "state: manual\n" in text
    assert text.endswith(
        "\n\nLa [délégation](https://example.org/a) est à Paris.\n\n## Le titre\n\nPuis elle est repartie.\n"
    )
    run(root, "build")


def test_what_cannot_be_applied_is_listed_with_its_line_and_the_rest_is_applied(root: Path) -> None:
    run(root, "export", "3f9a1c", "en")
    po = root / "3f9a1c.en.po"
    translate(
        po,
        {
            "العنوان": "The heading",
            "ثم عاد.": "Then it left.",
            "وصل [الوفد](https://example.org/a) إلى باريس.": "The delegation is in Paris.",
        },
    )
    original = root / FOLDER / "ar.md"
    original.write_text(original.read_text(encoding="utf-8").replace("ثم عاد.", "ثم رحل."), encoding="utf-8")
    done = run(root, "apply", po, status=1)
    assert "1 text applied" in done.stdout
    lines = po.read_text(encoding="utf-8").split("\n")
    for source, reason in (
        (lines.index('msgid "ثم عاد."') + 1, "source changed"),
        (None, "link https://example.org/a is missing"),
    ):
        (line,) = [line for line in done.stderr.splitlines() if reason in line]
        assert source is None or f"3f9a1c.en.po:{source}: not applied" in line
    assert "wSl [Alwfd](https://example.org/a)" in version(root)
    assert "## The heading" in version(root)


def test_the_file_says_what_the_source_was(root: Path) -> None:
    original = root / FOLDER / "ar.md"
    original.write_text(original.read_text(encoding="utf-8").replace("ثم عاد.", "ثم رحل."), encoding="utf-8")
    run(root, "export", "3f9a1c", "en")
    text = (root / "3f9a1c.en.po").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "ثم عاد."\nmsgctxt' in text


def test_a_file_with_a_translators_work_is_not_overwritten_by_an_export(root: Path) -> None:
    run(root, "export", "3f9a1c", "en")
    (root / "3f9a1c.en.po").write_text("work", encoding="utf-8")
    assert "there already" in run(root, "export", "3f9a1c", "en", status=1).stderr
    assert (root / "3f9a1c.en.po").read_text(encoding="utf-8") == "work"
    run(root, "export", "3f9a1c", "en", "--force")


def test_a_translators_remark_reaches_the_editor(root: Path) -> None:
    run(root, "export", "3f9a1c", "en")
    po = root / "3f9a1c.en.po"
    po.write_text(
        po.read_text(encoding="utf-8").replace("#. title\n", "# أليس «الوصول»؟\n#. title\n"), encoding="utf-8"
    )
    assert "the translator says: أليس «الوصول»؟" in run(root, "apply", po).stdout


HEADER = 'msgid ""\nmsgstr ""\n"X-Nashra-Format: 1\\n"\n"X-Nashra-Article: {}\\n"\n"X-Nashra-From: {}\\n"\n"X-Nashra-To: {}\\n"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no header"),
        ("words", "x.po:1: this is no line of a PO file"),
        ('msgid ""\nmsgstr "Language: fr\\n"\n', "does not say which article"),
        (HEADER.format("3f9a1c", "ar", "en").replace("Format: 1", "Format: 99"), "another version of Nashra"),
        (HEADER.format("ffffff", "ar", "en"), "there is no article 'ffffff'"),
        (HEADER.format("../../x", "ar", "en"), "there is no article"),
        (HEADER.format("3f9a1c", "ar", "de"), "the site has no language 'de'"),
        (HEADER.format("3f9a1c", "ar", "ar"), "was written in 'ar'"),
        (HEADER.format("3f9a1c", "fr", "en"), "made from 'ar'"),
        (HEADER.format("3f9a1c", "ar", "en") + '\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "none of the article's"),
        (HEADER.format("3f9a1c", "ar", "en") + '\nmsgid "\x00"\n', "not text"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_and_nothing_is_changed(root: Path, text: str, message: str) -> None:
    before = version(root)
    (root / "x.po").write_text(text, encoding="utf-8")
    assert message in run(root, "apply", "x.po", status=1).stderr
    assert version(root) == before


def test_wrong_names_are_told(root: Path) -> None:
    assert "there is no article 'ffffff'" in run(root, "export", "ffffff", "en", status=1).stderr
    assert "the site has no language 'de'" in run(root, "export", "3f9a1c", "de", status=2).stderr
    assert "was written in 'ar'" in run(root, "export", "3f9a1c", "ar", status=1).stderr
    assert "nowhere.po: the file cannot be read" in run(root, "apply", "nowhere.po", status=1).stderr


def test_what_two_files_and_a_reviewer_do_at_once_is_all_in_the_version(root: Path) -> None:
    run(root, "export", "3f9a1c", "en")
    first, second = root / "first.po", root / "second.po"
    for path, answers in ((first, {"العنوان": "The heading"}), (second, {"وصول": "Arrival", "ثم عاد.": "Then back."})):
        shutil.copy(root / "3f9a1c.en.po", path)
        translate(path, answers)
    asked = [["apply", first.name], ["apply", second.name], ["review", "3f9a1c", "en", "--block", "1"]]
    commands = [[sys.executable, "-m", "nashra", *each] for each in asked]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    running = [subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE) for command in commands]
    said = [process.communicate(timeout=60)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert "1 text applied" in said[0]
    assert "2 texts applied" in said[1]
    assert "approved block 1" in said[2]
    text = version(root)
    assert "title: Arrival\n" in text
    assert "\n\n## The heading\n\nThen back.\n" in text
    assert text.count(" draft\n") == 3
    assert text.count(" approved\n") == 1
