"""What goes to a translator and what comes back: nobody's words are lost, and nothing is applied where it does not fit."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from nashra.kit.errors import ContentError
from nashra.markup.blocks import split
from nashra.markup.slots import texts
from nashra.model import Article, Picture, Translation, Version
from nashra.translate.exchange.export import exchange, to_po
from nashra.translate.exchange.po import PoEntry, parse_po
from nashra.translate.exchange.returned import Outcome, take_back
from nashra.translate.renewal import plan
from nashra.versions.review import approve
from nashra.versions.status import standings
from support.approved import approved_pairs
from support.articles import article, renew, with_body, with_version
from support.markdown import documents

PO = Path("back.po")
NOW = datetime(2024, 7, 18, 10, tzinfo=UTC)
BODY = """\
وصل [الوفد](https://example.org/a) إلى باريس. قال: «نعم».

## العنوان

- واحد
- اثنان **مهم**
- 12

كلمة أخيرة و `رمز` هنا.
"""


def sent(made: Article, lang: str = "en") -> list[PoEntry]:
    """The entries of the file that a translator gets, read from its text."""
    return parse_po(to_po(exchange(made, lang), {}, NOW), PO)[1]


def answer(entries: list[PoEntry], answers: dict[str, str], *, fuzzy: bool = False) -> list[PoEntry]:
    """The file after a translator wrote `answers` (source -> translation), fuzzy marks taken off these entries."""
    assert {entry.source for entry in entries} >= set(answers)
    return [
        replace(entry, target=answers[entry.source], fuzzy=fuzzy) if entry.source in answers else entry
        for entry in entries
    ]


def back(made: Article, entries: list[PoEntry], lang: str = "en", *, approved: bool = False) -> Outcome:
    return take_back(exchange(made, lang), entries, PO, approved=approved)


def applied(made: Article, outcome: Outcome, lang: str = "en") -> Article:
    """`made` after the outcome was written."""
    assert outcome.translation is not None
    version = Version(
        lang=lang,
        title=outcome.title,
        slug="s",
        body=outcome.body,
        path=Path(f"{lang}.md"),
        summary=outcome.summary,
        translation=outcome.translation,
        picture=Picture(alt=outcome.alt or "", caption=outcome.caption or ""),
    )
    return with_version(made, version)


def translated(made: Article) -> tuple[Article, list[str]]:
    new, _ = renew(made)
    return new, [block.text for block in split(new.versions["en"].body)]


def flags(made: Article, lang: str = "en") -> list[str]:
    translation = made.versions[lang].translation
    assert translation is not None
    return [record.flag for record in translation.blocks]


def messages(outcome: Outcome) -> list[str]:
    return [problem.message for problem in outcome.problems]


def test_every_text_with_words_is_an_entry_and_a_machines_is_fuzzy() -> None:
    new, _ = translated(article(BODY, summary="ملخص"))
    entries = sent(new)
    assert [entry.source for entry in entries] == [
        "عنوان المقال",
        "ملخص",
        "وصل [الوفد](https://example.org/a) إلى باريس. قال: «نعم».",
        "العنوان",
        "واحد",
        "اثنان **مهم**",
        "كلمة أخيرة و `رمز` هنا.",
    ]
    assert all(entry.fuzzy and entry.target for entry in entries)
    assert entries[4].comments == ("block 3, list", "translated by a machine")


def test_what_has_no_version_yet_goes_out_empty() -> None:
    assert {(entry.target, entry.fuzzy) for entry in sent(article(BODY))} == {("", False)}


def test_blocks_with_the_same_text_are_told_apart() -> None:
    made = article("نعم.\n\nلا.\n\nنعم.\n")
    entries = sent(made)
    assert len({entry.context for entry in entries}) == 4
    answers = ["Title", "Yes.", "No.", "Yes again."]
    outcome = back(made, [replace(entry, target=text) for entry, text in zip(entries, answers, strict=True)])
    assert outcome.body == "Yes.\n\nNo.\n\nYes again.\n"


def test_an_unchanged_file_changes_nothing() -> None:
    new, _ = translated(article(BODY))
    outcome = back(new, sent(new), approved=True)
    assert (outcome.translation, outcome.problems) == (None, ())


def test_a_changed_text_is_a_persons_and_waits_for_a_review() -> None:
    new, blocks = translated(article(BODY))
    outcome = back(new, answer(sent(new), {"العنوان": "The heading"}))
    after = applied(new, outcome)
    assert [block.text for block in split(outcome.body)] == [blocks[0], "## The heading", *blocks[2:]]
    assert (outcome.applied, outcome.drafts, outcome.problems) == (1, (2,), ())
    assert flags(after) == ["", "draft", "", ""]
    # a machine does not touch it, neither now nor when its source changes
    assert plan(after, "en") is None
    changed = with_body(after, "ar", BODY.replace("العنوان", "عنوان آخر"))
    assert plan(changed, "en") is None
    # and its words are nobody's model before they are approved
    assert "العنوان" not in approved_pairs([after], "ar", "en")


def test_a_draft_stays_one_when_the_machine_renews_its_neighbour_and_until_it_is_approved() -> None:
    new, _ = translated(article(BODY))
    after = applied(new, back(new, answer(sent(new), {"العنوان": "The heading"})))
    again, _ = renew(with_body(after, "ar", BODY.replace("كلمة أخيرة", "كلمة أولى")))
    assert flags(again) == ["", "draft", "", ""]
    assert flags(with_translation(again, approve(again, "en", [1]))) == ["approved", "draft", "", ""]
    assert flags(with_translation(again, approve(again, "en", [2]))) == ["", "approved", "", ""]


def with_translation(made: Article, translation: Translation) -> Article:
    return with_version(made, replace(made.versions["en"], translation=translation))


def test_an_approved_text_is_a_persons_at_once() -> None:
    new, _ = translated(article(BODY))
    after = applied(new, back(new, answer(sent(new), {"العنوان": "The heading"}), approved=True))
    assert flags(after) == ["", "approved", "", ""]
    assert approved_pairs([after], "ar", "en") == {"العنوان": "The heading"}
    version = after.versions["en"].translation
    assert version is not None
    assert version.state == "machine"


def test_a_text_found_right_is_approved_only_when_the_editor_says_so() -> None:
    new, _ = translated(article(BODY, summary="ملخص"))
    confirmed = [replace(entry, fuzzy=False) for entry in sent(new)]
    outcome = back(new, confirmed)
    assert (outcome.translation, outcome.confirmed) == (None, 7)
    outcome = back(new, confirmed, approved=True)
    assert (outcome.applied, outcome.approved, outcome.body) == (0, 7, new.versions["en"].body)
    assert outcome.translation is not None
    assert outcome.translation.state == "reviewed"
    assert outcome.translation.title is not None
    assert outcome.translation.title.flag == "human"


def test_a_block_of_which_one_text_is_still_in_doubt_is_not_approved() -> None:
    new, _ = translated(article(BODY))
    outcome = back(new, answer(sent(new), {"واحد": "one"}), approved=True)
    assert flags(applied(new, outcome)) == ["", "", "draft", ""]
    assert "- one\n- AvnAn **mhm**\n- 12" in outcome.body


def test_who_approves_an_answer_approves_nothing_of_the_block_that_nobody_looked_at() -> None:
    new, _ = translated(article("- واحد مهم\n- نزل المطر\n\nانتهى الخبر.\n"))
    edited = with_body(new, "en", new.versions["en"].body.replace("nzl AlmTr", "A remark of mine"))
    after = applied(edited, back(edited, answer(sent(edited), {"واحد مهم": "One that matters"}), approved=True))
    assert flags(after) == ["human", ""]
    assert approved_pairs([after], "ar", "en") == {}
    # one that was approved stays so, with the answer in it
    known = with_translation(edited, approve(edited, "en", [1]))
    after = applied(known, back(known, answer(sent(known), {"واحد مهم": "One that matters"}), approved=True))
    assert flags(after) == ["approved", ""]


def test_a_changed_text_that_is_still_fuzzy_waits_even_when_the_rest_is_approved() -> None:
    new, _ = translated(article(BODY))
    entries = answer(answer(sent(new), {"العنوان": "Heading"}), {"كلمة أخيرة و `رمز` هنا.": "Last `رمز`?"}, fuzzy=True)
    assert flags(applied(new, back(new, entries, approved=True))) == ["", "approved", "", "draft"]


def test_an_entry_left_empty_touches_nothing() -> None:
    new, _ = translated(article(BODY))
    outcome = back(new, answer(sent(new), {"العنوان": " \n", "واحد": ""}), approved=True)
    assert (outcome.translation, outcome.problems) == (None, ())


def test_a_text_whose_source_changed_meanwhile_is_reported_and_not_applied() -> None:
    new, _ = translated(article(BODY))
    entries = answer(sent(new), {"العنوان": "The heading", "كلمة أخيرة و `رمز` هنا.": "A last `رمز`."})
    changed = with_body(new, "ar", BODY.replace("العنوان", "عنوان آخر"))
    outcome = back(changed, entries)
    assert outcome.applied == 1
    assert "The heading" not in outcome.body
    (problem,) = outcome.problems
    assert "source changed" in problem.message
    assert problem.line == entries[2].line
    # what the translator did not touch is not worth a word
    assert back(changed, sent(new)).problems == ()


def test_a_text_whose_source_was_moved_is_applied() -> None:
    new, _ = translated(article("أول.\n\nثان.\n"))
    entries = answer(sent(new), {"أول.": "First."})
    outcome = back(with_body(new, "ar", "ثان.\n\nأول.\n"), entries)
    assert outcome.problems == ()
    assert "First." in outcome.body


def test_a_text_that_an_editor_changed_meanwhile_is_kept_and_reported() -> None:
    new, _ = translated(article(BODY))
    entries = answer(sent(new), {"العنوان": "The heading"})
    body = new.versions["en"].body
    edited = with_body(new, "en", body.replace("## AlEnwAn", "## By the editor"))
    outcome = back(edited, entries)
    assert outcome.translation is None
    assert "edited since the export" in messages(outcome)[0]


def test_the_same_file_can_be_applied_again() -> None:
    new, _ = translated(article(BODY))
    entries = answer(sent(new), {"العنوان": "The heading"})
    after = applied(new, back(new, entries))
    outcome = back(after, entries)
    assert (outcome.translation, outcome.confirmed, outcome.problems) == (None, 1, ())
    assert flags(applied(after, back(after, entries, approved=True))) == ["", "approved", "", ""]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The delegation arrived.", "link https://example.org/a is missing"),
        ("The [delegation](https://example.org/b).", "link https://example.org/b is not in the source"),
        ("The [delegation](javascript:alert(1)) and [x](https://example.org/a).", "javascript:alert"),
        ("The [delegation](https://example.org/a) <script>x</script>.", "<script> is not in the source"),
        ("The [delegation](https://example.org/a) `x`.", "code x is not in the source"),
        ("The [delegation](https://example.org/a) https://example.org/c", "address https://example.org/c"),
        ("The [delegation](https://example.org/a)\x08.", "control characters"),
        ("[" * 1_000_000, "it is 1,000,000 characters long"),
    ],
)
def test_a_text_that_lost_a_link_or_has_another_is_not_applied(text: str, message: str) -> None:
    new, _ = translated(article(BODY))
    source = "وصل [الوفد](https://example.org/a) إلى باريس. قال: «نعم»."
    outcome = back(new, answer(sent(new), {source: text}))
    assert outcome.translation is None
    assert message in messages(outcome)[0]


@pytest.mark.parametrize(
    ("source", "text", "body"),
    [
        ("قال #المغرب نعم", "Le #Maroc a dit oui", "Le #Maroc a dit oui\n"),
        ("سطر", "1. Un", "1\\. Un\n"),
        ("سطر", "# Un", "\\# Un\n"),
        ("سطر", "Un\n\ndeux\r\ntrois", "Un deux trois\n"),
        ("سطر  \nآخر", "Un  \ndeux", "Un  \ndeux\n"),
        ("انظر [هنا][د] أو [د]\n\n[د]: https://example.org/", "Voir [ici][د] ou [cela][د]", "Voir [ici][د] ou [cela][د]\n\n[د]: https://example.org/\n"),
        ("[م](https://example.org/a \"عنوان\")", "[m](https://example.org/a \"titre\")", "[m](https://example.org/a \"titre\")\n"),
        ("> قول  \n> آخر", "Dire  \nautre", "> Dire  \nautre\n"),
        ("## رأس", "Un\ntitre", "## Un titre\n"),
        ("| أ | ب |\n|---|---|\n| 1 | 2 |", "x | y", "| x \\| y | x \\| y |\n|---|---|\n| 1 | 2 |\n"),
    ],
)  # fmt: skip
def test_a_text_keeps_its_place_in_the_markdown(source: str, text: str, body: str) -> None:
    made = article(source + "\n")
    outcome = back(made, [replace(entry, target=text) for entry in sent(made)])
    assert outcome.problems == ()
    assert outcome.body == body
    # what was escaped on the way is not taken for somebody's edit when the file is applied once more
    again = take_back(
        exchange(applied(made, outcome), "en"), [replace(e, target=text) for e in sent(made)], PO, approved=False
    )
    assert (again.translation, again.problems) == (None, ())


def test_a_new_version_is_made_of_a_complete_file() -> None:
    made = article(BODY, summary="ملخص")
    entries = answer(
        sent(made),
        {
            "عنوان المقال": "The\n long  title",
            "وصل [الوفد](https://example.org/a) إلى باريس. قال: «نعم».": "The [delegation](https://example.org/a) is in Paris.",
            "العنوان": "Heading",
            "واحد": "one",
            "اثنان **مهم**": "two",
            "كلمة أخيرة و `رمز` هنا.": "A last word, `رمز`.",
        },
    )
    outcome = back(made, entries)
    assert (outcome.title, outcome.summary) == ("The long title", None)
    assert outcome.body == (
        "The [delegation](https://example.org/a) is in Paris.\n\n## Heading\n\n- one\n- two\n- 12\n\nA last word, `رمز`.\n"
    )
    after = applied(made, outcome)
    translation = after.versions["en"].translation
    assert translation is not None
    assert (translation.state, translation.engine) == ("manual", "")
    assert flags(after) == ["draft"] * 4
    assert plan(after, "en") is None
    assert flags(applied(made, back(made, entries, approved=True))) == ["approved"] * 4


def test_a_new_version_that_is_not_complete_is_not_made_and_what_is_missing_is_listed() -> None:
    made = article(BODY)
    outcome = back(made, answer(sent(made), {"عنوان المقال": "Title", "واحد": "one"}))
    assert outcome.translation is None
    found = messages(outcome)
    assert found[:-1] == [
        "block 1, paragraph: not translated",
        "block 2, heading: not translated",
        "block 3, list: not translated",
        "block 4, paragraph: not translated",
    ]
    assert "nothing is written" in found[-1]


def test_a_block_that_is_new_in_the_source_finds_its_place() -> None:
    new, blocks = translated(article("أول.\n\nثالث.\n"))
    grown = with_body(new, "ar", "أول.\n\nثان.\n\nثالث.\n\n## رابع\n")
    outcome = back(grown, answer(sent(grown), {"ثان.": "Second.", "رابع": "Fourth"}))
    assert outcome.body == f"{blocks[0]}\n\nSecond.\n\n{blocks[1]}\n\n## Fourth\n"
    after = applied(grown, outcome)
    assert flags(after) == ["", "draft", "", "draft"]
    assert plan(after, "en") is None


def test_a_list_that_is_only_half_translated_is_not_applied() -> None:
    new, _ = translated(article("أول.\n"))
    grown = with_body(new, "ar", "أول.\n\n- واحد\n- اثنان\n")
    outcome = back(grown, answer(sent(grown), {"واحد": "one"}))
    assert outcome.translation is None
    assert messages(outcome) == ["not applied: not all of the block is translated: اثنان"]


def test_a_list_with_another_number_of_items_is_exchanged_as_a_whole() -> None:
    new, blocks = translated(article("- واحد\n- اثنان\n"))
    grown = with_body(new, "ar", "- واحد\n- اثنان\n- ثلاثة\n")
    (_, whole) = sent(grown)
    assert (whole.source, whole.target) == ("- واحد\n- اثنان\n- ثلاثة", blocks[0])
    outcome = back(grown, [replace(whole, target="- one\n- two\n- three\n", fuzzy=False)])
    assert outcome.body == "- one\n- two\n- three\n"
    after = applied(grown, outcome)
    assert plan(after, "en") is None
    assert exchange(after, "en").units[1].stale == ""
    outcome = back(grown, [replace(whole, target="- one\n\nAnd more.", fuzzy=False)])
    assert "no longer be one block" in messages(outcome)[0]


def test_a_stale_text_is_fuzzy_shows_the_old_source_and_is_current_once_it_is_translated_again() -> None:
    new, _ = translated(article(BODY))
    by_hand = with_body(new, "en", new.versions["en"].body.replace("AlEnwAn", "The heading"))
    changed = with_body(by_hand, "ar", BODY.replace("العنوان", "عنوان آخر"))
    made = exchange(changed, "en")
    (unit,) = [unit for unit in made.units if unit.source == "عنوان آخر"]
    assert (unit.fuzzy, unit.target) == (True, "The heading")
    assert '#| msgid "العنوان"\n' in to_po(made, {unit.stale: "## العنوان"}, NOW)
    after = applied(changed, back(changed, answer(sent(changed), {"عنوان آخر": "Another heading"})))
    assert not [unit for unit in exchange(after, "en").units if unit.stale]
    assert flags(after)[1] == "draft"


def test_one_changed_item_of_a_stale_list_leaves_it_stale_while_others_are_in_doubt() -> None:
    new, _ = translated(article("- واحد\n- اثنان\n"))
    by_hand = with_body(new, "en", "- one\n- two\n")
    changed = with_body(by_hand, "ar", "- واحد جديد\n- اثنان\n")
    after = applied(changed, back(changed, answer(sent(changed), {"واحد جديد": "a new one"})))
    assert exchange(after, "en").units[1].stale
    settled = [replace(entry, fuzzy=False) for entry in answer(sent(changed), {"واحد جديد": "a new one"})]
    after = applied(changed, back(changed, settled))
    assert after.versions["en"].body == "- a new one\n- two\n"
    assert not exchange(after, "en").units[1].stale


def test_a_block_that_a_person_left_out_does_not_go_out_and_stays_out() -> None:
    new, blocks = translated(article("أول.\n\nثان.\n"))
    shorter, _ = renew(with_body(new, "en", blocks[0] + "\n"))
    assert [entry.source for entry in sent(shorter)] == ["عنوان المقال", "أول."]
    outcome = back(shorter, answer(sent(shorter), {"أول.": "First."}))
    assert outcome.body == "First.\n"
    assert plan(applied(shorter, outcome), "en") is None


def test_a_version_that_people_wrote_stays_manual_and_gets_fingerprints() -> None:
    made = article("أول.\n\nثان.\n")
    version = Version(
        lang="en",
        title="T",
        slug="s",
        body="One.\n\nTwo.\n",
        path=Path("en.md"),
        translation=Translation("ar", "manual"),
    )
    manual = with_version(made, version)
    assert not any(entry.fuzzy for entry in sent(manual))
    after = applied(manual, back(manual, answer(sent(manual), {"ثان.": "Second."})))
    translation = after.versions["en"].translation
    assert translation is not None
    assert translation.state == "manual"
    assert flags(after) == ["human", "draft"]


def test_a_reviewed_version_with_a_draft_is_no_longer_reviewed_but_all_else_in_it_stays_a_persons() -> None:
    new, _ = translated(article(BODY))
    reviewed = with_translation(new, approve(new, "en"))
    after = applied(reviewed, back(reviewed, answer(sent(reviewed), {"العنوان": "The heading"})))
    translation = after.versions["en"].translation
    assert translation is not None
    assert translation.state == "machine"
    assert translation.title is not None
    assert translation.title.flag == "human"
    assert flags(after) == ["approved", "draft", "approved", "approved"]
    after = applied(reviewed, back(reviewed, answer(sent(reviewed), {"العنوان": "The heading"}), approved=True))
    translation = after.versions["en"].translation
    assert translation is not None
    assert translation.state == "reviewed"


@pytest.mark.parametrize("context", ["", "0/1-", "title/1", "../etc/1-", "2dc9cb26/1-f911243c\n", "3f9a1c2e/99-"])
def test_an_entry_of_another_article_or_a_forged_one_is_reported(context: str) -> None:
    new, _ = translated(article(BODY))
    outcome = back(new, [PoEntry(context, "x", "y", line=7)])
    assert outcome.translation is None
    assert [problem.line for problem in outcome.problems] == [7]


def test_the_original_cannot_be_sent_out_in_its_own_language() -> None:
    with pytest.raises(ContentError, match="was written in 'ar'"):
        exchange(article(BODY), "ar")


@given(documents)
@example("كلمة كلمة  \nكلمة -  \n-\n")
@settings(max_examples=150, deadline=None)
def test_a_translator_who_writes_the_source_again_gets_the_same_markdown(body: str) -> None:
    made = article(body)
    outcome = back(made, [replace(entry, target=entry.source) for entry in sent(made)])
    assert outcome.problems == ()
    assert outcome.body == made.original.body


@given(documents)
@settings(max_examples=150, deadline=None)
def test_a_translators_words_take_the_places_of_the_machines_and_nothing_else_changes(body: str) -> None:
    new, _ = renew(article(body))
    before = split(new.versions["en"].body)
    entries = sent(new)
    chosen = entries[len(entries) // 2]
    outcome = back(new, [replace(entry, target=entry.source) if entry is chosen else entry for entry in entries])
    if outcome.translation is None or chosen is entries[0]:
        return
    after = split(outcome.body)
    changed = [number for number, (one, two) in enumerate(zip(before, after, strict=True)) if one.text != two.text]
    assert len(changed) <= 1
    assert outcome.applied == 1
    for number in changed:
        assert before[number].kind == after[number].kind
        assert len(texts(before[number])) == len(texts(after[number]))


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs GNU gettext: apt-get install gettext")
@pytest.mark.parametrize("lang", ["en", "fr", "ar", "pl", "zh"])
def test_gettext_finds_nothing_to_complain_of(lang: str, tmp_path: Path) -> None:
    origin = "fr" if lang == "ar" else "ar"
    made, _ = renew(article(BODY, lang=origin), lang) if lang == "en" else (article(BODY, lang=origin), None)
    path = tmp_path / "x.po"
    path.write_text(to_po(exchange(made, lang), {}, NOW), encoding="utf-8")
    done = subprocess.run(["msgfmt", "-c", "-v", "-o", "/dev/null", path], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    # the values that gettext's own template has, and that its tools take for holes
    assert '"PO-Revision-Date: 2024-07-18 10:00+0000\\n"' in path.read_text("utf-8")


def with_picture(made: Article) -> Article:
    return with_version(made, replace(made.original, picture=Picture(file="a.jpg", alt="باب قديم", caption="فاس ليلا")))


def test_the_words_of_the_lead_picture_go_to_a_translator_and_come_back() -> None:
    made = with_picture(article(BODY, summary="ملخص"))
    new, _ = translated(made)
    by_machine = {entry.source: entry for entry in sent(new)}
    assert by_machine["باب قديم"].comments[0] == "alternative text of the picture"
    answers = {"باب قديم": "An old gate", "فاس ليلا": "Fez by night"}
    once = applied(new, back(new, answer(sent(new), answers)))
    translation = once.versions["en"].translation
    assert translation is not None
    assert translation.alt is not None
    assert translation.alt.flag == "draft"
    assert standings(once, ["en"])[0].drafts == ("alt", "caption")
    settled = applied(once, back(once, answer(sent(once), answers), approved=True))
    picture = settled.versions["en"].picture
    assert picture is not None
    assert (picture.alt, picture.caption) == ("An old gate", "Fez by night")
    assert standings(settled, ["en"])[0].drafts == ()
    # what changes in the source meanwhile is told, not overwritten
    changed = with_version(settled, replace(settled.original, picture=Picture(file="a.jpg", alt="باب جديد")))
    assert "alt" in standings(changed, ["en"])[0].fields
    assert not back(changed, answer(sent(settled), answers)).applied
