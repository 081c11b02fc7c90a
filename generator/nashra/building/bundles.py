"""Pages -> disk, those alone whose grounds have changed; the whole site where nothing is known of the last build."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from nashra.building.articles import TICK
from nashra.building.database import Store, packed, unpacked
from nashra.building.team import Company, Made, team
from nashra.building.world import digest
from nashra.kit.errors import Problem
from nashra.publish.foreign import clash, foreign, recorded, remember
from nashra.publish.writer import SiteWriter, Stamp
from nashra.render.ground.bundle import Bundle, File, Needs
from nashra.render.ground.static_files import static_files
from nashra.render.site import Renderer

# Path -> (digest of its bytes, its stamp on the disk).
Files = dict[str, tuple[bytes, Stamp]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the site was brought to what it is.

    files: of the whole site. written: those that were not there as they are. problems: of the files published as they
    are. kept: files of people in the output folder.
    """

    files: int
    written: int
    problems: list[Problem]
    kept: list[str]


@dataclass
class Keys:
    """Tells by what the files of a bundle would be known again.

    world: what all files rest on, None where nothing is to be known again. assets: digest of the style sheets and
    scripts. grounds: article id -> what all of it but its text was made from, see `nashra.building.articles`; texts:
    and its text; an article that is not there is always taken for changed. everything: of all articles, names and
    settings together; every_text: of all texts. names: entity id -> digest of what is known of it. settings: name of a
    setting that few pages show -> its value.
    """

    world: bytes | None
    assets: bytes
    grounds: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    everything: bytes | None
    every_text: bytes | None
    names: Mapping[str, bytes]
    settings: Mapping[str, bytes]

    def of(self, needs: Needs) -> bytes | None:
        """The key; None where it cannot be told."""
        if self.world is None:
            return None
        total = blake2b(self.world, digest_size=16)
        if needs.everything:
            if self.everything is None:
                return None
            total.update(self.everything)
        if needs.all_texts:
            if self.every_text is None:
                return None
            total.update(self.every_text)
        for articles, grounds in ((needs.articles, self.grounds), (needs.texts, self.texts)):
            for article in articles:
                ground = grounds.get(article.id)
                if ground is None:
                    return None
                total.update(ground)
        total.update(repr(needs.facts).encode("utf-8", "surrogatepass"))
        for id in needs.names:
            total.update(digest(id, self.names.get(id, b"")))
        for name in needs.settings:
            total.update(digest(name, self.settings[name]))
        if needs.assets:
            total.update(self.assets)
        return total.digest()


