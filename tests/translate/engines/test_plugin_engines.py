"""Engines of other distributions, installed as their users install them and used by command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nashra.kit.errors import NashraError
from nashra.translate.chain import translate_segments
from nashra.translate.engines.hop import Hop
from nashra.translate.engines.joined import JoinedEngine, label
from nashra.translate.memory import Memory
from nashra.translate.models.routes import route
from support.commands import SOURCE, article_text, nashra, write_site

DOCS = Path(__file__).parents[3] / "docs" / "engines.md"
SPOILT = """
import os
from upper_engine import UpperEngine

class SpoiltEngine(UpperEngine):
    name = "spoilt"
    def stream(self, hop, segments):
        answers = list(super().stream(hop, segments))
        first = answers[0][1]
        yield answers[0]
        number = answers[1][0]
        how = os.environ["HOW"]
        if how == "exception": raise ZeroDivisionError("no such luck")
        if how == "exit early": return
        if how == "exhausted": next(iter(()))
        answers[1] = {
            "none": (number, None), "nothing": None, "bytes": (number, first.encode()), "an integer": (number, 7),
            "negative": (-1, first), "beyond": (len(answers), first), "twice": (0, first), "a truth": (True, first),
            "half a pair": (number, "\\ud800"), "a zero byte": (number, "A\\0B"), "three": (number, first, 1),
            "a word": "word",
        }[how]
        yield from answers[1:]

class Careless(UpperEngine):
    name = "careless"
    def offers(self, packages):
        if os.environ["HOW"] == "offers none": return [None]
        if os.environ["HOW"] == "offers fails": raise KeyError("ar")
        return super().offers(packages)
    def fingerprint(self, hop):
        if os.environ["HOW"] == "no fingerprint": return None
        if os.environ["HOW"] == "two lines": return "a\\nb"
        return "careless"
    def close(self):
        if os.environ["HOW"] == "close": raise OSError("still busy")

class Unfinished:
    def __init__(self, settings): self.name = "unfinished"

def explodes(settings):
    raise RuntimeError("no licence")
"""


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH with the engine of docs/engines.md, and with engines that fail, installed by pip."""
    source = tmp_path_factory.mktemp("source")
    blocks = DOCS.read_text(encoding="utf-8").split("```")
    program = next(block.removeprefix("python\n") for block in blocks if block.startswith("python\n"))
    project = next(block.removeprefix("toml\n") for block in blocks if block.startswith("toml\n"))
    assert len(program.splitlines()) <= 30
    (source / "upper_engine.py").write_text(program, encoding="utf-8")
    (source / "spoilt_engine.py").write_text(SPOILT, encoding="utf-8")
    more = 'spoilt = "spoilt_engine:SpoiltEngine"\ncareless = "spoilt_engine:Careless"\n'
    more += 'unfinished = "spoilt_engine:Unfinished"\nexplodes = "spoilt_engine:explodes"\n\n[tool'
    project = project.replace('"upper_engine.py"]', '"upper_engine.py", "spoilt_engine.py"]').replace(
        "\n[tool", more + "", 1
    )
    (source / "pyproject.toml").write_text(project, encoding="utf-8")
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    done = subprocess.run([*pip, "--target", str(target), str(source)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target


def site(tmp_path: Path, engine: str) -> Path:
    root = write_site(
        tmp_path,
        {
            "content/articles/2024/07/18-aaaaaa/en.md": article_text(
                "Rain over Fes", "It rained for hours. Roads were closed. Schools stayed open.", lang="en"
            )
        },
    )
    toml = root / "nashra.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + f'\n[translate]\nengine = "{engine}"\n', encoding="utf-8")
    return root


def run(root: Path, plugins: Path, *args: str, how: str = "") -> subprocess.CompletedProcess[str]:
    path = f"{SOURCE}:{plugins}"
    return nashra(*args, cwd=root, env={"PYTHONPATH": path, "HOW": how, "ARGOS_PACKAGES_DIR": str(root / "none")})


def test_the_engine_of_the_documentation_translates_without_a_single_package(tmp_path: Path, plugins: Path) -> None:
    root = site(tmp_path, "upper")
    done = run(root, plugins, "translate", "--to", "fr")
    assert done.returncode == 0, done.stderr
    text = (root / "content/articles/2024/07/18-aaaaaa/fr.md").read_text(encoding="utf-8")
    assert "IT RAINED FOR HOURS. ROADS WERE CLOSED." in text
    assert "engine: upper capitals-1" in text


def test_the_pairs_of_an_engine_are_listed_with_those_of_packages(tmp_path: Path, plugins: Path) -> None:
    done = run(site(tmp_path, "upper"), plugins, "models", "list")
    assert "no way yet" in done.stdout
    assert "en-fr" not in done.stdout.split("no way yet")[1]


def test_an_engine_that_is_not_installed_leaves_the_list_of_models_readable(tmp_path: Path) -> None:
    done = nashra("models", "list", cwd=site(tmp_path, "argostranslate"), env={"ARGOS_PACKAGES_DIR": str(tmp_path)})
    assert "no packages" in done.stdout


FAULTS = {
    "exception": "failed: ZeroDivisionError: no such luck",
    "exit early": "leaves 3 of 4 segments without an answer",
    "exhausted": "failed: RuntimeError",
    "none": "which is no text",
    "nothing": "leaves 3 of 4 segments",
    "bytes": "which is no text",
    "an integer": "which is no text",
    "negative": "answers for segment -1 of 4",
    "beyond": "answers for segment 4 of 4",
    "twice": "answers twice for segment 0",
    "a truth": "answers for segment True",
    "half a pair": "characters that no file can hold",
    "a zero byte": "characters that no file can hold",
    "three": "where a number and a text belong",
    "a word": "where a number and a text belong",
}


@pytest.mark.parametrize("how", FAULTS)
def test_an_engine_that_breaks_the_agreement_is_told_and_nothing_is_written(
    how: str, tmp_path: Path, plugins: Path
) -> None:
    root = site(tmp_path, "spoilt")
    done = run(root, plugins, "translate", "--to", "fr", how=how)
    assert done.returncode == 1
    assert "the engine spoilt" in done.stderr
    assert FAULTS[how] in done.stderr
    assert not (root / "content/articles/2024/07/18-aaaaaa/fr.md").exists()
    assert not list((root / ".nashra").glob("*damaged*"))
    with Memory(root / ".nashra" / "memory.sqlite") as memory:
        assert not memory.problems
        units = list(memory.units())
    # the one right answer is kept
    assert [(unit.source, unit.target) for unit in units] == [(units[0].source, units[0].source.upper())]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("offers none", "offers a pair whose `from_code` is None"),
        ("offers fails", "failed: KeyError"),
        ("no fingerprint", "fingerprint None"),
        ("two lines", "no line of text"),
    ],
)
def test_an_engine_that_tells_no_pairs_or_no_fingerprint_is_told(
    how: str, said: str, tmp_path: Path, plugins: Path
) -> None:
    done = run(site(tmp_path, "careless"), plugins, "translate", "--to", "fr", how=how)
    assert done.returncode == 1
    assert said in done.stderr


