"""Files in the output folder that Nashra did not write: they are people's, and no build takes them away.

The names of ours are kept in the site's cache. Where that was deleted, what lies in the folders of a site is ours, in
those of languages only what sites have there, and beside them, at its top, what this build writes and what has a name
as sites have them.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from nashra.kit.errors import NashraError, Problem
from nashra.kit.files import write_atomic

# Names at the top of a site: folders of languages, pages, feeds, maps and lists.
_OF_A_SITE = re.compile(
    r"[a-z]{2,3}|s|media|assets|\.nojekyll|[\w-]+\.(?:html|xml|json|opml)|(?:robots|llms|addresses)\.txt"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_OF_A_LANGUAGE = (".html", ".js", ".json", ".opml", ".webmanifest", ".xml")
_HINT = "put it into the folder static/, whose files are published as they are"


def keep_foreign(output: Path, found: Iterable[str], new: Path, names: Sequence[str], record: Path) -> list[str]:
    """Put the files of people in `output` into the folder `new`, which is to take its place; what they are called.

    found: all files in `output`. names: the files in `new`. record: see `remember`. Raises NashraError where one has
    the name of another file of ours: one of them would be lost.
    """
    ours = recorded(record)
    kept: list[str] = []
    for name in foreign(found, names, ours):
        target = new / name
        if os.path.lexists(target):
            if _same(output / name, target):
                continue
            raise clash(output / name)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise NashraError("this file is in the way of the site", path=output / name, hint="move it away") from None
        shutil.copy2(output / name, target, follow_symlinks=False)
        kept.append(name)
    # should the build die now, none of both is taken for foreign; not before, since a file of people may be in the way
    remember(record, sorted({*names, *(ours or ())}))
    return kept


def foreign(found: Iterable[str], names: Collection[str], ours: frozenset[str] | None) -> Iterator[str]:
    """Those of the files `found` in the output folder that are people's; `names` are the site's, `ours` as recorded."""
    tops = {name.partition("/")[0] for name in names} if ours is None else set()
    for name in found:
        if name not in ours if ours is not None else not _is_of_a_site(name, tops):
            yield name


def clash(path: Path) -> NashraError:
    """That a file of people has the name of one of the site's."""
    return NashraError("this file is not of Nashra, and the site has one of that name", path=path, hint="move it away")


def kept_problem(path: Path) -> Problem:
    """The warning that `path` is no file of ours and was kept."""
    return Problem("Nashra did not write this file; it was kept", path, hint=_HINT, warning=True)


def remember(record: Path, names: Sequence[str]) -> None:
    """Write down in `record` that the files `names` of the output folder are ours."""
    with suppress(OSError, NashraError):  # it is a cache; without it more is kept
        record.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(record, "".join(f"{name}\n" for name in names))


def recorded(record: Path) -> frozenset[str] | None:
    """The names that were remembered, None where there are none."""
    try:
        return frozenset(record.read_text("utf-8").splitlines())
    except (OSError, ValueError):
        return None


def _is_of_a_site(name: str, tops: Collection[str]) -> bool:
    first, _, rest = name.partition("/")
    if rest and _LANGUAGE.fullmatch(first) and not rest.endswith(_OF_A_LANGUAGE):
        return False
    return _OF_A_SITE.fullmatch(first) is not None or first in tops


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
