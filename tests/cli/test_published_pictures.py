"""What `nashra build` publishes of pictures, and what it refuses."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site
from support.pictures import PLACE, exif, gif, jpeg, png, webp
from support.recordings import OWNER, box, document, film, pdf, song

FOLDER = "content/articles/2024/07/18-aaaaaa"


def site(tmp_path: Path, body: str, files: dict[str, bytes], more: str = "") -> Path:
    root = write_site(tmp_path, {f"{FOLDER}/ar.md": article_text("أمطار", body, more=more)})
    for name, data in files.items():
        (root / FOLDER / name).write_bytes(data)
    return root


def test_no_published_picture_says_where_it_was_taken(tmp_path: Path) -> None:
    files = {
        "lead.jpg": jpeg(40, 30, orientation=6),
        "صورة.png": png(4, 3, [(b"tEXt", b"Location\0" + PLACE)]),
        "map.gif": gif(4, 3, b"\x21\xfe\x10" + PLACE + b"\0"),
        "linked.webp": webp("VP8X", 40, 30, [(b"XMP ", PLACE)]),
    }
    body = "![نهر](صورة.png)\n\n![خريطة](map.gif)\n\n[الصورة](linked.webp)."
    root = site(tmp_path, body, files, "image: {file: lead.jpg, alt: فاس}\n")
    assert nashra("build", cwd=root).returncode == 0
    for name in files:
        written = (root / "site/media/aaaaaa" / name).read_bytes()
        assert written
        assert PLACE not in written
        assert (root / FOLDER / name).read_bytes() == files[name], "the editor's own file stays as it is"
    feed = (root / "site/ar/rss.xml").read_text(encoding="utf-8")
    assert f'length="{(root / "site/media/aaaaaa/lead.jpg").stat().st_size}"' in feed
    for archive in ("zip", "epub"):
        assert nashra("archive", "--format", archive, "-o", f"a.{archive}", cwd=root).returncode == 0
        assert PLACE not in (root / f"a.{archive}").read_bytes()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"<!doctype html><p>404", "is no picture"),
        (jpeg(40, 30)[:50], "is cut off or damaged"),
        (jpeg(40000, 40000), "has 40000 by 40000 pixels"),
    ],
)
def test_what_is_no_picture_is_told_with_file_and_line(data: bytes, said: str, tmp_path: Path) -> None:
    root = site(tmp_path, "فقرة.\n\n![نهر](river.jpg)", {"river.jpg": data})
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    assert f"{FOLDER}/ar.md:9" in done.stderr
    assert f"'river.jpg' {said}" in done.stderr
    lead = site(tmp_path / "lead", "فقرة.", {"river.jpg": data}, "image: {file: river.jpg, alt: نهر}\n")
    done = nashra("build", cwd=lead)
    assert done.returncode == 1
    assert f"{FOLDER}/ar.md:5" in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("River.jpg", "river.jpg"),
        (unicodedata.normalize("NFC", "été.jpg"), unicodedata.normalize("NFD", "été.jpg")),
        (unicodedata.normalize("NFC", "أمطار.jpg"), unicodedata.normalize("NFD", "أمطار.jpg")),
    ],
)
def test_two_files_that_many_disks_take_for_one_are_told(first: str, second: str, tmp_path: Path) -> None:
    files = {first: jpeg(40, 30), second: jpeg(30, 40)}
    root = site(tmp_path, f"![نهر]({first})\n\n![واد]({second})", files)
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    assert "but for capitals or the form of a letter" in done.stderr


def test_a_picture_goes_out_clean_whatever_it_is_called_and_wherever_it_lies(tmp_path: Path) -> None:
    photo = jpeg(40, 30, orientation=6)
    body = "[نص](note.txt)\n\n![شكل](draw.svg)\n\n![نهر](River.jpg)\n\n![نهر](<a&b #1?.jpg>)"
    root = site(tmp_path, body, {"note.txt": photo, "draw.svg": b"<svg/>", "river.jpg": photo, "a&b #1?.jpg": photo})
    (root / "static").mkdir()
    (root / "static/photo.jpg").write_bytes(photo)
    (root / "static/plain.png").write_bytes(png(4, 3))
    (root / "static/cut.jpg").write_bytes(photo[:60])
    (root / "static/logo").write_bytes(photo)
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    for said in (
        f"{FOLDER}/ar.md:7: the link 'note.txt' is a picture, and its name does not say so (.jpg)",
        f"{FOLDER}/ar.md:9: the link 'draw.svg' is no kind of file that is published (it can hold scripts",
        f"{FOLDER}/ar.md:11: the link 'River.jpg' is not there (there is 'river.jpg'",
        f"{FOLDER}/ar.md:13: the link 'a&b #1?.jpg' ends at its # or ? for browsers (write %23 for #, and %3F for ?)",
        "static/cut.jpg: this picture is cut off or damaged",
    ):
        assert said in done.stderr
    published = root / "site"
    assert not [path for path in published.rglob("*") if path.is_file() and PLACE in path.read_bytes()]
    assert (published / "photo.jpg").read_bytes() == (published / "logo").read_bytes()
    assert (published / "photo.jpg").read_bytes().startswith(b"\xff\xd8")
    assert (published / "plain.png").read_bytes() == png(4, 3)
    assert not (published / "cut.jpg").exists()


def test_films_and_sounds_go_out_clean_and_what_documents_tell_is_said(tmp_path: Path) -> None:
    body = "[فيلم](film.mp4) و[صوت](song.mp3) و[تقرير](report.pdf)."
    files = {"film.mp4": film(), "song.mp3": song(), "report.pdf": pdf("2 0 obj\n<< /Author (Jean) >>\nendobj\n")}
    root = site(tmp_path, body, files)
    (root / FOLDER / "fr.md").write_text(article_text("Pluies", "[rapport](report.pdf)"), encoding="utf-8")
    (root / "static").mkdir()
    (root / "static/film.mp4").write_bytes(film())
    (root / "static/plan.docx").write_bytes(document({"word/document.xml": "<w:del/>"}))
    (root / "static/river.heic").write_bytes(box(b"ftyp", b"heic") + exif(1) + b"GPSLatitude")
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    for said in (
        f"{FOLDER}/report.pdf: this file names its author: Jean (save it without that, or leave it so",
        "static/plan.docx: this file keeps what was changed and deleted in it",
        "static/river.heic: this photograph says where it was taken; it is not published (save it as JPEG)",
    ):
        assert done.stderr.count(said) == 1
    found = nashra("check", cwd=root).stdout
    assert "names its author: Jean" in found
    assert "this photograph says where it was taken" in found
    settings = root / "nashra.toml"
    settings.write_text(settings.read_text("utf-8") + 'document_authors = ["JEAN"]\n', "utf-8")
    done = nashra("build", cwd=root)
    assert "names its author" not in done.stderr and "keeps what was changed" in done.stderr
    written = {path.name: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    assert not [name for name, data in written.items() if OWNER in data or b"34.0333" in data]
    assert written["report.pdf"] == files["report.pdf"], "it may be signed"
    assert "plan.docx" in written
    assert "river.heic" not in written
    again = nashra("build", cwd=root)
    assert again.stderr == done.stderr


def test_files_that_are_not_what_their_names_say_are_told_and_typed_html_names_files_too(tmp_path: Path) -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n"
    lines = [
        "[فيلم](film.mp4)",
        "[تقرير](report.pdf)",
        "![نهر](river.jpg)",
        "[صوت](song.mp3)",
        "![مجلد](folder.jpg)",
        "<img src='there.png' alt='شكل'> و<a href=plan.pdf>تصميم</a> و<a href='gone.pdf'>ضائع</a>",
        "[موقع](www.example.org/a) و[بريد](desk@example.org) و[شبكة](https//example.org)",
    ]
    files = {"film.mp4": b"", "report.pdf": b"<!DOCTYPE html><title>404", "river.jpg": pointer, "song.mp3": pointer}
    files |= {"there.png": png(4, 3), "plan.pdf": pdf()}
    root = site(tmp_path, "\n\n".join(lines), files)
    (root / FOLDER / "folder.jpg").mkdir()
    (root / "static").mkdir()
    (root / "static/empty.pdf").write_bytes(b"")
    (root / "content/pages/about").mkdir(parents=True)
    (root / "content/pages/about/ar.md").write_text("---\ntitle: من نحن\n---\n\nنص\n", encoding="utf-8")
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    for line, said in (
        (7, "the link 'film.mp4' is empty"),
        (9, "the link 'report.pdf' is a web page, and no PDF"),
        (11, "the link 'river.jpg' is not here yet: git keeps it elsewhere (run `git lfs pull`"),
        (13, "the link 'song.mp3' is not here yet"),
        (15, "the link 'folder.jpg' is a folder"),
        (17, "the link 'gone.pdf' is not there"),
        (19, "the link 'www.example.org/a' leads to nothing on this site (write https://www.example.org/a)"),
        (19, "the link 'desk@example.org' leads to nothing on this site (write mailto:desk@example.org)"),
        (19, "the link 'https//example.org' leads to nothing on this site (write https://example.org)"),
    ):
        assert f"{FOLDER}/ar.md:{line}: {said}" in done.stderr
    assert "static/empty.pdf: this file is empty" in done.stderr
    assert (
        "content/pages/about/ar.md: this page is not read (pages lie in pages/ itself: call it about.ar.md"
        in done.stderr
    )
    assert sorted(path.name for path in (root / "site/media/aaaaaa").iterdir()) == ["plan.pdf", "there.png"]
