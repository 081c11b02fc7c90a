"""Addresses of the desk, with keys, through others' machines or that track readers are told; all others are not."""

from __future__ import annotations

import pytest

from nashra.render.reading.odd_addresses import odd_addresses

ODD = {
    "https://desk.example/doc?access_token=abcdef123456": "has a key in it",
    "https://bucket.example/a.pdf?x=1&X-Amz-Signature=0123456789abcdef": "has a key in it",
    "https://docs.google.com/document/d/1aBcD/edit#heading=h.1": "for the desk alone",
    "https://drive.google.com/file/d/1aBcD/view?usp=sharing": "for the desk alone",
    "https://paper.example/wp-admin/post.php?post=12": "for the desk alone",
    "https://paper.example/?p=12&preview=true": "for the desk alone",
    "https://staging.paper.example/fr/": "for the desk alone",
    "https://deploy-preview-12--paper.netlify.app/": "for the desk alone",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fpaper.example": "machine of somebody else",
    "https://eur01.safelinks.protection.outlook.com/?url=x": "machine of somebody else",
    "https://paper.example/a?utm_source=letter": "where its reader came from",
    "https://paper.example/a?id=3&fbclid=IwAR0": "where its reader came from",
    "https://us02web.zoom.example/j/1?pwd=abc": "has a key in it",
    "https://desk-my.sharepoint.com/personal/salma/doc": "for the desk alone",
    "https://www.canva.com/design/DAF1/x/edit": "for the desk alone",
    "https://paper-git-main-desk.vercel.app/x": "for the desk alone",
    "https://paper.example/user/login?destination=/a": "for the desk alone",
    "https://paper.example/node/12/edit": "for the desk alone",
    "https://www.google.com/search?q=taza+place": "a page of results",
    "https://duckduckgo.com/?q=taza": "a page of results",
    "https://translate.google.com/translate?sl=ar&u=x": "machine of somebody else",
    "https://paper-example.translate.goog/a": "machine of somebody else",
    "https://bit.ly/3abcDEF": "does not say where it leads",
    "https://xxx": "leads nowhere",
    "https://paper,example/a": "leads nowhere",
}
PLAIN = [
    "https://dev.to/a",
    "https://paper.example/admin/decisions/",
    "https://paper.example/articles/12/",
    "https://www.dropbox.com/scl/fi/a/b.pdf",
    "https://desk.vercel.app/x",
    "https://t.com/a",
    "https://test.example/",
    "https://paper.example/preview/of-the-match",
    "https://paper.example/search?q=token",
    "https://paper.example/a?token=3",
    "https://paper.example/administration/",
    "https://docs.google.com/document/d/1aBcD/pub",
    "https://www.google.com/maps/place/Rabat",
    "https://paper.example/a,b?c=d,e",
    "https://web.archive.org/web/2024/https://paper.example/",
    "https://paper.example/a?update=2",
    "http://paper.example:8080/a",
]


@pytest.mark.parametrize("address", ODD)
def test_an_odd_address_is_told_wherever_it_stands(address: str) -> None:
    for text in (f"Voir\n[le rapport]({address}).", f"Voir\n{address}."):
        ((line, message, _),) = odd_addresses(text)
        assert line == 1
        assert ODD[address] in message


@pytest.mark.parametrize("address", PLAIN)
def test_other_addresses_annoy_nobody(address: str) -> None:
    assert list(odd_addresses(f"Voir [le rapport]({address}), ou <{address}>.")) == []


def test_a_link_that_is_named_by_another_address_is_told() -> None:
    ((_, message, _),) = odd_addresses("Voir [https://paper.example/a](https://other.example/b).")
    assert message == "the words say https://paper.example/a, and the link leads to other.example"
    for same in (
        "[www.paper.example](https://paper.example/a?b=c)",
        "[http://paper.example](https://fr.paper.example/)",
    ):
        assert list(odd_addresses(same)) == []
