"""Addresses found in pages: made absolute, without what was added to follow readers, and safe to write down."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from nashra.content.store import is_web_address

# Parameters that only tell a site where its reader came from: those of Google, Meta, Microsoft, Yandex, TikTok, X,
# Mailchimp, HubSpot, Matomo, AT Internet and Adobe, as their documentation names them.
_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|bbc_team|format)|"
    r"fbclid|fb_(?:action_ids|action_types|source|ref)|gclid|gclsrc|dclid|gbraid|wbraid|_ga|_gl|msclkid|yclid|_openstat|"
    r"ttclid|twclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|__hs\w+|mkt_tok|s_cid|s_kwcid|cmpid|ncid|xtor|xtref|ref_src|ref_url|"
    r"amp_js_v|amp_gsa|usqp|ns_\w+|wt_mc|wt\.mc_id|oly_enc_id|oly_anon_id|vero_id|rb_clickid|spm|sfnsn|mibextid)\Z",
    re.IGNORECASE,
)
_FRAGMENT_TRACKING = re.compile(r"(?:xtor=|utm_|:~:text=|ftag=|Echobox=|fbclid=)", re.IGNORECASE)
# Signs that end an address in Markdown, or that no address may hold; `&` begins an entity only before a name.
_UNSAFE = re.compile(r"[\s<>\"'()\\`\[\]{}|^*_\x00-\x20\x7f]")
_KEPT_SIGNS = frozenset("_*'")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def untracked(url: str) -> str:
    """`url` without the parameters that follow readers; everything else, its order and its spelling stay."""
    if "?" not in url and "#" not in url:
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [part for part in parts.query.split("&") if part and not _TRACKING.match(part.partition("=")[0])]
    fragment = "" if _FRAGMENT_TRACKING.match(parts.fragment) else parts.fragment
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def absolute(address: str | None, base: str | None) -> str | None:
    """The http(s) address that `address` means on the page `base`, untracked and safe inside Markdown; None for others.

    base: the page's own address; without it only absolute addresses have a meaning.
    """
    text = re.sub(r"[\t\r\n]+", "", (address or "").strip())
    if not text or text.startswith("#") or len(text) > 4000:
        return None
    if text.startswith("//"):
        text = f"{urlsplit(base).scheme if base else 'https'}:{text}"
    elif not _SCHEME.match(text):
        if base is None:
            return None
        try:
            text = urljoin(base, text)
        except ValueError:
            return None
    text = quoted(untracked(text))
    return text if is_web_address(text) else None


def link(address: str | None, base: str | None) -> str | None:
    """As `absolute`; mail addresses and telephone numbers are kept too. Scripts and data never are."""
    text = (address or "").strip()
    if re.match(r"(?:mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().\s-]{3,30})\Z", text, re.IGNORECASE):
        return quoted(text)
    return absolute(text, base)


def quoted(url: str) -> str:
    """`url` with the signs percent-encoded that would end or change a link in Markdown."""
    return _UNSAFE.sub(_percent, url)


def _percent(found: re.Match[str]) -> str:
    sign = found[0]
    return sign if sign in _KEPT_SIGNS else "".join(f"%{byte:02X}" for byte in sign.encode())
