"""A small site without a fault, to plant faults in: every line of it is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from nashra.checks.built_site import BuiltSite
from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.checks.run import DEFAULT, check_site
from nashra.model import Content
from nashra.settings.config import load
from support.commands import write_site
from support.pictures import png

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://news.rabat.ma/nashra/"
FOLDER = "content/articles/2024/07/18-3f9a1c"
AR, FR, EN, OTHER = f"{FOLDER}/ar.md", f"{FOLDER}/fr.md", f"{FOLDER}/en.md", "content/articles/2024/07/19-bbbb02/ar.md"
PLACES = "content/entities/places.yaml"
ABOUT = "content/pages/about.ar.md"

# Line 1 is the first ---; a translation is by people, so that nothing is stale.
_ORIGINAL = """\
---
title: وصول الوفد إلى باريس
lang: ar
date: 2024-07-18
slug: وصول-الوفد
source: {name: وكالة الأنباء, url: "https://map.ma/ar"}
image: {file: photo.png, alt: مصافحة في المطار}
---

وصل الوفد إلى [باريس](https://paris.fr/visite?a=1&b=2) قادما من الرباط[^1].

## قبل الألعاب

![خريطة الطريق](map.png)

انظر [الخبر الثاني](../19-bbbb02/ar.md) و[من نحن](../../../../pages/about.ar.md).

[^1]: عن الوكالة.
"""
_FRENCH = """\
---
title: La délégation à Paris
slug: la-delegation
translation: {from: ar, state: manual}
image: {alt: Une poignée de main}
---

La délégation est arrivée à Paris.
"""
_ENGLISH = """\
---
title: The delegation in Paris
slug: the-delegation
translation: {from: ar, state: manual}
image: {alt: A handshake}
---

The delegation came to Paris.
"""
_SECOND = "---\ntitle: {title}\nslug: {slug}\n{more}---\n\n{body}\n"
_PLACES = """\
- id: rabat
  names: {ar: الرباط, fr: Rabat, en: Rabat}
- id: paris
  names: {ar: باريس, fr: Paris, en: Paris}
"""
_MANUAL = "translation: {from: ar, state: manual}\n"

CLEAN: Mapping[str, str] = {
    AR: _ORIGINAL,
    FR: _FRENCH,
    EN: _ENGLISH,
    OTHER: _SECOND.format(title="خبر ثان", slug="خبر-ثان", more="date: 2024-07-19\n", body="خبر من الرباط."),
    OTHER.replace("ar.md", "fr.md"): _SECOND.format(title="Suite", slug="suite", more=_MANUAL, body="Suite à Rabat."),
    OTHER.replace("ar.md", "en.md"): _SECOND.format(title="More", slug="more", more=_MANUAL, body="More from Rabat."),
    PLACES: _PLACES,
    ABOUT: "---\ntitle: من نحن\nlang: ar\n---\n\nنحن [هيئة](mailto:desk@rabat.ma) التحرير.\n",
}


def clean_site(root: Path, changes: Mapping[str, tuple[str, str]] | None = None, *, url: str = URL) -> Path:
    """The site in the folder `root`. changes: file -> (text in it, what to put in its place)."""
    files = dict(CLEAN)
    for name, (old, new) in (changes or {}).items():
        assert files[name].count(old) == 1, (name, old)
        files[name] = files[name].replace(old, new)
    write_site(root, files, url=url)
    for name in ("photo.png", "map.png"):
        (root / FOLDER / name).write_bytes(png(640, 480))
    return root


def findings(root: Path, *names: str, environment: Mapping[str, str] | None = None) -> list[Finding]:
    """What the checks called `names`, by default the usual ones, find on the site in `root`."""
    return list(check_site(load(root), NOW, names or DEFAULT, environment).findings)


def line_of(root: Path, name: str, text: str) -> int:
    """The 1-based line of the file `name` that holds `text`."""
    lines = (root / name).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def built(root: Path, files: Mapping[str, str | bytes], *, url: str = URL) -> Case:
    """A site without content whose built files are exactly `files`."""
    write_site(root, {}, url=url)
    top = root / "built"
    top.mkdir()
    for name, data in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return Case(load(root), Content((), {}, {}, ()), (), BuiltSite(top, url))
