"""Models of other families than Argos: recognised, converted, told what to do as their own code does it, or refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sentencepiece

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.chain import translate_segments
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.memory import Memory
from nashra.translate.models.families import readme
from nashra.translate.models.families.layout import Said
from nashra.translate.models.install import install, remove, verify
from nashra.translate.models.packages import Package, installed
from support.argos_packages import write_zip
from support.model_families import converted, marian_release, zipped
from support.random_package import random_tokenizer

ARABIC = ["وصل الوفد المغربي إلى العاصمة صباح اليوم.", "هل يحضر المدير الندوة؟ نعم، يحضرها.", "مـــدرسة «الفتاة» 12,5٪"]
SPM = random_tokenizer()[0]
FLORES = ("arb_Arab", "eng_Latn", "fra_Latn")

Make = Callable[[Path], Path]


def pieces(text: str) -> list[str]:
    found: list[str] = sentencepiece.SentencePieceProcessor(model_proto=SPM).encode(text, out_type=str)
    return found


def opus_release(folder: Path) -> Path:
    return zipped(marian_release(folder / "x"), folder / "opus-2020-07-08.zip")


def opus_with_plain_lists(folder: Path) -> Path:
    return zipped(marian_release(folder / "x", plain=True), folder / "opusTCv20210807_transformer-big_2022-07-28.zip")


def opus_with_codes(folder: Path) -> Path:
    return zipped(marian_release(folder / "x", bpe=True, marks=(">>eng<<",)), folder / "opus-2019-12-18.zip")


def opus_several(folder: Path) -> Path:
    return marian_release(folder / "opus-mt-ar-x", targets="eng fra", marks=(">>eng<<", ">>fra<<", ">>fra_Latn<<"))


def opus_converted(folder: Path) -> Path:
    return converted(folder / "opus-mt-ar-en", {"source.spm": SPM, "target.spm": SPM})


def opus_that_adds_the_end(folder: Path) -> Path:
    return converted(folder / "opus-mt-ar-en", {"source.spm": SPM, "target.spm": SPM}, adds_end=True)


def quickmt(folder: Path) -> Path:
    return converted(folder / "quickmt-ar-en", {"src.spm.model": SPM, "tgt.spm.model": SPM}, split=True)


def quickmt_joint(folder: Path) -> Path:
    return converted(folder / "quickmt-ar-en", {"joint.spm.model": SPM}, split=True)


def nllb(folder: Path) -> Path:
    return converted(folder / "nllb-200-600M", {"sentencepiece.bpe.model": SPM}, marks=FLORES)


def m2m100(folder: Path) -> Path:
    marks = ("__ar__", "__en__", "__fr__")
    return converted(folder / "m2m100_418M", {"sentencepiece.bpe.model": SPM}, marks=marks)


# what is made, the pair, the tokens around the pieces of the source, what outputs begin with, the licence
FAMILIES: list[tuple[Make, str, list[str], list[str], list[str], str]] = [
    # the converter's own config has CTranslate2 add the end mark
    (opus_release, "opus-mt", [], [], [], "CC-BY 4.0"),
    (opus_with_plain_lists, "opus-mt", [], [], [], "CC-BY 4.0"),
    (opus_several, "opus-mt", [">>fra<<"], [], [], "CC-BY 4.0"),
    (opus_converted, "opus-mt", [], ["</s>"], [], "CC-BY 4.0, as its family is published"),
    (opus_that_adds_the_end, "opus-mt", [], [], [], "CC-BY 4.0, as its family is published"),
    (quickmt, "quickmt", [], ["</s>"], [], "CC-BY 4.0, as its family is published"),
    (quickmt_joint, "quickmt", [], ["</s>"], [], "CC-BY 4.0, as its family is published"),
    (nllb, "nllb", ["arb_Arab"], ["</s>"], ["fra_Latn"], "CC-BY-NC 4.0, as its family is published"),
    (m2m100, "m2m100", ["__ar__"], ["</s>"], ["__fr__"], "MIT, as its family is published"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "packages"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[list[list[str]], dict[str, Any]]]]:
    """What reaches the model: (tokens of the batch, options) of every call."""
    import ctranslate2

    calls: list[tuple[list[list[str]], dict[str, Any]]] = []

    class Watched:
        def __init__(self, *args: Any, **options: Any) -> None:
            self.real = real(*args, **options)

        def translate_batch(self, batch: list[list[str]], **options: Any) -> Any:
            calls.append((batch, options))
            return self.real.translate_batch(batch, **options)

        def unload_model(self) -> None:
            self.real.unload_model()

    real = ctranslate2.Translator
    monkeypatch.setattr(ctranslate2, "Translator", Watched)
    yield calls


@pytest.mark.parametrize(("make", "family", "before", "after", "start", "licence"), FAMILIES)
def test_a_model_is_installed_sent_what_its_family_wants_verified_and_removed(
    make: Make,
    family: str,
    before: list[str],
    after: list[str],
    start: list[str],
    licence: str,
    tmp_path: Path,
    folder: Path,
    engine: CTranslate2Engine,
    sent: list[tuple[list[list[str]], dict[str, Any]]],
) -> None:
    found = install(make(tmp_path / "got"), folder)
    package = next((each for each in found if each.to_code == "fr"), found[0])
    manifest = package.manifest
    assert manifest is not None
    assert (package.from_code, package.kind, manifest.licence) == ("ar", family, licence)
    assert installed(folder) == sorted(found, key=lambda each: each.pair)
    assert verify(package) == []

    done = engine.translate(package, ARABIC)
    batches = [tokens for batch, _ in sent for tokens in batch]
    assert sorted(batches[: len(ARABIC)]) == sorted([*before, *pieces(text), *after] for text in ARABIC)
    options = sent[0][1]
    assert options["target_prefix"] == ([start] * len(sent[0][0]) if start else None)
    assert options["disable_unk"] is (family == "quickmt")
    assert options["length_penalty"] == 1
    # the same tokens, given to CTranslate2 by hand
    assert done == bare(package, [[*before, *pieces(text), *after] for text in ARABIC], start)

    remove(package)
    assert installed(folder) == []


def bare(package: Package, batch: list[list[str]], start: list[str]) -> list[str]:
    import ctranslate2

    translator = ctranslate2.Translator(str(package.model))

    def decode(batch: list[list[str]], limit: int) -> list[list[str]]:
        results = translator.translate_batch(
            batch,
            target_prefix=[start] * len(batch) if start else None,
            beam_size=4,
            length_penalty=1,
            replace_unknowns=True,
            disable_unk=package.kind == "quickmt",
            max_decoding_length=limit,
        )
        return [each.hypotheses[0] for each in results]

    first = 2 * max(map(len, batch)) + 64
    done = decode(batch, first)
    # what came to no end is given more room, by itself
    done = [
        decode([tokens], 8 * len(tokens) + 512)[0] if len(found) >= first else found
        for tokens, found in zip(batch, done, strict=True)
    ]
    processor = sentencepiece.SentencePieceProcessor(model_proto=SPM)
    return [processor.decode_pieces(found[len(start) :]).replace("▁", " ").strip(" ") for found in done]


def test_signs_that_an_opus_model_never_saw_are_sent_as_its_own_scripts_write_them(
    tmp_path: Path, folder: Path
) -> None:
    from nashra.translate.engines.tokenizers import load_tokenizer

    (package,) = install(marian_release(tmp_path / "m", sources="fra"), folder)
    path = package.model / "shared_vocabulary.json"
    words = json.loads(path.read_text("utf-8"))
    for known, sent in (
        ("'\"", "l'homme a dit \"oui\"; l'été"),
        ("'\"’", 'l’homme a dit "oui"; l\'été'),
        ("'", "l'homme a dit “oui”; l'été"),
        ("“”’", "l’homme a dit “oui”; l'été"),
        ("", "l’homme a dit “oui”; l'été"),
    ):
        path.write_text(json.dumps([*words, *known]), "utf-8")
        assert load_tokenizer(package).encode("l’homme a dit “oui”; l'été") == pieces(sent)


def test_a_release_with_codes_of_bpe_is_sent_what_its_own_scripts_make_of_a_text(
    tmp_path: Path, folder: Path, engine: CTranslate2Engine, sent: list[tuple[list[list[str]], dict[str, Any]]]
) -> None:
    """Punctuation made plain, control characters away, Moses' words with "-a", codes, the mark of the target."""
    (package,) = install(opus_with_codes(tmp_path), folder)
    assert verify(package) == []
    done = engine.translate(package, ["نعم… من “ال-نعم”،\u200f من"])
    quote = ["&@@", "q@@", "u@@", "o@@", "t@@", ";"]
    words = ["نعم", ".@@", ".@@", ".", "من", *quote, "ا@@", "ل", "@@@", "-@@", "@", "نعم", *quote, "،", "من"]
    assert sent[0][0] == [[">>eng<<", *words]]
    assert "@@" not in done[0]
    from nashra.translate.engines.tokenizers import load_tokenizer

    decode = load_tokenizer(package).decode
    assert decode(["the", "Th@@", "e", "@-@", "the", "&quot;", "a@@", "&quot;", ",", "b"]) == 'the The-the "a", b'
    remove(package)
    assert installed(folder) == []


