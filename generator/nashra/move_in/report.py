"""What became of an old site, as a page for people: open it in a browser beside the new site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from nashra.kit.files import write_atomic
from nashra.move_in.old_site import OldSite
from nashra.settings.config import Settings

if TYPE_CHECKING:
    from nashra.move_in.mover import Moved, Mover

_STYLE = """\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } h2 { margin-top: 2.5rem; } :root { color-scheme: light dark; }
td, th { border: 1px solid #8886; padding: .3rem .5rem; text-align: start; }
td { overflow-wrap: anywhere; vertical-align: top; }
"""


def write(path: Path, settings: Settings, site: OldSite, done: Sequence[Moved], mover: Mover) -> None:
    """Write the report into the file `path`. Raises NashraError where the disk says no."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, "\n".join(_lines(settings, site, done, mover)) + "\n")


def _lines(settings: Settings, site: OldSite, done: Sequence[Moved], mover: Mover) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moving in</title>'
    yield f"<style>{_STYLE}</style></head><body><h1>Moving in: a site of {escape(site.system)}</h1>"
    counted = Counter(each.status for each in done)
    yield from _table("", ("", "texts"), ((status, f"{number:,}") for status, number in counted.most_common()))
    yield from _table("To check", ("text", "what"), _notes(settings, done))
    yield from _table("Left out", ("file", "why"), _left_out(settings, site, done))
    alone = [each for each in done if len(each.texts) == 1 and each.files and len({*_langs(done)}) > 1]
    rows = ((each.texts[0].address, each.texts[0].lang or "", each.texts[0].title) for each in alone)
    yield from _table("In one language only (`nashra join` puts two together)", ("address", "language", "title"), rows)
    yield from _table(
        "Categories, tags and authors (change them with --terms)",
        ("", "name", "becomes"),
        ((kind, name, told) for kind, found in mover.terms.decided.items() for name, told in found.items()),
    )
    yield from _table("Menus, to be made anew", ("entry",), ((each,) for each in site.menus))
    yield from _table("Old addresses", ("old", "new"), _addresses(settings, done, mover))
    yield "</body></html>"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    found = list(rows)
    if not found:
        return
    if title:
        yield f"<h2>{escape(title)} ({len(found):,})</h2>"
    yield "<table><tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>"
    for row in found:
        yield "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) + "</tr>"
    yield "</table>"


def _langs(done: Sequence[Moved]) -> Iterator[str]:
    yield from (text.lang for each in done for text in each.texts if text.lang)


def _notes(settings: Settings, done: Sequence[Moved]) -> Iterator[tuple[str, str]]:
    for each in done:
        where = _shown(settings, each.files[0]) if each.files else each.texts[0].address
        yield from ((where, note) for note in each.notes)


def _left_out(settings: Settings, site: OldSite, done: Sequence[Moved]) -> Iterator[tuple[str, str]]:
    for problem in (*site.problems, *(problem for each in done for problem in each.problems)):
        yield (str(problem.path or ""), problem.message + (f" ({problem.hint})" if problem.hint else ""))
    yield from ((str(path), why) for path, why in site.left_out.items())


def _addresses(settings: Settings, done: Sequence[Moved], mover: Mover) -> Iterator[tuple[str, str]]:
    for each in done:
        for text, file in zip(each.texts, each.files, strict=False):
            yield from ((address, _shown(settings, file)) for address in text.addresses)
        if not each.files:
            yield from ((text.address, "") for text in each.texts)
    yield from mover.others.items()


def _shown(settings: Settings, path: Path) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else str(path)
