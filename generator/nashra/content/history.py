"""How a source read when it was translated, and since when it reads otherwise.

Fingerprints in content/ say that a block changed, not what it was. The old words are looked for in a copy that
`nashra translate` leaves in the cache, then in the site's git history; either may be missing.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nashra.head import frontmatter
from nashra.kit.errors import NashraError
from nashra.kit.files import write_atomic
from nashra.markup.blocks import fingerprint, split
from nashra.markup.blocks_0_1 import texts_0_1

# A file that was committed more often than this is not searched further back.
_MOST_COMMITS = 200
_GIT_SECONDS = 20


@dataclass(frozen=True, slots=True)
class OldBlock:
    """A block that is not in the source any more. until: ISO date and time of the change, None when not known."""

    text: str
    until: str | None


def remember(cache: Path, article: str, lang: str, body: str, wanted: Collection[str] = ()) -> None:
    """Keep the source `body` that the version in `lang` of the article with this id was just made from.

    wanted: fingerprints of source blocks that the version still speaks of; where they are not in `body` any more, their
    words are kept along. Raises NashraError when the cache cannot be written.
    """
    path = _copy(cache, article, lang)
    blocks = {fingerprint(block.text): block.text for block in split(body)}
    if missing := set(wanted) - set(blocks) - {""}:
        blocks.update((mark, text) for mark, text in _kept(path).items() if mark in missing)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NashraError(f"the folder cannot be made: {error.strerror}", path=path.parent) from None
    write_atomic(path, json.dumps(blocks, ensure_ascii=False, indent=0) + "\n")


def old_blocks(cache: Path, article: str, lang: str, source: Path, wanted: Collection[str]) -> dict[str, OldBlock]:
    """Fingerprint -> block for those of `wanted` that can be found. source: the path of the source's file."""
    missing = set(wanted)
    found: dict[str, OldBlock] = {}
    if not missing:
        return found
    later: str | None = None
    for moment, text in _versions(source):
        body = _body(text, source)
        blocks = {fingerprint(part): part for part in (*texts_0_1(body), *(block.text for block in split(body)))}
        for mark in missing & set(blocks):
            found[mark] = OldBlock(blocks[mark], later)
        missing -= set(blocks)
        later = moment
        if not missing:
            return found
    kept = _kept(_copy(cache, article, lang))
    found.update({mark: OldBlock(kept[mark], None) for mark in missing & set(kept)})
    return found


def _copy(cache: Path, article: str, lang: str) -> Path:
    return cache / "sources" / f"{article}.{lang}.json"


def _kept(path: Path) -> dict[str, str]:
    """Fingerprint -> text of the blocks in a copy; none where it is missing or damaged, since it is only a cache."""
    try:
        blocks = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {mark: text for mark, text in blocks.items() if isinstance(text, str)} if isinstance(blocks, dict) else {}


def left_out(root: Path, paths: Sequence[Path]) -> list[Path]:
    """Those of `paths` below `root` that .gitignore keeps out of the repository; none where there is no git."""
    names = [path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root)]
    found = _git(root, "-c", "core.quotePath=false", "check-ignore", "--", *names) if names else ""
    return [root / name for name in found.splitlines()]


def _body(text: str, path: Path) -> str:
    try:
        return frontmatter.split(text.replace("\r\n", "\n"), path).body
    except NashraError:
        return ""


def _versions(path: Path) -> Iterator[tuple[str, str]]:
    """(when, text) of the committed versions of a file, newest first; none where there is no git."""
    log = _git(path.parent, "log", f"-{_MOST_COMMITS}", "--format=%H %cI", "--", path.name)
    for line in log.splitlines():
        commit, _, moment = line.partition(" ")
        text = _git(path.parent, "show", f"{commit}:./{path.name}")
        if text:
            yield moment, text


def _git(folder: Path, *args: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, file names come after "--" or a colon
            ["git", "-C", str(folder), *args],  # noqa: S607 - whichever git the editor uses
            capture_output=True,
            timeout=_GIT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
