"""Social cards: a picture of each title, in its own script and from its own side."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from nashra.checks.run import check_site
from nashra.languages.cldr import language
from nashra.pipeline import build
from nashra.render.ground.phrases import phrase
from nashra.render.ground.theme import default_folder
from nashra.render.machines import card
from nashra.render.machines.card import SIZE, Cards
from nashra.settings import config
from support.commands import article_text, write_site
from support.tools import missing


def drawn(cards: Cards, title: str, lang: str) -> Image.Image:
    own = language(lang)
    return Image.open(BytesIO(cards.draw(phrase(title, lang, own), phrase("Nashra", "fr", own), own)))


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of what is written of the title: left, top, right, bottom."""
    rgb = image.convert("RGB").crop((0, 0, SIZE[0], 440))
    found = rgb.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert found
    return found


@pytest.fixture
def fribidi() -> None:
    """What Pillow needs of the system to draw Arabic."""
    if not card.can_draw():
        missing("FriBiDi (libfribidi0)")


@pytest.mark.usefixtures("fribidi")
@pytest.mark.parametrize(
    ("lang", "title", "rtl"),
    [
        ("ar", "الفيفا يمنح تنظيم كأس العالم 2030 للمغرب", True),
        ("ar", "بلغت النسبة 3,5% في الرباط", True),
        ("fr", "La BCE ramène son taux à 3 %", False),
        ("fr", "سد المسيرة يمتلئ", True),  # an Arabic title on a French page
        ("ar", "COP22 (Marrakech)", False),
    ],
)
def test_a_title_begins_at_the_side_where_its_script_begins(tmp_path: Path, lang: str, title: str, rtl: bool) -> None:
    image = drawn(Cards(tmp_path), title, lang)
    assert image.size == SIZE
    left, top, right, _ = inked(image)
    assert top >= 60
    assert (SIZE[0] - right if rtl else left) < 100


@pytest.mark.usefixtures("fribidi")
def test_letters_of_arabic_are_joined_and_in_order(tmp_path: Path) -> None:
    cards = Cards(tmp_path)
    joined, apart = inked(drawn(cards, "ممم", "ar")), inked(drawn(cards, "م م م", "ar"))
    assert joined[2] - joined[0] < (apart[2] - apart[0]) * 0.8
    # a figure stands at the left of the word before it
    both, word = inked(drawn(cards, "عام 2030", "ar")), inked(drawn(cards, "عام", "ar"))
    assert abs(both[2] - word[2]) <= 2 and both[0] < word[0] - 50


@pytest.mark.usefixtures("fribidi")
@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("fr", "Rabat et Salé (Maroc)"),
        ("en", "+3.5% in Q2 – 2030"),
        ("ar", "«سلا» (الرباط)"),
        ("ar", "بين 2020 – 2030"),
        ("ar", "نسبة 3,5% عام"),
        ("ar", "نادي Real Madrid هنا"),
        ("ar", "سعر ٣٫٥٪ من 12"),
        ("fr", "le mot «سلا الآن» dit"),
    ],
)
def test_words_stand_where_they_stand_in_the_line(tmp_path: Path, lang: str, title: str) -> None:
    def columns(image: Image.Image) -> list[bool]:
        """Where there is ink, in steps of six dots, so that a dot more between two words is few of them."""
        cut = image.convert("L").crop((0, 0, SIZE[0], 300)).point(lambda value: 255 * (value < 128))
        return [bool(cut.crop((left, 0, left + 6, 300)).getbbox()) for left in range(0, SIZE[0], 6)]

    dir = language(lang).dir
    line = Image.new("L", SIZE, 255)
    font = ImageFont.truetype(default_folder() / "cards/noto.woff2", 84, layout_engine=ImageFont.Layout.RAQM)
    x, anchor = (SIZE[0] - 90, "ra") if dir == "rtl" else (90, "la")
    ImageDraw.Draw(line).text((x, 69), title, 0, font, anchor, direction=dir, language=lang)
    shown, meant = columns(drawn(Cards(tmp_path), title, lang)), columns(line)
    assert sum(one != other for one, other in zip(shown, meant, strict=True)) <= 8


@pytest.mark.usefixtures("fribidi")
def test_a_long_title_gets_smaller_and_at_last_is_cut(tmp_path: Path) -> None:
    for words in (20, 60, 400):
        left, _, right, bottom = inked(drawn(Cards(tmp_path), "كلمة طويلة " * words, "ar"))
        assert left >= 80 and right <= SIZE[0] - 60 and bottom < 440


