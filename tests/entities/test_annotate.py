from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.entities.annotate import Annotator
from nashra.entities.matcher import Matcher
from nashra.model import Entity

ENTITIES = {
    "macron": Entity("macron", "person", {"ar": "إيمانويل ماكرون", "fr": "Emmanuel Macron"}, {"fr": ("Macron",)}),
    "morocco": Entity("morocco", "place", {"ar": "المغرب", "fr": "Maroc"}),
    "att": Entity("att", "organization", {"fr": "AT&T"}),
    "ivory": Entity("ivory", "place", {"fr": "Côte d'Ivoire"}),
    "algeria": Entity("algeria", "place", {"fr": "Algérie"}),
}
ARABIC, FRENCH = Matcher(ENTITIES, "ar"), Matcher(ENTITIES, "fr")
ADDED = re.compile(r'<a class="entity" href="[^"]*">(.*?)</a>', re.DOTALL)


def annotate(html: str, matcher: Matcher, link: Callable[[str], str | None]) -> tuple[str, tuple[str, ...]]:
    """(`html` with links, ids of the entities it names in the order of first mention)."""
    annotator = Annotator(html, matcher)
    return annotator.linked(link), annotator.entities


def link(key: str) -> str | None:
    return f"../{key}.html"


def anchor(key: str, text: str) -> str:
    return f'<a class="entity" href="../{key}.html">{text}</a>'


def test_the_first_mention_gets_a_link_and_the_others_none() -> None:
    html, names = annotate("<p>زار المغرب وعاد من المغرب.</p>\n<p>للمغرب</p>", ARABIC, link)
    assert html == f"<p>زار {anchor('morocco', 'المغرب')} وعاد من المغرب.</p>\n<p>للمغرب</p>"
    assert names == ("morocco",)


def test_a_particle_stays_outside_the_link() -> None:
    assert annotate("<p>وللمغرب</p>", ARABIC, link)[0] == f"<p>ول{anchor('morocco', 'لمغرب')}</p>"


def test_entities_come_in_the_order_of_their_first_mention() -> None:
    assert annotate("<p>Le Maroc, Emmanuel Macron, le Maroc, l'Algérie</p>", FRENCH, link)[1] == (
        "morocco",
        "macron",
        "algeria",
    )


def test_what_has_no_page_is_a_mention_without_a_link() -> None:
    html = "<p>Le Maroc &amp; l&#x27;Algérie</p>"
    assert annotate(html, FRENCH, lambda key: None) == (html, ("morocco", "algeria"))


def test_without_a_mention_the_html_comes_back_as_it_was() -> None:
    html = "<p>Rien &amp; <b>rien</b> <br/>ici.</p><!-- Maroc -->"
    assert annotate(html, FRENCH, link) == (html, ())


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="x">Le Maroc</a></p>',
        '<p><a href="x">Le <em>Maroc</em></a></p>',
        "<h2>Le Maroc</h2>",
        "<h3>Le <em>Maroc</em></h3>",
        "<figure><img src='x'><figcaption>Le Maroc</figcaption></figure>",
    ],
)
def test_a_mention_in_a_link_or_a_heading_counts_but_gets_no_link(html: str) -> None:
    assert annotate(html, FRENCH, link) == (html, ("morocco",))
    assert annotate(html + "<p>Maroc</p>", FRENCH, link)[0] == html + f"<p>{anchor('morocco', 'Maroc')}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p><code>Maroc</code></p>",
        "<pre><code>Le Maroc\n</code></pre>",
        '<p><img alt="Le Maroc" src="maroc.jpg" title="a > Maroc"></p>',
        '<p title="Le Maroc">Rien</p>',
        "<p>Emmanuel</p><p>Macroniste</p>",
        "<ul><li>Côte</li><li>d'Ivoire</li></ul>",
    ],
)
def test_code_and_attributes_hold_no_mention_and_blocks_part_words(html: str) -> None:
    assert annotate(html, FRENCH, link) == (html, ())


def test_inline_tags_do_not_break_a_name() -> None:
    html = "<p><strong>إيمانويل</strong> ماكرون</p>"
    assert annotate(html, ARABIC, link) == (html, ("macron",))


def test_a_name_across_tags_leaves_the_link_to_a_later_mention() -> None:
    html, _ = annotate("<p><em>Emmanuel</em> Macron</p><blockquote><p>Emmanuel Macron</p></blockquote>", FRENCH, link)
    assert html.endswith(f"<blockquote><p>{anchor('macron', 'Emmanuel Macron')}</p></blockquote>")


