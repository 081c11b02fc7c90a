"""The front page: what leads, what stands beside it, what goes by topic; nothing twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nashra.model import Article, Version
from nashra.pipeline import build
from nashra.render.plan.front import Front, Seen, candidates, columns, front
from nashra.settings import config
from support.commands import article_text, write_site
from support.pictures import jpeg

NEWEST = datetime(2024, 7, 18, 12, tzinfo=UTC)


def article(id: str, age_hours: float = 0, topics: str = "") -> Article:
    version = Version("ar", "خبر", id, "متن\n", Path(f"{id}/ar.md"))
    moment = NEWEST - timedelta(hours=age_hours)
    return Article(id, f"2024/07/01-{id}", "ar", moment, True, {"ar": version}, topics=tuple(topics.split()))


def seen(here: bool = True, picture: bool = False, titled: Sequence[str] = ()) -> Callable[[Article], Seen]:
    return lambda _: Seen(here, picture, titled)


def leads(articles: Sequence[Article], look: Callable[[Article], Seen] | None = None) -> str:
    chosen = front(articles, look or seen(), ())
    assert chosen.lead
    return chosen.lead.id


def ids(chosen: Front) -> list[str]:
    found = [chosen.lead, *chosen.seconds, *(each for _, block in chosen.blocks for each in block), *chosen.latest]
    return [each.id for each in found if each]


def test_the_newest_leads_where_nothing_else_is_said() -> None:
    assert leads([article(id, age) for age, id in enumerate("abcdef")]) == "a"


@pytest.mark.parametrize("age", [1, 47.9])
def test_what_an_editor_says_leads_while_it_is_fresh(age: float) -> None:
    articles = [article("a"), replace(article("b", 0.5), breaking=True), replace(article("c", age), lead=True)]
    articles.sort(key=lambda each: each.published, reverse=True)
    assert leads(articles) == "c"


def test_after_two_days_it_leads_no_more() -> None:
    assert (
        leads([article("a"), replace(article("b", 48.1), lead=True), replace(article("c", 60), breaking=True)]) == "a"
    )


def test_breaking_news_lead_before_what_is_merely_newer() -> None:
    assert leads([article("a"), replace(article("b", 20), breaking=True)]) == "b"


def test_a_picture_outweighs_some_hours_and_no_more() -> None:
    def look(each: Article) -> Seen:
        return Seen(True, each.id != "a", ())

    assert leads([article("a"), article("b", 4)], look) == "b"
    assert leads([article("a"), article("b", 6)], look) == "a"


def test_the_story_that_others_tell_of_too_leads() -> None:
    names = {"a": (), "b": ("dam",), "c": ("dam",), "d": ("dam",)}
    articles = [article(id, age) for age, id in enumerate("abcd")]
    assert leads(articles, lambda each: Seen(True, False, names[each.id])) == "b"


def test_an_article_in_another_language_does_not_lead_while_there_is_one_to_read() -> None:
    articles = [article("a"), article("b", 30), article("c", 60)]
    assert leads(articles, lambda each: Seen(each.id != "a", False, ())) == "b"
    assert leads([article("a"), article("c", 60)], lambda each: Seen(each.id != "a", False, ())) == "a"


@pytest.mark.parametrize("count", [0, 1, 2, 5, 6, 11, 20, 60])
def test_every_article_stands_once_however_many_there_are(count: int) -> None:
    topics = ("sport water", "water", "", "culture sport", "culture")
    articles = [article(f"{n:03}", n, topics[n % 5]) for n in range(count)]
    found = ids(front(articles, seen(), ("sport", "water", "culture")))
    assert sorted(found) == [each.id for each in articles]


def test_few_articles_make_no_blocks_and_many_do_in_the_order_of_the_topics() -> None:
    few = [article(f"{n:03}", n, "water") for n in range(9)]
    assert front(few, seen(), ("water",)).blocks == ()
    many = [article(f"{n:03}", n, ("water", "sport", "")[n % 3]) for n in range(20)]
    chosen = front(many, seen(), ("sport", "water"))
    assert [(topic, len(found)) for topic, found in chosen.blocks] == [("sport", 4), ("water", 4)]
    assert [each.published for each in chosen.latest] == sorted(
        (each.published for each in chosen.latest), reverse=True
    )


def test_a_topic_of_one_article_has_no_block() -> None:
    articles = [article(f"{n:03}", n, "water" if n == 10 else "") for n in range(15)]
    assert front(articles, seen(), ("water",)).blocks == ()


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([], ()),
        ([(4, True)], ((0,),)),
        ([(2, True), (4, True)], ((0,), (1,))),
        # two tall ones would leave a hole beside them, were they in one column
        ([(4, True), (4, True), (2, False), (4, True), (2, True), (2, True)], ((0, 4), (1, 5), (2, 3))),
        ([(2, False), (2, False), (2, False), (4, True)], ((0, 2), (1,), (3,))),
    ],
)
def test_blocks_stand_in_columns_about_equally_tall_and_keep_their_order(
    blocks: list[tuple[int, bool]], expected: tuple[tuple[int, ...], ...]
) -> None:
    assert columns(blocks) == expected


def test_breaking_news_that_twenty_others_followed_are_still_on_the_front_page() -> None:
    articles = [article(f"{n:03}", n / 2) for n in range(40)]
    articles[30] = replace(articles[30], breaking=True)
    assert "030" in [each.id for each in candidates(articles[:20], articles)]
    articles[30] = replace(articles[30], published=NEWEST - timedelta(hours=50))
    assert "030" not in [each.id for each in candidates(articles[:20], articles)]


def site(folder: Path, pictures: bool) -> Path:
    """Twelve articles of two days on two topics."""
    files = {"content/topics.yaml": "sport: {ar: رياضة, fr: Sport}\nwater: {ar: ماء, fr: Eau}\n"}
    for n in range(12):
        day = 10 + n // 6
        at = f"content/articles/2024/07/{day}-{n:06x}"
        more = f"topics: [{'sport' if n % 2 else 'water'}]\n"
        if pictures:
            more += "image: {file: p.jpg, alt: سد}\n"
        files[f"{at}/ar.md"] = article_text(
            f"خبر رقم {n}", "متن الخبر.", date=f"2024-07-{day}T0{n % 6 + 1}:30", more=more
        )
    write_site(folder, files)
    for file in folder.glob("content/articles/*/*/*/ar.md") if pictures else ():
        (file.parent / "p.jpg").write_bytes(jpeg(600, 400))
    return folder


@pytest.mark.parametrize("pictures", [True, False])
def test_the_page_has_a_lead_seconds_blocks_and_the_latest(tmp_path: Path, pictures: bool) -> None:
    report = build(config.load(site(tmp_path, pictures)))
    assert report.problems == ()
    text = (report.output / "ar/index.html").read_text("utf-8")
    assert len(re.findall(r'<article class="piece opening">', text)) == 1
    assert text.count('<article class="piece second">') == 4
    assert re.findall(r'<h2 class="label"><a href="[^"]*">(.*?)</a>', text) == ["رياضة", "ماء"]
    titles = re.findall(r"<h[23]><a [^>]*>(.*?)</a></h[23]>", text)
    assert len(titles) == len(set(titles)) == 12
    assert '<link rel="stylesheet" href="../assets/home.css">' in text
    assert (text.count("<img ") > 0) is pictures
    # the first picture is on the first screen, the others wait
    images = re.findall(r"<img [^>]*>", text)
    assert ["lazy" in image for image in images] == [False] * (len(images) > 0) + [True] * (len(images) - 1)


def test_articles_of_the_day_above_show_the_time_and_older_ones_their_day(tmp_path: Path) -> None:
    text = (build(config.load(site(tmp_path, False))).output / "ar/index.html").read_text("utf-8")
    times = dict(re.findall(r'<time datetime="([^"]*)">(.*?)</time>', text))
    assert any(text.startswith(("6:30", "06:30")) for text in times.values()), times
    assert all("يوليو" in text for machine, text in times.items() if machine.startswith("2024-07-10"))
