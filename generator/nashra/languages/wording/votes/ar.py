"""How Arabic tells who voted how, see `nashra.versions.evidence.roles`."""

from __future__ import annotations

VOTES = """
for لصالح لصالحه لصالحها تأييدا مؤيد أيدت أيده أيدته
against ضد ضده ضدها عارضت عارضته
abstain امتنعت امتناع ممتنع امتنع
"""
AND = "بينما فيما لكن"
