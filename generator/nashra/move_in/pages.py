"""Pages outside the news: their names, which all their versions share, and their files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from nashra.head import frontmatter
from nashra.kit.errors import printable
from nashra.kit.files import write_atomic
from nashra.kit.slugs import make_slug, slug_problem
from nashra.model import Draft
from nashra.move_in.old_site import OldText
from nashra.render.ground import urls
from nashra.settings.config import Settings

# What stands at these names in every language.
_FIXED = frozenset(f"{name}.html" for name in "index topics entities editions archive search feeds".split())


def own(settings: Settings) -> Iterator[str]:
    """The addresses that every site has for its own pages."""
    yield urls.CHOOSER
    yield urls.NOT_FOUND
    for lang in settings.languages:
        yield from (f"{lang}/{name}" for name in _FIXED)


def free_name(texts: Sequence[OldText], drafts: Sequence[Draft], taken: Collection[str]) -> str:
    """A name that is not `taken`: of Latin letters where a version has such, since all versions share it."""
    parts = [[part for part in text.address.split("?")[0].split("/") if part] for text in texts]
    tries = [draft.slug for draft in drafts]
    tries += ["-".join(each[-2:]).removesuffix(".html") for each in parts]
    tries += [draft.title for draft in drafts]
    made = [re.sub(r"[^\w-]+", "-", make_slug(each)).strip("-") for each in tries]
    usable = [each for each in made if not slug_problem(each)]
    for each in sorted(usable, key=lambda name: not name.isascii()):
        if each not in taken and f"{each}.html" not in _FIXED:
            return each
    base, number = (usable or ["page"])[0], 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def write(settings: Settings, draft: Draft, file: Path) -> None:
    """Write a version of a page into `file`. Raises NashraError where the disk says no."""
    fields: dict[str, object] = {"title": draft.title, "lang": draft.lang}
    if draft.aliases:
        fields["aliases"] = list(draft.aliases)
    if draft.draft:
        fields["draft"] = True
    body = draft.body
    # pages have no folder of their own: their pictures are files of the whole site
    below = f"pages/{file.name.split('.')[0]}"
    for name, data in draft.files.items():
        new = urls.absolute(settings.url, f"{below}/{name}")
        body = body.replace(f"]({name}", f"]({new}")
        body = re.sub(rf"((?:src|poster)\s*=\s*[\"']){re.escape(name)}(?=[\"'])", rf"\g<1>{new}", body)
        path = settings.static / below / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, data)
    checks = "".join(f"# check: {printable(each)}\n" for each in draft.comments)
    kept = "".join(f"# {printable(each)}\n" for each in draft.kept)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, f"---\n{checks}{frontmatter.dump(fields)}{kept}---\n\n{body.strip()}\n")
