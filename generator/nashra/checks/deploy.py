"""What would go wrong on GitHub Pages, or wherever else the site is published, and is not wrong on this disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.robotparser import RobotFileParser

from nashra.checks.case import Case
from nashra.checks.file_names import collisions, name_problem
from nashra.checks.finding import Finding, Severity
from nashra.kit.hosts import is_reserved
from nashra.kit.site_mark import MARKER
from nashra.render.ground import urls
from nashra.settings.config import CHECKSUMS, FILE_NAME, REQUIREMENTS

NAME = "deploy"

# https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits
MAX_SITE = 1_000_000_000
# https://docs.github.com/repositories/working-with-files/managing-large-files/about-large-files-on-github
MAX_FILE = 100 * 1024 * 1024
LARGE_FILE = 50 * 1024 * 1024
_BY_NAME = re.compile(r"\s*nashra\s*(?:\[[^\]]*\]\s*)?(?:[~=<>!;#,]|$)", re.IGNORECASE)
_OF_NASHRA = re.compile(r"\s*nashra\s*(?:\[[^\]]*\]\s*)?@\s*(\S+)", re.IGNORECASE)
_COMMIT = re.compile(r"@[0-9a-fA-F]{40}(?:#|\Z)")
_WHEEL = re.compile(r"\s*\./([^\s;/]+\.whl)(?:\s|;|\Z)")
_ON_WHEELS = "`nashra init --nashra FILE` says how; docs/publishing.md has a line for it"
_URL_LINE = re.compile(r"\s*(?:site\.)?url\s*=")


def check(case: Case) -> Iterator[Finding]:
    """Sizes, names, special files and the site's address."""
    yield from _sizes(case)
    yield from _names(case)
    yield from _special_files(case)
    yield from _address(case)
    yield from _repository(case)
    yield from _requirements(case)


def _sizes(case: Case) -> Iterator[Finding]:
    total = 0
    for path in case.site.files:
        size = case.site.size(path)
        total += size
        if size > LARGE_FILE:
            severity: Severity = "error" if size > MAX_FILE else "warning"
            limit = "takes no file over 100 MB" if size > MAX_FILE else "warns of files over 50 MB"
            message = f"the file takes {size / 1024**2:.0f} MB; GitHub {limit}"
            hint = "make it smaller, or publish it elsewhere and link to it"
            yield Finding(severity, NAME, message, case.origins.file_of_media(path), None, hint, path)
    if total > MAX_SITE * 9 // 10:
        severity = "error" if total > MAX_SITE else "warning"
        message = f"the site takes {total / 1e9:.2f} GB; GitHub Pages takes 1 GB"
        yield Finding(severity, NAME, message, hint="make its pictures smaller, or publish it on another server")


def _names(case: Case) -> Iterator[Finding]:
    for path in case.site.files:
        if fault := name_problem(path):
            yield _name(case, path, f"the file name {path!r} {fault}")
    for path, first in collisions(case.site.files):
        yield _name(case, path, f"the file name {path!r} is that of {first!r} where capitals do not count")


def _name(case: Case, path: str, message: str) -> Finding:
    text, media = case.origins.text_of(path), case.origins.file_of_media(path)
    hint = "change its `slug`" if text else "give it another name"
    return Finding("warning", NAME, message, text.path if text else media, None, hint, path)


def _special_files(case: Case) -> Iterator[Finding]:
    site = case.site
    if MARKER not in site and any(path.startswith("_") or "/_" in path for path in site.files):
        hint = f"an empty file {MARKER} at the site's root keeps them"
        yield Finding("error", NAME, "GitHub Pages drops files and folders that begin with `_`", hint=hint)
    if urls.NOT_FOUND not in site:
        yield Finding("warning", NAME, f"there is no {urls.NOT_FOUND} for addresses that lead to nothing")
    if "robots.txt" in site:
        robots = RobotFileParser()
        robots.parse(site.read("robots.txt").decode("utf-8", "replace").splitlines())
        if not robots.can_fetch("*", case.settings.url):
            message = "robots.txt keeps all search engines off the whole site"
            yield Finding("error", NAME, message, hint="take out `Disallow: /`", page="robots.txt")


