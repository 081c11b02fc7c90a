"""`nashra models`, as its users call it, against a local server in the place of the public list."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.argos_packages import AR_EN, Recipe, build_package
from support.commands import article_text, nashra, write_site
from support.hub import COMMIT, serve_hub
from support.model_families import converted, marian_release, zipped
from support.random_package import random_tokenizer
from support.web_server import Page, Server, serve


class Bench:
    """A folder to work in, with a packages folder and download folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.packages = root / "packages"
        self.env = {
            "ARGOS_PACKAGES_DIR": str(self.packages),
            "XDG_CACHE_HOME": str(root / "cache"),
            "XDG_CONFIG_HOME": str(root / "config"),
        }

    def models(self, *args: str | Path, status: int = 0, cwd: Path | None = None) -> CompletedProcess[str]:
        done = nashra("models", *args, cwd=cwd or self.root, env=self.env)
        assert done.returncode == status, done.stdout + done.stderr
        return done

    def installed(self) -> list[str]:
        return [row["package"] for row in json.loads(self.models("list", "--json").stdout)]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def server(cipher_packages: dict[str, Path]) -> Iterator[Server]:
    """An index of the public one's shape: ar->en and en->fr, ipfs links among them, and entries to pass over."""
    pages = {f"/{pair}.argosmodel": Page(path.read_bytes()) for pair, path in cipher_packages.items()}
    with serve(pages) as server:
        entries = [
            {"from_code": pair[:2], "to_code": pair[3:], "package_version": "1.0", "code": f"translate-{pair}"}
            | {"links": [f"ipfs://{pair}", f"{server.url}/gone.argosmodel", f"{server.url}/{pair}.argosmodel"]}
            for pair in cipher_packages
        ]
        entries += [
            {"from_code": "en", "to_code": "ar", "package_version": "1.0", "links": [f"{server.url}/en_ar.argosmodel"]},
            {"from_code": "fr", "to_code": "en", "package_version": "1.9", "links": [f"{server.url}/fr_en.argosmodel"]},
            {"from_code": "ar", "to_code": "en", "type": "sbd", "package_version": "2.0", "links": [f"{server.url}/x"]},
        ]
        pages["/index.json"] = Page(json.dumps(entries).encode())
        yield server


