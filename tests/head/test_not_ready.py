"""A text that says of itself that it is not for readers is held back, and one that speaks of drafts and embargoes is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.head import frontmatter
from nashra.head.not_ready import refuse_not_ready
from nashra.kit.errors import ContentError

PATH = Path("fr.md")
TEXT = "La commune a rouvert la passerelle mercredi matin, après trois semaines de travaux."
AT_THE_TOP = [
    "BROUILLON",
    "**Brouillon – ne pas publier**",
    "# Brouillon v2 (12/11)",
    "مسودة أولى",
    "DRAFT — not for publication",
    "[WIP]",
    "À RELIRE",
    "CONFIDENTIEL – usage interne",
    "سري – للاستعمال الداخلي فقط",
    "(article en cours de rédaction)",
    "EMBARGO : 3 décembre 6h",
    "Embargo 12.00 GMT",
    "للنشر يوم الخميس فقط",
    "À publier le 3 décembre",
    "For release Monday",
]
ANYWHERE = [
    "NE PAS PUBLIER AVANT VALIDATION DU CABINET",
    "Not for publication before 6pm",
    "ليس للنشر",
    "غير صالح للنشر قبل موافقة رئيس التحرير",
    "SOUS EMBARGO JUSQU'AU 3 DÉCEMBRE À 6H",
    "⚠️ EMBARGOED until 00:01 GMT, 3 December",
    "محظور النشر إلى غاية 3 دجنبر",
    "EN ATTENTE DE VALIDATION",
    "في انتظار المصادقة",
    "OFF THE RECORD: the mayor says that he will resign.",
    f"{TEXT} (Tél. de la source, ne pas publier : 0661000000)",
    f"{TEXT} [ne pas diffuser avant lundi]",
]
FOR_READERS = [
    "Draft budget in hand, the minister smiled.",
    "Draft picks: three from Rabat.",
    "Brouillon de budget : l’opposition proteste.",
    "« Ne publiez rien avant ma mort », dit le vieux poète.",
    "« Ne pas publier », dit le tampon.",
    "Ne pas publier ces photos, c’est respecter les familles.",
    "Embargo sur le blé : ce que le Maroc achète ailleurs",
    "Embargo levé ou non, les minoteries ont changé.",
    "مسودة قانون المالية أمام البرلمان.",
    "في انتظار المطر، يعد الفلاحون بذورهم.",
    "Confidentiel, le rapport circule pourtant.",
    "Un dossier [confidentiel] de douze pages.",
    "<!-- ne pas publier la photo -->",
    "<!--\nBROUILLON\n-->",
    "```\nNE PAS PUBLIER\n```",
]


def told(body: str, head: str = "") -> str:
    document = frontmatter.split(f"---\ntitle: Pont\n{head}---\n\n{body}\n", PATH)
    try:
        refuse_not_ready(document, PATH)
    except ContentError as error:
        (problem,) = error.problems
        return f"{problem.line}: {problem.message}"
    return ""


@pytest.mark.parametrize("line", [*AT_THE_TOP, *ANYWHERE])
def test_a_line_above_or_below_the_text_that_says_so_holds_it_back(line: str) -> None:
    assert told(f"{line}\n\n{TEXT}").startswith("5: `")
    assert told(f"{TEXT}\n\n{line}").startswith("7: `")


@pytest.mark.parametrize("line", ANYWHERE)
def test_between_paragraphs_only_what_can_mean_nothing_else_does(line: str) -> None:
    assert told(f"{TEXT}\n\n{line}\n\n{TEXT}").startswith("7: `")


@pytest.mark.parametrize("line", AT_THE_TOP[:-2])
def test_a_word_between_paragraphs_is_text(line: str) -> None:
    if "ne pas publier" not in line and "not for publication" not in line:
        assert told(f"{TEXT}\n\n{line}\n\n{TEXT}") == ""


@pytest.mark.parametrize("line", FOR_READERS)
def test_sentences_quotations_comments_and_code_are_no_such_lines(line: str) -> None:
    assert told(f"{line}\n\n{TEXT}\n\n{line}") == ""


def test_a_comment_in_the_head_that_says_so_holds_it_back() -> None:
    for remark in ("EMBARGO jusqu'au 24 décembre 6h", "ne pas publier avant lundi", "للنشر يوم الخميس"):
        assert told(TEXT, f"# {remark}\n").startswith("3: `"), remark
        assert told(TEXT, f"# {remark}\ndraft: false\n") == "", remark
    for remark in ("embargo levé", "l'embargo de 1973", "publish_at: 2026-12-24", "embargo: 2026-12-24"):
        assert told(TEXT, f"# {remark}\n") == "", remark


@pytest.mark.parametrize("answer", ["false", "non", "لا", "true"])
def test_draft_has_the_last_word(answer: str) -> None:
    assert told(f"BROUILLON\n\n{TEXT}", f"draft: {answer}\n") == ""
