"""A source that two blocks tell: the translator sees the one that an answer replaces."""

from __future__ import annotations

from dataclasses import replace

from nashra.markup.blocks import fingerprint
from nashra.model import BlockRecord
from nashra.translate.exchange.export import exchange
from support.articles import article, body, renew, with_version


def test_a_copy_before_a_persons_block_is_not_what_goes_out_in_its_place() -> None:
    made = renew(article(body(["غادر السفير المدينة."])))[0]
    version = made.versions["en"]
    copy, own = version.body.strip(), "The ambassador has left town."
    source = fingerprint("غادر السفير المدينة.")
    records = (BlockRecord(source, fingerprint(copy), "part"), BlockRecord(source, fingerprint(own), "draft"))
    assert version.translation is not None
    told = replace(version, body=body([copy, own]), translation=replace(version.translation, blocks=records))
    units = exchange(with_version(made, told), "en").units
    assert [unit.target for unit in units if unit.index == 0] == [own]
