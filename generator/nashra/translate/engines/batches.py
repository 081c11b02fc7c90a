"""Segments -> jobs that fit the model -> batches of similar length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from nashra.kit.errors import Problem


@dataclass(eq=False, slots=True)
class Job:
    """One input of the model: a segment, or a part of one that is too long. `text` is set when it is done, and `sure`,
    from 0 to 1, where the model says how sure it is; `problem` where the text is to be read with care."""

    whole: Whole
    source: str
    tokens: list[str]
    text: str | None = None
    sure: float | None = None
    problem: Problem | None = None


@dataclass(eq=False, slots=True)
class Whole:
    """A segment and its jobs in order, joined again by single spaces, or by nothing where none was."""

    index: int
    source: str
    jobs: list[Job] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)

    def ready(self) -> bool:
        """Whether every job is done."""
        return all(job.text is not None for job in self.jobs)

    def text(self) -> str:
        """The translation, between the white space that stood around the source."""
        inner = "".join(join + (job.text or "") for join, job in zip(["", *self.joins], self.jobs, strict=True))
        body = self.source.strip()
        start = self.source.index(body)
        return self.source[:start] + inner + self.source[start + len(body) :]


def plan_jobs(wholes: Sequence[Whole], encode: Callable[[str], list[str]], longest: int) -> Iterator[Whole]:
    """Give every segment its jobs of at most `longest` tokens; yields those that need no model.

    A segment that is too long is halved at the space next to its middle, again and again: the last resort
    for what the sentence rules could not cut, since a longer input would be truncated or make the model fail.
    """
    for whole in wholes:
        for number, (join, part, tokens) in enumerate(_fitting(whole.source.strip(), encode, longest)):
            if number:
                whole.joins.append(join)
            whole.jobs.append(Job(whole, part, tokens, text=None if tokens else part))
        if whole.ready():
            yield whole


def batches(jobs: Sequence[Job], batch_tokens: int) -> Iterator[list[Job]]:
    """Jobs of similar length together, longest first, at most `batch_tokens` tokens a batch with padding.

    Long batches first: the workers then end at about the same time. The order depends on the jobs alone.
    """
    batch: list[Job] = []
    widest = 0
    for job in sorted(jobs, key=lambda job: len(job.tokens), reverse=True):
        if batch and widest * (len(batch) + 1) > batch_tokens:
            yield batch
            batch = []
        if not batch:
            widest = len(job.tokens)
        batch.append(job)
    if batch:
        yield batch


def _fitting(text: str, encode: Callable[[str], list[str]], longest: int) -> Iterator[tuple[str, str, list[str]]]:
    """Parts of `text` that fit, each with what stood before it (" " or "") and its tokens."""
    stack = [("", text)]
    while stack:
        join, part = stack.pop()
        tokens = encode(part)
        if len(tokens) <= longest or len(part) < 2:
            yield join, part, tokens
            continue
        left, between, right = _halve(part)
        stack.append((between, right))
        stack.append((join, left))


def _halve(text: str) -> tuple[str, str, str]:
    middle = len(text) // 2
    before, after = text.rfind(" ", 1, middle), text.find(" ", middle, len(text) - 1)
    if before < 0 and after < 0:
        return text[:middle], "", text[middle:]
    at = before if after < 0 or (before >= 0 and middle - before <= after - middle) else after
    return text[:at].rstrip(" "), " ", text[at + 1 :].lstrip(" ")