class Known:
    """The key of each bundle, found out once."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._found: dict[str, bytes | None] = {}

    def __call__(self, bundle: Bundle) -> bytes | None:
        """The key; None where it cannot be told."""
        if bundle.name not in self._found:
            self._found[bundle.name] = self._keys.of(bundle.needs())
        return self._found[bundle.name]


def write(
    writer: SiteWriter,
    store: Store | None,
    renderer: Renderer,
    keys: Keys,
    record: Path | None = None,
    company: Company = Company(),  # noqa: B008 - it is frozen
) -> Outcome:
    """Bring the site to what `renderer` makes of it, and remember what it is.

    record: where the names of our files are kept, see `nashra.publish.foreign`. company: who helps.
    """
    name = str(writer.output)
    last = store.one("site", name) if store else None
    known: State = {} if last is None else unpacked(last[1])
    present, folders = writer.present() if known else ({}, set())
    problems: list[Problem] = []  # those of the static files, which come last

    own = list(renderer.bundles())
    key_of = Known(keys)

    def bundles(paths: Callable[[], Iterable[str]]) -> Iterator[Bundle]:
        yield from own
        yield from renderer.old_addresses(list(paths()))
        for each in _static(renderer, list(paths())):
            if isinstance(each, Problem):
                problems.append(each)
            else:
                yield each

    if not known or not present:
        with team(own, key_of, company) as make:
            state, written, kept = _whole(writer, bundles, key_of, make, record)
    else:
        old = [bundle for bundle in own if _is_same(bundle, key_of, known, present)]
        same = {bundle.name for bundle in old}
        with team([bundle for bundle in own if bundle.name not in same], key_of, company) as make:
            state, written, kept = _changes(writer, bundles, key_of, make, known, present, folders, record)
    if store and state != known:
        data = packed(state)
        store.put("site", name, digest(data), data)
    return Outcome(sum(len(files) for _, files in state.values()), written, problems, kept)


# The bundles of a site; the paths of those before are asked for on the way.
_Bundles = Callable[[Callable[[], Iterable[str]]], Iterator[Bundle]]
_Make = Callable[[Bundle], Made]


def _static(renderer: Renderer, paths: Iterable[str]) -> Iterator[Bundle | Problem]:
    """What is published as it is, where none of `paths` is in the way. Large files are known by their times."""
    # all are found before the first one is written: a link among them may lead to where they go
    for each in list(static_files(renderer.settings, paths)):
        if isinstance(each, Problem):
            yield each
            continue
        path, data = each
        facts: tuple[object, ...]
        if isinstance(data, bytes):
            facts = (digest(data),)
        else:
            found = data.stat()
            facts = (str(data), found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            if max(found.st_mtime_ns, found.st_ctime_ns) > time.time_ns() - TICK:
                facts = (time.time_ns(),)
        yield Bundle(f"static/{path}", partial(Needs, (), facts), partial(_one, path, data))


def _one(path: str, data: bytes | Path) -> list[File]:
    return [(path, data)]


State = dict[str, tuple["bytes | None", Files]]


def _whole(
    writer: SiteWriter, bundles: _Bundles, key_of: Known, make: _Make, record: Path | None
) -> tuple[State, int, list[str]]:
    state: State = {}
    digests: dict[str, bytes] = {}
    paths: dict[str, list[str]] = {}

    def all_files() -> Iterator[File]:
        for bundle in bundles(lambda: digests):
            own = paths[bundle.name] = []
            state[bundle.name] = key_of(bundle), {}
            for path, content in make(bundle):
                digests[path] = digest(content)
                own.append(path)
                yield path, content

    stamps, kept = writer.replace(all_files(), record)
    for name, own in paths.items():
        state[name][1].update({path: (digests[path], stamps[path]) for path in own})
    return state, len(stamps), kept


def _changes(
    writer: SiteWriter,
    bundles: _Bundles,
    key_of: Known,
    make: _Make,
    known: State,
    present: Mapping[str, Stamp],
    folders: set[str],
    record: Path | None,
) -> tuple[State, int, list[str]]:
    state: State = {}
    pending: dict[str, bytes] = {}
    kept: list[str] = []
    last = {path: (digest, stamp) for _, files in known.values() for path, (digest, stamp) in files.items()}

    def wanted() -> list[str]:
        return [path for _, files in state.values() for path in files]

    def changed() -> Iterator[tuple[str, bytes]]:
        for bundle in bundles(wanted):
            if _is_same(bundle, key_of, known, present):
                state[bundle.name] = known[bundle.name]
                continue
            files: Files = {}
            state[bundle.name] = key_of(bundle), files
            for path, content in make(bundle):
                own = digest(content)
                stamp = present.get(path)
                before = last.get(path)
                if before and before == (own, stamp):
                    files[path] = before
                elif stamp is not None and stamp[1] == len(content) and _is(writer.output / path, content):
                    files[path] = own, stamp
                else:
                    pending[path] = own
                    files[path] = own, (0, 0, 0)
                    yield path, content

    def gone() -> Sequence[str]:
        ours = set(wanted())
        if record:
            old = recorded(record)
            for path in foreign(sorted(present), ours, old):
                if path in pending or any(path == up for each in pending for up in _folders(each)):
                    raise clash(writer.output / path)
                if path not in ours:
                    kept.append(path)
            # should the build die now, none of both is taken for foreign
            remember(record, sorted(ours | (old or set())))
        stay = ours.union(kept)
        needed = {folder for path in stay for folder in _folders(path)}
        strays = sorted(folder for folder in folders - needed if needed.issuperset(_folders(folder)))
        return [*strays, *sorted(path for path in present if path not in stay and needed.issuperset(_folders(path)))]

    stamps = writer.patch(changed(), gone)
    if record:
        remember(record, sorted(wanted()))
    for _, files in state.values():
        for path in files.keys() & stamps.keys():
            files[path] = pending[path], stamps[path]
    return state, len(stamps), kept


def _is_same(bundle: Bundle, key_of: Known, known: State, present: Mapping[str, Stamp]) -> bool:
    """Whether the files of `bundle` are there as they would be made."""
    old = known.get(bundle.name)
    if old is None or old[0] is None or old[0] != key_of(bundle):
        return False
    return all(present.get(path) == stamp for path, (_, stamp) in old[1].items())


def _is(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _folders(path: str) -> Iterator[str]:
    """The folders that `path` is in, outermost first."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
