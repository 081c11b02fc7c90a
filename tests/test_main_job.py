"""The main job end to end: a pasted Arabic article becomes a site in three languages, without a network."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser
import pytest

from nashra.markup.inline import plain_text
from support.commands import nashra, write_site

SEED = Path(__file__).parents[2] / "shared" / "seed" / "nabae24.txt"

# A paste of our own in the manner of news sites: title twice, byline glued together, furniture at the end.
PASTE = """\
المكتبة الوطنية بالرباط تفتح أبوابها ليلا.. القراء يملؤون القاعات

المكتبة الوطنية بالرباط تفتح أبوابها ليلا.. القراء يملؤون القاعات
sara alami5 غشت 2024آخر تحديث : منذ شهرين

De // Nashra

فتحت المكتبة الوطنية بالرباط أبوابها ليلا، خلال الأسبوع الجاري، أمام الطلبة والباحثين الذين يستعدون لامتحانات شهر شتنبر.

وقالت إدارة المكتبة إن القاعات الثلاث امتلأت قبل الساعة التاسعة. وأضافت أن التوقيت الجديد سيستمر إلى غاية 30 غشت.

ويأتي القرار بعد طلبات كثيرة وجهها الطلبة إلى الإدارة، لأن حرارة النهار تجعل الدراسة في البيوت صعبة.

