"""What a page shows once its scripts have run: pictures that load late, players, and nothing of scripts and forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from nashra.ingest.page.drawings import end_drawings
from nashra.ingest.page.invitations import name_invitations
from nashra.ingest.page.opened import open_up
from nashra.ingest.page.page_tree import BLOCKS, SILENT, remove, text_of
from nashra.ingest.page.widgets import frame_widgets

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Where scripts that load pictures late keep the real address (WordPress plugins, lazysizes, AMP).
_LATE = (
    "data-src", "data-lazy-src", "data-original", "data-full-url", "data-orig-file", "data-large-file", "data-url",
    "data-lazy", "data-echo", "data-hi-res-src", "data-image", "data-img-src",
)  # fmt: skip
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# Pictures that stand in for others until those are loaded.
_STAND_IN = re.compile(
    r"(?:blank|placeholder|spacer|lazy|transparent|trans|pixel|1x1|loading|loader|gr[ae]y|dummy|empty)[\w.-]*\.(?:gif|png|svg|jpe?g|webp)",
    re.IGNORECASE,
)
# Shorter pictures in addresses are the blanks that stand in for others.
_MIN_DATA = 2000
# Elements without an end tag that libxml2 does not know as such: it puts what follows them inside.
_UNKNOWN_VOID = ("source", "track", "wbr", "embed", "keygen", "bgsound")
_PLAYERS = ("video", "audio")
# What AMP shows of other sites: the attribute that says which, and where that is.
_AMP = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-facebook": ("data-href", "{}"),
    "amp-tiktok": ("data-src", "{}"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
}
# Its menus, advertisements, buttons and notices, and lists that its own site fills.
_AMP_FURNITURE = (
    "amp-ad", "amp-sticky-ad", "amp-auto-ads", "amp-embed", "amp-sidebar", "amp-social-share", "amp-list",
    "amp-next-page", "amp-consent", "amp-user-notification", "amp-analytics", "amp-pixel",
)  # fmt: skip
# Where scripts that count up before a reader's eyes keep the number at which they end.
_ENDS_AT = ("data-to-value", "data-count", "data-count-to", "data-target", "data-to", "data-end", "data-stop")
_COUNTED = (
    ".//span[" + " or ".join(f"translate(@{name}, '0123456789., ', '') = '' and @{name}!=''" for name in _ENDS_AT) + "]"
)
_PARAGRAPH, _TEXT = 60, 3  # characters of a paragraph, and how many no link has
# The sign between two parts of a formula that stand one above the other, so that 1/2 does not become 12.
_JOINTS = {"mfrac": "/", "msup": "^", "msub": "_", "mroot": "√"}
# Frames that show a reader nothing: counters, advertisements, buttons.
_NOTHING = re.compile(
    r"googletagmanager|doubleclick|googlesyndication|adservice|amazon-adsystem|recaptcha|/plugins/(?:like|share|follow)|"
    r"about:blank|platform\.twitter\.com/widgets|^javascript:",
    re.IGNORECASE,
)


def remove_silent(root: HtmlElement) -> None:
    """Remove what shows no text: scripts, styles, forms' fields. What pictures and players keep elsewhere is put where
    readers of the tree look for it; a picture inside <noscript> takes its place."""
    _lift_out(root)
    end_drawings(root)
    frame_widgets(root)
    open_up(root)
    _without_amp(root)
    for picture in root.iter("picture"):
        _tell_sources(picture)
    for player in root.iter(*_PLAYERS):
        written = next((each.get("src") for each in player.iter("source") if each.get("src")), None)
        if written and not player.get("src"):
            player.set("src", written)
    for frame in list(root.iter("iframe")):
        if _shows_nothing(frame):
            remove(frame)
    _settle_links(root)
    for number in root.xpath(_COUNTED):
        if (number.text or "").strip() in ("", "0") and not len(number):
            number.text = next(value for name in _ENDS_AT if (value := number.get(name)))
    for formula in list(root.iter("math")):
        _spell_out(formula)
    for element in list(root.iter("script", "style")):
        remove(element)
    name_invitations(root)
    for element in list(root.iter(*SILENT)):
        remove(element)
    for element in list(root.iter("noscript")):
        if any(True for _ in element.iter("img")) and not _has_picture_before(element):
            element.tag = "span"
        else:
            remove(element)


def _without_amp(root: HtmlElement) -> None:
    """Make the elements of AMP those of HTML that show the same."""
    for image in list(root.iter("amp-img", "amp-anim")):
        for inner in list(image):
            image.remove(inner)
        image.tag, image.text = "img", None
    for element in list(root.iter(*_AMP_FURNITURE)):
        remove(element)
    for frame in list(root.iter("amp-iframe", "amp-video", "amp-audio", *_AMP)):
        name, address = _AMP.get(frame.tag, ("src", "{}"))
        frame.set("src", address.format(told) if (told := frame.get(name)) else "")
        for side in ("width", "height"):  # of AMP they are proportions
            frame.attrib.pop(side, None)
        frame.tag = frame.tag.removeprefix("amp-") if frame.tag in ("amp-video", "amp-audio") else "iframe"


def _settle_links(root: HtmlElement) -> None:
    """Remove the button beside the name of a file, and let anchors end where they should."""
    for button in [each for each in root.iter("a") if each.get("download") is not None]:
        before = button.getprevious()
        if before is not None and before.tag == "a" and not (before.tail or "").strip():
            remove(button)
    for anchor in list(root.iter("a")):
        if len(anchor):
            _end_anchor(anchor)


def _end_anchor(anchor: HtmlElement) -> None:
    """Make no link of an <a> that nothing closed: a place to which links lead, or one around a whole text."""
    paragraphs = sum(len(text_of(each)) >= _PARAGRAPH for each in islice(anchor.iter("p"), _TEXT))
    if anchor.get("href") is None or paragraphs >= _TEXT:
        anchor.tag = "div" if any(True for _ in anchor.iterdescendants(*BLOCKS)) else "span"


def _spell_out(formula: HtmlElement) -> None:
    """Put the signs of a formula in MathML in its place, without what is written of it in other ways."""
    for other in list(formula.iter("annotation", "annotation-xml")):
        remove(other)
    for part in list(formula.iter(*_JOINTS)):
        if len(part) == 2:
            over, under = part
            over.tail = _JOINTS[part.tag]
            for each in (over, under):
                if len(each) > 1 and (inner := list(each)):
                    each.text, inner[-1].tail = "(", ")"
    words = "".join("".join(formula.itertext()).split())
    for inner in list(formula):
        formula.remove(inner)
    formula.tag, formula.text = "span", words


def _lift_out(root: HtmlElement) -> None:
    """Put behind an element without an end tag what the parser put inside it."""
    for element in reversed(list(root.iter(*_UNKNOWN_VOID))):
        parent = element.getparent()
        if parent is None or (not len(element) and not element.text):
            continue
        children, tail = list(element), element.tail or ""
        element.tail = element.text
        element.text = None
        at = parent.index(element) + 1
        for child in children:
            parent.insert(at, child)
            at += 1
        last = children[-1] if children else element
        last.tail = (last.tail or "") + tail


def _tell_sources(picture: HtmlElement) -> None:
    """Give the <img> of a <picture> the pictures of its sources where it has no address of its own."""
    image = next(picture.iter("img"), None)
    if image is None or picture_address(image):
        return
    for source in picture.iter("source"):
        for name in ("data-srcset", "srcset", "data-src", "src"):
            if (value := source.get(name)) and (best := _largest(value) or ("src" in name and value)):
                image.set("data-src", str(best))
                return


def _shows_nothing(frame: HtmlElement) -> bool:
    written = frame.get("src") or frame.get("data-src") or ""
    tiny = any((frame.get(side) or "").strip() in ("0", "1", "0px", "1px") for side in ("width", "height"))
    return not written or tiny or _NOTHING.search(written) is not None


def _has_picture_before(element: HtmlElement) -> bool:
    """Whether the picture that a <noscript> repeats is shown just before it (lazy loading)."""
    before = element.getprevious()
    if before is None or (before.tail or "").strip():
        return False
    shown = [before] if before.tag == "img" else list(before.iter("img"))
    return any(picture_address(each) for each in shown)


def picture_address(image: HtmlElement) -> str | None:
    """The address of the picture that an <img> shows once the page is loaded, as written there, the largest of those
    it offers; None without one. A file that was saved with the page comes before any other."""
    shown = (image.get("src") or "").strip()
    real = shown and not shown.startswith("data:") and not _STAND_IN.search(shown)
    if real and not re.match(r"(?:https?:)?//|/", shown):
        return shown
    offered = list(_offered(image))
    if offered:
        return max(offered)[1]
    for name in _LATE:
        address = (image.get(name) or "").strip()
        if address and not address.startswith("data:") and not _STAND_IN.search(address):
            return address
    if real:
        return shown
    # a page saved into one file carries its pictures in its addresses
    return shown if shown.startswith("data:image/") and len(shown) > _MIN_DATA else None


def _offered(image: HtmlElement) -> Iterator[tuple[float, str]]:
    for name in _SETS:
        yield from _candidates(image.get(name) or "")


def _largest(srcset: str) -> str | None:
    return max(_candidates(srcset), default=(0.0, None))[1]


def _candidates(srcset: str) -> Iterator[tuple[float, str]]:
    """(width, address) of the pictures in a srcset (HTML standard, 4.8.4.3.2); those that stand in for others left
    out."""
    for found in re.finditer(r"([^\s,]\S*?)(?:\s+([\d.]+)[wx])?\s*(?:,\s|,?\Z)", srcset[:20_000]):
        if not found[1].startswith("data:") and not _STAND_IN.search(found[1]):
            yield float((found[2] or "1").strip(".") or 1), found[1]
