"""How French tells who voted how, see `nashra.versions.evidence.roles`."""

from __future__ import annotations

VOTES = """
for voté_pour vote_pour votent_pour prononcé_pour prononcée_pour prononcés_pour en_faveur favorable favorables
against voté_contre vote_contre votent_contre prononcé_contre prononcée_contre prononcés_contre opposé opposée opposés
against contre défavorable défavorables
abstain abstenu abstenue abstenus abstention abstentions
"""
AND = "et mais tandis"
