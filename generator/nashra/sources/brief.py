"""What is printed of an item: two sentences and the way to the source, or the whole text where that is permitted."""

from __future__ import annotations

import re
from dataclasses import replace

from nashra.ingest.draft import Imported
from nashra.ingest.words.escape import escape
from nashra.markup.blocks import split as split_blocks
from nashra.markup.inline import plain_text
from nashra.markup.segments import sentences
from nashra.markup.slots import texts
from nashra.model import Source as Origin
from nashra.sources.listing import Source

SENTENCES = 2
_MOST = 500  # characters of two sentences
_PICTURE = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\((https?:[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)")
# What the reader of feeds says of an item with a summary only; a brief needs no more.
_SUMMARY_ONLY = "the feed carries only a summary"


def printed(imported: Imported, source: Source) -> Imported:
    """The article that the site prints of `imported`, an item of `source`."""
    draft = imported.draft
    origin = Origin(source.name, draft.source.url if draft.source else None)
    if source.rights is not None:
        body = _PICTURE.sub(lambda found: f"[{found[1]}]({found[2]})" if found[1].strip() else "", draft.body)
        return replace(
            imported,
            draft=replace(
                draft, body=body.strip(), source=origin, files={}, picture=None, draft=_held(imported, source)
            ),
        )
    body = "\n\n".join(part for part in (_lead(imported), _link(origin)) if part)
    comments = tuple(each for each in draft.comments if not each.startswith(_SUMMARY_ONLY))
    draft = replace(
        draft, body=body, source=origin, summary=None, files={}, picture=None, author=None, comments=comments
    )
    return replace(imported, draft=replace(draft, draft=not source.publish))


def _held(imported: Imported, source: Source) -> bool:
    return imported.draft.draft or not source.publish


def _lead(imported: Imported) -> str:
    """The first sentences of the summary, else of the text, as Markdown that shows just them."""
    draft = imported.draft
    plain = draft.summary or next(
        (shown for block in split_blocks(draft.body) for text in texts(block) if (shown := plain_text(text).strip())),
        "",
    )
    plain = " ".join(plain.split())
    spans = sentences(plain, draft.lang)[:SENTENCES]
    lead = plain[: spans[-1][1]] if spans else ""
    if len(lead) > _MOST:
        lead = plain[: spans[0][1]] if spans[0][1] <= _MOST else lead[:_MOST].rsplit(" ", 1)[0].rstrip("،,؛;:") + "…"
    return escape(lead)


def _link(origin: Origin) -> str:
    return f"[{escape(origin.name)}](<{origin.url}>)" if origin.url else escape(origin.name)
