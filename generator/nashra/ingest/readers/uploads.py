"""Pictures of a WordPress site in a folder beside its export: wp-content/uploads/2024/07/photo.jpg."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

_UPLOADS = re.compile(r"/((?:wp-content/)?uploads/.+)\Z")
# WordPress writes smaller copies beside the original: photo-1024x683.jpg.
_COPY = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled)(?=\.\w{2,5}\Z)")


def uploads(companion: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    """What finds pictures by their web address too: below wp-content/uploads/ or uploads/ beside the file, the original
    before a smaller copy. companion: reads a file by its relative address."""

    def read(address: str) -> bytes | None:
        data = companion(address)
        if data is not None or address.startswith("data:"):
            return data
        try:
            found = _UPLOADS.search(unquote(urlsplit(address).path))
        except ValueError:
            return None
        if found is None:
            return None
        path = found[1]
        for candidate in dict.fromkeys((_COPY.sub("", path), path)):
            for start in dict.fromkeys((candidate, candidate.removeprefix("wp-content/"))):
                data = companion(start.replace("%", "%25").replace("?", "%3F").replace("#", "%23"))
                if data is not None:
                    return data
        return None

    return read
