"""A small site that shows all that an article page can show: a picture, a translation of every kind of block, names."""

from __future__ import annotations

from pathlib import Path

from nashra.markup.blocks import fingerprint
from support.commands import article_text, write_site
from support.pictures import jpeg

ID = "3f9a1c"
FOLDER = f"content/articles/2024/07/18-{ID}"
SOURCE = [
    "وصل وفد **المغرب** إلى باريس يوم 18 يوليوز 2024، ومعه ممثلون عن FIFA.",
    "## قبل الأولمبياد",
    "قال المتحدث إن النسبة بلغت 12,5٪ في الرباط[^1].",
    "- أولا\n- ثانيا",
    "فقرة حذفها المترجم.",
    "فقرة جديدة لم تُترجم بعد.",
    "[^1]: عن وكالة الأنباء.",
]
TARGET = [
    "La délégation du Maroc est arrivée à Paris le 18 juillet 2024.",
    "## Avant les Jeux",
    "Selon le porte-parole, le taux est de 12,5 % à Rabat[^1].",
    "- premièrement\n- deuxièmement",
    "Un paragraphe de la rédaction.",
    "[^1]: D’après l’agence.",
]
ENTITIES = """\
- id: morocco
  names: {ar: المغرب, fr: Maroc, en: Morocco}
  wikidata: Q1028
- id: rabat
  names: {ar: الرباط, fr: Rabat, en: Rabat}
- id: paris
  names: {ar: باريس, fr: Paris, en: Paris}
"""
BODIES = "- id: fifa\n  names: {en: FIFA, fr: FIFA, ar: الفيفا}\n  aliases: {ar: [FIFA]}\n"


def newspaper(root: Path, *, report: str = "mailto:desk@example.org", plain_text: bool = False) -> Path:
    """The site in the folder `root`. Its French version is a machine's, its English one is by people."""
    rows = [
        f"{fingerprint(SOURCE[0])}-{fingerprint(TARGET[0])}",
        f"{fingerprint(SOURCE[1])}-{fingerprint(TARGET[1])} review",
        f"00000000-{fingerprint(TARGET[2])}",
        f"{fingerprint(SOURCE[3])}-{fingerprint(TARGET[3])} human",
        f"-{fingerprint(TARGET[4])} human",
        f"{fingerprint(SOURCE[4])}- human",
        f"{fingerprint(SOURCE[6])}-{fingerprint(TARGET[5])}",
    ]
    made = "translation:\n  from: ar\n  state: machine\n  engine: x 1.0\n  blocks:\n" + "".join(
        f"    - {row}\n" for row in rows
    )
    image = "image:\n  file: photo.jpg\n  alt: مصافحة في المطار\n  caption: الوفد في باريس\n  credit: Agence MAP\n"
    head = f"author: هيئة التحرير\nsource: {{name: NaBae 24, url: 'https://nabae24.example/?p=1&q=2'}}\n{image}"
    head += "topics: [sport]\nslug: وصول-الوفد\nupdated: 2024-07-19T10:00:00+01:00\n"
    french = f"---\ntitle: 'La délégation « arrive » : Paris'\nslug: la-delegation\n{made}"
    french += (
        "image: {alt: Une poignée de main, caption: La délégation à Paris, credit: L’agence MAP}\n---\n\n"
        + "\n\n".join(TARGET)
        + "\n"
    )
    english = "---\ntitle: The delegation\nslug: the-delegation\ntranslation: {from: ar, state: manual}\n---\n\n"
    english += "The delegation came to Paris.\n\n## Before\n"
    files = {
        f"{FOLDER}/ar.md": article_text("وصول الوفد إلى باريس", "\n\n".join(SOURCE), more=head),
        f"{FOLDER}/fr.md": french,
        f"{FOLDER}/en.md": english,
        "content/entities/places.yaml": ENTITIES,
        "content/entities/organizations.yaml": BODIES,
        "content/topics.yaml": "sport: {ar: رياضة, fr: Sport, en: Sport}\n",
    }
    others = {
        # folder, title, body, topics
        "2024/07/10-aaaa01": ("الفيفا في الرباط", "نشرت الفيفا بيانا في الرباط.", "[sport]"),
        "2024/07/11-aaaa02": ("خبر من المغرب", "خبر من المغرب وباريس.", "[]"),
        "2024/07/12-aaaa03": ("مباراة", "مباراة بلا أسماء.", "[sport]"),
        "2024/07/13-aaaa04": ("طقس", "لا شيء مشترك.", "[]"),
        "2024/07/14-aaaa05": ("المغرب", "المغرب وحده.", "[]"),
    }
    for folder, (title, text, topics) in others.items():
        date = f"2024-07-{folder[8:10]}"
        files[f"content/articles/{folder}/ar.md"] = article_text(title, text, date=date, more=f"topics: {topics}\n")
    write_site(root, files)
    (root / FOLDER / "photo.jpg").write_bytes(jpeg(1200, 800))
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write(f'report = "{report}"\nplain_text = {str(plain_text).lower()}\n')
    return root
