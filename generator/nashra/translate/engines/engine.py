"""The engine: Argos packages run by CTranslate2, all segments of a hop in large batches."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from types import TracebackType
from typing import Any, Self

from nashra.kit.errors import Problem, TranslationError
from nashra.kit.processes import cores
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.batches import Job, Whole, batches, plan_jobs
from nashra.translate.engines.tokenizers import Tokenizer, load_tokenizer
from nashra.translate.models.memory_need import within
from nashra.translate.models.model_file import read_model_file
from nashra.translate.models.packages import MODEL, Package, newest_of_each

# Raise it when the same package would give other words than before, so that the memory asks again.
REVISION = 1

# A sentence this long is outside what the models were trained on, and many
# models have no positions for more.
MAX_SOURCE_TOKENS = 512
# Tokens of output: a factor of the source's, and some more. Most outputs are shorter than twice their source. What
# reaches the first limit is decoded again up to the second, where only a model that repeats itself arrives.
FIRST_LIMIT = (2, 64)
SECOND_LIMIT = (8, 512)


@dataclass(frozen=True, slots=True)
class Decoding:
    """Parameters of the search, the defaults being argostranslate's (beam: settings.beam_size).

    length_penalty:       exponent of the length by which scores are divided.
    repetition_penalty:   above 1 to make repeated tokens less likely.
    no_repeat_ngram_size: length of the n-grams that must not come twice, 0 for no such rule.
    forbid_unknown:       whether the model may write no unknown word.
    """

    beam_size: int = 4
    length_penalty: float = 0.2
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    forbid_unknown: bool = False

    def __str__(self) -> str:
        return (
            f"beam={self.beam_size} length={self.length_penalty:g} repetition={self.repetition_penalty:g} "
            f"ngram={self.no_repeat_ngram_size}{' no-unknown' if self.forbid_unknown else ''}"
        )


class CTranslate2Engine:
    """Runs packages with CTranslate2. Holds one model at a time, opened when it is first needed."""

    name = "ctranslate2"

    def __init__(self, settings: TranslateSettings, decoding: Decoding | None = None) -> None:
        """`decoding`: other search parameters than the settings', for a second try."""
        self.problems: list[Problem] = []
        self._settings = settings
        self._decoding = decoding or Decoding(beam_size=settings.beam_size)
        self._opened: _Model | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def offers(self, packages: Sequence[Package]) -> list[Package]:
        """Of each pair the newest package that the memory allows."""
        options = self._settings
        return newest_of_each(within(packages, options.limit_memory, options.compute_type, self.problems))

    def fingerprint(self, package: Package) -> str:
        """Engine, package and parameters on one line.

        Threads and batch size are left out: they change a word only where two hypotheses are equal but for rounding.
        """
        compute = self._settings.compute_type
        # what is sent to a model of this family changed once
        family = " plain-signs" if package.kind == "opus-mt" else ""
        return f"{self.name}/{REVISION} {package.id}/{package.model_size} {self._for(package)} {compute}{family}"

    def _for(self, package: Package) -> Decoding:
        """The parameters of the search as the family of the package has them."""
        manifest = package.manifest
        if manifest is None:
            return self._decoding
        return replace(self._decoding, length_penalty=manifest.length_penalty, forbid_unknown=manifest.forbid_unknown)

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        """The translations in the order of the segments; see `stream`."""
        done = dict(self.stream(package, segments))
        return [done[index] for index in range(len(segments))]

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The index and the translation of every segment; see `scored`."""
        return ((index, text) for index, text, _ in self.scored(package, segments))

    def scored(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str, float | None]]:
        """The index and the translation of every segment, as batches finish, long segments first.

        With it, how probable the model finds each of its words, from 0 to 1: the geometric mean over its tokens, of a
        segment in parts that of the worst.

        Blank segments come out as they are, without opening the model; white space around a segment is kept.
        Raises TranslationError when the package cannot be opened or fails.
        """
        work = []
        for index, segment in enumerate(segments):
            if segment.strip():
                work.append(index)
            else:
                yield index, segment, None
        if not work:
            return
        wholes = [Whole(index, segments[index]) for index in work]
        for whole in plan_jobs(wholes, self._tokenizer(package).encode, longest_source(package)):
            yield whole.index, whole.text(), None
        jobs = [job for whole in wholes for job in whole.jobs if job.tokens]
        for job in self._done(package, batches(jobs, self._settings.batch_tokens)):
            if job.whole.ready():
                known = [each.sure for each in job.whole.jobs if each.sure is not None]
                yield job.whole.index, job.whole.text(), min(known, default=None)

    def _tokenizer(self, package: Package) -> Tokenizer:
        return self._model(package).tokenizer

    def _done(self, package: Package, planned: Iterator[list[Job]]) -> Iterator[Job]:
        """The jobs of `planned` batches as their texts are set. The one place where a model is run."""
        for job in self._model(package).run(planned, self._for(package)):
            if job.problem:
                self.problems.append(job.problem)
            yield job

    def close(self) -> None:
        """Give the model's memory back."""
        if self._opened is not None:
            self._opened.unload()
            self._opened = None

    def _model(self, package: Package) -> _Model:
        if self._opened is None or self._opened.package != package:
            self.close()
            self._opened = _Model(package, self._settings)
        return self._opened


