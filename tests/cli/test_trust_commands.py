"""One fresh site, real packages, and editors at work: marks stay, whose words belong to which source is known or told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

MARKS = """\
أ [رابط `شيفرة` هنا](https://e.org/a1).

ب ``c`d`` ثم [رابط هنا](https://e.org/a2).

ت [![صورة](p.jpg)](https://e.org/a3)

ث [![صورة](p.jpg "شرح") نص](https://e.org/a4) ج.

خ [رابط **مهم *جدا* هنا** آخر](https://e.org/a5) وحاشية[^1]، سطر↵
جديد ثم `%1$s` و%1$s و{{ اسم }} و<x/> و%d.

د [](https://e.org/a6) ثم <https://e.org/a7>.

| عمود | ثان |
|---|---|
| [رابط](https://e.org/a8) | `شيفرة` |

[^1]: حاشية [رابط](https://e.org/a9).
""".replace("↵", "  ")
KEPT = ["`شيفرة`", "``c`d``", "[^1]", "[^1]: ", "%1$s", "{{ اسم }}", "<x/>", "%d", "  \n", 'p.jpg "$rH"']
# What editors do, each in an article of its own: the blocks of the version as they make them of the machine's.
EDITS: dict[str, Callable[[str, str, str, str], list[str]]] = {
    "insert": lambda a, b, c, d: [a, "Our correspondent saw it.", b, c, d],
    "delete and retype": lambda a, b, c, d: [a, "Then the third, 1003.", d],
    "merge": lambda a, b, c, d: [a, f"{b} {c}", d],
    "split": lambda a, b, c, d: [a, *re.split(r"(?<=\.) ", b), c, d],
    "move": lambda a, b, c, d: [a, c, d, b],
    "swap and retype": lambda a, b, c, d: [a, "Then the third, 1003.", "Second, 1002. It ended.", d],
    "another kind": lambda a, b, c, d: [a, f"> {b}", c, d],
    "take out": lambda a, b, c, d: [a, c, d],
}
FOLDERS = {name: f"content/articles/2024/07/18-00000{number}" for number, name in enumerate(EDITS, 1)}
MARKED, PLAIN = "content/articles/2024/07/18-3f9a1c", "content/articles/2024/07/18-77b2aa"
BODY = "الفقرة الأولى 1001.\n\nالفقرة الثانية 1002. ثم انتهت.\n\nالفقرة الثالثة 1003.\n\nالخاتمة 1004."


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, env: dict[str, str]) -> Path:
    files = {f"{folder}/ar.md": article_text(f"خبر عن {folder[-1]}", BODY) for folder in FOLDERS.values()}
    files |= {f"{MARKED}/ar.md": article_text("علامات", MARKS), f"{PLAIN}/ar.md": article_text("سوق", "فتح السوق.")}
    site = write_site(tmp_path_factory.mktemp("trust"), files)
    assert nashra("translate", "--to", "en", cwd=site, env=env).returncode == 0
    return site


def body(path: Path) -> str:
    return path.read_text("utf-8").rpartition("---\n\n")[2]


def test_every_link_picture_code_note_break_and_placeholder_comes_through(root: Path) -> None:
    text = body(root / MARKED / "en.md")
    assert re.findall(r"https://e\.org/a\d", text) == [f"https://e.org/a{number}" for number in range(1, 10)]
    assert [sign for sign in KEPT if sign not in text] == []
    # what stands in a link stays in it
    assert "[![Swrp](p.jpg)](https://e.org/a3)" in text
    assert '[![Swrp](p.jpg "$rH") nS](https://e.org/a4)' in text
    assert "[rAbT **mhm *jdA* hnA** |xr](https://e.org/a5)" in text
    told = nashra("status", cwd=root).stdout
    assert not re.search(r"18-3f9a1c/en\.md: .*not in the translation", told)


def test_whatever_an_editor_does_a_change_of_the_source_is_told(root: Path, env: dict[str, str]) -> None:
    kept = {}
    for name, edit in EDITS.items():
        path = root / FOLDERS[name] / "en.md"
        head, _, text = path.read_text("utf-8").rpartition("---\n\n")
        kept[name] = edit(*text.rstrip("\n").split("\n\n"))
        path.write_text(f"{head}---\n\n" + "\n\n".join(kept[name]) + "\n", "utf-8")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    for name, folder in FOLDERS.items():
        source = root / folder / "ar.md"
        number = "1003" if name == "delete and retype" else "1002"
        source.write_text(source.read_text("utf-8").replace(number, "9999"), "utf-8")
    done = nashra("translate", "--to", "en", cwd=root, env=env)
    told = nashra("status", cwd=root).stdout
    checked = nashra("check", cwd=root).stdout
    for name, folder in FOLDERS.items():
        lines = [line for line in told.splitlines() if f"{folder[-9:]}/en.md: " in line]
        if name in ("insert", "move"):
            # the machine's block was left word for word, so that it could make it anew
            assert "9999" in body(root / folder / "en.md")
        else:
            words = r"is stale|has changed|it is not known which"
            assert any(re.search(words, line) for line in lines), (name, lines)
            assert folder.removeprefix("content/articles/") in done.stdout, name
            assert f"{folder}/en.md" in checked, name
        blocks = body(root / folder / "en.md").rstrip("\n").split("\n\n")
        theirs = [text for text in kept[name] if name not in ("insert", "move") or text.startswith("Our")]
        assert [text for text in theirs if text not in blocks] == [], name


def test_what_was_imported_serves_where_a_machine_s_words_are_made_again(root: Path, env: dict[str, str]) -> None:
    unit = (
        '<tu><tuv xml:lang="ar"><seg>فتح السوق.</seg></tuv><tuv xml:lang="en"><seg>The market opened.</seg></tuv></tu>'
    )
    tmx = f'<tmx version="1.4"><header srclang="ar" datatype="plaintext"/><body>{unit}</body></tmx>'
    (root / "agency.tmx").write_text(tmx, "utf-8")
    assert nashra("memory", "import", "--approved", "agency.tmx", cwd=root).returncode == 0
    assert "nothing to translate" in nashra("translate", "77b2aa", "--to", "en", cwd=root, env=env).stdout
    assert nashra("translate", "--renew", "77b2aa", "--to", "en", cwd=root, env=env).returncode == 0
    assert body(root / PLAIN / "en.md") == "The market opened.\n"
    assert "from:tmx" in (root / PLAIN / "en.md").read_text("utf-8")
