"""Installing packages: good ones appear whole, hostile and damaged ones leave nothing behind."""

from __future__ import annotations

import os
import stat
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.models import unpack
from nashra.translate.models.checksums import record
from nashra.translate.models.install import install, remove, verify
from nashra.translate.models.packages import installed, packages_in
from nashra.translate.models.staging import staging
from support.argos_packages import AR_EN, Recipe, build_package, metadata_json, write_zip

ROOT = "translate-ar_en-1_0"
RECIPE = Recipe("ar", "en", AR_EN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "argos" / "packages"


@pytest.fixture
def good(cipher_packages: dict[str, Path]) -> dict[str, bytes]:
    """The entries of a sound package."""
    with zipfile.ZipFile(cipher_packages["ar_en"]) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def refused(path: Path, folder: Path) -> str:
    """The message with which `path` is refused, after making sure that nothing is left of it."""
    before = everything(folder.parent)
    with pytest.raises(TranslationError) as caught:
        install(path, folder)
    assert everything(folder.parent) - {folder} == before - {folder}
    assert installed(folder) == []
    (problem,) = caught.value.problems
    assert problem.path is not None
    return problem.message


def everything(top: Path) -> set[Path]:
    return set(top.rglob("*")) if top.exists() else set()


def zip_of(tmp_path: Path, files: Mapping[str, bytes]) -> Path:
    path = tmp_path / "package.argosmodel"
    write_zip(path, files)
    return path


def test_an_installed_package_is_listed_and_translates(cipher_packages: dict[str, Path], folder: Path) -> None:
    (package,) = install(cipher_packages["ar_en"], folder)
    assert installed(folder) == [package]
    assert package.path == folder / ROOT
    assert (package.pair, package.version, package.kind, package.id) == (
        ("ar", "en"),
        "1.0",
        "sentencepiece",
        "ar_en-1.0",
    )
    assert package.size > package.model_size > 1_000_000
    assert [path.name for path in folder.parent.iterdir()] == ["packages"]
    with CTranslate2Engine(TranslateSettings(threads=1)) as engine:
        assert engine.translate(package, ["قال نعم."]) == ["qAl nEm."]


def test_a_folder_of_files_is_installed_whole(cipher_packages: dict[str, Path], folder: Path) -> None:
    found = install(cipher_packages["ar_en"].parent, folder)
    assert [package.id for package in found] == ["ar_en-1.0", "en_fr-1.0"]


def test_an_unpacked_package_is_installed_as_well(
    cipher_packages: dict[str, Path], folder: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(cipher_packages["ar_en"]) as zipped:
        zipped.extractall(tmp_path / "unpacked")
    (package,) = install(tmp_path / "unpacked" / ROOT, folder)
    assert package.path == folder / ROOT
    assert verify(package) == []


def test_what_a_file_manager_put_beside_the_package_is_left_out(
    folder: Path, tmp_path: Path, good: dict[str, bytes]
) -> None:
    litter = {f"__MACOSX/._{ROOT}": b"x", f"__MACOSX/{ROOT}/._metadata.json": b"x", ".DS_Store": b"x"}
    litter[f"{ROOT}/model/.DS_Store"] = b"x"
    (package,) = install(zip_of(tmp_path, litter | good), folder)
    assert verify(package) == []
    assert not [path for path in folder.parent.rglob("*") if "MACOSX" in path.name or "DS_Store" in path.name]


def test_a_link_in_an_unpacked_package_is_refused(
    cipher_packages: dict[str, Path], folder: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(cipher_packages["ar_en"]) as zipped:
        zipped.extractall(tmp_path / "unpacked")
    (tmp_path / "unpacked" / ROOT / "secret").symlink_to("/etc/passwd")
    assert "link" in refused(tmp_path / "unpacked" / ROOT, folder)


def test_installing_again_replaces_the_package_where_it_lies(folder: Path, tmp_path: Path) -> None:
    install(build_package(tmp_path, RECIPE), folder)
    (folder / ROOT).rename(folder / "as-argostranslate-named-it")
    path = build_package(tmp_path, Recipe("ar", "en", {**AR_EN, "ا": "X"}))
    (package,) = install(path, folder)
    assert package.path == folder / "as-argostranslate-named-it"
    assert installed(folder) == [package]
    assert [path.name for path in folder.iterdir()] == ["as-argostranslate-named-it"]
    with CTranslate2Engine(TranslateSettings(threads=1)) as engine:
        assert engine.translate(package, ["قال"]) == ["qXl"]


def test_a_refused_package_leaves_the_installed_one_alone(folder: Path, tmp_path: Path, good: dict[str, bytes]) -> None:
    (package,) = install(build_package(tmp_path, RECIPE), folder)
    before = everything(folder.parent)
    del good[f"{ROOT}/model/model.bin"]
    with pytest.raises(TranslationError):
        install(zip_of(tmp_path, good), folder)
    assert everything(folder.parent) == before
    assert verify(package) == []


def test_another_version_is_installed_beside(folder: Path, tmp_path: Path) -> None:
    for version in ("1.0", "1.10", "1.9"):
        install(build_package(tmp_path, Recipe("ar", "en", AR_EN, version)), folder)
    assert [package.version for package in installed(folder)] == ["1.10", "1.9", "1.0"]


def test_a_removed_package_is_gone(cipher_packages: dict[str, Path], folder: Path) -> None:
    (package,) = install(cipher_packages["ar_en"], folder)
    remove(package)
    assert everything(folder.parent) == {folder}
    with pytest.raises(TranslationError, match="cannot be removed"):
        remove(package)


def test_verify_finds_a_model_cut_off_later(cipher_packages: dict[str, Path], folder: Path) -> None:
    (package,) = install(cipher_packages["ar_en"], folder)
    assert verify(package) == []
    model = package.path / "model" / "model.bin"
    os.truncate(model, 1_000_000)
    (problem,) = verify(package)
    assert problem.path == model
    assert "cut off" in problem.message


def test_what_a_killed_install_left_is_cleared_and_what_another_is_at_is_not(
    cipher_packages: dict[str, Path], folder: Path
) -> None:
    abandoned = folder.parent / ".nashra-abandoned"
    for scratch in (abandoned, folder.parent / ".nashra-foreign"):
        (scratch / "half").mkdir(parents=True)
    abandoned.with_name(".nashra-abandoned.lock").touch()
    folder.mkdir()
    with staging(folder) as busy:
        install(cipher_packages["ar_en"], folder)
        assert {path.name for path in folder.parent.iterdir()} == {
            "packages",
            ".nashra-foreign",
            busy.name,
            f"{busy.name}.lock",
        }


def test_an_install_killed_anywhere_leaves_a_whole_package_or_none(
    cipher_packages: dict[str, Path], folder: Path
) -> None:
    script = (
        "import sys; from pathlib import Path; from nashra.translate import install; "
        "install._probe = lambda folder: None; print('ready', flush=True)\n"
        "while True: install.install(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    for milliseconds in (5, 40, 75, 110, 145, 180):
        command = [sys.executable, "-c", script, str(cipher_packages["ar_en"]), str(folder)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(milliseconds / 1000)
        process.kill()
        process.communicate()
        found, problems = packages_in(folder)
        assert problems == []
        assert {package.id for package in found} <= {"ar_en-1.0"}
    (package,) = install(cipher_packages["ar_en"], folder)
    assert verify(package) == []
    assert [path.name for path in folder.parent.iterdir()] == ["packages"]
    assert installed(folder) == [package]


def test_nothing_to_install_is_said_so(tmp_path: Path, folder: Path) -> None:
    assert "no such file" in refused(tmp_path / "gone.argosmodel", folder)
    (tmp_path / "empty").mkdir()
    assert "holds no .argosmodel file" in refused(tmp_path / "empty", folder)


@pytest.mark.parametrize("data", [b"", b"PK", b"<html>not found</html>", b"\0" * 5000])
def test_what_is_no_zip_is_refused(tmp_path: Path, folder: Path, data: bytes) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(data)
    assert "no whole zip file" in refused(path, folder)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_cut_off_anywhere_is_refused(
    cipher_packages: dict[str, Path], tmp_path: Path, folder: Path, share: float
) -> None:
    data = cipher_packages["ar_en"].read_bytes()
    path = tmp_path / "x.argosmodel"
    path.write_bytes(data[: int(len(data) * share)])
    assert "no whole zip file" in refused(path, folder)


def test_a_byte_that_changed_is_noticed(cipher_packages: dict[str, Path], tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "x.argosmodel"
    for position in (60, 5_000, 20_000):
        data = bytearray(cipher_packages["ar_en"].read_bytes())
        data[position] ^= 0xFF
        path.write_bytes(data)
        assert refused(path, folder)


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        f"{ROOT}/../../evil",
        "/etc/evil",
        f"{ROOT}//evil",
        f"{ROOT}/./evil",
        f"{ROOT}\\..\\evil",
        "C:/evil",
        f"{ROOT}/a:stream",
        f"{ROOT}/evil.",
        f"{ROOT}/evil\n",
        f"{ROOT}/{'x' * 300}",
        "..",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, folder: Path, good: dict[str, bytes], name: str) -> None:
    assert "package is refused: it holds a name" in (
        message := refused(zip_of(tmp_path, good | {name: b"evil"}), folder)
    ) or ("absolute name" in message)
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, folder: Path, good: dict[str, bytes], kind: int) -> None:
    path = zip_of(tmp_path, good)
    with zipfile.ZipFile(path, "a") as zipped:
        entry = zipfile.ZipInfo(f"{ROOT}/secret")
        entry.create_system = 3
        entry.external_attr = (kind | 0o777) << 16
        zipped.writestr(entry, "/etc/passwd")
    assert "a link or a device" in refused(path, folder)


def test_a_name_that_comes_twice_is_refused(tmp_path: Path, folder: Path, good: dict[str, bytes]) -> None:
    assert "a name twice" in refused(zip_of(tmp_path, good | {f"{ROOT}/METADATA.json": b"{}"}), folder)


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, folder: Path, good: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zip_of(tmp_path, good | {f"{ROOT}/zeros": bytes(80 << 20)})
    assert "too well compressed" in refused(bomb, folder)
    monkeypatch.setattr(unpack, "MAX_BYTES", 1 << 20)
    assert "unpacks to" in refused(zip_of(tmp_path, good), folder)
    monkeypatch.setattr(unpack, "MAX_ENTRIES", 3)
    assert "6 files" in refused(zip_of(tmp_path, good), folder)


def test_a_file_larger_than_it_says_is_refused(tmp_path: Path, folder: Path, good: dict[str, bytes]) -> None:
    path = zip_of(tmp_path, good)
    data = bytearray(path.read_bytes())
    # The size of the first entry in the central directory, 24 bytes after its signature.
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 5)
    path.write_bytes(data)
    assert refused(path, folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({f"{ROOT}/metadata.json": None}, "no metadata.json"),
        ({f"{ROOT}/metadata.json": b"{"}, "not JSON"),
        ({f"{ROOT}/metadata.json": b"[]"}, "not a table"),
        ({f"{ROOT}/metadata.json": b"[" * 100_000}, "not JSON"),
        ({f"{ROOT}/metadata.json": b" " * (2 << 20)}, "too large"),
        ({f"{ROOT}/model/model.bin": None}, "no model/model.bin"),
        ({f"{ROOT}/model/model.bin": b""}, "cut off"),
        ({f"{ROOT}/model/model.bin": b"not a model at all, just text"}, "no CTranslate2 model"),
        ({f"{ROOT}/sentencepiece.model": None}, "no tokenizer"),
        ({f"{ROOT}/sentencepiece.model": b"damaged"}, "tokenizer is damaged"),
        ({f"{ROOT}/model/shared_vocabulary.json": None}, "CTranslate2 cannot open the model"),
        ({f"{ROOT}/model/shared_vocabulary.json": b"{"}, "CTranslate2 cannot open the model"),
        ({f"{ROOT}/model/config.json": b"{"}, "CTranslate2 cannot open the model"),
        ({"other/file": b""}, "exactly one folder"),
        ({"file": b""}, "exactly one folder"),
    ],
)
def test_a_package_without_its_parts_is_refused(
    tmp_path: Path, folder: Path, good: dict[str, bytes], change: dict[str, bytes | None], message: str
) -> None:
    files = {name: data for name, data in (good | change).items() if data is not None}
    assert message in refused(zip_of(tmp_path, files), folder)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"type": "sbd"}, "it does not translate"),
        ({"type": 5}, "it does not translate"),
        ({"from_code": None}, "`from_code`"),
        ({"from_code": "../../x"}, "`from_code`"),
        ({"to_code": 7}, "`to_code`"),
        ({"to_code": "ar"}, "to itself"),
        ({"package_version": "../1"}, "`package_version`"),
        ({"package_version": []}, "`package_version`"),
        ({"target_prefix": 1}, "`target_prefix`"),
    ],
)
def test_metadata_that_is_wrong_is_refused(
    tmp_path: Path, folder: Path, good: dict[str, bytes], fields: dict[str, object], message: str
) -> None:
    good[f"{ROOT}/metadata.json"] = metadata_json(RECIPE, fields)
    assert message in refused(zip_of(tmp_path, good), folder)


