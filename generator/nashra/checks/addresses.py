"""Addresses that readers may have and that lead to nothing any more, with what to do about each."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.content import address_ledger
from nashra.render.ground import urls

NAME = "addresses"


def check(case: Case) -> Iterator[Finding]:
    """Addresses of the ledger whose article, page, entity or topic is gone; damaged lines of the ledger."""
    ledger, problems = address_ledger.load(case.settings)
    path = address_ledger.ledger_path(case.settings)
    for problem in problems:
        yield Finding.of(problem, NAME)
    vanished = address_ledger.vanished(case.settings, case.content, ledger)
    here, titles = {}, {}
    for article in case.content.articles:
        for lang, version in article.versions.items():
            address = urls.article(lang, article.month, version.slug)
            here[address], titles[address] = article.id, version.title
    yield from (Finding.of(problem, NAME) for problem in address_ledger.renamed(case.settings, ledger, vanished, here))
    yield from (Finding.of(problem, NAME) for problem in address_ledger.exchanged(case.settings, ledger, here, titles))
    for gone in vanished:
        if gone.path in case.site:
            continue  # another page, or a redirect, answers there
        message = f"the address {gone.path} leads to nothing: the {gone.kind} {gone.id} is gone"
        forget = f"or write `gone` before its line in {address_ledger.FILE_NAME}"
        if gone.kind in ("article", "page"):
            way = f'restore the {gone.kind}, add `aliases: ["/{gone.path}"]` to the one that takes its place'
        else:
            way = f"restore it, add `former_ids: [{gone.id}]` to the {gone.kind} that takes its place"
        yield Finding("warning", NAME, message, path, gone.line or None, f"{way}, {forget}", gone.path)
