"""Pages -> disk, those alone whose grounds have changed; the whole site where nothing is known of the last build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from nashra.building.store import Store, packed, unpacked
from nashra.building.world import digest
from nashra.publish.writer import SiteWriter, Stamp
from nashra.render.ground.bundle import Bundle, File, Needs
from nashra.render.site import Renderer

# Path -> (digest of its bytes, its stamp on the disk).
Files = dict[str, tuple[bytes, Stamp]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """files: of the whole site. written: those that were not there as they are. made: bundles that were made anew."""

    files: int
    written: int
    made: int


@dataclass
class Keys:
    """Tells by what the files of a bundle would be known again.

    world: what all files rest on, None where nothing is to be known again. assets: digest of the style sheets and
    scripts. grounds: article id -> what it was made from, see `nashra.building.articles`; an article that is not there
    is always taken for changed. everything: of all articles together.
    """

    world: bytes | None
    assets: bytes
    grounds: Mapping[str, bytes]
    everything: bytes | None

    def of(self, needs: Needs) -> bytes | None:
        """The key; None where it cannot be told."""
        if self.world is None:
            return None
        total = blake2b(self.world, digest_size=16)
        if needs.everything:
            if self.everything is None:
                return None
            total.update(self.everything)
        for article in needs.articles:
            ground = self.grounds.get(article.id)
            if ground is None:
                return None
            total.update(ground)
        total.update(repr(needs.facts).encode("utf-8", "surrogatepass"))
        if needs.assets:
            total.update(self.assets)
        return total.digest()


def write(writer: SiteWriter, store: Store | None, renderer: Renderer, keys: Keys) -> Outcome:
    """Bring the site to what `renderer` makes of it, and remember what it is."""
    name = str(writer.output)
    kept = store.one("site", name) if store else None
    known: dict[str, tuple[bytes | None, Files]] = {}
    if kept is not None:
        known = unpacked(kept[1])
    present, folders = writer.present() if known else ({}, set())
    if not known or not present:
        state, written, made = _whole(writer, renderer, keys)
    else:
        state, written, made = _changes(writer, renderer, keys, known, present, folders)
    if store and state != known:
        data = packed(state)
        store.put("site", name, digest(data), data)
    return Outcome(sum(len(files) for _, files in state.values()), written, made)


State = dict[str, tuple["bytes | None", Files]]


def _whole(writer: SiteWriter, renderer: Renderer, keys: Keys) -> tuple[State, int, int]:
    state: State = {}
    digests: dict[str, bytes] = {}
    paths: dict[str, list[str]] = {}

    def make(bundles: Iterable[Bundle]) -> Iterator[File]:
        for bundle in bundles:
            own = paths[bundle.name] = []
            state[bundle.name] = keys.of(bundle.needs()), {}
            for path, data in bundle.make():
                content = data.read_bytes() if isinstance(data, Path) else data
                digests[path] = digest(content)
                own.append(path)
                yield path, content

    def all_files() -> Iterator[File]:
        yield from make(renderer.bundles())
        yield from make(renderer.old_addresses(list(digests)))

    stamps = writer.replace(all_files())
    for name, own in paths.items():
        state[name][1].update({path: (digests[path], stamps[path]) for path in own})
    return state, len(stamps), len(state)


def _changes(
    writer: SiteWriter,
    renderer: Renderer,
    keys: Keys,
    known: State,
    present: Mapping[str, Stamp],
    folders: set[str],
) -> tuple[State, int, int]:
    state: State = {}
    pending: dict[str, bytes] = {}
    counts = [0]
    last = {path: (digest, stamp) for _, files in known.values() for path, (digest, stamp) in files.items()}

    def changed(bundles: Iterable[Bundle]) -> Iterator[tuple[str, bytes]]:
        for bundle in bundles:
            key = keys.of(bundle.needs())
            old = known.get(bundle.name)
            if old and key is not None and old[0] == key and all(present.get(p) == s for p, (_, s) in old[1].items()):
                state[bundle.name] = old
                continue
            counts[0] += 1
            files: Files = {}
            state[bundle.name] = key, files
            for path, data in bundle.make():
                content = data.read_bytes() if isinstance(data, Path) else data
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

    def all_changed() -> Iterator[tuple[str, bytes]]:
        yield from changed(renderer.bundles())
        paths = [path for _, files in state.values() for path in files]
        yield from changed(renderer.old_addresses(paths))

    def gone() -> Sequence[str]:
        wanted = {path for _, files in state.values() for path in files}
        needed = {folder for path in wanted for folder in _folders(path)}
        strays = sorted(folder for folder in folders - needed if not any(up not in needed for up in _folders(folder)))
        return [*strays, *sorted(path for path in present if path not in wanted and needed.issuperset(_folders(path)))]

    stamps = writer.patch(all_changed(), gone)
    for _, files in state.values():
        for path in files.keys() & stamps.keys():
            files[path] = pending[path], stamps[path]
    return state, len(stamps), counts[0]


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
