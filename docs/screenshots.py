"""Makes the pictures of the documentation from the demo site: `.venv/bin/python docs/screenshots.py`.

Needs Chromium (tests/tools.sh installs it) and Pillow (`.venv/bin/pip install pillow`). Writes docs/images/*.png, those
of the README; docs/images/pages/*.png, every kind of page in Arabic and French, on phones and on desks, light and dark;
and docs/pages.md, which shows the latter.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from nashra.pipeline import build
from nashra.settings import config

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
ARTICLE = "2024/07/*.html"

# kind of page -> (heading in docs/pages.md, page in Arabic, page in French): patterns below the language's folder
PAGES = {
    "home": ("Home", "index.html", "index.html"),
    "article": ("Article", "2024/12/*شطرنج.html", "2024/12/gukesh*.html"),
    "side-by-side": ("Translation beside its original", "original/2024/08/*.html", "original/2024/07/*.html"),
    "edition": ("Edition of a week", "editions/2024-W50.html", "editions/2024-W50.html"),
    "entity": ("Entity", "entities/paris.html", "entities/paris.html"),
    "search": ("Search", "search.html?q=المغربية", "search.html?q=olympique"),
}
SIZES = {"phone": (390, 844), "desktop": (1280, 860)}
SCHEMES = ("light", "dark")
# Bytes of a picture of a page: what a reader of the documentation on a phone may be asked to load for one.
MOST_BYTES = 150_000

# name -> (pages side by side, size of each, colour scheme)
PICTURES = {
    "both-directions": (("ar/" + ARTICLE, "fr/" + ARTICLE), (640, 860), "light"),
    "phone": (("ar/index.html", "en/index.html", "ar/" + ARTICLE), (360, 760), "dark"),
}


def main() -> int:
    """Take all pictures; 1 when there is no Chromium."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        print("there is no Chromium here", file=sys.stderr)
        return 1
    (IMAGES / "pages").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(replace(config.load(ROOT), output=Path(folder) / "site")).output
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, (patterns, size, scheme) in PICTURES.items():
            _picture(browser, name, [next(site.glob(pattern)) for pattern in patterns], size, scheme)
        for name, (_, *patterns) in PAGES.items():
            for lang, pattern in zip(("ar", "fr"), patterns, strict=True):
                path, _, query = pattern.partition("?")
                address = next((site / lang).glob(path)).as_uri() + (f"?{query}" if query else "")
                for size, scheme in product(SIZES, SCHEMES):
                    _page(browser, IMAGES / "pages" / f"{name}-{lang}-{size}-{scheme}.png", address, size, scheme)
        browser.close()
    (ROOT / "docs" / "pages.md").write_text(_gallery(), "utf-8")
    return 0


def _page(browser: Browser, target: Path, address: str, size: str, scheme: str) -> None:
    """What a reader sees of a page before scrolling."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        is_mobile=size == "phone",
    )
    page = context.new_page()
    page.goto(address)
    if "search.html" in address:
        page.wait_for_selector("#results li")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target)
    context.close()
    _shrink(target)
    if target.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{target.name} has more than {MOST_BYTES // 1000} kB")


FRONT_PAGE = """\
Before, the front page was a list. Every story weighed the same and none had a picture. On a phone, two rows of
links, the site's description and a box with the headlines of the newest edition came first: the first screen
said one headline twice, and the first story began at half its height. On a desk, a column of 53rem stood in the
middle of an empty window, and a fifth of it, beside the list, held nothing but dates. These two pictures are kept from
then; the code of today cannot make them again.

![Home before, Arabic, phone](images/pages/before-ar-phone.png)
![Home before, French, desktop](images/pages/before-fr-desktop.png)

Now the newest edition is the frame: one line above, with its day and the number of its articles. Below it one
story leads, with its picture; four stand beside it, with small pictures or with their first sentences; the
others follow by topic, and what is on no topic with others by time, with its age. Nothing stands twice. On a
phone the links are one row that a finger moves, search is a sign, About and Feeds are at the foot, and the
headline of the first story begins within the first quarter of the screen. On a desk the page has 66rem, and all
of them are used; the blocks of topics stand in columns about equally tall.
"""


def _gallery() -> str:
    """The text of docs/pages.md."""
    lines = ["# Every kind of page", ""]
    lines += ["The demo site in Arabic and French, on a phone and on a desk, light and dark.", ""]
    lines += ["`docs/screenshots.py` makes these pictures and this file.", ""]
    for name, (heading, *_) in PAGES.items():
        lines += [f"## {heading}", ""]
        if name == "home":
            lines += [FRONT_PAGE]
        for size in SIZES:
            for lang, tongue in (("ar", "Arabic"), ("fr", "French")):
                shots = " ".join(
                    f"![{heading}, {tongue}, {size}, {scheme}](images/pages/{name}-{lang}-{size}-{scheme}.png)"
                    for scheme in SCHEMES
                )
                lines += [f"{tongue}, {size}:", "", shots, ""]
    return "\n".join(lines)


def _picture(browser: Browser, name: str, pages: list[Path], size: tuple[int, int], scheme: str) -> None:
    """Pages beside each other, as frames of one page, in one picture."""
    width, height = size
    context = browser.new_context(
        viewport={"width": (width + 12) * len(pages), "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=1,
    )
    page = context.new_page()
    frames = "".join(
        f'<iframe src="{path.as_uri()}" style="width:{width}px;height:{height}px;border:0"></iframe>' for path in pages
    )
    board = Path(tempfile.mkdtemp()) / "board.html"
    board.write_text(
        f'<body style="margin:0;display:flex;gap:12px;background:#888;overflow:hidden">{frames}</body>', "utf-8"
    )
    page.goto(board.as_uri())
    page.wait_for_load_state("networkidle")
    target = IMAGES / f"{name}.png"
    page.screenshot(path=target)
    _shrink(target)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
    context.close()


def _shrink(target: Path) -> None:
    """128 colours are enough for pages of text, and make a third of the bytes."""
    Image.open(target).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
