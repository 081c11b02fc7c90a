"""Old addresses that an editor gives: `aliases` in front matter, `former_ids` of entities and topics."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.head.fields import words_field
from nashra.head.frontmatter import Fields
from nashra.kit.errors import ContentError
from nashra.kit.files import MAX_NAME
from nashra.kit.slugs import slug_problem
from nashra.model import Alias

# What Windows refuses in file names, and what no address should hold: a site must unpack from a zip on any system.
_UNUSABLE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_HINT = "write the old address as it was on this site, such as /fr/2023/05/ancien.html or old/path/"


def aliases_field(fields: Fields, path: Path, site_url: str) -> tuple[Alias, ...]:
    """The `aliases` of a file, each once, as paths below the site's root. Raises ContentError."""
    if "aliases" not in fields:
        return ()
    line = fields.lines["aliases"]
    found: dict[str, None] = {}
    for address in words_field(fields, "aliases", path):
        try:
            found[site_path(address, site_url)] = None
        except ValueError as fault:
            raise ContentError(f"the alias {address!r} {fault}", path=path, line=line, hint=_HINT) from None
    return tuple(Alias(name, line) for name in found)


def former_ids_field(fields: Fields, path: Path) -> tuple[str, ...]:
    """The `former_ids` of an entity or a topic: ids under which its pages were. Raises ContentError."""
    ids = words_field(fields, "former_ids", path)
    for id in ids:
        if fault := slug_problem(id):
            hint = "write the id as it was, such as `rabat`"
            raise ContentError(f"the former id {id!r} {fault}", path=path, line=fields.lines["former_ids"], hint=hint)
    return ids


def site_path(address: str, site_url: str) -> str:
    """The file below the site's root that answers to `address`.

    address: a path with or without the base path of `site_url`, or a whole address on the same host; percent-encoded
    or not. What does not end in .html or .htm is a folder, whose page is its index.html: web servers, GitHub Pages
    among them, send "/old.php" on to "/old.php/". Raises ValueError, its message what is wrong with `address`.
    """
    try:
        parts, site = urlsplit(address), urlsplit(site_url)
        host = parts.hostname
    except ValueError:
        raise ValueError("is no address") from None
    if (parts.scheme or parts.netloc) and (parts.scheme not in ("", "http", "https") or host != site.hostname):
        raise ValueError(f"is not on this site, {site_url}")
    if parts.query or parts.fragment:
        raise ValueError("has a part after its path (? or #), which a page that is a file cannot answer to")
    try:
        path, base = (unquote(text, errors="strict") for text in (parts.path, site.path))
    except UnicodeDecodeError:
        raise ValueError("is percent-encoded, and not as UTF-8") from None
    if path.startswith(base):
        path = path.removeprefix(base)
    elif parts.netloc:
        raise ValueError(f"is not below this site, {site_url}")
    path = path.removeprefix("/")
    if not path.lower().endswith((".html", ".htm")):
        path = f"{path.removesuffix('/')}/index.html".removeprefix("/")
    if fault := path_problem(path):
        raise ValueError(fault)
    return path


def path_problem(path: str) -> str:
    """Why `path` cannot be a file below the site's root on every system; empty when it can."""
    if _UNUSABLE.search(path):
        return "has a character that not all systems allow in the name of a file"
    for name in path.split("/"):
        if not name:
            return "has an empty part"
        if name.startswith(".") or name.endswith((".", " ")):
            return f"has the part {name!r}, which is hidden, or no plain name"
        if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME:
            return f"has a part of more than {MAX_NAME} bytes"
    return ""
