"""Addresses that were copied from where readers do not get in, or with more than they need: told by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Loose = tuple[int, str, str]

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”»]+", re.IGNORECASE)
# A link whose words are an address.
_NAMED = re.compile(r"\[\s*((?:https?://|www\.)[^\s\[\]]+)\s*\]\((https?://[^\s()]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    pattern: re.Pattern[str]
    what: str
    hint: str


_KINDS = (
    _Kind(
        re.compile(
            r"[?&](?:access_token|api_?key|auth_?token|token|jwt|password|passwd|pwd|sess(?:ion)?_?id|phpsessid|X-Amz-Signature)"
            r"=[^&#\s]{8,}|[?&](?:password|passwd|pwd)=[^&#\s]{3,}",
            re.IGNORECASE,
        ),
        "has a key in it, which everybody can read",
        "take the key out, and ask for a new one",
    ),
    _Kind(
        re.compile(
            r"//(?:docs\.google\.com/(?:document|spreadsheets|presentation|forms)/d/[^/]+/edit|drive\.google\.com/(?:drive|file|open)"
            r"|mail\.google\.com|outlook\.(?:office|office365|live)\.com|[\w-]+\.sharepoint\.com/(?::|personal/)|web\.(?:whatsapp\.com|telegram\.org)"
            r"|www\.google\.com/maps/d/(?:u/\d/)?edit|(?:www\.)?facebook\.com/messages/"
            r"|app\.slack\.com|[\w-]+\.slack\.com/archives|teams\.(?:microsoft|live)\.com|onedrive\.live\.com/(?:edit|view|redir)"
            r"|www\.dropbox\.com/(?:home|work)|www\.notion\.so/|trello\.com/[bc]/|app\.asana\.com|[\w-]+\.atlassian\.net/(?:browse|jira|wiki)"
            r"|www\.canva\.com/design/[^?#]*/edit|(?:www\.)?figma\.com/(?:file|design)/|forms\.office\.com/Pages/Design"
            r"|(?:chatgpt\.com|chat\.openai\.com)/c/|claude\.ai/chat/|gemini\.google\.com/app/|wetransfer\.com/downloads/|we\.tl/"
            r"|github\.com/[^/]+/[^/]+/edit/|[\w-]+-git-[\w-]+\.vercel\.app|[\w-]+--[\w-]+\.netlify\.app"
            r"|(?:[\w-]+\.)?(?:staging|preprod|preview|dev|test|admin|intranet|backoffice)\.[\w-]+\.[a-z.]{2,}(?:[/:?#]|\Z)"
            r"|deploy-preview-\d|[^/]+/(?:[^?#]*/)?(?:wp-admin|wp-login\.php|administrator|ecrire|user/login)(?:[/?#]|\Z)"
            r"|[^/]+/(?:[^?#]*/)?(?:admin/(?:content|node|posts?|articles?)|(?:node|posts?|articles?)/\d+/edit)(?:[/?#]|\Z))"
            r"|[?&]preview(?:_id|_nonce)?=\w|[?&]action=edit\b",
            re.IGNORECASE,
        ),
        "seems to be for the desk alone: readers may not get in",
        "link to what readers see",
    ),
    _Kind(
        re.compile(
            r"//(?:www\.)?google\.[a-z.]{2,6}/url\?|\.safelinks\.protection\.outlook\.com/|//l[m]?\.(?:facebook|instagram)\.com/"
            r"|//urldefense\.|//[^/]+\.list-manage\.com/track|//(?:www\.)?google\.[a-z.]{2,6}/amp/s/|//translate\.google\.[a-z.]{2,6}/"
            r"|\.translate\.goog(?:[/?#]|\Z)|//webcache\.googleusercontent\.com/|\.cdn\.ampproject\.org/|//(?:www\.)?12ft\.io/",
            re.IGNORECASE,
        ),
        "leads through the machine of somebody else, who sees each reader",
        "link to where it leads",
    ),
    _Kind(
        re.compile(
            r"//(?:www\.)?(?:google\.[a-z.]{2,6}/search|bing\.com/search|duckduckgo\.com/|search\.yahoo\.com/search|yandex\.[a-z]{2,3}/search)"
            r"[^?#]*\?(?:[^#]*&)?[qp]=",
            re.IGNORECASE,
        ),
        "is a page of results, which are others for each reader",
        "link to the page that was found",
    ),
    _Kind(
        re.compile(
            r"//(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|is\.gd|cutt\.ly|lnkd\.in|rebrand\.ly|shorturl\.at|rb\.gy|dlvr\.it"
            r"|tiny\.cc)/\w",
            re.IGNORECASE,
        ),
        "does not say where it leads, and may stop leading there",
        "link to where it leads",
    ),
    _Kind(
        re.compile(
            r"[?&](?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|yclid|twclid|ttclid|mc_[ce]id|igshid|igsh|_hsenc|mkt_tok)=",
            re.IGNORECASE,
        ),
        "tells where its reader came from",
        "take out what stands behind the `?` for that",
    ),
    _Kind(
        re.compile(r"(?i:https?://(?:x{3,}|url|lien|link|\.{3}|…)/?\Z)|//[^/?#]*,"),
        "leads nowhere",
        "write the address",
    ),
)
_SHOWN = 70
# What is told of an address stands within so many letters of it.
_LOOKED_AT = 4_000


def odd_addresses(text: str) -> Iterator[Loose]:
    """(line, what is wrong, what to do) for the addresses in the visible text of a block which is no code."""
    if "://" not in text:
        return
    for link in _NAMED.finditer(text):
        named, leads = _host(link[1]), _host(link[2])
        if named != leads and not leads.endswith(f".{named}") and not named.endswith(f".{leads}"):
            line = text.count("\n", 0, link.start())
            yield line, f"the words say {link[1][:_SHOWN]}, and the link leads to {leads}", "correct one of them"
    for match in _ADDRESS.finditer(text):
        address = match[0][:_LOOKED_AT].rstrip(".,;:!?؟،؛'’*_")
        kind = next((kind for kind in _KINDS if kind.pattern.search(address)), None)
        if kind:
            shown = address if len(address) <= _SHOWN else f"{address[:_SHOWN]}…"
            yield text.count("\n", 0, match.start()), f"the address {shown} {kind.what}", kind.hint


def _host(address: str) -> str:
    return re.split(r"[/?#:]", address.lower().partition("://")[2] or address.lower(), maxsplit=1)[0].removeprefix(
        "www."
    )