def test_an_engine_that_cannot_close_has_its_words_kept(tmp_path: Path, plugins: Path) -> None:
    root = site(tmp_path, "careless")
    done = run(root, plugins, "translate", "--to", "fr", how="close")
    assert done.returncode == 1
    assert "the engine careless failed: OSError: still busy" in done.stderr
    assert "ROADS WERE CLOSED" in (root / "content/articles/2024/07/18-aaaaaa/fr.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("engine", "said"),
    [("unfinished", "it has no `problems`"), ("explodes", "cannot be loaded: RuntimeError: no licence")],
)
def test_what_is_no_engine_is_refused_with_the_reason(engine: str, said: str, tmp_path: Path, plugins: Path) -> None:
    done = run(site(tmp_path, engine), plugins, "translate", "--to", "fr")
    assert done.returncode != 0
    assert said in done.stderr


class Tagging:
    """An engine for some pairs, which sets its name before every segment."""

    def __init__(self, name: str, *pairs: tuple[str, str]) -> None:
        self.name = name
        self.problems: list[object] = []
        self._pairs = pairs

    def offers(self, packages: object) -> list[Hop]:
        return [Hop(*pair, f"{self.name}-1") for pair in self._pairs]

    def fingerprint(self, hop: Hop) -> str:
        return self.name

    def stream(self, hop: Hop, segments: list[str]) -> list[tuple[int, str]]:
        return [(index, f"{self.name} {segment}") for index, segment in enumerate(segments)]

    def close(self) -> None:
        pass


def test_a_route_takes_each_hop_from_the_engine_that_offers_it(tmp_path: Path) -> None:
    engine = JoinedEngine([Tagging("own", ("en", "fr")), Tagging("packages", ("ar", "en"), ("en", "fr"))])  # type: ignore[list-item]
    way = route(engine.offers([]), "ar", "fr")
    with Memory(tmp_path / "memory.sqlite") as memory:
        assert translate_segments(engine, memory, way, ["نعم"]) == ["own packages نعم"]
    assert label(engine, way) == "packages packages-1 + own own-1"


def test_a_direct_way_beats_one_over_english_whoever_offers_it(tmp_path: Path) -> None:
    engine = JoinedEngine([Tagging("over", ("ar", "en"), ("en", "fr")), Tagging("direct", ("ar", "fr"))])  # type: ignore[list-item]
    assert [hop.id for hop in route(engine.offers([]), "ar", "fr")] == ["direct-1"]


def test_a_text_that_the_memory_cannot_hold_does_not_count_as_damage(tmp_path: Path) -> None:
    with Memory(tmp_path / "memory.sqlite") as memory:
        memory.put_many(("ar", "en"), "x", [("نعم", "yes")])
        with pytest.raises(NashraError, match="refuses a text"):
            memory.put_many(("ar", "en"), "x", [("لا", None)])  # type: ignore[list-item]
        assert memory.get_many(("ar", "en"), "x", ["نعم"]) == {"نعم": "yes"}
        assert not memory.problems
