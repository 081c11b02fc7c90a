"""A clean site, and one fault at a time: each is found where the editor must mend it, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from support.faults import ABOUT, AR, EN, FOLDER, FR, OTHER, PLACES, clean_site, findings, line_of
from support.pictures import jpeg, png

LINK = "[باريس](https://paris.fr/visite?a=1&b=2)"
NOTHING = "[باريس](nothing.md)"
PARAGRAPH = "La délégation est arrivée à Paris."


class Fault(NamedTuple):
    """`old` in `file` becomes `new`; the finding is in `where`, by default `file`, on the line that holds `at`."""

    file: str
    old: str
    new: str
    severity: str
    check: str
    says: str
    at: str | None
    where: str = ""


FAULTS = {
    # links
    "a relative link to nothing": Fault(AR, LINK, NOTHING, "error", "content", "nothing.md", "nothing.md"),
    "a link from the root to nothing": Fault(
        AR, LINK, "[باريس](/nashra/ar/nothing.html)", "error", "links", "leads to nothing", "nothing"
    ),
    "a link from the root, out of the site": Fault(
        AR, LINK, "[باريس](/other/page.html)", "error", "links", "under /nashra/", "/other/"
    ),
    "a link from the root that works": Fault(
        AR, LINK, "[باريس](/nashra/ar/about.html)", "warning", "links", "at the root of the server", "/nashra/ar"
    ),
    "the site's own address and nothing there": Fault(
        AR, LINK, "[باريس](https://news.rabat.ma/nashra/ar/x.html)", "error", "links", "leads to nothing", "x.html"
    ),
    "the site's own address in other capitals": Fault(
        AR, LINK, "[باريس](https://News.Rabat.ma/nashra/ar/About.html)", "error", "links", "other capitals", "About"
    ),
    "an Arabic address, percent-encoded, to nothing": Fault(
        AR,
        LINK,
        "[باريس](https://news.rabat.ma/nashra/ar/%D8%B1%D8%AD%D9%84%D8%A9.html)",
        "error",
        "links",
        "nashra/ar/رحلة.html' leads to nothing",
        "%D8%B1",
    ),
    "an Arabic address with decomposed letters": Fault(
        AR,
        LINK,
        "[باريس](https://news.rabat.ma/nashra/ar/2024/07/وصول-الوفد-2.html)",
        "error",
        "links",
        "leads to nothing",
        "الوفد-2",
    ),
    "a part that the page has not": Fault(AR, LINK, "[باريس](#nowhere)", "error", "links", "no such part", "#nowhere"),
    "a part that another page has not": Fault(
        AR, "../19-bbbb02/ar.md", "../19-bbbb02/ar.md#قسم", "error", "links", "part 'قسم'", "#قسم"
    ),
    "a host that is missing": Fault(AR, LINK, "[باريس](http:///paris)", "error", "links", "names no host", "///"),
    "a scheme twice": Fault(AR, LINK, "[باريس](http://https://paris.fr)", "error", "links", "cannot be", "http://"),
    "a blank in an address": Fault(
        AR, LINK, '<a href="https://paris.fr/la ville">باريس</a>', "error", "links", "has a blank", "la ville"
    ),
    "a script": Fault(AR, LINK, "[باريس](javascript:alert(1))", "error", "content", "is taken out", "javascript"),
    "a scheme with a slip": Fault(AR, LINK, "[باريس](htpps://paris.fr)", "error", "content", "is taken out", "htpps"),
    "an address that names no host": Fault(AR, LINK, "[باريس](https:\\\\paris.fr)", "error", "content", "names no host", "paris.fr"),
    "a link without words": Fault(AR, LINK, "[](https://paris.fr/)", "warning", "links", "no words", "paris.fr"),
    "a mailbox without a host": Fault(
        ABOUT, "mailto:desk@rabat.ma", "mailto:desk", "error", "links", "names no mailbox", "mailto:desk"
    ),
    "raw HTML": Fault(
        FR, PARAGRAPH, f'{PARAGRAPH}\n\nVoir <a href="/nashra/x.html">ici</a>.', "error", "links", "to nothing", "x.html"
    ),
    "a link by reference": Fault(
        FR, PARAGRAPH, f"[Voir][1] {PARAGRAPH}\n\n[1]: /nashra/fr/y.html\n", "error", "links", "to nothing", "y.html"
    ),
    # headings
    "a heading that skips a level": Fault(
        AR, "## قبل الألعاب", "### قبل الألعاب", "warning", "headings", "is of level 3, after one of level 1", "###"
    ),
    # pictures
    "a picture without words": Fault(
        AR, "![خريطة الطريق](map.png)", "![](map.png)", "warning", "pictures", "no alternative text", "map.png"
    ),
    "a picture with a file name for words": Fault(
        AR, "![خريطة الطريق]", "![IMG_2041.jpg]", "warning", "pictures", "a file name", "map.png"
    ),
    "a lead picture without words": Fault(
        AR, ", alt: مصافحة في المطار", "", "warning", "pictures", "lead picture has no alternative text", "image:"
    ),
    "a lead picture with a file name for words": Fault(
        FR, "alt: Une poignée de main", "alt: photo.png", "warning", "pictures", "a file name", "image:"
    ),
    # content
    "a date that is none": Fault(AR, "date: 2024-07-18", "date: 2024-13-45", "error", "content", "date", "date:"),
    "a translation from nowhere": Fault(
        FR, "{from: ar,", "{from: es,", "error", "content", "a version that is not there", "translation:"
    ),
    # entities
    "an entity of no type": Fault(
        PLACES, "- id: paris\n", "- id: paris\n  type: x\n", "error", "entities", "is not a type", "type: x"
    ),
    "an entity that nobody names": Fault(
        PLACES,
        "- id: paris\n",
        "- id: salé\n  names: {ar: سلا, fr: Salé, en: Salé}\n- id: paris\n",
        "info",
        "entities",
        "no published article names",
        "id: salé",
    ),
    "a name that two entities have": Fault(
        PLACES,
        "fr: Paris, en: Paris}\n",
        "fr: Paris, en: Paris}\n  aliases: {en: [Rabat]}\n",
        "warning",
        "entities",
        "the name 'Rabat' (en) of paris is also that of rabat",
        "id: paris",
    ),
    "a name that every text has": Fault(
        PLACES,
        "fr: Paris, en: Paris}\n",
        "fr: Paris, en: Paris}\n  aliases: {fr: [Dans]}\n",
        "warning",
        "entities",
        "the name 'Dans' (fr) of paris is a word of every text",
        "id: paris",
    ),
}  # fmt: skip


def test_a_clean_site_has_no_finding(tmp_path: Path) -> None:
    assert findings(clean_site(tmp_path)) == []


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found_where_the_editor_must_mend_it(fault: Fault, tmp_path: Path) -> None:
    root = clean_site(tmp_path, {fault.file: (fault.old, fault.new)})
    everything = findings(root)
    found = [finding for finding in everything if finding.check == fault.check]
    where = fault.where or fault.file
    line = line_of(root, where, fault.at) if fault.at else None
    assert [(each.severity, each.file(root), each.line) for each in found] == [(fault.severity, where, line)]
    assert fault.says in found[0].message
    # side pages and feeds repeat a link; what reading the text found already is not named twice
    if fault.check == "links" or fault.new == NOTHING:
        assert len(everything) == 1


def test_links_in_code_are_no_links(tmp_path: Path) -> None:
    body = "`[x](javascript:alert(1))`\n\n```\n[x](javascript:alert(1))\n```\n\nMot.\n"
    assert findings(clean_site(tmp_path, {FR: (PARAGRAPH, body)})) == []


def test_an_address_in_decomposed_letters_is_told_from_one_that_is_missing(tmp_path: Path) -> None:
    # é as e and an accent of its own
    other = OTHER.replace("ar.md", "fr.md")
    link = "[suite](https://news.rabat.ma/nashra/fr/2024/07/e%CC%81te%CC%81.html)"
    root = clean_site(tmp_path, {other: ("slug: suite", "slug: été"), FR: (PARAGRAPH, link)})
    (found,) = findings(root)
    assert (found.check, found.file(root), found.line) == ("links", FR, line_of(root, FR, "suite"))
    assert "other Unicode signs for the same letters" in found.message


def test_footnotes_search_words_and_the_top_of_a_page_are_parts_that_are_there(tmp_path: Path) -> None:
    links = "[1](#top) [2](#) [3](#main) [4](#:~:text=Paris) [5](la-delegation.html?x=1)"
    root = clean_site(tmp_path, {FR: (PARAGRAPH, links)})
    assert {finding.check for finding in findings(root)} <= {"content"}


def test_what_two_translations_take_over_from_the_original_is_mended_there(tmp_path: Path) -> None:
    root = clean_site(tmp_path, {AR: ("https://map.ma/ar", "https://news.rabat.ma/nashra/zz.html")})
    (found,) = findings(root)
    assert (found.file(root), found.line) == (AR, line_of(root, AR, "source:"))


def test_pictures_that_are_too_large_are_named_with_their_files(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / FOLDER / "photo.png").write_bytes(png(4001, 300))
    (root / FOLDER / "map.png").write_bytes(jpeg(640, 480, extra=[(0xDB, bytes(65_000))] * 16))
    found = findings(root, "pictures")
    assert [(each.severity, each.file(root)) for each in found] == [
        ("warning", f"{FOLDER}/map.png"),
        ("warning", f"{FOLDER}/photo.png"),
    ]
    assert "1.0 MB" in found[0].message
    assert "4001 by 300" in found[1].message


def test_a_language_without_a_version_is_a_note(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / EN).unlink()
    (found,) = findings(root)
    assert (found.severity, found.check, found.file(root)) == ("info", "translations", AR)
    assert "in en" in found.message


def test_the_output_of_build_is_neither_read_nor_touched(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "precious.txt").write_text("mine")
    before = sorted(path.relative_to(root) for path in root.rglob("*"))
    assert findings(root) == []
    after = sorted(path.relative_to(root) for path in root.rglob("*") if ".nashra" not in path.parts)
    assert after == before
    # what is kept is kept by its content, for whoever builds or checks next
    kept = {path.name for path in (root / ".nashra").iterdir()}
    assert kept <= {"cards", "pictures", "build.db", "check", "check.lock"}
