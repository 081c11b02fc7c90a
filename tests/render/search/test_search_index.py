"""The search index: which spellings are one word, and what the files hold."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.model import Entity
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.render.ground.theme import default_folder
from nashra.render.search import index
from nashra.render.search.index import EntityWords, IndexedVersion, files, plain_text, words_after
from nashra.render.search.postings import ALPHABET, BASE, BODY, ENTITY, SUMMARY, TITLE, encode, posting
from nashra.render.search.words import LONGEST, Lexicon, forms, question_words, words
from nashra.settings import config
from support.commands import article_text, write_site


def found(query: str, text: str) -> bool:
    """Whether `text` has every word of `query`, in any of its forms."""
    terms = Lexicon().terms(text)
    return all(terms & set(each) for each in words(query))


ARABIC = [
    ("المغرب", "وصل الوفد من المَغْرِبِ أمس"),
    ("المغرب", "المغـــرب"),
    ("مغرب", "المغرب بالمغرب"),
    ("مغرب", "بالمغرب"),
    ("المغرب", "للمغرب"),
    ("المغرب", "والمغرب"),
    ("المغرب", "وبالمغرب"),
    ("المغرب", "وللمغرب"),
    ("المغرب", "كالمغرب"),
    ("للمغرب", "فالمغرب"),
    ("فرنسا", "بفرنسا"),
    ("فرنسا", "وفرنسا"),
    ("فرنسا", "لفرنسا"),
    ("فرنسا", "ولفرنسا"),
    ("فرنسا", "وبفرنسا"),
    ("فرنسا", "كفرنسا"),
    ("بفرنسا", "إلى فرنسا"),
    ("لفرنسا", "بفرنسا"),
    ("وزير", "الوزير"),
    ("وزير", "للوزير"),
    ("وزير", "ووزير"),
    ("الوزير", "وزير"),
    ("كأس", "الكأس"),
    ("كاس", "بكأس"),
    ("أولمبية", "الألعاب الأولمبية"),
    ("ألعاب", "الألعاب"),
    ("العاب", "بالألعاب"),
    ("إلكترونية", "الالكترونيه"),
    ("ألمانيا", "لألمانيا وبألمانيا"),
    ("كاليفورنيا", "بكاليفورنيا"),
    ("فالنسيا", "بفالنسيا"),
    ("وكالة", "الوكالة"),
    ("بالغ", "البالغ"),
    ("والد", "الوالد"),
    ("مدرسه", "المدرسة"),
    ("مستشفي", "مستشفى"),
    ("مسؤول", "مسوول"),
    ("شئون", "شيون"),
    ("آسفي", "أسفي"),
    ("الله", "والله بالله"),
    ("على", "وعلى"),
    ("علي", "محمد علي"),
    ("حق", "الحق"),
    ("١٨ يوليوز ٢٠٢٤", "18 يوليوز 2024"),
    ("2030", "۲۰۳۰"),
    ("3000", "٣٬٠٠٠ متر"),
    ("هذا", "هٰذا"),
    ("ايران", "ایران"),
    ("كرة", "کرة"),
    ("غوغل", "غوغل"),
    ("فيديو", "ڤيديو"),
    ("أكادير", "أگادير"),
    ("ﷲ", "الله"),
    ("ﻻعب", "لاعب"),
    ("«البراق»", "البراق،"),
    ("FIFA", "الفيفا (fifa)"),
    ("عبداللطيف حموشي", "وقال عبد اللطيف حموشي"),
    ("عبد اللطيف", "لعبداللطيف"),
    ("أبوظبي", "ومن أبو ظبي"),
    ("أبو الغيط", "لأَبُو الغيط"),
    ("تلميذ", "التلاميذ"),
    ("عبد الرحمن", "عَبْدِ الرَّحْمٰن"),
    ("عبدالإله", "وعبد\u00a0الإله"),
    ("اللطيف", "عبد اللطيف"),
    ("مسئول", "مسؤول"),
    ("مسؤولون", "المسئولون"),
    ("رءوس", "رؤوس"),
    ("هيأة", "الهيئة"),
    ("وزير", "الوزراء"),
    ("رؤساء", "رئيس"),
    ("قاض", "والقضاة"),
    ("مدينة", "للمدن"),
    ("3 000", "٣٬٠٠٠"),
    ("3000", "3 000 متر"),
    ("لغات", "اللغة العربية"),
    ("اللغة", "بثلاث لغات"),
    ("الآلات", "تعلم الآلة"),
    ("ذهبيات", "ذهبية"),
    ("إحصاءات", "نتائج الإحصاء"),
    ("اتفاق", "وقعت اتفاقات"),
    ("صناعي", "قمران صناعيان"),
    ("مسافر", "آلاف المسافرين"),
]
FRENCH = [
    ("equipe", "l’équipe"),
    ("équipe", "L'Equipe"),
    ("l’equipe", "une équipe"),
    ("ivoire", "Côte d’Ivoire"),
    ("d'ivoire", "Ivoire"),
    ("il", "qu’il"),
    ("à", "jusqu’à"),
    ("elle", "lorsqu`elle"),
    ("aujourd'hui", "Aujourd’hui"),
    ("aujourdhui", "aujourd’hui"),
    ("mhamed", "M’hamed"),
    ("ndjamena", "N’Djamena"),
    ("coeur", "cœur"),
    ("francais", "Français"),
    ("ministre", "ministres"),
    ("ministres", "le ministre"),
    ("3000", "3\u202f000 m"),
    ("3 000", "3\u2009000 m"),
    ("12 500 000", "12\u00a0500\u00a0000"),
    ("1500000", "1.500.000 habitants"),
    ("e\u0301te\u0301", "l’été"),
    ("ALGERIE", "l’Algérie"),
]
ENGLISH = [
    ("morocco", "Morocco’s"),
    ("Morocco's", "in Morocco"),
    ("minister", "ministers' meeting"),
    ("ministers", "the minister"),
    ("dont", "don’t"),
    ("obrien", "O'Brien"),
    ("sanaa", "Sana‘a"),
    ("quran", "Qurʾān"),
    ("3000", "3,000"),
    ("3000", "the 3,000m final"),
    ("1960", "in the 1960s"),
    ("straße", "STRASSE"),
    ("fi", "ﬁ"),
    ("Ｆｕｌｌ", "full"),
    ("Łódź", "lodz"),
]
OTHERS = [("йод", "иод"), ("ёлка", "елка"), ("ΜΑΣ", "μας"), ("हिन्दी", "हिन्दी"), ("中", "中国"), ("서울", "서울")]


@pytest.mark.parametrize(("query", "text"), [*ARABIC, *FRENCH, *ENGLISH, *OTHERS])
def test_a_word_is_found_however_it_is_spelled(query: str, text: str) -> None:
    assert words(query)
    assert found(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("علي", "على إلى حتى"),
        ("الآن", "أن إن"),
        ("الأم", "أم"),
        ("الله", "له"),
        ("ماء", "ما"),
        ("وقت", "قت"),
        ("بلد", "لد"),
        ("new", "news"),
        ("pari", "par"),
        ("a", "m’a"),
        ("7", "2017"),
        ("18072024", "18.07.2024"),
        ("25", "2,5"),
        ("الوزير", "زير"),
        ("عبدالله", "معبد الله"),
        ("2024300", "en 2024 300 m"),
        ("constructor", "وزراء"),
        ("لبن", "لبنان"),
        ("م", "مات"),
        ("2", "2nd"),
    ],
)
def test_words_that_are_not_the_same_stay_apart(query: str, text: str) -> None:
    assert not found(query, text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("الأولمبية", ("اولمبيه",)),
        ("وزير", ("وزير", "زير")),
        ("ولفرنسا", ("ولفرنسا", "لفرنسا", "فرنسا")),
        ("ministres", ("ministres", "ministre")),
        ("Morocco’s", ("morocco",)),
        ("l’Élysée", ("elysee",)),
        ("على", ("على",)),
        ("موسى", ("موسي",)),
        ("ـــ", ()),
        ("َُ", ()),
        ("x" * (LONGEST + 1), ()),
    ],
)
def test_a_word_has_its_own_form_first(word: str, expected: tuple[str, ...]) -> None:
    assert forms(word) == expected


def test_the_words_of_a_question_are_known_as_they_are_searched() -> None:
    assert {"qui", "ou", "quelles"} <= set(question_words("fr"))
    assert {"من", "اين", "كيف"} <= set(question_words("ar"))
    assert question_words("xx") == []


def test_an_article_is_found_by_what_those_it_names_were_and_by_terms_in_other_languages(tmp_path: Path) -> None:
    people = (
        "- id: amina-test\n  names: {ar: أمينة التجريبية}\n  offices:\n"
        "    - {title: {ar: وزيرة الصحة, fr: Ministre de la Santé}, from: 2017-04-05, to: 2021-10-07}\n"
    )
    files = {"content/entities/people.yaml": people, "content/terms.yaml": "- {ar: النقاش العمومي, fr: débat public}\n"}
    for number, day in enumerate(("2016-01-01", "2018-01-01")):
        body = "تحدثت أمينة التجريبية عن النقاش العمومي."
        files[f"content/articles/{day[:4]}/01/01-3f9a1{number}/ar.md"] = article_text("خبر", body, date=day)
    report = build(config.load(write_site(tmp_path, files)))
    words_of = "".join(path.read_text("utf-8") for path in sorted(report.output.glob("ar/search/words-*.js")))
    parts = words_of.split('"')[3].split(" ")
    postings = dict(zip(parts[::2], parts[1::2], strict=True))
    assert "debat" in postings
    assert len(postings["ministre"]) < len(postings["debat"])


def test_a_lexicon_gives_the_same_words_piece_by_piece() -> None:
    for query, text in [*ARABIC, *FRENCH, *ENGLISH, *OTHERS]:
        for each in (query, text, f"{text}\u202f100", f"x1\u202f{query}"):
            assert Lexicon().terms(each) == {form for word in words(each) for form in word}, each


def test_a_lexicon_forgets_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lexicon, "LIMIT", 3)
    lexicon = Lexicon()
    for text in ("one two three", "four five", "one six"):
        assert lexicon.terms(text) == {form for word in words(text) for form in word}
        assert len(lexicon) <= 3


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>إلى ب<a class="entity" href="x.html">المغرب</a>.</p>', ["إلى", "بالمغرب."]),
        ("<p>un</p><p>deux</p><ul><li>trois</li><li>quatre</li></ul>", ["un", "deux", "trois", "quatre"]),
        ("<p>a<br>b <em>c</em>d</p>", ["a", "b", "cd"]),
        ('<p><img alt="a > b" src="secret.jpg">x</p>', ["x"]),
        ("<p>R&amp;D &lt;b&gt;</p>", ["R&D", "<b>"]),
        ("<!-- no --><p>yes</p>", ["yes"]),
    ],
)
def test_the_text_of_a_page_has_no_tags_and_whole_words(html: str, expected: list[str]) -> None:
    assert plain_text(html).split() == expected


def decode(codes: str) -> list[tuple[int, int]]:
    """(article, place) as the script reads them."""
    result, number, value, scale = [], 0, 0, 1
    for digit in map(ALPHABET.index, codes):
        value += digit % BASE * scale
        scale *= BASE
        if digit < BASE:
            number += value >> 2
            result.append((number, value & 3))
            value, scale = 0, 1
    return result


def test_postings_are_read_as_they_were_written() -> None:
    rows = [(0, TITLE), (1, BODY), (2, ENTITY), (13, SUMMARY), (530, TITLE), (531, BODY), (99_999, SUMMARY)]
    codes = encode(posting(*row) for row in rows)
    assert decode(codes) == rows
    assert len(codes) < 14
    assert json.dumps(codes) == f'"{codes}"' and " " not in codes


ENTITIES = {
    "macron": Entity("macron", "person", {"ar": "إيمانويل ماكرون", "fr": "Emmanuel Macron"}, {"fr": ("E. M.",)})
}


def entry(
    number: int, title: str, body: str = "", *, summary: str = "", entities: tuple[str, ...] = ()
) -> IndexedVersion:
    filters = ["year=2024", *(f"entity={id}" for id in entities)]
    return IndexedVersion(
        number,
        title,
        summary,
        f"<p>{body}</p>",
        filters,
        entities,
        f"2024/07/a{number}",
        "2024-07-18",
        summary,
        number == 1,
    )


def read(entries: list[IndexedVersion]) -> dict[str, object]:
    """File -> the value it hands over."""
    lexicon = Lexicon()
    result = {}
    for path, data in files("ar/search", entries, EntityWords(ENTITIES, lexicon), lexicon):
        match = re.fullmatch(r'nashraSearch\("([^"]*)",(.*)\)\n', data.decode("utf-8"))
        assert match and path == f"{match[1]}.js"
        result[match[1].rpartition("/")[2]] = json.loads(match[2])
    return result


def postings(made: dict[str, object]) -> dict[str, list[tuple[int, int]]]:
    parts = [part for name, text in made.items() if name.startswith("words-") for part in str(text).split(" ")]
    return {word: decode(codes) for word, codes in zip(parts[::2], parts[1::2], strict=True)}


def test_a_word_is_kept_with_its_best_place() -> None:
    made = read(
        [
            entry(0, "الماء", "الماء والكهرباء", summary="ماء"),
            entry(1, "الكهرباء", "ماكرون", summary="الماء", entities=("macron",)),
            entry(4, "خبر", "ماء"),
        ]
    )
    rows = postings(made)
    assert rows["ماء"] == [(0, TITLE), (1, SUMMARY), (4, BODY)]
    assert rows["كهرباء"] == [(0, BODY), (1, TITLE)]
    assert rows["ماكرون"] == rows["macron"] == [(1, ENTITY)]
    assert rows["=entity=macron"] == [(1, TITLE)]
    assert [number for number, _ in rows["=year=2024"]] == [0, 1, 4]


BODIES = st.lists(
    st.sampled_from(["ماء", "كهرباء", "ماكرون", "zèbre", "𠀀", "2024", "word", "الوفد", "ا", "ب"]), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BODIES, min_size=1, max_size=8), st.integers(0, 7), BODIES)
def test_the_index_after_a_change_of_one_text_is_that_of_all_texts(
    bodies: list[list[str]], changed: int, body: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(index, "WORDS_SIZE", 60)
        lexicon = Lexicon()
        names = EntityWords(ENTITIES, lexicon)
        rows = [entry(2 * n, f"خبر {n}", " ".join(each), entities=("macron",)) for n, each in enumerate(bodies)]
        old = dict(files("ar/search", rows, names, lexicon))
        at = changed % len(rows)
        after = entry(2 * at, f"خبر {at}", " ".join(body), entities=("macron",))
        found = dict(words_after("ar/search", old.__getitem__, rows[at], after, names, lexicon))
        new = dict(files("ar/search", [*rows[:at], after, *rows[at + 1 :]], names, lexicon))
    assert {**old, **found}.items() >= new.items()
    assert found.keys() <= new.keys()


def test_articles_stand_at_their_number_in_files_of_ten() -> None:
    made = read([entry(1, "ب", summary="ملخص"), entry(3, "ج"), entry(25, "د")])
    assert made["articles-0"] == [
        None,
        ["ب", "2024/07/a1", "2024-07-18", "ملخص", 1],
        None,
        ["ج", "2024/07/a3", "2024-07-18", ""],
    ]
    assert made["articles-2"] == [None] * 5 + [["د", "2024/07/a25", "2024-07-18", ""]]
    assert "articles-1" not in made


def test_words_are_cut_into_files_in_the_order_in_which_javascript_compares_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "WORDS_SIZE", 60)
    body = "وصل الوفد إلى باريس مع فريق من المغرب 𠀀 \uf9ff ﬁn zèbre abeille 2024 1999"
    made = read([entry(0, "خبر", body)])
    texts = [str(made[f"words-{n}"]) for n in range(sum(name.startswith("words-") for name in made))]
    assert len(texts) > 3
    assert made["index"] == [text.split(" ")[0] for text in texts]
    assert all(len(text.encode()) <= 60 for text in texts)
    order = [word for text in texts for word in text.split(" ")[::2]]
    assert order == sorted(order, key=lambda word: word.encode("utf-16-be"))


def test_no_articles_make_an_index_that_can_be_read() -> None:
    assert read([]) == {"index": []}


def test_texts_cannot_leave_the_script_they_stand_in() -> None:
    made = read([entry(0, '"); alert(1); ("</script>\u2028\\', summary="\ud800")])
    assert made["articles-0"] == [['"); alert(1); ("</script>\u2028\\', "2024/07/a0", "2024-07-18", "?"]]


def test_the_built_site_has_a_page_and_an_index_in_every_language(
    report: BuildReport, page: Callable[[str], str]
) -> None:
    for lang in ("ar", "fr", "en"):
        assert f'<a class="find" href="../{lang}/search.html" aria-current="page">' in page(f"{lang}/search.html")
        assert {path.name for path in (report.output / lang / "search").iterdir()} == {
            "index.js",
            "words-0.js",
            "articles-0.js",
        }
    assert 'href="../../../ar/search.html"' in page("ar/2024/07/وفد-من-المغرب.html")


def test_the_page_carries_plural_forms_and_rules_for_its_script(page: Callable[[str], str]) -> None:
    match = re.search(r'id="search-data">(.*?)</script>', page("ar/search.html"))
    assert match
    data = json.loads(match[1])
    assert set(data["texts"]["counts"]) == {"zero", "one", "two", "few", "many", "other"}
    assert data["texts"]["counts"]["few"] == "عُثر على %n مقالات"
    assert data["texts"]["counts"]["other"] == "عُثر على %n مقال"
    assert list(data["languages"]) == ["ar", "fr", "en"]
    assert data["tag"] == "ar-MA-u-nu-latn"
    assert list(json.loads(match[1])["rules"]["letters"])[-1] == "९"
    assert "<" not in match[1]


def test_texts_for_the_script_are_plain(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    po = head + 'msgid "Searching…"\nmsgstr "A & B, l\'été <…>"\n'
    site = write_site(tmp_path, {"templates/locale/fr.po": po})
    build(config.load(site))
    text = (site / "site/fr/search.html").read_text("utf-8")
    match = re.search(r'id="search-data">(.*?)</script>', text)
    assert match
    assert json.loads(match[1])["texts"]["searching"] == "A & B, l'été <…>"


def test_choices_stand_in_the_order_of_their_names_without_the_article(tmp_path: Path) -> None:
    names = {"a": "الرياضة", "b": "أمن", "c": "بحر", "d": "الاقتصاد"}
    topics = "".join(f"{id}: {{ar: {name}}}\n" for id, name in names.items())
    more = f"topics: [{', '.join(names)}]\n"
    article = article_text("عنوان", "نص", more=more)
    site = write_site(tmp_path, {"content/topics.yaml": topics, "content/articles/2024/07/18-3f9a1c/ar.md": article})
    build(config.load(site))
    text = (site / "site/ar/search.html").read_text("utf-8")
    options = re.findall(r'<option value="([^"]*)"[^>]*>', text[text.index('name="topic"') : text.index('name="year"')])
    assert options == ["", "d", "b", "c", "a"]


def test_languages_of_the_filter_are_named_in_themselves(page: Callable[[str], str]) -> None:
    assert '<option value="en" lang="en" dir="ltr">English</option>' in page("ar/search.html")


def test_a_page_of_ones_own_cannot_take_the_address_of_search(tmp_path: Path) -> None:
    site = write_site(
        tmp_path,
        {
            "content/articles/2024/07/18-3f9a1c/ar.md": article_text("عنوان", "نص"),
            "content/pages/search.ar.md": "---\ntitle: بحث\n---\n\nنص\n",
        },
    )
    (problem,) = build(config.load(site)).problems
    assert "ar/search.html" in problem.message


def test_a_site_without_articles_has_a_page_of_search(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    assert build(config.load(site)).problems == ()
    assert 'id="search"' in (site / "site/ar/search.html").read_text("utf-8")


def test_the_index_does_not_depend_on_the_order_of_sets() -> None:
    script = (
        "import hashlib\n"
        "from nashra.render.search.index import EntityWords, IndexedVersion, files\n"
        "from nashra.render.search.words import Lexicon\n"
        "rows = [IndexedVersion(n, f'خبر {n}', 'ملخص الخبر', '<p>' + ' '.join(f'كلمة{k} word{k * n}' for k in range(99)) + '</p>',"
        " ['year=2024'], (), 'a', '2024-01-01', 's', False) for n in range(30)]\n"
        "lexicon = Lexicon()\n"
        "print(hashlib.sha256(b''.join(data for _, data in files('x', rows, EntityWords({}, lexicon), lexicon))).hexdigest())"
    )
    root = Path(__file__).parents[3]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


def test_the_script_is_small() -> None:
    assert (default_folder() / "assets" / "search.js").stat().st_size <= 9600
