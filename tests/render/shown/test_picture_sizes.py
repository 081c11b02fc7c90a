"""Pictures on pages: in several sizes, cut in lists around a point, whole in archives and feeds."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from PIL import Image

from nashra.archives.making import make_archive
from nashra.archives.selection import Selection
from nashra.content import store
from nashra.kit.pictures import shrink
from nashra.pipeline import build
from nashra.settings import config
from support.commands import article_text, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"


def site(folder: Path, image: str = "file: صورة 1.jpg, alt: سد, focus: 0% 50%") -> Path:
    body = "متن الخبر.\n\n![قارب](boat.jpg)\n"
    write_site(folder, {f"{FOLDER}/ar.md": article_text("عنوان", body, more=f"image: {{{image}}}\n")})
    noise = Image.effect_noise((1500, 900), 80).convert("RGB")
    for name in ("صورة 1.jpg", "boat.jpg"):
        noise.save(folder / FOLDER / name, quality=90)
    return folder


def sources(html: str) -> list[tuple[str, int]]:
    found = [each.split() for text in re.findall(r'srcset="([^"]*)"', html) for each in text.split(", ")]
    return [(address, int(width.removesuffix("w"))) for address, width in found]


def test_every_size_that_a_page_names_is_there_and_as_wide_as_it_says(tmp_path: Path) -> None:
    report = build(config.load(site(tmp_path)))
    assert report.problems == () and report.warnings == ()
    seen = 0
    for page in report.output.rglob("*.html"):
        for address, width in sources(page.read_text("utf-8")):
            with Image.open(page.parent / unquote(address)) as image:
                assert image.width == width
            seen += 1
    assert seen > 20


def test_an_article_shows_the_whole_and_lists_what_lies_around_the_focus(tmp_path: Path) -> None:
    output = build(config.load(site(tmp_path))).output
    article = next((output / "ar/2024/07").glob("*.html")).read_text("utf-8")
    lead, text = (part for part in article.split('<div class="text">'))
    own = re.sub("<source[^>]*>", "", lead)  # WebP is there where it is smaller
    assert [width for _, width in sources(own)] == [480, 960, 1440, 1500]
    assert 'width="1500" height="900"' in lead and "loading" not in lead.partition("<figure")[2]
    assert [width for _, width in sources(text)][-1] == 1500 and 'loading="lazy"' in text
    home = (output / "ar/index.html").read_text("utf-8")
    assert "-0x05-cut-480.jpg" in home and 'width="480" height="320"' in home


def test_without_pillow_the_same_pages_show_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shrink, "can_shrink", lambda: False)
    output = build(config.load(site(tmp_path))).output
    for path in output.rglob("*.html"):
        assert "srcset" not in path.read_text("utf-8")
    home = (output / "ar/index.html").read_text("utf-8")
    assert 'src="../media/3f9a1c/%D8%B5%D9%88%D8%B1%D8%A9%201.jpg"' in home and 'width="1500" height="900"' in home


def test_an_archive_has_each_picture_once_and_names_no_other_size(tmp_path: Path) -> None:
    settings = config.load(site(tmp_path))
    make_archive(settings, Selection(), "zip", tmp_path / "a.zip", lambda *_: None)
    with ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        pages = [archive.read(name).decode("utf-8") for name in names if name.endswith(".html")]
    assert not any("srcset" in page or "<source" in page for page in pages)
    assert not any("-whole-" in name for name in names)
    shown = {Path(address).name for page in pages for address in re.findall(r'<img src="([^"]*)"', page)}
    assert shown and all(any(Path(name).name == each or "%" in each for name in names) for each in shown)


@pytest.mark.parametrize(
    ("focus", "expected"),
    [("30% 20%", (0.3, 0.2)), ("'٣٠٪ ٢٠٪'", (0.3, 0.2)), ("12.5%, 100%", (0.125, 1.0)), ("0 % 0 %", (0.0, 0.0))],
)
def test_a_focus_is_two_shares_in_any_digits(tmp_path: Path, focus: str, expected: tuple[float, float]) -> None:
    root = site(tmp_path, f"file: boat.jpg, alt: قارب, focus: {focus if focus[0] == chr(39) else repr(focus)}")
    content, problems = store.load(config.load(root))
    assert problems == []
    picture = content.articles[0].original.picture
    assert picture and picture.focus == expected


@pytest.mark.parametrize("focus", ["top", "30%", "30 20", "120% 10%", "10% 20% 30%", "-10% 5%"])
def test_any_other_focus_is_named_with_its_line(tmp_path: Path, focus: str) -> None:
    _, problems = store.load(config.load(site(tmp_path, f"file: boat.jpg, alt: قارب, focus: '{focus}'")))
    (problem,) = problems
    assert "`focus` is" in problem.message and problem.line and problem.path