def test_a_madlad_model_gets_the_target_language_as_a_word_of_its_text(
    tmp_path: Path, folder: Path, engine: CTranslate2Engine, sent: list[tuple[list[list[str]], dict[str, Any]]]
) -> None:
    marks = ("<2en>", "<2fr>", "<2ar>")
    made = converted(tmp_path / "madlad400-3b-mt", {"spiece.model": SPM}, marks=marks)
    found = install(made, folder, said=Said(languages=("ar", "fr")))
    assert [package.pair for package in found] == [("ar", "fr"), ("fr", "ar")]
    assert verify(found[0]) == []
    done = engine.translate(found[0], ["نعم"])
    tokens = [*pieces("<2fr> نعم"), "</s>"]
    assert sent[0][0] == [tokens]
    assert done == bare(found[0], [tokens], [])
    remove(found[0])
    assert installed(folder) == []


def test_the_manifest_says_where_a_model_is_from_and_what_was_measured(tmp_path: Path, folder: Path) -> None:
    (package,) = install(opus_release(tmp_path), folder)
    fields = json.loads((package.path / "metadata.json").read_text("utf-8"))
    assert (fields["type"], fields["family"], fields["quantisation"]) == ("nashra", "opus-mt", "int8")
    assert fields["size"] < fields["size_before"]
    assert fields["figures"][0] == {
        "test": "Tatoeba-test.ara.eng", "measure": "BLEU", "value": 49.4, "source": fields["figures"][0]["source"],
    }  # fmt: skip
    assert len(fields["checksum"]) == 64
    assert package.id == "opus-2020-07-08.zip".removesuffix(".zip") + "-2020-07-08"


