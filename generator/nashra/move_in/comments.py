"""What readers said below the texts of the old site, as a plain archive at the end of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nashra.ingest.page.fragment import convert
from nashra.ingest.page.html_pictures import Pictures
from nashra.ingest.readers.item import plain
from nashra.ingest.readers.wordpress_text import paragraphs
from nashra.ingest.readers.xml_items import child, items, text
from nashra.kit.errors import ContentError, Problem
from nashra.move_in.links import key
from nashra.move_in.old_site import Comment, OldText

_ID = "{http://disqus.com/disqus-internals}id"
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")


def _none(_address: str) -> bytes | None:
    return None


@dataclass(slots=True)
class Talk:
    """The comments on a site. by_address: those of Disqus, by `key` of the address. wanted: whether any are."""

    by_address: Mapping[str, Sequence[Comment]] = field(default_factory=dict)
    wanted: bool = False

    def below(self, old: OldText) -> str:
        """The Markdown that stands below the text `old`; empty where nobody said anything."""
        if not self.wanted and not self.by_address:
            return ""
        said = list(old.comments() if old.comments is not None else ())
        for address in old.addresses:
            said += self.by_address.get(key(address), ())
        parts = [part for each in said if (part := _written(each))]
        return "\n\n---\n\n" + "\n\n".join(parts) if parts else ""


def _written(said: Comment) -> str:
    html = said.html if re.search(r"<(?:p|br|div)\b", said.html, re.IGNORECASE) else paragraphs(said.html)
    try:
        body = convert(html, None, Pictures(None, _none), "", [], own=True).markdown
    except ContentError:
        return ""
    body = _PICTURE.sub("", body).strip()
    if not any(map(str.isalnum, body)):
        return ""
    # what a reader writes must not become a heading of the article
    lines = [re.sub(r"\A#{1,6} (.*)", r"**\1**", line) for line in body.split("\n")]
    name = re.sub(r"[*_`\[\]<>#]", "", plain(said.name)) or "?"
    head = f"**{name}**" + (f" ({said.day})" if said.day else "")
    return f"{head}\n\n" + "\n".join(f"> {line}".rstrip() for line in lines)


def from_disqus(path: Path) -> dict[str, list[Comment]]:
    """The comments in an export of Disqus, by `key` of the address of their page, oldest first.

    Raises ContentError for a file that is none.
    """
    found: dict[str, list[Comment]] = {}
    with path.open("rb") as stream:
        for thread, said in sorted(_posts(stream, path), key=lambda each: each[1].day):
            found.setdefault(key(thread), []).append(said)
    return found


def _posts(stream: object, path: Path) -> Iterator[tuple[str, Comment]]:
    threads: dict[str, str] = {}
    for element in items(stream, ["post"]):  # type: ignore[arg-type]
        if isinstance(element, Problem):
            raise ContentError(element.message, path=path, line=element.line)
        parent = element.getparent()
        if not threads and parent is not None:
            rows = [each for each in parent.iterchildren() if str(each.tag).endswith("}thread") and each.get(_ID)]
            threads = {each.get(_ID, ""): text(child(each, "link", "{http://disqus.com}link")) for each in rows}
        fields = {str(each.tag).rpartition("}")[2]: each for each in element.iterchildren()}
        if any(name in fields and text(fields[name]) == "true" for name in ("isDeleted", "isSpam")):
            continue
        address = threads.get(fields["thread"].get(_ID, ""), "") if "thread" in fields else ""
        author = {str(each.tag).rpartition("}")[2]: text(each) for each in fields["author"].iterchildren()} \
            if "author" in fields else {}  # fmt: skip
        if address:
            message, day = text(fields.get("message")), text(fields.get("createdAt"))[:10]
            yield address, Comment(author.get("name", ""), day, message)
