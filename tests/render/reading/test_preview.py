"""What `nashra serve` shows to editors and `nashra build` does not show to readers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nashra.markup.blocks import fingerprint
from nashra.pipeline import build
from nashra.settings import config
from support.commands import article_text, write_site

SOURCE = ["وصل الوفد إلى باريس سنة 2024.", "فقرة ثانية.", "فقرة ثالثة."]
TARGET = ["The delegation came to Paris.", "A second one.", "A third one."]


def site(root: Path) -> Path:
    rows = [f"{fingerprint(one)}-{fingerprint(two)}" for one, two in zip(SOURCE, TARGET, strict=True)]
    rows[0] += " review"
    rows[1] = f"00000000{rows[1][8:]}"
    blocks = "".join(f"\n    - {row}" for row in rows)
    head = f"---\ntitle: A title\ntranslation:\n  from: ar\n  state: machine\n  engine: x\n  blocks:{blocks}\n---\n\n"
    folder = "content/articles/2024/07/18-3f9a1c"
    files = {
        f"{folder}/ar.md": article_text("عنوان", "\n\n".join(SOURCE)),
        f"{folder}/en.md": head + "\n\n".join(TARGET) + "\n",
    }
    return write_site(root, files)


def page(root: Path, *, preview: bool) -> str:
    settings = replace(config.load(root), output=root / ("preview" if preview else "site"))
    report = build(settings, preview=preview)
    assert report.problems == ()
    return next((settings.output / "en/2024/07").glob("*.html")).read_text("utf-8")


def test_a_preview_marks_doubtful_and_stale_blocks_with_the_reason(tmp_path: Path) -> None:
    text = page(site(tmp_path), preview=True)
    assert text.count('class="preview-mark"') == 2
    first, second = text.split('class="preview-mark"')[1:]
    assert "to review: numbers missing: 2024" in first
    assert "The delegation came to" in first
    assert "out of date" in second
    assert TARGET[1] in second


def test_readers_see_no_marks(tmp_path: Path) -> None:
    text = page(site(tmp_path), preview=False)
    assert "preview-mark" not in text
    assert "numbers missing" not in text
