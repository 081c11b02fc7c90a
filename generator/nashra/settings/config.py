"""nashra.toml -> typed settings. Every error names the file, the line and the key."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from nashra.kit import zones
from nashra.kit.conflicts import find_conflict
from nashra.kit.errors import ConfigError
from nashra.kit.files import is_folder
from nashra.kit.sizes import parse_size
from nashra.languages.cldr import Language
from nashra.settings import folders, report_link
from nashra.settings.entity_settings import STARTER_PARTS as STARTER_PARTS
from nashra.settings.entity_settings import EntitySettings as EntitySettings
from nashra.settings.entity_settings import entity_settings
from nashra.settings.feed_formats import FEED_FORMATS
from nashra.settings.mail import MailSettings, mail_settings
from nashra.settings.servers import host_of, is_here
from nashra.settings.site_languages import site_languages
from nashra.settings.toml_table import TomlTable, ways

FILE_NAME = "nashra.toml"
# Beside it, for the workflow: what it installs, and the checksums of the files among that.
REQUIREMENTS, CHECKSUMS = "requirements.txt", "nashra.sha256"
# What people, and programs that hide or add an ending, make of that name.
_MISNAMED = re.compile(r"nashra(?:\.toml)?(?: ?\(\d+\))?(?:\.toml|\.tml|\.txt)?", re.IGNORECASE)

_TABLES = ("site", "languages", "paths", "feeds", "entities", "translate", "mail")
_URL_HINT = 'write it as "https://example.org/news/"'
# What RFC 3986 allows in an address without a query.
_URL = re.compile(r"(?:[A-Za-z0-9._~:/\[\]!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})+")
# A host's name, or a mail address (RFC 4151, section 2.1).
_AUTHORITY = re.compile(r"(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*")
# And in one with a query.
_ADDRESS = re.compile(r"(?:[A-Za-z0-9._~:/?\[\]!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class TranslateSettings:
    """How the engine runs. threads: 0 means one a core; batch_tokens: source tokens a batch.

    engine:   its name, checked when it is used (see `nashra.translate.named_engines`).
    packages: the folder of the models, None for argostranslate's (see `nashra.translate.models.packages`).
    routes:   ways that are fixed, each as its languages: ("fr", "en", "ar").
    url, model: of the server that the engine "openai" asks. allow_remote: whether it may be on another machine.
    limit_memory: the most bytes that translating may take, by what its model needs; 0 for no limit.
    """

    engine: str = "ctranslate2"
    packages: Path | None = None
    beam_size: int = 4
    batch_tokens: int = 768
    threads: int = 0
    device: str = "cpu"
    compute_type: str = "default"
    routes: tuple[tuple[str, ...], ...] = ()
    url: str = "http://127.0.0.1:11434/v1"
    model: str = ""
    allow_remote: bool = False
    limit_memory: int = 0

    @property
    def remote_host(self) -> str:
        """The host to which texts leave this machine, "" where they do not."""
        return host_of(self.url) if self.allow_remote and self.model and not is_here(self.url) else ""


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """Which feeds there are: the formats of those of the site and its editions, of each topic and of each entity.

    The first format of `formats` is the one that readers are offered first. topics, entities: empty for no such feeds.
    topic_items, entity_items: articles in the feed of a topic, of an entity. hub: a WebSub hub's address, or empty.
    """

    formats: tuple[str, ...] = tuple(FEED_FORMATS)
    topics: tuple[str, ...] = tuple(FEED_FORMATS)
    entities: tuple[str, ...] = tuple(FEED_FORMATS)
    topic_items: int = 20
    entity_items: int = 10
    hub: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """A site's settings. `root` is the folder of nashra.toml; every path below is absolute.

    links:      folders outside of the site that symbolic links in content/ may lead to.
    url:        where the site is published, always with a closing slash.
    languages:  in the order of the language switch; the first is the default.
    title, description: language code -> text.
    page_size:  articles on one page of a list. feed_items: articles in a feed.
    report:     where readers report a wrong translation, see `nashra.settings.report_link`; empty for nowhere.
    feed_authority: the host that the ids of feeds begin with, whatever `url` becomes; empty for that of `url`.
    static:     a folder whose files are published as they are. cname: the host for the file CNAME; empty for none.
    document_authors: names that documents may tell as those of their authors, without a warning.
    free_topics: whether topics that topics.yaml does not know have pages all the same, under their ids.
    stories: whether articles on one event are found; without, those alone are a story that editors put into one.
    cards: whether there are social cards. fonts: whether headings have faces of the theme's.
    offline: whether readers' devices keep the newest editions for times without a network.
    plain_text: whether each article is also there as a text without markup, and /llms.txt lists the newest.
    """

    root: Path
    url: str
    languages: Mapping[str, Language]
    title: Mapping[str, str]
    description: Mapping[str, str]
    timezone: ZoneInfo
    content: Path
    output: Path
    theme: Path
    cache: Path
    static: Path = Path("static")
    links: tuple[Path, ...] = ()
    page_size: int = 20
    feed_items: int = 50
    report: str = ""
    feed_authority: str = ""
    cname: str = ""
    plain_text: bool = False
    cards: bool = True
    fonts: bool = True
    offline: bool = True
    free_topics: bool = False
    document_authors: frozenset[str] = frozenset()
    stories: bool = True
    translate: TranslateSettings = field(default_factory=TranslateSettings)
    feeds: FeedSettings = field(default_factory=FeedSettings)
    entities: EntitySettings = field(default_factory=EntitySettings)
    mail: MailSettings = field(default_factory=MailSettings)

    @property
    def inside(self) -> tuple[Path, ...]:
        """The folders that symbolic links in content/ may lead into."""
        return (self.root, *self.links)

    @property
    def default_language(self) -> Language:
        """The language that stands first."""
        return next(iter(self.languages.values()))

    @property
    def tag_authority(self) -> str:
        """The host that owns the ids of feeds (RFC 4151, section 2.1)."""
        return self.feed_authority or urlsplit(self.url).hostname or "localhost"

    @property
    def base_path(self) -> str:
        """The path part of `url`, "/" or "/nashra/"."""
        return urlsplit(self.url).path


def load(root: Path) -> Settings:
    """The settings of the site in the folder `root`.

    Raises ConfigError when there is no nashra.toml, it is no TOML, or a key is wrong, missing or unknown.
    """
    try:
        root = root.absolute()
    except OSError:
        raise ConfigError("the folder this runs in is no longer there", hint="cd to another one") from None
    if root.name == FILE_NAME and not is_folder(root):
        raise ConfigError(f"{root} is a file", hint="name the folder that it is in")
    if not is_folder(root):
        what = "is not a folder" if os.path.lexists(root) else "is not there"
        raise ConfigError(f"the site's folder {root} {what}", hint="`nashra init DIR` makes a new site")
    root = root.resolve()
    path = root / FILE_NAME
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        twin = next((name for name in sorted(os.listdir(root)) if _MISNAMED.fullmatch(name)), None)  # noqa: PTH208
        hint = "`nashra init DIR` makes a new site; `-C DIR` names the folder of one"
        hint = f"there is {twin!r}: call it {FILE_NAME}" if twin else hint
        raise ConfigError(f"there is no {FILE_NAME} in {root}", hint=hint) from None
    except IsADirectoryError:
        raise ConfigError(f"{FILE_NAME} is a folder", path=path) from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text", path=path, hint="save it as UTF-8") from None
    if conflict := find_conflict(text, path):
        raise ConfigError(conflict.message, path=path, line=conflict.line, hint=conflict.hint)
    return parse(text.removeprefix("\ufeff"), root)


def at_address(settings: Settings, url: str, name: str) -> Settings:
    """`settings` of the same site published at `url`. Raises ConfigError that blames `name` where it is no address."""
    try:
        return replace(settings, url=_url(TomlTable(settings.root / FILE_NAME, "", {"url": url})))
    except ConfigError as error:
        (problem,) = error.problems
        raise ConfigError(problem.message.replace("`url`", name), hint=problem.hint) from None


def parse(text: str, root: Path) -> Settings:
    """Settings from the text of a nashra.toml that stands in `root`. Raises ConfigError."""
    path = root / FILE_NAME
    top = TomlTable(path, text, _read(path, text))
    top.close("the tables are [site], [languages.CODE], [paths], [feeds], [entities], [translate] and [mail]", _TABLES)
    site = top.sub("site")
    languages = site_languages(site, top.sub("languages"))
    url = _url(site)
    title = site.texts("title", languages)
    for code in languages:
        if not title.get(code, "").strip():
            raise site.fail("title", f"has no text for the language {code!r}")
    description = site.texts("description", languages)
    timezone = _timezone(site)
    page_size, feed_items = site.positive("page_size", 20), site.positive("feed_items", 50)
    report, authority, cname = _report(site), _authority(site), _cname(site, url)
    plain_text = site.take("plain_text", bool, False)
    cards, fonts, offline, stories = (site.take(key, bool, True) for key in ("cards", "fonts", "offline", "stories"))
    named = site.names("document_authors")
    free_topics = site.choice("topics", "listed", ("listed", "free")) == "free"
    site.close()
    places = folders.places(top.sub("paths"), root)
    feeds = _feeds(top.sub("feeds"))
    entities = entity_settings(top.sub("entities"))
    translate = _translate(top.sub("translate"), root)
    mail = mail_settings(top.sub("mail"))
    return Settings(
        root=root,
        url=url,
        languages=languages,
        title=title,
        description=description,
        timezone=timezone,
        content=places.content,
        output=places.output,
        theme=places.theme,
        cache=places.cache,
        static=places.static,
        links=places.links,
        page_size=page_size,
        feed_items=feed_items,
        report=report,
        feed_authority=authority.lower(),
        mail=mail,
        cname=cname,
        plain_text=plain_text,
        cards=cards,
        fonts=fonts,
        offline=offline,
        free_topics=free_topics,
        document_authors=named,
        stories=stories,
        translate=translate,
        feeds=feeds,
        entities=entities,
    )


def _read(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        last = text.rstrip().count("\n") + 1
        line = min(int(at[1]), last) if at else last
        hint = 'texts stand in straight quotes, as in title = "...", and lists in brackets, ["ar", "fr"]'
        raise ConfigError(f"is not valid TOML: {message}", path=path, line=line, hint=hint) from None


def _timezone(site: TomlTable) -> ZoneInfo:
    zone = site.take("timezone", str, "UTC")
    try:
        return zones.zone(zone)
    except Exception:  # zoneinfo raises a dozen kinds, down to IsADirectoryError for "Africa"
        raise site.fail("timezone", f"is {zone!r}, no known time zone", 'for example "Africa/Casablanca"') from None


def _report(site: TomlTable) -> str:
    report: str = site.take("report", str, "")
    if report and (fault := report_link.template_problem(report)):
        raise site.fail("report", f"{fault}: {report!r}", report_link.HINT)
    return report


def _authority(site: TomlTable) -> str:
    authority: str = site.take("feed_authority", str, "")
    if authority and not _AUTHORITY.fullmatch(authority):
        raise site.fail("feed_authority", f"is {authority!r}, no name of a host", 'write it as "news.example.org"')
    return authority


def _cname(site: TomlTable, url: str) -> str:
    cname: str = site.take("cname", str, "").strip().lower()
    if cname and cname != (host := urlsplit(url).hostname):
        raise site.fail("cname", f"is {cname!r}, and the host of `url` is {host!r}", "the host alone, the same in both")
    return cname


def _translate(run: TomlTable, root: Path) -> TranslateSettings:
    defaults = TranslateSettings()
    settings = TranslateSettings(
        engine=run.take("engine", str, defaults.engine),
        packages=folders.packages(run, root),
        beam_size=run.positive("beam_size", defaults.beam_size),
        batch_tokens=run.positive("batch_tokens", defaults.batch_tokens, 32),
        threads=run.positive("threads", defaults.threads, 0),
        device=run.choice("device", defaults.device, ("cpu", "cuda", "auto")),
        compute_type=run.take("compute_type", str, defaults.compute_type),
        routes=ways(run),
        url=run.take("url", str, defaults.url),
        model=run.take("model", str, defaults.model),
        allow_remote=run.take("allow_remote", bool, defaults.allow_remote),
        limit_memory=_size(run, "limit_memory"),
    )
    run.close()
    return settings


def _feeds(table: TomlTable) -> FeedSettings:
    defaults = FeedSettings()
    settings = FeedSettings(
        formats=_formats(table, "formats", defaults.formats),
        topics=_formats(table, "topics", defaults.topics),
        entities=_formats(table, "entities", defaults.entities),
        topic_items=table.positive("topic_items", defaults.topic_items),
        entity_items=table.positive("entity_items", defaults.entity_items),
        hub=(table.take("hub", str, "")).strip(),
    )
    if not settings.formats:
        raise table.fail("formats", "names no format", "the site has at least one feed: " + ", ".join(FEED_FORMATS))
    if settings.hub and not (re.match(r"https?://[^/?]", settings.hub) and _ADDRESS.fullmatch(settings.hub)):
        raise table.fail("hub", f"is {settings.hub!r}, not an address", 'write it as "https://hub.example.org/"')
    table.close()
    return settings


def _formats(table: TomlTable, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    formats = table.take(key, list, list(default))
    for format in formats:
        if format not in FEED_FORMATS:
            raise table.fail(key, f"has the format {format!r}", "some of " + ", ".join(FEED_FORMATS))
    if len(set(formats)) != len(formats):
        raise table.fail(key, "names a format twice")
    return tuple(formats)


def _size(table: TomlTable, key: str) -> int:
    """The bytes that `key` says, 0 where it is not there."""
    given = table.take(key, str, "")
    try:
        return parse_size(given) if given else 0
    except ValueError:
        raise table.fail(key, f"is {given!r}, no size", 'write it as "800 MB" or "1.5 GB"') from None


def _url(site: TomlTable) -> str:
    url: str = (site.take("url", str) or "").strip()
    if not url:
        raise site.fail("url", "is missing", 'the address where the site is published, "https://example.org/"')
    try:
        parts = urlsplit(url)
        usable = parts.hostname is not None and parts.port != 0
    except ValueError:
        raise site.fail("url", f"is {url!r}, not an address", _URL_HINT) from None
    if parts.scheme not in ("http", "https") or not usable or "?" in url or "#" in url or "@" in parts.netloc:
        raise site.fail("url", f"is {url!r}, not an address", _URL_HINT)
    if re.search(r"\.(?:html?|php|aspx?)/*\Z", parts.path, re.IGNORECASE):
        raise site.fail(
            "url", f"is {url!r}, the address of a page", "the folder that the site is in, with / at its end"
        )
    if not _URL.fullmatch(url):
        hint = "percent-encode the path, and write the host in its xn-- form"
        raise site.fail("url", f"is {url!r}, which has characters that addresses cannot have", hint)
    if "//" in parts.path or any(part in (".", "..") for part in parts.path.split("/")):
        raise site.fail("url", f"is {url!r}, whose path is not plain", _URL_HINT)
    return url if url.endswith("/") else url + "/"
