"""Taking the shell of an agency's wire off: slugs and notes to editors above a report, initials and stamps below it."""

from __future__ import annotations

import re
from datetime import date, time, timedelta, timezone
from functools import lru_cache

from nashra.ingest.dates.calendar_words import months
from nashra.ingest.dates.find import FoundDate, fixed_dates, parse_date
from nashra.ingest.draft import Dropped
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.heads.dateline import read_dateline_line
from nashra.ingest.heads.dateline_places import is_place
from nashra.ingest.shells.found import Shelled
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import folded, keys, written

_HEAD, _TAIL = 8, 8

# FRS0234 4 GI 0312 F /AFP-AB12; BC-AF--Morocco-School,1st Ld-Writethru; (Eds: UPDATES with quotes.)
_CODE = re.compile(
    r"(?:[A-Z]{2,4}\d{3,5}|[A-Z]\d{4}|\d{3,5})\s+\d\s+[A-Z]{1,3}\s+\d{3,4}.*"
    r"|(?:BC|AM|PM|AP|US|EU|AF|ML|AS|LT)-[A-Z]{1,3}-{1,2}\S.*|.*\b(?:\d(?:st|nd|rd|th)\s)?Ld(?:-Writethru)?\b.{0,40}"
    r"|[A-Z]{3,5}\d{2,5}\s*(?:[-/]\S*)?|.*-Writethru.*"
)
_SLUG = re.compile(
    r"[^\W\d_][\w']*(?:-[^\W_][\w']*){1,6}(?:\s?[-,(]?\s?(?:LEAD|PHOTOS?|URGENT|PREV|ENCADRE|PAPIER)\)?)?"
)
_SLASHED = re.compile(r"[^\s/]+(?:\s?/\s?[^\s/]+){1,5}(?:\s*\([^()]{1,40}\))?")

_AR_INITIALS = r"[ء-ي]{1,2}(?:[\s.][ء-ي]{1,2}){0,3}"
_INITIALS = re.compile(
    rf"(?:\([^()]{{1,30}}\)|[^\W\d_]{{2,4}}\s?[/-])\s?(?:[a-z]{{2,4}}|{_AR_INITIALS})(?:\s?[-/]\s?(?:[a-z]{{1,4}}|{_AR_INITIALS})){{0,5}}"
    rf"|[a-z]{{2,4}}(?:\s?[-/]\s?[a-z]{{1,4}}){{1,5}}|{_AR_INITIALS}(?:\s?[-/]\s?{_AR_INITIALS}){{1,4}}\s?[/.]?"
    r"|(?:[A-Z]\.\s?){2,4}|[A-Z]{2,3}(?:\s?/\s?[A-Z]{2,3}){1,3}|/[A-Za-z]{2,4}/|[ء-ي]{1,2}(?:\.[ء-ي]{1,2}){1,3}\.?"
)
# The agency that signs behind the last sentence, in brackets or in capitals.
_SIGNED_OFF = re.compile(
    r"(?<=[.!?؟…»\"”])\s?(?:[-–—]\s?)?(?:[(\[]([^()\[\]]{2,40})[)\]]|\s([A-Z]{2,6}|[ء-ي]{3,8}))\s?[.]?\Z"
)


def open_wire(shelled: Shelled) -> None:
    """Take slugs, codes, notes and stamps off, where they stand."""
    _take_tail(shelled)
    _take_head(shelled)


def _take_head(shelled: Shelled) -> None:
    filled = shelled.filled()[:_HEAD]
    gone: list[int] = []
    titled = False
    for place, at in enumerate(filled):
        text = shelled.lines[at].text
        after = (shelled.lines[each].text for each in filled[place + 1 :])
        follows = next((each for each in after if not (_is_urgent(each) or _is_note(each))), "")
        if (_is_urgent(text) and follows) or _is_note(text) or (not titled and follows and _is_slug(text, follows)):
            gone.append(at)
        elif boilerplate.is_sentence(text):
            break
        elif read_byline(text) is None:
            titled = True
    shelled.drop(gone, "a slug, code or note of the wire")


def _is_urgent(text: str) -> bool:
    return key(text) in keys("wires", "urgent")


