"""Taking the shell of an agency's wire off: slugs and notes to editors above a report, initials and stamps below it."""

from __future__ import annotations

import re
from datetime import date, time, timedelta, timezone

from nashra.ingest.dates.calendar_words import months
from nashra.ingest.dates.find import FoundDate
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.shells.found import Shelled
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key

_HEAD, _TAIL = 8, 8

_URGENT = frozenset(
    key(words)
    for words in (
        "عاجل|خبر عاجل|أخبار عاجلة|عاجل جدا|نبأ عاجل|فلاش|تنبيه|urgent|flash|alerte|alerte info|dernière minute|"
        "breaking|breaking news|alert|just in|bulletin|urgent urgent|عاجل عاجل|عاجل هام|très urgent"
    ).split("|")
)
_NOTES = frozenset(
    key(words)
    for words in (
        "تغطية موسعة|تغطية أولى|تغطية أولية|تغطية شاملة|تصحيح|إضافة|إعادة|صور|صورة|فيديو|مع صور|"
        "photo|photos|avec photos|photo d'archives|video|vidéo|infographie|lead|papier général|papier|encadré|rappel|"
        "mise à jour|correction|corrigé|actualisé|with photos|updates|update|recasts|refiles|corrects|writethru|"
        "بالصور|بالفيديو|نشرة عامة"
    ).split("|")
)
# FRS0234 4 GI 0312 F /AFP-AB12; BC-AF--Morocco-School,1st Ld-Writethru; (Eds: UPDATES with quotes.)
_CODE = re.compile(
    r"(?:[A-Z]{2,4}\d{3,5}|[A-Z]\d{4}|\d{3,5})\s+\d\s+[A-Z]{1,3}\s+\d{3,4}.*"
    r"|(?:BC|AM|PM|AP|US|EU|AF|ML|AS|LT)-[A-Z]{1,3}-{1,2}\S.*|.*\b(?:\d(?:st|nd|rd|th)\s)?Ld(?:-Writethru)?\b.{0,40}"
    r"|[A-Z]{3,5}\d{2,5}\s*(?:[-/]\S*)?|.*-Writethru.*"
)
_EDITORS = re.compile(
    r"\(?(?:Eds?|Editors?|Attention|ATTENTION|À l'attention|ملاحظة للمحررين|إلى السادة المحررين)\b\s?[:.\-–].*"
)
_SLUG = re.compile(
    r"[^\W\d_][\w']*(?:-[^\W_][\w']*){1,6}(?:\s?[-,(]?\s?(?:LEAD|PHOTOS?|URGENT|PREV|ENCADRE|PAPIER)\)?)?"
)
_SLASHED = re.compile(r"[^\s/]+(?:/[^\s/]+){1,5}(?:\s*\([^()]{1,40}\))?")

_AR_INITIALS = r"[ء-ي]{1,2}(?:[\s.][ء-ي]{1,2}){0,3}"
_INITIALS = re.compile(
    rf"(?:\([^()]{{1,30}}\)|[^\W\d_]{{2,4}}\s?[/-])\s?(?:[a-z]{{2,4}}|{_AR_INITIALS})(?:\s?[-/]\s?(?:[a-z]{{1,4}}|{_AR_INITIALS})){{0,5}}"
    rf"|[a-z]{{2,4}}(?:\s?[-/]\s?[a-z]{{1,4}}){{1,5}}|{_AR_INITIALS}(?:\s?[-/]\s?{_AR_INITIALS}){{1,4}}\s?[/.]?"
)
_BYLINE_CODE = re.compile(r"(?:وام|واس|قنا|بنا|كونا|وكالة)(?:\s?/\s?[^/\d]{2,30}){1,4}/?")
_OVER = frozenset(
    key(words) for words in "انتهى|انتهى النص|النهاية|fin|end|ends|30|more|suite|يتبع|à suivre|(more)".split("|")
)
_STAMPS = (
    # 141530 جمت ماي 2024, AFP 141530 GMT MAI 24, 14 1530
    re.compile(
        r"(?:\w{2,8}\s)?(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})\s?(?P<zone>\S{1,4}(?:\sغ)?)\s(?P<month>\S+)\s(?P<year>\d{2,4})"
    ),
    # AP-WF-05-14-24 1530GMT
    re.compile(
        r"ap-[a-z]{2,3}-(?P<nmonth>\d{2})-(?P<day>\d{2})-(?P<year>\d{2})\s(?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>[a-z]{3})"
    ),
)
_UTC = frozenset({"gmt", "جمت", "تغ", "ت غ", "ت.غ", "tu", "ut", "utc", "z"})


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
    return key(text) in _URGENT


def _is_note(text: str) -> bool:
    if len(text) > 160:
        return False
    bare = text.strip(" =()[]/*-–—")
    marked = bare != text
    return (marked and key(bare) in _NOTES) or _EDITORS.fullmatch(text) is not None


def _is_slug(text: str, follows: str) -> bool:
    """A code, or keywords joined by hyphens or slashes, above a headline."""
    if len(text) > 90 or text.endswith((".", "؟", "?", "!")):
        return False
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
        stamp = _stamp(text)
        if stamp is not None:
            if shelled.stamp is None:
                shelled.stamp = (stamp, f"line {shelled.lines[at].number}, the stamp of the wire")
        elif not (_is_ending(text) or boilerplate.is_ornament(text)):
            if not gone and not _is_credit(text):
                break
            if not _is_credit(text):
                break
            continue  # an agency's name or right of copy may stand among them
        gone.append(at)
    while gone and boilerplate.is_ornament(shelled.lines[gone[-1]].text):
        gone.pop()
    shelled.drop(sorted(gone), "initials, codes and stamps of the wire")


def _is_credit(text: str) -> bool:
    return boilerplate.is_agency(text) or boilerplate.match(text) is not None


def _is_ending(text: str) -> bool:
    if len(text) > 60 or text[-1] in "!?؟":
        return False
    bare = text.strip(" /*-–—()#=.")
    if key(bare) in _OVER and (bare != text or key(bare) not in ("30", "fin", "end", "more", "suite")):
        return True
    return _INITIALS.fullmatch(text) is not None or _BYLINE_CODE.fullmatch(text) is not None


def _stamp(text: str) -> FoundDate | None:
    folded = fold(text).text.strip(" .*/()")
    for pattern in _STAMPS:
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
        zone = timezone(timedelta()) if group["zone"] in _UTC else None
        return FoundDate(0, len(text), day, clock, zone)
    return None
