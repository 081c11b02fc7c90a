"""One text of an old site -> a draft, with its slug, its pictures and what its links need."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from nashra.ingest.companion_files import beside
from nashra.ingest.draft import Given
from nashra.ingest.page.html_names import topic_key
from nashra.ingest.page.html_pictures import picture_fault
from nashra.ingest.readers.liquid import outside_code
from nashra.kit.errors import ContentError
from nashra.kit.files import read_bytes
from nashra.kit.slugs import make_slug, slug_problem
from nashra.languages.known import spec_of
from nashra.model import Draft
from nashra.move_in.links import Links
from nashra.move_in.old_site import UNKNOWN, OldText
from nashra.move_in.terms import Terms
from nashra.render.reading.references import MEDIA_TYPES
from nashra.settings.config import Settings

Companion = Callable[[str], bytes | None]

# Fields of other generators that the move itself settles.
_SETTLED = tuple(
    f"{name}:"
    for name in (
        "slug url permalink aliases redirect_from translationkey translation_key ref translation layout type "
        "lang_ref page_id translation_id save_as categories category tags tag".split()
    )
)
_ADDRESSED = re.compile(
    r"(\]\(\s*<?|\b(?:href|src)=[\"']|^ {0,3}\[[^\]\n]+\]:\s*<?)((?:https?:)?//[^\s\"'()<>]+)", re.M
)
_PICTURE = re.compile(
    r"!\[((?:\\.|[^\[\]\\])*)\]\(\s*(?:<([^<>\n]*)>|([^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)*))[^()\n]*\)"
)
_SHOWN = re.compile(r"(<(?:img|source|video|audio|embed)\b[^<>]*?\s(?:src|poster)\s*=\s*)([\"'])(.*?)\2", re.IGNORECASE)
# Other sizes of a picture, under addresses of the old site.
_SIZES = re.compile(r"(?<=[\"'\s])\s*\bsrcset\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)
# A file that git keeps elsewhere.
_ELSEWHERE = b"version https://git-lfs"
_DOCUMENTS = MEDIA_TYPES - {".txt"}


@dataclass(slots=True)
class Drafting:
    """Makes drafts. now: the moment of the move. known_topics: see `Given`. terms: what becomes of tags."""

    settings: Settings
    links: Links
    now: datetime
    known_topics: Mapping[str, str]
    terms: Terms = field(default_factory=Terms)

    def draft(self, text: OldText, day: str | None = None) -> Draft:
        """The draft of `text`. day: stands in for a missing date. Raises ContentError where it cannot be one."""
        languages = tuple(self.settings.languages)
        undated = text.day is None and (text.is_page or text.held or day is not None)
        given = Given(
            lang=text.lang or languages[0],
            timezone=self.settings.timezone,
            date=(day or self.now.date().isoformat()) if undated else None,
            path=text.path,
            lang_given=text.lang is not None,
            languages=languages,
            companion=self.companion(text),
            known_topics=self.known_topics,
            today=self.now,
        )
        draft = self._read(text, given)
        source = draft.source
        if source is not None and self._is_home(source.url):
            source = None  # it is our own text: the old site is no other place where it was first
        slug = text.slug if not slug_problem(text.slug) else make_slug(text.slug)
        terms = dict.fromkeys((*text.terms, *text.tags))
        topics = dict.fromkeys((*draft.topics, *(self.known_topics[key] for term in terms
                                                 if (key := topic_key(term)) in self.known_topics)))  # fmt: skip
        others = [term for term in terms if topic_key(term) not in self.known_topics and self.terms.stays(term)]
        kept = [each for each in draft.kept if not each.startswith(_SETTLED)]
        return replace(
            draft,
            slug=slug,
            source=source,
            author=draft.author or spec_of(draft.lang).comma.join(text.authors) or None,
            authors=text.authors if len(text.authors) > 1 else (),
            topics=tuple(topics),
            draft=draft.draft or text.held,
            comments=tuple(each for each in draft.comments if not _is_about_links(each)),
            kept=tuple(kept),
            words=tuple(others),
        )

    def _read(self, text: OldText, given: Given) -> Draft:
        try:
            return text.read(given, lambda source: self._prepared(source, text)).draft
        except ContentError as error:
            if text.title or "no title" not in str(error):
                raise
            # its system showed it without one
            title = re.sub(r"[-_/]+", " ", text.slug or text.address).strip() or text.label
            draft = text.read(replace(given, title=title), lambda source: self._prepared(source, text)).draft
            return replace(draft, comments=("it had no title there; that of its address was taken", *draft.comments))

    def _prepared(self, source: str, text: OldText) -> str:
        """Markdown with plain links, and without the host of the old site."""

        def bare(found: re.Match[str]) -> str:
            return found[1] + (self._path_of(found[2]) or found[2])

        return _ADDRESSED.sub(bare, self.links.untagged(source, text))

    def _path_of(self, address: str) -> str:
        """The path of a whole address of the old site; empty for any other."""
        try:
            parts, home = urlsplit(address), urlsplit(self.links.site.home)
        except ValueError:
            return ""
        if not home.netloc or parts.netloc.lower().removeprefix("www.") != home.netloc.lower().removeprefix("www."):
            return ""
        base = home.path.rstrip("/")
        if not f"{parts.path}/".startswith(f"{base}/"):
            return ""
        path = f"/{parts.path.lstrip('/')}"
        return path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")

    def _is_home(self, address: str | None) -> bool:
        if not address:
            return True
        host = (urlsplit(address).hostname or "").removeprefix("www.")
        own = (self.links.site.home, self.settings.url)
        return host in {(urlsplit(each).hostname or "").removeprefix("www.") for each in own}

    def companion(self, text: OldText) -> Companion:
        """What reads the files that belonged to `text`: beside it, or where those of the whole site lie."""
        near = beside(text.path)
        roots = [folder.resolve() for folder in self.links.site.media]

        def read(address: str) -> bytes | None:
            if "://" in address or address.startswith("//"):
                address = self._path_of(address)
                if not address:
                    return None
            if (data := near(address)) is not None:
                return None if data.startswith(_ELSEWHERE) else data
            name = unquote(address.partition("?")[0].partition("#")[0]).lstrip("/")
            base = urlsplit(self.links.site.home).path.strip("/")
            names = [name, *([name.removeprefix(f"{base}/")] if base and name.startswith(f"{base}/") else [])]
            up = re.sub(r"\A(?:\.\.?/)+", "", name)
            names += [up] if up != name else []
            for root in roots:
                for each in names:
                    if (data := _bytes(root, each)) is not None:
                        return data
            return None

        return read

    def settled(self, draft: Draft, text: OldText, new: Path) -> Draft:
        """`draft`, whose file will be `new`, with links to what moved in, and without pictures that are nowhere."""
        files = dict(draft.files)
        companion = self.companion(text)

        def keep(address: str) -> str | None:
            name = unquote(address.partition("?")[0].rstrip("/").rsplit("/", 1)[-1])
            if address in files:
                return address
            suffix = Path(name).suffix.lower()
            if suffix not in _DOCUMENTS or (data := companion(quote(address, safe="/:%?=&"))) is None:
                return None
            if suffix in (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif") and picture_fault(data):
                return None
            if same := next((known for known, kept in files.items() if kept == data), None):
                return same
            stem = make_slug(Path(name).stem)[:60].strip("-.") or "file"
            free, number = f"{stem}{suffix}", 2
            while free in files:
                free, number = f"{stem}-{number}{suffix}", number + 1
            files[free] = data
            return free

        def picture(found: re.Match[str]) -> str:
            address = found[2] or found[3]
            is_web = re.match(r"(?:https?:)?//|data:", address) is not None
            if address in files or (is_web and not self._path_of(address)):
                return found[0]
            if (name := keep(address)) is not None:
                return found[0].replace(address, name, 1)
            if is_web and not address.startswith(UNKNOWN):
                far.setdefault(address)
                return found[0]
            gone.setdefault(address)
            return found[1]

        def embedded(address: str) -> str | None:
            if address in files or (re.match(r"(?:https?:)?//|data:", address) and not self._path_of(address)):
                return address
            if (name := keep(address)) is None:
                lost_in_html.setdefault(address)
            return name

        lost_in_html: dict[str, None] = {}
        gone: dict[str, None] = {}
        far: dict[str, None] = {}
        body = _in_html(_PICTURE.sub(picture, draft.body), embedded)
        body, lost = self.links.rewritten(body, text, new, keep)
        notes = [
            f"the link to {each[:120]} led to what did not move in; its words stay"
            for each in lost
            if not each.startswith("#")
        ]
        notes += [f"the picture {each[:120]} is not among the files; it was taken out" for each in gone]
        notes += [f"the file {each[:120]}, which HTML shows, is not among the files" for each in lost_in_html]
        notes += [
            f"the picture {each[:160]} is not among the files; it is still taken from the old site" for each in far
        ]
        return replace(draft, body=body, files=files, comments=(*draft.comments, *notes))


def _in_html(body: str, new: Callable[[str], str | None]) -> str:
    """`body` with what `new` makes of the addresses of files that HTML shows."""

    def rewritten(found: re.Match[str]) -> str:
        name = new(html.unescape(found[3]).strip())
        return found[0] if name is None else f"{found[1]}{found[2]}{html.escape(name)}{found[2]}"

    if not _SHOWN.search(body):
        return body
    lines = body.split("\n")
    for at, is_text in outside_code(lines):
        if is_text and _SHOWN.search(lines[at]):
            lines[at] = _SIZES.sub("", _SHOWN.sub(rewritten, lines[at]))
    return "\n".join(lines)


def _bytes(root: Path, name: str) -> bytes | None:
    try:
        path = (root / name).resolve()
        if name and "\0" not in name and path.is_relative_to(root) and path.is_file():
            data = read_bytes(path)
            return None if data.startswith(_ELSEWHERE) else data
    except (OSError, RuntimeError, ValueError, ContentError):
        pass
    return None


def _is_about_links(comment: str) -> bool:
    """Whether a doubt of the reader's is about what `settled` looks at again."""
    return (
        comment.startswith("the link ")
        or re.fullmatch(r"and \d+ more like it", comment) is not None
        or (comment.startswith("the picture ") and comment.endswith("does not lie beside the file"))
    )
