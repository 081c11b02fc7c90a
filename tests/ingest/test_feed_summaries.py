"""What of a feed's item is its summary, and what is its text."""

from __future__ import annotations

from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Given
from nashra.ingest.readers import feed
from nashra.model import Draft

HEAD = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title><item>'
TEXT = "".join(f"<p>ارتفع منسوب السد رقم {number} بعد أمطار الأسبوع الماضي.</p>" for number in range(20))


def draft(inside: str) -> Draft:
    xml = f"{HEAD}<title>سدود</title><link>https://a.example/1</link><pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate>{inside}"
    (entry,) = feed.read(BytesIO(f"{xml}</item></channel></rss>".encode()), Given("ar", ZoneInfo("UTC")))
    assert entry.imported is not None
    return entry.imported.draft


@pytest.mark.parametrize(
    "unseen", ["", "<script>alert(1)</script>", "<style>p { color: red }</style>", "<!-- note -->"]
)
def test_a_whole_text_in_the_description_is_no_summary_of_itself(unseen: str) -> None:
    found = draft(f"<description><![CDATA[{unseen}{TEXT}]]></description>")
    assert found.summary is None and not found.draft and "رقم 19" in found.body


@pytest.mark.parametrize(
    "unseen", ["<script>alert('x')</script>", "<STYLE>p {}</STYLE>", "<!-- alert -->", "<script>alert("]
)
def test_what_no_reader_sees_is_no_word_of_a_summary(unseen: str) -> None:
    found = draft(
        f"<description><![CDATA[ملخص كتبه محرر الوكالة. {unseen}]]></description>"
        f"<content:encoded><![CDATA[{TEXT}]]></content:encoded>"
    )
    assert found.summary == "ملخص كتبه محرر الوكالة."
