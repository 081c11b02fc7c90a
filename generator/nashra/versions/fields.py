"""Title, summary and the words of the lead picture: the segments of a version that stand in its head, not in its text.

What holds for blocks holds for them: they are a machine's or a person's, up to date, stale, missing or in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from nashra.markup.blocks import fingerprint
from nashra.model import BlockRecord, Picture, Translation, Version

Name = Literal["title", "summary", "alt", "caption"]
NAMES: tuple[Name, ...] = ("title", "summary", "alt", "caption")

# How they are called where one is told of them.
CALLED: Mapping[Name, str] = {
    "title": "title",
    "summary": "summary",
    "alt": "alternative text of the picture",
    "caption": "caption of the picture",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a version beside that of its source; see `nashra.versions.alignment.Pair`.

    source, target: their words, None where there are none.
    missing: nobody has translated it yet, and nobody has said that it is to be left out.
    """

    name: Name
    source: str | None
    target: str | None
    record: BlockRecord | None
    human: bool
    stale: bool
    draft: bool = False
    missing: bool = False

    @property
    def is_orphan(self) -> bool:
        """Whether it is a machine's of a source that has gone."""
        return self.source is None and self.target is not None and not self.human

    @property
    def is_to_renew(self) -> bool:
        """Whether the machine may and must translate it, anew or for the first time."""
        return self.source is not None and (self.missing or (self.stale and not self.human))

    @property
    def approved(self) -> bool:
        """Whether a person has said that it is right as it stands."""
        record = self.record
        return record is not None and record.is_settled and record.target == fingerprint(self.target or "")

    @property
    def is_undecided(self) -> bool:
        """Whether a person wrote it while its source was another than the one that is remembered: nobody knows for
        which of its wordings, and the old one may come back."""
        record = self.record
        if record is None or not (record.source and self.human and self.stale):
            return False
        return record.target != fingerprint(self.target or "")

    def kept_record(self) -> BlockRecord | None:
        """What is to be remembered of it where it stays as it is."""
        if self.record is None or not self.human or self.draft:
            return self.record
        flag = self.record.flag if self.record.is_settled else "human"
        # without a source that is known it is stale whatever that says, until a person approves it
        source = "" if self.is_undecided else self.record.source
        return BlockRecord(source, fingerprint(self.target or ""), flag)


def text_of(version: Version, name: Name) -> str | None:
    """The words of a field."""
    if name == "title":
        return version.title
    if name == "summary":
        return version.summary
    picture = version.picture or Picture()
    return (picture.alt if name == "alt" else picture.caption) or None


def record_of(made: Translation, name: Name) -> BlockRecord | None:
    """What is remembered of a field."""
    return {"title": made.title, "summary": made.summary, "alt": made.alt, "caption": made.caption}[name]


def fields_of(source: Version, target: Version) -> Iterator[Field]:
    """The fields that one of two versions has, the second a translation of the first, in the order of `NAMES`."""
    made = target.translation
    if made is None:
        return
    same_picture = _shows_the_same(source, target)
    for name in NAMES:
        before, after, record = text_of(source, name), text_of(target, name), record_of(made, name)
        if name in ("alt", "caption") and not same_picture and record is None:
            continue  # a picture of its own, of which its editor says what there is to say
        if before is None and after is None:
            continue
        edited = record is not None and record.target != fingerprint(after or "")
        human = made.state == "reviewed" or record is None or record.by_person or edited
        yield Field(
            name,
            before,
            after,
            record,
            human=human,
            stale=record is not None and record.source != fingerprint(before or ""),
            draft=record is not None and record.flag == "draft" and not edited and made.state != "reviewed",
            missing=before is not None and after is None and record is None,
        )


def _shows_the_same(source: Version, target: Version) -> bool:
    """Whether what one says of its lead picture can be a translation of what the other says."""
    one, two = source.picture or Picture(), target.picture or Picture()
    return not (one.file and two.file) or one.file == two.file
