"""Jekyll. https://jekyllrb.com/docs/permalinks/, https://polyglot.untra.io/"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from nashra.ingest.readers import front_matter
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.move_in import configuration
from nashra.move_in.old_site import OldSite, OldText, entry, words
from nashra.move_in.patterns import day_of, fill

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_POST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)\Z")
_KEYS = ("ref", "translation_key", "translation_id", "page_id", "lang_ref")
_CODE = re.compile(r"[a-z]{2,3}\Z")


def settings_file(root: Path) -> Path | None:
    """The configuration of a Jekyll site in `root`, None where there is none."""
    return configuration.first(root, ("_config.yml", "_config.yaml", "_config.toml"))


def read(root: Path, path: Path) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read."""
    known = configuration.read(path)
    home = entry(known, "url").rstrip("/") + "/" + entry(known, "baseurl").strip("/")
    site = OldSite("Jekyll", home if home.startswith("http") else "", media=(root,))
    for file in _files(root):
        try:
            found = _text(root, file, known)
        except ContentError as error:
            site.left_out[file] = error.problems[0].message
            continue
        if found is not None:
            site.texts.append(found)
    return site


def _files(root: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(root):
        folders[:] = sorted(
            name
            for name in folders
            if name in ("_posts", "_drafts")
            or (not name.startswith(("_", ".")) and name not in ("node_modules", "vendor"))
        )
        yield from (Path(at) / name for name in sorted(names) if name.endswith((".md", ".markdown")))


def _text(root: Path, path: Path, known: Mapping[str, Any]) -> OldText | None:
    inner = PurePosixPath(path.relative_to(root).as_posix())
    source = read_text(path).replace("\r\n", "\n")
    if not source.lstrip("\ufeff").startswith("---"):
        return None  # Jekyll copies such files as they are
    head = front_matter.split(source, path)
    fields = {**_defaults(inner, known), **head.fields}
    is_post = "_posts" in inner.parts or "_drafts" in inner.parts
    named = _POST.match(inner.stem) if is_post else None
    name = named[4] if named else inner.stem
    above = inner.parts[: inner.parts.index("_posts" if "_posts" in inner.parts else "_drafts")] if is_post else ()
    folder_lang = next((part for part in inner.parts[:-1] if _CODE.match(part) and part in _languages(known)), "")
    lang = entry(fields, "lang", "language") or folder_lang
    categories = words(fields.get("categories")) or tuple(entry(fields, "category").split())
    slug = entry(fields, "slug") or (name if is_post else inner.parent.name if inner.stem == "index" else inner.stem)
    day = day_of(fields) or (date(*(int(named[at]) for at in (1, 2, 3))) if named else None)
    pattern = entry(fields, "permalink") or (entry(known, "permalink") or "date" if is_post else "")
    pattern = _STYLES.get(pattern, pattern)
    if not pattern:
        inner_path = inner.with_suffix(".html")
        address = f"/{inner_path}".removesuffix("index.html")
    else:
        values = {
            "categories": "/".join((*above, *categories)).lower(),
            "title": slug,
            "slug": slug,
            "output_ext": ".html",
        }
        address = fill(pattern.replace(":output_ext", ".html").replace(":title", ":slug"), values, fields, day)
    given = entry(fields, *_KEYS)
    key = f"key {given}" if given else f"permalink {entry(fields, 'permalink')}" if entry(fields, "permalink") else None
    if key is None and named:
        key = f"post {named[0]}"
    elif key is None:
        key = f"page {'/'.join(part for part in inner.with_suffix('').parts if part != folder_lang)}"
    return OldText(
        path=path,
        head=head,
        lang=lang or entry(known, "lang", "default_lang") or None,
        key=key,
        address=_localized(address, lang, known),
        slug=slug,
        aliases=words(fields.get("redirect_from")),
        is_page=not is_post,
        terms=categories,
    )


def _languages(known: Mapping[str, Any]) -> tuple[str, ...]:
    return words(known.get("languages"))


def _localized(address: str, lang: str, known: Mapping[str, Any]) -> str:
    """Polyglot sets every language but the default one below its code."""
    codes = _languages(known)
    default = entry(known, "default_lang") or (codes[0] if codes else "")
    if not codes or not lang or lang == default or address.startswith(f"/{lang}/"):
        return address
    return f"/{lang}{address}"


def _defaults(inner: PurePosixPath, known: Mapping[str, Any]) -> dict[str, Any]:
    """What the configuration's `defaults` say of a file: later and longer scopes win."""
    found: list[tuple[int, Mapping[str, Any]]] = []
    rows = known.get("defaults")
    for row in rows if isinstance(rows, list) else ():
        scope = row.get("scope") if isinstance(row, dict) else None
        values = row.get("values") if isinstance(row, dict) else None
        if not isinstance(values, dict):
            continue
        path = entry(scope, "path").strip("/") if isinstance(scope, dict) else ""
        if not path or str(inner).startswith(f"{path}/") or str(inner) == path:
            found.append((len(path), values))
    merged: dict[str, Any] = {}
    for _, values in sorted(found, key=lambda each: each[0]):
        merged |= {str(name).lower(): value for name, value in values.items()}
    return merged
