"""French words of every day by what they say, see `versions.evidence.topics`."""

from __future__ import annotations

DEEDS = """
consult: consult
bear: donné fruit
participate: particip
comment: comment réagi réaction
detail: détail précis
know: savoir sait$ savait savent su$ connu connaît connaiss connaître ignor
reveal: révél divulg dévoil annonc
exist: exist
cause: caus provoqu entraîn raison
succeed: réuss parven parvien parvenu succès capable pouvoir peut$ peuvent pourra
agree: entend accord convenu consens
change: chang modif évolu transform
exceed: dépass excéd franchi supérieur
reach: attein atteint parvien
happen: produi surven survien déroul
expect: attend attent prévu prévoi prévision pronosti
suffer: souffr subi subir endur
answer: répon répond réagi
respect: respect observ conform
apply: appliqu applic exécut
need: besoin nécess faut$ faudra requi
justify: justif
prove: prouv preuve démontr établi
show: montr indiqu révèl
worry: inquiét crain crai préoccup peur
serious: grave sérieu lourd critique
claim: revendiqu
pay: pay paye payé vers$ versé versement règl rembours
receive: reçu reçoi perçu touch
mention: mention évoqu cit$ cité préciser
see: voir vu$ vue$ voi$ voit
hear: entendu entendr écout
find: trouv retrouv découvr découvert
play: jou$ joué jouer joue$ jouera disput
score: marqu inscri but$
candidate: candidat présent brigu
renew: renouvel reconduct prolong
possible: possib éventuel probabl peut-être
sure: sûr certain certitude confian
clear: clair clarté évident
enough: suffi assez
ready: prêt$ prête$ prêts$ prêtes$ dispos prépar
fair: juste équit loyal
accurate: exact vrai fiable véri
legal: légal légitim licite
available: disponib
responsible: responsab
intend: intention compt$ compte$ comptent envisag voul délibér volont
want: veut veulent voul souhait désir
hope: espér espoir optimis
think: pens croi croit estim jug considér
speak: parl discour adress
say: dit dire déclar affirm indiqu
write: écri rédig
read: lire lu$ lecture
sign: sign signé signat paraph
learn: appren appris apprent form$ formation
use: utilis emploi usage recour
work: travail oeuvr
function: fonction march opér
live: viv$ vivre vécu vie$ résid habit
sleep: dorm sommeil
lose: perd perdu perdre perte
keep: gard conserv mainten maintien préserv
stay: rest demeur
cost: coût coûter
own: posséd propriét déten détien
share: partag part$
include: compr inclu compt$ comprend figur
concern: concern touch$
depend: dépend tribut
link: lien$ liens$ lié$ liée liés rapport
affect: affect touché impact
damage: dégât endommag dommage détrui détérior
repair: répar rénov restaur réhabilit entretien
rebuild: reconstru
continue: continu poursui prolong
protect: protég protec préserv
control: contrôl maîtris surveill
check: vérif examin test$ tests$ testé analys inspect
follow: suiv suit$ suivi
lead: dirig mèn$ mené présid conduit
manage: gér gest
decide: décid décision tranch
choose: choisi choix sélection
compete: concour concurr compét rivalis
qualify: qualif
retire: retrait raccroch
enter: entr$ entré entrée entrer pénétr
exit: sorti sort$ quitt
cross: travers franchi
fly: décoll atterri survol vol$
fall: tomb chut effondr écroul
climb: grimp escalad gravi
throw: lanc jet$ jeté
hit: frapp touch percut heurt
carry: transport port$ porté achemin
bring: apport amen ramen
take: prend pris prendre
give: donn accord octro remi remet
put: mettr mis$ mise$ plac dépos
hide: cach dissimul
open: ouver ouvr rouvr inaugur
finish: fini termin achev clôtur complét
create: cré crée création fond$ fondé établi
remove: retir enlev supprim élimin écart
reduce: rédui dimin baiss abaiss
improve: amélior progress
worsen: aggrav empir dégrad détérior
start: commenc début démarr lanc entam
resume: repris reprend reprendr reprise
delay: retard report$ reporté repouss ajourn différ
win: gagn remport victoire vainqu
meet: rencontr réun entreti
visit: visit déplac
travel: voyag déplac trajet
attack: attaqu agress vis$ visé
defend: défend défens
accuse: accus inculp
blame: reproch critiqu imput blâm
denounce: dénonc condamn fustig
welcome: salu félicit accueil
apologise: excus regrett pardon
thank: remerc merci
threaten: menac
order: ordonn ordre
invite: invit convi convoqu
offer: offr$ offre propos
discuss: discut débat examin abord
negotiate: négoci pourparler
vote: vot$ vote voté votant suffrage
pass: adopt vot$ voté entérin
file: plaint dépos saisi
judge: jug jugé comparu procès
free: libér relâch libre
escape: fui fuit échapp évad
hurt: bless
heal: guéri rétabli soign trait$ traité traitement
fit: forme$ aptitud apte
young: petit jeune
old: vieux vieil ancien âgé
big: grand important énorme vaste ampleur
long: long$ longue$ longtemps durable
strong: fort$ forte$ puissan solide
weak: faibl
high: haut$ haute$ élevé
cheap: abordable
rich: riche
poor: pauvr
new: nouve neuf$ récent inédit
true: vrai réel véri
public: public publi
private: privé particuli
local: local loca
national: nation
common: commun conjoint
normal: normal habituel ordinaire
easy: facil aisé
difficult: diffic ardu
important: importan essentiel majeur crucial
dangerous: danger risqu péril
safe: sûr$ sain$ sécur
happy: heureu joie content
sad: trist
angry: colère furi indign
hot: chaud
cold: froid
full: plein compl rempli
empty: vide$ vides
alone: seul$ seule$
official: officiel
independent: indépend
military: militair
civilian: civil
secret: secret
open-minded: tolér
political: politi
economic: économi
social: social société
cultural: cultur
sporting: sport
legalise: permis autoris licence agrément
document: document papier dossier
letter: lettre courrier missive
report: rapport
figure: chiffre donnée statisti
survey: sondage enquête
test: test$ essai examen épreuve
plan: plan$ plans$ programme
idea: idée
role: rôle
power: pouvoir
force: force$ forces$
goal: objectif cible
result: résult bilan issue$
effect: effet conséquen répercuss retombé
problem: problèm difficult crise
solution: solution règlement
error: erreur faute$
success: succès réussite
failure: échec échou
condition: condition état$ circonstanc
place: lieu$ endroit site$
time: fois temps moment
day: jour journ
way: manière façon moyen
side: côté$ camp$ partie$
group: groupe bande collect
name: nom$ noms$ identi appel
age: âge
body: corps cadavre dépouille
head: tête$
hand: main$ mains$
eye: oeil yeux œil
blood: sang
heart: coeur cœur cardia
home: foyer domicile
room: salle chambre pièce
door: porte$ portes$
wall: mur$ murs
line: ligne
track: voie$ voies piste
stone: pierre roche rocher
metal: métal fer$ cuivre acier
wood: bois$
paper: papier
plant: plante fleur
fruit: fruit datte agrume
meat: viande
milk: lait
sugar: sucre
salt: sel$
fish: poisson
cow: vache bétail mouton troupeau bovin
wind: vent$ vents$
cloud: nuage
sun: soleil ensoleill
gift: don$ dons$ cadeau subvention bourse$
member-state: états membre
summit-talks: sommet
vehicle: engin vélo moto
bridge-road: tunnel
crowd: foule
neighbour: voisin
friend: ami$ amis$ amie alli
enemy: ennemi
owner: propriétaire
witness: témoin témoign
hero: héros
star: étoile vedette star$
voice: voix
image: image photo cliché
video: vidéo
site: site$
network: réseau
signal: signal
radio: radio télé chaîne
flag: drapeau pavillon
uniform: uniforme tenue
mask: masque
clothes: vêtement voile$ habit$
incident: incident
recognise: reconn
obtain: obten obtenu décroch
wear: port$ portai porter portait
dissolve: dissou
trust: confian confié
holding: tenir tenu tenait tient
abandon: abandon renonc lâch
cede: céd cèd territoire
guarantee: garanti assur
anaesthetic: anesthé
equip: équip matériel
fracture: fractur cassé
study: étud formation
avoid: évit
worst: pire
responsible: responsab
attend: présen assist
mediation: médiat
date: date dates calendrier échéance
inform: inform préven averti
complaint: plainte
tell: racont
fill: rempli
serve: serv service
seat: siège siég
post: poste
rule: règle
limit: limit plafon
tax: tax$ taxe impôt payant
ticket: billet
passport: passeport visa
citizen: citoyen nationalité
return-home: chez foyers
lodge: dépos présent
trial: procès
bail: caution liberté
lawyer: avocat défense
evidence: preuve élément indice
witness: témoin
weapon: arme
nuclear: nucléaire
oil: pétrol
gas: gaz
vaccine: vaccin
symptom: symptôme
infection: infect contamin cas$
dose: dose injection
medicine: médicament
hospital: hôpit hospit
water: eau eaux
electricity: électri courant
internet: internet
school: école scolaire
pupil: élève étudiant
teacher: enseign professeur
worker: ouvri salari employé travailleur
job: emploi poste
wage: salaire
subsidy: subvention aide
loan: prêt$ prêts$ crédit emprunt
debt: dette
deal: accord contrat
ceasefire: trêve cessez-le-feu cessez
attack: attent frappe raid bombard
troops: troupe soldat
border: frontièr
road: route
bridge: pont$ ponts$
train: train$ trains
plane: avion
boat: bateau navire embarcation
car: voiture véhicule
house: maison logement
building: bâtiment immeuble
fire: incendi feu$ feux$
rain: pluie pluvi
match: match rencontre
season: saison
title: titre
coach: entraîn sélectionn coach
contract: contrat
injury: blessur
return: retour rentr reven revien
speak-language: langue
book: livre roman
film: film
prize: prix
mummy: momie
culprit: auteur coupable
motive: mobile motif
nation: pays état$ états
parliament: parlement assemblée chambre
president: président
minister: ministre ministère
union: syndic
opposition: opposition opposant
"""
