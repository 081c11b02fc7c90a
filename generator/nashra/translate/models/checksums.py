"""The checksums of installed packages, written down when they are installed, to know later whether they are the same.

They stand in the user's own data, away from the packages, so that what spoils a package does not mend its checksum as
well. A package that another program installed has none until it is verified for the first time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from nashra.kit.errors import NashraError
from nashra.kit.files import sha256_of, write_atomic
from nashra.translate.models.packages import checksums_folder


def digest(folder: Path) -> str:
    """The checksum of all files in `folder`, names and contents. Raises OSError."""
    total = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()}\0{sha256_of(path)}\n".encode())
    return total.hexdigest()


def expect(packages: Path, name: str, checksum: str, *, only: bool) -> None:
    """Write down that the package in the folder `name` has `checksum`; `only` that one, once it is in its place."""
    known = _read(packages)
    known[name] = [checksum] if only else [*known.get(name, []), checksum]
    _write(packages, known)


def forget(packages: Path, name: str) -> None:
    """The package in the folder `name` is gone."""
    known = _read(packages)
    if known.pop(name, None) is not None:
        _write(packages, known)


def is_changed(package: Path) -> bool:
    """Whether the package in the folder `package` is another than the one that was installed. Raises OSError.

    The first look at one that nothing is known of writes its checksum down.
    """
    expected = _read(package.parent).get(package.name)
    found = digest(package)
    if not expected:
        expect(package.parent, package.name, found, only=True)
        return False
    return found not in expected


def record(packages: Path) -> Path:
    """The file with the checksums of the packages in the folder `packages`."""
    return checksums_folder() / f"{sha256(os.fsencode(packages.resolve())).hexdigest()[:16]}.json"


def _read(packages: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(record(packages).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: [str(each) for each in sums] for name, sums in found.items() if isinstance(sums, list)}


def _write(packages: Path, known: dict[str, list[str]]) -> None:
    with suppress(NashraError, OSError):  # without a home there is nothing to compare with
        record(packages).parent.mkdir(parents=True, exist_ok=True)
        write_atomic(record(packages), json.dumps(known, indent=1, sort_keys=True) + "\n")