def test_figures_of_a_readme_are_read_as_the_families_write_them() -> None:
    table = """
| langpair | testset | chr-F | BLEU | #sent | #words |
|----------|---------|-------|------|-------|--------|
| ara-fra | flores101-devtest | 0.59715 | 33.4 | 1012 | 28343 |
| ara-ita | flores101-devtest | - | 22.3 | 1012 | 27306 |

| dataset | BLEU | chrF2 | COMET |
|---|---|---|---|
| flores-devtest | 42.17 | 66.77 | 86.1 |
| broken | 1 |
"""
    found = [(each.test, each.measure, each.value) for each in readme.figures(table, "x")]
    assert found == [
        ("ara-fra flores101-devtest", "chrF", 59.7),
        ("ara-fra flores101-devtest", "BLEU", 33.4),
        ("ara-ita flores101-devtest", "BLEU", 22.3),
        ("flores-devtest", "BLEU", 42.17),
        ("flores-devtest", "chrF", 66.77),
        ("flores-devtest", "COMET", 86.1),
    ]


def test_models_of_two_families_work_in_one_route(
    tmp_path: Path, folder: Path, cipher_packages: dict[str, Path], memory: Memory, engine: CTranslate2Engine
) -> None:
    install(cipher_packages["en_fr"], folder)
    (opus,) = install(opus_release(tmp_path), folder)
    from nashra.translate.models.routes import route

    way = route(engine.offers(installed(folder)), "ar", "fr")
    assert [hop.id for hop in way] == [opus.id, "en_fr-1.0"]
    (once,) = engine.translate(opus, ARABIC[:1])
    assert translate_segments(engine, memory, way, ARABIC[:1]) == [once.swapcase()]


