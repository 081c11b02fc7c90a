"""The table of terms: words that are no names and must be translated in one way, such as "débat public".

content/terms.yaml holds a list of rows. A row has one text a language, or a list of them: the first is the one to use,
the others are accepted. Two languages are enough, and then the row holds for that pair.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from nashra.head import frontmatter
from nashra.head.frontmatter import Fields, Value
from nashra.head.spelling import nearest
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text
from nashra.kit.spaces import one_line
from nashra.languages.known import SPECS
from nashra.languages.scripts import in_wrong_letters
from nashra.model import Entity

FILE_NAME = "terms.yaml"
# A row as an example, in the languages that have one.
_SHOWN = ((lang, spec.term) for lang, spec in SPECS.items() if spec.term)
_ROW = (f"{lang}: " + (f"[{', '.join(texts)}]" if texts[1:] else texts[0]) for lang, texts in _SHOWN)
_HINT = "- {" + ", ".join(_ROW) + "}"


def load(folder: Path, languages: Collection[str]) -> tuple[dict[str, Entity], list[Problem]]:
    """The terms of the content folder `folder`, keyed by their first text, and what is wrong with them.

    A term is an Entity of the type "term" that has no page: the guards and the glossary treat both alike.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return {}, []
    try:
        rows = frontmatter.parse_yaml(read_text(path), path)
    except ContentError as error:
        return {}, list(error.problems)
    if rows is None or rows == {}:
        return {}, []
    if not isinstance(rows, list):
        return {}, [Problem("must be a list of terms", path, 1, _HINT)]
    terms: dict[str, Entity] = {}
    problems: list[Problem] = []
    for row in rows:
        term, faults = _term(row, path, languages)
        problems += faults
        if term is None:
            continue
        if term.id in terms:
            line = row.lines[next(iter(row))] if isinstance(row, Fields) else None
            problems.append(Problem(f"the term {term.id!r} is there twice", path, line, "put the rows together"))
            continue
        terms[term.id] = term
    return terms, problems


def _term(row: Value, path: Path, languages: Collection[str]) -> tuple[Entity | None, list[Problem]]:
    if not isinstance(row, Fields) or not row:
        return None, [Problem("every term must be a table of language and text", path, None, _HINT)]
    problems: list[Problem] = []
    names: dict[str, str] = {}
    others: dict[str, tuple[str, ...]] = {}
    for code, value in row.items():
        if value == "":
            continue
        values = value if isinstance(value, list) else [value]
        texts = [one_line(text) for text in values if isinstance(text, str) and text.strip()]
        if code not in languages:
            meant = nearest(code, languages)
            hint = (f"did you mean `{meant}`? " if meant else "") + "the languages are " + ", ".join(languages)
            problems.append(Problem(f"a term has the language {code!r}", path, row.lines[code], hint))
        elif not texts or len(texts) < len(values):
            problems.append(Problem(f"`{code}` must be a text or a list of texts", path, row.lines[code], _HINT))
        else:
            names[code], others[code] = texts[0], tuple(texts[1:])
    if len(names) < 2:
        line = row.lines[next(iter(row))]
        problems.append(Problem("a term needs a text in two languages at least", path, line, _HINT))
        return None, problems
    if lang := in_wrong_letters(names, words=True):
        message = f"the term {names[lang]!r} stands beside {lang!r}, and is not in its letters"
        problems.append(Problem(message, path, row.lines[lang], "write each word beside its language", warning=True))
    return Entity(id=next(iter(names.values())), type="term", names=names, aliases=others), problems
