"""`nashra move`, as an editor runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

TEXT = "افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان والتلاميذ."
OLD = "content/articles/2024/07/18-3f9a1c"
NEW = "content/articles/2023/05/02-3f9a1c"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {f"{OLD}/ar.md": article_text("مدرسة جديدة", TEXT, more="slug: madrasa\nauthor: سعاد\n")}
    return write_site(tmp_path / "site", files)


def head(site: Path) -> str:
    return (site / NEW / "ar.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["3f9a1c", OLD, f"{OLD}/ar.md"])
def test_an_article_moves_with_folder_and_date_and_nothing_else_changes(site: Path, name: str) -> None:
    before = (site / OLD / "ar.md").read_text(encoding="utf-8")
    done = nashra("move", name, "--date", "2023-05-02", cwd=site)
    assert done.returncode == 0 and "02-3f9a1c" in done.stdout
    assert not (site / "content" / "articles" / "2024").exists()
    assert head(site) == before.replace("date: 2024-07-18", "date: 2023-05-02")


def test_the_old_address_leads_to_the_new_one(site: Path) -> None:
    assert nashra("build", cwd=site).returncode == 0
    assert nashra("move", "3f9a1c", "--date", "2023-05-02", cwd=site).returncode == 0
    assert nashra("build", cwd=site).returncode == 0
    assert (site / "site" / "ar" / "2023" / "05" / "madrasa.html").is_file()
    assert "2023/05/madrasa.html" in (site / "site" / "ar" / "2024" / "07" / "madrasa.html").read_text(encoding="utf-8")


def test_a_site_that_was_built_elsewhere_redirects_too(site: Path) -> None:
    nashra("move", "3f9a1c", "--date", "2023-05-02", cwd=site)
    assert nashra("build", cwd=site).returncode == 0
    assert (site / "site" / "ar" / "2024" / "07" / "madrasa.html").is_file()


def test_a_moment_is_kept_with_its_zone(site: Path) -> None:
    nashra("move", "3f9a1c", "--date", "2023-05-02T18:30:00+01:00", cwd=site)
    assert "date: '2023-05-02T18:30:00+01:00'\n" in head(site)


def test_a_day_to_come_is_told(site: Path) -> None:
    assert "still to come" in nashra("move", "3f9a1c", "--date", "2999-01-01", cwd=site).stdout


def test_another_day_of_the_month_leaves_the_address(site: Path) -> None:
    done = nashra("move", "3f9a1c", "--date", "2024-07-20", cwd=site)
    assert done.returncode == 0 and "addresses" not in done.stdout
    assert (site / "content/articles/2024/07/20-3f9a1c/ar.md").is_file()


def test_the_doubts_about_the_date_of_a_paste_are_settled_and_the_others_stay(site: Path) -> None:
    paste = f"مدرسة ثانية في القرية\n\nسعاد المرابط منذ 3 أيام\n\n{TEXT} نعم.\n".encode()
    assert nashra("import", "-", cwd=site, stdin=paste, env={"SOURCE_DATE_EPOCH": "1700000000"}).returncode == 0
    (made,) = (site / "content" / "articles").glob("2023/11/14-*/ar.md")
    assert "today's was taken" in made.read_text(encoding="utf-8")
    assert nashra("move", made, "--date", "2023-05-02", cwd=site).returncode == 0
    (moved,) = (site / "content" / "articles").glob("2023/05/02-*/ar.md")
    text = moved.read_text(encoding="utf-8")
    assert "today's was taken" not in text and "# check: 'سعاد المرابط'" in text


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("3f9a1c", "--date", "2023-02-31"), 2, "no date such as"),
        (("3f9a1c", "--date", "yesterday"), 2, "no date such as"),
        (("nothing", "--date", "2023-05-02"), 1, "there is no article"),
        (("3f9a1c",), 2, "--date"),
    ],
)
def test_a_mistake_is_explained_and_nothing_moves(site: Path, args: tuple[str, ...], code: int, word: str) -> None:
    done = nashra("move", *args, cwd=site)
    assert done.returncode == code and word in done.stderr
    assert (site / OLD / "ar.md").is_file()


def test_an_address_of_another_article_is_not_taken(site: Path) -> None:
    other = site / "content/articles/2023/05/09-aaaaaa/ar.md"
    other.parent.mkdir(parents=True)
    other.write_text(article_text("أخرى", TEXT, date="2023-05-09", more="slug: madrasa\n"), encoding="utf-8")
    done = nashra("move", "3f9a1c", "--date", "2023-05-02", cwd=site)
    assert done.returncode == 1 and "slug" in done.stderr and (site / OLD / "ar.md").is_file()


def test_an_expiry_before_the_new_date_is_refused(site: Path) -> None:
    path = site / OLD / "ar.md"
    path.write_text(path.read_text(encoding="utf-8").replace("slug:", "expires: 2024-08-01\nslug:"), encoding="utf-8")
    done = nashra("move", "3f9a1c", "--date", "2024-09-02", cwd=site)
    assert done.returncode == 1 and "expires" in done.stderr and path.is_file()
    assert "date: 2024-07-18" in path.read_text(encoding="utf-8")
