"""The most doubtful blocks first."""

from __future__ import annotations

from nashra.model import Article
from nashra.versions.guards import Doubt
from nashra.versions.worst import worst
from support.articles import article, renew, with_body

BODY = "الأولى.\n\nالثانية.\n\nالثالثة.\n"


def by_word(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Doubt, ...]:
    """Doubts the second block a little and the third much."""
    weights = {"الثانية.": 0.5, "الثالثة.": 0.9}
    return (Doubt("numbers", "wrong", weights[source]),) if source in weights else ()


def translated() -> Article:
    return renew(article(BODY))[0]


def test_the_worst_comes_first_and_no_more_than_were_asked_for() -> None:
    assert [each.place for each in worst([translated()], ["ar", "en", "fr"], by_word, 20)] == ["3", "2"]
    assert [each.place for each in worst([translated()], ["en"], by_word, 1)] == ["3"]


def test_a_doubtful_block_comes_with_its_source_and_the_reasons() -> None:
    (found,) = worst([translated()], ["en"], by_word, 1)
    assert (found.source, found.reasons, found.lang) == ("الثالثة.", ("wrong",), "en")
    assert found.weight == 0.9


def test_what_a_person_wrote_is_not_among_them() -> None:
    made = translated()
    english = made.versions["en"].body.split("\n\n")
    edited = with_body(made, "en", "\n\n".join([*english[:2], "By hand.\n"]))
    assert [each.place for each in worst([edited], ["en"], by_word, 20)] == ["2"]
