"""PO files: what other tools write is read, what we write they read, and nothing in a file can do harm."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.kit.errors import ContentError
from nashra.translate.exchange.po import PoEntry, format_po, parse_po

PATH = Path("x.po")
HEADER = {"Language": "fr", "Content-Type": "text/plain; charset=UTF-8", "X-Nashra-Article": "3f9a1c"}

ENTRIES = [
    PoEntry("title/1-", "وصل الوفد إلى «باريس»", "La délégation est à Paris", comments=("title",), place="ar.md:1"),
    PoEntry(
        "2dc9cb26/1-f911243c", 'قال: "نعم"\\ لا\tثم', 'Il a dit : "oui"\\ non\tpuis', fuzzy=True, previous="قال:  \nلا"
    ),
    PoEntry("2dc9cb26/2-", "سطر أول  \nسطر ثان", "", comments=("block 2, paragraph", "in doubt: a number is missing")),
    PoEntry("ab2b2526/1-", "مَدْرَسَة ٣٤ ـ الوَدَاد", "ends with a line feed\n"),
]


def read(text: str) -> list[tuple[str | None, str, str, bool]]:
    return [(entry.context, entry.source, entry.target, entry.fuzzy) for entry in parse_po(text, PATH)[1]]


def plain(entries: list[PoEntry]) -> list[tuple[str | None, str, str, bool]]:
    return [(entry.context, entry.source, entry.target, entry.fuzzy) for entry in entries]


def test_what_is_written_is_read_back() -> None:
    header, entries = parse_po(format_po(HEADER, ENTRIES), PATH)
    assert header == {"language": "fr", "content-type": "text/plain; charset=UTF-8", "x-nashra-article": "3f9a1c"}
    assert plain(entries) == plain(ENTRIES)
    assert [entry.comments for entry in entries] == [entry.comments for entry in ENTRIES]
    assert format_po(HEADER, ENTRIES).split("\n")[entries[0].line - 1] == 'msgid "وصل الوفد إلى «باريس»"'


def test_babel_reads_what_is_written() -> None:
    from babel.messages.pofile import read_po

    catalog = read_po(StringIO(format_po(HEADER, ENTRIES)), abort_invalid=True)
    messages = [message for message in catalog if message.id]
    assert [(m.context, m.id, m.string, m.fuzzy) for m in messages] == plain(ENTRIES)
    assert messages[0].locations == [("ar.md", 1)]
    assert messages[2].auto_comments == ["block 2, paragraph", "in doubt: a number is missing"]
    assert str(catalog.locale) == "fr"


def test_translate_toolkit_reads_it_and_its_changes_are_read_back() -> None:
    pofile = pytest.importorskip("translate.storage.pypo").pofile

    store = pofile.parsestring(format_po(HEADER, ENTRIES).encode())
    units = store.units[1:]
    assert [(unit.getcontext(), unit.source, unit.target, unit.isfuzzy()) for unit in units] == plain(ENTRIES)
    assert units[1].prev_source == "قال:  \nلا"
    units[1].markfuzzy(False)
    units[
        2
    ].target = "Première ligne  \nSeconde ligne, assez longue pour que l’outil la coupe en deux dans son fichier."
    units[2].addnote("أليس «الثاني»؟", origin="translator")
    header, entries = parse_po(bytes(store).decode(), PATH)
    assert header["x-nashra-article"] == "3f9a1c"
    assert [entry.fuzzy for entry in entries] == [False] * 4
    assert entries[2].target == units[2].target
    assert entries[2].notes == ("أليس «الثاني»؟",)


def test_files_of_other_tools_are_read() -> None:
    text = (
        "# Translators, 2026.\r\n#\r\n"
        'msgid ""\r\nmsgstr ""\r\n"Language: fr_FR\\n"\r\n\r\n'
        '#~ msgid "gone"\r\n#~ msgstr "parti"\r\n\r\n'
        '#. c\r\n#: ar.md:1\r\n#, no-wrap, fuzzy\r\n#| msgid "older"\r\n'
        'msgctxt "a/1-"\r\nmsgid ""\r\n"one "\r\n"two\\n"\r\n"three\\303\\x41\\?"\r\nmsgstr "\\"q\\""\r\n'
        'msgctxt "b/1-"\r\nmsgid "no blank line before"\r\nmsgstr ""\r\n'
    )
    assert read(text) == [
        ("a/1-", "one two\nthree\u00c3A?", '"q"', True),
        ("b/1-", "no blank line before", "", False),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no header"),
        ("just words\n", 1, "no line of a PO file"),
        ('msgid "a"\nmsgstr "b"\n', 1, "no header"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a"\n', 4, "no msgstr"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgstr "a"\n', 4, "second msgstr"),
        ('msgctxt "a"\nmsgstr "b"\n', 2, "without msgid"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a"\nmsgid "b"\n', 5, "second msgid"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a\nmsgstr "b"\n', 4, "no line of a PO file"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a" b"\nmsgstr "b"\n', 4, "no line of a PO file"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a\\"\nmsgstr "b"\n', 4, "no line of a PO file"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 5, "plural"),
        ('msgid ""\nmsgstr "A: b\\n"\n\nmsgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr "c"\n', 7, "in line 4 already"),
        ('"lost"\n', 1, "no line of a PO file"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ContentError, match=message) as caught:
        parse_po(text, PATH)
    assert caught.value.problems[0].line == line


LINES = st.sampled_from(
    ["msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[9]", '"', "\\", "\\777", " ", "#", "#~", "#,", "#|", "أ", "\0", "\n", "\n", "x"]
)  # fmt: skip


@given(st.lists(LINES, max_size=30).map("".join))
@example('msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=n\\n"\n')
@settings(max_examples=300, deadline=None)
def test_any_file_is_read_or_refused(text: str) -> None:
    try:
        parse_po(text, PATH)
    except ContentError as error:
        assert error.problems[0].path == PATH


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=200, deadline=None)
def test_any_text_survives(source: str, target: str) -> None:
    entry = PoEntry("c/1-", source, target)
    assert read(format_po(HEADER, [entry])) == plain([entry])
