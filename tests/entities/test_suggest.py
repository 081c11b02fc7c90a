"""Names that the texts have and the registry has not."""

from __future__ import annotations

import re
import sys
import types
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from nashra.entities.normalize import normalize
from nashra.entities.suggest.cued import CuedFinder
from nashra.entities.suggest.gather import Suggestion, suggest
from nashra.entities.suggest.latin import LatinFinder
from nashra.entities.suggest.sounds import alike, sound
from nashra.entities.suggest.spacy_models import spacy_finder
from nashra.model import Article, Entity, Version

NO_ENTITIES: dict[str, Entity] = {}


def article(number: int = 1, **bodies: str) -> Article:
    versions = {
        lang: Version(lang, "عنوان", f"s{number}", body, Path(f"{number}/{lang}.md")) for lang, body in bodies.items()
    }
    return Article(
        id=f"aaaa{number:02}",
        folder=f"2024/07/18-aaaa{number:02}",
        lang=next(iter(bodies)),
        published=datetime(2024, 7, 18, tzinfo=UTC),
        has_time=False,
        versions=versions,
    )


def names(found: list[Suggestion], lang: str) -> set[str]:
    return {one.names[lang] for one in found if lang in one.names}


ARABIC = [
    ("استقبل الرئيس إيمانويل ماكرون الوفد.", "إيمانويل ماكرون", "person"),
    ("قال الرئيس الفرنسي إيمانويل ماكرون إنه متفائل.", "إيمانويل ماكرون", "person"),
    ("زار وزير الشؤون الخارجية والتعاون، ناصر بوريطة، العاصمة.", "ناصر بوريطة", "person"),
    ("اجتمع وزير الداخلية المغربي عبد الوافي لفتيت، مع نظيره.", "عبد الوافي لفتيت", "person"),
    (
        "زيارة المدير العام للأمن الوطني ومراقبة التراب الوطني، عبد اللطيف حموشي إلى فرنسا.",
        "عبد اللطيف حموشي",
        "person",
    ),
    ("التقى بكل من سيلين برتون المديرة العامة للأمن الداخلي.", "سيلين برتون", "person"),
    ("وأوضح يوسف العمراني أن اللقاء مثمر.", "يوسف العمراني", "person"),
    ("وصل الوفد إلى مدينة أزيلال ليلا.", "أزيلال", "place"),
    ("نظمت جمعية الأعمال الاجتماعية لقاء.", "جمعية الأعمال الاجتماعية", "organization"),
    ("افتتح مهرجان الضحك الدولي أبوابه.", "مهرجان الضحك الدولي", "event"),
]


@pytest.mark.parametrize(("text", "name", "kind"), ARABIC)
def test_arabic_names_are_found_by_what_stands_around_them(text: str, name: str, kind: str) -> None:
    assert [(found.name, found.type) for found in CuedFinder("ar").find(text, [])] == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "كان الرئيس في العاصمة خلال الأسبوع الماضي.",
        "قال الرئيس إن الوضع جيد.",
        "المدير العام للأمن الوطني ومراقبة التراب الوطني",
        "أكد أن الأشغال انتهت يوم الأربعاء.",
        "وزير الداخلية وما وراء البحار",
        "",
    ],
)
def test_arabic_text_without_a_new_name_gives_none(text: str) -> None:
    assert list(CuedFinder("ar").find(text, [])) == []


def test_a_known_name_is_not_found_again() -> None:
    text = "استقبل الرئيس إيمانويل ماكرون الوفد."
    start = text.index("إيمانويل")
    assert list(CuedFinder("ar").find(text, [(start, start + len("إيمانويل ماكرون"))])) == []


