"""Titles that are none yet are told; newspapers' own are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.head import frontmatter
from nashra.head.unready_words import unready_words

PATH = Path("fr.md")
NONE_YET = [
    "Le marché rouvre (à valider Nadia)",
    "Sans titre",
    "Untitled",
    "TITRE À TROUVER",
    "عنوان مؤقت",
    "مستند بدون عنوان",
    "Headline here",
    "Document1",
    "Sans titre 2",
    "???",
    "؟؟؟",
    "le_pont_de_la_vallee",
    "pont_vallee_FINAL_v3",
    "Le pont de la vallée.docx",
    "Copie de Le pont de la vallée",
    "Copy of Le pont de la vallée",
    "Copie de « Le pont »",
    "Le pont de la vallée (copie)",
    "Le pont de la vallée - Copie 2",
    "The bridge reopens (final version)",
    "جسر الوادي يعاد فتحه (نسخة)",
    "Le coût du pont : XXX millions",
    "TODO",
    "À COMPLÉTER",
    "test",
    "xxx",
    "AAAA",
    "2026-11-10",
    "https://paper.example/le-pont",
    "Le pont rouvre\\\\nà Taza",
    "Re: le pont",
    "Tr : le pont rouvre",
    "Proposition de titre : le pont rouvre",
    "عنوان مقترح: الجسر يفتح",
    "Le pont rouvre [à vérifier]",
    "Le pont rouvre (titre provisoire)",
    "Le pont rouvre - WIP",
    "Nouveau document texte",
    "WhatsApp Image 2026-11-10 at 10.11.12",
    "Le pont de la vallÃ©e et lâ€™eau",
]
TITLES = [
    "1984",
    "24/7",
    "Aaah ! Le retour du rire",
    "Re-bonjour la pluie",
    "Test : la voiture à l’essai",
    "Le contrat (à relire avant de signer)",
    "Le bilan du séisme (provisoire)",
    "مشروع القانون (قيد المراجعة)",
    "عنوان المرحلة: الماء",
    "Sans titre de séjour",
    "Titre de transport : ce qui change",
    "عنوان المرحلة",
    "Copie de passeport : ce qui change en mars",
    "Copie de la clé volée, un an de prison",
    "نسخة من مصحف نادر تعرض في الرباط",
    "Coupe du Trône – finale",
    "World Cup - Final",
    "Node.js, dix ans après",
    "Le compte @radio_vallee suspendu",
    "Super Bowl XXX",
    "Où va l'argent ???",
    "« Le pont » (Acte 2)",
    "The bridge (1)",
]


def told(title: str) -> list[int | None]:
    fields = frontmatter.split(f'---\ntitle: "{title}"\nsummary: Lorem ipsum dolor\n---\n', PATH).fields
    return [problem.line for problem in unready_words(fields, PATH) if problem.warning]


@pytest.mark.parametrize("title", NONE_YET)
def test_a_title_that_is_none_yet_is_a_warning(title: str) -> None:
    assert told(title) == [2, 3]


@pytest.mark.parametrize("title", TITLES)
def test_the_titles_of_newspapers_annoy_nobody(title: str) -> None:
    assert told(title) == [3]


@pytest.mark.parametrize(
    "author",
    [
        "Prénom Nom",
        "[nom de l'auteur]",
        "اسم الكاتب",
        "John Doe",
        "-",
        "admin2",
        "nadia.berrada",
        "k_tazi2",
        "ChatGPT",
        "Salma Sabri (à confirmer)",
        "Rédaction (à compléter)",
    ],
)
def test_a_byline_that_names_nobody_is_a_warning(author: str) -> None:
    fields = frontmatter.split(f"---\ntitle: Le pont rouvre\nauthor: {author}\n---\n", PATH).fields
    assert [problem.line for problem in unready_words(fields, PATH)] == [3]


@pytest.mark.parametrize(
    "author", ["e.e. cummings", "will.i.am", "bell hooks", "medias24.com", "libe.info", "afp", "le360.ma"]
)
def test_a_name_in_small_letters_and_that_of_a_paper_are_bylines(author: str) -> None:
    fields = frontmatter.split(f"---\ntitle: Le pont rouvre\nauthor: {author}\n---\n", PATH).fields
    assert unready_words(fields, PATH) == []


@pytest.mark.parametrize(
    "summary",
    [
        "TODO",
        "...",
        "Résumé de l'article ici",
        "Accueil > Région > Taza",
        "À raccourcir, trop long !",
        "La pluie. " * 80,
    ],
)
def test_a_summary_that_is_none_yet_is_a_warning(summary: str) -> None:
    fields = frontmatter.split(f"---\ntitle: Le pont rouvre\nsummary: {summary}\n---\n", PATH).fields
    assert [problem.line for problem in unready_words(fields, PATH)] == [3]


def test_slugs_with_an_ending_and_bylines_that_name_nobody_or_somebody_twice_are_told() -> None:
    for line in (
        "slug: pont.html",
        "slug: pont.md",
        "slug: copie-de-le-pont",
        "slug: sans-titre",
        "author: Salma Alaoui, SALMA ALAOUI",
        'source: {name: "https://x.example/"}',
        'author: "@salma"',
    ):
        fields = frontmatter.split(f"---\ntitle: Le pont rouvre\n{line}\n---\n", PATH).fields
        assert [problem.line for problem in unready_words(fields, PATH)] == [3], line


def test_the_words_of_the_lead_picture_are_looked_at_as_those_of_a_text() -> None:
    for words, told in (
        ("caption: Légende à venir", True),
        ("caption: Le pont, [date à vérifier]", True),
        ("credit: Agence du Nord (à acheter)", True),
        ("credit: Agence du Nord ?", True),
        ("credit: Salma, demander à Karim", False),
        ("alt: Photo to come", True),
        ("caption: التعليق لاحقا", True),
        ("caption: La photo du pont (1962)", False),
        ("credit: Photo prise par Salma", False),
        ("caption: Photo of the missing girl", False),
        ("caption: Une photo à couper le souffle", False),
        ("caption: Un texte à relire", False),
        ("caption: Ajouter une photo à son profil est un jeu d’enfant pour les élèves de Taza", False),
    ):
        fields = frontmatter.split(
            f"---\ntitle: Le pont rouvre\nimage:\n  file: pont.jpg\n  {words}\n---\n", PATH
        ).fields
        assert [problem.line for problem in unready_words(fields, PATH)] == [5] * told, words


def test_a_title_that_is_a_paragraph_is_told() -> None:
    assert told("Le conseil communal a voté mardi les travaux, " * 5) == [2, 3]
