"""What a relative link or picture in a Markdown body points at: a file beside it, or another article or page."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.kit.errors import Problem
from nashra.kit.files import is_file, publishing_problem
from nashra.kit.pictures.published import disguised, fault, is_picture
from nashra.kit.unseen.cleaned import none_of_its_kind, tells, what_to_do
from nashra.model import Content
from nashra.render.ground import urls
from nashra.render.ground.pictures import KINDS

# What an article may bring along. Nothing that a browser would run as a page or a script.
MEDIA_TYPES = frozenset(
    {
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".avif",
        ".mp3",
        ".ogg",
        ".oga",
        ".opus",
        ".m4a",
        ".wav",
        ".mp4",
        ".webm",
        ".ogv",
        ".pdf",
        ".csv",
        ".txt",
        ".vtt",
    }
)


def addresses(content: Content) -> dict[Path, str]:
    """The page of every Markdown file in content/, so that bodies may link to one another's files.

    Empty for the file of an article that is not public: a link to it is plain text until it is.
    """
    found = {
        version.path: urls.article(version.lang, article.month, version.slug)
        for article in content.articles
        for version in article.versions.values()
    }
    found.update(dict.fromkeys(content.held, ""))
    found.update({page.path: urls.static(page.lang, page.name) for page in content.pages})
    return found


# A host's name without https://, an address of mail without mailto:, and an https:// that lacks its colon.
_HOST = re.compile(
    r"(?:www\.[\w-]+\.|https?//)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|int|gov|edu)(?:/\S*)?", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _other_fault(file: Path) -> tuple[str, str] | None:
    return disguised(file) or none_of_its_kind(file)


def _meant(name: str) -> str:
    """The hint for a name that is no file's but an address whose beginning was left out; empty for all others."""
    if _MAIL.fullmatch(name):
        return f"write mailto:{name}"
    if _HOST.fullmatch(name):
        return f"write https://{re.sub('^https?//', '', name)}"
    return ""


@dataclass(slots=True)
class Resolver:
    """Resolves the references of one body and collects what it needs and what is wrong with it.

    path, body, body_line: the file, its Markdown, and the line where that starts. page: where it will be read.
    media_id: the article's id; empty for a page that has no files of its own. known: see `addresses`.
    authors: whom documents may name, see `tells`.
    media: site path -> file, for every file the body uses.
    """

    path: Path
    body: str
    body_line: int
    page: str
    known: Mapping[Path, str]
    media_id: str = ""
    authors: frozenset[str] = frozenset()
    media: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __call__(self, reference: str) -> str:
        """The address for `reference` as seen from the page; `reference` itself when it leads nowhere.

        Empty where it leads to what is not public.
        """
        try:
            parts = urlsplit(reference)
        except ValueError:
            return self._fail(reference, "is no address", "write it as https://... or as the name of a file")
        if parts.netloc or not parts.path:
            return reference
        name = unquote(parts.path)
        if "\0" in name:
            return self._fail(reference, "is no file name", "")
        if self._is_cut_short(reference, parts.path):
            return self._fail(reference, "ends at its # or ? for browsers", "write %23 for #, and %3F for ?")
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        target = Path(os.path.normpath(self.path.parent / name))
        if self.known.get(target) == "":
            return ""
        if target in self.known:
            return urls.relative(self.page, self.known[target]) + fragment
        if target.parent != self.path.parent or not self.media_id or target.name.startswith("."):
            hint = _meant(name) or "link to a file beside it, or to another .md file"
            return self._fail(reference, "leads to nothing on this site", hint)
        if target.suffix.lower() not in MEDIA_TYPES:
            if meant := _meant(name):
                return self._fail(reference, "leads to nothing on this site", meant)
            hint = KINDS.get(target.suffix.lower(), "pictures, sound, film, PDF, CSV and text are")
            return self._fail(reference, "is no kind of file that is published", hint)
        if wrong := publishing_problem(target) or (fault(target) if is_picture(target) else _other_fault(target)):
            return self._fail(reference, *wrong)
        for told in tells(target, self.authors):
            told_so = Problem(f"this file {told}", target, hint=what_to_do(target), warning=True)
            if told_so not in self.problems:
                self.problems.append(told_so)
        address = urls.media(self.media_id, target.name)
        self.media[address] = target
        return urls.relative(self.page, address) + fragment

    def _is_cut_short(self, reference: str, path: str) -> bool:
        """Whether a file beside the text has signs in its name behind which an address goes on to something else."""
        whole = unescape(unquote(reference))
        if whole == unescape(unquote(path)) or not self.media_id or "/" in whole or "\0" in whole:
            return False
        return is_file(self.path.parent / whole)

    def _fail(self, reference: str, fault: str, hint: str) -> str:
        # what was written stands in the text with its blanks, or escaped as it is in HTML
        written = (reference, unquote(reference), unescape(reference), unescape(unquote(reference)))
        at = next((at for each in written if (at := self.body.find(each)) >= 0), -1)
        line = self.body_line + self.body.count("\n", 0, at) if at >= 0 else None
        shown = next((each for each in written if self.body.find(each) >= 0), unquote(reference))
        problem = Problem(f"the link {shown!r} {fault}", self.path, line, hint)
        if problem not in self.problems:
            self.problems.append(problem)
        return reference
