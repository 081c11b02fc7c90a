"""The plan of the house in docs/architecture.md, held against the imports."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from nashra.languages.known import SPECS
from nashra.languages.scripts import SCRIPTS
from nashra.render.ground.page import Page
from nashra.render.kinds.registry import KINDS
from nashra.render.plan.redirects import Redirect

SOURCE = Path(__file__).parents[1] / "generator" / "nashra"
MAX_LINES = 400

# Lowest first. Rooms of one floor do not know of each other.
FLOORS = (
    {"kit"},
    {"languages"},
    {"markup"},
    {"model"},
    {"head"},
    {"settings"},
    {"entities"},
    {"content"},
    {"versions"},
    {"stories"},
    {"ingest", "translate", "render", "starter", "publish"},
    {"building"},
    {"move_in", "pipeline", "sources"},
    {"checks", "archives", "mail"},
    {"cli"},
    {"__main__"},
)
INSIDE = {
    "render": ({"ground"}, {"reading"}, {"plan"}, {"shown"}, {"machines", "feeds", "search"}, {"kinds"}, {"site"}),
    "ingest": (
        {"words"},
        {"dates"},
        {"heads"},
        {"draft", "companion_files"},
        {"extract", "assembler"},
        {"page", "shells"},
        {"readers"},
        {"formats", "duplicates", "chosen_files"},
        {"worker"},
        {"batch"},
        {"inbox", "loose"},
    ),
}


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of the package that `path` imports, those inside functions and for types alone included."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "nashra":
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else node.module for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "nashra"}
    return found


@cache
def arrows() -> list[tuple[str, str]]:
    known = modules()
    return [(name, target) for name, path in sorted(known.items()) for target in sorted(imports(path, known))]


def floor(floors: tuple[set[str], ...], room: str) -> int:
    return next(number for number, rooms in enumerate(floors) if room in rooms)


# The public face stands above everything that it calls, and hands out the version, which everybody may read.
def between_rooms() -> list[tuple[str, str]]:
    return [(a, b) for a, b in arrows() if a != "nashra" and b != "nashra" and a.split(".")[1] != b.split(".")[1]]


def test_every_room_stands_on_a_floor() -> None:
    rooms = {name.split(".")[1] for name in modules() if name != "nashra"}
    assert rooms == set().union(*FLOORS)


def test_no_room_imports_from_its_own_floor_or_from_above() -> None:
    wrong = [(a, b) for a, b in between_rooms() if floor(FLOORS, a.split(".")[1]) <= floor(FLOORS, b.split(".")[1])]
    assert wrong == []


@pytest.mark.parametrize("room", sorted(INSIDE))
def test_inside_the_large_rooms_arrows_go_one_way_too(room: str) -> None:
    inside = [
        (a, b)
        for a, b in arrows()
        if all(name.startswith(f"nashra.{room}.") for name in (a, b)) and a.split(".")[2] != b.split(".")[2]
    ]
    assert inside
    floors = INSIDE[room]
    assert [(a, b) for a, b in inside if floor(floors, a.split(".")[2]) <= floor(floors, b.split(".")[2])] == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for name, target in arrows():
        if target != "nashra":
            graph.setdefault(name, set()).add(target)
    TopologicalSorter(graph).prepare()  # raises CycleError with the circle


def test_modules_stay_small_enough_to_read_in_one_go() -> None:
    long = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in modules().items()}
    assert {name: lines for name, lines in long.items() if lines > MAX_LINES} == {}


def test_nobody_outside_the_plan_asks_what_kind_a_page_is() -> None:
    kinds = {kind.__name__ for kind in page_kinds()}
    asking = []
    for name, path in modules().items():
        if ".render.plan." in name or ".render.kinds." in name:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
                asked = {part.id for part in ast.walk(node.args[1]) if isinstance(part, ast.Name)}
            elif isinstance(node, ast.MatchClass):
                asked = {part.id for part in ast.walk(node.cls) if isinstance(part, ast.Name)}
            else:
                continue
            asking += [(name, node.lineno) for kind in asked & kinds]
    assert asking == []


def test_every_kind_of_page_is_in_the_registry() -> None:
    # a redirect is no page of the plan and has a renderer to itself
    assert set(KINDS) == set(page_kinds()) - {Redirect}


# What is about one language and no data: the language that Pelican takes where nobody says. "it" is an element of TMX.
NAMES_A_LANGUAGE = {
    "move_in.pelican",
    "translate.exchange.tmx",
}


def test_no_language_is_named_outside_languages_and_the_texts_of_a_new_site() -> None:
    # tr is a row of HTML as well
    codes = {*SPECS, *(script.language for script in SCRIPTS.values()), "zgh"} - {"", "tr", "el", "th", "am"}
    naming = {
        name.removeprefix("nashra.")
        for name, path in modules().items()
        if name.split(".")[1:2] not in (["languages"], ["starter"])
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and node.value in codes
    }
    assert naming == NAMES_A_LANGUAGE


# Letters that are taken for one another, or tell Arabic from other scripts: no words.
LETTERS_ALONE = {"ingest.words.clean", "ingest.words.decode", "ingest.words.fold", "entities.normalize"}
# What a broken encoding looks like, and the byte order mark.
BROKEN_TEXT = {"ingest.formats", "render.reading.loose_ends", "versions.evidence.surface"}
_RANGE = re.compile(r"\[[^\]]*\]|\w-\w")
_WORD_OF_A_LANGUAGE = re.compile("[\u0621-\u064a]{2}|[A-Za-z]*[àâäçéèêëîïôöùûü][a-z]{2}|[A-Za-z]{2,}[àâçéèêëîôùû]")


def test_no_word_of_a_language_stands_outside_languages_and_the_texts_of_a_new_site() -> None:
    # English words cannot be told from names of fields; Arabic and accented ones stand for them
    speaking = set()
    for name, path in modules().items():
        if name.split(".")[1:2] in (["languages"], ["starter"]):
            continue
        tree = tree_of(path)
        comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in comments]
        texts = [_RANGE.sub("", node.value) for node in constants if isinstance(node.value, str)]
        if any(_WORD_OF_A_LANGUAGE.search(text) for text in texts):
            speaking.add(name.removeprefix("nashra."))
    assert speaking <= LETTERS_ALONE | BROKEN_TEXT


def page_kinds() -> list[type[Page]]:
    found: list[type[Page]] = []
    for kind in Page.__subclasses__():
        found += [kind, *kind.__subclasses__()]
    # dataclasses with slots are made twice; the first making is nobody's
    return [kind for kind in found if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind]


def test_no_module_sees_two_modules_of_one_name() -> None:
    # each room of languages/ has a `known` and a `spec`, since they are read alike
    known = modules()
    seeing = {}
    for name, path in known.items():
        seen: dict[str, set[str]] = {}
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("nashra"):
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    target = full if full in known else str(node.module)
                    if not target.startswith("nashra.languages."):
                        seen.setdefault(target.rsplit(".", 1)[-1], set()).add(target)
        if twice := {short: full for short, full in seen.items() if len(full) > 1}:
            seeing[name] = twice
    assert seeing == {}
