"""Front matter -> values of the model, with the file and the line of what is wrong."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from nashra.head.frontmatter import Fields, Value
from nashra.head.known_keys import is_yes
from nashra.head.spelling import in_plain_digits
from nashra.kit.errors import ContentError
from nashra.kit.slugs import make_slug, slug_problem
from nashra.kit.spaces import one_line
from nashra.languages.cldr import is_language_code
from nashra.model import ALONE, FLAGS, STATES, BlockRecord, Picture, Source, Translation

_RECORD = re.compile(
    r"([0-9a-f]{8})?-([0-9a-f]{8})?(?: (?!from:|sure:)(\w+))?(?: sure:([0-9]{1,2}))?(?: from:([\w,-]+))?\Z"
)
# What ISO 8601 and people write; seconds may be missing, and a space may stand for the T and before the zone.
# What comes around a date when it is pasted: marks that nobody sees, and quotes.
_AROUND = " \u00a0\u200e\u200f\u061c\ufeff\"'“”„«»‹›‘’"
_DATE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]+([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r" ?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
# What these calendars have for the years since 1880, and the Gregorian one for years without newspapers.
_YEARS_OF_OTHERS = range(1300, 1500)
# No clock on earth is farther from that of Greenwich.
_FARTHEST = timedelta(hours=14)
# [a] is more likely a title in brackets than a list of titles.
_NO_LIST = ("title", "summary")
# A share of a whole, in the digits of any script.
_SHARE = re.compile(r"(\d+(?:\.\d+)?)[ ]?[%٪]")
_PICTURE_KEYS = ("file", "alt", "caption", "credit")
# What neither a URI nor an IRI may hold: RFC 3986, section 2, and RFC 3987, section 2.2.
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"\\^`{|}\s\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def text_field(fields: Fields, key: str, path: Path) -> str | None:
    """The text under `key` on one line, or that of a list of one; None when it is missing or blank.

    Raises ContentError for a longer list and for a table.
    """
    value = fields.get(key)
    if key not in _NO_LIST:
        value = _only(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ContentError(f"`{key}` must be a text", path=path, line=fields.lines[key], hint="put it in quotes")
    return one_line(value) or None


def words_field(fields: Fields, key: str, path: Path) -> tuple[str, ...]:
    """The words of the list under `key`, each once; one word need not be a list. Raises ContentError."""
    value = fields.get(key, [])
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list):
        value = [word for word in value if word != ""]
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ContentError(f"`{key}` must be a list of words", path=path, line=fields.lines[key], hint="[a, b]")
    return tuple(dict.fromkeys(str(word) for word in value))


def ids_field(fields: Fields, key: str, path: Path) -> tuple[str, ...]:
    """The ids of the list under `key`, each once; a text may have several, with commas between them, as people write.

    Raises ContentError.
    """
    value = fields.get(key)
    if isinstance(value, str):
        return tuple(dict.fromkeys(id for part in re.split("[,،;؛]", value) if (id := part.strip())))
    return words_field(fields, key, path)


def authors_field(fields: Fields, path: Path) -> tuple[str, ...]:
    """Who signs: one name, or a list of several. Raises ContentError for what is neither."""
    return tuple(dict.fromkeys(name for text in words_field(fields, "author", path) if (name := one_line(text))))


def languages_field(fields: Fields, path: Path) -> tuple[str, ...]:
    """The `languages` in which an article is wanted, () where it does not say. Raises ContentError for other words."""
    codes = words_field(fields, "languages", path)
    wrong = next((code for code in codes if not is_language_code(code)), None)
    if wrong is not None:
        message = f"`languages` names {wrong!r}, which is no language code"
        raise ContentError(message, path=path, line=fields.lines["languages"], hint="languages: [ar, fr]")
    return codes


def flag_field(fields: Fields, key: str, path: Path) -> bool:
    """Whether `key` says true, or yes in a language that we know; False when it is missing.

    Raises ContentError for what is neither true nor false.
    """
    text = text_field(fields, key, path)
    answer = is_yes(text) if text is not None else False
    if answer is None:
        message = f"`{key}` is {text!r}, and must be true or false"
        raise ContentError(message, path=path, line=fields.lines[key], hint=f"{key}: true")
    return answer


def story_field(fields: Fields, path: Path) -> str:
    """The `story` that an article is put into by hand; ALONE where it says no in a language that we know.

    Raises ContentError for what cannot be part of an address.
    """
    text = text_field(fields, "story", path)
    if text is None:
        return ""
    if is_yes(text) is False:
        return ALONE
    name = make_slug(text)
    if is_yes(text):
        hint = "write the same short name in each of its articles, as `story: rabat-flood`"
        raise ContentError(f"`story` is {text!r}, and must name one", path=path, line=fields.lines["story"], hint=hint)
    if fault := slug_problem(name):
        hint = "write the same short name in each of its articles, as `story: rabat-flood`, or `story: no` for none"
        message = f"`story` is {text!r}, of which no address can be made: it {fault}"
        raise ContentError(message, path=path, line=fields.lines["story"], hint=hint)
    return name


def moment_field(fields: Fields, key: str, path: Path, zone: ZoneInfo) -> tuple[datetime, bool]:
    """(moment with a zone, whether the time of day is known). Days begin at midnight in `zone`, the site's.

    Digits of any script will do. Raises ContentError for what is no date, and for a year of another calendar.
    `key` must be in `fields`.
    """
    text, line = (text_field(fields, key, path) or "").strip(_AROUND), fields.lines[key]
    parts = _DATE.fullmatch(in_plain_digits(text))
    if parts and int(parts[1][:4]) in _YEARS_OF_OTHERS:
        message = f"`{key}` is {text!r}, which seems to be a day of the Islamic or of the Persian calendar"
        raise ContentError(message, path=path, line=line, hint="write that of the Gregorian one, as 2024-07-18")
    try:
        if parts is None:
            raise ValueError(text)
        moment, has_time = datetime.fromisoformat(f"{parts[1]}T{parts[2] or '00:00'}"), parts[2] is not None
        zone_of = datetime.fromisoformat(f"{parts[1]}T00:00{parts[3].upper()}").tzinfo if parts[3] else zone
        moment = moment.replace(tzinfo=zone_of)
        if abs(moment.utcoffset() or timedelta()) > _FARTHEST:
            raise ValueError(text)
        there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
        moment.astimezone(zone) - timedelta(days=2)  # near year 1 such sums overflow, and feeds need them
    except (ValueError, OverflowError):
        hint = "write it as 2024-07-18 or 2024-07-18T10:00:00+01:00"
        raise ContentError(f"`{key}` is {text!r}, not a date", path=path, line=line, hint=hint) from None
    if has_time and there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        message = f"`{key}` is {text!r}, a time that {zone.key} does not have: clocks are put forward over it that day"
        raise ContentError(message, path=path, line=line, hint=f"write {there_and_back:%H:%M}, or what was meant")
    return moment, has_time


def expiry_field(fields: Fields, published: datetime, path: Path, zone: ZoneInfo) -> datetime | None:
    """The moment from which an article is not public any more, None where it stays. A bare day counts to its end.

    Raises ContentError for what is no date, or is not after `published`.
    """
    if text_field(fields, "expires", path) is None:
        return None
    moment, has_time = moment_field(fields, "expires", path, zone)
    # 9999-12-31 has no day after it
    expires = moment if has_time or moment.date() == date.max else moment + timedelta(days=1)
    if expires <= published:
        hint = "readers would never see the article; correct one of them"
        message = f"`expires` is {text_field(fields, 'expires', path)!r}, before the article's `date`"
        raise ContentError(message, path=path, line=fields.lines["expires"], hint=hint)
    return expires


def embargo_field(fields: Fields, expires: datetime | None, path: Path, zone: ZoneInfo) -> datetime | None:
    """The moment of `publish_at`, before which an article is not public whatever its date; None where there is none.

    Raises ContentError for what is no date, or is not before the article expires.
    """
    text = text_field(fields, "publish_at", path)
    if text is None:
        return None
    moment, _ = moment_field(fields, "publish_at", path, zone)
    if expires is not None and moment >= expires:
        message = f"`publish_at` is {text!r}, and by then the article has expired"
        hint = "readers would never see the article; correct one of them"
        raise ContentError(message, path=path, line=fields.lines["publish_at"], hint=hint)
    return moment


def source_field(fields: Fields, path: Path) -> Source | None:
    """The `source` of an article: a name, or a table of name and url. Raises ContentError."""
    value = _only(fields.get("source"))
    if value is None or value == "":
        return None
    line = fields.lines["source"]
    if isinstance(value, str):
        return Source(value)
    name = text_field(value, "name", path) if isinstance(value, Fields) else None
    if not isinstance(value, Fields) or name is None:
        raise ContentError("`source` needs a name", path=path, line=line, hint="{name: ..., url: ...}")
    url = text_field(value, "url", path)
    if url is not None and not is_web_address(url):
        raise ContentError(f"`source.url` is {url!r}, not a web address", path=path, line=line, hint="https://...")
    return Source(name, url, value.lines.get("url", line))


def picture_field(fields: Fields, path: Path) -> Picture | None:
    """The `image` of a version: the name of a file, or a table of file, alt, caption, credit. Raises ContentError."""
    value = _only(fields.get("image"))
    if value is None or value == "":
        return None
    line = fields.lines["image"]
    if isinstance(value, str):
        return Picture(value, line=line)
    hint = "{file: photo.jpg, alt: what it shows, caption: ..., credit: ..., focus: 50% 20%}"
    if not isinstance(value, Fields):
        raise ContentError("`image` must be the name of a file, or a table", path=path, line=line, hint=hint)
    for key in value:
        if key not in (*_PICTURE_KEYS, "focus"):
            raise ContentError(f"`image` has no {key!r}", path=path, line=value.lines[key], hint=hint)
    texts = {key: text_field(value, key, path) or "" for key in _PICTURE_KEYS}
    return Picture(**texts, line=value.lines.get("file", line), focus=_focus(value, path))


def _focus(picture: Fields, path: Path) -> tuple[float, float] | None:
    """The two shares of `focus`: "30% 20%" is three tenths from the left, two from the top. Raises ContentError."""
    text = text_field(picture, "focus", path)
    if text is None:
        return None
    found = [float(number) / 100 for number in _SHARE.findall(text)]
    if len(found) != 2 or _SHARE.sub("", text).strip(" ,،") or max(found) > 1:
        message = f"`focus` is {text!r}, and must be two shares: from the left, and from the top"
        raise ContentError(message, path=path, line=picture.lines["focus"], hint="focus: 50% 20%")
    return found[0], found[1]


def _only(value: Value | None) -> Value | None:
    """The item of a list of one, any other value as it is."""
    if isinstance(value, list) and len(value) <= 1:
        return value[0] if value else None
    return value


def is_web_address(url: str) -> bool:
    """Whether `url` is an absolute http or https address. Letters of all scripts may stand in it (RFC 3987)."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not _UNSAFE.search(url)
        )
    except ValueError:
        return False


