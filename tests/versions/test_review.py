from __future__ import annotations

from dataclasses import replace

import pytest

from nashra.kit.errors import ContentError
from nashra.model import Article, Translation
from nashra.translate.renewal import plan
from nashra.versions.review import approve, lines
from nashra.versions.status import Standing, standings
from support.articles import article, body, cipher, renew, with_body, with_version

THREE = ["الفقرة الأولى.", "الفقرة الثانية.", "الفقرة الثالثة."]


def approved(art: Article, *numbers: int) -> Article:
    return with_version(art, replace(art.versions["en"], translation=approve(art, "en", numbers)))


def english(art: Article) -> Standing:
    return standings(art, ["en"])[0]


@pytest.fixture
def translated() -> Article:
    return renew(article(body(THREE), summary="ملخص."))[0]


def test_an_approved_version_is_never_translated_again(translated: Article) -> None:
    art = approved(translated)
    assert english(art).condition == "reviewed"
    changed = with_body(
        with_version(art, replace(art.original, title="غيره")), "ar", body([THREE[0], "تغير.", THREE[2]])
    )
    assert plan(changed, "en") is None
    assert english(changed).stale == english(changed).kept == (2,)
    assert english(changed).fields == ("title",)


def test_approving_a_stale_block_ends_its_staleness_until_the_source_changes_again(translated: Article) -> None:
    art = with_body(approved(translated), "ar", body([THREE[0], "تغير.", THREE[2]]))
    assert english(art).stale == (2,)
    art = approved(art, 2)
    assert english(art).stale == ()
    art = with_body(art, "ar", body([THREE[0], "تغير ثانية.", THREE[2]]))
    assert english(art).stale == (2,)


def test_one_approved_block_is_kept_and_the_others_are_still_the_machine_s(translated: Article) -> None:
    art = approved(translated, 2)
    assert english(art).condition == "machine"
    assert english(art).human == 1
    art, _ = renew(with_body(art, "ar", body(["أولى جديدة.", "ثانية جديدة.", THREE[2]])))
    texts = art.versions["en"].body.strip().split("\n\n")
    assert texts == [cipher("أولى جديدة."), cipher(THREE[1]), cipher(THREE[2])]
    assert english(art).stale == (2,)


def test_when_the_last_block_is_approved_the_version_is_reviewed(translated: Article) -> None:
    assert english(approved(translated, 1, 2)).condition == "machine"
    assert english(approved(approved(translated, 1, 2), 3)).condition == "reviewed"


def test_a_version_by_people_can_be_approved_so_that_changes_of_its_source_show(translated: Article) -> None:
    manual = replace(
        translated.versions["en"], translation=Translation("ar", "manual"), body="One.\n\nTwo.\n\nThree.\n"
    )
    art = with_version(translated, manual)
    assert not english(with_body(art, "ar", body(["تغيرت.", *THREE[1:]]))).is_stale
    art = approved(art)
    assert english(art).condition == "manual"
    assert not english(art).is_stale
    assert english(with_body(art, "ar", body(["تغيرت.", *THREE[1:]]))).stale == (1,)


def test_what_an_approved_version_leaves_out_is_left_out_on_purpose(translated: Article) -> None:
    manual = replace(translated.versions["en"], translation=Translation("ar", "manual"), body="All of it in one.\n")
    art = with_version(translated, manual)
    assert english(approved(art)).untranslated == 2
    art = with_version(art, replace(manual, translation=approve(art, "en", force=True)))
    assert english(art).untranslated == 0
    assert plan(art, "en") is None


@pytest.mark.parametrize(
    ("lang", "numbers", "words"), [("fr", (), "no version"), ("ar", (), "original"), ("en", (4,), "4")]
)
def test_what_cannot_be_approved_is_said(translated: Article, lang: str, numbers: tuple[int, ...], words: str) -> None:
    with pytest.raises(ContentError, match=words):
        approve(translated, lang, numbers)


def test_a_whole_version_is_approved_but_for_what_is_stale_missing_or_doubtful(translated: Article) -> None:
    version = translated.versions["en"]
    assert version.translation is not None
    first, *others = version.translation.blocks
    doubted = replace(version.translation, blocks=(replace(first, flag="review"), *others))
    art = with_version(translated, replace(version, translation=doubted))
    art = with_body(art, "ar", body(["جديدة.", THREE[0], THREE[1], "تغيرت."]))
    assert [(line.number, bool(line.open)) for line in lines(art, "en") if not line.name] == [
        (1, True),
        (2, False),
        (3, True),
        (0, True),
    ]
    seen = approved(art)
    assert english(seen).condition == "machine"
    assert (english(seen).stale, english(seen).untranslated, len(english(seen).review)) == ((3,), 1, 1)
    forced = with_version(art, replace(art.versions["en"], translation=approve(art, "en", force=True)))
    assert english(forced) == Standing("en", "reviewed", human=3)


def test_a_person_says_which_source_a_block_translates(translated: Article) -> None:
    art = with_body(translated, "en", body(["Third and last.", "And second.", cipher(THREE[2])]))
    assert english(art).unpaired == (1, 2)
    with pytest.raises(ContentError, match="which block 1 translates"):
        approved(art, 1)
    said = approve(art, "en", sources={1: (2,), 2: (1,)})
    art = with_version(art, replace(art.versions["en"], translation=said))
    assert (english(art).unpaired, english(art).unknown) == ((), ())
    assert english(with_body(art, "ar", body(["تغيرت.", *THREE[1:]]))).kept == (2,)


def test_a_person_says_that_a_block_translates_two_sources_or_none(translated: Article) -> None:
    art = with_body(translated, "en", body(["First and second in one.", cipher(THREE[2]), "A note."]))
    said = approve(art, "en", sources={1: (1, 2), 3: ()})
    art = with_version(art, replace(art.versions["en"], translation=said))
    assert english(art) == Standing("en", "machine", human=2)
    for number in (0, 1):
        sources = [*THREE]
        sources[number] = "تغيرت."
        assert english(with_body(art, "ar", body(sources))).kept == (1,)


@pytest.mark.parametrize(("sources", "words"), [({1: (7,)}, "source has no block 7"), ({9: (1,)}, "no block 9")])
def test_blocks_that_are_not_there_cannot_be_named(
    translated: Article, sources: dict[int, tuple[int, ...]], words: str
) -> None:
    with pytest.raises(ContentError, match=words):
        approve(translated, "en", sources=sources)