def _is_note(text: str) -> bool:
    if len(text) > 160:
        return False
    bare = text.strip(" =()[]/*-–—")
    marked = bare != text
    return (marked and key(bare) in keys("wires", "note")) or _editors().fullmatch(text) is not None


def _is_slug(text: str, follows: str) -> bool:
    """A code, or keywords joined by hyphens or slashes, above a headline."""
    if len(text) > 90 or text.endswith((".", "؟", "?", "!")):
        return False
    dateline = read_dateline_line(text)
    if dateline is not None and dateline.agency:
        return False  # "دمشق-سانا"
    if _CODE.fullmatch(text):
        return True
    words = len(key(follows).split())
    if words < 3:
        return False
    slashed = _SLASHED.fullmatch(text) is not None and not text.startswith("http") and not any(map(str.isdigit, text))
    return slashed or _SLUG.fullmatch(text) is not None


def _take_tail(shelled: Shelled) -> None:
    filled = shelled.filled()
    gone: list[int] = []
    for at in reversed(filled[max(2, len(filled) - _TAIL) :]):
        text = shelled.lines[at].text
        stamp = _stamp(text) or _bare_stamp(shelled, filled, at)
        if stamp is not None:
            if shelled.stamp is None:
                shelled.stamp = (stamp, f"line {shelled.lines[at].number}, the stamp of the wire")
        elif not (_is_ending(text) or boilerplate.is_ornament(text) or _is_count(shelled, filled, at)):
            if not gone and not _is_credit(text):
                break
            if not _is_credit(text):
                break
            continue  # an agency's name or right of copy may stand among them
        gone.append(at)
    while gone and boilerplate.is_ornament(shelled.lines[gone[-1]].text):
        gone.pop()
    shelled.drop(sorted(gone), "initials, codes and stamps of the wire")
    for at in shelled.filled()[-1:]:
        line = shelled.lines[at]
        if (found := _glued_end().search(line.text)) is not None:
            shelled.dropped.append(Dropped(line.number, found[0].strip(), "the word that ends a report"))
            shelled.lines[at] = Line(line.number, line.text[: found.start()].rstrip())
        _take_sign_off(shelled, at)


def _take_sign_off(shelled: Shelled, at: int) -> None:
    """The agency behind the last sentence of a report: "... de neuf pays. (APS)", "... à ce stade. EFE"."""
    line = shelled.lines[at]
    found = _SIGNED_OFF.search(line.text)
    if found is None or not boilerplate.is_agency(found[1] or found[2]):
        return
    name = found[1] or found[2]
    shelled.source = shelled.source or (name, f"line {line.number}, which it signs")
    shelled.dropped.append(Dropped(line.number, found[0].strip(), "the agency that signs the report"))
    shelled.lines[at] = Line(line.number, line.text[: found.start()].rstrip())


def _bare_stamp(shelled: Shelled, filled: list[int], at: int) -> FoundDate | None:
    """The day in a last line that has nothing else but an agency's name, or that stands below the agency's end."""
    text = shelled.lines[at].text
    found = parse_date(text)
    if found is not None:
        above = [shelled.lines[each].text for each in filled if each < at][-1:]
        return found if any(_is_ending(each) for each in above) else None
    days = fixed_dates(text)
    if at != filled[-1] or len(days) != 1:
        return None
    rest = f"{text[: days[0].start]} {text[days[0].end :]}".strip(" -–—/|,،:()")
    if not boilerplate.is_agency(rest):
        return None
    shelled.source = shelled.source or (rest, f"line {shelled.lines[at].number}, the stamp of the wire")
    return days[0]


def _is_count(shelled: Shelled, filled: list[int], at: int) -> bool:
    """Whether a line is the hour or the number of a report, below the word that ends it: "14:30 ت م", "0112"."""
    above = [shelled.lines[each].text for each in filled if each < at][-3:]
    closed = any(key(_bare(text)) in keys("wires", "over") or _is_agency_between_signs(text) for text in above)
    return closed and _hour_or_number().fullmatch(fold(shelled.lines[at].text).text) is not None


def _is_credit(text: str) -> bool:
    return boilerplate.is_agency(text) or boilerplate.match(text) is not None


