"""Editions: which there are, what each has in each language, their index, the front page's frame, their feed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import pytest

from nashra.languages.cldr import language
from nashra.markup.segments import MAX_LENGTH
from nashra.model import Article, Version
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.render.ground.periods import day_name, month_alone, month_name, opening, span_name
from nashra.render.plan import editions
from nashra.render.plan.editions import MAX_IN_FULL, Subjects, in_full
from nashra.render.reading.brief import brief
from nashra.settings import config

PageText = Callable[[str], str]

SITE = "https://bulletin.example/nashra/"
WEEK = "2024-W29"
DAYS = ["2024-07-18", "2024-07-19", "2024-07-20", "2024-07-21", "2024-08-01"]


def article(id: str, moment: datetime, topics: Sequence[str] = ()) -> Article:
    version = Version("ar", "خبر", id, "متن\n", Path(f"{id}/ar.md"))
    return Article(id, f"2024/07/01-{id}", "ar", moment, True, {"ar": version}, topics=tuple(topics))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def about(articles: Sequence[Article], **named: Sequence[str]) -> Subjects:
    types = {"a": "person", "b": "person", "c": "place", "d": "place"}
    return Subjects(["security", "sport"], {a.id: named.get(a.id, ()) for a in articles}, types)


def add(site: Path, folder: str, title: str, **fields: str) -> None:
    path = site / "content/articles" / folder / f"{fields.pop('lang', 'ar')}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    body = fields.pop("body", "متن الخبر.")
    head = {"title": f'"{title}"', "slug": folder.rpartition("-")[2], **fields}
    path.write_text("---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + f"---\n{body}\n", "utf-8")


def output(site: Path) -> Path:
    report = build(config.load(site))
    assert report.problems == ()
    return report.output


def main(text: str) -> str:
    return text.partition("<main")[2]


# Days and weeks


def test_a_day_begins_at_midnight_in_the_sites_time_zone() -> None:
    articles = [article("x", at("2024-07-18T23:30:00+00:00")), article("y", at("2024-07-18T22:30:00+00:00"))]
    names = [day.name for day in editions.days(articles, ZoneInfo("Africa/Casablanca"), about(articles))]
    assert names == ["2024-07-19", "2024-07-18"]
    (day,) = editions.days(articles, ZoneInfo("UTC"), about(articles))
    assert (day.name, [a.id for a in day.articles]) == ("2024-07-18", ["x", "y"])


def test_a_day_is_whole_where_clocks_go_back_over_midnight() -> None:
    # in Newfoundland 00:01 on 7 November 2010 was followed by 23:01 on the day before
    moments = {"x": "04:00:00", "y": "03:00:00", "z": "02:30:30", "w": "02:00:00"}
    articles = [article(id, at(f"2010-11-07T{time}+00:00")) for id, time in moments.items()]
    days = editions.days(articles, ZoneInfo("America/St_Johns"), about(articles))
    assert [(day.name, [a.id for a in day.articles]) for day in days] == [
        ("2010-11-07", ["x", "z"]),
        ("2010-11-06", ["y", "w"]),
    ]


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        ("2024-08-09", "2024-W32", "2024-08-05", "2024-08-11"),
        ("2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"),
        ("2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"),
        ("9999-12-31", "9999-W52", "9999-12-27", "9999-12-31"),
    ],
)
def test_weeks_are_those_of_iso_8601(day: str, name: str, first: str, last: str) -> None:
    articles = [article("x", at(f"{day}T12:00:00+00:00"))]
    subjects = about(articles)
    (week,) = editions.weeks(editions.days(articles, ZoneInfo("UTC"), subjects), subjects)
    assert (week.name, week.first.isoformat(), week.last.isoformat()) == (name, first, last)


def test_topics_stand_in_their_order_and_articles_without_one_come_last() -> None:
    noon = at("2024-07-18T12:00:00+00:00")
    articles = [
        article("w", noon),
        article("x", noon, ["sport", "security"]),
        article("y", noon, ["unknown", "security"]),
        article("z", noon, ["sport"]),
    ]
    groups = editions.by_topic(articles, ["security", "sport"])
    assert [(topic, [a.id for a in found]) for topic, found in groups] == [
        ("security", ["y"]),
        ("sport", ["x", "z"]),
        ("", ["w"]),
    ]


def test_what_leads_or_is_breaking_opens_the_edition_with_its_topic() -> None:
    noon = at("2024-07-18T12:00:00+00:00")
    articles = [
        article("w", noon, ["security"]),
        article("x", noon, ["sport"]),
        replace(article("y", noon, ["sport"]), breaking=True),
        replace(article("z", noon), lead=True),
    ]
    groups = editions.by_topic(articles, ["security", "sport"])
    assert [(topic, [a.id for a in found]) for topic, found in groups] == [
        ("sport", ["y", "x"]),
        ("", ["z"]),
        ("security", ["w"]),
    ]


def test_names_are_counted_by_article_and_ties_stand_as_first_mentioned() -> None:
    noon = at("2024-07-18T12:00:00+00:00")
    articles = [article("x", noon), article("y", noon)]
    found = editions.most_named(articles, about(articles, x=["d", "b", "c"], y=["a", "c"]))
    assert found == {"place": [("c", 2), ("d", 1)], "person": [("b", 1), ("a", 1)]}


def test_an_edition_names_ten_of_each_type_at_most() -> None:
    articles = [article("x", at("2024-07-18T12:00:00+00:00"))]
    many = [f"p{number:02}" for number in range(30)]
    found = editions.most_named(articles, Subjects([], {"x": many}, dict.fromkeys(many, "person")))
    assert [id for id, _ in found["person"]] == many[:10]


# Words


@pytest.mark.parametrize(
    ("code", "region", "digits", "day", "week", "month", "alone"),
    [
        ("ar", "MA", None, "الجمعة، 9 غشت 2024", "5–11 غشت 2024", "غشت 2024", "غشت"),
        ("ar", "EG", "arab", "الجمعة، ٩ أغسطس ٢٠٢٤", "٥–١١ أغسطس ٢٠٢٤", "أغسطس ٢٠٢٤", "أغسطس"),
        ("ar", "LB", "latn", "الجمعة، 9 آب 2024", "5–11 آب 2024", "آب 2024", "آب"),
        ("ar", "DZ", "latn", "الجمعة، 9 أوت 2024", "5–11 أوت 2024", "أوت 2024", "أوت"),
        ("fr", "FR", None, "Vendredi 9 août 2024", "5–11 août 2024", "Août 2024", "Août"),
        ("en", "GB", None, "Friday, 9 August 2024", "5–11 August 2024", "August 2024", "August"),
        ("pl", None, None, "Piątek, 9 sierpnia 2024", "5–11 sierpnia 2024", "Sierpień 2024", "Sierpień"),
    ],
)
def test_days_weeks_and_months_are_named_in_the_languages_own_words(
    code: str, region: str | None, digits: str | None, day: str, week: str, month: str, alone: str
) -> None:
    words, friday = language(code, region, digits), date(2024, 8, 9)
    assert opening(day_name(words, friday)) == day
    assert span_name(words, date(2024, 8, 5), date(2024, 8, 11)) == week
    assert opening(month_name(words, friday)) == month
    assert opening(month_alone(words, 8)) == alone


@pytest.mark.parametrize(
    ("code", "month", "year"),
    [
        ("ar", "29 يوليوز – 4 غشت 2024", "30 دجنبر 2024 – 5 يناير 2025"),
        ("fr", "29 juillet\u2009–\u20094 août 2024", "30 décembre 2024\u2009–\u20095 janvier 2025"),
        ("en", "29 July\u2009–\u20094 August 2024", "30 December 2024\u2009–\u20095 January 2025"),
    ],
)
def test_a_week_over_the_end_of_a_month_or_a_year_names_both(code: str, month: str, year: str) -> None:
    assert span_name(language(code), date(2024, 7, 29), date(2024, 8, 4)) == month
    assert span_name(language(code), date(2024, 12, 30), date(2025, 1, 5)) == year


def test_a_span_of_one_day_names_it_once() -> None:
    assert span_name(language("ar"), date(2024, 8, 9), date(2024, 8, 9)) == "9 غشت 2024"
    assert span_name(language("fr"), date(2024, 8, 9), date(2024, 8, 9)) == "9 août 2024"


# Sentences

LONG = "أعلنت وزارة الداخلية " + "أن السلطات المحلية تواصل عمليات الإغاثة في الأقاليم المتضررة، " * 12 + "بلا توقف."


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("خبر بلا نقطة", "ar", "خبر بلا نقطة"),
        ("قال نعم. وصل الوفد؟ وعاد!", "ar", "قال نعم. وصل الوفد؟ وعاد!"),
        ("أولى. ثانية. ثالثة. رابعة.", "ar", "أولى. ثانية. ثالثة."),
        ("قال د. العلوي إن 12.5٪ وصلوا. ثانية. ثالثة. رابعة.", "ar", "قال د. العلوي إن 12.5٪ وصلوا. ثانية. ثالثة."),
        ("قال «نعم.» وعاد «لا.» ثم صمت. رابعة… خامسة.", "ar", "قال «نعم.» وعاد «لا.» ثم صمت."),
        ("M. Alaoui part. « Oui ! » Bien. Fin. Suite.", "fr", "M. Alaoui part. « Oui ! » Bien."),
        ("Dr. Smith left. He said no. It rained. More.", "en", "Dr. Smith left. He said no. It rained."),
        ("", "ar", ""),
    ],
)
def test_a_brief_has_three_sentences_at_most(text: str, lang: str, expected: str) -> None:
    assert brief(text, lang) == expected


def test_a_brief_ends_at_the_last_sentence_that_fits() -> None:
    text = "وصل الوفد صباح اليوم. " + "واصل أعضاؤه عملهم في المدينة كلها دون انقطاع " * 12 + ". انتهى."
    assert brief(text, "ar") == "وصل الوفد صباح اليوم."


def test_a_sentence_too_long_for_a_brief_is_cut_at_a_comma() -> None:
    found = brief(LONG, "ar")
    assert len(found) <= MAX_LENGTH + 1
    assert found.endswith("المتضررة…") and LONG.startswith(found[:-1])


def test_a_text_without_any_place_to_cut_is_cut_all_the_same() -> None:
    assert len(brief("ا" * 5000, "ar")) <= MAX_LENGTH + 1


# Pages


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_every_language_has_every_edition(report: BuildReport, lang: str) -> None:
    found = sorted(path.stem for path in (report.output / lang / "editions").glob("*.html"))
    assert found == sorted([*DAYS, WEEK, "2024-W31"])


def test_the_language_switch_stays_on_the_edition(page: PageText) -> None:
    text = page(f"ar/editions/{WEEK}.html")
    assert f'href="../../fr/editions/{WEEK}.html" lang="fr"' in text
    assert f'<link rel="alternate" hreflang="x-default" href="{SITE}ar/editions/{WEEK}.html">' in text


@pytest.mark.parametrize(
    ("lang", "day", "title", "week", "number"),
    [
        ("ar", "الخميس، 18 يوليوز 2024", "نشرة الخميس، 18 يوليوز 2024", "15–21 يوليوز 2024", "الأسبوع 29"),
        ("fr", "Jeudi 18 juillet 2024", "Édition du jeudi 18 juillet 2024", "15–21 juillet 2024", "Semaine 29"),
        ("en", "Thursday, 18 July 2024", "Briefing for Thursday, 18 July 2024", "15–21 July 2024", "Week 29"),
    ],
)
def test_an_edition_is_called_by_its_days(
    page: PageText, lang: str, day: str, title: str, week: str, number: str
) -> None:
    text = page(f"{lang}/editions/2024-07-18.html")
    # no line ends between the day and its month
    assert f"<h1>{day}</h1>" in text.replace("18\u00a0", "18 ") and f"<title>{title} – " in text
    text = page(f"{lang}/editions/{WEEK}.html")
    assert f"<h1>{week}</h1>" in text.replace("21\u00a0", "21 ") and f"<span>{number}</span>" in text


def test_a_week_has_its_articles_by_topic_each_with_its_date_and_its_days_in_order(page: PageText) -> None:
    text = main(page(f"fr/editions/{WEEK}.html"))
    assert re.findall(r"topics/(\w+)\.html", text) == ["security", "sport", "economy"]
    assert "Autres nouvelles" in text  # the article without a topic
    assert len(re.findall(r"<h3>", text)) == 4
    times = re.findall(r'<time datetime="([^"]+)"', text)
    assert times == ["2024-07-18", "2024-07-19T08:30+01:00", "2024-07-20", "2024-07-21"]
    assert re.findall(r'href="../../fr/editions/(2024-07-..)\.html', text) == DAYS[:4]


def test_a_day_without_any_topic_still_has_a_heading(page: PageText) -> None:
    assert '<h2 class="label">باختصار</h2>' in page("ar/editions/2024-08-01.html")


def test_an_article_without_a_version_stands_in_its_own_language_and_says_so(page: PageText) -> None:
    text = main(page("en/editions/2024-08-01.html"))
    assert '<div class="words" lang="ar" dir="rtl">\n<h3><a href="../../ar/2024/08/' in text
    assert 'hreflang="ar">لا جديد اليوم</a>' in text and '<span class="mark">In Arabic</span>' in text


def test_the_summary_goes_before_the_lead(page: PageText) -> None:
    assert "<p>ملخص كتبه المحرر عن FIFA &amp; الأرقام</p>" in page("ar/editions/2024-07-20.html")
    assert "<p>افتتحت الفيفا مكتبا في الرباط.</p>" in page("ar/editions/2024-07-21.html")


def test_people_and_places_have_the_number_of_articles_that_name_them(page: PageText) -> None:
    text = main(page(f"en/editions/{WEEK}.html"))
    assert "People and places of the week" in text
    rabat = re.search(r"entities/rabat\.html\">Rabat</a>(.*?)</li>", text)
    assert rabat is not None and '"meta">3</' in rabat[1]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("fr", "1 article de cette édition a été traduit automatiquement. Il peut contenir des erreurs."),
        ("en", "A machine translated 1 article of this edition, and a person reviewed it."),
    ],
)
def test_an_edition_lists_what_a_machine_translated(page: PageText, lang: str, sentence: str) -> None:
    note = page(f"{lang}/editions/2024-07-18.html").partition('<aside class="notice')[2].partition("</aside>")[0]
    assert sentence in note and note.count("<li>") == 1
    assert '<aside class="notice' not in page("ar/editions/2024-07-18.html")


@pytest.mark.parametrize(("count", "form"), [(1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (11, "11 مقالا")])
def test_the_note_counts_in_good_arabic(copy: Path, count: int, form: str) -> None:
    for number in range(count):
        made = "{from: fr, state: machine, engine: x}"
        add(copy, f"2023/01/05-a{number:05x}", "خبر", translation=made)
        add(copy, f"2023/01/05-a{number:05x}", "Titre", lang="fr", date="2023-01-05", body="Texte.")
    text = (output(copy) / "ar/editions/2023-01-05.html").read_text("utf-8")
    assert re.search(f"تُرجمت? {form} من هذه النشرة آليا", text)


def test_editions_lead_to_the_one_before_and_the_one_after(page: PageText) -> None:
    text = page("ar/editions/2024-07-19.html")
    assert '<a href="../../ar/editions/2024-07-18.html" rel="prev">' in text
    assert '<a href="../../ar/editions/2024-07-20.html" rel="next">' in text
    assert 'rel="prev"' not in page("ar/editions/2024-07-18.html")
    assert 'rel="next"' not in page("ar/editions/2024-W31.html")
    assert f'href="../../ar/editions/{WEEK}.html" rel="prev"' in page("ar/editions/2024-W31.html")


def test_topics_stand_in_the_order_of_topics_yaml(copy: Path) -> None:
    (copy / "content/topics.yaml").write_text("sport: {ar: رياضة}\nsecurity: {ar: أمن}\n", "utf-8")
    add(copy, "2023/01/05-a00001", "أمني", date="2023-01-05", topics="[security]")
    add(copy, "2023/01/05-a00002", "رياضي", date="2023-01-05", topics="[zoo, sport]")
    add(copy, "2023/01/05-a00003", "آخر", date="2023-01-05", topics="[sport]")
    text = main((output(copy) / "ar/editions/2023-01-05.html").read_text("utf-8"))
    assert re.findall(r'<h2 class="label"><a href="../../ar/topics/(\w+)', text) == ["sport", "security", "zoo"]


def test_a_title_with_markup_in_it_stays_text(page: PageText) -> None:
    for path in ("ar/editions/2024-07-20.html", "ar/archive/2024-07.html", "fr/editions.html"):
        assert "<script>alert" not in page(path)


# Many articles


@pytest.mark.parametrize(
    ("counts", "most", "expected"),
    [
        ([3, 2], 24, [3, 2]),
        ([10, 1, 1], 6, [4, 1, 1]),
        ([5, 5, 5], 7, [3, 2, 2]),
        ([1, 1, 1, 1], 2, [1, 1, 1, 1]),  # no topic is folded away whole
        ([], 5, []),
        ([40], 24, [24]),
    ],
)
def test_the_articles_that_stand_in_full_are_shared_out_among_the_topics(
    counts: list[int], most: int, expected: list[int]
) -> None:
    assert in_full(counts, most) == expected


def test_a_large_edition_folds_the_rest_by_topic_and_has_a_list_to_jump_by(copy: Path) -> None:
    for number in range(40):
        topic = ("sport", "security", "economy")[number % 3]
        add(copy, f"2023/01/05-a{number:05x}", f"خبر {number}", date="2023-01-05", topics=f"[{topic}]")
    folder = output(copy)
    text = main((folder / "ar/editions/2023-01-05.html").read_text("utf-8"))
    assert text.count("<h3>") == MAX_IN_FULL
    folded = re.findall(r"<details>.*?</details>", text, re.DOTALL)
    assert sum(part.count("<li>") for part in folded) == 40 - MAX_IN_FULL
    assert len(folded) == 3 and all("مقالات أخرى" in part for part in folded)
    jumps = re.findall(r'<li><a href="#((?!main)[^"]+)">', text)
    assert jumps == re.findall(r'<section class="group" id="([^"]+)">', text)
    assert sorted(jumps) == ["topic-economy", "topic-security", "topic-sport"]
    feed = (folder / "ar/editions/rss.xml").read_text("utf-8")
    assert "&lt;details&gt;" not in feed and feed.count("&lt;h3&gt;") > 40


# The index, the home page, the feed


def test_the_index_has_all_editions_by_year_and_month_newest_first(page: PageText) -> None:
    text = main(page("ar/editions.html"))
    assert re.findall(r"<h2>(\d+)</h2>", text) == ["2024"]
    assert re.findall(r'<h3 class="label">(.*?)</h3>', text) == ["غشت", "يوليوز"]
    found = re.findall(r"ar/editions/(2024-[\w-]+)\.html", text)
    assert found == ["2024-08-01", "2024-W31", *reversed(DAYS[:4]), WEEK]
    assert 'aria-label="21 يوليوز 2024">21</a>' in text


def test_a_week_stands_in_the_index_once_though_it_has_days_in_two_months(copy: Path) -> None:
    add(copy, "2024/07/30-a00001", "خبر", date="2024-07-30")
    text = main((output(copy) / "ar/editions.html").read_text("utf-8"))
    assert text.count("2024-W31.html") == 1
    assert text.index("2024-W31.html") < text.index("2024-07-30.html")


def test_the_newest_daily_edition_frames_the_front_page_and_repeats_none_of_its_headlines(page: PageText) -> None:
    text = main(page("fr/index.html"))
    frame, _, rest = text.partition("</header>")
    assert "Édition du jeudi 1er août 2024" in frame and "1 article" in frame
    assert 'href="../fr/editions/2024-08-01.html"' in frame and "لا جديد اليوم" not in frame
    assert rest.count("لا جديد اليوم") == 1
    assert "2024-08-01.html" not in main(page("fr/page-1.html"))


def test_the_feed_has_each_day_whole_with_absolute_addresses(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/editions/rss.xml").read_bytes(), sanitize_html=False)
    assert not feed.bozo
    assert [entry.link for entry in feed.entries] == [f"{SITE}fr/editions/{day}.html" for day in reversed(DAYS)]
    assert feed.entries[-1].title == "Édition du jeudi 18 juillet 2024"
    assert feed.entries[-1].id == "tag:bulletin.example,2024-07-18:edition/fr"
    html = feed.entries[-1].content[0].value
    assert '<div lang="fr" dir="ltr">' in html.replace('dir="ltr" lang="fr"', 'lang="fr" dir="ltr"')
    assert "Une délégation du Maroc arrive à Paris" in html and "traduit automatiquement" in html
    assert all(address.startswith(SITE) for address in re.findall(r'href="([^"]*)"', html))
    assert feed.entries[0].content[0].value.count(' lang="ar"') == 1


def test_the_feed_of_editions_has_a_month_of_days_at_most(copy: Path) -> None:
    for day in range(1, 32):
        for month in ("01", "03"):
            add(copy, f"2023/{month}/{day:02}-{month}{day:04}", "خبر", date=f"2023-{month}-{day:02}")
    feed = feedparser.parse((output(copy) / "ar/editions/rss.xml").read_bytes())
    assert len(feed.entries) == 31


def test_pages_of_editions_offer_their_feed(page: PageText) -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="نشرة الاختبار: النشرة اليومية (RSS)" href="{}ar/editions/rss.xml">'
    assert link.format("../../") in page("ar/editions/2024-07-18.html")
    assert link.format("../") in page("ar/editions.html")


def test_editions_are_in_the_sitemap_with_the_day_they_last_changed(report: BuildReport) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted(report.output.glob("sitemap*.xml")))
    entry = text.partition(f"<loc>{SITE}ar/editions/2024-07-18.html</loc>")[2].partition("</url>")[0]
    assert "<lastmod>2024-07-19</lastmod>" in entry and 'hreflang="fr"' in entry
    for path in ("editions.html", f"editions/{WEEK}.html", "archive.html", "archive/2024-07.html"):
        assert f"<loc>{SITE}fr/{path}</loc>" in unescape(text)


def test_a_site_without_articles_has_an_index_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "nashra.toml").write_text(
        '[site]\nurl = "https://e.example/"\nlanguages = ["ar"]\ntitle = "ن"\n', "utf-8"
    )
    (tmp_path / "content").mkdir()
    folder = output(tmp_path) / "ar"
    for name in ("editions.html", "archive.html"):
        text = (folder / name).read_text("utf-8")
        assert "لا توجد مقالات بعد." in text and 'class="strip' not in text
    home = (folder / "index.html").read_text("utf-8")
    assert 'class="newest"' not in home and "editions.html" not in home
    assert not feedparser.parse((folder / "editions/rss.xml").read_bytes()).bozo


def test_a_static_page_may_not_take_the_place_of_an_index(copy: Path) -> None:
    (copy / "content/pages/editions.ar.md").write_text("---\ntitle: نشرات\n---\nنص.\n", "utf-8")
    assert len(build(config.load(copy)).problems) == 1