def test_a_file_and_a_folder_are_installed_and_listed(
    bench: Bench, cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    # as a file manager packs it again, with litter beside the folder
    packed = shutil.copy(cipher_packages["ar_en"], tmp_path / "packed.argosmodel")
    with zipfile.ZipFile(packed, "a") as zipped:
        zipped.writestr("__MACOSX/._translate-ar_en-1_0", b"x")
    done = bench.models("install", packed)
    assert done.stdout == f"installed ar_en-1.0 in {bench.packages / 'translate-ar_en-1_0'}\n"
    bench.models("install", cipher_packages["ar_en"].parent)
    assert bench.installed() == ["ar_en-1.0", "en_fr-1.0"]
    table = bench.models("list").stdout
    assert "sentencepiece" in table
    assert "used for" not in table  # no site here


def test_what_cannot_be_installed_does_not_keep_the_others_back(
    bench: Bench, cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "bad.argosmodel").write_bytes(b"PK no zip")
    done = bench.models("install", "bad.argosmodel", "nowhere.argosmodel", cipher_packages["en_fr"], status=1)
    assert "bad.argosmodel: " in done.stderr
    assert "nowhere.argosmodel: there is no such file" in done.stderr
    assert bench.installed() == ["en_fr-1.0"]


def test_languages_are_installed_from_the_list_with_the_pivot(bench: Bench, server: Server) -> None:
    # fr->ar is wanted too, which needs packages that the server lists and does not have
    done = bench.models("install", "ar", "fr", "--index", f"{server.url}/index.json", status=1)
    assert "cannot be downloaded" in done.stderr
    assert bench.installed() == ["ar_en-1.0", "en_fr-1.0"]  # in the order of the need, until the first that failed
    assert {path for path, _ in server.requests} == {
        "/index.json",
        "/gone.argosmodel",
        "/ar_en.argosmodel",
        "/en_fr.argosmodel",
        "/fr_en.argosmodel",
    }


def test_sizes_and_memory_are_told_before_anything_is_downloaded(
    bench: Bench, server: Server, cipher_packages: dict[str, Path]
) -> None:
    page = server.pages["/en_fr.argosmodel"]
    page.fails = [404]
    done = bench.models("install", "en", "fr", "--from", "en", "--index", server.url, status=1)
    size = len(page.body) / 1e6
    assert done.stdout.splitlines() == [
        f"to download: en_fr-1.0, {size:.1f} MB",
        f"{size:.1f} MB in all; translating with them takes about 240 MB of memory",
    ]
    assert bench.installed() == []


def test_a_site_gets_what_its_languages_need_and_no_more(bench: Bench, server: Server, tmp_path: Path) -> None:
    root = write_site(bench.root / "site", {})
    index = tmp_path / "list.json"
    index.write_bytes(server.pages["/index.json"].body)
    # the list is a file of this machine
    done = bench.models("install", "--from", "ar", "--index", index, cwd=root)
    assert bench.installed() == ["ar_en-1.0", "en_fr-1.0"]
    assert "fr_en" not in done.stdout + done.stderr
    assert "list.json: the list of packages cannot be read" in bench.models(
        "list", "--available", "--index", tmp_path / "none/list.json", status=1
    ).stderr  # fmt: skip


def test_languages_that_are_all_there_need_nothing(bench: Bench, server: Server, tmp_path: Path) -> None:
    for pair in ("ar_en", "en_ar"):
        bench.models("install", build_package(tmp_path / "files", Recipe(pair[:2], pair[3:], AR_EN)))
    bench.env["ARGOS_PACKAGE_INDEX"] = server.url + "/"
    done = bench.models("install", "ar", "en", "ar")
    assert done.stdout == "nothing to install: the packages for ar, en are there\n"
    assert [path for path, _ in server.requests] == ["/index.json"]


def test_a_download_that_broke_off_goes_on_where_it_was(bench: Bench, server: Server) -> None:
    page = server.pages["/ar_en.argosmodel"]
    page.cut = [1_000]
    done = bench.models("install", f"{server.url}/ar_en.argosmodel")
    assert "\ninstalled ar_en-1.0 in " in done.stdout
    assert [asked for path, asked in server.requests] == [None, "bytes=1000-"]
    assert "100 %" in done.stderr
    assert not list((bench.root / "cache").rglob("*.part"))


def test_the_public_list_can_be_shown(bench: Bench, server: Server, cipher_packages: dict[str, Path]) -> None:
    bench.models("install", cipher_packages["ar_en"])
    lines = bench.models("list", "--available", "--index", server.url).stdout.splitlines()
    assert [line.split() for line in lines] == [
        ["package", "from", "to", "version", "installed"],
        ["ar_en-1.0", "ar", "en", "1.0", "yes"],
        ["en_ar-1.0", "en", "ar", "1.0"],
        ["en_fr-1.0", "en", "fr", "1.0"],
        ["fr_en-1.9", "fr", "en", "1.9"],
    ]
    rows = json.loads(bench.models("list", "--available", "--json", "--index", server.url).stdout)
    assert rows[0]["installed"] is True
    assert all(link.startswith("http://") for row in rows for link in row["links"])


def test_a_list_that_is_none_and_a_missing_pair_are_told(bench: Bench, server: Server) -> None:
    server.pages["/words/index.json"] = Page(b"words")
    assert "is not readable" in bench.models("list", "--available", "--index", f"{server.url}/words", status=1).stderr
    done = bench.models("install", "ar", "de", "--index", server.url, status=1)
    assert "no package for ar to de, de to ar" in done.stderr
    assert bench.installed() == []


def test_what_the_list_has_is_installed_and_what_it_lacks_told(bench: Bench, server: Server, tmp_path: Path) -> None:
    entries = json.loads(server.pages["/index.json"].body)
    index = tmp_path / "list.json"
    index.write_text(json.dumps([each for each in entries if each["from_code"] == "ar" or each["to_code"] == "fr"]))
    done = bench.models("install", "--index", index, cwd=write_site(bench.root / "site", {}), status=1)
    assert bench.installed() == ["ar_en-1.0", "en_fr-1.0"]
    assert done.stdout.count("installed ") == 2
    assert "there is no package for fr to ar, fr to en, en to ar" in done.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["install"], "say what"),
        (["install", "ar", "en", "--from", "fr"], "'fr' is none of the languages"),
        (["install", "ar"], "'ar' is one language"),
        (["install", "ftp://example.org/x.argosmodel"], "no http or https address"),
        (["verify", "--all"], "No such option"),
        (["remove"], "Missing argument"),
    ],
)
def test_wrong_usage_ends_with_two(bench: Bench, args: list[str], message: str) -> None:
    assert message in bench.models(*args, status=2).stderr