LATIN = [
    ("fr", "Selon M. Jean Dupont, rien ne change.", [("Jean Dupont", "person")]),
    ("fr", "Le ministre Driss Alaoui est venu.", [("Driss Alaoui", "person")]),
    ("fr", "L’Association des parents d’élèves proteste.", []),
    ("fr", "Ils vont à Ouzoud, puis en juillet à Demnate.", [("Ouzoud", "place"), ("Demnate", "place")]),
    ("fr", "L’Américain Kenneth Rooks court.", [("Kenneth Rooks", "person")]),
    ("fr", "Dimanche, la Fondation Zakoura a publié un rapport.", [("Fondation Zakoura", "organization")]),
    ("fr", "Le CNDP a dit non.", [("CNDP", "organization")]),
    ("en", "The Moroccan Foreign Minister Driss Alaoui spoke.", [("Driss Alaoui", "person")]),
    ("en", "Yesterday Rooks won. Today the runner sleeps.", [("Rooks", None)]),
    ("en", "The University of Ouzoud opened.", [("University of Ouzoud", "organization")]),
    ("en", "THE WHOLE TOWN SLEEPS", []),
    ("en", "July was hot. Monday too. I know.", []),
    ("en", "", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), LATIN)
def test_capitals_show_names_that_do_not_owe_them_to_a_full_stop(
    lang: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    finder = LatinFinder(lang, {"association", "yesterday"}, {"morocco", "maroc"})
    assert [(found.name, found.type) for found in finder.find(text, [])] == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("أشرف حكيمي", "Achraf Hakimi"),
        ("الكروج", "El Guerrouj"),
        ("محمد", "Mohammed"),
        ("البقالي", "Bakkali"),
        ("شنقريحة", "Chengriha"),
        ("أوسكار نيماير", "Oscar Niemeyer"),
    ],
)
def test_a_name_sounds_alike_in_arabic_and_in_latin_letters(one: str, two: str) -> None:
    assert alike(sound(one), sound(two)) > 0.8


@pytest.mark.parametrize(
    ("one", "two"), [("أشرف حكيمي", "Sofyan Amrabat"), ("باريس", "Londres"), ("في", "a"), ("", "")]
)
def test_other_names_do_not(one: str, two: str) -> None:
    assert alike(sound(one), sound(two)) == 0.0


def test_the_versions_of_an_article_give_one_entity_its_names() -> None:
    body: dict[str, Any] = {
        "ar": "سجل بلال الخنوس هدفين.\n\nوغادر الخنوس بعد ذلك.",
        "fr": "Hier, Bilal El Khannouss a marqué deux fois.\n\nPuis Khannouss est parti.",
        "en": "On Sunday Bilal El Khannouss scored twice.\n\nThen Khannouss left.",
    }
    found = suggest([article(**body)], NO_ENTITIES, ("ar", "fr", "en"))
    assert found[0].names == {"ar": "بلال الخنوس", "fr": "Bilal El Khannouss", "en": "Bilal El Khannouss"}
    assert found[0].aliases["fr"] == ["Khannouss"]
    assert (found[0].type, found[0].articles) == ("person", 1)
    assert "Hier, Bilal El Khannouss a marqué" in found[0].examples["fr"]


def test_what_the_registry_has_is_not_suggested() -> None:
    text: dict[str, Any] = {"fr": "Hier, Bilal El Khannouss a vu Rabat.\n\nPuis Bilal El Khannouss a quitté Rabat."}
    known = {"b": Entity("b", "person", {"fr": "Bilal El Khannouss"}), "r": Entity("r", "place", {"fr": "Rabat"})}
    assert suggest([article(**text)], known, ("fr",), 1) == []
    assert names(suggest([article(**text)], NO_ENTITIES, ("fr",)), "fr") == {"Bilal El Khannouss", "Rabat"}


def test_the_best_evidence_comes_first_and_what_is_rare_is_left_out() -> None:
    texts = [article(number, fr="Hier, Ali Ziani a parlé.") for number in (1, 2, 3)]
    texts.append(article(4, fr="Hier, Omar Ziat a parlé. Puis Omar Ziat est parti. Enfin Zoé Blin dort."))
    found = suggest(texts, NO_ENTITIES, ("fr",), 2)
    assert [one.names["fr"] for one in found] == ["Ali Ziani", "Omar Ziat"]
    assert suggest(texts, NO_ENTITIES, ("fr",), 4) == []


def test_the_same_texts_give_the_same_suggestions() -> None:
    texts = [article(number, fr=f"Hier, Ali Ziani et Omar Ziat ont vu Zoé Blin {number}.") for number in range(4)]
    assert suggest(texts, NO_ENTITIES, ("fr",)) == suggest(texts, NO_ENTITIES, ("fr",))