رابط مختصر
اترك تعليق
"""


def run_the_whole_line(tmp_path: Path, packages: dict[str, Path], paste: Path, entities: str = "") -> Path:
    """import, install, translate and build, all without a network; the site's folder."""
    root = write_site(tmp_path / "site", {"content/entities/places.yaml": entities})
    with (root / "nashra.toml").open("a", encoding="utf-8") as toml:
        toml.write("[entities]\ncountries = false\nstarter = false\n")  # only the names given here are put right
    env = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}

    def run(*args: str | Path) -> str:
        done = nashra(*args, cwd=root, env=env, offline=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("import", paste, "--lang", "ar")
    for package in packages.values():
        run("models", "install", package)
    assert "ar_en" in run("models", "list")
    run("translate")
    run("build")
    return root


ENTITIES = """\
- id: rabat
  names: {ar: الرباط, fr: Rabat, en: Rabat}
"""


def originals(root: Path) -> list[Path]:
    return sorted((root / "content" / "articles").glob("*/*/*/ar.md"))


def paragraphs(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2].strip().split("\n\n")


@pytest.mark.skipif(not SEED.exists(), reason="the scraped article is not beside this checkout")
def test_the_scraped_article_goes_from_paste_to_pages(tmp_path: Path, cipher_packages: dict[str, Path]) -> None:
    root = run_the_whole_line(tmp_path, cipher_packages, SEED)
    (original,) = originals(root)
    assert re.fullmatch(r"18-[0-9a-f]{6}", original.parent.name)
    assert original.parent.parent.as_posix().endswith("articles/2024/07")
    head = original.read_text(encoding="utf-8").split("---\n")[1]
    raw = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    # what was guessed stands above, for the editor to check
    checks = "".join(re.findall(r"^# check: .*\n", head, re.MULTILINE))
    assert "'hassan faqir'" in checks
    fields = head.removeprefix(checks)
    assert fields.startswith(f"title: {raw[0]}\nlang: ar\ndate: 2024-07-18\nauthor: hassan faqir\n")
    assert "name: NaBae 24" in head
    assert paragraphs(original) == [line.strip() for line in raw if len(line) > 200]
    assert len(paragraphs(original)) == 9

    # some of the cipher's letters are Markdown signs, which stand escaped in the files
    english = [plain_text(text) for text in paragraphs(original.parent / "en.md")]
    french = [plain_text(text) for text in paragraphs(original.parent / "fr.md")]
    assert len(english) == len(french) == 9
    assert english[0].startswith("wSlt EnASr Al>mn wAlAstxbArAt Almgrbyp <lY bArys,")
    assert french == [text.swapcase() for text in english]

    again = nashra("import", SEED, "--lang", "ar", cwd=root)
    assert again.returncode == 0
    assert "already imported" in again.stdout
    assert originals(root) == [original]
    for lang in ("ar", "fr", "en"):
        (page,) = (root / "site" / lang / "2024" / "07").glob("*.html")
        assert f'<html lang="{lang}"' in page.read_text(encoding="utf-8")


def test_a_paste_goes_from_import_to_pages_and_feeds_without_a_network(
    tmp_path: Path, cipher_packages: dict[str, Path]
) -> None:
    paste = tmp_path / "paste.txt"
    paste.write_text(PASTE, encoding="utf-8")
    root = run_the_whole_line(tmp_path, cipher_packages, paste, ENTITIES)
    (original,) = originals(root)
    assert len(paragraphs(original)) == 3
    assert paragraphs(original.parent / "en.md")[2].startswith("wy>ty AlqrAr bEd TlbAt kvyrp")
    assert paragraphs(original.parent / "fr.md")[2].startswith("WY>TY aLQRaR BeD tLBaT KVYRP")

    pages = {lang: next((root / "site" / lang / "2024" / "08").glob("*.html")) for lang in ("ar", "fr", "en")}
    french = pages["fr"].read_text(encoding="utf-8")
    assert "ar_en-1.0" in french  # the model that made it is named to the reader
    assert pages["ar"].name in french or "%D8" in french  # and the original is linked
    assert (root / "site" / "fr" / "entities" / "rabat.html").exists()
    feed = feedparser.parse((root / "site" / "ar" / "rss.xml").read_bytes())
    assert not feed.bozo
    assert "لأن حرارة النهار" in feed.entries[0].content[0].value


def test_one_edited_paragraph_renews_one_block_and_an_edited_translation_is_kept_as_it_is(
    tmp_path: Path, cipher_packages: dict[str, Path]
) -> None:
    paste = tmp_path / "paste.txt"
    paste.write_text(PASTE, encoding="utf-8")
    root = run_the_whole_line(tmp_path, cipher_packages, paste)
    env = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    (original,) = originals(root)
    french, english = original.parent / "fr.md", original.parent / "en.md"
    before = {path: path.read_text(encoding="utf-8") for path in (french, english)}

    # nothing changed: nothing is written
    assert "nothing to translate" in nashra("translate", cwd=root, env=env).stdout
    assert {path: path.read_text(encoding="utf-8") for path in before} == before

    # a person corrects the second French paragraph, another the first Arabic one
    by_hand = "La direction  de la bibliothèque   dit que les salles étaient pleines.\t"
    edit(french, paragraphs(french)[1], by_hand)
    edit(original, "خلال الأسبوع الجاري", "منذ يوم الاثنين")
    assert nashra("translate", cwd=root, env=env).returncode == 0
    for path in (french, english):
        old, new = body(before[path]), body(path.read_text(encoding="utf-8"))
        assert new[0] != old[0]
        assert new[2] == old[2]
    assert f"\n\n{by_hand}\n\n" in french.read_text(encoding="utf-8")
    assert body(english.read_text(encoding="utf-8"))[1] == body(before[english])[1]

    # now its source changes: it is reported and kept, byte for byte
    edit(original, "امتلأت", "غصت بالقراء")
    done = nashra("translate", cwd=root, env=env)
    assert done.returncode == 0
    assert f"\n\n{by_hand}\n\n" in french.read_text(encoding="utf-8")
    assert re.search(r"stale.*fr\.md: block 2", done.stdout)
    status = nashra("status", cwd=root)
    assert "fr.md: block 2 is stale" in status.stdout
    assert "gSt bAlqrA" in english.read_text(encoding="utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def body(text: str) -> list[str]:
    return text.split("---\n", 2)[2].strip().split("\n\n")


def test_without_a_package_the_way_to_get_one_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", {})
    paste = tmp_path / "paste.txt"
    paste.write_text(PASTE, encoding="utf-8")
    env = {"ARGOS_PACKAGES_DIR": str(tmp_path / "none")}
    assert nashra("import", paste, cwd=root, env=env).returncode == 0
    done = nashra("translate", cwd=root, env=env)
    assert done.returncode == 1
    assert "nashra models install" in done.stderr
    assert [path.name for path in originals(root)[0].parent.iterdir()] == ["ar.md"]
