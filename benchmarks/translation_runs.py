"""Whole runs of `nashra translate` on large sites: a run with nothing to do, peak memory, and a site made by people.

    python benchmarks/translation_runs.py [again] [memory] [manual] [--articles N] [--beam N]

again:  200 articles in three languages, all up to date: seconds of the whole process, and whether it loads an engine.
memory: 1,000 Arabic articles into English and French (over English): peak memory above that of a process that only
        opens the two models, one after the other, and translates a batch with each.
manual: 1,000 articles whose English version people wrote, and ten new ones: seconds to gather the approved
        sentences and to look for similar ones.

The models are the tests' ciphers: real packages, small, one token a character, so three times the tokens of a real
model. Beam 1 keeps the run to some minutes. Peaks are VmHWM of a process of its own (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tests")]


def install_models(folder: Path) -> None:
    """The cipher packages ar->en and en->fr in the packages folder `folder`."""
    from nashra.translate.models.install import install
    from support.argos_packages import build_cipher_packages

    for path in build_cipher_packages(folder.parent / "files").values():
        install(path, folder)


def set_beam(root: Path, beam: int) -> Path:
    """`root`, its nashra.toml with the beam size added."""
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write(f"\n[translate]\nbeam_size = {beam}\n")
    return root


def in_a_process(part: str, root: Path, packages: Path) -> dict[str, float]:
    """The figures that this file prints when it is run again for `part`."""
    done = subprocess.run(
        [sys.executable, __file__, part, "--root", str(root), "--packages", str(packages)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def peak_mb() -> float:
    """Peak memory of this process. getrusage would count that of the parent before exec as well."""
    return int(Path("/proc/self/status").read_text("ascii").split("VmHWM:")[1].split()[0]) / 1024


def translate_site(root: Path, packages: Path) -> dict[str, float]:
    """What the command does, in this process: peak memory and seconds."""
    from nashra.content import store
    from nashra.settings import config
    from nashra.translate import run
    from nashra.translate.models.packages import installed
    from nashra.translate.named_engines import make_engine, second_tries

    start = time.perf_counter()
    settings = config.load(root)
    content, problems = store.load(settings)
    loaded = peak_mb()
    renewals = run.plan_all(content.articles, list(settings.languages))
    planned = peak_mb()
    report = run.translate(
        settings,
        content,
        renewals,
        installed(packages),
        make_engine(settings.translate),
        second_tries(settings.translate),
    )
    problems = [*problems, *report.problems]
    return {
        "peak": peak_mb(),
        "loaded": loaded,
        "planned": planned,
        "seconds": time.perf_counter() - start,
        "versions": len(report.written),
        "problems": len(problems),
    }


def models_alone(packages: Path) -> dict[str, float]:
    """Peak memory of a process that opens the models and translates one batch with each."""
    from nashra.settings.config import TranslateSettings
    from nashra.translate.models.packages import installed
    from nashra.translate.named_engines import make_engine

    engine = make_engine(TranslateSettings())
    for package in installed(packages):
        engine.translate(package, ["وصل الوفد المغربي إلى العاصمة صباح اليوم للمشاركة في الاجتماع."] * 40)
    return {"peak": peak_mb()}


def manual_site(root: Path) -> dict[str, float]:
    """Seconds to load the site, to gather what people wrote, and to find the sentences like new ones."""
    from nashra.content import store
    from nashra.settings import config
    from nashra.translate import approved, run

    settings = config.load(root)
    times = [time.perf_counter()]
    content, _ = store.load(settings)
    times.append(time.perf_counter())
    known, waiting = approved.texts_of_people(content.articles, "ar", "en")
    pairs = {text: each.target for text, each in (known | waiting).items()}
    times.append(time.perf_counter())
    renewals = run.plan_all(content.articles, ["en"])
    segments = [segment for renewal in renewals for segment in renewal.segments()]
    times.append(time.perf_counter())
    matches = approved.similar(segments, pairs)
    times.append(time.perf_counter())
    load, gather, _, compare = (after - before for before, after in pairwise(times))
    return {
        "load": load,
        "approved": gather,
        "similar": compare,
        "pairs": len(pairs),
        "segments": len(segments),
        "matches": len(matches),
        "peak": peak_mb(),
    }


def run_again(root: Path, packages: Path, times: int = 5) -> None:
    """Print the seconds of `nashra translate` on a site that is up to date, its modules compiled beforehand."""
    env = {**os.environ, "ARGOS_PACKAGES_DIR": str(packages), "PYTHONPATH": str(TOP)}
    env |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(root.parent / "bytecode")}
    command = [sys.executable, "-m", "nashra", "-C", str(root), "translate"]
    subprocess.run(command, env=env, capture_output=True, check=True)
    walls, cpus = [], []
    for _ in range(times):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        walls.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        assert "nothing to translate" in done.stdout, done.stdout
    watched = [sys.executable, "-X", "importtime", *command[1:]]
    done = subprocess.run(watched, env=env, capture_output=True, text=True, check=True)
    loaded = "ctranslate2" in done.stderr or "sentencepiece" in done.stderr
    print(
        f"again: wall median {statistics.median(walls):.2f} s, best {min(walls):.2f} s; CPU median "
        f"{statistics.median(cpus):.2f} s, best {min(cpus):.2f} s; engine loaded: {loaded}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", default=["again", "memory", "manual"])
    parser.add_argument("--articles", type=int, help="instead of 200 and 1,000")
    parser.add_argument("--beam", type=int, default=1)
    parser.add_argument("--root", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--packages", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    inner = {
        "in:translate": lambda: translate_site(options.root, options.packages),
        "in:models": lambda: models_alone(options.packages),
        "in:manual": lambda: manual_site(options.root),
    }
    if options.parts[0] in inner:
        print(json.dumps(inner[options.parts[0]]()))
        return

    from support.newsroom import folder, make_site

    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch)
        packages = top / "argos" / "packages"
        install_models(packages)
        size = {"paragraphs": 8, "sentences": 2, "words": 12}
        if "again" in options.parts:
            root = set_beam(make_site(top / "again", options.articles or 200, **size), options.beam)
            in_a_process("in:translate", root, packages)
            run_again(root, packages)
        if "memory" in options.parts:
            root = set_beam(make_site(top / "memory", options.articles or 1000, **size), options.beam)
            alone, found = in_a_process("in:models", root, packages), in_a_process("in:translate", root, packages)
            print(
                f"memory: {found['versions']:.0f} versions in {found['seconds']:.0f} s; peak {found['peak']:.0f} MB, "
                f"{found['peak'] - alone['peak']:.0f} MB above the {alone['peak']:.0f} MB of the models alone "
                f"(site read: {found['loaded']:.0f}, planned: {found['planned']:.0f}; {found['problems']:.0f} problems)"
            )
        if "manual" in options.parts:
            root = make_site(top / "manual", options.articles or 1000, manual=True, **size)
            for number in range(10):
                (root / folder(number) / "en.md").unlink()
            found = in_a_process("in:manual", root, packages)
            print(
                f"manual: {found['pairs']:.0f} approved sentences gathered in {found['approved']:.2f} s; "
                f"{found['segments']:.0f} new ones compared in {found['similar']:.2f} s, {found['matches']:.0f} alike; "
                f"peak {found['peak']:.0f} MB"
            )


if __name__ == "__main__":
    main()
