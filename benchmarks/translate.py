"""Translation speed: Nashra's engine, argostranslate as people call it, and bare CTranslate2, on one model.

    python benchmarks/translate.py [--articles 8] [--sentences 12] [--words 18] [--output 24]
    python benchmarks/translate.py --sizes          Nashra alone, on models of the sizes base, big and big 8+2

The model has the size of Argos' own (6 + 6 layers, depth 512, 32,000 pieces, int8) and random weights. Random weights
do not know when to stop, so every output is forced to the same number of tokens, for all three alike. argostranslate
gets one article a call, as its users call it; its sentence splitter is replaced by one that costs nothing, which
favours it. It is measured as it comes (batches of 32 tokens: one sentence a batch) and with ARGOS_BATCH_SIZE=1024,
which most of its users do not know. Each runs in a process of its own, after a short warm-up that opens the model.
Needs argostranslate 1.11 for its rows (`pip install --no-deps argostranslate==1.11.0`); without it the other two are
measured.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tests")]

# argostranslate sends batches of 32 tokens unless it is told otherwise, which is one sentence a batch.
# Layers, depth, heads and inner size: "base", as Argos' and most OPUS-MT models are, and "big", as tc-big ones.
# "big 8+2": with fewer layers on the side that writes, as quickmt's are.
SIZES: dict[str, tuple[int | tuple[int, int], int, int, int]] = {
    "base": (6, 512, 8, 2048),
    "big": (6, 1024, 16, 4096),
    "big 8+2": ((8, 2), 1024, 16, 4096),
}
SYSTEMS = ("bare", "nashra", "argostranslate", "argostranslate-1024")
Articles = list[list[str]]


def make_articles(articles: int, sentences: int, words: int) -> Articles:
    """Articles of sentences of `words` words on average, between half and one and a half of it."""
    from support.random_package import LINES

    rng = random.Random(7)
    known = " ".join(LINES[:3]).split()

    def sentence() -> str:
        return " ".join(rng.choices(known, k=rng.randint(max(1, words // 2), words + words // 2)))

    return [[sentence() for _ in range(sentences)] for _ in range(articles)]


def force_length(tokens: int) -> None:
    """Make every Translator of this process write exactly `tokens` tokens a segment."""
    import ctranslate2

    class Forced:
        def __init__(self, *args: Any, **options: Any) -> None:
            self._real = ctranslate2_translator(*args, **options)

        def translate_batch(self, *args: Any, **options: Any) -> Any:
            options |= {"min_decoding_length": tokens, "max_decoding_length": tokens}
            return self._real.translate_batch(*args, **options)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._real, name)

    ctranslate2_translator = ctranslate2.Translator
    ctranslate2.Translator = Forced


def bare(folder: Path) -> Callable[[Articles], Any]:
    """Tokens in, tokens out, everything in one call."""
    import ctranslate2

    from nashra.translate.engines.tokenizers import load_tokenizer
    from nashra.translate.models.packages import installed

    package = installed(folder)[0]
    tokenizer = load_tokenizer(package)
    translator = ctranslate2.Translator(str(package.model), inter_threads=cores(), intra_threads=1)

    def run(articles: Articles) -> Any:
        return translator.translate_batch(
            [tokenizer.encode(text) for article in articles for text in article],
            beam_size=4,
            length_penalty=0.2,
            replace_unknowns=True,
            max_batch_size=1024,
            batch_type="tokens",
        )

    return run


def nashra(folder: Path) -> Callable[[Articles], Any]:
    """All segments of all articles through the chain, with a memory on disk that knows none of them."""
    from nashra.settings.config import TranslateSettings
    from nashra.translate.chain import translate_segments
    from nashra.translate.engines.engine import CTranslate2Engine
    from nashra.translate.memory import Memory
    from nashra.translate.models.packages import installed

    packages = installed(folder)
    engine = CTranslate2Engine(TranslateSettings())
    memory = Memory(folder.parent / "memory.sqlite")
    return lambda articles: translate_segments(
        engine, memory, packages[:1], [text for article in articles for text in article]
    )


def argostranslate(folder: Path) -> Callable[[Articles], Any]:
    """One call an article, sentences on lines of their own, argostranslate's settings as they come."""
    import ctranslate2

    from nashra.settings.config import TranslateSettings
    from nashra.translate.engines.argos_engine import ArgosEngine
    from nashra.translate.models.packages import installed

    ArgosEngine(TranslateSettings())  # imports argostranslate without torch
    from argostranslate import package, settings, translate

    class Splitter:
        def __init__(self, _package: Any) -> None:
            pass

        def split_sentences(self, text: str) -> list[str]:
            return text.split("\t")

    translate.MiniSBDSentencizer = Splitter
    found = package.Package(installed(folder)[0].path)
    languages = translate.Language("ar", "Arabic"), translate.Language("en", "English")
    translation = translate.CachedTranslation(translate.PackageTranslation(*languages, found))
    translation.underlying.translator = ctranslate2.Translator(
        str(found.package_path / "model"),
        inter_threads=settings.inter_threads,
        intra_threads=settings.intra_threads,
        compute_type=settings.compute_type,
    )
    # Paragraphs of three sentences, as news has them.
    return lambda articles: [
        translation.translate("\n".join("\t".join(article[at : at + 3]) for at in range(0, len(article), 3)))
        for article in articles
    ]


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else multiprocessing.cpu_count()