def test_code_and_addresses_are_no_names() -> None:
    body = "Voir `Foo Bar` et https://Example.org/Foo.\n\n```\nFoo Bar\n```\n\n| Foo Bar | Baz Qux |\n|---|---|\n"
    assert "Example" not in names(suggest([article(fr=body)], NO_ENTITIES, ("fr",), 1), "fr")


def test_spacy_is_used_where_a_model_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spacy_finder("fr") is None
    span = types.SimpleNamespace(text="kasbah", start_char=3, end_char=9, label_="LOC")
    other = types.SimpleNamespace(text="deux", start_char=0, end_char=4, label_="CARDINAL")
    spacy = types.ModuleType("spacy")
    spacy.load = lambda name, disable: lambda text: types.SimpleNamespace(ents=[span, other])  # type: ignore[attr-defined]
    model = types.ModuleType("fr_core_news_sm")
    for module in (spacy, model):
        module.__spec__ = types.SimpleNamespace(name=module.__name__)  # type: ignore[assignment]
        monkeypatch.setitem(sys.modules, module.__name__, module)
    finder = spacy_finder("fr")
    assert finder is not None
    assert [(found.name, found.type) for found in finder("la kasbah")] == [("kasbah", "place")]
    assert "kasbah" in names(suggest([article(fr="la kasbah.")], NO_ENTITIES, ("fr",), 1), "fr")
    spacy.load = lambda name, disable: 1 / 0  # type: ignore[attr-defined]
    assert spacy_finder("fr") is None


HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


@pytest.mark.parametrize(("lang", "least"), [("ar", 20), ("fr", 30), ("en", 30)])
def test_of_the_first_thirty_in_each_language_alone_eight_in_ten_are_names(lang: str, least: int) -> None:
    lines = [
        line
        for file in (HERE / "gold" / f"{lang}.txt", HERE / "gold" / "kinds" / f"{lang}.txt")
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    marked = {normalize(match[1], lang) for line in lines for match in _MARK.finditer(line)}
    texts = [_MARK.sub(r"\1", line) for line in lines]
    articles = [article(number, **{lang: "\n\n".join(texts[number::24])}) for number in range(24)]
    shown = suggest(articles, NO_ENTITIES, (lang,))[:30]
    assert len(shown) >= least
    spelled = [{normalize(name, lang) for name in (one.names[lang], *one.aliases.get(lang, ()))} for one in shown]
    right = [
        names
        for names in spelled
        if any(f" {name} " in f" {key} " or f" {key} " in f" {name} " for name in names for key in marked)
    ]
    assert len(right) >= 0.8 * len(shown), [names for names in spelled if names not in right]


def test_arabic_articles_give_most_of_the_names_that_they_repeat_and_hardly_anything_else() -> None:
    listed, *texts = (HERE / "suggest_ar.txt").read_text("utf-8").split("\n---\n")
    worth = {name.strip() for name in listed.splitlines()[1].split(";")}
    shown = suggest([article(n, ar=text) for n, text in enumerate(texts)], NO_ENTITIES, ("ar",))[:30]
    right = [one for one in shown if one.names["ar"] in worth]
    assert len(texts) == 24
    assert len(right) >= 22
    assert len(right) >= 0.9 * len(shown)


def test_words_that_the_texts_inflect_are_no_names() -> None:
    text = """بعد محاولة أولى نجحت محاولة ثانية، وفي محاولته الثالثة فاز، وشكر الجميع على المحاولة.

لم يصل إلى نتيجة حاليا، من دون تحديد موعد، ومن دون تحديد سبب، والحالي أصعب. وقال إن التحديد سيأتي.

وافق علي ضرورة الحوار، وشدد علي ضرورة الصبر، والضرورة تقدر بقدرها."""
    assert suggest([article(1, ar=text), article(2, ar=text)], NO_ENTITIES, ("ar",)) == []


def test_months_are_no_places() -> None:
    text = "عقد اللقاء في نونبر الماضي، وفي يناير أيضا، ثم في نونبر ويناير، من دجنبر إلى أكتوبر، وفي دجنبر وأكتوبر."
    assert names(suggest([article(1, ar=text), article(2, ar=text)], NO_ENTITIES, ("ar",)), "ar") == set()


def test_the_words_around_a_name_in_capitals_tell_its_type() -> None:
    text = "Hier, la Zoubelie a gagné Paris 2031. Puis le Kawkab de Tizi a perdu, la Zoubelie aussi, à Paris 2031."
    kinds = {one.names["fr"]: one.type for one in suggest([article(1, fr=text)], NO_ENTITIES, ("fr",), 1)}
    assert kinds == {"Zoubelie": "place", "Paris 2031": "event", "Kawkab de Tizi": "organization"}


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind"),
    [
        ("fr", "Le patron vit aux Émirats-Réunis depuis dix ans.", "Émirats-Réunis", "place"),
        ("fr", "La région Oriental-Figuig manque d’eau.", "Oriental-Figuig", "place"),
        ("fr", "Hier, le maire de Villedieu a reçu Jean-Baptiste Moreau.", "Jean-Baptiste Moreau", "person"),
        ("fr", "On salue ici Dominique de Villepin.", "Dominique de Villepin", "person"),
        ("fr", "On joue contre Espoir du Gharb samedi.", "Espoir du Gharb", "organization"),
        ("en", "He has lived in the Outer Hebrides since then.", "Outer Hebrides", "place"),
        ("en", "They spent a week in Western Sylvania.", "Sylvania", "place"),
        ("en", "We drew against Racing of Mirepoix again.", "Racing of Mirepoix", "organization"),
        ("en", "We met Vincent van Houten there.", "Vincent van Houten", "person"),
    ],
)
def test_no_person_is_joined_by_hyphens_alone_or_stands_behind_in(lang: str, text: str, name: str, kind: str) -> None:
    written = article(1, **{lang: text})
    found = [one for one in suggest([written], NO_ENTITIES, [lang], least=1) if name in one.names[lang]]
    assert [one.type for one in found] == [kind]


