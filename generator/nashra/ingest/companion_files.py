"""What lies on the disk beside a saved page: its pictures, and the time when it was saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from nashra.kit.errors import ContentError
from nashra.kit.files import read_bytes

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\\")


def beside(page: Path) -> Callable[[str], bytes | None]:
    """What reads the pictures saved with the file `page`: relative address -> bytes, None where there is no such file.

    Nothing outside of the page's own folder is read, nor through a link that leads there.
    """

    def read(address: str) -> bytes | None:
        name = unquote(address.partition("?")[0].partition("#")[0])
        if not name or "\0" in name or _SCHEME.match(name):
            return None
        try:
            folder = page.parent.resolve()
            path = (folder / name).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                return None
            return read_bytes(path)
        except (OSError, RuntimeError, ValueError, ContentError):
            return None

    return read


def saved_at(page: Path) -> datetime | None:
    """When the file `page` was written last, None where it cannot be told."""
    try:
        return datetime.fromtimestamp(page.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
