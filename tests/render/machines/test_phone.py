"""What a reader's device keeps: the worker that reads on without a network, and the web app manifests."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config

PageText = Callable[[str], str]
BULLETIN = Path(__file__).parents[2] / "sites" / "bulletin"


def test_the_worker_keeps_the_newest_editions_of_each_language_and_their_articles(
    report: BuildReport, page: PageText
) -> None:
    script = page("sw.js")
    assert script.isascii()
    (kept,) = re.findall(r"^const KEPT = (.*);$", script, re.MULTILINE)
    for lang, paths in json.loads(kept).items():
        days = sorted(path.stem for path in (report.output / lang / "editions").glob("????-??-??.html"))[-3:]
        assert [path for path in paths if "/editions/" in path] == [f"{lang}/editions/{day}.html" for day in days[::-1]]
        assert f"{lang}/index.html" in paths and "assets/style.css" in paths
        # what its editions lead to, be it in another language
        assert any(re.match(r"[a-z]{2}/\d{4}/\d\d/", path) for path in paths)
        assert len(paths) == len(set(paths))


def test_each_language_has_the_manifest_of_an_app(report: BuildReport, page: PageText) -> None:
    for lang, dir in (("ar", "rtl"), ("fr", "ltr")):
        manifest = json.loads(page(f"{lang}/app.webmanifest"))
        assert manifest["name"] and manifest["dir"] == dir and manifest["start_url"] == "./"
        for icon in manifest["icons"]:
            assert (report.output / lang / icon["src"]).is_file()
        assert f'data-manifest="../{lang}/app.webmanifest"' in page(f"{lang}/index.html")


def test_the_home_screen_of_a_phone_that_cuts_icons_itself_gets_one_without_corners(
    report: BuildReport, page: PageText
) -> None:
    assert '<link rel="apple-touch-icon" href="../assets/touch.png">' in page("ar/index.html")
    with Image.open(report.output / "assets/touch.png") as icon:
        assert icon.size == (180, 180) and "transparency" not in icon.info
        assert icon.convert("RGB").getpixel((0, 0)) == icon.convert("RGB").getpixel((179, 179))


def test_where_it_is_off_nothing_is_kept_and_what_was_kept_goes(tmp_path: Path) -> None:
    output = build(replace(config.load(BULLETIN), output=tmp_path / "site", offline=False)).output
    script = (output / "sw.js").read_text("utf-8")
    assert "unregister()" in script and "caches.delete" in script and "KEPT" not in script
    assert not list(output.rglob("*.webmanifest"))
    assert "manifest=" not in (output / "ar" / "index.html").read_text("utf-8")
