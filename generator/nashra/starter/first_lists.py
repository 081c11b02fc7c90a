"""The lists of topics and entities of a new site: one of each that the first article needs, the others as examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

TOPIC = "guide"
_TOPIC_NAMES = {
    "ar": "دليل",
    "fr": "Guide",
    "en": "Guide",
    "es": "Guía",
    "pt": "Guia",
    "de": "Anleitung",
    "it": "Guida",
}
_TOPICS = """\
# Topics: an id, used in the front matter of articles and in addresses, and its name in each language.
{names}# security:
#   ar: أمن
#   fr: Sécurité
#   en: Security
"""

_ENTITIES = """\
# {what}. Each is found in the texts of all languages, tagged, linked, and gets a page of its own.
{entries}# - id: {id}
#   names:
#     ar: {ar}
#     fr: {fr}
#     en: {en}
#   aliases:
#     ar: [{alias_ar}]
"""
_EXAMPLES = {
    "people": ("People", "ibn-battuta", "ابن بطوطة", "Ibn Battûta", "Ibn Battuta", "الرحالة الطنجي"),
    "organizations": ("Organizations", "unesco", "اليونسكو", "UNESCO", "UNESCO", "منظمة اليونسكو"),
    "places": ("Places", "rabat", "الرباط", "Rabat", "Rabat", "العاصمة المغربية"),
    "events": ("Events", "world-cup-2030", "كأس العالم 2030", "Coupe du monde 2030", "2030 World Cup", "مونديال 2030"),
}
# The first article names it, so that the new site shows what an entity is.
_GITHUB = """\
- id: github
  names:
{names}
  aliases:
    ar: [غيت هاب, جيت هاب]
"""


def topics(languages: Sequence[str], used: bool) -> str:
    """topics.yaml: an example in comments and, where it is `used`, the topic of the first article."""
    names = {code: _TOPIC_NAMES[code] for code in languages if code in _TOPIC_NAMES} or {"en": _TOPIC_NAMES["en"]}
    return _TOPICS.format(names=f"{TOPIC}:\n{_lines(names, 2)}\n" if used else "")


def entities(languages: Sequence[str], used: bool) -> Mapping[str, str]:
    """Name of a file in content/entities/ -> its text: examples and, if `used`, what the first article names."""
    github = _GITHUB.format(names=_lines(dict.fromkeys(languages, "GitHub"), 4))
    if "ar" not in languages:
        github = github.partition("  aliases:")[0]
    files = {}
    for name, (what, id_, ar, fr, en, alias) in _EXAMPLES.items():
        entries = github if used and name == "organizations" else ""
        text = _ENTITIES.format(what=what, entries=entries, id=id_, ar=ar, fr=fr, en=en, alias_ar=alias)
        files[f"{name}.yaml"] = text
    return files


def _lines(names: Mapping[str, str], indent: int) -> str:
    return "\n".join(f"{' ' * indent}{code}: {name}" for code, name in names.items())