@pytest.mark.usefixtures("fribidi")
@pytest.mark.parametrize(
    ("lang", "title"),
    [("fr", "Le nouveau pont relie les rives"), ("ar", "نوتردام باريس تفتح أبوابها من جديد")],
)
def test_no_word_is_left_alone_in_the_last_line(tmp_path: Path, lang: str, title: str) -> None:
    rgb = drawn(Cards(tmp_path), title, lang).convert("L")
    rows = [
        rgb.crop((0, top, SIZE[0], top + 4)).point(lambda value: 255 * (value < 128)).getbbox()
        for top in range(0, 440, 4)
    ]
    inks = [each[2] - each[0] if each else 0 for each in rows]
    last = max(number for number, ink in enumerate(inks) if ink)
    assert max(inks[last - 20 :]) > 0.55 * max(inks)


@pytest.mark.usefixtures("fribidi")
def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    cards = Cards(tmp_path / "cards")
    own = language("ar")
    title, name = phrase("عنوان", "ar", own), phrase("نشرة", "ar", own)
    first = cards.draw(title, name, own)
    (kept,) = (tmp_path / "cards").iterdir()
    stamp = kept.stat().st_mtime_ns
    assert cards.draw(title, name, own) == first and kept.stat().st_mtime_ns == stamp
    # what a power cut has left of it is no card
    kept.write_bytes(first[:-20])
    assert cards.draw(title, name, own) == first == kept.read_bytes()


def site(folder: Path, settings: str = "") -> Path:
    write_site(folder, {"content/articles/2024/07/18-3f9a1c/ar.md": article_text("عنوان", "متن الخبر.")})
    file = folder / "nashra.toml"
    file.write_text(file.read_text("utf-8") + settings, "utf-8")
    return folder


@pytest.mark.usefixtures("fribidi")
def test_articles_and_home_pages_name_their_card(tmp_path: Path) -> None:
    output = build(config.load(site(tmp_path))).output
    article = next(output.glob("ar/2024/07/*.html"))
    pages = {output / "ar/index.html": "cards/ar/home.png", article: "cards/ar/3f/9a1c.png"}
    for page, path in pages.items():
        text = page.read_text("utf-8")
        assert f'<meta property="og:image" content="https://example.org/nashra/{path}">' in text
        assert '<meta name="twitter:card" content="summary_large_image">' in text
        with Image.open(output / path) as image:
            assert image.size == (1200, 630) and image.format == "PNG"
        assert (output / path).stat().st_size < 40_000
    assert "twitter:card" not in (output / "ar/topics.html").read_text("utf-8")


def test_there_are_none_where_they_are_off(tmp_path: Path) -> None:
    report = build(config.load(site(tmp_path, "cards = false\n")))
    assert not (report.output / "cards").exists()
    assert not re.search("twitter:card|og:image", (report.output / "ar/index.html").read_text("utf-8"))


@pytest.mark.usefixtures("fribidi")
def test_where_the_system_lacks_what_draws_arabic_that_is_said_until_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = config.load(site(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr("PIL.features.check", lambda feature: False)
        card.can_draw.cache_clear()
        for again in (False, True):
            report = build(settings, cached=True)
            (warning,) = report.warnings
            assert "FriBiDi" in warning.message and "libfribidi0" in warning.hint
            assert report.written == (0 if again else report.files)
            assert not (report.output / "cards").exists()
            assert not re.search("twitter:card|og:image", (report.output / "ar/index.html").read_text("utf-8"))
        # no fault of the site
        (found,) = [
            each
            for each in check_site(settings, datetime(2026, 11, 30, tzinfo=UTC)).findings
            if "FriBiDi" in each.message
        ]
        assert found.severity == "info"
    card.can_draw.cache_clear()
    assert build(settings, cached=True).warnings == ()
    assert (settings.output / "cards/ar/home.png").exists()


def test_the_face_of_arabic_headings_can_be_left_out(tmp_path: Path) -> None:
    output = build(config.load(site(tmp_path))).output
    assert '<link rel="stylesheet" href="../assets/fonts/ar.css">' in (output / "ar/index.html").read_text("utf-8")
    assert "fonts/" not in (output / "fr/index.html").read_text("utf-8")
    assert {path.name for path in (output / "assets/fonts").iterdir()} == {
        "ar.css",
        "naskh.woff2",
        "figures.woff2",
        "OFL.txt",
    }
    output = build(config.load(site(tmp_path, "fonts = false\n"))).output
    assert "fonts/" not in (output / "ar/index.html").read_text("utf-8")
