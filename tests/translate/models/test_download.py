"""Downloads from a local server that cuts connections, lies about sizes and fails in the ways servers do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nashra.kit.errors import TranslationError
from nashra.translate.models.download import Progress, download, download_address, fetch_index
from nashra.translate.models.index import Available, choose, parse_index
from nashra.translate.models.obtain import obtain_address, obtain_languages, obtain_package
from nashra.translate.models.packages import Package, installed
from support.argos_packages import Recipe, build_package
from support.web_server import Page, serve

BODY = bytes(range(256)) * 2_000


def no_wait(seconds: float) -> None:
    assert seconds > 0


def entry(pair: str, version: str = "1.0", **fields: object) -> dict[str, object]:
    source, target = pair.split("_")
    return {
        "package_version": version,
        "argos_version": "1.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        "links": [f"https://example.org/{pair}.argosmodel"],
    } | fields


def index(*entries: object) -> bytes:
    return json.dumps(entries).encode()


def test_a_file_comes_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    steps: list[tuple[int, int | None]] = []
    with serve({"/a": Page(BODY)}) as server:
        path = download([f"{server.url}/a"], tmp_path, "a.bin", lambda *step: steps.append(step))
    assert path.read_bytes() == BODY
    assert [file.name for file in tmp_path.iterdir()] == ["a.bin"]
    assert steps[0] == (0, len(BODY))
    assert steps[-1] == (len(BODY), len(BODY))


def test_a_cut_connection_goes_on_where_it_broke_off(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY, cut=[100_000, 50_000])}) as server:
        path = download([f"{server.url}/a"], tmp_path, "a.bin", sleep=no_wait)
        assert [asked for _, asked in server.requests] == [None, "bytes=100000-", "bytes=150000-"]
    assert path.read_bytes() == BODY


def test_a_later_call_goes_on_as_well(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY, cut=[100_000])}) as server:
        with pytest.raises(TranslationError, match="broke off after 100000 of 512000 bytes"):
            download([f"{server.url}/a"], tmp_path, "a.bin", tries=1)
        download([f"{server.url}/a"], tmp_path, "a.bin", tries=1)
        assert server.requests[-1] == ("/a", "bytes=100000-")
    assert (tmp_path / "a.bin").read_bytes() == BODY


def test_a_file_that_changed_in_between_is_fetched_from_the_start(tmp_path: Path) -> None:
    with serve({"/a": Page(b"old" * 100_000, cut=[70_000])}) as server:
        with pytest.raises(TranslationError):
            download([f"{server.url}/a"], tmp_path, "a.bin", tries=1)
        server.pages["/a"] = Page(BODY, tag='"2"')
        assert download([f"{server.url}/a"], tmp_path, "a.bin", tries=1).read_bytes() == BODY


def test_a_server_without_ranges_sends_the_whole_again(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY, cut=[100_000], ranges=False)}) as server:
        assert download([f"{server.url}/a"], tmp_path, "a.bin", sleep=no_wait).read_bytes() == BODY


def test_what_came_whole_before_is_not_fetched_again(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY, cut=[len(BODY)], claim=1)}) as server:
        with pytest.raises(TranslationError):
            download([f"{server.url}/a"], tmp_path, "a.bin", tries=1)
        server.pages["/a"] = Page(BODY)
        assert download([f"{server.url}/a"], tmp_path, "a.bin", tries=1).read_bytes() == BODY
        assert server.requests[-1] == ("/a", f"bytes={len(BODY)}-")


def test_more_on_disk_than_the_server_has_starts_over(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY, cut=[len(BODY)], claim=1)}) as server:
        with pytest.raises(TranslationError):
            download([f"{server.url}/a"], tmp_path, "a.bin", tries=1)
        server.pages["/a"] = Page(BODY[:1000])
        assert download([f"{server.url}/a"], tmp_path, "a.bin", sleep=no_wait).read_bytes() == BODY[:1000]


def test_a_size_that_is_never_reached_is_an_error_and_no_file(tmp_path: Path) -> None:
    page = Page(BODY, claim=10, ranges=False)
    with serve({"/a": page}) as server, pytest.raises(TranslationError, match="broke off"):
        download([f"{server.url}/a"], tmp_path, "a.bin", tries=2, sleep=no_wait)
    assert not (tmp_path / "a.bin").exists()


def test_without_a_length_the_file_ends_where_the_connection_ends(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY, length=False)}) as server:
        assert download([f"{server.url}/a"], tmp_path, "a.bin").read_bytes() == BODY


def test_a_busy_server_is_asked_again_and_a_missing_file_is_not(tmp_path: Path) -> None:
    with serve({"/busy": Page(BODY, fails=[503, 429]), "/b": Page(BODY)}) as server:
        assert download([f"{server.url}/busy"], tmp_path, "a.bin", sleep=no_wait).read_bytes() == BODY
        download([f"{server.url}/gone", f"{server.url}/b"], tmp_path, "b.bin", sleep=no_wait)
        assert [path for path, _ in server.requests] == ["/busy", "/busy", "/busy", "/gone", "/b"]


def test_the_next_link_is_taken_when_one_does_not_answer(tmp_path: Path) -> None:
    with serve({"/a": Page(BODY)}) as server:
        links = ["http://127.0.0.1:1/a", "ipfs://QmX/a", f"{server.url}/a"]
        assert download(links, tmp_path, "a.bin", tries=2, sleep=no_wait).read_bytes() == BODY


def test_when_no_link_works_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TranslationError) as caught:
        download(["http://127.0.0.1:1/a"], tmp_path, "a.bin", tries=1)
    (problem,) = caught.value.problems
    assert "a.bin cannot be downloaded" in problem.message
    assert problem.hint


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/a"])
def test_a_redirect_away_from_the_web_is_refused(tmp_path: Path, location: str) -> None:
    with (
        serve({"/a": Page(location=location)}) as server,
        pytest.raises(TranslationError, match=r"leads to|not allowed"),
    ):
        download([f"{server.url}/a"], tmp_path, "a.bin", tries=1)
    assert list(tmp_path.iterdir()) == []


def test_a_redirect_is_followed_also_when_resuming(tmp_path: Path) -> None:
    with serve({"/b": Page(BODY, cut=[5_000])}) as server:
        server.pages["/a"] = Page(location=f"{server.url}/b")
        assert download([f"{server.url}/a"], tmp_path, "a.bin", sleep=no_wait).read_bytes() == BODY
        assert server.requests[-1] == ("/b", "bytes=5000-")


def test_a_folder_that_cannot_be_written_is_an_error_for_the_editor(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with serve({"/a": Page(BODY)}) as server, pytest.raises(TranslationError, match="cannot be written"):
        download([f"{server.url}/a"], tmp_path / "file", "a.bin", tries=1)


@pytest.mark.parametrize(
    ("address", "name"),
    [("/x/ar_en.argosmodel?y=1", "ar_en"), ("/..%2F..%2Fetc", "etc"), ("/", "package"), ("/...", "package")],
)
def test_the_name_of_an_address_cannot_lead_elsewhere(tmp_path: Path, address: str, name: str) -> None:
    with serve({address: Page(BODY)}) as server:
        path = download_address(server.url + address, tmp_path / "in", tries=1)
    assert path == tmp_path / "in" / f"{name}.argosmodel"


def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="no http or https address"):
        download_address("file:///etc/passwd", tmp_path)


def test_the_index_is_read_in_the_shape_of_the_public_one() -> None:
    links = ["ipfs://Qm/a", "https://a.example/1", "http://b.example/2", 7, "https://c.example/ 3"]
    found = parse_index(
        index(
            entry("en_fr", "1.9"),
            entry("ar_en", links=links),
            entry("en_fr", "1.10", type="translate", code="translate-en_fr"),
            entry("sbd_sbd", type="sbd"),
            entry("a_b"),
            {"code": "translate-"},
            "nothing",
            entry("en_ar", links=["ipfs://only"]),
        )
    )
    assert [package.id for package in found] == ["ar_en-1.0", "en_fr-1.10", "en_fr-1.9"]
    assert found[0].links == ("https://a.example/1", "http://b.example/2")


@pytest.mark.parametrize("data", [b"", b"{}", b"<html>", b"\xff", b"[" * 100_000])
def test_an_index_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(TranslationError, match="not readable"):
        parse_index(data)


def test_an_index_of_which_nothing_can_be_had_says_so() -> None:
    with pytest.raises(TranslationError, match="nothing that the list of packages at list"):
        parse_index(index(entry("ar_en", links=["file:///packages/ar_en.argosmodel"])), "list.json")
    assert parse_index(index()) == []


def test_the_index_is_fetched_again_when_the_connection_breaks() -> None:
    data = index(entry("ar_en"))
    with serve({"/index.json": Page(data, cut=[10], ranges=False)}) as server:
        assert [package.id for package in fetch_index(f"{server.url}/index.json", sleep=no_wait)] == ["ar_en-1.0"]


def test_without_a_network_the_error_names_the_way_over_a_file() -> None:
    with pytest.raises(TranslationError) as caught:
        fetch_index("http://127.0.0.1:1/index.json", tries=1)
    assert "FILE.argosmodel" in caught.value.problems[0].hint


PUBLIC = parse_index(index(entry("ar_en"), entry("en_ar"), entry("en_fr", "1.9"), entry("fr_en", "1.9")))


def test_three_languages_need_four_packages_over_english() -> None:
    assert [package.id for package in choose(PUBLIC, ["ar", "en", "fr"])[0]] == [
        "ar_en-1.0",
        "en_fr-1.9",
        "en_ar-1.0",
        "fr_en-1.9",
    ]


def test_two_languages_without_english_take_it_as_a_pivot() -> None:
    assert {package.id for package in choose(PUBLIC, ["ar", "fr"])[0]} == {
        "ar_en-1.0",
        "en_ar-1.0",
        "en_fr-1.9",
        "fr_en-1.9",
    }


def test_a_direct_package_is_preferred_to_a_pivot() -> None:
    offers = [*PUBLIC, Available("ar", "fr", "1.0", ("https://example.org/x",))]
    assert [package.id for package in choose(offers, ["ar", "fr"])[0]] == ["ar_fr-1.0", "fr_en-1.9", "en_ar-1.0"]


def test_what_is_installed_is_not_fetched_unless_it_is_older() -> None:
    have = [Package("ar", "en", "1.0", Path("x"), "bpe"), Package("en", "fr", "1.2", Path("y"), "bpe")]
    assert [package.id for package in choose(PUBLIC, ["ar", "en", "fr"], have)[0]] == [
        "en_fr-1.9",
        "en_ar-1.0",
        "fr_en-1.9",
    ]


def test_an_installed_package_that_is_not_in_the_index_serves_its_pair() -> None:
    have = [Package("ar", "ber", "1.0", Path("x"), "bpe"), Package("ber", "ar", "1.0", Path("y"), "bpe")]
    assert choose([], ["ar", "ber"], have) == ([], [])


def test_pairs_that_cannot_be_had_are_named() -> None:
    packages, missing = choose(PUBLIC, ["ar", "en", "ber"])
    assert [package.id for package in packages] == ["ar_en-1.0", "en_ar-1.0"]
    assert missing == [("ar", "ber"), ("en", "ber"), ("ber", "ar"), ("ber", "en")]


def test_languages_are_installed_from_an_index_in_one_go(cipher_packages: dict[str, Path], tmp_path: Path) -> None:
    folder, downloads = tmp_path / "packages", tmp_path / "downloads"
    watched: list[str] = []

    def watch(name: str) -> Progress:
        watched.append(name)
        return lambda done, whole: None

    with serve({f"/{name}": Page(path.read_bytes(), cut=[9_000]) for name, path in cipher_packages.items()}) as server:
        back = [
            build_package(tmp_path / "more", Recipe(source, target, {}))
            for source, target in (("en", "ar"), ("fr", "en"))
        ]
        server.pages |= {
            f"/{name}": Page(path.read_bytes()) for name, path in zip(("en_ar", "fr_en"), back, strict=True)
        }
        entries = [
            entry(name, links=["ipfs://Qm/1", f"{server.url}/{name}"]) for name in ("ar_en", "en_fr", "en_ar", "fr_en")
        ]
        server.pages["/index.json"] = Page(index(*entries))
        options: dict[str, Any] = {"index_url": f"{server.url}/index.json", "sleep": no_wait}
        got = obtain_languages(["ar", "en", "fr"], folder, downloads, watch, **options)
        assert [package.id for package in got] == ["ar_en-1.0", "en_fr-1.0", "en_ar-1.0", "fr_en-1.0"] == watched
        assert obtain_languages(["ar", "en", "fr"], folder, downloads, **options) == []
    assert len(installed(folder)) == 4
    assert list(downloads.iterdir()) == []


def test_a_damaged_file_is_thrown_away_and_the_next_link_taken(
    cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    good = cipher_packages["ar_en"].read_bytes()
    bad = good[:5_000] + b"damage" + good[5_006:]
    with serve({"/bad": Page(bad), "/good": Page(good)}) as server:
        package = Available("ar", "en", "1.0", (f"{server.url}/bad", f"{server.url}/good"))
        assert obtain_package(package, tmp_path / "p", tmp_path / "d")[0].id == "ar_en-1.0"
    assert list((tmp_path / "d").iterdir()) == []


def test_a_package_for_other_languages_than_announced_is_refused(
    cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    with serve({"/x": Page(cipher_packages["en_fr"].read_bytes())}) as server:
        package = Available("ar", "en", "1.0", (f"{server.url}/x",))
        with pytest.raises(TranslationError, match="for en to fr, not for ar to en"):
            obtain_package(package, tmp_path / "p", tmp_path / "d")
    assert installed(tmp_path / "p") == []


def test_a_package_can_be_installed_from_an_address(cipher_packages: dict[str, Path], tmp_path: Path) -> None:
    with serve({"/ar_en.argosmodel": Page(cipher_packages["ar_en"].read_bytes())}) as server:
        packages = obtain_address(f"{server.url}/ar_en.argosmodel", tmp_path / "p", tmp_path / "d")
    assert installed(tmp_path / "p") == packages
