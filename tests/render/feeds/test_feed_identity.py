"""A site that moves makes no item new, and days are those of the site's own clock."""

from __future__ import annotations

import re
from pathlib import Path

from support.commands import article_text, nashra, write_site

FILES = {"content/articles/2024/12/01-aaaaaa/ar.md": article_text("أمطار", "نص.", date="2024-12-01T00:30:00+01:00")}


def ids(root: Path) -> dict[str, list[str]]:
    patterns = {
        "rss.xml": r"<guid[^>]*>([^<]+)",
        "atom.xml": r"<entry>\s*<id>([^<]+)",
        "feed.json": r'"id": ?"([^"]+)"',
    }
    return {
        name: re.findall(pattern, (root / "site/ar" / name).read_text("utf-8")) for name, pattern in patterns.items()
    }


def test_ids_stay_when_the_site_moves_to_another_host(tmp_path: Path) -> None:
    root = write_site(tmp_path, FILES, url="https://owner.github.io/news/")
    toml = root / "nashra.toml"
    assert nashra("build", cwd=root).returncode == 0
    before = ids(root)
    assert all("tag:owner.github.io,2024:aaaaaa/ar" in found for found in before.values())
    text = toml.read_text("utf-8").replace("[site]\n", '[site]\nfeed_authority = "owner.github.io"\n')
    toml.write_text(text, "utf-8")
    assert nashra("build", cwd=root, env={"NASHRA_URL": "https://news.example.ma/"}).returncode == 0
    assert ids(root) == before


def test_a_feed_is_known_by_one_id_on_both_hosts(tmp_path: Path) -> None:
    root = write_site(tmp_path, FILES, url="https://owner.github.io/news/")
    toml = root / "nashra.toml"
    toml.write_text(
        toml.read_text("utf-8").replace("[site]\n", '[site]\nfeed_authority = "owner.github.io"\n'), "utf-8"
    )
    assert nashra("build", cwd=root).returncode == 0
    first = re.findall(r"<id>([^<]+)", (root / "site/ar/atom.xml").read_text("utf-8"))
    assert first[0] == "https://owner.github.io/ar/atom.xml"
    assert nashra("build", cwd=root, env={"NASHRA_URL": "https://news.example.ma/"}).returncode == 0
    assert re.findall(r"<id>([^<]+)", (root / "site/ar/atom.xml").read_text("utf-8")) == first


def test_a_new_site_has_its_authority_fixed(tmp_path: Path) -> None:
    done = nashra("init", "news", "--yes", "--url", "https://Owner.github.io/news/", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert 'feed_authority = "owner.github.io"' in (tmp_path / "news/nashra.toml").read_text("utf-8")


def test_an_authority_that_is_no_host_is_told(tmp_path: Path) -> None:
    root = write_site(tmp_path, FILES)
    toml = root / "nashra.toml"
    toml.write_text(toml.read_text("utf-8").replace("[site]\n", '[site]\nfeed_authority = "https://x/"\n'), "utf-8")
    done = nashra("build", cwd=root)
    assert done.returncode == 2
    assert "no name of a host" in done.stderr


def test_half_past_midnight_on_the_first_is_of_that_day_in_every_feed(tmp_path: Path) -> None:
    root = write_site(tmp_path, FILES)
    assert nashra("build", cwd=root).returncode == 0
    assert "<pubDate>Sun, 01 Dec 2024 00:30:00 +0100</pubDate>" in (root / "site/ar/rss.xml").read_text("utf-8")
    assert "<published>2024-12-01T00:30:00+01:00</published>" in (root / "site/ar/atom.xml").read_text("utf-8")


def test_an_import_goes_into_the_month_that_the_sites_clock_shows(tmp_path: Path) -> None:
    root = write_site(tmp_path, {})
    text = "---\ntitle: أمطار\nlang: ar\ndate: 2024-11-30T23:30:00Z\n---\n\nنزلت أمطار غزيرة على مدينة فاس ليلة أمس.\n"
    (root / "in.md").write_text(text, "utf-8")
    done = nashra("import", "in.md", cwd=root)
    assert done.returncode == 0, done.stderr
    assert [path.parent.parent.name for path in (root / "content").rglob("ar.md")] == ["12"]
