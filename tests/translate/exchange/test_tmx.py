from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import ContentError
from nashra.translate.exchange.tmx import import_tmx, read_tmx, write_tmx
from nashra.translate.memory import APPROVED, Memory, Unit

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


def units_of(memory: Memory) -> list[tuple[str, str, str, str, str]]:
    return [(u.source_code, u.target_code, u.fingerprint, u.source, u.target) for u in memory.units()]


def test_what_is_written_comes_back_as_it_was(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    assert write_tmx(path, UNITS) == 3
    assert import_tmx(path, memory, ["ar", "en", "fr"]) == 3
    assert sorted(memory.units(), key=repr) == sorted(UNITS, key=repr)


def test_the_same_units_give_the_same_bytes(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a", UNITS)
    write_tmx(tmp_path / "b", iter(UNITS))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_characters_that_xml_does_not_know_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    write_tmx(path, [Unit("ar", "en", APPROVED, "ن\x00ع\x0bم\ud800", "y\ufffees")])
    (unit,) = read_tmx(path)
    assert unit.texts == {"ar": "نعم", "en": "yes"}


def test_translators_tools_write_regions_and_document_types(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    path.write_bytes(tmx(tu(("AR-MA", "نعم"), ("fr_FR", "oui"), ("de", "ja")), "ar-MA", doctype))
    assert import_tmx(path, memory, ["ar", "fr", "en"]) == 1
    assert units_of(memory) == [("ar", "fr", APPROVED, "نعم", "oui")]


def test_without_a_source_language_all_directions_hold(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم"), ("fr", "oui")), "*all*"))
    assert import_tmx(path, memory, ["ar", "fr"]) == 2
    assert {(unit.source, unit.target) for unit in memory.units()} == {("نعم", "oui"), ("oui", "نعم")}


def test_a_unit_may_have_a_source_language_of_its_own(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم"), ("fr", "oui"), attributes=' srclang="fr"')))
    import_tmx(path, memory, ["ar", "fr"])
    assert units_of(memory) == [("fr", "ar", APPROVED, "oui", "نعم")]


def test_native_codes_inside_a_segment_are_left_out_and_marked_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    segment = 'a <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> <hi>high</hi><ph>{0}</ph>!'
    path.write_bytes(tmx(tu(("ar", "نعم"), ("en", segment))))
    (unit,) = read_tmx(path)
    assert unit.texts["en"] == "a bold high!"


def test_blank_and_incomplete_units_are_passed_over(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "نعم")) + tu(("ar", " "), ("fr", "oui")) + tu(("ar", "لا"), ("fr", "")) + "<tu/>"))
    assert import_tmx(path, memory, ["ar", "fr"]) == 0


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    text = tmx(tu(("ar", "نعم"), ("fr", "été"))).decode().replace("UTF-8", "UTF-16")
    path.write_bytes(text.encode("utf-16"))
    (unit,) = read_tmx(path)
    assert unit.texts == {"ar": "نعم", "fr": "été"}


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, PARAMETER])
def test_entities_are_refused(memory: Memory, tmp_path: Path, doctype: str) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(tmx(tu(("ar", "&x;"), ("fr", "oui")), doctype=doctype))
    with pytest.raises(ContentError, match="declares entities"):
        import_tmx(path, memory, ["ar", "fr"])
    assert len(memory) == 0


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
def test_what_is_no_tmx_is_refused(memory: Memory, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "x.tmx"
    path.write_bytes(data)
    with pytest.raises(ContentError, match=message) as caught:
        import_tmx(path, memory, ["ar", "fr"])
    assert caught.value.problems[0].path == path
    assert len(memory) == 0


def test_a_missing_file_is_an_error_for_the_editor(memory: Memory, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        import_tmx(tmp_path / "none.tmx", memory, ["ar"])


def test_translate_toolkit_reads_what_we_write_and_we_read_what_it_writes(tmp_path: Path, memory: Memory) -> None:
    tmx_module = pytest.importorskip("translate.storage.tmx", reason="needs translate-toolkit")
    ours, theirs = tmp_path / "ours.tmx", tmp_path / "theirs.tmx"
    write_tmx(ours, UNITS[:1])
    with ours.open("rb") as stream:
        (unit,) = tmx_module.tmxfile(stream, "ar", "fr").units
    assert (unit.source, unit.target) == (UNITS[0].source, UNITS[0].target)

    store = tmx_module.tmxfile(sourcelanguage="ar", targetlanguage="fr")
    store.addtranslation(UNITS[0].source, "ar", UNITS[0].target, "fr")
    store.savefile(str(theirs))
    assert import_tmx(theirs, memory, ["ar", "fr"]) == 1
    assert list(memory.units()) == UNITS[:1]
