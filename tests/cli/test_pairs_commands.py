"""Whose words belong to which source, as an editor sees it at the command line, with real packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

FIRST, SECOND = "content/articles/2024/07/18-3f9a1c", "content/articles/2024/08/05-0b77de"
RAIN = "نزل المطر على الحقول ليلا."
BODY = f"""\
{RAIN}

عاد الهدوء إلى الشوارع.

وقع [الاتفاق](https://example.org/deal) ممثلو النقابات.

> قول قديم.
>
> <div>كلام <b>مهم</b> هنا</div>
"""


@pytest.fixture
def root(tmp_path: Path, env: dict[str, str]) -> Path:
    site = write_site(tmp_path / "site", {f"{FIRST}/ar.md": article_text("وصول الوفد", BODY)})
    assert nashra("translate", "--to", "en", cwd=site, env=env).returncode == 0
    return site


def blocks(root: Path, folder: str = FIRST) -> list[str]:
    text = (root / folder / "en.md").read_text("utf-8")
    return text.rpartition("---\n\n")[2].rstrip("\n").split("\n\n")


def write(root: Path, *new: str) -> None:
    path = root / FIRST / "en.md"
    head = path.read_text("utf-8").rpartition("---\n\n")[0]
    path.write_text(f"{head}---\n\n" + "\n\n".join(new) + "\n", "utf-8")


def test_blocks_that_nobody_can_pair_are_told_settled_by_a_person_and_serve_elsewhere_only_then(
    root: Path, env: dict[str, str]
) -> None:
    _, _, deal, quote = blocks(root)
    # the marks of the source are in what the machine made, those of raw HTML in a quote too
    assert "(https://example.org/deal)" in deal
    assert "كلام" not in quote
    assert "<b>mhm</b>" in quote
    calm, rain = "All was calm again.", "It rained at night."
    write(root, calm, rain, deal, quote)
    told = nashra("status", cwd=root).stdout
    assert "block 1 to review: a person wrote it, and it is not known which block" in told
    assert "block 2 to review" in told
    found = nashra("check", cwd=root).stdout
    assert "`nashra review 3f9a1c en --block 1=SOURCE` says which" in found
    assert "block 2 of the source (`nashra review 3f9a1c en --block BLOCK=2` says which)" in found
    (root / SECOND).mkdir(parents=True)
    (root / SECOND / "ar.md").write_text(article_text("خبر ثان", RAIN, date="2024-08-05"), "utf-8")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert blocks(root, SECOND)[0] not in (calm, rain)
    assert nashra("review", "3f9a1c", "en", "--block", "1=2", "--block", "2=1", cwd=root).returncode == 0
    assert "block 1 to review" not in nashra("status", cwd=root).stdout
    (root / SECOND / "en.md").unlink()
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert blocks(root, SECOND) == [rain]
    assert "from:3f9a1c" in (root / SECOND / "en.md").read_text("utf-8")
    lines = nashra("status", cwd=root).stdout.split("\n")
    assert any("0b77de/en.md" in line and "3f9a1c" in line for line in lines)


def test_a_sentence_that_serves_again_is_doubted_as_any_other_and_says_where_it_is_from(
    root: Path, env: dict[str, str]
) -> None:
    source = root / FIRST / "ar.md"
    source.write_text(source.read_text("utf-8").replace("عاد الهدوء إلى الشوارع", "عاد 120 لاعبا"), "utf-8")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    rain, _, deal, quote = blocks(root)
    wrong = "All 210 players are back."
    write(root, rain, wrong, deal, quote)
    # what it says of its own speaks against its place
    assert "--block 2=SOURCE" in nashra("review", "3f9a1c", "en", "--block", "2", cwd=root).stderr
    assert nashra("review", "3f9a1c", "en", "--block", "2=2", cwd=root).returncode == 0
    (root / SECOND).mkdir(parents=True)
    (root / SECOND / "ar.md").write_text(article_text("خبر ثان", "عاد 120 لاعبا.", date="2024-08-05"), "utf-8")
    done = nashra("translate", "--to", "en", cwd=root, env=env)
    assert "1 to review" in done.stdout
    assert blocks(root, SECOND) == [wrong]
    lines = [line for line in nashra("status", cwd=root).stdout.split("\n") if "0b77de/en.md: block 1 " in line]
    assert any("words that people approved in 3f9a1c" in line for line in lines)
    assert any("to review: " in line and "120" in line for line in lines)
    assert nashra("review", "0b77de", "en", cwd=root).returncode == 1


def test_what_a_person_wrote_is_shown_where_its_source_comes_again_and_serves_once_it_is_approved(
    root: Path, env: dict[str, str]
) -> None:
    source, second = root / FIRST / "ar.md", root / SECOND
    said, remark = "عاد 1200 لاعب.", "The club disputes the figure of 1,200."
    text = source.read_text("utf-8").replace("عاد الهدوء إلى الشوارع.", said)
    source.write_text(text, "utf-8")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    rain, _, deal, quote = blocks(root)
    write(root, rain, remark, deal, quote)
    second.mkdir(parents=True)
    (second / "ar.md").write_text(article_text("خبر ثان", said, date="2024-08-05"), "utf-8")
    told = nashra("translate", "--to", "en", cwd=root, env=env).stdout
    assert "nobody has approved it" in told
    assert f"as:       {remark}" in told
    assert blocks(root, SECOND) == ["EAd 1200 lAEb."]
    out = root / "out.tmx"
    assert "2 of them people wrote and nobody approved" in nashra("memory", "export", out, cwd=root).stdout
    unit = next(each for each in out.read_text("utf-8").split("<tu ") if "disputes" in each)
    assert '<prop type="x-nashra-engine">people (not approved)</prop>' in unit
    # written for a source that changed, it is told when the old one comes back
    source.write_text(text.replace("لاعب", "متفرج"), "utf-8")
    nashra("translate", "--to", "en", cwd=root, env=env)
    source.write_text(text, "utf-8")
    assert "block 2 was rewritten, and may tell" in nashra("status", cwd=root).stdout
    assert nashra("review", "3f9a1c", "en", "--block", "2", cwd=root).returncode == 0
    assert "block 2 was rewritten" not in nashra("status", cwd=root).stdout
    assert nashra("translate", "--renew", "0b77de", "--to", "en", cwd=root, env=env).returncode == 0
    assert blocks(root, SECOND) == [remark]


def test_a_change_of_what_a_person_took_out_or_copied_is_told(root: Path) -> None:
    rain, _, deal, quote = blocks(root)
    write(root, rain, deal, quote, rain)
    source = root / FIRST / "ar.md"
    source.write_text(source.read_text("utf-8").replace("الهدوء", "الضجيج").replace("المطر", "الثلج"), "utf-8")
    told = nashra("status", cwd=root).stdout
    assert "block 2 of the source has changed, and a person had taken its translation out" in told
    assert any("block 4" in line and "left as it is" in line for line in told.split("\n"))
    settles = "`nashra review 3f9a1c en --force` leaves it out for good"
    assert settles in nashra("check", cwd=root).stdout
    nashra("review", "3f9a1c", "en", "--force", cwd=root)
    assert settles not in nashra("check", cwd=root).stdout
