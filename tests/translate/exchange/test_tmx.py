from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import ContentError
from nashra.translate.exchange.tmx import pairs_of, read_tmx, write_tmx
from nashra.translate.memory import APPROVED, Unit

UNITS = [
    Unit("ar", "fr", APPROVED, "قال: «نعم»، ثم وصل الوفد؟", "Il dit : « oui », puis la délégation arriva ?"),
    Unit("ar", "en", "engine/1 ar_en-1.0", "نَعَمْ & <لا>", "yes & <no>"),
    Unit("ar", "en", APPROVED, " فراغ \r\n\t", " space \r\n\t"),
]


def tmx(body: str, srclang: str = "ar", doctype: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<tmx version="1.4"><header srclang="{srclang}" '
        f'segtype="sentence" datatype="plaintext"/><body>{body}</body></tmx>'
    ).encode()


def tu(*texts: tuple[str, str], attributes: str = "") -> str:
    inner = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in texts)
    return f"<tu{attributes}>{inner}</tu>"


def held(path: Path, languages: list[str], *, approved: bool = False) -> list[tuple[str, str, str, str, str]]:
    units = [each.unit for each in pairs_of(path, languages, approved=approved)]
    return [(u.source_code, u.target_code, u.fingerprint, u.source, u.target) for u in units]


def test_what_is_written_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    assert write_tmx(path, UNITS) == 3
    assert [each.unit for each in pairs_of(path, ["ar", "en", "fr"])] == UNITS


def test_an_approval_holds_for_the_very_words_that_were_approved(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    write_tmx(path, UNITS[:1])
    text = path.read_text("utf-8")
    # another tool copies the mark to words of its own
    path.write_text(text.replace("Il dit", "Il a dit"), "utf-8")
    assert [row[2] for row in held(path, ["ar", "fr"])] == [""]
    assert [row[2] for row in held(path, ["ar", "fr"], approved=True)] == [APPROVED]


def test_what_carries_no_mark_of_ours_is_a_machines_until_a_person_approves_it(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    write_tmx(path, UNITS)
    # the round trip through a tool that keeps no properties
    path.write_text("".join(line for line in path.open(encoding="utf-8", newline="") if "<prop" not in line), "utf-8")
    assert [row[2] for row in held(path, ["ar", "en", "fr"])] == ["", "", ""]
    assert {row[2] for row in held(path, ["ar", "en", "fr"], approved=True)} == {APPROVED}


def test_the_same_units_give_the_same_bytes(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a", UNITS)
    write_tmx(tmp_path / "b", iter(UNITS))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_characters_that_xml_does_not_know_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    write_tmx(path, [Unit("ar", "en", APPROVED, "ن\x00ع\x0bم\ud800", "y\ufffees")])
    (unit,) = read_tmx(path)
    assert unit.texts == [("ar", "نعم"), ("en", "yes")]


def test_translators_tools_write_regions_and_document_types(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    path.write_bytes(tmx(tu(("AR-MA", "نعم"), ("fr_FR", "oui"), ("de", "ja")), "ar-MA", doctype))
    assert held(path, ["ar", "fr", "en"]) == [("ar", "fr", "", "نعم", "oui")]


def test_without_a_source_language_all_directions_hold(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم"), ("fr", "oui")), "*all*"))
    assert {row[3:] for row in held(path, ["ar", "fr"])} == {("نعم", "oui"), ("oui", "نعم")}


def test_two_translations_of_one_sentence_are_both_there(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم"), ("fr", "oui"), ("fr", "si")) + tu(("ar", "نعم"), ("fr", "ouais"))))
    assert [row[4] for row in held(path, ["ar", "fr"])] == ["oui", "si", "ouais"]


def test_the_date_and_the_line_of_a_unit_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(
        tmx("\n" + tu(("ar", "نعم"), ("fr", "oui"), attributes=' creationdate="20240102T030405Z" changedate="never"'))
    )
    (found,) = pairs_of(path, ["ar", "fr"])
    assert (found.line, found.unit.date) == (2, "")
    path.write_bytes(tmx(tu(("ar", "نعم"), ("fr", "oui"), attributes=' changedate="20240102T030405Z"')))
    (found,) = pairs_of(path, ["ar", "fr"])
    assert found.unit.date == "20240102T030405Z"


def test_a_unit_may_have_a_source_language_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم"), ("fr", "oui"), attributes=' srclang="fr"')))
    assert held(path, ["ar", "fr"]) == [("fr", "ar", "", "oui", "نعم")]


def test_native_codes_inside_a_segment_are_left_out_and_marked_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    segment = 'a <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> <hi>high</hi><ph>{0}</ph>!'
    path.write_bytes(tmx(tu(("ar", "نعم"), ("en", segment))))
    (unit,) = read_tmx(path)
    assert unit.texts[1][1] == "a bold high!"


def test_blank_and_incomplete_units_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم")) + tu(("ar", " "), ("fr", "oui")) + tu(("ar", "لا"), ("fr", "")) + "<tu/>"))
    assert held(path, ["ar", "fr"]) == []


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    text = tmx(tu(("ar", "نعم"), ("fr", "été"))).decode().replace("UTF-8", "UTF-16")
    path.write_bytes(text.encode("utf-16"))
    (unit,) = read_tmx(path)
    assert unit.texts == [("ar", "نعم"), ("fr", "été")]


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, PARAMETER])
def test_entities_are_refused(tmp_path: Path, doctype: str) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "&x;"), ("fr", "oui")), doctype=doctype))
    with pytest.raises(ContentError, match="declares entities"):
        held(path, ["ar", "fr"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no element found"),
        (b"\x00\x01", "not well-formed"),
        (b"<html></html>", "no TMX"),
        (tmx(tu(("ar", "نعم"), ("fr", "oui")))[:-20], "not well-formed"),
        (b'<?xml version="1.0" encoding="x-unknown"?><tmx/>', "unknown encoding"),
    ],
)
def test_what_is_no_tmx_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(data)
    with pytest.raises(ContentError, match=message) as caught:
        held(path, ["ar", "fr"])
    assert caught.value.problems[0].path == path


def test_a_missing_file_is_an_error_for_the_editor(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        held(tmp_path / "none.tmx", ["ar"])


def test_translate_toolkit_reads_what_we_write_and_we_read_what_it_writes(tmp_path: Path) -> None:
    tmx_module = pytest.importorskip("translate.storage.tmx", reason="needs translate-toolkit")
    ours, theirs = tmp_path / "ours.tmx", tmp_path / "theirs.tmx"
    write_tmx(ours, UNITS[:1])
    with ours.open("rb") as stream:
        (unit,) = tmx_module.tmxfile(stream, "ar", "fr").units
    assert (unit.source, unit.target) == (UNITS[0].source, UNITS[0].target)

    store = tmx_module.tmxfile(sourcelanguage="ar", targetlanguage="fr")
    store.addtranslation(UNITS[0].source, "ar", UNITS[0].target, "fr")
    store.savefile(str(theirs))
    assert held(theirs, ["ar", "fr"], approved=True) == [("ar", "fr", APPROVED, UNITS[0].source, UNITS[0].target)]
