"""Which translations are made again on purpose: all of the machine's or the doubtful ones, perhaps of old models."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nashra.kit.errors import ConfigError
from nashra.markup.slots import texts
from nashra.model import Translation
from nashra.translate.engines.hop import Pairing
from nashra.versions.alignment import Pair
from nashra.versions.doubts import Check, lost_marks, of_field, of_pair
from nashra.versions.fields import Field
from nashra.versions.guards import Doubt

_VERSIONED = re.compile(r"(?P<name>.+?)-(?P<version>[0-9][0-9A-Za-z.]*)\Z")


@dataclass(frozen=True, slots=True)
class Again:
    """What a person wrote, edited or approved is never among it.

    check: the guards; None where all is wanted and not only what is doubtful.
    since: a model, such as "ar_en-1.9": only versions that were made without it, or with an older one.
    ways:  (source, target) -> how the way that leads there today is named.
    """

    check: Check[Doubt] | None = None
    since: str = ""
    ways: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def wants(self, made: Translation, lang: str) -> bool:
        """Whether anything of a version is to be made again."""
        if not self.since:
            return True
        today = self.ways.get((made.origin, lang), "")
        return any(_is_before(label, self.since, today) for label in (made.engine, *made.older))

    def block(self, pair: Pair, lang: str, other: str) -> bool:
        """Whether a block, up to date and a machine's, is to be made again."""
        if pair.human or pair.source is None or pair.target is None or not texts(pair.source):
            return False
        marked = pair.record is not None and pair.record.flag == "review"
        return self.check is None or marked or bool(of_pair(pair, lang, other, self.check) or lost_marks(pair))

    def field(self, field: Field, lang: str, other: str) -> bool:
        """The same of a field."""
        if field.human or field.source is None or field.target is None:
            return False
        marked = field.record is not None and field.record.flag == "review"
        return self.check is None or marked or bool(of_field(field, lang, other, self.check))


def refuse_unknown(since: str, ways: Mapping[tuple[str, str], Sequence[Pairing]], names: Mapping[str, str]) -> None:
    """Raises ConfigError where no way of the site uses the model `since`, or one that is newer.

    names: how the ways are named, by anything.
    """
    tokens = {token for label in names.values() for token in label.split()}
    known = sorted({hop.id for way in ways.values() for hop in way})
    name, version = _parts(since)
    found = [token for token in tokens if _parts(token)[0] == name]
    if not found:
        hint = "the models of this site are " + (", ".join(known) or "none")
        raise ConfigError(f"no way of this site uses a model called {since!r}", hint=hint)
    if version and all(_numbers(_parts(token)[1]) < _numbers(version) for token in found):
        raise ConfigError(f"{since} is not installed, but {', '.join(sorted(found))}", hint="`nashra models list`")


def _is_before(label: str, since: str, today: str) -> bool:
    """Whether what `label` names did its work without the model `since`, or with an older one."""
    name, version = _parts(since)
    own = [_parts(token)[1] for token in label.split() if _parts(token)[0] == name]
    if own:
        return bool(version) and all(_numbers(each) < _numbers(version) for each in own)
    return any(_parts(token)[0] == name for token in today.split())


def _parts(token: str) -> tuple[str, str]:
    match = _VERSIONED.match(token)
    return (match["name"], match["version"]) if match else (token, "")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]+", version))
