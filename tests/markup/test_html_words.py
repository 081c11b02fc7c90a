"""The words in blocks of raw HTML, as editors paste them."""

from __future__ import annotations

import pytest

from nashra.markup.blocks import split
from nashra.markup.slots import fill, texts


@pytest.mark.parametrize(
    ("source", "expected", "filled"),
    [
        ("<p>فقرة أولى</p>", ["فقرة أولى"], "<p>س</p>"),
        (
            '<div class="box">\n  <h3>عنوان</h3>\n  <p>نص\n  على سطرين</p>\n</div>',
            ["عنوان", "نص على سطرين"],
            '<div class="box">\n  <h3>س</h3>\n  <p>س</p>\n</div>',
        ),
        ("<p>قال <b>الوزير</b> نعم</p>", ["قال <b>الوزير</b> نعم"], "<p>س</p>"),
        ("<table><tr><td>أ</td><td>12</td></tr></table>", ["أ"], "<table><tr><td>س</td><td>12</td></tr></table>"),
        (
            '<figure><img src="p.jpg" alt="صورة &amp; وصف"><figcaption>تعليق</figcaption></figure>',
            ["صورة & وصف", "تعليق"],
            '<figure><img src="p.jpg" alt="س"><figcaption>س</figcaption></figure>',
        ),
        ("<table><tr><td title='شرح'>أ</td></tr></table>", ["شرح", "أ"], "<table><tr><td title='س'>س</td></tr></table>"),
        ("<!-- ملاحظة -->", [], "<!-- ملاحظة -->"),
        ("<pre>\nرمز\n</pre>", [], "<pre>\nرمز\n</pre>"),
        ("<details>\n<summary>تفاصيل</summary>", ["تفاصيل"], "<details>\n<summary>س</summary>"),
        ("<p>2 &lt; 3 نص &amp; [نص] *نجم*</p>", ["2 &lt; 3 نص & \\[نص\\] \\*نجم\\*"], "<p>س</p>"),
        ('<iframe src="https://example.org/v">نص بديل</iframe>', [], '<iframe src="https://example.org/v">نص بديل</iframe>'),
        ("<hr>", [], "<hr>"),
    ],
)  # fmt: skip
def test_words_are_replaced_between_the_tags(source: str, expected: list[str], filled: str) -> None:
    (block,) = split(source)
    assert block.kind == "html"
    assert texts(block) == expected
    assert fill(block, expected) == source
    assert fill(block, ["س"] * len(expected)) == filled


def test_what_a_translation_says_cannot_become_a_tag_or_end_an_attribute() -> None:
    (block,) = split('<figure><img src="p.jpg" alt="وصف"><figcaption>قال <i>نعم</i></figcaption></figure>')
    said = ['a "quoted" \\<b> & c', "x \\<script> <i>y</i> \\*z\\* & 1 &lt; 2"]
    assert fill(block, said) == (
        '<figure><img src="p.jpg" alt="a &quot;quoted&quot; &lt;b&gt; &amp; c">'
        "<figcaption>x &lt;script&gt; <i>y</i> *z* &amp; 1 &lt; 2</figcaption></figure>"
    )
