"""`nashra memory`: sentences go to other tools and come back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from nashra.settings import config
from nashra.translate.exchange.imports import Imports
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


def tmx(*units: tuple[str, str], srclang: str = "ar", lang: str = "en") -> str:
    """What OmegaT writes."""
    rows = "".join(
        f'<tu><tuv lang="AR-MA"><seg>{one}</seg></tuv><tuv lang="{lang.upper()}-GB"><seg>{two}</seg></tuv></tu>\n'
        for one, two in units
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="{srclang}"/><body>\n{rows}</body></tmx>'


def english(root: Path) -> str:
    return (root / ORIGINAL).with_name("en.md").read_text(encoding="utf-8")


# The cipher writes no capitals, so its two sentences are one in English, and go out as a paragraph.
PARAGRAPH = "وصل الوفد إلى القاعة. قال: «نعم»."


def test_what_models_translated_is_exported_and_comes_back_as_theirs(root: Path) -> None:
    run(root, "translate")
    assert "wrote 7 pairs of sentences" in run(root, "memory", "export", "all.tmx").stdout
    assert pairs(root / "all.tmx", "ar", "en") == {
        "عنوان": "EnwAn",
        PARAGRAPH: "wSl Alwfd <lY AlqAEp. qAl: «nEm».",
        "ثم عاد.": "vm EAd.",
    }
    # from the language of the article, whatever the way was
    assert pairs(root / "all.tmx", "ar", "fr")["عنوان"] == "eNWaN"
    done = run(root, "memory", "import", "all.tmx")
    assert "remembered 7 pairs" in done.stdout
    assert "7 of them as a machine's" in done.stdout
    before = english(root)
    shutil.rmtree(root / ".nashra")
    (root / ORIGINAL).with_name("en.md").unlink()
    run(root, "translate", "--to", "en")
    assert english(root).split("---\n")[2] == before.split("---\n")[2]
    assert english(root).count("from:tmx-unseen") == 3


def test_what_was_imported_outlives_the_cache(root: Path) -> None:
    (root / "omegat.tmx").write_text(tmx(("ثم عاد.", "Then it left."), ("عنوان", "A title")), "utf-8")
    run(root, "memory", "import", "--approved", "omegat.tmx")
    assert "Then it left." in (root / "content/memory/omegat.tmx").read_text("utf-8")
    shutil.rmtree(root / ".nashra")
    (root / "omegat.tmx").unlink()
    run(root, "translate", "--to", "en")
    assert english(root).endswith("\n\nThen it left.\n")
    assert "title: A title\n" in english(root)
    status = run(root, "status").stdout
    assert "block 2 has words that people approved in tmx" in status
    assert "the title has words that people approved in tmx" in status
    assert re.search(r"^  title: \S+ from:tmx$", english(root), re.MULTILINE)
    run(root, "export", "3f9a1c", "en", "-o", "out.po")
    assert (root / "out.po").read_text("utf-8").count("#. with words that people approved in tmx\n") == 2
    # content that people took out is gone
    (root / "content/memory/omegat.tmx").unlink()
    (root / ORIGINAL).with_name("en.md").unlink()
    run(root, "translate", "--to", "en")
    assert english(root).endswith("\n\nvm EAd.\n")


def test_a_file_made_elsewhere_is_a_machines_and_never_an_example_of_a_person(root: Path) -> None:
    (root / "other.tmx").write_text(tmx(("ثم عاد.", "Then it left.")), "utf-8")
    done = run(root, "memory", "import", "other.tmx")
    assert "1 of them as a machine's: no mark says that a person approved them" in done.stdout
    run(root, "translate", "--to", "en")
    assert english(root).endswith("\n\nThen it left.\n")
    assert "block 2 has words of an imported memory that nobody is known to have approved" in run(root, "status").stdout
    run(root, "memory", "export", "again.tmx", "--to", "en")
    assert "x-nashra-approved" not in (root / "again.tmx").read_text("utf-8")


def test_a_round_trip_through_another_tool_makes_no_person_of_a_machine(root: Path) -> None:
    run(root, "translate", "--to", "en")
    run(root, "memory", "export", "out.tmx", "--from", "ar", "--to", "en")
    lines = [line for line in (root / "out.tmx").read_text("utf-8").splitlines() if "<prop" not in line]
    (root / "back.tmx").write_text("\n".join(lines), "utf-8")
    run(root, "memory", "import", "back.tmx")
    run(root, "memory", "export", "again.tmx")
    assert "x-nashra-approved" not in (root / "again.tmx").read_text("utf-8")
    run(root, "memory", "import", "back.tmx", "--approved")
    run(root, "memory", "export", "again.tmx")
    assert (root / "again.tmx").read_text("utf-8").count("x-nashra-approved") == 3


def test_a_whole_paragraph_serves_too(root: Path) -> None:
    paragraph = "وصل الوفد إلى القاعة. قال:\n  «نعم»."
    (root / "omegat.tmx").write_text(tmx((paragraph, "In the hall, the delegation said “yes”.")), "utf-8")
    run(root, "memory", "import", "--approved", "omegat.tmx")
    run(root, "translate", "--to", "en")
    assert "\n\nIn the hall, the delegation said “yes”.\n\n" in english(root)


def test_two_translations_of_one_sentence_are_both_kept_and_told(root: Path) -> None:
    twice = [("ثم عاد.", "Then it left."), ("ثم عاد.", "It then went."), ("عنوان", "A title"), ("عنوان", "A heading")]
    (root / "omegat.tmx").write_text(tmx(*twice), "utf-8")
    done = run(root, "memory", "import", "--approved", "omegat.tmx")
    assert "warning: omegat.tmx:3: “ثم عاد.” has several translations: “Then it left.”" in done.stderr
    assert "“It then went.” (omegat.tmx:4)" in done.stderr
    kept = (root / "content/memory/omegat.tmx").read_text("utf-8")
    assert "Then it left." in kept
    assert "It then went." in kept
    run(root, "translate", "--to", "en")
    status = run(root, "status").stdout
    assert "block 2 to review: an imported memory has several translations of a sentence in it" in status
    assert "the title to review: an imported memory has several translations of a sentence in it" in status
    # a file of the same name replaces nothing, and is told against the first
    (root / "omegat.tmx").write_text(tmx(("ثم عاد.", "Off it went.")), "utf-8")
    done = run(root, "memory", "import", "--approved", "omegat.tmx")
    assert "in content/memory/omegat-2.tmx" in done.stdout
    (line,) = re.findall(r"“Then it left.” \(content/memory/omegat.tmx:(\d+)\)", done.stderr)
    unit = (root / "content/memory/omegat.tmx").read_text("utf-8").splitlines()[int(line) - 1 :]
    assert unit[0].startswith("<tu ")
    assert "Then it left." in "".join(unit[: unit.index("</tu>")])
    assert "there already" in run(root, "memory", "import", "--approved", "omegat.tmx").stdout
    # and where a text of the site has it otherwise, its file and its line
    version = (root / ORIGINAL).with_name("en.md")
    lines = [*version.read_text("utf-8").splitlines()[:-1], "It left at last."]
    version.write_text("\n".join(lines) + "\n", "utf-8")
    run(root, "review", "3f9a1c", "en", "--block", "2")
    lines = version.read_text("utf-8").splitlines()
    (root / "other.tmx").write_text(tmx(("ثم عاد.", "And it left.")), "utf-8")
    done = run(root, "memory", "import", "other.tmx")
    assert f"“{lines[-1]}” ({version.relative_to(root).as_posix()}:{len(lines)})" in done.stderr


def test_a_unit_that_is_edited_in_content_is_no_longer_what_was_approved(root: Path) -> None:
    (root / "omegat.tmx").write_text(tmx(("ثم عاد.", "Then it left.")), "utf-8")
    run(root, "memory", "import", "--approved", "omegat.tmx")
    kept = root / "content/memory/omegat.tmx"
    kept.write_text(kept.read_text("utf-8").replace("Then it left", "Then it was over"), "utf-8")
    run(root, "translate", "--to", "en")
    assert english(root).endswith("\n\nThen it was over.\n")
    assert "block 2 has words of an imported memory that nobody is known to have approved" in run(root, "status").stdout
    run(root, "memory", "export", "out.tmx", "--from", "ar", "--to", "en")
    assert "x-nashra-approved" not in (root / "out.tmx").read_text("utf-8")


def test_only_sentences_that_stand_in_the_texts_are_exported(root: Path) -> None:
    entities = root / "content/entities/names.yaml"
    entities.parent.mkdir(parents=True, exist_ok=True)
    entities.write_text("- {id: hall, type: place, names: {ar: القاعة, en: The Hall}}\n", "utf-8")
    run(root, "translate", "--to", "en")
    run(root, "memory", "export", "all.tmx", "--from", "ar", "--to", "en")
    text = (root / "all.tmx").read_text("utf-8")
    # the second try had "The Hall" put into the Arabic sentence
    assert "The Hall" in english(root)
    assert pairs(root / "all.tmx", "ar", "en").keys() == {"عنوان", PARAGRAPH, "ثم عاد."}
    assert 'srclang="ar" datatype' in text
    assert "*all*" not in text


def test_one_pair_of_languages_can_be_chosen(root: Path) -> None:
    run(root, "translate")
    run(root, "memory", "export", "some.tmx", "--from", "ar", "--to", "fr")
    assert len(pairs(root / "some.tmx", "ar", "fr")) == 4
    assert pairs(root / "some.tmx", "ar", "en") == {}
    done = run(root, "memory", "export", "none.tmx", "--from", "fr", status=1)
    assert "no translated sentences from fr" in done.stderr
    assert not (root / "none.tmx").exists()
    done = run(root, "memory", "export", "none.tmx", "--to", "de", status=2)
    assert "the site has no language 'de'" in done.stderr


def test_what_people_wrote_in_the_articles_is_exported_as_well_and_marked_until_somebody_approved_it(
    root: Path,
) -> None:
    version = root / "content/articles/2024/07/18-3f9a1c/en.md"
    version.write_text(ENGLISH + "The delegation is in Paris. He said “yes”.\n\nThen it went home.\n", encoding="utf-8")
    done = run(root, "memory", "export", "people.tmx")
    assert "4 of them people wrote and nobody approved: `nashra review` has them serve here" in done.stdout
    assert pairs(root / "people.tmx", "ar", "en")["ثم عاد."] == "Then it went home."
    # it comes back as what it is, and serves nowhere
    run(root, "memory", "import", "people.tmx")
    found = Imports.load(config.load(root))[0]
    assert found.find(("ar", "en"), "ثم عاد.", ["argos"]) is None
    assert list(found.approved()) == []
    run(root, "review", "3f9a1c", "en", "--block", "1", "--block", "2")
    assert "nobody approved" not in run(root, "memory", "export", "people.tmx").stdout
    assert pairs(root / "people.tmx", "ar", "en") == {
        "وصل الوفد إلى القاعة. قال: «نعم».": "The delegation is in Paris. He said “yes”.",
        # its first sentence has nothing of its source, and may be a remark
        "قال: «نعم».": "He said “yes”.",
        "ثم عاد.": "Then it went home.",
    }
    # what a person approved later takes the place of what the memory was given before
    run(root, "memory", "import", "people.tmx")
    version.write_text(version.read_text(encoding="utf-8").replace("went home", "left"), encoding="utf-8")
    run(root, "review", "3f9a1c", "en", "--block", "2")
    run(root, "memory", "export", "later.tmx")
    assert pairs(root / "later.tmx", "ar", "en")["ثم عاد."] == "Then it left."


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
