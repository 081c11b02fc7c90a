"""The ZIM file, by libzim, zimcheck and zimsearch."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from nashra.archives import zim_archive
from nashra.archives.iso639 import three_letters
from nashra.archives.selection import Selection
from nashra.kit.errors import NashraError
from nashra.kit.image_size import image_size
from support.archives import archive, hostile_site, need_libzim, zim_tool
from support.commands import article_text, write_site
from support.newspaper import ID, newspaper


@pytest.fixture(scope="module", autouse=True)
def _libzim() -> None:
    need_libzim()


def opened(path: Path) -> Any:
    from libzim.reader import Archive

    return Archive(path)


def found(path: Path, query: str) -> list[str]:
    """The titles of what the full-text search finds."""
    from libzim.search import Query, Searcher

    file = opened(path)
    results = Searcher(file).search(Query().set_query(query))
    return [file.get_entry_by_path(each).title for each in results.getResults(0, 20)]


@pytest.mark.parametrize("langs", [(), ("ar",), ("fr",)])
def test_zimcheck_finds_nothing(tmp_path: Path, langs: tuple[str, ...]) -> None:
    for name, root in (("a", newspaper(tmp_path / "news")), ("b", hostile_site(tmp_path / "hostile"))):
        archive(root, "zim", tmp_path / f"{name}.zim", Selection(langs=langs))
        done = zim_tool("zimcheck", tmp_path / f"{name}.zim")
        assert done.returncode == 0, done.stdout


def test_zimsearch_finds_an_arabic_word_behind_a_particle(tmp_path: Path) -> None:
    archive(hostile_site(tmp_path / "site"), "zim", tmp_path / "a.zim")
    assert "خبر عن المغرب" in zim_tool("zimsearch", tmp_path / "a.zim", "المغرب").stdout
    assert zim_archive.is_ours(tmp_path / "a.zim")
    (tmp_path / "b.zim").write_bytes((tmp_path / "a.zim").read_bytes()[:200])
    assert not zim_archive.is_ours(tmp_path / "b.zim")


BODIES = {
    "aaaaa1": ("خبر أول", "ذهب والمغرب وبالرباط."),
    "aaaaa2": ("خبر ثان", "كتب الطلاب رسائلهم إلى الأُستاذ."),
    "aaaaa3": ("خبر ثالث", "لا شيء."),
}


@pytest.fixture(scope="module", params=["ar", ""], ids=["arabic", "all"])
def indexed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of `BODIES`, alone, or with so many French articles that the index is in French."""
    folder = tmp_path_factory.mktemp("indexed")
    files = {
        f"content/articles/2024/07/18-{id}/ar.md": article_text(title, body) for id, (title, body) in BODIES.items()
    }
    for number in range(4):
        files[f"content/articles/2024/07/18-bbbbb{number}/fr.md"] = article_text(f"F{number}", "Rien.", lang="fr")
    files["content/entities/places.yaml"] = "- id: rabat\n  names: {ar: الرباط, en: Rabat}\n"
    langs = tuple(filter(None, [request.param]))
    archive(write_site(folder / "s", files), "zim", folder / "a.zim", Selection(langs=langs))
    return folder / "a.zim"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("المغرب", ["خبر أول"]),
        ("مغرب", ["خبر أول"]),
        ("والمغرب", ["خبر أول"]),
        ("الرباط", ["خبر أول"]),
        ("الاستاذ", ["خبر ثان"]),
        ("الطلاب", ["خبر ثان"]),
        ("Rabat", ["خبر أول"]),
        ("غائب", []),
    ],
)
def test_an_arabic_word_is_found_however_it_is_written(indexed: Path, query: str, titles: list[str]) -> None:
    assert found(indexed, query) == titles


def test_endings_go_by_the_language_of_the_archive(tmp_path: Path) -> None:
    files = {"content/articles/2024/07/18-aaaaaa/fr.md": article_text("Titre", "Les enfants jouaient.", lang="fr")}
    archive(write_site(tmp_path / "s", files), "zim", tmp_path / "a.zim", Selection(langs=("fr",)))
    assert found(tmp_path / "a.zim", "enfant") == found(tmp_path / "a.zim", "jouer") == ["Titre"]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zim", tmp_path / "a.zim", Selection(month="2024-07"))
    file = opened(tmp_path / "a.zim")
    data = {key: file.get_metadata(key) for key in file.metadata_keys}
    texts = {key: value.decode("utf-8") for key, value in data.items() if not key.startswith("Illustration")}
    assert texts["Language"] == "ara,fra,eng"
    assert texts["Title"] == "نشرة – يوليوز 2024"
    assert texts["Date"] == "2024-07-19"
    assert texts["Name"] == "نشرة-2024-07"
    assert texts["Source"] == "https://example.org/nashra/"
    assert {"Creator", "Publisher", "Description", "Tags", "Flavour"} <= texts.keys()
    assert file.has_fulltext_index
    assert file.has_title_index
    (tmp_path / "i.png").write_bytes(data["Illustration_48x48@1"])
    assert image_size(tmp_path / "i.png") == (48, 48)