def _is_ending(text: str) -> bool:
    if len(text) > 60 or text[-1] in "!?؟":
        return False
    bare = _bare(text)
    if key(bare) in keys("wires", "over") and (bare != text or key(bare) not in ("30", "fin", "end", "more", "suite")):
        return True
    if _INITIALS.fullmatch(text) is not None or _byline_code().fullmatch(text) is not None:
        return True
    return _is_signed_by_agency(text) or _is_agency_between_signs(text)


def _bare(text: str) -> str:
    return text.strip(" /*-–—()#=.")


def _is_agency_between_signs(text: str) -> bool:
    """Whether a line is the name of an agency with signs around it: "-- SPA"."""
    name = text.strip(" /*-–—")
    return name != text and boilerplate.is_agency(name)


def _is_signed_by_agency(text: str) -> bool:
    """An agency with initials or a place behind it, and nothing else: "MAP / AB", "( وال طرابلس )"."""
    parts = key(text).split()
    for count in range(1, min(4, len(parts) - 1) + 1):
        rest = parts[count:]
        if boilerplate.is_agency(" ".join(parts[:count])) and not any(map(str.isdigit, rest)):
            return (all(len(each) < 3 for each in rest) and len(rest) < 7) or is_place(" ".join(rest))
    return False


def _stamp(text: str) -> FoundDate | None:
    folded = fold(text).text.strip(" .*/()")
    for pattern in _stamps():
        found = pattern.fullmatch(folded)
        if found is None:
            continue
        group = found.groupdict()
        month = int(group["nmonth"]) if group.get("nmonth") else months().get((group.get("month") or "").strip("."), 0)
        year = int(group["year"])
        try:
            day = date(year + 2000 if year < 100 else year, month, int(group["day"]))
            clock = time(int(group["hour"]), int(group["minute"]))
        except ValueError:
            continue
        zone = timezone(timedelta()) if key(group["zone"] or "") in keys("wires", "utc") else None
        return FoundDate(0, len(text), day, clock, zone)
    return None


@lru_cache(maxsize=1)
def _editors() -> re.Pattern[str]:
    """A note for those who edit the report: (Eds: UPDATES with quotes.)"""
    return re.compile(rf"\(?(?:{written('wires', 'editors')})\b\s?[:.\-–].*")


@lru_cache(maxsize=1)
def _byline_code() -> re.Pattern[str]:
    return re.compile(rf"(?:{written('wires', 'code')})(?:\s?/\s?[^/\d]{{2,30}}){{1,4}}/?")


@lru_cache(maxsize=1)
def _stamps() -> tuple[re.Pattern[str], ...]:
    """When a report was sent, in folded text: 141530 جمت ماي 2024, AFP 141530 GMT MAI 24; AP-WF-05-14-24 1530GMT."""
    hour = r"(?P<hour>\d{2})(?P<minute>\d{2})"
    zone = rf"(?P<zone>{folded('wires', 'utc')}|\S{{1,4}})"
    return (
        re.compile(
            rf"(?:\w{{2,8}}\s)?(?P<day>\d{{2}}){hour}\s?(?:{zone}\s)?(?P<month>[^\W\d]+)\.?\s(?P<year>\d{{2,4}})(?:n{{4}})?"
        ),
        re.compile(
            rf"ap-[a-z]{{2,3}}-(?P<nmonth>\d{{2}})-(?P<day>\d{{2}})-(?P<year>\d{{2}})\s{hour}(?P<zone>[a-z]{{3}})"
        ),
    )


@lru_cache(maxsize=1)
def _hour_or_number() -> re.Pattern[str]:
    hour = rf"\d{{1,2}}[:.]\d{{2}}\s?(?:{folded('wires', 'utc')}|{folded('wires', 'local')})?"
    return re.compile(rf"{hour}(?:\s?[/,،-]?\s?{hour})?|\d{{3,5}}")


@lru_cache(maxsize=1)
def _glued_end() -> re.Pattern[str]:
    """The word that ends a report behind its last sentence: "الأمن الغذائي.(النهاية)"."""
    return re.compile(rf"(?<=[.!?؟»\"”])\s?[(/]{{1,2}}\s?(?:{written('wires', 'over')})\s?[)/]{{1,2}}\Z", re.IGNORECASE)
