"""What `nashra init` writes: an empty site that builds."""

from __future__ import annotations

import os
from pathlib import Path

from generator import config
from generator.errors import ConfigError, NashraError
from generator.files import is_folder, write_atomic

DEFAULT_TITLE = "نشرة"
DEFAULT_LANGUAGES = "ar,fr,en"
DEFAULT_URL = "https://example.org/"

_ABOUT = {
    "ar": ("عن الموقع", "اكتبوا هنا من أنتم وما الذي ينشره هذا الموقع. هذا الملف هو `content/pages/about.ar.md`."),
    "fr": (
        "À propos",
        "Écrivez ici qui vous êtes et ce que publie ce site. Ce fichier est `content/pages/about.fr.md`.",
    ),
    "en": ("About", "Write here who you are and what this site publishes. This file is `content/pages/about.en.md`."),
}

_TOML = """\
# The settings of this site. Lines that start with # are comments; docs/configuration.md explains every key.

[site]
# Where the site will be published. Links in feeds and the sitemap start with it.
url = {url}
# The first language is the default one.
languages = [{languages}]
# One text for all languages, or one for each: title = {{ ar = "نشرة", fr = "Bulletin", en = "Bulletin" }}
title = {title}
description = ""
timezone = "{timezone}"
# Articles on one page of a list, and in a feed.
page_size = 20
feed_items = 50

# Months, digits and the order of dates follow the region of a language.
# [languages.ar]
# region = "MA"     # EG, LB, DZ, ...
# digits = "latn"   # or "arab" for ٠-٩
"""

_TOPICS = """\
# Topics: an id, used in the front matter of articles and in addresses, and its name in each language.
# security:
#   ar: أمن
#   fr: Sécurité
#   en: Security
"""

_ENTITIES = """\
# {what}. Each is found in the texts of all languages, tagged, linked, and gets a page of its own.
# - id: {id}
#   names:
#     ar: {ar}
#     fr: {fr}
#     en: {en}
#   aliases:
#     ar: [{alias_ar}]
"""

_ENTITY_FILES = {
    "people": ("People", "ibn-battuta", "ابن بطوطة", "Ibn Battûta", "Ibn Battuta", "الرحالة الطنجي"),
    "organizations": ("Organizations", "unesco", "اليونسكو", "UNESCO", "UNESCO", "منظمة اليونسكو"),
    "places": ("Places", "rabat", "الرباط", "Rabat", "Rabat", "العاصمة المغربية"),
    "events": ("Events", "world-cup-2030", "كأس العالم 2030", "Coupe du monde 2030", "2030 World Cup", "مونديال 2030"),
}

_GITIGNORE = """\
# What Nashra makes; everything of yours is in content/, templates/ and nashra.toml.
/site/
/.nashra/
"""


def write_site(folder: Path, title: str, languages: list[str], url: str) -> list[Path]:
    """Write the files of a new site into `folder` and return their paths.

    Files that are there already stay as they are; nashra.toml comes last, so that a run that fails can be repeated.
    Raises ConfigError when `folder` is a site already, or a setting is wrong; nothing is written then. Raises
    NashraError when the disk does not allow it.
    """
    if os.path.lexists(folder) and not is_folder(folder):
        raise ConfigError(f"{folder} is a file", hint="choose another folder")
    root = folder.resolve()
    if os.path.lexists(root / config.FILE_NAME):
        raise ConfigError(f"{folder} is a site already", path=root / config.FILE_NAME, hint="choose another folder")
    toml = _TOML.format(
        url=_quote(url),
        languages=", ".join(_quote(code) for code in languages),
        title=_quote(title),
        timezone="Africa/Casablanca" if "ar" in languages else "UTC",
    )
    try:
        config.parse(toml, root)
    except ConfigError as error:
        # there is no file yet to point at
        (problem,) = error.problems
        raise ConfigError(f"no site was made: {problem.message}", hint=problem.hint) from None
    files = {".gitignore": _GITIGNORE, "content/topics.yaml": _TOPICS}
    for name, (what, id_, ar, fr, en, alias) in _ENTITY_FILES.items():
        files[f"content/entities/{name}.yaml"] = _ENTITIES.format(
            what=what, id=id_, ar=ar, fr=fr, en=en, alias_ar=alias
        )
    for code in languages:
        about_title, text = _ABOUT.get(code, _ABOUT["en"])
        files[f"content/pages/about.{code}.md"] = f"---\ntitle: {about_title}\nlang: {code}\n---\n\n{text}\n"
    files[config.FILE_NAME] = toml
    written = []
    for name, text in files.items():
        path = root / name
        if os.path.lexists(path):
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NashraError(f"the folder cannot be made: {error.strerror}", path=path.parent) from None
        write_atomic(path, text)
        written.append(path)
    try:
        (root / "content" / "articles").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NashraError(f"the folder cannot be made: {error.strerror}", path=root / "content" / "articles") from None
    return written


def _quote(text: str) -> str:
    """`text` as a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if " " <= char != "\x7f" else f"\\u{ord(char):04x}" for char in escaped) + '"'
