"""Files that version 0.1 wrote, whose fingerprints are of blocks that are cut otherwise today."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from nashra.markup.blocks import fingerprint, split
from nashra.markup.blocks_0_1 import split_0_1, texts_0_1
from nashra.model import Article, BlockRecord, Flag, Translation, Version
from nashra.translate.renewal import plan
from nashra.versions.alignment import align, stale_blocks
from support.articles import article, renew, with_body, with_version
from support.patterns import PATTERNS, WORDS

LIST = "أسماء الوزراء:\n- أحمد\n- سعاد\n\nخاتمة.\n"
LIST_EN = "The ministers:\n- Ahmed\n- Souad\n\nThe end.\n"
ONE_LINE_EN = "The ministers: - Ahmed - Souad\n\nThe end.\n"


def of_0_1(source: str, target: str, flags: dict[int, Flag] | None = None, edited: str | None = None) -> Article:
    """An article with a translation as version 0.1 left it; edited: the body that a person made of `target` since."""
    flags = flags or {}
    records = tuple(
        BlockRecord(fingerprint(one), fingerprint(two), flags.get(number, ""))
        for number, (one, two) in enumerate(zip(texts_0_1(source), texts_0_1(target), strict=True))
    )
    title = BlockRecord(fingerprint("عنوان المقال"), fingerprint("Title"))
    made = Translation("ar", "machine", "cipher", (), title, None, records)
    version = Version("en", "Title", "s", target if edited is None else edited, Path("en.md"), translation=made)
    return with_version(article(source), version)


def people(art: Article) -> list[str]:
    pairs = align(art.original, art.versions["en"]).pairs
    return [pair.target.text for pair in pairs if pair.human and pair.target]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (LIST, LIST_EN),
        ("- بند\n  - فرعي\n\n  فقرة البند\n\nنص.\n", "- Item\n  - Inner\n\n  Of the item\n\nText.\n"),
        ("نص\n| أ | ب |\n|---|---|\n| ج | د |\n", "Text\n| a | b |\n|---|---|\n| c | d |\n"),
        ("<div>\n\nنص\n\n</div>\n", "<div>\n\nText\n\n</div>\n"),
        ("- بند\n* آخر\n\nنص.\n", "- One\n* Two\n\nText.\n"),
        ("> اقتباس\n\n> آخر\n", "> Quote\n\n> Other\n"),
        ("نص.\n\n```\nسياج\n\nبلا نهاية\n", "Text.\n\n```\nfence\n\nwithout end\n"),
    ],
)
def test_a_version_that_is_cut_alike_on_both_sides_has_nothing_to_do(source: str, target: str) -> None:
    assert texts_0_1(source) != [block.text for block in split(source)]
    art = of_0_1(source, target)
    assert plan(art, "en") is None
    assert people(art) == []
    assert stale_blocks(art.original, art.versions["en"]) == 0


def test_what_the_machine_wrote_on_one_line_is_translated_again_as_the_list_it_is() -> None:
    art, _ = renew(of_0_1(LIST, ONE_LINE_EN))
    blocks = split(art.versions["en"].body)
    assert [block.kind for block in blocks] == ["paragraph", "list", "paragraph"]
    assert blocks[2].text == "The end."
    assert plan(art, "en") is None


@pytest.mark.parametrize("flag", ["human", "draft"])
def test_a_block_of_a_person_stays_word_for_word_and_nothing_is_translated_beside_it(flag: Flag) -> None:
    art = of_0_1(LIST, ONE_LINE_EN, {0: flag})
    assert people(art) == ["The ministers: - Ahmed - Souad"]
    after, _ = renew(art)
    assert after.versions["en"].body == ONE_LINE_EN
    assert stale_blocks(after.original, after.versions["en"]) == 1  # reported, for a person to see to


def test_a_list_that_a_person_made_of_the_one_line_is_that_persons_list() -> None:
    art = of_0_1(LIST, ONE_LINE_EN, edited=LIST_EN)
    assert people(art) == ["The ministers:", "- Ahmed\n- Souad"]
    after, _ = renew(art)
    assert after.versions["en"].body == LIST_EN


def test_a_source_that_changes_later_renews_the_machines_block_and_spares_the_persons() -> None:
    art = of_0_1(LIST, LIST_EN)
    changed = with_body(art, "ar", LIST.replace("خاتمة.", "خاتمة أخرى."))
    after, _ = renew(changed)
    assert after.versions["en"].body.startswith("The ministers:\n- Ahmed\n- Souad\n\n")
    assert "The end." not in after.versions["en"].body
    art = of_0_1(LIST, LIST_EN, {1: "human"})
    changed = with_body(art, "ar", LIST.replace("خاتمة.", "خاتمة أخرى."))
    after, _ = renew(changed)
    assert after.versions["en"].body == LIST_EN
    assert stale_blocks(after.original, after.versions["en"]) == 1


def test_an_approved_version_of_0_1_stays_as_it_is() -> None:
    art = of_0_1(LIST, ONE_LINE_EN)
    version = art.versions["en"]
    assert version.translation is not None
    approved = with_version(art, replace(version, translation=replace(version.translation, state="reviewed")))
    assert people(approved) == ["The ministers: - Ahmed - Souad", "The end."]
    after, _ = renew(approved)
    assert after.versions["en"].body == ONE_LINE_EN


def test_a_block_that_a_person_removed_is_not_put_back() -> None:
    source = "نص\n- بند\n\nخاتمة.\n"
    art = of_0_1(source, "Text\n- Item\n\nEnd.\n", edited="End.\n")
    after, _ = renew(art)
    assert after.versions["en"].body == "End.\n"


def test_the_old_rules_are_told_by_the_lines_of_each_block() -> None:
    assert [kind for _, _, kind in split_0_1(LIST)] == ["paragraph", "paragraph"]
    assert split_0_1("\n" * 5000 + "نص") == []


def test_no_line_of_a_person_is_lost_in_any_file_of_0_1() -> None:
    flags: tuple[Flag, ...] = ("human", "", "", "approved", "draft")
    for seed in range(80):
        chance = random.Random(seed)
        patterns = chance.sample(PATTERNS, chance.randint(1, 5))
        glue = chance.choice(["\n\n", "\n"])
        source, target = (
            glue.join(
                each.format(*(f"{chance.choice(WORDS[lang])}{chance.randint(0, 999)}" for _ in range(4)))
                for each in patterns
            )
            + "\n"
            for lang in ("ar", "fr")
        )
        blocks = texts_0_1(target)
        given = {number: chance.choice(flags) for number in range(len(blocks))}
        theirs = "\n".join(people(of_0_1(source, target, given)))
        for number, flag in given.items():
            if flag == "human":
                assert all(line.strip() in theirs for line in blocks[number].split("\n")), seed
