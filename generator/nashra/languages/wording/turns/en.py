"""What English says instead of a negation, see `nashra.languages.wording.turns`."""

from __future__ import annotations

VERBS = ""
# Negations of a whole clause.
WHOLE = "none neither"
PRIVATIVES = "without no none nobody never nothing neither nor"
# Beginnings of adjectives that deny, and of words that only look so.
DENYING = "un in im il ir dis non mis mal anti extra"
NOT_DENYING = """
inter info inform includ incid increas indic individ indust infla influ inhab inherit init inject injur insid
insist inspe
inspir install instan instead instit instruct instrument insur integ intel inten intim into$ intro invad invas inves
invit
involv india indo inland inner inqui insight inmat imag immedi immig impact implem implic import impose imposing
imposed
impress improv impul immers imitat imam illness illustr iran iraq irish ireland israel under union unit univers
unanim unesc
unicef unif uniqu until undo unload unleash unveil uncover unfold discuss distrib district disput discov display
diseas
distan disast dispat discour dish disk disc dismiss disrupt dismantl displac dispers disclos dissid dissol disburs
distinct distinguish distress disturb mission missil mister mist malay mali malta mall
"""
TURNS = """
refuse: refus reject declin deny$ denie denying denial refut rebuff rebuff veto snub spurn contradict
fail: fail lack absen shortage shortfall trouble$ flop devoid miss$ missed misses missing falter
ban: prevent block$ blocks$ blocked blocking blockade bar$ bars$ barred barring ban$ bans$ banned banning prohib
ban: forbid
ban: forbad outlaw
stop: suspend suspens halt stop stops$ stopped stopping cease$ ceased ceases interrupt paus
avoid: avoid avert escap elud evad spar$ spare refrain
lose: lose$ loses losing lost$ loss$ depriv strip$ stripped revok dry$ dries$ dried$ ran$ exhaust
leave: abandon renounc forgo waive withdr withh cancel scrap$ scrapped shelve skip$ skips$ skipped$ abstain
leave: rescind repeal abolish
leave: drop$
leave: dropp dropped absten
late: postpon delay$ delayed delays defer wait$ waits$ waited$ waiting$ await pending yet$ overdue outstand
late: unpaid default$ defaulted still$
late: belated
stay: remain stay$ stays stayed unchang stable$ stabil steady froz freez stuck$ stall deadlock stalemate impasse
stay: keep$ keeps$ kept$ keeping$ gridlock standoff standstill insist cling stick$ sticks$ sticking maintain constant
hard: hard$ hardly difficult struggl scarc rare few$ fewer little$ poor$ poorly challenging$ barely seldom tough
only: only$ alone$ lone$ sole$ solely just$ mere except limit exclusiv unless till$
free: free$ cleared empty$ emptied vacant exempt immun unlimit
unknown: unknown anonym unclear uncert mystery obscur
secret: secret$ secrets$ secretly$ secrecy$ covert undercover closed$ closes$ closing$ shut$ shuts$ silen mum$
secret: tight hid$ hide hidden conceal reserved$ reserve$ confidential withhold
ignore: ignor neglect overlook disregard despis scorn indiffer oblivi
doubt: discourag doubt scept skept reluct hesit loath wary distrust mistrust unwill
exclude: exclud ruled$ rules$ dropp
oppose: oppose$ opposes$ opposed$ opposing$ contest defy defie defian dismiss censure reject object$ objected objects
safe: intact unharm unscath unhurt safe$ safely surviv
short: short$ far$ beyond$ below$ gap$
now: immediat prompt$ promptly$ swift instantly sudden abrupt surpris
all: uncondition unanim definitiv permanen
impossible: impossib unable$ unlike improb incap
gone: disappear vanish deserted$ empty
jobless: jobless unemploy homeless stateless undocument wireless drone$ drones$
illegal: irregul illegal unlawful breach violat infring flout
break: outage blackout
differ: dispute disagree rift$ rifts$ row$ diverg disappoint differ
despite: despite otherwise instead rather
bad: bad$ badly malnut inadequ insuff wrong false untrue worst worse
innocent: innocen acquit
ever: best$ biggest$ smallest$ shortest$ youngest$ oldest$ hottest$ coldest$ wettest$ driest$ weakest$ slowest$
ever: fewest$ strongest$ largest$ heaviest$ deadliest$ longest$ fastest$ greatest$ ever$ highest lowest peak
ever: record$
"""