def test_packages_are_removed_by_name_all_or_none(bench: Bench, cipher_packages: dict[str, Path]) -> None:
    bench.models("install", *cipher_packages.values())
    done = bench.models("remove", "ar_en-1.0", "xx_yy-1.0", status=1)
    assert "there is no package 'xx_yy-1.0'" in done.stderr
    assert bench.installed() == ["ar_en-1.0", "en_fr-1.0"]
    assert bench.models("remove", "ar_en-1.0", "ar_en-1.0").stdout == "removed ar_en-1.0\n"
    assert bench.installed() == ["en_fr-1.0"]


def test_verify_finds_what_is_damaged(bench: Bench, cipher_packages: dict[str, Path]) -> None:
    assert "no packages in" in bench.models("verify").stdout
    bench.models("install", *cipher_packages.values())
    assert bench.models("verify").stdout == "ar_en-1.0: good\nen_fr-1.0: good\n"
    os.truncate(bench.packages / "translate-en_fr-1_0" / "model" / "model.bin", 1_000_000)
    done = bench.models("verify", status=1)
    assert done.stdout == "ar_en-1.0: good\n"
    assert "model.bin: the model cannot be used" in done.stderr
    assert "1 problem in all" in done.stderr
    assert bench.models("verify", "ar_en-1.0").stdout == "ar_en-1.0: good\n"
    assert "the model cannot be used" in bench.models("list", status=1).stderr


def test_in_a_site_the_list_says_what_each_package_is_for(bench: Bench, cipher_packages: dict[str, Path]) -> None:
    root = write_site(bench.root / "site", {})
    bench.models("install", *cipher_packages.values())
    places: list[tuple[Path, list[str | Path]]] = [(root, []), (bench.root, ["-C", root])]
    for cwd, where in places:
        lines = bench.models("list", *where, cwd=cwd).stdout.splitlines()
        assert [line.split("  ")[-1].strip() for line in lines[:3]] == ["used for", "ar-fr, ar-en", "ar-fr, en-fr"]
        assert lines[3] == "no way yet: fr-ar, fr-en, en-ar"
    rows = json.loads(bench.models("list", "--json", cwd=root).stdout)
    assert rows[0]["pairs"] == [["ar", "fr"], ["ar", "en"]]


def test_the_folder_that_a_site_sets_wins_over_the_environment(bench: Bench, cipher_packages: dict[str, Path]) -> None:
    root = write_site(bench.root / "site", {})
    toml = (root / "nashra.toml").read_text(encoding="utf-8")
    (root / "nashra.toml").write_text(toml + '[translate]\npackages = "../models"\n', encoding="utf-8")
    bench.models("install", cipher_packages["ar_en"], cwd=root)
    assert [path.name for path in (bench.root / "models").iterdir()] == ["translate-ar_en-1_0"]
    assert bench.installed() == []
    bench.models("remove", "ar_en-1.0", "-C", root)
    assert list((bench.root / "models").iterdir()) == []


@pytest.mark.parametrize("value", ["3", '""', '"a\\u0000b"', '"~nobody-of-that-name/models"'])
def test_an_impossible_folder_is_refused_with_its_line(bench: Bench, value: str) -> None:
    root = write_site(bench.root / "site", {})
    toml = (root / "nashra.toml").read_text(encoding="utf-8")
    (root / "nashra.toml").write_text(f"{toml}[translate]\npackages = {value}\n", encoding="utf-8")
    done = bench.models("list", cwd=root, status=2)
    assert "nashra.toml:7: `translate.packages`" in done.stderr


def test_a_wrong_site_is_an_error_and_not_passed_over(bench: Bench) -> None:
    assert "nowhere" in bench.models("list", "-C", "nowhere", status=2).stderr