def _address(case: Case) -> Iterator[Finding]:
    parts = urlsplit(case.settings.url)
    host = parts.hostname or ""
    if is_reserved(host):
        message = f"site.url is {case.settings.url}, a placeholder"
        yield _setting(
            case,
            "error",
            message,
            "write the address where readers will find the site; on GitHub, switching on Pages does it",
        )
    elif parts.scheme == "http":
        message = f"site.url begins with http://: {case.settings.url}"
        yield _setting(case, "warning", message, "GitHub Pages and most servers offer https://")
    name = _first_word(case, "CNAME")
    if name and name.lower() != host:
        message = f"CNAME names the host {name}, and site.url the host {host}"
        yield Finding("error", NAME, message, hint="make them agree", page="CNAME")


def _first_word(case: Case, path: str) -> str:
    return next(iter(case.site.read(path).decode("utf-8", "replace").split()), "") if path in case.site else ""


def _repository(case: Case) -> Iterator[Finding]:
    """Whether the address fits the repository that GITHUB_REPOSITORY names."""
    owner, _, name = case.environment.get("GITHUB_REPOSITORY", "").partition("/")
    if not name:
        return
    parts = urlsplit(case.settings.url)
    host, base = (parts.hostname or "").lower(), unquote(parts.path)
    own_host = f"{owner}.github.io".lower()
    project = "/" if name.lower() == own_host else f"/{name}/"
    if host.endswith(".github.io"):
        if host != own_host or base.lower() != project.lower():
            message = f"site.url is {case.settings.url}; GitHub Pages publishes {owner}/{name} elsewhere"
            yield _setting(case, "error", message, f"write https://{own_host}{project}")
    elif not is_reserved(host) and base.lower() not in ("/", project.lower()):
        message = f"site.url has the path {base}, and the repository is named {name}"
        yield _setting(case, "warning", message, "the path is / for a domain of its own, else that name")


def _requirements(case: Case) -> Iterator[Finding]:
    """Whether the workflow would take Nashra by its name from an index, where anybody may have registered it."""
    path = case.settings.root / REQUIREMENTS
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    for number, line in enumerate(lines, 1):
        yield from _unverified(case, path, number, line)
        if _BY_NAME.match(line):
            message = "Nashra is taken by its name from PyPI, where nobody of this project has published it"
            hint = "name a wheel with its checksum, or a repository with a commit; docs/publishing.md says how"
            yield Finding("error", NAME, message, path, number, hint)


def _unverified(case: Case, path: Path, number: int, line: str) -> Iterator[Finding]:
    """What the workflow would install although nothing tells which bytes it will be, and what it would stop at."""
    address = _OF_NASHRA.match(line)
    if address and address[1].startswith("git+") and not _COMMIT.search(address[1]):
        message = "Nashra is taken from a branch or a tag, which may be another program tomorrow"
        yield Finding("warning", NAME, message, path, number, "write the commit behind the last @, all 40 digits of it")
    elif address and address[1].startswith("http") and "#sha256=" not in address[1]:
        message = "Nashra is taken from an address without a checksum"
        yield Finding("warning", NAME, message, path, number, "write #sha256= and the 64 digits behind it")
    wheel = _WHEEL.match(line)
    if wheel and (fault := _fault_of_wheel(case.settings.root, wheel[1])):
        yield Finding("error", NAME, f"{fault}: the workflow will stop there", path, number, _ON_WHEELS)


def _fault_of_wheel(root: Path, name: str) -> str:
    """What is wrong with a wheel in the site's folder, whose checksum stands in nashra.sha256; nothing where all is
    well."""
    try:
        data = (root / name).read_bytes()
    except OSError:
        return f"there is no file {name}"
    try:
        sums = [row.split() for row in (root / CHECKSUMS).read_text("utf-8", "replace").splitlines()]
    except OSError:
        sums = []
    noted = next((row[0] for row in sums if len(row) == 2 and row[1].lstrip("*").removeprefix("./") == name), None)
    if noted is None:
        return f"{CHECKSUMS} has no checksum of {name}"
    return "" if noted.lower() == sha256(data).hexdigest() else f"{name} is not the file whose checksum was noted"


def _setting(case: Case, severity: Severity, message: str, hint: str) -> Finding:
    path = case.settings.root / FILE_NAME
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    line = next((number for number, text in enumerate(lines, 1) if _URL_LINE.match(text)), None)
    return Finding(severity, NAME, message, path, line, hint)
