"""The first article, the page about the site, and the README of a new site, in its languages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from nashra.head import frontmatter
from nashra.kit.slugs import make_slug
from nashra.starter import texts
from nashra.starter.first_lists import TOPIC

# The README where there is none in the site's own language.
_OTHERWISE = "en"
_GAP = re.compile(r"\n{3,}")


def article(languages: Sequence[str], today: date, seed: str) -> tuple[str, Mapping[str, str]] | None:
    """(folder below content/articles, file name -> text) of the first article; None where no language has a text.

    The first of `languages` that has one is the original's, and all others that have one get a version. They were
    written by people. seed: what the article's id is made from.
    """
    found = {code: text for code in languages if (text := texts.read(f"article/{code}.md")) is not None}
    if not found:
        return None
    origin = next(iter(found))
    id_ = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    files = {}
    for code, text in found.items():
        title, _, body = text.partition("\n")
        fields: dict[str, Any] = {"title": title, "lang": code}
        if code == origin:
            fields |= {"date": today, "topics": frontmatter.Flow([TOPIC])}
        fields["slug"] = make_slug(title)
        if code != origin:
            fields["translation"] = {"from": origin, "state": "manual"}
        body = texts.fill(texts.for_languages(body, len(languages)), {"CODES": " ".join(languages)})
        files[f"{code}.md"] = f"---\n{frontmatter.dump(fields)}---\n{body}"
    return f"{today:%Y/%m/%d}-{id_}", files


def about(code: str, title: str) -> str:
    """The page about the site in the language `code`; the hint in it is English where we have none in that language."""
    text = texts.read(f"about/{code}.md")
    if text is not None:
        return text
    hint = texts.need("about/en.md").rpartition("---")[2].strip().replace("about.en.md", f"about.{code}.md")
    head, _, file = hint.rpartition("`content")
    html = f'<p lang="en" dir="ltr">{head}<code>content{file.replace("`", "</code>")}</p>'
    return f"---\n{frontmatter.dump({'title': title, 'lang': code})}---\n\n{html}\n"


def readme(languages: Sequence[str], title: str, workflow: bool) -> str:
    """README.md for the editors, in the site's default language, else in English."""
    code = languages[0]
    text = texts.read(f"readme/{code}.md")
    if text is None:
        code, text = _OTHERWISE, texts.need(f"readme/{_OTHERWISE}.md")
    github = texts.need(f"readme/{code}.github.md").strip() if workflow else ""
    values = {"TITLE": escape(title), "LANG": languages[0], "CODES": " ".join(languages), "GITHUB": github}
    return _GAP.sub("\n\n", texts.fill(texts.for_languages(text, len(languages)), values)).rstrip() + "\n"
