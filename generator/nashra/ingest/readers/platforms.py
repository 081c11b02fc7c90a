"""What the exports of Medium and Substack say of a post outside of its text: whether it was published, title and day.

Medium writes a file for each text, https://help.medium.com/hc/en-us/articles/115004745787; that of a draft lacks the
day. Substack writes the bare text into posts/NUMBER.NAME.html, and all the rest into posts.csv beside that folder.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from nashra.ingest.readers.item import DRAFT
from nashra.kit.errors import ContentError
from nashra.kit.files import read_bytes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TABLE = "posts.csv"
_STEM = re.compile(r"(\d{4,})\.[\w.-]+")


@dataclass(frozen=True, slots=True)
class Post:
    """What an export says of one post. where: the file that says so. held: why it is no article yet. doubt: what the
    editor should know; each empty where there is nothing to say."""

    where: str = _TABLE
    title: str = ""
    subtitle: str = ""
    date: str = ""
    held: str = ""
    doubt: str = ""


def post_of(root: HtmlElement, path: Path | None) -> Post | None:
    """What the export says of the post in the page `root`, read from the file `path`; None for other pages."""
    if _is_of_medium(root):
        dated = any(True for _ in root.iterfind(".//time[@class='dt-published']"))
        return Post(where="the export of Medium", held="" if dated else DRAFT)
    row = _row(path)
    if row is None:
        return None
    paid = row.get("audience", "") not in ("", "everyone")
    return Post(
        title=row.get("title", ""),
        subtitle=row.get("subtitle", ""),
        date=row.get("post_date", ""),
        held="" if row.get("is_published", "").lower() == "true" else DRAFT,
        doubt=f"it was for {row['audience']!r} there, not for everyone" if paid else "",
    )


def _is_of_medium(root: HtmlElement) -> bool:
    """Whether a page is one of Medium's own export: its footer says so, beside a text marked up as h-entry."""
    body = next(root.iterfind(".//section[@data-field='body']"), None)
    if body is None or "e-content" not in (body.get("class") or ""):
        return False
    links = [link.get("href") or "" for footer in root.iter("footer") for link in footer.iter("a")]
    return any(re.match(r"https?://medium\.com/?\Z", each) for each in links)


def _row(path: Path | None) -> Mapping[str, str] | None:
    named = _STEM.fullmatch(path.stem) if path is not None else None
    if path is None or named is None:
        return None
    for folder in (path.parent, path.parent.parent):
        try:
            table = folder / _TABLE
            changed = table.stat().st_mtime_ns if table.is_file() else None
        except OSError:
            continue
        if changed is not None and (row := _rows(table, changed).get(named[1])) is not None:
            return row
    return None


@lru_cache(maxsize=4)
def _rows(table: Path, _changed: int) -> Mapping[str, Mapping[str, str]]:
    """Number of a post -> what the table says of it; empty where it cannot be read."""
    try:
        text = read_bytes(table).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
    except (ContentError, UnicodeDecodeError, csv.Error):
        return {}
    plain = ({name: value or "" for name, value in row.items() if isinstance(name, str)} for row in rows)
    return {row.get("post_id", "").partition(".")[0]: row for row in plain}
