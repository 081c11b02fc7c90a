"""`nashra import --move`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nashra.cli.output import Progress, count, exit_code, report_problems, table
from nashra.kit.errors import Problem, printable

if TYPE_CHECKING:
    from nashra.move_in.mover import Moved
    from nashra.settings.config import Settings

_FEW = 12
# Notes on the terminal; all of them are in the articles, and in the report.
_NOTES = 30
# Texts with one fault between them are named one by one up to this many.
_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the editor wants of a move. terms: a file with what becomes of categories, tags and authors; written where
    there is none. report: a file for people. comments: whether those of readers come along. disqus: an export of
    them."""

    dry_run: bool = False
    as_json: bool = False
    terms: Path | None = None
    report: Path | None = None
    comments: bool = False
    disqus: Path | None = None


def move_in(settings: Settings, sources: Sequence[str], wishes: Wishes) -> int:
    """Move the site that `sources` names into that of `settings`; how the command ends."""
    from nashra.kit import clock
    from nashra.move_in import comments, report, terms
    from nashra.move_in.mover import Mover
    from nashra.move_in.systems import SYSTEMS, old_site

    if len(sources) != 1 or not Path(sources[0]).exists():
        raise click.UsageError("--move takes the folder, or the export, of one site")
    root = Path(sources[0]).resolve()
    if _is_own(root, settings):
        raise click.UsageError(f"{sources[0]} is this site itself: --move takes the folder, or the export, of another")
    site = old_site(root, settings)
    if site is None:
        names = ", ".join(system.name for system in SYSTEMS)
        raise click.UsageError(f"{sources[0]} is no site of {names}, as far as its files tell")
    given = terms.load(wishes.terms) if wishes.terms else None
    talk = comments.Talk(comments.from_disqus(wishes.disqus) if wishes.disqus else {}, wishes.comments)
    with Progress() if len(site.texts) > _FEW else nullcontext(_no_progress) as show:
        mover = Mover(settings, site, clock.now(), dry_run=wishes.dry_run, show=show, given=given, talk=talk)
        done = list(mover.run())
    if wishes.terms and not wishes.terms.exists():
        terms.save(wishes.terms, mover.terms)
        click.echo(f"what becomes of categories, tags and authors: {wishes.terms}; change it and run again", err=True)
    if wishes.report:
        report.write(wishes.report, settings, site, done, mover)
    problems = [*site.problems, *(problem for each in done for problem in each.problems)]
    problems += [Problem(why, path, warning=True) for path, why in site.left_out.items()]
    if wishes.as_json:
        click.echo(json.dumps(_rows(settings, done), ensure_ascii=False, indent=1))
    else:
        _tell(settings, site.system, done, dry_run=wishes.dry_run)
    report_problems(_gathered(problems, root), settings.root)
    return exit_code(problems)


def _is_own(root: Path, settings: Settings) -> bool:
    """Whether `root` is a part of the site that Nashra reads or writes itself; what waits in its inbox is not."""
    from nashra.ingest.inbox import FOLDER

    inbox = (settings.content / FOLDER).resolve()
    whole = [path.resolve() for path in (settings.content, settings.output)]
    return root == settings.root.resolve() or (
        any(root.is_relative_to(path) for path in whole) and (root == inbox or not root.is_relative_to(inbox))
    )


def _no_progress(_what: str, _done: int, _total: int) -> None:
    pass


def _gathered(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Problems of whole files that differ in the file alone as one, and those of lines where there are many."""
    groups: dict[tuple[str, str, bool], list[Problem]] = {}
    for each in problems:
        groups.setdefault((each.message, each.hint, each.warning), []).append(each)
    told: list[Problem] = []
    for members in groups.values():
        if len(members) <= (_ALIKE if any(each.line for each in members) else 1):
            told += members
            continue
        names = [_below(root, each.path) for each in members[:_ALIKE] if each.path]
        more = f", and {len(members) - _ALIKE:,} more" if len(members) > _ALIKE else ""
        message = f"{members[0].message}; so it is with {len(members):,} files: {', '.join(names)}{more}"
        told.append(replace(members[0], path=None, line=None, message=message))
    return told


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) and path != root else path.name


def _tell(settings: Settings, system: str, done: Sequence[Moved], *, dry_run: bool) -> None:
    counts = Counter(each.status for each in done)
    several = sum(len(each.texts) > 1 for each in done if each.status == "moved")
    for each in done if len(done) <= _FEW else ():
        for text, file in zip(each.texts, each.files, strict=False):
            click.echo(printable(f"{each.status}: {text.address} -> {_shown(settings, file)}"))
    notes = [f"to check: {each.texts[0].address}: {note}" for each in done for note in each.notes]
    for note in notes[:_NOTES]:
        click.echo(printable(note))
    if len(notes) > _NOTES:
        click.echo(
            f"and {len(notes) - _NOTES:,} more to check: they stand in the articles, and --report FILE lists them"
        )
    rows = [
        [f"a site of {system}", "texts"],
        ["would move in" if dry_run else "moved in", f"{counts['moved']:,}"],
        ["with versions joined", f"{several:,}"],
        ["here already", f"{counts['known']:,}"],
        ["left out", f"{counts['left out']:,}"],
    ]
    if counts["grown"]:
        rows.insert(3, ["got another version", f"{counts['grown']:,}"])
    if counts["gone"]:
        rows.insert(-1, ["taken away here since", f"{counts['gone']:,}"])
    click.echo("\n" + table(rows))
    if counts["gone"]:
        click.echo("to have back what was taken away, delete its lines in content/moved.txt and run this again")
    if counts["moved"] and not dry_run:
        click.echo(f"next: `nashra build` and `nashra check`; {count(counts['moved'], 'text')} to look at")


def _rows(settings: Settings, done: Sequence[Moved]) -> list[dict[str, Any]]:
    return [
        {
            "status": each.status,
            "versions": [
                {"old": text.address, "aliases": list(text.aliases), "lang": text.lang, "file": _shown(settings, file)}
                for text, file in zip(each.texts, (*each.files, *[None] * len(each.texts)), strict=False)
            ],
            "check": list(each.notes),
            "problems": [problem.message for problem in each.problems],
        }
        for each in done
    ]


def _shown(settings: Settings, path: Path | None) -> str | None:
    if path is None:
        return None
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else str(path)