def test_a_name_within_an_inline_tag_is_linked_there() -> None:
    assert annotate("<p>le <em>Maroc</em></p>", FRENCH, link)[0] == f"<p>le <em>{anchor('morocco', 'Maroc')}</em></p>"


def test_a_footnote_mark_does_not_hide_the_name_before_it() -> None:
    html = '<p>le Maroc<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> et</p>'
    assert annotate(html, FRENCH, link)[0] == html.replace("Maroc<", f"{anchor('morocco', 'Maroc')}<")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>&lt;b&gt; Maroc</p>", f"<p>&lt;b&gt; {anchor('morocco', 'Maroc')}</p>"),
        (
            "<p>&quot;Maroc&quot; &amp; AT&amp;T&nbsp;!</p>",
            f"<p>&quot;{anchor('morocco', 'Maroc')}&quot; &amp; {anchor('att', 'AT&amp;T')}&nbsp;!</p>",
        ),
        (
            "<p>&#171;&#xa0;C&ocirc;te d&#x27;Ivoire&#xA0;»</p>",
            f"<p>&#171;&#xa0;{anchor('ivory', 'C&ocirc;te d&#x27;Ivoire')}&#xA0;»</p>",
        ),
        (
            "<p>l&#39;Alg&eacute;rie, AT & T</p>",
            f"<p>l&#39;{anchor('algeria', 'Alg&eacute;rie')}, {anchor('att', 'AT & T')}</p>",
        ),
        (
            "<p>&bogus; &notin; Maroc &NotEqualTilde; Maroc</p>",
            f"<p>&bogus; &notin; {anchor('morocco', 'Maroc')} &NotEqualTilde; Maroc</p>",
        ),
    ],
)
def test_character_references_are_read_and_kept(html: str, expected: str) -> None:
    assert annotate(html, FRENCH, link)[0] == expected


def test_the_address_is_escaped() -> None:
    html, _ = annotate("<p>Maroc</p>", FRENCH, lambda key: 'x.html?a="1"&b=<2>')
    assert html == '<p><a class="entity" href="x.html?a=&quot;1&quot;&amp;b=&lt;2&gt;">Maroc</a></p>'


def test_a_table_cell_is_a_text_of_its_own() -> None:
    html = "<table><tr><td>Emmanuel</td><td>Macroniste</td></tr><tr><td>Maroc</td></tr></table>"
    linked, names = annotate(html, FRENCH, link)
    assert names == ("morocco",)
    assert linked == html.replace("Maroc<", f"{anchor('morocco', 'Maroc')}<")


def test_the_whole_document_is_the_context_of_a_shared_name() -> None:
    people = {
        key: Entity(key, "person", {"en": name}, {"en": ("Bush",)})
        for key, name in (("father", "George H. W. Bush"), ("son", "George W. Bush"))
    }
    html, names = annotate("<p>Bush spoke.</p><p>George W. Bush left.</p>", Matcher(people, "en"), link)
    assert names == ("son",)
    assert html == f"<p>{anchor('son', 'Bush')} spoke.</p><p>George W. Bush left.</p>"


TEXTS = st.one_of(
    st.sampled_from(
        ["Maroc", "Emmanuel Macron", "Emmanuel", " Macron", "AT&amp;T", "C&ocirc;te d&#x27;Ivoire", "&amp;", " "]
    ),
    st.text(alphabet="aé &;.\n\u200f", max_size=6).map(lambda text: text.replace("&", "&amp;")),
)
TAGS = st.sampled_from(["p", "em", "strong", "h2", "li", "td", "code", "sup", "blockquote", "span"])
HTML = st.recursive(
    TEXTS,
    lambda inner: st.builds(
        lambda tag, parts: f'<{tag} title="a > Maroc">{"".join(parts)}</{tag}>', TAGS, st.lists(inner, max_size=5)
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(HTML)
def test_taking_the_links_out_gives_the_input_back(html: str) -> None:
    linked, names = annotate(html, FRENCH, link)
    assert ADDED.sub(r"\1", linked) == html
    targets = re.findall(r'class="entity" href="\.\./(\w+)\.html"', linked)
    assert len(set(targets)) == len(targets)
    assert set(targets) <= set(names)