def test_a_model_of_another_family_is_installed_listed_and_translates_a_site(
    bench: Bench, cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    text = article_text("عنوان", "وصل الوفد إلى القاعة.")
    root = write_site(bench.root / "site", {"content/articles/2024/07/18-3f9a1c/ar.md": text})
    release = zipped(marian_release(tmp_path / "x"), tmp_path / "opus-2020-07-08.zip")
    with serve({"/Tatoeba-MT-models/ara-eng/opus-2020-07-08.zip": Page(release.read_bytes())}) as server:
        address = f"{server.url}/Tatoeba-MT-models/ara-eng/opus-2020-07-08.zip"
        done = bench.models("install", address, cwd=root)
    assert "\n  opus-mt, translates ar-en\n  licence: CC-BY 4.0\n" in done.stdout
    assert "MB as int8, " in done.stdout
    bench.models("install", cipher_packages["ar_en"], cwd=root)
    (row,) = [row for row in json.loads(bench.models("list", "--json", cwd=root).stdout) if row["kind"] == "opus-mt"]
    assert (row["licence"], row["address"], row["pairs"]) == ("CC-BY 4.0", address, [["ar", "en"]])
    assert "good" in bench.models("verify", row["package"], cwd=root).stdout
    nashra("translate", "--to", "en", cwd=root, env=bench.env)
    english = (root / "content/articles/2024/07/18-3f9a1c/en.md").read_text("utf-8")
    assert f"engine: ctranslate2 {row['package']}\n" in english
    bench.models("remove", row["package"], cwd=root)
    assert bench.installed() == ["ar_en-1.0"]


def test_no_model_is_used_that_takes_more_memory_than_is_allowed(
    bench: Bench, cipher_packages: dict[str, Path]
) -> None:
    text = article_text("عنوان", "وصل الوفد إلى القاعة.")
    root = write_site(bench.root / "site", {"content/articles/2024/07/18-3f9a1c/ar.md": text})
    bench.models("install", cipher_packages["ar_en"], cwd=root)
    english = root / "content/articles/2024/07/18-3f9a1c/en.md"
    done = nashra("translate", "--to", "en", "--limit-memory", "100 MB", cwd=root, env=bench.env)
    assert done.returncode == 1
    assert "ar_en-1.0 is passed over: translating with it takes about 24" in done.stderr
    assert "MB of memory, more than the limit of 100 MB" in done.stderr
    assert "no installed package leads from ar to en" in done.stderr
    assert not english.exists()
    done = nashra("translate", "--to", "en", "--limit-memory", "much", cwd=root, env=bench.env)
    assert (done.returncode, "'much' is no size; write 800MB or 1.5GB" in done.stderr) == (2, True)
    settings = (root / "nashra.toml").read_text("utf-8")
    for value, message in (("400", "must be text"), ('"400"', "is '400', no size (write it as \"800 MB\"")):
        (root / "nashra.toml").write_text(f"{settings}\n[translate]\nlimit_memory = {value}\n", "utf-8")
        assert f"`translate.limit_memory` {message}" in bench.models("list", cwd=root, status=2).stderr
    (root / "nashra.toml").write_text(f'{settings}\n[translate]\nlimit_memory = "0.3 GB"\n', "utf-8")
    assert nashra("translate", "--to", "en", cwd=root, env=bench.env).returncode == 0
    assert english.exists()


def test_a_model_whose_languages_are_not_said_asks_for_them(bench: Bench, tmp_path: Path) -> None:
    made = marian_release(tmp_path / "x", readme="# a model\n")
    done = bench.models("install", made, status=1)
    assert "which languages it translates is not said (say it: --pair ar-en)" in done.stderr
    assert "ar_en" not in bench.models("install", made, "--pair", "ar-en").stdout
    assert bench.models("install", made, "--pair", "ar", status=2)


def test_recommended_models_are_shown_with_their_sources(bench: Bench) -> None:
    lines = bench.models("recommend", "ar", "en").stdout.splitlines()
    assert lines[0].split()[:3] == ["pair", "model", "BLEU"]
    (row,) = [line.split() for line in lines if " opus-mt-tc-big-ar-en " in line]
    mark = next(word for word in row if word.startswith("["))
    (source,) = [line.split()[1] for line in lines if line.startswith(f"  {mark} ")]
    assert source == "https://huggingface.co/Helsinki-NLP/opus-mt-tc-big-ar-en"
    rows = json.loads(bench.models("recommend", "--json").stdout)
    assert all(figure["source"].startswith("https://") for row in rows for figure in row["figures"])
    assert "none for xx, yy" in bench.models("install", "--best", "xx", "yy", status=1).stderr


def test_the_best_models_come_from_wherever_they_are_and_better_ones_are_named(
    bench: Bench, server: Server, tmp_path: Path
) -> None:
    pytest.importorskip("huggingface_hub", reason="NOT TESTED: pip install 'nashra[hub]'")
    if find_spec("torch") is not None:
        pytest.skip("with what converts models others are the best")
    tokenizer = random_tokenizer()[0]
    made = converted(tmp_path / "quickmt-fr-en", {"joint.spm.model": tokenizer})
    with serve_hub({"quickmt/quickmt-fr-en": made}, []) as address:
        bench.env |= {"HF_ENDPOINT": address, "HF_HOME": str(bench.root / "hub")}
        done = bench.models("install", "--best", "fr", "en", "--index", server.url)
    assert (
        "better, once `pip install 'nashra[convert]'` was run: opus-mt-tc-big-fr-en, opus-mt-tc-big-en-fr"
        in done.stdout
    )
    assert "  quickmt, translates fr-en\n" in done.stdout
    assert bench.installed() == ["en_fr-1.0", "quickmt-fr-en-1.0"]


def test_what_comes_from_a_hub_is_as_the_hub_has_it_and_goes_on_where_it_broke_off(
    bench: Bench, tmp_path: Path
) -> None:
    pytest.importorskip("huggingface_hub", reason="NOT TESTED: pip install 'nashra[hub]'")
    spoilt, breaks, sent = {"opus.npz"}, {"opus.npz": 1_000}, list[str]()
    models = {"editors/opus-mt-ar-en": marian_release(tmp_path / "x")}
    with serve_hub(models, sent, spoilt=spoilt, breaks=breaks) as address:
        bench.env |= {"HF_ENDPOINT": address, "HF_HOME": str(bench.root / "hub")}
        told = bench.models("install", "hf:editors/opus-mt-ar-en", status=1).stderr
        assert "opus.npz did not come as the hub has it: its checksum is another (run the command again" in told
        assert sent.count("main/opus.npz") + sent.count(f"{COMMIT}/opus.npz") == 2
        assert bench.installed() == []
        spoilt.clear()
        bench.models("install", "hf:editors/opus-mt-ar-en")
        assert len(bench.installed()) == 1


def test_a_model_of_a_hub_is_installed_by_its_name_and_revision(bench: Bench, tmp_path: Path) -> None:
    pytest.importorskip("huggingface_hub", reason="NOT TESTED: pip install 'nashra[hub]'")
    model = marian_release(tmp_path / "x")
    (model / "training.log").write_text("not wanted\n", "utf-8")
    other = tmp_path / "y"
    other.mkdir()
    for name in ("source.spm", "target.spm", "vocab.json", "model.safetensors", "pytorch_model.bin", "tf_model.h5"):
        (other / name).write_text("{}", "utf-8")
    (other / "config.json").write_text('{"model_type": "marian"}', "utf-8")
    foreign = tmp_path / "z"
    foreign.mkdir()
    (foreign / "config.json").write_text('{"model_type": "bert"}', "utf-8")
    (foreign / "model.safetensors").write_text("{}", "utf-8")
    sent: list[str] = []
    models = {"editors/opus-mt-ar-en": model, "editors/opus-mt-en-ar": other, "editors/bert": foreign}
    with serve_hub(models, sent) as address:
        bench.env |= {"HF_ENDPOINT": address, "HF_HOME": str(bench.root / "hub")}
        done = bench.models("install", "hf:editors/opus-mt-ar-en@v1.2")
        (row,) = json.loads(bench.models("list", "--json").stdout)
        assert (row["from"], row["to"], row["kind"]) == ("ar", "en", "opus-mt")
        assert row["address"] == f"{address}/editors/opus-mt-ar-en/tree/{COMMIT}"
        assert f"installed {row['package']} in " in done.stdout
        assert f"{COMMIT}/decoder.yml" in sent and not any("training.log" in path for path in sent)
        # what the cache has is not fetched again
        number = len(sent)
        bench.models("remove", row["package"])
        bench.models("install", "hf:editors/opus-mt-ar-en@v1.2")
        assert len(sent) == number
        wrong = (
            "hf:editors/none",
            "hf:editors/opus-mt-ar-en@v9",
            "hf:editors/opus-mt-en-ar",
            "hf:editors/bert",
            "hf:editors",
        )
        told = bench.models("install", *wrong, status=1).stderr
    assert "the hub has no model editors/none" in told
    assert "the hub has no 'v9' of editors/opus-mt-ar-en" in told
    if find_spec("transformers") is None:
        assert "hf:editors/opus-mt-en-ar: it is a Transformers model, which has to be converted once" in told
        assert "pip install 'nashra[convert]'" in told
        # what cannot be used is not fetched
        assert not any(path.endswith(("model.safetensors", "pytorch_model.bin")) for path in sent)
    assert "hf:editors/bert: it is a model of the kind `bert`" in told
    assert not any(path.endswith(("pytorch_model.bin", "tf_model.h5")) for path in sent)
    assert "'hf:editors' names no model of a hub (it is hf:OWNER/NAME" in told
    assert "cannot be fetched" in bench.models("install", "hf:editors/gone", status=1).stderr
