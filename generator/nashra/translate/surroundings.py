"""What stands around sentences, for engines that want to know it (see `nashra.translate.engines.hop.Context`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from nashra.entities.glossary import Glossary
from nashra.markup.blocks import labels
from nashra.markup.slots import texts
from nashra.translate.engines.hop import Context
from nashra.translate.marks import Text
from nashra.translate.renewal import Renewal


def context_of(renewals: Iterable[Renewal], glossary: Glossary) -> Context:
    """Of all sentences of the sources, also those that need no translation; of one that comes twice its first place."""
    around: dict[str, tuple[str, str]] = {}
    for renewal in renewals:
        in_order = ["", *_sentences(renewal), ""]
        for (before, sentence), (_, after) in zip(pairwise(in_order[:-1]), pairwise(in_order[1:]), strict=True):
            around.setdefault(sentence, (before, after))
    return Context(around, glossary.written)


def _sentences(renewal: Renewal) -> Iterator[str]:
    references = labels(renewal.source.body)
    for block in renewal.alignment.sources:
        for text in texts(block):
            yield from Text.of(text, renewal.source.lang, references=references).segments()