def broken(name: str, data: bytes | None) -> Make:
    def make(folder: Path) -> Path:
        made = marian_release(folder / "opus-mt")
        (made / name).unlink() if data is None else (made / name).write_bytes(data)
        return made

    return make


def spoilt(name: str, change: Callable[[bytes], bytes | None]) -> Make:
    """A converted model one of whose files was changed, or is gone."""

    def make(folder: Path) -> Path:
        path = opus_converted(folder) / name
        data = change(path.read_bytes())
        path.unlink() if data is None else path.write_bytes(data)
        return path.parent

    return make


def packed(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "packed.zip"
    write_zip(path, files)
    return path


def zipped_bytes(folder: Path) -> bytes:
    return zipped(marian_release(folder / "x"), folder / "opus.zip").read_bytes()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (broken("target.spm", None), "neither source.spm and target.spm nor source.bpe and target.bpe"),
        (broken("opus.npz", None), "names 'opus.npz', which is not beside it"),
        (broken("opus.npz", b"PK nothing"), "cannot be converted"),
        (broken("decoder.yml", b"models: [../../etc/passwd]\nvocabs: [a, b]\n"), "which is not beside it"),
        (broken("decoder.yml", b"models: [a.npz, b.npz]\nvocabs: [a, b]\n"), "an ensemble"),
        (broken("source.spm", b"nothing"), "tokenizer is damaged"),
        (broken("README.md", b"# a model\n"), "which languages it translates is not said"),
        (lambda folder: marian_release(folder / "m", targets="eng fra"), "no token that says which"),
        (lambda folder: marian_release(folder / "m", marks=(">>fra<<",)), "no token for the target language en"),
        (broken("opus.spm32k-spm32k.vocab.yml", b"{"), "vocab.yml, line 1, is no token with its number"),
        (lambda folder: converted(folder / "m", {}), "its tokenizer is not beside model.bin"),
        (spoilt("shared_vocabulary.json", lambda old: old.replace(b"</s>", b"<end>")), "lacks the end mark </s>"),
        (
            spoilt("shared_vocabulary.json", lambda old: json.dumps(json.loads(old)[:-3]).encode()),
            "of another model: it has",
        ),
        (spoilt("shared_vocabulary.json", lambda old: b'{"a": 1}'), "no list of tokens"),
        (spoilt("shared_vocabulary.json", lambda old: None), "it has no vocabulary"),
        (spoilt("config.json", lambda old: b'{"model_type": "bert"}'), "that of a `bert` of Transformers"),
        (spoilt("config.json", lambda old: b'{"unk_token": 3}'), "is not CTranslate2's"),
        (spoilt("config.json", lambda old: None), "has no config.json"),
        (spoilt("config.json", lambda old: b"{"), "config.json cannot be read"),
        (spoilt("model.bin", lambda old: old[:-10]), "it is cut off"),
        (spoilt("model.bin", lambda old: old.replace(b"TransformerSpec", b"MyWhisperXXSpec")), "does not translate"),
        (lambda folder: packed(folder, {"opus.zip": zipped_bytes(folder)}), "it holds another archive, opus.zip"),
        (lambda folder: packed(folder, {"a/opus.zip": zipped_bytes(folder)}), "it holds another archive, opus.zip"),
        (lambda folder: packed(folder, {"a/notes.txt": b"x"}), "no model of a kind that is known"),
        (lambda folder: converted(folder / "m", {"sentencepiece.bpe.model": SPM}), "of no family that is known"),
    ],
)
def test_what_is_not_clear_is_refused_with_the_reason(make: Make, message: str, tmp_path: Path, folder: Path) -> None:
    with pytest.raises(TranslationError) as caught:
        install(make(tmp_path / "got"), folder)
    problem = caught.value.problems[0]
    assert message in problem.message
    assert list(folder.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_model_may_lie_in_folders_of_its_own(tmp_path: Path, folder: Path) -> None:
    made = marian_release(tmp_path / "m")
    files = {f"a/b/{path.name}": path.read_bytes() for path in made.iterdir()}
    assert install(packed(tmp_path, files), folder)[0].pair == ("ar", "en")


def test_the_tokenizer_of_another_model_is_refused(tmp_path: Path, folder: Path) -> None:
    made = opus_converted(tmp_path)
    words = json.loads((made / "shared_vocabulary.json").read_text("utf-8"))
    others = [word if word.startswith("<") else f"x{number}" for number, word in enumerate(words)]
    (made / "shared_vocabulary.json").write_text(json.dumps(others), "utf-8")
    with pytest.raises(TranslationError, match="tokenizer is that of another model"):
        install(made, folder)


def test_an_editor_says_what_the_files_do_not_and_never_what_they_deny(tmp_path: Path, folder: Path) -> None:
    nameless = marian_release(tmp_path / "a", readme="# a model\n")
    (package,) = install(nameless, folder, said=Said(pairs=(("ar", "fr"),)))
    assert package.pair == ("ar", "fr")
    with pytest.raises(TranslationError, match="translates ar-en, and not fr-en"):
        install(marian_release(tmp_path / "b"), folder, said=Said(pairs=(("fr", "en"),)))


def test_argostranslate_passes_such_a_model_over(tmp_path: Path, folder: Path) -> None:
    pytest.importorskip("argostranslate", reason="needs argostranslate")
    from nashra.translate.engines.argos_engine import ArgosEngine

    install(opus_release(tmp_path), folder)
    engine = ArgosEngine(TranslateSettings(threads=1))
    assert engine.offers(installed(folder)) == []
    from argostranslate import package

    (theirs,) = [package.Package(path) for path in folder.iterdir()]
    assert theirs.type != "translate"


def test_the_tokens_are_those_of_transformers_tokenizer(tmp_path: Path) -> None:
    """The reference pipeline of OPUS-MT, where it is installed."""
    transformers = pytest.importorskip("transformers", reason="TOKENS NOT COMPARED: transformers is missing")
    made = marian_release(tmp_path / "m", targets="eng fra", marks=(">>eng<<", ">>fra<<"))
    vocabulary = {
        json.loads(line.rsplit(": ", 1)[0]): int(line.rsplit(": ", 1)[1])
        for line in (made / "opus.spm32k-spm32k.vocab.yml").read_text("utf-8").splitlines()
    }
    (made / "vocab.json").write_text(json.dumps(vocabulary), "utf-8")
    theirs = transformers.MarianTokenizer(
        str(made / "source.spm"), str(made / "target.spm"), str(made / "vocab.json"), source_lang="ar", target_lang="fr"
    )
    found = install(made, tmp_path / "packages")
    from nashra.translate.engines.tokenizers import load_tokenizer

    ours = load_tokenizer(next(each for each in found if each.to_code == "fr"))
    for text in ARABIC:
        tokens = theirs.convert_ids_to_tokens(theirs(f">>fra<< {text}")["input_ids"])
        known = [token if token in vocabulary else "<unk>" for token in ours.encode(text)]
        assert [*known, "</s>"] == tokens