def test_excerpts_of_results_come_from_what_a_page_is_about(tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zim", tmp_path / "a.zim")
    file = opened(tmp_path / "a.zim")
    pages = [entry.path for number in range(file.all_entry_count) if (entry := file._get_entry_by_id(number))]
    (path,) = [each for each in pages if each.startswith("fr/2024/07/") and each.endswith(".html")]
    html = bytes(file.get_entry_by_path(path).get_item().content).decode("utf-8")
    kept = re.sub(r"<!--htdig_noindex-->.*?<!--/htdig_noindex-->", "", html, flags=re.DOTALL)
    assert "htdig" not in kept
    assert '<main id="main"' in kept and "<h1>" in kept
    assert "masthead" not in kept and "colophon" not in kept and 'class="strip' not in kept


def test_a_choice_in_another_language_is_named_in_it(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    settings = root / "nashra.toml"
    text = re.sub(r"(?m)^title = .*\n", "", settings.read_text("utf-8"))
    settings.write_text(text + '\n[site.title]\nar = "نشرة"\nfr = "Le Bulletin"\nen = "The Bulletin"\n', "utf-8")
    archive(root, "zim", tmp_path / "a.zim", Selection(langs=("fr",)))
    file = opened(tmp_path / "a.zim")
    assert file.get_metadata("Title").decode("utf-8") == "Le Bulletin"
    assert file.get_metadata("Name").decode("utf-8").startswith("le-bulletin")


def test_long_descriptions_are_cut(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write(f'description = "{"كلمة طويلة " * 60}"\n')
    archive(root, "zim", tmp_path / "a.zim")
    file = opened(tmp_path / "a.zim")
    assert 40 < len(file.get_metadata("Description").decode("utf-8")) <= 80
    assert len(file.get_metadata("Title").decode("utf-8")) <= 30


def test_the_main_page_is_the_choice_of_a_language_or_the_home_of_the_only_one(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    for langs, main in (((), "index.html"), (("fr",), "fr/index.html")):
        archive(root, "zim", tmp_path / "a.zim", Selection(langs=langs))
        assert opened(tmp_path / "a.zim").main_entry.get_item().path == main


def test_short_links_are_redirects_and_titles_lead_to_articles_and_editions_only(tmp_path: Path) -> None:
    from libzim.suggestion import SuggestionSearcher

    archive(newspaper(tmp_path / "site"), "zim", tmp_path / "a.zim")
    file = opened(tmp_path / "a.zim")
    short = file.get_entry_by_path(f"s/{ID}/index.html")
    assert short.is_redirect
    assert short.get_redirect_entry().path == "ar/2024/07/وصول-الوفد.html"
    found = SuggestionSearcher(file).suggest("وصول الوفد").getResults(0, 10)
    assert list(found) == ["ar/2024/07/وصول-الوفد.html"]
    assert not list(SuggestionSearcher(file).suggest("Search").getResults(0, 10))


def test_the_same_articles_give_the_same_bytes_and_others_another_number(tmp_path: Path) -> None:
    for name in ("one", "two"):
        archive(hostile_site(tmp_path / name), "zim", tmp_path / f"{name}.zim")
    assert (tmp_path / "one.zim").read_bytes() == (tmp_path / "two.zim").read_bytes()
    archive(newspaper(tmp_path / "news"), "zim", tmp_path / "three.zim")
    assert opened(tmp_path / "one.zim").uuid != opened(tmp_path / "three.zim").uuid
    assert opened(tmp_path / "one.zim").check()


def test_without_libzim_the_command_to_install_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libzim.writer", None)
    with pytest.raises(NashraError) as caught:
        archive(newspaper(tmp_path / "site"), "zim", tmp_path / "a.zim")
    assert "pip install 'nashra[zim]'" in caught.value.problems[0].hint
    assert not (tmp_path / "a.zim").exists()


@pytest.mark.parametrize(
    ("code", "long"),
    [
        *(("ar", "ara"), ("fr", "fra"), ("en", "eng"), ("es", "spa"), ("de", "deu"), ("fa", "fas"), ("zh", "zho")),
        *(("ro", "ron"), ("ms", "msa"), ("ku", "kur"), ("ckb", "ckb"), ("ak", "aka"), ("hr", "hrv"), ("gu", "guj")),
    ],
)
def test_languages_have_their_code_of_three_letters(code: str, long: str) -> None:
    assert three_letters(code) == long
