"""The engine of rules: the real program where it is installed, and one that misbehaves everywhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Hop
from nashra.translate.named_engines import make_engine
from nashra.versions.guards import check
from support.commands import article_text, nashra, write_site
from support.tools import missing

FR_ES = Hop("fr", "es", "fr-es")


@pytest.fixture
def real() -> None:
    """Only with the program and its data for French, Spanish and English."""
    engine = make_engine(TranslateSettings(), "apertium") if shutil.which("apertium") else None
    pairs = {(hop.from_code, hop.to_code) for hop in engine.offers([])} if engine else set()
    if not {("fr", "es"), ("es", "en")} <= pairs:
        missing("apertium with apertium-fr-es and apertium-eng-spa")


def program(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program `apertium` that does `body`."""
    path = folder / "bin" / "apertium"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}:{os.environ['PATH']}")


@pytest.mark.usefixtures("real")
def test_it_translates_french_into_spanish_and_over_spanish_into_english(tmp_path: Path) -> None:
    text = article_text(
        "Le ministre à Madrid",
        "Le ministre a dit que la **loi** est bonne. Il pleut.\n\n12,5 % des [voix](https://a.b/c).",
        lang="fr",
    )
    toml = '[translate]\nengine = "apertium"\n'
    folder = "content/articles/2024/07/18-3f9a1c"
    site = '[site]\nurl = "https://example.org/"\nlanguages = ["fr", "es", "en"]\ntitle = "Essai"\n'
    root = write_site(tmp_path / "site", {f"{folder}/fr.md": text, "nashra.toml": site + toml})
    done = nashra("translate", cwd=root, env={"ARGOS_PACKAGES_DIR": str(tmp_path / "none")})
    assert done.returncode == 0, done.stdout + done.stderr
    spanish = (root / folder / "es.md").read_text("utf-8")
    assert "El ministro ha dicho que la **ley** es buena. Llueve.\n" in spanish
    assert "](https://a.b/c)." in spanish
    assert "engine: apertium fr-es\n" in spanish
    english = (root / folder / "en.md").read_text("utf-8")
    assert "The minister has said that" in english
    assert "engine: apertium fr-es + spa-eng\n" in english
    assert "nothing to translate" in nashra("translate", cwd=root).stdout


@pytest.mark.usefixtures("real")
def test_each_sentence_gets_its_own_answer_whatever_signs_are_in_it() -> None:
    engine = make_engine(TranslateSettings(), "apertium")
    texts = ["Oui.", " ", "Oui", "[b] ^a$ \\ @ / {x} <b>", "Il dit...", "Deux\nlignes ici.", "", "Non ?"] * 150
    texts = [f"{text} {number}" if text.strip() else text for number, text in enumerate(texts)]
    hop = next(hop for hop in engine.offers([]) if hop.id == "fr-es")
    done = dict(engine.stream(hop, texts))
    assert sorted(done) == list(range(len(texts)))
    assert all(str(number) in done[number] for number, text in enumerate(texts) if text.strip())
    assert done[0] == "Sí. 0"
    assert dict(engine.stream(hop, ["Il pleut.", "Il pleut", "Le prix..."])) == {
        0: "Llueve.",
        1: "Llueve",
        2: "El premio...",
    }
    assert engine.fingerprint(hop) == engine.fingerprint(hop)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('test "$1" = -l && exit 0; echo one line', "gave 1 lines for 2 sentences"),
        ("echo broken >&2; exit 3", "apertium failed: broken"),
        ("exit 3", "it ended with 3"),
        ("printf '\\377\\n\\377\\n'", "apertium failed"),
    ],
)
def test_a_program_that_fails_ends_in_one_sentence(
    body: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nashra.translate.engines.apertium import ApertiumEngine

    program(tmp_path, body, monkeypatch)
    with pytest.raises(TranslationError, match=message):
        list(checked.answers(ApertiumEngine(TranslateSettings()), FR_ES, ["Oui.", "Non."]))


def test_only_pairs_of_known_languages_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "printf '  fr-es\\n  eco-fr-es\\n  spa-eng_US\\n  spa-eng\\n  xx-yy\\n  fra-spa\\n'", monkeypatch)
    from nashra.translate.engines.apertium import ApertiumEngine

    hops = ApertiumEngine(TranslateSettings()).offers([])
    assert [(hop.from_code, hop.to_code, hop.id) for hop in hops] == [("fr", "es", "fr-es"), ("es", "en", "spa-eng")]


def test_without_the_program_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(TranslationError) as caught:
        make_engine(TranslateSettings(), "apertium")
    assert "apt-get install apertium" in caught.value.problems[0].hint


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("lang", "mode"), [("fr", "fr-es"), ("en", "eng-spa")])
def test_the_guards_hardly_doubt_its_sentences_and_see_when_numbers_are_spoilt(lang: str, mode: str) -> None:
    """Measured on news sentences: of Spanish they know no words, so what they say of it had better be sure."""
    engine = make_engine(TranslateSettings(), "apertium")
    hop = next(hop for hop in engine.offers([]) if hop.id == mode)
    lines = (Path(__file__).parents[2] / "versions/pairs/right.txt").read_text("utf-8").split("\n")
    texts = list(dict.fromkeys(line[3:] for line in lines if line.startswith(f"{lang} ")))
    assert len(texts) > 50
    spanish = dict(engine.stream(hop, texts))
    doubted = [text for index, text in enumerate(texts) if check(text, spanish[index], lang, "es")]
    assert len(doubted) <= len(texts) // 50, doubted
    years = [index for index, text in enumerate(texts) if "2021" in text]
    assert years and all(check(texts[index], spanish[index].replace("2021", "2012"), lang, "es") for index in years)
