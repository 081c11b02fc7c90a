"""What GitHub's preview shows otherwise is told once a file, on its line, and never where both show the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.markup.differences import differences
from support.commands import nashra
from support.faults import AR, clean_site, findings, line_of

# A line of an article -> the kind of difference, and words of the note.
DIFFERENT = {
    "قال **«مهم»**ثم غادر.": ("emphasis", "'**«مهم»**'"),
    "قال **مهم،**ثم غادر.": ("emphasis", "'**مهم،**'"),
    "غادر و**(الوفد)** معا.": ("emphasis", "its signs"),
    "كان ~~«هنا»~~ثم غادر.": ("emphasis", "'~~«هنا»~~'"),
    "قال \u200f*«نعم»*\u200f ثم.": ("emphasis", "'*«نعم»*'"),
    "١. أول\n٢. ثان": ("number", "'١. أول'"),
    "۱) اول": ("number", "numbered list"),
    "انظر https://example.org/a، ثم عد.": ("address", "https://example.org/a"),
    "انظر «https://example.org/a» ثم عد.": ("address", "swallows"),
    "انظر [المصدر https://example.org/a] هنا.": ("bracket", "square bracket"),
    "![صورة](صورة 1.jpg)": ("picture", "a blank in its name"),
    "[a]: https://example.org/\n| أ | ب |\n|---|---|\n| ١ | ٢ |": ("target", "a table is right below"),
    "نص.\n\n[^9]: هامش.": ("unused note", "'[^9]: هامش.'"),
    "نص[^هامش أول].\n\n[^هامش أول]: كلام.": ("note with blanks", "has a blank"),
    "نص\n\u00a0\nنص": ("blank line", "really empty"),
    "> [!WARNING]\n> تنبيه": ("alert", "coloured box"),
    "المعادلة $$a^2 + b^2$$ معروفة.": ("formula", "'$$a^2 + b^2$$'"),
    '<iframe src="https://example.org/v"></iframe>': ("embed", "a link instead"),
    "- " * 45 + "نص": ("deep", "nested"),
}
# What GitHub shows just so.
ALIKE = [
    "قال **«مهم»** ثم غادر **مهم**ثم.", "1. أول\n2. ثان", "انظر https://example.org/a, ثم عد.", "نص[^1].\n\n[^1]: هامش.",
    "[المصدر](https://example.org/a) و[https://example.org](https://example.org/)", "![صورة](صورة%201.jpg)", "`١. أول` **a**",
    "[a]: https://example.org/\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |", "نص\n\nنص", "> [!] تنبيه", "ثمنه 5$ أو $6.", "    ١. شيفرة",
    "```\n\u00a0\n<video>\n```", "#وسم\n\n- [ ] مهمة", "نص\n١٠٠.\n\n2026", "في ٢٠٢٤. ثم", "\\**«مهم»**ثم",
]  # fmt: skip


@pytest.mark.parametrize("text", DIFFERENT)
def test_what_github_shows_otherwise_is_known(text: str) -> None:
    kind, _ = DIFFERENT[text]
    assert [difference.kind for difference in differences(f"{text}\n")] in ([kind], [kind, kind])


@pytest.mark.parametrize("text", ALIKE)
def test_nothing_is_told_of_what_github_shows_alike(text: str) -> None:
    assert differences(f"{text}\n") == []


def with_lines(root: Path, *blocks: str) -> Path:
    """A clean site, with more blocks at the end of one of its articles."""
    clean_site(root)
    text = (root / AR).read_text("utf-8").rstrip()
    (root / AR).write_text("\n\n".join([text, *blocks]) + "\n", encoding="utf-8")
    return root


def test_each_kind_is_told_once_a_file_on_its_first_line(tmp_path: Path) -> None:
    root = with_lines(tmp_path, "قال **«أ»**ثم.", "قال **«ب»**ثم.", "١. أول", "نص", "١. ثان")
    found = [(one.severity, one.file(root), one.line) for one in findings(root)]
    assert found == [("info", AR, line_of(root, AR, "«أ»")), ("info", AR, line_of(root, AR, "١. أول"))]


@pytest.mark.parametrize("text", DIFFERENT)
def test_every_kind_is_told_in_words(text: str, tmp_path: Path) -> None:
    (note, *_) = findings(with_lines(tmp_path, text), "markdown")
    assert DIFFERENT[text][1] in note.message + note.hint
    assert note.hint


def test_the_command_shows_the_notes_when_asked(tmp_path: Path) -> None:
    root = with_lines(tmp_path, "قال **«أ»**ثم.")
    quiet = nashra("check", "--only", "markdown", cwd=root)
    assert quiet.returncode == 0
    assert "1 note (shown with --notes)" in quiet.stdout
    shown = nashra("check", "--only", "markdown", "--notes", cwd=root)
    assert "readers see '**«أ»**' as emphasis; GitHub's preview shows its signs" in shown.stdout
