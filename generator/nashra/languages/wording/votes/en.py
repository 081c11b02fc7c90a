"""How English tells who voted how, see `nashra.versions.evidence.roles`."""

from __future__ import annotations

# side, words of it; words that part who voted so from who voted otherwise
VOTES = "for in_favour in_favor voted_for votes_for; against against; abstain abstained abstain abstentions abstention"
AND = "and while but"
