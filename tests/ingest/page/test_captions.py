"""The words under a picture: they go with it, whether it can be shown or not."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from support.imported import read

LINE = "Le maire mardi à la mairie. Photo AFP"
TEXT = (
    "<p>Le conseil a voté mardi le budget de la ville, dont la dépense atteint trois millions d'euros cette année.</p>"
    "<p>La séance a été levée vers minuit, après que le maire a remercié les habitants venus nombreux à la mairie.</p>"
)


def imported(inner: str) -> Imported:
    page = f"<html lang=fr><title>Le budget</title><article><h1>Le budget</h1>{inner}</article></html>"
    return read(page.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC"), date="2024-07-18")


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img alt='x'><figcaption>{}</figcaption></figure>",
        "<figure><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><figcaption>{}</figcaption></figure>",
        "<figure><picture></picture><figcaption><p>{}</p></figcaption></figure>",
        "<figure><svg></svg><figcaption>{}</figcaption></figure>",
        "<div class='wp-caption'><img data-src=''><p class='wp-caption-text'>{}</p></div>",
    ],
)
def test_a_caption_without_its_picture_is_no_paragraph_and_is_told(html: str) -> None:
    found = imported(f"{TEXT}{html.format(LINE)}{TEXT}")
    assert LINE not in found.draft.body
    assert (LINE, "the caption of a picture that is not there") in [(each.text, each.reason) for each in found.dropped]


@pytest.mark.parametrize(
    "html",
    [
        "<div class='wp-caption'><a href='/x'><img src='https://example.org/a.jpg'></a><p class='wp-caption-text'>{}</p></div>",
        "<div class='photo'><img src='https://example.org/a.jpg'><span class='image-caption'>{}</span></div>",
        "<div><img src='https://example.org/a.jpg'><div class='legende'>{}</div></div>",
        "<figure><img src='https://example.org/a.jpg'><figcaption>{}</figcaption></figure>",
    ],
)
def test_a_caption_belongs_to_its_picture_however_the_theme_writes_it(html: str) -> None:
    body = imported(f"{TEXT}{html.format(LINE)}{TEXT}").draft.body
    assert f'![](https://example.org/a.jpg "{LINE}")' in body
    assert body.count(LINE) == 1


def test_words_named_as_a_caption_beside_other_text_stay_in_the_text() -> None:
    html = "<div><img src='https://example.org/a.jpg'><p class='caption'>Légende.</p><p>Autre texte qui suit ici.</p></div>"
    body = imported(f"{TEXT}{html}{TEXT}").draft.body
    assert "Légende." in body
    assert "Autre texte qui suit ici." in body


def test_captions_that_are_the_text_stay_where_their_pictures_are_not_there() -> None:
    words = [f"A volunteer unpacks crate number {n} of the books that had spent a winter in a barn." for n in range(4)]
    figures = "".join(f"<li><figure><img src='g.jpg'><figcaption>{each}</figcaption></figure></li>" for each in words)
    html = f"<html lang=en><title>The books return</title><article><h1>The books return</h1><p>15 June 2024</p><p>After eleven weeks of work and a winter of repairs, the doors are open again.</p><ul>{figures}</ul></article>"
    found = read(html.encode(), Path("p.html"), lang="en", timezone=ZoneInfo("UTC"))
    assert [each for each in words if each not in found.draft.body] == []
    assert [each for each in found.draft.comments if "4 pictures are not there" in each] != []
