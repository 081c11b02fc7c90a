"""`nashra memory`: sentences go to other tools and come back."""

from __future__ import annotations

import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.commands import article_text, nashra, write_site

BODY = "وصل الوفد إلى القاعة. قال: «نعم».\n\nثم عاد."
ORIGINAL = "content/articles/2024/07/18-3f9a1c/ar.md"
ENGLISH = "---\ntitle: The delegation\nlang: en\nslug: s\ntranslation: {from: ar, state: manual}\n---\n\n"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, cipher_packages: dict[str, Path]) -> Path:
    """A site with one article and no translation, with its packages beside it."""
    root = write_site(tmp_path_factory.mktemp("memory") / "site", {ORIGINAL: article_text("عنوان", BODY)})
    run(root, "models", "install", cipher_packages["ar_en"].parent)
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


def pairs(path: Path, source: str, target: str) -> dict[str, str]:
    """What translate-toolkit finds in a TMX file."""
    tmxfile = pytest.importorskip("translate.storage.tmx").tmxfile
    with path.open("rb") as stream:
        units = tmxfile(stream, sourcelanguage=source, targetlanguage=target).units
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    found = {}
    for unit in units:
        texts = {tuv.get(lang): "".join(tuv.find("seg").itertext()) for tuv in unit.xmlelement.iter("tuv")}
        if list(texts) == [source, target]:
            found[texts[source]] = texts[target]
    return found


def test_what_models_translated_is_exported_and_comes_back_as_theirs(root: Path) -> None:
    run(root, "translate")
    assert "wrote 8 pairs of sentences" in run(root, "memory", "export", "all.tmx").stdout
    assert pairs(root / "all.tmx", "ar", "en") == {
        "عنوان": "EnwAn",
        "وصل الوفد إلى القاعة.": "wSl Alwfd <lY AlqAEp.",
        "قال: «نعم».": "qAl: «nEm».",
        "ثم عاد.": "vm EAd.",
    }
    assert pairs(root / "all.tmx", "en", "fr")["EnwAn"] == "eNWaN"
    (root / ".nashra" / "memory.sqlite").unlink()
    assert "remembered 8 pairs" in run(root, "memory", "import", "all.tmx").stdout
    run(root, "memory", "export", "again.tmx")
    assert (root / "again.tmx").read_bytes() == (root / "all.tmx").read_bytes()


def test_one_pair_of_languages_can_be_chosen(root: Path) -> None:
    run(root, "translate")
    run(root, "memory", "export", "some.tmx", "--from", "en", "--to", "fr")
    assert len(pairs(root / "some.tmx", "en", "fr")) == 4
    assert pairs(root / "some.tmx", "ar", "en") == {}
    done = run(root, "memory", "export", "none.tmx", "--from", "fr", status=1)
    assert "no translated sentences from fr" in done.stderr
    assert not (root / "none.tmx").exists()


def test_what_people_wrote_in_the_articles_is_exported_as_well(root: Path) -> None:
    english = root / "content/articles/2024/07/18-3f9a1c/en.md"
    english.write_text(ENGLISH + "The delegation is in Paris. He said “yes”.\n\nThen it went home.\n", encoding="utf-8")
    run(root, "memory", "export", "people.tmx")
    assert pairs(root / "people.tmx", "ar", "en") == {
        "وصل الوفد إلى القاعة. قال: «نعم».": "The delegation is in Paris. He said “yes”.",
        "وصل الوفد إلى القاعة.": "The delegation is in Paris.",
        "قال: «نعم».": "He said “yes”.",
        "ثم عاد.": "Then it went home.",
    }
    # what a person approved later takes the place of what the memory was given before
    run(root, "memory", "import", "people.tmx")
    english.write_text(english.read_text(encoding="utf-8").replace("went home", "left"), encoding="utf-8")
    run(root, "memory", "export", "later.tmx")
    assert pairs(root / "later.tmx", "ar", "en")["ثم عاد."] == "Then it left."


def test_what_another_tool_wrote_is_taken_before_a_model_is_asked(root: Path) -> None:
    (root / "omegat.tmx").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="AR-MA"/><body>'
        '<tu><tuv lang="AR-MA"><seg>ثم عاد.</seg></tuv><tuv lang="EN-GB"><seg>Then it <bpt i="1">b</bpt>left.</seg></tuv></tu>'
        "</body></tmx>\n",
        encoding="utf-8",
    )
    assert "remembered 1 pair of sentences" in run(root, "memory", "import", "omegat.tmx").stdout
    run(root, "translate", "--to", "en")
    assert (root / ORIGINAL).with_name("en.md").read_text(encoding="utf-8").endswith("\n\nThen it left.\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tmx", "not well-formed"),
        ("<html/>", "no TMX"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "declares entities"),
        ('<tmx><header srclang="de"/><body/></tmx>', "no pair in two languages of the site"),
    ],
)
def test_a_file_that_is_of_no_use_is_refused(root: Path, text: str, message: str) -> None:
    (root / "bad.tmx").write_text(text, encoding="utf-8")
    assert message in run(root, "memory", "import", "bad.tmx", status=1).stderr


def test_a_missing_file_is_told(root: Path) -> None:
    assert "nowhere.tmx: the file cannot be read" in run(root, "memory", "import", "nowhere.tmx", status=1).stderr


def test_no_file_of_another_kind_is_written_over(root: Path) -> None:
    run(root, "translate", "--to", "en")
    (root / "notes.tmx").write_text("mine\n", "utf-8")
    (root / "link.tmx").symlink_to(root / "nashra.toml")
    for name in ("nashra.toml", "notes.tmx", "link.tmx", "content", ORIGINAL):
        before = (root / name).read_bytes() if (root / name).is_file() else b""
        done = run(root, "memory", "export", name, status=2)
        assert name in done.stderr
        assert "name another file" in done.stderr
        assert before == ((root / name).read_bytes() if (root / name).is_file() else b"")
    run(root, "memory", "export", "out.tmx")
    run(root, "memory", "export", "out.tmx")
    done = run(root, "export", "3f9a1c", "en", "-o", "nashra.toml", "--force", status=2)
    assert "there is a file of that name already" in done.stderr
    assert "[site]" in (root / "nashra.toml").read_text("utf-8")
