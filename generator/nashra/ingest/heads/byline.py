"""Reading the lines around a headline that say who wrote it, when, and where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from nashra.ingest.dates.calendar_words import alternatives
from nashra.ingest.dates.find import FoundDate, find_dates
from nashra.ingest.heads.dateline_places import is_place
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key, words

# A line of this kind is never longer (in characters), and a name has no more words than this.
MAX_LENGTH = 200
_MAX_NAME_WORDS = 6
_MAX_NAME_LENGTH = 60

# Labels that say by themselves what follows them.
_SURE: dict[str, str] = {
    "updated": "آخر تحديث|أخر تحديث|تاريخ التحديث|تم التحديث|تم تحديثه|محين في|mis à jour le|mis à jour|"
    "mise à jour le|mise à jour|dernière mise à jour le|dernière mise à jour|modifié le|actualisé le|"
    "last updated on|last updated|updated on|updated at|last modified on|last modified|modified on",
    "published": "نشر في|نشر يوم|نشر بتاريخ|نشرت في|نشرت يوم|تم النشر في|تم النشر بتاريخ|تم النشر|تاريخ النشر|"
    "publié le|publiée le|posté le|mis en ligne le|paru le|date de publication|"
    "published on|published at|posted on|posted at|first published on|publication date|issued on",
    "author": "بقلم الكاتب|بقلم الكاتبة|بقلم|من إعداد|بواسطة|نشر بواسطة|أجرى الحوار|"
    "rédigé par|écrit par|propos recueillis par|publié par|un article de|"
    "written by|posted by|published by|reported by|reporting by|story by|words by",
    "source": "نقلا عن|originally published by|originally published in",
}
# Labels that also begin headlines and sentences ("مصدر أمني", "Par ailleurs"): they need a sign or a date on the line.
_UNSURE: dict[str, str] = {
    "updated": "تحديث|حدث في|updated",
    "published": "بتاريخ|التاريخ|publié|posté|mis en ligne|published|posted|first published",
    "author": "الكاتب|الكاتبة|كتبه|كتبته|كتب|كتبت|تأليف|إعداد|أعده|أعدته|حاوره|حاورته|المحرر|المؤلف|تحرير|متابعة|"
    "مراسلة|مراسل|مراسلنا|نشره|من طرف|par|auteur|auteure|autrice|article de|by|author",
    "source": "المصدر|مصدر الخبر|مصدر|عن وكالة|source de l'article|source|sources|avec|via",
}
# Labels that are far more often plain words: they always need a sign.
_SIGNED: dict[str, str] = {"source": "عن|de|from|d'après|with", "published": "date"}
_SIGN = r"\s*(?:/{1,2}|:|\||-)\s*"
# "Par Leïla Alaoui", "By John van Dyke": capitals tell a name from "Par ailleurs" where no sign does.
_SIGNATURE = re.compile(
    r"(?i:par|by)\s(?:(?:(?:de|du|des|la|le|el|al|ben|bin|bint|van|von|and|et|&)\s|d'|[A-ZÀ-ÖØ-Þ][\w.'’-]*\s?){1,8}"
    r"|(?i:la rédaction|notre correspondante?|our correspondent|our staff|staff writer))"
    r"(?=\s*(?:\Z|[(,;|/–-]|avec\s|with\s|à\s|in\s))"
)


def _list(forms: str) -> list[str]:
    return forms.split("|")


# Words that stand between a date and what belongs to it, and say nothing.
_FILLERS = frozenset(
    key(word)
    for word in _list(
        "في|يوم|بتاريخ|على|الساعة|و|من|مع|le|la|à|a|on|at|in|the|du|et|and|by|par|heure|heures|"
        "أضيف|نشر|قبل|منذ|"
        "تاريخ|اليوم|التوقيت|المحلي|بتوقيت|آخر|date"
    )
)

# Words of events and deadlines: what stands beside a date with one of them is an announcement, no name.
_EVENTS = frozenset(
    key(word)
    for word in _list(
        "موعد|الموعد|أجل|الأجل|حتى|غاية|ابتداء|انطلاق|انطلاقة|الانطلاق|افتتاح|الافتتاح|اختتام|الاختتام|بداية|نهاية|"
        "لقاء|مباراة|مباريات|جلسة|ندوة|اجتماع|مهرجان|المهرجان|الدورة|دورة|ضد|بين|جولة|الجولة|مؤتمر|المؤتمر|معرض|"
        "المعرض|حفل|سباق|بطولة|كأس|دوري|نهائي|النهائي|ملعب|قاعة|التسجيل|الترشيح|الترشيحات|الامتحان|الامتحانات|"
        "الدخول|عطلة|العطلة|ذكرى|مفتوح|مغلق|برنامج|البرنامج|إيداع|الإيداع|الملفات|المكان|التوقيت|تاريخ|آخر|"
        "سوق|السوق|سهرة|أمسية|قمة|القمة|ملتقى|الملتقى|منتدى|المنتدى|ليلة|أسبوع|الأسبوع|موسم|الموسم|عيد|العيد|إضراب|وقفة|"
        "مسيرة|زيارة|رحلة|تكوين|انتخابات|الانتخابات|مسابقة|المسابقة|جائزة|الجائزة|حصة|معسكر|يوم|الأيام|أيام|"
        "ولادة|وفاة|ميلاد|الوفاة|استقلال|معركة|حرب|اتفاقية|إعلان|انتخاب|تأسيس|إنشاء|عرض|ورشة|محاضرة|وصول|رحيل|مغادرة|"
        "jusqu|jusqu'au|avant|après|partir|dès|ouverture|ouvert|fermeture|fermé|inscription|inscriptions|limite|clôture|"
        "début|fin|rendez|réunion|séance|match|journée|conférence|programme|lieu|horaire|horaires|dépôt|concert|"
        "festival|atelier|examen|examens|rentrée|vacances|finale|demi|quart|tour|étape|contre|naissance|mort|décès|"
        "indépendance|bataille|traité|accord|élection|élections|création|fondation|guerre|spectacle|exposition|départ|"
        "marché|foire|salon|soirée|gala|tournoi|course|marathon|congrès|assemblée|forum|colloque|séminaire|formation|"
        "visite|sortie|grève|manifestation|coupe|championnat|derby|fête|nuit|semaine|journées|édition|expo|remise|"
        "market|fair|race|cup|league|summit|week|night|party|strike|rally|protest|edition|awards|"
        "délai|délais|dernier|dernière|prochain|prochaine|last|next|register|"
        "arrivée|anniversaire|projection|débat|"
        "deadline|until|before|after|opening|opens|open|closing|closes|closed|starts|ends|vs|versus|meeting|session|"
        "conference|program|round|final|semi|quarter|due|venue|hours|applications|registration|exam|exams|kickoff|"
        "birth|death|independence|battle|treaty|election|elections|creation|founding|war|show|exhibition|departure|"
        "arrival|anniversary|screening|debate|workshop|lecture|matchday"
    )
)
# A name neither begins nor ends in one of these.
_EDGE_WORDS = frozenset(key(word) for word in _list("في|من|إلى|عن|يوم|و|le|la|les|du|au|aux|en|on|the|of|to|from|at"))

_SPLIT = re.compile(r"\s*[|•·،؛,;/()\[\]«»›‹►◄●▪]+\s*|\s+[-–—]+\s+|^[-–—]+\s*|\s*[-–—]+$|\s*:\s*")
_URL = re.compile(r"https?://[^\s<>\"'«»]+", re.IGNORECASE)
_ADDRESS = re.compile(r"[<(\[]?\s*[\w.+%-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?")
_RANGE = re.compile(
    r"\s*(?:[-–—]|(?:et|au|jusqu'au|and|to|until|through|و|الي|حتي|حتي غايه|الي غايه)(?:\s+(?:le|يوم|the))?)\s*"
)
_CAPITAL = re.compile(
    r"[A-ZÀ-ÖØ-Þ]|(?:de|du|des|la|el|al|ben|bin|bint|ibn|van|von|der|den|da|di|d'|l'|al-|el-)", re.UNICODE
)
_NAME = re.compile(r"[^\W\d_][\w.'’ʼ&@\- ]*\Z")
_EDGES = " \t\u00a0.:;,،؛|/\\-–—•·*#()[]«»\"'“”@_"


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says. `labelled`: a word such as "by", "source" or "published" stands in it.

    bare_name:  the author stands there without a label, so he is a good guess.
    weakly:     its labels are ones that events bear too: "date: 12 May".
    unresolved: a relative date such as "منذ 4 أشهر", which nobody can place without knowing when it was copied.
    """

    author: str | None = None
    source: str | None = None
    source_url: str | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    unresolved: str | None = None
    labelled: bool = False
    bare_name: bool = False
    weakly: bool = False


