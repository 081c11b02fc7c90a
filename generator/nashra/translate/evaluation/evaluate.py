"""How well models translate: their words held against those of people, and looked at by the guards.

Every sentence goes to the model itself: nothing is answered from the memory, and nothing is put into it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from nashra.entities.glossary import Glossary
from nashra.kit.errors import ContentError, TranslationError
from nashra.kit.spaces import one_line
from nashra.markup import segments
from nashra.settings.config import TranslateSettings
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.evaluation.samples import Sample
from nashra.translate.exchange.imports import Imports
from nashra.translate.memory import Memory, Pair
from nashra.translate.models.packages import Package
from nashra.translate.models.routes import route
from nashra.translate.named_engines import engine_names, make_engine
from nashra.versions.guards import check, lost_names, numbers

# Called with the hop under way, the sentences done, and how many there are.
Progress = Callable[[Pairing, int, int], None]


@dataclass(frozen=True, slots=True)
class Share:
    """`kept` of `of`."""

    kept: int
    of: int


@dataclass(frozen=True, slots=True)
class Score:
    """What came out.

    bleu, chrf: of the whole, as sacrebleu measures them. names, numbers: of the source that the target has.
    doubtful: texts that the guards doubt. seconds: that the models took, None of a person's words.
    """

    bleu: float
    chrf: float
    names: Share
    numbers: Share
    doubtful: Share
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is to be measured: an engine with the hops that it may take.

    name: as it was asked for, "" for the site's own way.
    """

    name: str
    engine: Engine
    offered: Sequence[Pairing]

    def way(self, pair: Pair, fixed: Sequence[Sequence[str]] = ()) -> tuple[Pairing, ...] | None:
        """The hops from one language to the other, None where it has none. fixed: see `route`."""
        with suppress(TranslationError):
            return route(self.offered, *pair, () if self.name else fixed)
        return None


def candidates(settings: TranslateSettings, packages: Sequence[Package], names: Sequence[str]) -> list[Candidate]:
    """What `names` mean: packages, several joined by "+" for a way over another language, or engines; the engine that
    the settings name where there are none.

    Raises ContentError for a name of neither, and what making an engine raises.
    """
    if not names:
        engine = make_engine(settings, settings.engine)
        return [Candidate("", engine, checked.offers(engine, packages))]
    found = []
    for name in dict.fromkeys(names):
        if name in engine_names():
            engine = make_engine(settings, name)
            found.append(Candidate(name, engine, checked.offers(engine, packages)))
            continue
        chosen = []
        for part in name.split("+"):
            same = [package for package in packages if part.strip() in (package.id, package.path.name)]
            if not same:
                hint = "`nashra models list` shows them; engines are " + ", ".join(engine_names())
                raise ContentError(f"there is no model or engine {part.strip()!r}", hint=hint)
            chosen += same
        engine = make_engine(settings)
        found.append(Candidate(name, engine, chosen))
    return found


def unknown_to(
    samples: Sequence[Sample], pair: Pair, memory: Memory | None, imports: Imports | None, languages: Sequence[str] = ()
) -> list[Sample]:
    """Those of `samples` that the site does not know word for word already: what a machine of its own said and a person
    approved as it was would only measure that machine by itself.

    languages: over which a machine may have come from one to the other.
    """
    known: set[tuple[str, str]] = set()
    if memory is not None:
        known = {(one_line(unit.source), one_line(unit.target)) for unit in memory.units(pair)}
        for middle in languages:
            if middle not in pair:
                first = [(one_line(unit.source), unit.target) for unit in memory.units((pair[0], middle))]
                second = {unit.source: one_line(unit.target) for unit in memory.units((middle, pair[1]))}
                known |= {(source, second[text]) for source, text in first if text in second}
    return [
        sample
        for sample in samples
        if (sample.source, sample.reference) not in known and not (imports and _imported(imports, pair, sample))
    ]


def _imported(imports: Imports, pair: Pair, sample: Sample) -> bool:
    found = imports.find(pair, sample.source, ())
    return found is not None and one_line(found.target) == sample.reference


def translated(
    engine: Engine, way: Sequence[Pairing], samples: Sequence[Sample], progress: Progress | None = None
) -> tuple[list[str], float]:
    """(what `engine` makes of each source along `way`, the seconds that it took). Raises what the engine raises."""
    lang = way[0].from_code
    cut = [segments.cut(each.source, lang) for each in samples]
    table = {text: text for parts in cut for text in parts}
    began = time.perf_counter()
    for hop in way:
        asked = list(dict.fromkeys(text for text in table.values() if text.strip()))
        answers: dict[str, str] = {}
        for source, target in checked.answers(engine, hop, asked):
            answers[source] = target
            if progress is not None:
                progress(hop, len(answers), len(asked))
        table = {first: answers.get(text, text) for first, text in table.items()}
    seconds = time.perf_counter() - began
    return [" ".join(table[part].strip() for part in parts) for parts in cut], seconds


def score(
    samples: Sequence[Sample], targets: Sequence[str], pair: Pair, glossary: Glossary, seconds: float | None = None
) -> Score:
    """`targets`, one for each of `samples`. Raises TranslationError where sacrebleu is not installed."""
    bleu, chrf = _metrics()
    references = [[sample.reference for sample in samples]]
    named = held = figures = same = doubtful = 0
    for sample, target in zip(samples, targets, strict=True):
        wanted = set(glossary.named(sample.source, *pair))
        lost = set(lost_names(glossary.named, sample.source, target, *pair)) if wanted else set()
        named, held = named + len(wanted), held + len(wanted - lost)
        before = numbers(sample.source, pair[0])
        figures, same = figures + len(before), same + len(before & numbers(target, pair[1]))
        doubtful += bool(check(sample.source, target, *pair, glossary.named))
    return Score(
        bleu.corpus_score(list(targets), references).score,
        chrf.corpus_score(list(targets), references).score,
        Share(held, named),
        Share(same, figures),
        Share(doubtful, len(samples)),
        seconds,
    )


def signatures() -> tuple[str, str]:
    """How BLEU and chrF were measured, as sacrebleu says it, so that others can measure the same."""
    found = []
    for name, metric in zip(("BLEU", "chrF"), _metrics(), strict=True):
        metric.corpus_score(["one"], [["one"]])
        found.append(f"{name} {metric.get_signature()}")
    return found[0], found[1]


def _metrics() -> tuple[Any, Any]:
    try:
        from sacrebleu.metrics import BLEU, CHRF
    except ImportError:
        raise TranslationError(
            "sacrebleu, which measures translations, is not installed", hint="run `pip install 'nashra[evaluate]'`"
        ) from None
    return BLEU(), CHRF()
