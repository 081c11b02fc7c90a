"""The table of terms: read, found in running text, and watched over by the guards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nashra.entities import terms
from nashra.entities.glossary import Glossary
from nashra.kit.errors import Problem
from nashra.markup.blocks import fingerprint
from nashra.versions.guards import check
from support.commands import article_text, nashra, write_site

TABLE = """\
- ar: [النقاش العمومي, الحوار العمومي]
  fr: [débat public, débats publics]
  en: public debate
- {ar: الحوض المائي, fr: bassin hydraulique}
"""


def load(tmp_path: Path, text: str) -> tuple[Glossary, list[Problem]]:
    (tmp_path / terms.FILE_NAME).write_text(text, "utf-8")
    found, problems = terms.load(tmp_path, ("ar", "fr", "en"))
    return Glossary(found), problems


@pytest.mark.parametrize(
    ("text", "lang", "other", "expected"),
    [
        ("انطلق النقاش العمومي أمس", "ar", "fr", ["النقاش العمومي"]),
        ("وبالنقاشِ العموميّ وللحوار العمومي", "ar", "en", ["النقاش العمومي", "النقاش العمومي"]),
        ("امتلأت السدود في الحوض المائي", "ar", "fr", ["الحوض المائي"]),
        ("امتلأت السدود في الحوض المائي", "ar", "en", []),  # the row has no English: it holds for one pair
        ("Le débat public commence. Débats publics.", "fr", "en", ["النقاش العمومي", "النقاش العمومي"]),
        ("Public debate is on; a PUBLIC DEBATE.", "en", "ar", ["النقاش العمومي", "النقاش العمومي"]),
        ("النقاش بين العموم", "ar", "fr", []),
    ],
)
def test_terms_are_found_as_names_are(tmp_path: Path, text: str, lang: str, other: str, expected: list[str]) -> None:
    glossary, problems = load(tmp_path, TABLE)
    assert glossary.named(text, lang, other) == expected
    assert problems == []


def test_a_translation_without_the_term_is_doubted(tmp_path: Path) -> None:
    glossary, _ = load(tmp_path, TABLE)
    source = "انطلق النقاش العمومي حول الحوض المائي."
    doubts = check(source, "La discussion générale commence sur le bassin hydraulique.", "ar", "fr", glossary.named)
    assert [doubt.text for doubt in doubts] == ["names or terms not found: النقاش العمومي"]
    assert check(source, "Les débats publics débutent sur le bassin hydraulique.", "ar", "fr", glossary.named) == ()


def test_the_right_word_is_put_before_the_model_translates_again(tmp_path: Path) -> None:
    glossary, _ = load(tmp_path, TABLE)
    assert glossary.with_names("انطلق النقاش العمومي أمس", "ar", "fr") == "انطلق débat public أمس"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("ar: نعم\n", 1, "must be a list of terms"),
        ("- نعم\n", None, "every term must be a table of language and text"),
        ("- ar: نعم\n", 1, "a term needs a text in two languages at least"),
        ("- ar: نعم\n  xx: yes\n  en: yes\n", 2, "a term has the language 'xx'"),
        ("- ar: نعم\n  fr: [oui, [non]]\n  en: yes\n", 2, "`fr` must be a text or a list of texts"),
        ("- {ar: نعم, fr: oui}\n- {ar: نعم, en: yes}\n", 2, "the term 'نعم' is there twice"),
    ],
)
def test_a_fault_in_the_table_is_named_with_its_line(tmp_path: Path, text: str, line: int | None, message: str) -> None:
    _, problems = load(tmp_path, text)
    assert [(problem.line, problem.message) for problem in problems][:1] == [(line, message)]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n"])
def test_an_empty_table_is_no_fault(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text)[1] == []


def test_status_lists_the_terms_that_a_translation_lost_and_build_gives_them_no_page(tmp_path: Path) -> None:
    source, target = "انطلق النقاش العمومي.", "La discussion générale commence."
    record = f"{fingerprint(source)}-{fingerprint(target)} review"
    translated = (
        "---\ntitle: Nouvelle\nlang: fr\nslug: n\ntranslation:\n  from: ar\n  state: machine\n"
        f"  blocks:\n    - {record}\n---\n\n{target}\n"
    )
    folder = "content/articles/2024/07/18-3f9a1c"
    files = {
        "content/terms.yaml": TABLE,
        f"{folder}/ar.md": article_text("خبر", source),
        f"{folder}/fr.md": translated,
    }
    root = write_site(tmp_path, files)
    rows = json.loads(nashra("status", "--json", cwd=root).stdout)
    assert "names or terms not found: النقاش العمومي" in json.dumps(rows, ensure_ascii=False)
    assert nashra("build", cwd=root).returncode == 0
    assert not (root / "site/fr/entities").exists()
