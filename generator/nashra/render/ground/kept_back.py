"""Files in static/ that are not published, or with a word of warning, by their names: what nobody means to show."""

from __future__ import annotations

import re
from pathlib import Path

from nashra.head.known_keys import is_yes
from nashra.kit.errors import Problem
from nashra.languages.desk.known import beginning, is_one, plain, within

# What editors and git leave beside the files one works on.
_LEFT_BEHIND = re.compile(
    r".*~|~\$.*|\.~lock\..*|\.#.*|#.*#|.*\.(?:sw[op]|bak|old|orig|rej|tmp|part|crdownload)", re.IGNORECASE
)
_SECRET = re.compile(
    r"\.env(?:\..+)?|\.netrc|\.npmrc|\.pypirc|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:pem|key|pfx|p12|kdbx|kdb|jks|keystore|ppk|ovpn)"
    r"|\.htpasswd|\.git-credentials|(?:secrets?|credentials|passwords?)\.(?:ya?ml|json|toml|ini|csv|txt|xlsx?|docx?|od[st])"
    r"|.*\.sql(?:\.\w+)?|.*\.tfstate(?:\.\w+)?|.*\.har",
    re.IGNORECASE,
)
# Programs for a server, which have its passwords in them: pages that are files would show them to everybody.
_PROGRAM = re.compile(r".*\.(?:php[0-9]?|phtml|inc|aspx?|jsp|cgi)", re.IGNORECASE)
# Letters, and what programs write down of them and of those who use them.
_LETTERS = re.compile(r".*\.(?:eml|emlx|msg|mbox|pst|ost)|.*\.(?:rdb|sqlite3?-(?:journal|wal|shm)|log)", re.IGNORECASE)
# What cameras and programs for pictures work on: no browser shows it, and it keeps where and by whom it was made.
_RAW = re.compile(r".*\.(?:cr[23w]|nef|arw|orf|rw2|raf|psd|psb|xcf|indd|afphoto|afpub)", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*---[ \t]*\n(?:[^\n]*\n){0,20}?title:")
_DRAFT = re.compile(r"^draft[ \t]*:([^\n#]*)", re.MULTILINE)
_MARKDOWN = frozenset((".md", ".markdown"))
# Lists of people, and data that may be one.
_DATA = re.compile(r".*\.(?:vcf|vcard|sqlite3?|db|mdb|accdb|dbf)", re.IGNORECASE)
# What people write in, and keep lists in.
_WRITTEN = frozenset((".md", ".txt", ".rtf", ".doc", ".docx", ".odt", ".pdf", ".html", ".htm", ".pages"))
_LISTS = frozenset((".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods", ".json", ".numbers"))
# What is still being written, where its name says so at an end; what is published of that is a PDF or a page.
_EDITED = frozenset((".rtf", ".doc", ".docx", ".odt", ".pages", ".md", ".txt"))
_ARCHIVES = frozenset((".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar"))
# Hidden files that servers and those who look for a site's owner ask for.
_ASKED_FOR = frozenset({".well-known", ".nojekyll", ".htaccess", ".domains"})
_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "$recycle.bin", "lost+found"})
# Settings of programs, and notes of people: texts that may hold a password in words.
SETTINGS = frozenset((".yml", ".yaml", ".toml", ".ini", ".conf", ".cfg", ".md", ".txt", ".properties"))
_DELETE = "delete it, or rename it"


def kept_back(path: Path, name: str) -> Problem | None:
    """The problem that a file is not published. name: its path within static/, with forward slashes."""
    stem = plain(path.stem)
    if _PROGRAM.fullmatch(path.name):
        message = "this is a program for a server, and everybody could read it; it is not published"
        return Problem(message, path, hint="keep it elsewhere, or give it the ending .txt")
    if _SECRET.fullmatch(path.name) or is_one(stem, "secrets"):
        hint = "keep it elsewhere, or give it another name if everybody may read it"
        return Problem("this file seems to hold a secret, and is not published", path, hint=hint)
    if _LETTERS.fullmatch(path.name):
        message = "this file holds letters, or what a program writes down for itself; it is not published"
        return Problem(message, path, hint="keep it elsewhere, or give it the ending .txt if everybody may read it")
    if _RAW.fullmatch(path.name):
        message = "no browser shows this file, and it keeps where and by whom it was made; it is not published"
        return Problem(message, path, hint="save it as JPEG or PNG")
    if path.suffix.lower() in _WRITTEN and is_one(stem, "alone"):
        message = "by its name this is not ready; it is not published"
        return Problem(message, path, hint="rename it when everybody may read it")
    if _LEFT_BEHIND.fullmatch(path.name) or not _FOLDERS.isdisjoint(name.lower().split("/")):
        return Problem("a program left this file behind; it is not published", path, hint=_DELETE, warning=True)
    if any(part.startswith(".") and part.lower() not in _ASKED_FOR for part in name.split("/")):
        message = "this file is hidden, as those of programs are; it is not published"
        return Problem(message, path, hint="rename it if everybody may read it", warning=True)
    return None


def is_draft(text: str, path: Path) -> Problem | None:
    """The problem that a file is the text of an article whose head says that it is a draft."""
    head = _ARTICLE.match(text) if path.suffix.lower() in _MARKDOWN else None
    said = _DRAFT.search(text[: text.find("\n---", head.end())]) if head else None
    if said is None or not is_yes(said[1].strip(" \"'")):
        return None
    line = text.count("\n", 0, said.start()) + 1
    return Problem("this is a draft; it is not published", path, line, "keep it in content/articles/")


def source_of_a_page(path: Path) -> Problem | None:
    """The warning that a file is the text of an article with its head, which pages are made of."""
    try:
        is_one = path.suffix.lower() in _MARKDOWN and _ARTICLE.match(path.read_text("utf-8", "replace"))
    except OSError:
        return None
    message, hint = "this is the text of an article, and is published as it is, with its head", "give it a folder"
    hint += " in content/articles/, or take its head out"
    return Problem(message, path, 1, hint, warning=True) if is_one else None


def _is_unready(stem: str) -> bool:
    """Whether the `plain` name of a file begins or ends with a word that says it is not ready."""
    return beginning(stem, "alone") is not None or any(is_one(stem[at:], "alone") for at in _words_from(stem))


def _words_from(stem: str) -> list[int]:
    return [at + 1 for at, char in enumerate(stem) if char == " "]


def doubtful(path: Path) -> Problem | None:
    """The warning that a file is published which may name people who do not want to be known, or is not ready."""
    if path.suffix.lower() in _EDITED and _is_unready(plain(path.stem)):
        message = "by its name this may not be ready, and everybody can read it"
        return Problem(message, path, hint="rename it when it is, or keep it elsewhere", warning=True)
    if path.suffix.lower() in _ARCHIVES and within(plain(path.stem), "backups"):
        message = "by its name this holds copies of other files, and everybody can read them"
        return Problem(message, path, hint="keep it elsewhere, or rename it if it is meant for readers", warning=True)
    if _DATA.fullmatch(path.name) or (path.suffix.lower() in _LISTS and is_one(plain(path.stem), "lists")):
        message = "by its name this file may hold names and numbers of people, and everybody can read it"
        return Problem(message, path, hint="keep it elsewhere, or rename it if it is meant for readers", warning=True)
    return None
