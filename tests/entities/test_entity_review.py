"""`entities check`: what is said of the entries of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.content import store
from nashra.entities.registry import read
from nashra.entities.review import Finding, review
from nashra.entities.texts import articles_by_entity
from nashra.settings import config
from support.commands import article_text, write_site


def findings(root: Path, entities: str, body: str = "لا شيء.", lang: str = "ar") -> list[Finding]:
    files = {
        "content/entities/places.yaml": entities,
        f"content/articles/2024/07/18-3f9a1c/{lang}.md": article_text("خبر", body, lang=lang),
    }
    settings = config.load(write_site(root, files))
    content, problems = store.load(settings)
    assert problems == []
    entries, _ = read(settings.content / "entities", set(settings.languages))
    named = articles_by_entity(content.articles, content.entities, settings.languages)
    return review(entries, tuple(settings.languages), content.articles, named)


def briefly(found: list[Finding]) -> list[tuple[str, str, int]]:
    return [(finding.kind, finding.entity, finding.line) for finding in found]


ATLANTIS = "- id: atlantis\n  names:\n    ar: أطلنطس\n    fr: Atlantide\n    en: Atlantis\n"


def test_an_entry_in_order_has_nothing_said_of_it(tmp_path: Path) -> None:
    assert findings(tmp_path, ATLANTIS, "وصل الوفد إلى أطلنطس.") == []


def test_an_entity_that_no_article_names_is_advice(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, ATLANTIS)
    assert (finding.kind, finding.line, finding.is_fault) == ("unused", 1, False)


def test_a_missing_language_is_a_fault(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "- id: atlantis\n  names:\n    ar: أطلنطس\n    fr: Atlantide\n", "أطلنطس.")
    assert (finding.kind, finding.line, finding.is_fault) == ("missing", 2, True)
    assert "'en'" in finding.message


def test_two_entities_with_one_name_clash_however_it_is_spelled(tmp_path: Path) -> None:
    other = "- id: isle\n  names:\n    ar: الجزيرة الغارقة\n    fr: Île\n    en: Isle\n  aliases:\n    ar:\n      - أَطْلَنْطُس\n"
    found = findings(tmp_path, ATLANTIS + other, "أطلنطس والجزيرة الغارقة.")
    assert ("collision", "isle", 12) in briefly(found)
    both = ATLANTIS + "  ambiguous: {ar: [أطلنطس]}\n" + other + "  ambiguous: {ar: [أَطْلَنْطُس]}\n"
    assert "collision" not in {kind for kind, _, _ in briefly(findings(tmp_path, both))}


@pytest.mark.parametrize("alias", ["م", "7", "٢٠٢٤"])
def test_a_name_that_is_never_found_is_a_fault(tmp_path: Path, alias: str) -> None:
    found = findings(tmp_path, f"{ATLANTIS}  aliases:\n    ar: [{alias}]\n", "أطلنطس.")
    assert briefly(found) == [("unmatched", "atlantis", 7)]


def test_a_common_word_is_advice_unless_it_is_marked(tmp_path: Path) -> None:
    text = f"{ATLANTIS}  aliases:\n    ar: [نور]\n"
    found = findings(tmp_path, text, "أطلنطس.")
    assert briefly(found) == [("common", "atlantis", 7)]
    assert findings(tmp_path, text + "  ambiguous: {ar: [نور]}\n", "أطلنطس.") == []


def test_a_word_that_the_texts_have_in_small_letters_is_common(tmp_path: Path) -> None:
    text = "- id: pont\n  names: {ar: الجسر الكبير, fr: Pont, en: Pont}\n"
    found = findings(tmp_path, text, "Un pont, deux pont, trois pont. Le Pont est là.", lang="fr")
    assert ("common", "pont", 2) in briefly(found)
