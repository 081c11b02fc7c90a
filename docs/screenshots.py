"""Makes the pictures of the documentation from the demo site: `.venv/bin/python docs/screenshots.py`.

Needs Chromium (tests/tools.sh installs it) and Pillow (`.venv/bin/pip install pillow`). Writes docs/images/*.png.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from generator import config
from generator.build import build

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
ARTICLE = "2024/07/*.html"

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
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(replace(config.load(ROOT), output=Path(folder) / "site")).output
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, (patterns, size, scheme) in PICTURES.items():
            _picture(browser, name, [next(site.glob(pattern)) for pattern in patterns], size, scheme)
        browser.close()
    return 0


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
    # 128 colours are enough for pages of text, and make a third of the bytes
    Image.open(target).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
    context.close()


if __name__ == "__main__":
    sys.exit(main())
