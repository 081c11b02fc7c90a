"""An import from files to articles: read, compare with what is there, write; one outcome an article, as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from nashra.content import authoring, store
from nashra.ingest.chosen_files import STDIN
from nashra.ingest.draft import Imported
from nashra.ingest.duplicates import Register, Twin
from nashra.ingest.extract import Extract
from nashra.ingest.formats import Options
from nashra.ingest.page.html_names import topic_names
from nashra.ingest.worker import Reader
from nashra.kit.budget import BUDGET
from nashra.kit.errors import NashraError, Problem
from nashra.model import Content, Draft
from nashra.settings.config import Settings

# imported: written. updated: renewed (--update). known: there already. edited: there already, and a person changed it.
# held back: a near copy (--skip-near). failed: refused. note: a remark on a file.
Status = Literal["imported", "updated", "known", "edited", "held back", "failed", "note"]

STANDARD_INPUT = Path("standard input")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article. done: how many of the files are behind.

    label:   which of several articles of the file. article: its original in content/, also of one that was known.
    twin:    the article that it is the same as, or nearly. Where nothing is written both lack what would be new.
    """

    path: Path
    status: Status
    done: int
    label: str = ""
    imported: Imported | None = None
    article: Path | None = None
    twin: Twin | None = None
    problems: tuple[Problem, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a batch treats what it finds.

    dry_run: write nothing. update: give known articles the words that are new, where no person edited them.
    skip_near: leave near copies out. budget: seconds for reading one article.
    """

    dry_run: bool = False
    update: bool = False
    skip_near: bool = False
    budget: float = BUDGET


def run(
    settings: Settings,
    paths: Sequence[Path],
    options: Options,
    wishes: Wishes,
    read_stdin: Callable[[], bytes],
    dress: Callable[[Path, Imported], Imported] = lambda _path, imported: imported,
) -> Iterator[Outcome]:
    """Import the files `paths` (`-`: standard input) one after the other. An outcome comes when its article is written,
    so that whoever stops in between keeps what came before. dress: adds to an article what lies beside its file. Raises
    NashraError where the site itself cannot be read.
    """
    content, _ = store.load(settings)
    desk = Desk(settings, content, wishes, by_address=options.source_url is None or len(paths) == 1)
    options = replace(options, known_topics=topic_names(content.topics.values()))
    with Reader(options, wishes.budget) as reader:
        for number, path in enumerate(paths):
            is_stdin = str(path) == STDIN
            shown = STANDARD_INPUT if is_stdin else path
            try:
                entries = reader.read(shown, read_stdin() if is_stdin else None)
                for entry in entries:
                    if entry.imported is not None:
                        entry = replace(entry, imported=dress(shown, entry.imported))
                    yield desk.settle(shown, entry, number)
            except NashraError as error:
                yield Outcome(shown, "failed", number, problems=error.problems)


class Desk:
    """Decides what becomes of each article, and writes it.

    by_address: whether an article of the same web address is the same article.
    """

    def __init__(self, settings: Settings, content: Content, wishes: Wishes, *, by_address: bool) -> None:
        self._settings = settings
        self._wishes = wishes
        self._by_address = by_address
        self._taken = authoring.Taken(settings, content.articles)
        self._register = Register(
            (
                str(article.original.path),
                article.digest,
                article.source.url if article.source else None,
                article.lang,
                article.original.body,
            )
            for article in content.articles
        )

    def settle(self, path: Path, entry: Extract, done: int) -> Outcome:
        """Write the article of `entry`, or say why not."""
        start = Outcome(path, "note", done, entry.label, note=entry.note)
        if entry.problems:
            return replace(start, status="failed", problems=entry.problems)
        if entry.imported is None:
            return start
        try:
            return self._decide(replace(start, imported=entry.imported), entry.imported)
        except NashraError as error:
            return replace(start, status="failed", problems=error.problems)

    def _decide(self, start: Outcome, imported: Imported) -> Outcome:
        draft = imported.draft
        url = draft.source.url if draft.source and self._by_address else None
        twin = self._register.find(draft.digest, url, draft.lang, draft.body)
        if twin is not None and twin.why != "near":
            return self._known(replace(start, twin=twin, article=Path(twin.name)), twin, draft)
        if twin is not None and self._wishes.skip_near:
            return replace(start, status="held back", twin=twin)
        if twin is not None:
            comment = f"{twin.share:.0%} of its words are also in {self._relative(twin.name)}"
            draft = replace(draft, comments=(*draft.comments, comment))
            notes = (*imported.notes, comment)
            start = replace(start, twin=twin, imported=replace(imported, draft=draft, notes=notes))
        written = None
        if not self._wishes.dry_run:
            written = authoring.create_article(self._settings, draft, self._taken)
        self._register.add(str(written or start.path), draft.digest, url, draft.lang, draft.body)
        return replace(start, status="imported", article=written)

    def _known(self, start: Outcome, twin: Twin, draft: Draft) -> Outcome:
        original = Path(twin.name)
        if twin.why == "text" or not self._wishes.update or not original.name.endswith(f"{draft.lang}.md"):
            return replace(start, status="known")
        if self._wishes.dry_run:
            return replace(start, status="updated" if authoring.is_as_imported(original) else "edited")
        return replace(start, status="updated" if authoring.update_article(original, draft) else "edited")

    def _relative(self, name: str) -> str:
        path = Path(name)
        root = self._settings.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else name
