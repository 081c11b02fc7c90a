"""Sites of any size for runs of `nashra translate`: made up of real words, the same for the same numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from support.commands import article_text, write_site

# With tashkeel, tatweel, attached particles, a Latin name and both sets of digits, as pasted news has them.
_ARABIC = (
    "وصل الوفد المغربي إلى العاصمة صباح اليوم للمشاركة في الاجتماع وأعلنت الوزارة أن الأشغال ستنتهي قبل نهاية شهر غشت "
    "المقبل وقال المديرُ إنّ القاعات امتلأت بالقراء منذ يوليوز 2024 والطلبة فـي ١٢ مدينة يستعدون لامتحانات شتنبر كما أوضح "
    "مسؤول من Nashra أن الحافلات الجديدة بدأت عملها بالرباط وسلا والقنيطرة خلال الأسبوع الماضي لفائدة السكان"
).split()
_ENGLISH = (
    "The delegation reached the capital this morning for the meeting and the ministry said that works would end before "
    "the last days of August while the director told readers in Rabat about new buses for students of 12 towns"
).split()


def folder(number: int) -> str:
    """Where article `number` lies, below the site's folder."""
    return f"content/articles/2024/{number % 12 + 1:02}/{number % 28 + 1:02}-{number:06x}"


def make_site(
    root: Path, articles: int, *, paragraphs: int = 3, sentences: int = 2, words: int = 9, manual: bool = False
) -> Path:
    """A site of Arabic articles in the folder `root`. manual: each has an English version written by people."""
    return write_site(root, dict(_files(articles, paragraphs, sentences, words, manual)))


def _files(articles: int, paragraphs: int, sentences: int, words: int, manual: bool) -> Iterator[tuple[str, str]]:
    rng = random.Random(7)

    def sentence(known: list[str]) -> str:
        text = " ".join(rng.choices(known, k=rng.randint(words // 2 + 1, words + words // 2)))
        return f"{text[0].upper()}{text[1:]}."

    def body(known: list[str]) -> str:
        return "\n\n".join(" ".join(sentence(known) for _ in range(sentences)) for _ in range(paragraphs))

    for number in range(articles):
        date = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        more = "summary: " + " ".join(rng.choices(_ARABIC, k=words)) + "\n" if number % 3 == 0 else ""
        yield (
            f"{folder(number)}/ar.md",
            article_text(f"{_ARABIC[number % 50]} رقم {number}", body(_ARABIC), date=date, more=more),
        )
        if manual:
            title = f"Item {number}"
            translation = "translation: {from: ar, state: manual}\n"
            text = article_text(title, body(_ENGLISH), date=date, lang="en", more=f"slug: item-{number}\n{translation}")
            yield f"{folder(number)}/en.md", text.replace(f"date: {date}\n", "")


def versions(root: Path) -> dict[str, bytes]:
    """Every file of the articles, by its path below content/."""
    top = root / "content"
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}
