"""A site whose feeds have all that is hard for feeds: hostile titles, pictures, footnotes, two articles of one day."""

from __future__ import annotations

import json
from pathlib import Path

from support.commands import article_text
from support.newspaper import newspaper

SITE = "https://example.org/nashra/"
HOSTILE = 'عنوان <b>غليظ</b> & "اقتباس" ]]> 🎉 <script>alert(1)</script>'
LONG = "جملة طويلة جدا " * 60 + "النهاية"
MIXED = "شركة OpenAI (FIFA) تقول: «نعم» — 12,5٪"
BODY = """نص مع **تشديد** و[رابط داخل الموقع](../10-aaaa01/ar.md) و[رابط خارجه](https://example.org/a?b=1&c=2).

قال المصدر ذلك[^1].

| المدينة | العدد |
|---|---|
| الرباط | 12 |

[^1]: عن وكالة الأنباء.
"""


def feed_site(root: Path) -> Path:
    """The site in the folder `root`: that of `newspaper`, and five articles more."""
    newspaper(root)
    toml = root / "nashra.toml"
    toml.write_text(toml.read_text("utf-8").replace("[site]\n", '[site]\ntopics = "free"\n', 1), "utf-8")
    # folder, title, body, date, more
    articles = (
        ("20-bbbb01", HOSTILE, BODY, "2024-07-20T08:15:30+01:00", "author: سعاد العلوي\ntopics: [sport]\n"),
        ("20-bbbb02", LONG, "نص.", "2024-07-20", "source: {name: وكالة الأنباء}\n"),
        ("20-bbbb03", MIXED, "نص عن المغرب.", "2024-07-20", "topics: [sport, no-name]\n"),
        ("21-bbbb04", "خبر قديم حُدّث", "نص.", "2024-07-01", "updated: 2024-07-22T23:30:00-05:00\n"),
    )
    for name, title, body, date, more in articles:
        path = root / "content/articles/2024/07" / name / "ar.md"
        path.parent.mkdir(parents=True)
        path.write_text(article_text(json.dumps(title, ensure_ascii=False), body, date=date, more=more), "utf-8")
    path = root / "content/articles/2024/07/23-bbbb05/fr.md"
    path.parent.mkdir(parents=True)
    path.write_text(article_text("Un article « français »", "Le Maroc.", date="2024-07-23", lang="fr"), "utf-8")
    return root
