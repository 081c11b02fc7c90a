"""Pictures and players of a page, however its scripts and its markup hide them."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from support.imported import read

FIRST = "<p>افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان والتلاميذ وأوليائهم.</p>"
LAST = "<p>وقالت المديرة إن المدرسة تضم اثني عشر فصلا ومكتبة، وإن الدروس ستبدأ فيها مطلع الأسبوع المقبل.</p>"
A = "https://example.org/"


def body(part: str, after: str = LAST) -> str:
    html = f"<html><head><title>مدرسة جديدة</title></head><body><article><h1>مدرسة جديدة</h1>{FIRST}{part}{after}</article>"
    given = {"lang": "ar", "timezone": ZoneInfo("UTC"), "date": "2024-07-18"}
    return read(html.encode(), Path("page.html"), **given).draft.body  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (f'<picture><source srcset="{A}a.avif"><img src="{A}a.jpg"></picture>', "a.jpg"),
        (f'<picture><source srcset="{A}a.avif"><source srcset="{A}a.webp"/><img src="{A}a.jpg"/></picture>', "a.jpg"),
        (f'<picture><source srcset="{A}s.webp 400w, {A}l.webp 1200w"><img alt="x"></picture>', "l.webp"),
        (
            f'<amp-img src="{A}a.jpg" width="800" height="500"><noscript><img src="{A}b.jpg"></noscript></amp-img>',
            "a.jpg",
        ),
        (f'<img src="{A}1x1.trans.gif" data-src="{A}a.jpg">', "a.jpg"),
        (f'<img src="data:image/gif;base64,R0lGOD" data-lazy-src="{A}a.jpg">', "a.jpg"),
        (f'<img src="{A}placeholder.png" data-srcset="{A}s.jpg 300w, {A}l.jpg 900w">', "l.jpg"),
        (f'<img src="{A}s.jpg" srcset="{A}s.jpg 300w, {A}m.jpg 600w, {A}l.jpg 1024w">', "l.jpg"),
        (f'<img src="{A}thumb.jpg" data-src="{A}a.jpg">', "a.jpg"),
        ('<img src="page_files/a.jpg" srcset="https://example.org/l.jpg 900w">', None),
    ],
)
def test_the_largest_real_picture_is_shown(html: str, address: str | None) -> None:
    text = body(f"<figure>{html}<figcaption>المدرسة الجديدة</figcaption></figure>")
    if address is None:  # it was saved with the page, and its file is not there
        assert "![" not in text
    else:
        assert f'({A}{address} "المدرسة الجديدة")' in text
        assert text.count("المدرسة الجديدة") == 1


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (
            '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        (f'<video controls><source src="{A}v.mp4" type="video/mp4"></video>', f"{A}v.mp4"),
        (f'<audio src="{A}s.mp3"></audio>', f"{A}s.mp3"),
        ('<amp-youtube data-videoid="abcdefghijk"></amp-youtube>', "https://www.youtube.com/watch?v=abcdefghijk"),
        (
            '<div class="fb-post a" data-href="https://www.facebook.com/a/posts/1"></div>',
            "https://www.facebook.com/a/posts/1",
        ),
        ('<script async data-telegram-post="a_channel/12"></script>', "https://t.me/a_channel/12"),
        (
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"><p>رقصة</p></blockquote>',
            "https://www.tiktok.com/@a/video/1",
        ),
        (f'<object data="{A}o.pdf"><p>متصفحك لا يعرض هذا</p></object>', f"{A}o.pdf"),
        (f'<embed type="application/pdf" src="{A}o?id=1">', f"{A}o?id=1"),
    ],
)
def test_a_player_becomes_a_link_wherever_it_stands(html: str, address: str) -> None:
    assert f"]({address})" in body(html)
    assert f"]({address})" in body(LAST, html)
    assert f"]({address})" in body(LAST, f"<div>{html}</div>")


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0" width="0"></iframe>',
        '<iframe src="https://ad.doubleclick.net/x"></iframe>',
        '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
        '<iframe src="https://example.org/count" width="1" height="1"></iframe>',
        '<object data="https://example.org/a.swf"></object><script data-telegram-post="javascript:1"></script>',
    ],
)
def test_a_frame_that_shows_nothing_leaves_nothing(html: str) -> None:
    assert body(html) == body("")
