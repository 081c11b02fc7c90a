from __future__ import annotations

import json
from pathlib import Path

import pytest

from nashra.translate.models.packages import (
    Package,
    downloads_folder,
    newest,
    packages_folder,
    packages_in,
    version_key,
)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"HOME": "/h"}, "/h/.local/share/argos-translate/packages"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/argos-translate/packages"),
        ({"HOME": "/h", "XDG_DATA_HOME": ""}, "/h/.local/share/argos-translate/packages"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d", "ARGOS_PACKAGES_DIR": "/p"}, "/p"),
        ({"HOME": "/h", "ARGOS_PACKAGES_DIR": ""}, "/h/.local/share/argos-translate/packages"),
    ],
)
def test_the_folder_is_that_of_argostranslate(environ: dict[str, str], expected: str) -> None:
    assert packages_folder(environ) == Path(expected)


def test_the_settings_file_of_argostranslate_is_heeded(tmp_path: Path) -> None:
    settings = tmp_path / "argos-translate" / "settings.json"
    settings.parent.mkdir()
    environ = {"HOME": "/h", "XDG_CONFIG_HOME": str(tmp_path)}
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": "/from/settings"}))
    assert packages_folder(environ) == Path("/from/settings")
    assert packages_folder(environ | {"ARGOS_PACKAGES_DIR": "/p"}) == Path("/p")
    for text in ("{", "[]", '{"ARGOS_PACKAGES_DIR": 5}'):
        settings.write_text(text)
        assert packages_folder(environ) == Path("/h/.local/share/argos-translate/packages")


def test_downloads_lie_in_the_cache() -> None:
    assert downloads_folder({"HOME": "/h"}) == Path("/h/.cache/nashra/downloads")
    assert downloads_folder({"HOME": "/h", "XDG_CACHE_HOME": "/c"}) == Path("/c/nashra/downloads")


def test_versions_are_compared_by_their_numbers() -> None:
    assert sorted(["1.10", "1.9", "2", "1.0", "1.9.1"], key=version_key) == ["1.0", "1.9", "1.9.1", "1.10", "2"]


def test_the_newest_version_of_a_pair_is_used_and_the_first_folder_among_equals() -> None:
    found = [
        Package("ar", "en", version, Path(name), "bpe") for version, name in (("1.0", "a"), ("1.5", "b"), ("1.5", "c"))
    ]
    assert newest(found) == {("ar", "en"): found[1]}


def test_no_folder_holds_no_packages(tmp_path: Path) -> None:
    assert packages_in(tmp_path / "none") == ([], [])


def test_damaged_packages_are_reported_and_the_others_listed(cipher_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "good").symlink_to(cipher_folder / "translate-ar_en-1_0")
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "metadata.json").write_text("[]")
    (tmp_path / "sbd").mkdir()
    (tmp_path / "sbd" / "metadata.json").write_text('{"type": "sbd"}')
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "index.json").write_text("[]")
    found, problems = packages_in(tmp_path)
    assert [package.id for package in found] == ["ar_en-1.0"]
    assert [problem.path for problem in problems] == [tmp_path / "empty", tmp_path / "odd" / "metadata.json"]
