"""What an editor types when asked for the site's address -> the address."""

from __future__ import annotations

import re

_REPOSITORY = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*)/([A-Za-z0-9._-]+)\Z")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:/|\Z)")


def address(typed: str) -> str:
    """The address meant by `typed`.

    "OWNER/REPOSITORY" is the address that GitHub Pages gives it (docs.github.com, "What is GitHub Pages?": a repository
    named OWNER.github.io stands at the root, any other below its name); a bare domain gets https://. All else comes
    back as it is, without blanks around it; `config.parse` says what is wrong with it.
    """
    typed = typed.strip()
    if (found := _REPOSITORY.match(typed)) is not None:
        owner, repository = found[1].lower(), found[2].removesuffix(".git")
        host = f"{owner}.github.io"
        return f"https://{host}/" if repository.lower() == host else f"https://{host}/{repository}/"
    return f"https://{typed}" if _DOMAIN.match(typed) else typed