def longest_source(package: Package) -> int:
    """The most tokens that the model of `package` may be given at once: it adds up to two marks of its own."""
    positions = read_model_file(package.path / MODEL).positions
    return MAX_SOURCE_TOKENS if positions is None else min(MAX_SOURCE_TOKENS, positions - 2)


class _Model:
    """One opened package."""

    def __init__(self, package: Package, settings: TranslateSettings) -> None:
        import ctranslate2

        self.package = package
        self.tokenizer: Tokenizer = load_tokenizer(package)
        positions = read_model_file(package.path / MODEL).positions
        # The model adds one mark of its own to an output.
        self.longest_output = None if positions is None else positions - 1
        self._threads = settings.threads or (1 if _on_gpu(settings.device) else cores())
        self._prefix = [package.target_prefix] if package.target_prefix else []
        if package.direction is not None:
            self._prefix = list(package.direction.target_prefix)
        try:
            self._translator: Any = ctranslate2.Translator(
                str(package.model),
                device=settings.device,
                compute_type=settings.compute_type,
                inter_threads=self._threads,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise TranslationError(
                f"CTranslate2 cannot open the model: {_first_line(error)}",
                path=package.model,
                hint="check translate.device and translate.compute_type, or install the package again",
            ) from None

    def unload(self) -> None:
        self._translator.unload_model()

    def run(self, pending: Iterator[list[Job]], decoding: Decoding) -> Iterator[Job]:
        """Translate batches; a job is yielded once its text is set."""
        again: list[Job] = []
        for job, tokens, limit in self._decode(pending, decoding, FIRST_LIMIT):
            if len(tokens) >= limit and (self.longest_output is None or limit < self.longest_output):
                again.append(job)
            else:
                yield self._finish(job, tokens, limit)
        for job, tokens, limit in self._decode(([job] for job in again), decoding, SECOND_LIMIT):
            yield self._finish(job, tokens, limit)

    def _finish(self, job: Job, tokens: list[str], limit: int) -> Job:
        job.text = self.tokenizer.decode(tokens)
        if len(tokens) >= limit:
            start = job.source if len(job.source) <= 60 else job.source[:60] + "…"
            job.problem = Problem(
                f"the model {self.package.id} came to no end and was stopped after {limit} tokens: {start}",
                hint="read this translation with care",
            )
        return job

    def _decode(
        self, pending: Iterator[list[Job]], decoding: Decoding, limit: tuple[int, int]
    ) -> Iterator[tuple[Job, list[str], int]]:
        """Jobs with the tokens that came out, without the prefix, and the limit that was set for them."""
        pending = iter(pending)
        # Enough batches under way to keep every worker busy, few enough to keep results coming.
        under_way: deque[tuple[list[Job], list[Any], int]] = deque()
        for batch in islice(pending, self._threads * 2):
            under_way.append(self._submit(batch, decoding, limit))
        while under_way:
            batch, futures, most = under_way.popleft()
            with self._failing():
                results = [future.result() for future in futures]
            for following in islice(pending, 1):
                under_way.append(self._submit(following, decoding, limit))
            for job, result in zip(batch, results, strict=True):
                tokens = result.hypotheses[0]
                job.sure = _probability(result.scores[0], len(tokens) + 1, decoding.length_penalty)
                cut = len(self._prefix) if tokens[: len(self._prefix)] == self._prefix else 0
                yield job, tokens[cut:], most - cut

    def _submit(self, batch: list[Job], decoding: Decoding, limit: tuple[int, int]) -> tuple[list[Job], list[Any], int]:
        factor, more = limit
        most = factor * max(len(job.tokens) for job in batch) + more
        if self.longest_output is not None:
            most = min(most, self.longest_output)
        with self._failing():
            futures = self._translator.translate_batch(
                [job.tokens for job in batch],
                target_prefix=[self._prefix] * len(batch) if self._prefix else None,
                asynchronous=True,
                beam_size=decoding.beam_size,
                length_penalty=decoding.length_penalty,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat_ngram_size,
                disable_unk=decoding.forbid_unknown,
                replace_unknowns=True,
                return_scores=True,
                max_input_length=0,
                max_decoding_length=most,
            )
        return batch, futures, most

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, ValueError) as error:
            raise TranslationError(f"the model failed: {_first_line(error)}", path=self.package.model) from None


def _probability(score: float, tokens: int, length_penalty: float) -> float:
    """The geometric mean of what the model gave its tokens. score: the sum of logarithms, divided by the length as the
    search does it."""
    return min(1.0, math.exp(min(0.0, score * tokens**length_penalty / tokens)))


def _on_gpu(device: str) -> bool:
    import ctranslate2

    return device == "cuda" or (device == "auto" and ctranslate2.get_cuda_device_count() > 0)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["unknown error"])[0]
