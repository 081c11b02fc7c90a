"""English words of every day by what they say, see `versions.evidence.topics`."""

from __future__ import annotations

DEEDS = """
consult: consult
bear: bore fruit bear$
participate: participat taking$ took$ take$ part$
comment: comment react
detail: detail specif elaborat clarif
know: know$ known knew knows unknown aware knowledge
reveal: reveal disclos announc unveil
exist: exist there$
cause: caus reason trigger due$
succeed: succe manag able$ can$ could
agree: agree consensus
change: chang alter modif amend shift
exceed: exceed surpass top$ topped beyond over
reach: reach attain hit$
happen: happen occur took$ place$
expect: expect forecast predict await anticip
suffer: suffer sustain endur
answer: answer respon repl
respect: respect compl observ abid honour
apply: appl implement enforc effect
need: need requir necess
justify: justif warrant
prove: prov evidence demonstrat
show: show indicat suggest
worry: worr concern fear anxi afraid
serious: serious severe grave critical
claim: claim responsib
pay: pay paid repaid repay disburs
receive: receiv got$ obtain
mention: mention refer cite specif
see: see$ seen saw$ view witness
hear: hear heard listen
find: find found discover locat
play: play$ played plays playing featur appear
score: scor net$ goal
candidate: candidat run$ running stand$ seek$ bid$
renew: renew extend extens
possible: possib likely probabl may$ might
sure: sure certain confident confiden
clear: clear evident
enough: enough suffic adequat
ready: ready willing prepar
fair: fair just$ equit
accurate: accura true truth correct reliab
legal: legal lawful legitim
available: availab
responsible: responsib blame
intend: intend intent plan aim$ deliberat
want: want wish desire will$ eager
hope: hope optimis
think: think thought believ consider deem
speak: speak spoke talk address
say: say said tell told stat$
write: writ wrote
read: read$
sign: sign signed signat
learn: learn train
use: use$ used uses using usage
work: work
function: function operat run$
live: live lived living life resid
sleep: sleep slept asleep
lose: lose lost loss
keep: keep kept retain maintain preserv
stay: stay remain
cost: cost
own: own owned owner possess
share: share
include: includ cover compris
concern: concern affect regard
depend: depend rely relian hinge
link: link connect relat tie$ ties$ tied
affect: affect impact influenc
damage: damag destroy destruct harm ruin wreck
repair: repair renovat restor refurbish mainten upgrad
rebuild: rebuil reconstruct
continue: continu go$ ongoing press$
protect: protect safeguard
control: control contain monitor
check: check verif examin test inspect analys
follow: follow
lead: lead$ led$ head$ headed chair
manage: manag run$ administ
decide: decid decision settl rule
choose: choos chose choice select pick
compete: compet rival contest
qualify: qualif reach
retire: retir
enter: enter entry entr$
exit: exit leav left$ out$
cross: cross
fly: fly flew flight take-off land
fall: fall fell collaps
climb: climb scal
throw: throw threw hurl lob
hit: hit$ struck strike
carry: carr transport transfer convey
bring: bring brought
take: take took taken
give: give gave given grant award hand
put: put$ plac
hide: hid$ hidden hide conceal
open: open reopen inaugurat
finish: finish complet end$ ended conclud
create: creat establish found set$ founded
remove: remov eliminat dismiss strip withdraw
reduce: reduc cut$ cuts$ lower cutting
improve: improv better$
worsen: worsen deteriorat
start: start begin began launch kick
resume: resum restart
delay: delay postpon put$
win: win$ won$ wins victor beat
meet: meet met$ met
visit: visit tour trip
travel: travel journey
attack: attack target assault
defend: defen
accuse: accus charg alleg
blame: blam critic
denounce: denounc condemn slam decr
welcome: welcom prais hail laud
apologise: apolog sorry regret
thank: thank grateful
threaten: threat
order: order
invite: invit summon
offer: offer propos
discuss: discuss debat address
negotiate: negotiat talk
vote: vote voter voting ballot
pass: pass passed adopt approv
file: fil$ filed lawsuit complaint sue$ sued
judge: tri$ tried trial appear judg
free: free releas
escape: escap fled flee
hurt: hurt injur wound
heal: recover heal cure treat
fit: fit$ fitness
young: young small
old: old elder aged
big: big large great major huge vast
long: long$ longer lasting
strong: strong powerful solid robust
weak: weak
high: high$ higher
cheap: cheap afford
rich: rich wealth
poor: poor$ poverty
new: new$ fresh recent
true: true real$ truth genuine
public: public
private: private
local: local
national: national
common: common joint shared usual
normal: normal regular usual
easy: easy easily
difficult: difficult hard$
important: important importan key$ crucial essential
dangerous: danger risk hazard
safe: safe
happy: happy delight glad joy
sad: sad$ grief sorrow
angry: ang anger angry fury furious outrage
hot: hot$
cold: cold
full: full$ fill
empty: empty vacant
alone: alone lone$
official: official formal
independent: independ
military: military
civilian: civilian
secret: secret
open-minded: toleran
political: politic
economic: economic
social: social societ communit
cultural: cultur
sporting: sport athlet
legalise: licen permit authoris authoriz
document: document paper file$ record$
letter: letter mail
report: report$ reports$
figure: figure data statisti number
survey: survey poll
test: test trial exam
plan: plan$ plans$ scheme
idea: idea
role: role
power: power
force: force
goal: goal target aim
result: result outcome toll
effect: effect consequen impact fallout
problem: problem trouble issue crisis
solution: solution settl resol
error: error mistake fault
success: success
failure: fail
condition: condition state$ circumstanc
place: place site$ location spot$
time: time$ moment
day: day$ days$
way: way$ manner means
side: side sides$ parties party
group: group gang
name: name identit
age: age$ aged
body: body$ bodies corpse remains
head: head$
hand: hand$ hands$
eye: eye
blood: blood
heart: heart cardiac
home: home
room: room hall$
door: door gate
wall: wall
line: line$ lines$
track: track path
stone: stone rock
metal: metal iron copper steel
wood: wood timber
paper: paper
plant: plant$ flower
fruit: fruit date$ citrus
meat: meat
milk: milk dairy
sugar: sugar
salt: salt
fish: fish
cow: cow$ cows$ cattle sheep livestock herd
wind: wind$ winds
cloud: cloud
sun: sun$ sunny
gift: gift donat grant
member-state: member
summit-talks: summit
vehicle: bike bicycle motorcycle
bridge-road: tunnel
crowd: crowd
neighbour: neighbo
friend: friend ally allies
enemy: enem
owner: owner
witness: witness testimon
hero: hero$ heroes
star: star$ stars$
voice: voice
image: image photo picture
video: video footage
site: website site
network: network
signal: signal
radio: radio tv$ televis channel broadcast
flag: flag
uniform: uniform kit$
mask: mask
clothes: cloth dress veil
incident: incident
recognise: recogni acknowledg
obtain: obtain get$ gets$ getting got$ secur
wear: wear wore worn
dissolve: dissol
trust: trust confiden
holding: hold holds holding held
abandon: abandon renounc drop giv
cede: cede hand$ territor land
guarantee: guarant assur ensur
anaesthetic: anaesthe anesthe
equip: equip
fracture: fractur broken bone
study: study studie
avoid: avoid avert
worst: worst
responsible: responsib
attend: present attend
mediation: mediat
date: date$ dates$ timetable when$ schedule
inform: inform notif told tell
complaint: complain
tell: tell told
fill: fill
serve: serve service
seat: seat
post: post posts position
rule: rule rules
limit: limit cap$
tax: tax charge fee$
ticket: ticket
passport: passport visa
citizen: citizen national
return-home: home homes
lodge: lodg file filed
trial: trial
bail: bail
lawyer: lawyer defence defense counsel
evidence: evidence proof
witness: witness
weapon: weapon arms armed
nuclear: nuclear
oil: oil
gas: gas
vaccine: vaccin
symptom: symptom
infection: infect case cases
dose: dose shot
medicine: medicin drug
hospital: hospital
water: water
electricity: electric power$
internet: internet online
school: school
pupil: pupil student
teacher: teacher
worker: worker employee staff
job: job employ
wage: wage salar pay$
subsidy: subsid aid support
loan: loan credit
debt: debt
deal: deal agreement contract
ceasefire: truce ceasefire
attack: strike raid bomb shell
troops: troops soldier forces
border: border
road: road
bridge: bridge
train: train$ trains rail
plane: plane aircraft jet
boat: boat ship vessel
car: car$ cars$ vehicle
house: house home
building: building
fire: fire blaze
rain: rain
match: match game
season: season
title: title
coach: coach manager
contract: contract
injury: injur
return: return back$
speak-language: language
book: book novel
film: film movie
prize: prize award
mummy: mumm
culprit: culprit perpetrator
motive: motive
nation: country countries state states nation
parliament: parliament house assembly
president: president
minister: minister ministry
union: union
opposition: opposition
"""
