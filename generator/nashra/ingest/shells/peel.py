"""Taking all shells of a paste off, the outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from nashra.ingest.shells.chat import open_chat
from nashra.ingest.shells.found import Shelled
from nashra.ingest.shells.instagram import open_instagram
from nashra.ingest.shells.mail import open_mail
from nashra.ingest.shells.printed import open_pages
from nashra.ingest.shells.release import open_release
from nashra.ingest.shells.social import open_post
from nashra.ingest.shells.wire import open_wire
from nashra.ingest.words.paragraphs import Line


def peel(lines: Sequence[Line]) -> Shelled:
    """`lines` (cleaned, blank ones too) without their shells, and what these say."""
    shelled = Shelled(list(lines))
    for take_off in (open_mail, open_chat, open_instagram, open_post, open_release, open_pages, open_wire):
        take_off(shelled)
    return shelled
