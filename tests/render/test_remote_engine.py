"""Where texts were sent to another machine to be translated, every page says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nashra.pipeline import build
from nashra.settings import config
from support.commands import article_text, write_site


def test_every_page_names_the_host_to_which_texts_were_sent(tmp_path: Path) -> None:
    settings = config.load(
        write_site(
            tmp_path,
            {
                "content/articles/2024/07/18-3f9a1c/ar.md": article_text(
                    "وصول", "وصل الوفد.", more="aliases: [old/news.html]\n"
                )
            },
        )
    )
    remote = replace(settings.translate, url="https://llm.example.org:8443/v1", model="big", allow_remote=True)
    build(replace(settings, translate=remote))
    pages = {path: path.read_text("utf-8") for path in settings.output.rglob("*.html")}
    assert len(pages) > 10
    # one that sends its readers on at once, too
    assert "http-equiv" in pages[settings.output / "old/news.html"]
    assert [path for path, text in pages.items() if "llm.example.org:8443" not in text] == []
    arabic = next(text for path, text in pages.items() if path.parent.name == "ar")
    assert "إلى خادم خارجه لترجمتها" in arabic
    for here in (
        replace(remote, allow_remote=False),
        replace(remote, url="http://[::1]:8080/v1"),
        replace(remote, model=""),
    ):
        assert here.remote_host == ""
