"""What `nashra init` writes: a site that builds, checks clean, and publishes itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from nashra import __version__
from nashra.kit.errors import ConfigError, NashraError
from nashra.kit.files import create_folder, is_folder, visible, write_atomic
from nashra.languages.cldr import UnknownLanguage, language
from nashra.settings import config
from nashra.starter import first_lists, first_pages, texts
from nashra.starter.schedule import with_clock
from nashra.starter.source import Source

DEFAULT_LANGUAGES = "ar,fr,en"
DEFAULT_URL = "https://example.org/"
WORKFLOW = ".github/workflows/publish.yml"
DESK = ".github/workflows/desk.yml"
DESK_BEFORE = timedelta(minutes=30)


def default_title(code: str) -> str:
    """The title of a site whose first language is `code`, until the editor gives one."""
    return "نشرة" if code == "ar" else "Nashra"


def default_timezone(code: str) -> str:
    """The time zone of a site whose first language is `code`: that of its region where it has only one, else UTC."""
    from babel.core import get_global

    try:
        zones = get_global("territory_zones").get(language(code).region, [])
    except UnknownLanguage:
        return "UTC"
    return str(zones[0]) if len(zones) == 1 else "UTC"


# What a site has in its folder.
_OF_A_SITE = frozenset({"content", "site", "static", "templates", ".nashra"})


def free_root(folder: Path) -> Path:
    """The absolute path of `folder`. Raises ConfigError where no site can be made: it is a file, a
    site already, or a part of one."""
    if os.path.lexists(folder) and not is_folder(folder):
        raise ConfigError(f"{folder} is a file", hint="choose another folder")
    root = folder.resolve()
    if os.path.lexists(root / config.FILE_NAME):
        raise ConfigError(f"{folder} is a site already", path=root / config.FILE_NAME, hint="choose another folder")
    for parent in root.parents:
        # the folders of a site by their usual names: its settings may be wrong, which is no business of a new one
        if root.relative_to(parent).parts[0] in _OF_A_SITE and os.path.lexists(parent / config.FILE_NAME):
            raise ConfigError(f"{folder} lies in the site {parent}", hint="choose a folder that is not one of its own")
    return root


def settings_of(
    title: str, languages: Sequence[str], url: str, timezone: str | None, root: Path
) -> tuple[str, config.Settings]:
    """The text of nashra.toml for a site in `root`, and the settings in it. Raises ConfigError where one is wrong."""
    zone = timezone or (default_timezone(languages[0]) if languages else "UTC")
    codes = ", ".join(_quote(code) for code in languages)
    host = _host(url)
    values = {
        "URL": _quote(url),
        "AUTHORITY": _quote(host),
        "LANGUAGES": codes,
        "TITLE": _quote(title),
        "TIMEZONE": _quote(zone),
    }
    toml = texts.need(config.FILE_NAME, values)
    try:
        return toml, config.parse(toml, root.resolve())
    except ConfigError as error:
        # there is no file yet to point at
        (problem,) = error.problems
        raise ConfigError(f"no site was made: {problem.message}", hint=problem.hint) from None


def _host(url: str) -> str:
    """The host in `url`; a plain word where there is none, which the settings tell then."""
    try:
        return urlsplit(url).hostname or "localhost"
    except ValueError:
        return "localhost"


def write_site(
    folder: Path,
    title: str,
    languages: Sequence[str],
    url: str,
    *,
    now: datetime,
    timezone: str | None = None,
    workflow: bool = True,
    source: Source | None = None,
    clock: Sequence[time] = (),
) -> list[Path]:
    """Write the files of a new site into `folder` and return their paths.

    now: the moment, with a zone, that dates the first article. timezone: an IANA name, by default `default_timezone`.
    workflow: whether to write what publishes the site on GitHub Pages. source: where that installs Nashra from; the
    workflow stops with a word where nobody has said so yet. clock: when it publishes, in that time zone; the desk looks
    `DESK_BEFORE` that.

    Files that are there already stay as they are; nashra.toml comes last, so that a run that fails can be repeated.
    Raises ConfigError when `folder` is a site already, or a setting is wrong; nothing is written then. Raises
    NashraError when the disk does not allow it.
    """
    root = free_root(folder)
    toml, settings = settings_of(title, languages, url, timezone, root)
    today = now.astimezone(settings.timezone).date()
    name = settings.title[languages[0]]
    article = first_pages.article(languages, today, f"{title}\n{url}\n{today}")
    files = {
        ".gitignore": texts.need("gitignore"),
        ".gitattributes": texts.need("gitattributes"),
        "README.md": first_pages.readme(languages, name, workflow),
        config.REQUIREMENTS: texts.need(
            config.REQUIREMENTS, {"VERSION": __version__, "SOURCE": source.requirement if source else ""}
        ).rstrip()
        + "\n",
        "content/topics.yaml": first_lists.topics(languages, article is not None),
    }
    for file, text in first_lists.entities(languages, article is not None).items():
        files[f"content/entities/{file}"] = text
    for code in languages:
        files[f"content/pages/about.{code}.md"] = first_pages.about(code, name)
    if workflow:
        here = now.astimezone(settings.timezone)
        files[WORKFLOW] = with_clock(texts.need("publish.yml"), clock, here)
        files[DESK] = with_clock(texts.need("desk.yml"), clock, here, DESK_BEFORE)
        files["content/inbox/README.md"] = texts.need("inbox.md")
        files[".github/dependabot.yml"] = texts.need("dependabot.yml")
    if source and source.wheel:
        files[config.CHECKSUMS] = f"{source.checksum}  {source.wheel.name}\n"
    written = [path for file, text in files.items() if (path := _write(root / file, text))]
    if source and source.wheel and not os.path.lexists(root / source.wheel.name):
        write_atomic(root / source.wheel.name, source.wheel.read_bytes())
        written.append(root / source.wheel.name)
    articles = root / "content" / "articles"
    _make(articles)
    if article is not None and not visible(articles)[0]:
        create_folder(articles / article[0], article[1])
        written += [articles / article[0] / file for file in article[1]]
    write_atomic(root / config.FILE_NAME, toml)
    return [*written, root / config.FILE_NAME]


def _write(path: Path, text: str) -> Path | None:
    """Write `text` to `path`, and return it; None where there is something already, which stays as it is."""
    if os.path.lexists(path):
        return None
    _make(path.parent)
    write_atomic(path, text)
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NashraError(f"the folder cannot be made: {error.strerror}", path=folder) from None


def _quote(text: str) -> str:
    """`text` as a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if " " <= char != "\x7f" else f"\\u{ord(char):04x}" for char in escaped) + '"'