@dataclass(slots=True)
class _Reading:
    """A byline while it is read, and the pieces that fit nowhere."""

    author: str | None = None
    bare_name: bool = False
    source: str | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    unresolved: str | None = None
    labels: int = 0
    sure: int = 0
    dates: int = 0
    strange: bool = False


def read_byline(line: str) -> Byline | None:
    """What `line` (cleaned) tells about the article; None when it is no such line.

    A line counts only when all of it can be accounted for: dates, labels and what they announce, and at most one bare
    name beside a date. So a sentence that happens to have a date in it is left alone.
    """
    if not line or len(line) > MAX_LENGTH:
        return None
    if boilerplate.is_agency(line):
        return Byline(source=line.strip(_EDGES))
    line = _ADDRESS.sub(" ", line) if "@" in line else line
    url = _URL.search(line)
    text = line if url is None else f"{line[: url.start()]} {line[url.end() :]}"
    found = find_dates(text)
    if any(_RANGE.fullmatch(fold(text[one.end : two.start]).text) for one, two in pairwise(found)):
        return None  # from one day to another: an event, and no moment of publication
    reading = _Reading(dates=len(found))
    label: str | None = None
    edges = [0, *(place for each in found for place in (each.start, each.end)), len(text)]
    for index, (start, end) in enumerate(pairwise(edges)):
        if index % 2:
            _take_date(reading, text, found[index // 2], label)
            label = None
        else:
            label = _take_text(reading, text[start:end], label)
            announces = label is None and end < len(text) and text[start:end].rstrip().endswith(":")
            goes_on = start > 0 and label is None and text[start:end].lstrip().startswith(":")
            if (announces and not is_place(text[start:end].strip(_EDGES))) or (goes_on and not reading.labels):
                return None  # "deadline: 12 May", "12 May: the opening"
        if reading.strange:
            return None
    if not reading.labels and not found:
        return None
    if url is not None and label == "source" and reading.source is None:
        reading.source = urlsplit(url[0]).hostname
    if not (reading.author or reading.source or found):
        return None
    return Byline(
        author=reading.author,
        source=reading.source,
        source_url=url[0].rstrip(".,;:)") if url is not None and reading.source else None,
        published=reading.published,
        updated=reading.updated,
        unresolved=reading.unresolved,
        labelled=reading.labels > 0,
        bare_name=reading.bare_name,
        weakly=reading.labels > 0 and not reading.sure,
    )


def _take_date(reading: _Reading, text: str, found: FoundDate, label: str | None) -> None:
    if found.is_relative:
        before = _last_label(text[: found.start]) if label else ""
        reading.unresolved = (before + text[found.start : found.end]).strip()
    elif label == "updated":
        reading.updated = reading.updated or found
    elif reading.published is None:
        reading.published = found
    elif reading.updated is None and (found.day, found.clock) != (reading.published.day, reading.published.clock):
        reading.updated = found


def _last_label(text: str) -> str:
    """The label that `text` ends in, with its separator: "آخر تحديث : "."""
    folded = fold(text)
    starts = [found.start() for found in _label_pattern(True).finditer(folded.text)]
    return text[folded.origin(starts[-1]) :] if starts else ""


def _take_text(reading: _Reading, text: str, label: str | None) -> str | None:
    """Read the text between two dates; the result is the label that governs what comes next."""
    folded = fold(text)
    place = 0
    # "By" and "Par" count without a sign where a name follows
    dated = reading.dates > 0 or _SIGNATURE.match(text.strip()) is not None
    for found in _label_pattern(dated).finditer(folded.text):
        _take_names(reading, text[folded.origin(place) : folded.origin(found.start())], label)
        label = (found.lastgroup or "").partition("_")[0]
        reading.labels += 1
        reading.sure += (found.lastgroup or "").endswith("_1")
        place = found.end()
    rest = text[folded.origin(place) :]
    _take_names(reading, rest, label)
    return label


def _take_names(reading: _Reading, text: str, label: str | None) -> None:
    for piece in _SPLIT.split(text):
        name = piece.strip(_EDGES)
        if not name or all(word in _FILLERS for word in words(name)):
            continue
        if boilerplate.is_agency(name) or (label == "source" and reading.source is None and _may_be_name(name, True)):
            reading.source = reading.source or name
        elif boilerplate.match(name) or boilerplate.is_section(name):
            continue
        elif label != "author" and _is_event(name):
            reading.strange = True
        elif label != "author" and reading.dates and (len(words(name)) == 1 or is_place(without_edges(name))):
            continue  # one bare word is a place or a section more often than a person
        elif label != "author" and set(words(name)[:1] + words(name)[-1:]) & _EDGE_WORDS:
            reading.strange = True
        elif reading.author is None and _may_be_name(name, False) and (label == "author" or reading.dates):
            reading.author, reading.bare_name = name, label != "author"
        else:
            reading.strange = True


def _may_be_name(text: str, digits: bool) -> bool:
    if len(text) > _MAX_NAME_LENGTH or not 1 <= len(words(text)) <= _MAX_NAME_WORDS:
        return False
    if digits:
        return any(character.isalpha() for character in text)
    return _NAME.match(text) is not None and not any(character.isdigit() for character in text)


def _is_event(text: str) -> bool:
    found = words(text)
    return not _EVENTS.isdisjoint([*found, *(word[1:] for word in found if word.startswith("و"))])


def without_edges(name: str) -> str:
    """`name` without a preposition that belongs to the date beside it: "Rabat le"."""
    parts = name.split()
    while parts and key(parts[-1]) in _EDGE_WORDS:
        parts.pop()
    return " ".join(parts)


def is_person(text: str) -> bool:
    """Whether `text` could be a person's name: a bare name that is none of a place, a section or an event; in scripts
    with capitals each word has one, or is a particle of names."""
    if len(text.split()) < 2 or not is_bare_name(text) or is_place(text) or boilerplate.is_section(text):
        return False
    return not re.search(r"[A-Za-z]", text) or all(_CAPITAL.match(word) for word in text.split())


def is_bare_name(line: str) -> bool:
    """Whether `line` could be a person's name and nothing else: two to four words, no sign, no figure."""
    if _is_event(line) or set(words(line)[:1] + words(line)[-1:]) & _EDGE_WORDS:
        return False
    return 2 <= len(words(line)) <= 4 and _may_be_name(line, False) and not boilerplate.is_sentence(line)


@lru_cache(maxsize=2)
def _label_pattern(dated: bool) -> re.Pattern[str]:
    """Labels in folded text, each as a group named after its kind and a number; `dated`: the line has a date."""

    def groups(table: dict[str, str], suffix: str) -> str:
        return "|".join(
            f"(?P<{kind}{suffix}>{alternatives(fold(form).text for form in forms.split('|'))})"
            for kind, forms in table.items()
        )

    optional = rf"(?![^\W_])(?:{_SIGN})?"
    unsure = optional if dated else _SIGN
    # a label does not begin inside a word; a date may be glued to it on the left
    return re.compile(
        rf"(?<![^\W\d_])(?:(?:{groups(_SURE, '_1')}){optional}"
        rf"|(?:{groups(_UNSURE, '_2')}){unsure}|(?:{groups(_SIGNED, '_3')}){_SIGN})"
    )
