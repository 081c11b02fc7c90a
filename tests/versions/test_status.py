"""How far each article is in each language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nashra.model import Article, BlockRecord, Translation, Version
from nashra.versions.status import Standing, standings
from support.articles import article, renew, with_body, with_version

BODY = "الأولى.\n\nالثانية.\n\nالثالثة.\n"


def translated(body: str = BODY) -> Article:
    return renew(article(body))[0]


def standing(of: Article, lang: str = "en") -> Standing:
    return standings(of, [lang])[0]


def test_every_language_is_listed_in_order() -> None:
    found = standings(translated(), ["fr", "ar", "en"])
    assert [(each.lang, each.condition) for each in found] == [("fr", "missing"), ("ar", "original"), ("en", "machine")]


def test_a_fresh_translation_is_up_to_date() -> None:
    assert standing(translated()) == Standing("en", "machine")
    assert not standing(translated()).is_stale


def test_a_changed_block_of_the_source_is_stale_and_will_be_renewed() -> None:
    found = standing(with_body(translated(), "ar", BODY.replace("الثانية", "الثانية الجديدة")))
    assert (found.stale, found.kept, found.untranslated, found.is_stale) == ((2,), (), 0, True)


def test_a_person_s_block_whose_source_changed_is_stale_and_kept() -> None:
    made = translated()
    english = made.versions["en"].body.split("\n\n")
    edited = with_body(made, "en", "\n\n".join([english[0], "By hand.", english[2]]))
    assert (standing(edited).human, standing(edited).is_stale) == (1, False)
    found = standing(with_body(edited, "ar", BODY.replace("الثانية", "الثانية الجديدة")))
    assert (found.stale, found.kept, found.human) == ((2,), (2,), 1)


def test_a_person_s_block_that_may_tell_more_than_its_source_is_named() -> None:
    english = translated().versions["en"]
    assert english.translation is not None
    one, two, three = english.translation.blocks
    marked = replace(english.translation, blocks=(one, replace(two, flag="more"), three))
    found = standing(with_version(translated(), replace(english, translation=marked)))
    assert (found.more, found.review, found.is_stale) == ((2,), (), False)


def test_a_new_block_of_the_source_is_counted() -> None:
    found = standing(with_body(translated(), "ar", BODY + "\nالرابعة.\n"))
    assert (found.stale, found.untranslated, found.is_stale) == ((), 1, True)


def test_a_changed_title_and_summary_are_named() -> None:
    made = renew(article(BODY, summary="الخلاصة"))[0]
    original = replace(made.versions["ar"], title="عنوان آخر", summary="خلاصة أخرى")
    found = standing(with_version(made, original))
    assert (found.fields, found.is_stale) == (("title", "summary"), True)


def of_the_first(source: str, *_: str) -> tuple[str, ...]:
    return ("a number is missing",) if source == "الأولى." else ()


def test_a_doubtful_block_is_named_with_the_reason() -> None:
    made = translated()
    # a rule, a name or a term may be younger than the translation: nobody needs to have marked it
    assert standings(made, ["en"], of_the_first)[0].review == ((1, "a number is missing"),)
    version = made.versions["en"]
    assert version.translation is not None
    first, *others = version.translation.blocks
    doubted = replace(
        version, translation=replace(version.translation, blocks=(replace(first, flag="review"), *others))
    )
    found = standings(with_version(made, doubted), ["en"], of_the_first)[0]
    assert found.review == ((1, "a number is missing"),)
    assert found.condition == "machine"


def test_a_doubtful_block_that_a_person_corrected_is_doubtful_no_longer() -> None:
    made = translated()
    version = made.versions["en"]
    assert version.translation is not None
    first, *others = version.translation.blocks
    blocks = (replace(first, flag="review"), *others)
    body = "\n\n".join(["Corrected.", *version.body.split("\n\n")[1:]])
    corrected = replace(version, body=body, translation=replace(version.translation, blocks=blocks))
    found = standing(with_version(made, corrected))
    assert (found.review, found.human) == ((), 1)


def test_a_version_by_people_has_its_state_and_nothing_to_compare() -> None:
    by_hand = Version("fr", "t", "s", "Texte.\n", Path("fr.md"), translation=Translation("ar", "manual"))
    assert standing(with_version(article(BODY), by_hand), "fr") == Standing("fr", "manual")


def test_a_version_whose_source_is_gone_does_not_break_the_list() -> None:
    lost = Translation("en", "reviewed", blocks=(BlockRecord("00000000", "11111111"),))
    version = Version("fr", "t", "s", "Texte.\n", Path("fr.md"), translation=lost)
    assert standing(with_version(article(BODY), version), "fr") == Standing("fr", "reviewed")
