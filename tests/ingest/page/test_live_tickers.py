"""Live tickers come in entry by entry, each under its hour, however a site builds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from support.imported import read

Entries = Sequence[tuple[str, str, str]]
ENTRIES: dict[str, Entries] = {
    "fr": [
        ("18:42", "Le maire annonce la fermeture du pont", "Le pont restera fermé jusqu'à lundi, a annoncé le maire devant la presse."),
        ("18:10", "", "Les secours sont arrivés sur place vers 18 h, selon la préfecture, qui n'a pas donné de bilan."),
        ("17:55", "Un témoin raconte", "« J'ai entendu un grand bruit, puis plus rien », raconte un riverain, encore sous le choc."),
        ("17:30", "Ce que l'on sait", "Un camion a heurté une pile du pont peu après 17 heures. Le chauffeur est indemne."),
        ("17:12", "", "Le pont est fermé."),
    ],
    "ar": [
        ("18:42", "العمدة يعلن إغلاق الجسر", "أعلن العمدة أمام الصحافة أن الجسر سيبقى مغلقا إلى صباح الإثنين المقبل على أقل تقدير."),
        ("18:10", "", "وصلت فرق الإنقاذ إلى المكان في حدود السادسة مساء، حسب السلطات التي لم تقدم أي حصيلة."),
        ("17:55", "شاهد يروي", "«سمعت دويا قويا ثم لا شيء»، يقول أحد سكان الحي وهو ما زال تحت وقع الصدمة."),
        ("17:30", "ما نعرفه", "صدمت شاحنة إحدى دعائم الجسر بعد الخامسة بقليل، ونجا السائق."),
        ("17:12", "", "الجسر مغلق."),
    ],
}  # fmt: skip
TITLES = {"fr": "EN DIRECT - Un camion heurte le pont", "ar": "مباشر: شاحنة تصدم جسر المدينة"}


def heading(tag: str, words: str) -> str:
    return f"<{tag}>{words}</{tag}>" if words else ""


FORMS: dict[str, Callable[[str, str, str], str]] = {
    "articles": lambda hour, head, text: f"<article class='live-post'><time datetime='2024-07-18T{hour}:00+02:00'>{hour}</time>"
    f"{heading('h3', head)}<p>{text}</p><div class='share'><a href='#'>Facebook</a> <a href='#'>Twitter</a></div></article>",
    "items": lambda hour, head, text: f"<li class='live-entry'><span class='timestamp'>{hour}</span>{heading('h2', head)}"
    f"<div class='entry-text'><p>{text}</p></div></li>",
    "boxes": lambda hour, head, text: f"<div class='liveblog-item'><div class='meta'><b>{hour}</b></div>{heading('h4', head)}"
    f"<div>{text}</div></div>",
    "sections": lambda hour, head, text: f"<section><header><time>{hour}</time>{heading('h3', head)}</header><p>{text}</p></section>",
    "terms": lambda hour, head, text: f"<dt>{hour}</dt><dd>{heading('strong', head)} {text}</dd>",
    "lines": lambda hour, head, text: f"<p><strong>{hour}</strong> {head} {text}</p>",
}  # fmt: skip
AROUND = {"items": "ol", "terms": "dl"}


@pytest.mark.parametrize("lang", ENTRIES)
@pytest.mark.parametrize("form", FORMS)
def test_every_entry_comes_in_under_its_hour(form: str, lang: str) -> None:
    outer, title = AROUND.get(form, "div"), TITLES[lang]
    inner = "".join(FORMS[form](*entry) for entry in ENTRIES[lang])
    html = (
        f"<html lang={lang}><head><title>{title}</title></head><body><nav><a href=/>A</a></nav><main><h1>{title}</h1>"
        f"<{outer} class='live'>{inner}</{outer}></main><aside><ul><li><span>12:30</span> <a href='/1'>{title} 2</a></li>"
        f"</ul></aside></body></html>"
    )
    found = read(html.encode(), Path("p.html"), lang=lang, timezone=ZoneInfo("UTC"), date="2024-07-18")
    place = 0
    for words in (each for entry in ENTRIES[lang] for each in entry if each):
        at = found.draft.body.find(words, place)
        assert at >= 0, (words, found.draft.body)
        place = at + len(words)
    assert "Facebook" not in found.draft.body
    assert "12:30" not in found.draft.body


def test_the_hours_of_publication_and_of_the_last_change_are_no_ticker() -> None:
    text = (
        "<p>Le conseil a voté mardi le budget de la ville, dont la dépense atteint trois millions d'euros cette année.</p>"
        * 3
    )
    html = (
        "<html lang=fr><title>Le budget</title><article><h1>Le budget</h1><div class='dates'><time>Publié à 18:10</time></div>"
        f"<div class='dates'><time>Mis à jour à 19:30</time></div>{text}</article></html>"
    )
    found = read(html.encode(), Path("p.html"), lang="fr", timezone=ZoneInfo("UTC"), date="2024-07-18")
    assert "18:10" not in found.draft.body
    assert "19:30" not in found.draft.body
