"""What English says instead of a negation, see `nashra.languages.wording.turns`."""

from __future__ import annotations

VERBS = ""
# Negations of a whole clause.
WHOLE = "none neither"
PRIVATIVES = "without no none nobody never nothing neither nor"
TURNS = """
refus reject declin deny$ denie denying denial fail lack absen shortage shortfall prevent block$ blocks$ blocked
blocking blockade bar$ bars$ barred barring ban$ bans$ banned banning prohib forbid forbad outlaw suspend suspens halt
stop$ stops$ stopped stopping cease$ ceased ceases avoid avert escap elud miss$ missed misses missing lose$ loses
losing lost$ loss$ depriv strip$ stripped revok abandon renounc forgo waive withdr withh cancel scrap$ scrapped shelve
postpon delay$ delayed delays defer wait await pending yet$ still$ remain stay$ stays stayed unchang stable$ stabil
steady froz freez stuck$ stall deadlock stalemate impasse gridlock standoff standstill insist cling stick$ sticks$
sticking maintain hard$ hardly difficult struggl scarc rare few$ fewer little$ less$ only$ sole$ solely just$ mere
except limit maxim within$ free$ unknown anonym secre covert undercover clos shut empty$ emptied desert silen mum$
tight quiet ignor neglect overlook doubt scept skept uncert unclear hid$ hide hidden conceal reluct hesit reserv oppos
opposi contest defy defie defian dismiss spar$ spare intact unharm unscath unhurt safe$ safely surviv short$ far$
immediat prompt swift instantly sudden abrupt surpris uncondition unanim definitiv permanen impossib unable$ unlike
improb confidential disappear vanish censure drone$ drones$ jobless unemploy homeless stateless undocument wireless
irregul illegal unlawful breach violat infring flout default$ defaulted outage blackout dispute disagree rift$ rifts$
row$ diverg disappoint despite unless otherwise instead rather poor$ poorly bad$ badly malnut inadequ insuff wrong
false untrue innocen acquit cleared vacant exempt immun alone$ rescind repeal abolish interrupt paus loath wary unwill
distrust mistrust outstand overdue unpaid ever$ highest lowest skip forgo abstain
"""
