"""The texts of the interface, in every language: gettext catalogues, `templates/locale/CODE.po`, keyed by English.

A site may add a language, or change single texts, with a catalogue of its own in the same place of its theme.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from nashra.kit.errors import ConfigError, ContentError
from nashra.kit.files import read_text
from nashra.languages.cldr import Language
from nashra.languages.defaults import OWN

# The language that the texts are written in: it needs no catalogue.
SOURCE = OWN

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# A line of a catalogue that is no comment: a keyword and a text, or a text that goes on.
_LINE = re.compile(r'\s*(?:(?:msgid|msgid_plural|msgstr|msgctxt)(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"\s*')


class Messages:
    """The interface texts of one language. Values put into a text are escaped, unless they are markup already."""

    def __init__(self, language: Language, translations: NullTranslations) -> None:
        self.language = language
        self._translations = translations
        self._plain: dict[str, Markup] = {}

    def text(self, message: str, **values: Any) -> Markup:
        """The text whose English is `message`, with its %(name)s replaced by `values`."""
        found = self._plain.get(message)
        if found is None:
            found = self._plain[message] = escape(self._translations.gettext(message))
        return found % values if values else found

    def count(self, one: str, many: str, number: int, **values: Any) -> Markup:
        """The form for `number` of a text; %(count)s in it is the number in the language's own digits."""
        text = escape(self._translations.ngettext(one, many, number))
        return text % {"count": self.language.localize_digits(str(number)), **values}


def load(language: Language, folders: Iterable[Path]) -> Messages:
    """The texts of `language`; a catalogue in an earlier folder of `folders` goes before those in later ones.

    A text that no catalogue has stays English. Raises ConfigError for a catalogue that cannot be used.
    """
    chain = NullTranslations()
    for folder in reversed(list(folders)):
        path = folder / "locale" / f"{language.code}.po"
        if os.path.isfile(path):  # noqa: PTH113 - no error where the permissions hide it
            translations = _read(path, language.code)
            translations.add_fallback(chain)
            chain = translations
    return Messages(language, chain)


def _read(path: Path, lang: str) -> NullTranslations:
    try:
        return GNUTranslations(BytesIO(_compiled(read_text(path), lang, path)))
    except ContentError as error:
        raise ConfigError.of(error.problems) from None


# A preview makes many builds with the same texts.
@lru_cache(maxsize=32)
def _compiled(text: str, lang: str, path: Path) -> bytes:
    """The catalogue `text`, which stands at `path`, as gettext reads it. Raises ConfigError where it is malformed."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        _refuse_open_texts(text, path)
        # the language gives the plural rule (CLDR's) where the file's head has none
        catalog = read_po(StringIO(text), locale=lang, abort_invalid=True)
        for message in catalog:
            if message.id and not message.fuzzy:
                _check(message.id, message.string, path, message.lineno)
        binary = BytesIO()
        write_mo(binary, catalog)
        return binary.getvalue()
    except PoFileError as error:
        reason = str(error).removesuffix(f" on {error.lineno}")
        raise ConfigError(f"the catalogue is malformed: {reason}", path=path, line=error.lineno + 1) from None
    except (ValueError, LookupError) as error:
        raise ConfigError(f"the catalogue is malformed: {error}", path=path) from None


def _refuse_open_texts(text: str, path: Path) -> None:
    """Raises ConfigError for a line of a catalogue whose text has no end, or no beginning: it would get lost."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith("#") and not _LINE.fullmatch(line):
            hint = 'a text stands between straight quotes, with \\" for those in it'
            raise ConfigError("this line of the catalogue is malformed", path=path, line=number, hint=hint)


def _check(ids: str | Iterable[str], texts: Any, path: Path, line: int | None) -> None:
    """That every translated text can be filled with the values its English is given, and no plural form lacks."""
    ids = [ids] if isinstance(ids, str) else list(ids)
    texts = [texts] if isinstance(texts, str) else list(texts)
    if any(texts) and not all(texts):
        raise ConfigError(f"{ids[0]!r} lacks a plural form", path=path, line=line, hint="fill every msgstr[n]")
    values = {name: "" for text in ids for name in _PLACEHOLDER.findall(text)}
    for text in texts if values else ():
        if not _fills(text, values):
            names = ", ".join(f"%({name})s" for name in values)
            raise ConfigError(
                f"{text!r} cannot be filled", path=path, line=line, hint=f"it may hold {names}, and %% for %"
            )


def _fills(text: str, values: Mapping[str, str]) -> bool:
    try:
        text % values
    except (KeyError, ValueError, TypeError):
        return False
    return True


def without_catalogue(languages: Iterable[Language], folders: Sequence[Path]) -> list[str]:
    """For each of `languages` whose pages will speak English, since no catalogue has their texts, what to do about it.

    folders: those of the theme, the site's own first and the default one last.
    """
    own, default = folders[0], folders[-1]
    return [
        f"there are no interface texts in {language.code!r} ({language.name}): its pages have English ones "
        f"(copy {default / 'locale' / 'fr.po'} to {own / 'locale' / f'{language.code}.po'} and translate it)"
        for language in languages
        if language.code != SOURCE
        and not any((folder / "locale" / f"{language.code}.po").is_file() for folder in folders)
    ]
