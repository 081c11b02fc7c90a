"""The zip: names and bytes."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from nashra.archives.selection import Selection
from nashra.kit.errors import NashraError
from support.archives import archive, hostile_site
from support.commands import article_text, write_site
from support.newspaper import newspaper


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        root = hostile_site(tmp_path / name / "site")
        for number, file in enumerate(sorted(root.rglob("*"), reverse=name == "two")):
            os.utime(file, (1_000_000_000 + number, 1_000_000_000 + number))
        archive(root, "zip", tmp_path / f"{name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_names_are_utf_8_in_one_folder_and_take_the_date_of_the_newest_change(tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zip", tmp_path / "a.zip", Selection(month="2024-07", langs=("ar",)))
    entries = ZipFile(tmp_path / "a.zip").infolist()
    assert {entry.filename.partition("/")[0] for entry in entries} == {"نشرة-2024-07-ar"}
    assert len({entry.filename.casefold() for entry in entries}) == len(entries)
    for entry in entries:
        # bit 11: APPNOTE.TXT 4.4.4
        assert entry.filename.isascii() or entry.flag_bits & 0x800
        assert entry.filename == unicodedata.normalize("NFC", entry.filename)
        assert entry.date_time == (2024, 7, 19, 10, 0, 0)
        assert entry.external_attr >> 16 == 0o100644
        assert (entry.compress_type == ZIP_STORED) == entry.filename.endswith((".jpg", ".png", ".woff2"))


@pytest.mark.parametrize(("date", "expected"), [("1912-05-06", (1980, 1, 1)), ("2024-07-18", (2024, 7, 18))])
def test_dates_that_zip_does_not_know_become_its_first(
    tmp_path: Path, date: str, expected: tuple[int, int, int]
) -> None:
    folder = f"content/articles/{date[:4]}/{date[5:7]}/{date[8:]}-aaaaaa"
    site = write_site(tmp_path / "s", {f"{folder}/ar.md": article_text("قديم", "نص.", date=date)})
    archive(site, "zip", tmp_path / "a.zip")
    assert {entry.date_time[:3] for entry in ZipFile(tmp_path / "a.zip").infolist()} == {expected}


def test_an_old_archive_is_replaced_and_anything_else_is_left_alone(tmp_path: Path) -> None:
    site = newspaper(tmp_path / "site")
    file = tmp_path / "a.zip"
    archive(site, "zip", file, Selection(articles=("aaaa01",)))
    first = file.read_bytes()
    file.chmod(0o640)
    archive(site, "zip", file, Selection(articles=("aaaa02",)))
    assert file.read_bytes() != first
    assert file.stat().st_mode & 0o777 == 0o640
    file.write_bytes(b"years of work")
    for path, said in (
        (file, "no .zip archive"),
        (tmp_path / "a.doc", "must end in .zip"),
        (tmp_path / "none" / "a.zip", "is not there"),
    ):
        with pytest.raises(NashraError) as caught:
            archive(site, "zip", path)
        assert said in str(caught.value)
    assert file.read_bytes() == b"years of work"
    book = tmp_path / "a.epub"
    for id in ("aaaa01", "aaaa02"):
        archive(site, "epub", book, Selection(articles=(id,)))
    book.unlink()
    for name in ("zip", "epub"):
        photos = tmp_path / f"photos.{name}"
        with ZipFile(photos, "w") as other:
            other.writestr("photos/index.html", "years of work")
        kept = photos.read_bytes()
        with pytest.raises(NashraError, match="Nashra has not made it"):
            archive(site, name, photos)
        assert photos.read_bytes() == kept
        photos.unlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "site"]


def test_a_site_without_arabic_makes_archives_too(tmp_path: Path) -> None:
    files = {"content/articles/2024/07/18-aaaaaa/es.md": article_text("Hola, señor", "Texto.", lang="es")}
    site = write_site(tmp_path / "s", files)
    toml = site / "nashra.toml"
    toml.write_text(toml.read_text("utf-8").replace('["ar", "fr", "en"]', '["es", "en"]'), "utf-8")
    for format in ("zip", "epub"):
        report = archive(site, format, tmp_path / f"a.{format}")
        assert report.problems == ()
    names = ZipFile(tmp_path / "a.zip").namelist()
    assert any(name.endswith("/es/2024/07/aaaaaa.html") for name in names)
    assert not any("/ar/" in name or "/fr/" in name for name in names)
