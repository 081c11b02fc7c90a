from __future__ import annotations

import pytest

from nashra.ingest.words.boilerplate import MAX_LENGTH, match
from nashra.ingest.words.rules import RULES


@pytest.mark.parametrize(
    ("line", "purpose"),
    [
        ("اترك تعليقاً", "a form or a place for comments"),
        ("أضِف تعليق", "a form or a place for comments"),
        ("التعليقات (١٢)", "a form or a place for comments"),
        ("3 Commentaires", "a form or a place for comments"),
        ("يجب ان تسجل الدخول لكي تتمكن من إضافة التعليقات", "a stock sentence about comments"),
        ("Your email address will not be published. Required fields are marked *", "a stock sentence about comments"),
        ("إقــرأ أيضاً : المغرب يفوز", "a pointer to another article"),
        ("اقرا ايضا", "a pointer to another article"),
        ("À LIRE AUSSI : Le blé manque", "a pointer to another article"),
        ("Read also Morocco counts its wells", "a pointer to another article"),
        ("الاخبار العاجلة", "a list of other news"),
        ("Les plus lus", "a list of other news"),
        ("فيسبوك تويتر واتساب", "buttons to share the article"),
        ("Share on: Facebook X", "buttons to share the article"),
        ("رابط مختصر", "a short link"),
        ("تابعونا على فيسبوك وتويتر", "an invitation to follow or subscribe"),
        ("Inscrivez-vous à la newsletter du matin", "an invitation to follow or subscribe"),
        ("الرئيسية » سياسة » خبر", "the page's navigation"),
        ("Accueil > Monde", "the page's navigation"),
        ("A+ A-", "a tool of the page"),
        ("0 168 دقيقة واحدة", "a counter"),
        ("٥ دقائق قراءة", "a counter"),
        ("1 234 vues", "a counter"),
        ("الوسوم: كتب، قراءة", "a list of tags"),
        ("جميع الحقوق محفوظة لموقع كذا 2024", "a copyright notice"),
        ("© 2024 Example", "a copyright notice"),
        ("إعلان", "an advertisement's label"),
        ("Ce site utilise des cookies pour vous servir.", "a notice about cookies"),
        ("* * *", "a ruled line"),
    ],
)
def test_furniture_is_known_by_its_purpose(line: str, purpose: str) -> None:
    rule = match(line)
    assert rule is not None and rule.purpose == purpose


@pytest.mark.parametrize(
    "line",
    [
        "اترك تعليقك خارج القاعة، قال القاضي للصحافي الذي حاول الكلام.",
        "اقرأ أيضا ما كتبه الجاحظ عن الحيوان، فهو أجمل ما في المكتبة العربية.",
        "شارك في الندوة باحثون من المغرب وتونس.",
        "إعلان الرباط يدعو إلى وقف إطلاق النار",
        "التعليقات التي نشرها الوزير أثارت جدلا",
        "رابط مختصر بين المدينتين يفتح أمام السيارات",
        "Copyright reform passes in Parliament",
        "Tags de rue : la mairie change d'avis",
        "Related to this, the court ruled that the sale was void.",
        "Read more books, the minister told the pupils of the new school in Fez yesterday.",
        "Le menu du ramadan coûte plus cher",
        "2024",
        "168 قتيلا",
        "",
    ],
)
def test_words_of_furniture_inside_an_article_are_left_alone(line: str) -> None:
    assert match(line) is None


def test_a_long_line_is_a_paragraph_whatever_it_begins_with() -> None:
    assert match("جميع الحقوق محفوظة " + "نص " * MAX_LENGTH) is None


def test_every_phrase_of_every_rule_is_recognised_as_that_rule() -> None:
    for rule in RULES:
        for phrase in rule.phrases:
            line = phrase.replace("(:) …", ": شيء").replace(": …", ": شيء").replace("…", "شيء").replace("#", "12")
            found = match(line)
            assert found is not None and found.action in (rule.action, "line", "list"), phrase