def measure(system: str, folder: Path, options: argparse.Namespace) -> dict[str, float]:
    """Wall and CPU seconds of one run in this process, and its peak memory in MB."""
    force_length(options.output)
    run = {"bare": bare, "nashra": nashra}.get(system, argostranslate)(folder)
    run([["وصل الوفد"]])
    articles = make_articles(options.articles, options.sentences, options.words)
    wall, cpu = time.perf_counter(), time.process_time()
    run(articles)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"wall": wall, "cpu": cpu, "peak": peak_mb()}


def peak_mb() -> float:
    """Peak memory of this process. getrusage would count that of the parent before exec as well."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def compare_sizes(options: argparse.Namespace) -> None:
    """Print what the same texts cost on models of each of `SIZES`."""
    from nashra.translate.models.install import install
    from support.argos_packages import Recipe
    from support.random_package import build_random_package

    first = None
    print(f"{'size':8}{'package MB':>12}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'CPU to base':>13}")
    for name, (layers, depth, heads, inner) in SIZES.items():
        with tempfile.TemporaryDirectory() as scratch:
            size: dict[str, Any] = {"layers": layers, "depth": depth, "heads": heads, "inner": inner}
            size["pieces"] = 32_000
            path = build_random_package(Path(scratch) / "file", Recipe("ar", "en", {}), quantization="int8", **size)
            folder = Path(scratch) / "argos" / "packages"
            (package,) = install(path, folder)
            found = measured("nashra", folder, options)
        first = first or found["cpu"]
        print(
            f"{name:8}{package.size / 1e6:12.0f}{found['cpu']:9.1f}{found['wall']:9.1f}{found['peak']:9.0f}"
            f"{found['cpu'] / first:13.1f}"
        )


def measured(system: str, folder: Path, options: argparse.Namespace) -> dict[str, float]:
    """`measure` in a process of its own. Raises RuntimeError with the last line that it said where it fails."""
    command = [sys.executable, __file__, "--only", system, "--folder", str(folder)]
    for name in ("articles", "sentences", "words", "output"):
        command += [f"--{name}", str(getattr(options, name))]
    given = {"ARGOS_BATCH_SIZE": "1024"} if system.endswith("-1024") else {}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | given)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["failed"])[-1])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=8)
    parser.add_argument("--sentences", type=int, default=12, help="an article")
    parser.add_argument("--words", type=int, default=18, help="a sentence, on average")
    parser.add_argument("--output", type=int, default=24, help="tokens every output is forced to")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--only", choices=SYSTEMS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--sizes", action="store_true", help="compare models of each size")
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measure(options.only, options.folder, options)))
        return
    if options.sizes:
        compare_sizes(options)
        return

    from nashra.translate.engines.tokenizers import load_tokenizer
    from nashra.translate.models.install import install
    from support.argos_packages import Recipe
    from support.random_package import build_random_package

    with tempfile.TemporaryDirectory() as scratch:
        size = {"layers": options.layers, "depth": 512, "heads": 8, "inner": 2048, "pieces": 32_000}
        path = build_random_package(Path(scratch) / "file", Recipe("ar", "en", {}), quantization="int8", **size)
        folder = Path(scratch) / "argos" / "packages"
        (package,) = install(path, folder)
        tokenizer = load_tokenizer(package)
        texts = [
            text for article in make_articles(options.articles, options.sentences, options.words) for text in article
        ]
        tokens = sum(len(tokenizer.encode(text)) for text in texts) + len(texts) * options.output
        print(
            f"{len(texts)} segments, {len(set(texts))} distinct, {tokens} tokens in and out, "
            f"model {package.model_size / 1e6:.0f} MB, {cores()} cores"
        )
        results = {}
        for system in SYSTEMS:
            try:
                results[system] = measured(system, folder, options)
            except RuntimeError as error:
                print(f"{system}: not measured: {error}")
    heads = ("wall s", "CPU s", "seg/wall s", "seg/CPU s", "tok/wall s", "tok/CPU s", "peak MB")
    print(" " * 20 + "".join(f"{head:>11}" for head in heads))
    for system, found in results.items():
        wall, cpu = found["wall"], found["cpu"]
        print(
            f"{system:20}{wall:11.2f}{cpu:11.2f}{len(texts) / wall:11.1f}{len(texts) / cpu:11.1f}"
            f"{tokens / wall:11.0f}{tokens / cpu:11.0f}{found['peak']:11.0f}"
        )
    for other in SYSTEMS:
        if other in results and other != "nashra":
            ratio = {kind: results[other][kind] / results["nashra"][kind] for kind in ("wall", "cpu")}
            print(f"nashra against {other}: {ratio['wall']:.2f} times a wall second, {ratio['cpu']:.2f} a CPU second")


if __name__ == "__main__":
    main()