@pytest.mark.parametrize(("fields", "name"), [({"type": None}, "ar_en-1.0"), ({"package_version": 1.5}, "ar_en-1.5")])
def test_metadata_as_the_public_packages_have_it_is_taken(
    tmp_path: Path, folder: Path, good: dict[str, bytes], fields: dict[str, object], name: str
) -> None:
    good[f"{ROOT}/metadata.json"] = metadata_json(RECIPE, fields)
    assert [package.id for package in install(zip_of(tmp_path, good), folder)] == [name]


def test_the_name_of_the_folder_in_the_zip_decides_nothing(
    tmp_path: Path, folder: Path, good: dict[str, bytes]
) -> None:
    files = {name.replace(ROOT, "some-other-package"): data for name, data in good.items()}
    (package,) = install(zip_of(tmp_path, files), folder)
    assert package.path == folder / ROOT


def test_a_folder_that_cannot_be_made_is_an_error_for_the_editor(
    tmp_path: Path, cipher_packages: dict[str, Path]
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TranslationError):
        install(cipher_packages["ar_en"], tmp_path / "file" / "packages")


def test_verify_knows_a_package_whose_files_were_exchanged(cipher_packages: dict[str, Path], folder: Path) -> None:
    (package,) = install(next(iter(cipher_packages.values())), folder)
    assert verify(package) == []
    metadata = package.path / "metadata.json"
    metadata.write_bytes(metadata.read_bytes() + b" \n")
    (problem,) = verify(package)
    assert "its checksum is another" in problem.message
    (package,) = install(next(iter(cipher_packages.values())), folder)
    assert verify(package) == []
    (package.path / "more.txt").write_text("x")
    assert len(verify(package)) == 1


def test_the_first_look_at_a_package_of_another_program_is_remembered(
    cipher_packages: dict[str, Path], folder: Path
) -> None:
    (package,) = install(next(iter(cipher_packages.values())), folder)
    record(folder).unlink()
    assert verify(package) == []
    (package.path / "more.txt").write_text("x")
    assert len(verify(package)) == 1