def translation_field(fields: Fields, path: Path) -> Translation | None:
    """The `translation` of a version, None for an original. Raises ContentError."""
    if fields.get("translation", "") == "":
        return None
    table = fields["translation"]
    line = fields.lines["translation"]
    if not isinstance(table, Fields):
        raise ContentError("`translation` must be a table", path=path, line=line, hint="{from: ar, state: manual}")
    origin = text_field(table, "from", path)
    state = text_field(table, "state", path)
    if origin is None or not is_language_code(origin):
        raise ContentError(f"`translation.from` is {origin!r}, not a language", path=path, line=line)
    if state not in STATES:
        said = f"is {state!r}" if state else "is missing"
        raise ContentError(f"`translation.state` {said}", path=path, line=line, hint="one of " + ", ".join(STATES))
    records = {
        name: _record(table[name], path, table.lines[name])
        for name in ("title", "summary", "alt", "caption")
        if table.get(name)
    }
    rows = table.get("blocks") or []
    if not isinstance(rows, list):
        raise ContentError("`translation.blocks` must be a list", path=path, line=table.lines["blocks"])
    return Translation(
        origin=origin,
        state=state,
        engine=text_field(table, "engine", path) or "",
        via=words_field(table, "via", path),
        older=words_field(table, "older", path),
        **records,
        blocks=tuple(_record(row, path, table.lines["blocks"]) for row in rows),
    )


def _record(row: Value, path: Path, line: int) -> BlockRecord:
    match = _RECORD.match(row) if isinstance(row, str) else None
    if match is None:
        hint = "restore the line from version control, or remove `blocks`: then every block counts as a person's"
        raise ContentError(f"{row!r} is no pair of fingerprints", path=path, line=line, hint=hint)
    for flag in FLAGS:
        if flag == (match[3] or ""):
            reused = tuple(match[5].split(",")) if match[5] else ()
            return BlockRecord(match[1] or "", match[2] or "", flag, reused, int(match[4]) if match[4] else None)
    raise ContentError(f"{match[3]!r} is no mark of a block", path=path, line=line)


def format_record(record: BlockRecord) -> str:
    """The text of a record in front matter: "3f9a1c2e-77d0e1aa human", "3f9a1c2e-77d0e1aa from:5c11e0"."""
    reused = f" from:{','.join(record.reused)}" if record.reused else ""
    sure = f" sure:{record.sure}" if record.sure is not None else ""
    return f"{record.source}-{record.target}" + (f" {record.flag}" if record.flag else "") + sure + reused
