"""`nashra translate --renew` and `--since`: after a better model, a new term; people's words stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.translate.models.install import install
from support.argos_packages import AR_EN, Recipe, build_package
from support.commands import article_text, nashra, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"
BODY = "وصل الوفد صباح اليوم.\n\nبدأ النقاش العمومي.\n\nوانتهى الخبر."


@pytest.fixture
def packages(cipher_packages: dict[str, Path], tmp_path: Path) -> Path:
    folder = tmp_path / "packages"
    for path in cipher_packages.values():
        install(path, folder)
    return folder


@pytest.fixture
def env(packages: Path) -> dict[str, str]:
    return {"ARGOS_PACKAGES_DIR": str(packages)}


@pytest.fixture
def root(tmp_path: Path, env: dict[str, str]) -> Path:
    site = write_site(tmp_path / "site", {f"{FOLDER}/ar.md": article_text("وصول الوفد", BODY)})
    assert nashra("translate", "--to", "en", cwd=site, env=env).returncode == 0
    return site


@pytest.fixture(scope="module")
def better(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newer package for the same pair, which writes "W" where the old one wrote "w"."""
    return build_package(tmp_path_factory.mktemp("better"), Recipe("ar", "en", {**AR_EN, "و": "W"}, "2.0"))


def body(root: Path) -> list[str]:
    text = (root / FOLDER / "en.md").read_text("utf-8")
    return text.rpartition("---\n\n")[2].rstrip("\n").split("\n\n")


def test_after_a_better_model_what_the_old_one_made_is_made_again_and_people_s_words_stay(
    root: Path, env: dict[str, str], packages: Path, better: Path
) -> None:
    version = root / FOLDER / "en.md"
    version.write_text(version.read_text("utf-8").replace("bd> AlnqA$ AlEmwmy.", "By a person."), "utf-8")
    install(better, packages)
    assert "nothing to translate" in nashra("translate", "--to", "en", cwd=root, env=env).stdout
    # a changed block is made by the new model; the head tells which made the others
    source = root / FOLDER / "ar.md"
    source.write_text(source.read_text("utf-8").replace("وانتهى الخبر", "وانتهى اليوم"), "utf-8")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert body(root) == ["wSl Alwfd SbAH Alywm.", "By a person.", "WAnthY AlyWm."]
    assert "older:\n    - ctranslate2 ar_en-1.0\n" in version.read_text("utf-8")
    done = nashra("translate", "--to", "en", "--since", "ar_en-2.0", "--dry-run", cwd=root, env=env)
    assert "2 blocks" in done.stdout
    assert nashra("translate", "--to", "en", "--since", "ar_en-2.0", cwd=root, env=env).returncode == 0
    assert body(root) == ["WSl AlWfd SbAH AlyWm.", "By a person.", "WAnthY AlyWm."]
    assert "title: WSWl AlWfd" in version.read_text("utf-8")
    assert "older" not in version.read_text("utf-8")
    before = version.read_bytes()
    assert "nothing to translate" in nashra("translate", "--to", "en", "--since", "ar_en-2.0", cwd=root, env=env).stdout
    assert nashra("translate", "--to", "en", "--renew", "3f9a1c", cwd=root, env=env).returncode == 0
    assert version.read_bytes() == before


def test_a_model_that_the_site_does_not_have_is_named_with_those_it_has(root: Path, env: dict[str, str]) -> None:
    done = nashra("translate", "--since", "fr_ar-3.0", cwd=root, env=env)
    assert done.returncode != 0
    assert "no way of this site uses a model called 'fr_ar-3.0'" in done.stderr
    assert "ar_en-1.0" in done.stderr
    done = nashra("translate", "--since", "ar_en-3.0", cwd=root, env=env)
    assert "ar_en-3.0 is not installed, but ar_en-1.0" in done.stderr


def test_a_term_that_came_later_shows_in_what_was_there_and_only_that_is_made_again(
    root: Path, env: dict[str, str]
) -> None:
    def open_places() -> list[str]:
        return [line for line in nashra("status", cwd=root).stdout.split("\n") if "block 2 to review: " in line]

    assert not any("names or terms" in line for line in open_places())
    (root / "content/terms.yaml").write_text("- {ar: النقاش العمومي, en: public debate}\n", "utf-8")
    assert any("names or terms not found" in line for line in open_places())
    assert "names or terms not found" in nashra("check", cwd=root).stdout
    done = nashra("review", "3f9a1c", "en", cwd=root)
    assert done.returncode == 1
    assert "left open, block 2: doubtful: " in done.stdout
    # the whole review made the rest a person's, so that it stays
    done = nashra("translate", "--to", "en", "--renew", "doubtful", cwd=root, env=env)
    assert "1 block translated" in done.stdout
    assert "public debate" in body(root)[1]
    assert not any("names or terms" in line for line in open_places())
    # a name that the registry gets later shows as well
    (root / "content/terms.yaml").unlink()
    (root / "content/entities").mkdir()
    names = root / "content/entities/events.yaml"
    names.write_text("- {id: palaver, type: event, names: {ar: النقاش العمومي, en: the Palaver}}\n", "utf-8")
    assert any("names or terms not found: palaver" in line for line in open_places())
    assert "names or terms not found: palaver" in nashra("check", cwd=root).stdout
