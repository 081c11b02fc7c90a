"""Pelican. https://docs.getpelican.com/en/latest/content.html, .../settings.html#url-settings"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nashra.ingest.readers import front_matter
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.kit.slugs import make_slug
from nashra.move_in import configuration
from nashra.move_in.old_site import OldSite, OldText, entry, texts_below, words
from nashra.move_in.patterns import day_of

_FIELD = re.compile(r"\{(\w+)(?::([^}]*))?\}")


def settings_file(root: Path) -> Path | None:
    """The configuration of a Pelican site in `root`, None where there is none."""
    return configuration.first(root, ("pelicanconf.py",))


def read(root: Path, path: Path) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read."""
    known = configuration.read(path)
    publish = configuration.first(root, ("publishconf.py",))
    home = entry(configuration.read(publish), "SITEURL") if publish else ""
    content = root / (entry(known, "PATH") or "content")
    static = words(list(known.get("STATIC_PATHS", ["images"])))
    site = OldSite("Pelican", home or entry(known, "SITEURL"), media=(content, *(content / name for name in static)))
    pages = words(list(known.get("PAGE_PATHS", ["pages"])))
    for file in texts_below(content, (".md", ".markdown", ".rst")):
        if file.suffix == ".rst":
            site.left_out[file] = "reStructuredText is not read; turn it into Markdown first, with pandoc"
            continue
        try:
            is_page = any(file.is_relative_to(content / name) for name in pages)
            site.texts.append(_text(file, known, is_page=is_page))
        except ContentError as error:
            site.left_out[file] = error.problems[0].message
    return site


def _text(path: Path, known: Mapping[str, Any], *, is_page: bool) -> OldText:
    head = front_matter.split(read_text(path).replace("\r\n", "\n"), path)
    fields = head.fields
    default = entry(known, "DEFAULT_LANG") or "en"
    lang = entry(fields, "lang") or default
    slug = entry(fields, "slug") or make_slug(entry(fields, "title"))
    translated = entry(fields, "translation").lower() == "true"
    kind = "PAGE" if is_page else "ARTICLE"
    plain = "pages/{slug}.html" if is_page else "{slug}.html"
    localized = "pages/{slug}-{lang}.html" if is_page else "{slug}-{lang}.html"
    other = lang != default or translated
    pattern = entry(known, f"{kind}_LANG_URL") or localized if other else entry(known, f"{kind}_URL") or plain
    day = day_of(fields)
    values = {"slug": slug, "lang": lang, "category": make_slug(entry(fields, "category"))}

    def value(found: re.Match[str]) -> str:
        if found[1] == "date" and day is not None:
            return day.strftime(found[2] or "%Y-%m-%d")
        return values.get(found[1], "")

    address = entry(fields, "url") or _FIELD.sub(value, pattern)
    return OldText(
        path=path,
        head=head,
        lang=lang,
        key=f"slug {slug}",
        address=f"/{address.lstrip('/')}",
        slug=slug,
        is_page=is_page,
        is_translation=translated,
        terms=words(fields.get("category")),
    )