def test_arabic_names_that_texts_repeat_are_found_in_arabic_alone_with_their_types() -> None:
    bodies = [
        "زار الوفد قرية تمسلوحت أمس، ثم غادر تمسلوحت ليلا.",
        "التقى يونس بنعلال سكان تمسلوحت. وفاز نادي تندرارة باللقب.",
        "خسر فريق تندرارة أمام ضيفه، وقال يونس بنعلال إنه راض.",
    ]
    found = {
        one.names["ar"]: one.type
        for one in suggest([article(n, ar=body) for n, body in enumerate(bodies)], {}, ("ar",))
    }
    assert found == {"تمسلوحت": "place", "يونس بنعلال": "person", "تندرارة": "organization"}


@pytest.mark.parametrize(
    "text",
    [
        "في إطار الاتفاق، وفي إطار التعاون، وفي إطار البرنامج.",
        "عاد إلى بيته في حافلة كبيرة، ثم عاد من حافلة صغيرة.",
        "وقع حادث في مدينة صناعية، ثم في المدينة القديمة، ثم في مدينة جميلة.",
        "بلغ عدد السكان في إقليم شاسع مئة ألف، وفي إقليم شاسع آخر ألفا.",
        "فككت الشرطة مجموعة إجرامية، ثم لاحقت مجموعة إجرامية أخرى، وقالت إن إجرامية هذه واضحة.",
        "زار مدينة اشتهرت بالزيت، ثم مدينة اشتهرت بالصوف، وقال إن اشتهرت فعل.",
        "خدم في دولته سنين، وعاد إلى دولته شيخا، فالدولة كبيرة.",
    ],
)
def test_common_words_that_texts_repeat_are_no_names(text: str) -> None:
    assert names(suggest([article(1, ar=text), article(2, ar=text)], NO_ENTITIES, ("ar",)), "ar") == set()


def test_who_is_known_by_the_full_name_is_not_proposed_by_the_surname() -> None:
    known = {"x": Entity("x", "person", {"en": "Amina El Testi", "ar": "أمينة التستي"})}
    text = "The runner Testi won. Later Testi spoke, and El Testi left.", "فازت التستي. وقالت السيدة التستي إنها سعيدة."
    assert suggest([article(1, en=text[0], ar=text[1])], known, ("en", "ar")) == []
