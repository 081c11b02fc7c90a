"""What stands below the head of a paste is text: its lines come out whole and in order, and none becomes a field."""

from __future__ import annotations

import html
import random
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from nashra.ingest.readers.paste import read_text

TODAY = datetime(2026, 11, 29, 12, tzinfo=UTC)
LEDES = {
    "ar": "افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان والتلاميذ.",
    "fr": "Le ministre a ouvert mardi une école dans le village, en présence des habitants et des élèves.",
    "en": "The minister opened a school in the village on Tuesday, with many residents and pupils present.",
}
HEADS = {"ar": "مدرسة جديدة في القرية", "fr": "Une école ouvre au village", "en": "School opens in the village"}
# Lines of chronologies, programmes, hours, deadlines, calendars of matches, addresses and prices.
LINES = {
    "ar": """\
2 مارس 1956: استقلال المغرب
12 ماي 1987 افتتاح أول قسم
آخر أجل: 30 نونبر 2024
آخر أجل لإيداع الملفات 30 نونبر 2024
الموعد النهائي للتسجيل: 12 ماي 2024
من 12 ماي 2024 إلى 15 ماي 2024
يستمر المعرض إلى غاية 30 نونبر 2024
الجمعة 15 نونبر 2024: الرجاء – الوداد
الرجاء – الوداد (20:00)
الرجاء ضد الوداد، 15 نونبر 2024
الاثنين - الخميس: من 9:00 إلى 17:00
الجمعة: مغلق
• 12 ماي 2024: سعاد المرابط
- 13 ماي 2024
1) 14 ماي 2024
المكان: دار الشباب
التاريخ: 12 ماي 2024
الثمن: 30 درهما
التاريخ والتوقيت: 12 ماي 2024، الساعة 10:00
09:30 استقبال المشاركين
افتتاح المهرجان يوم 12 ماي 2024
31 دجنبر 2027
انطلاق الدورة الثانية في 3 يناير 2025
15 رمضان 1446: أمسية شعرية
الهاتف: 0522334455
""".splitlines(),
    "fr": """\
2 mars 1956 : Indépendance du Maroc
2 mars 1944 – Indépendance du Maroc
12 mai 1987 ouverture de la première classe
Date limite : 30 novembre 2024
Date limite de dépôt des dossiers : 30 novembre 2024
Clôture des inscriptions le 12 mai 2024
Du 12 mai 2024 au 15 mai 2024
Jusqu'au 30 novembre 2024
Vendredi 15 novembre 2024 : Raja – Wydad
Raja – Wydad (20h00)
Ouvert du lundi au vendredi : 9h00 - 17h00
Fermé le dimanche
• 12 mai 2024 : Sara Haddad
- 13 mai 2024
1) 14 mai 2024
Lieu : maison des jeunes
Date : 12 mai 2024
Tarif : 30 DH
Rendez-vous le 12 mai 2024 à 10h00
09h30 Accueil des participants
Marché de Noël, 12 décembre 2024
31 décembre 2027
Prochaine séance le 3 janvier 2025
Dernier délai 30 novembre 2024
Tél. : 05 22 33 44 55
""".splitlines(),
    "en": """\
2 March 1956: Independence of Morocco
2 March 1944 – Independence of Morocco
May 12, 1987: first classroom opens
Deadline: 30 November 2024
Deadline for applications: November 30, 2024
Applications close on 12 May 2024
12 May 2024 - 15 May 2024
Until 30 November 2024
Friday 15 November 2024: Raja vs Wydad
Raja – Wydad (8 pm)
Open Monday to Friday: 9:00 - 17:00
Closed on Sundays
• 12 May 2024: Sara Haddad
- 13 May 2024
1) 14 May 2024
Venue: youth centre
Date: 12 May 2024
Entry: free
Opening ceremony on 12 May 2024
09:30 Registration of participants
Christmas Market, 12 December 2024
31 December 2027
Next session on January 3, 2025
Last day to register 30 November 2024
Phone: 05 22 33 44 55
""".splitlines(),
}


def paste(text: str, lang: str) -> Imported:
    return read_text(text, lang=lang, timezone=ZoneInfo("Africa/Casablanca"), today=TODAY)


def plain(body: str) -> str:
    return re.sub(r"[^\w]+", " ", html.unescape(body).replace("\\", "")).strip()


def bare(line: str) -> str:
    return plain(re.sub(r"^(?:[•-]|\d\))\s*", "", line) if re.match(r"[•-]\s", line) else line)


@pytest.mark.parametrize("lang", LINES)
@pytest.mark.parametrize("seed", range(25))
def test_lines_below_the_first_paragraph_stay_as_they_are(lang: str, seed: int) -> None:
    choose = random.Random(f"{lang} {seed}")
    lines = choose.sample(LINES[lang], choose.randint(3, 9))
    apart = choose.choice(["\n", "\n\n"])
    imported = paste(f"{HEADS[lang]}\n\n{LEDES[lang]}\n\n{apart.join(lines)}\n", lang)
    draft = imported.draft
    assert (draft.author, draft.source, draft.updated) == (None, None, None)
    assert imported.reasons["date"] == "today" and imported.dropped == ()
    body = plain(draft.body)
    places = [body.find(bare(line)) for line in lines]
    assert -1 not in places and places == sorted(places)


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang, lines in LINES.items() for line in lines])
def test_such_a_line_right_under_the_headline_is_no_field_either(lang: str, line: str) -> None:
    below = {"ar": "المكان: الرباط", "fr": "Lieu : Rabat", "en": "Place: Rabat"}[lang]
    more = f"\n{below}" if re.match(r"(?:Date|التاريخ) ?: ", line) else ""
    imported = paste(f"{HEADS[lang]}\n\n{line}{more}\n\n{LEDES[lang]}\n\n{LEDES[lang]}\n", lang)
    assert imported.reasons["date"] == "today" and imported.draft.author is None and imported.draft.source is None
    assert bare(line) in plain(imported.draft.body) and imported.dropped == ()


@pytest.mark.parametrize("lang", LINES)
@pytest.mark.parametrize("seed", range(10))
def test_a_day_at_the_head_is_found_whatever_stands_below(lang: str, seed: int) -> None:
    choose = random.Random(f"head {lang} {seed}")
    day = {"ar": "18 يوليوز 2024", "fr": "18 juillet 2024", "en": "July 18, 2024"}[lang]
    by = {"ar": "بقلم: حسن فقير", "fr": "Par Leïla Alaoui", "en": "By Sara Haddad"}[lang]
    lines = choose.sample(LINES[lang], 6)
    imported = paste(f"{HEADS[lang]}\n{by}\n{day}\n\n{LEDES[lang]}\n\n" + "\n\n".join(lines), lang)
    assert imported.draft.published.date().isoformat() == "2024-07-18" and (imported.draft.author or "?") in by


def test_a_given_date_ends_the_search() -> None:
    text = f"{HEADS['fr']}\n\n12 mai 2024\n\n{LEDES['fr']}\n"
    imported = read_text(text, lang="fr", timezone=ZoneInfo("UTC"), date="2024-05-02", today=TODAY)
    assert imported.draft.body.startswith("12 mai 2024") and imported.draft.published.day == 2
    assert imported.draft.comments == ()
