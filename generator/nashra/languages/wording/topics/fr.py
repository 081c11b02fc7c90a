"""French words by what they speak of; what stands before the colon is the same in all languages, see `told`."""

from __future__ import annotations

TOPICS = """
president: président présiden
minister: ministre ministère ministériel secrétaire
king: roi royaume royal monarque souverain
ambassador: ambassad diplomat émissaire consul
spokesman: porte-parole
deputy: député parlement sénat élus législat congrès
mayor: maire mairie municipal
party: parti$ partis$
opposition: opposition rival adversaire opposant
leader: leader dirigeant patron chef$ chefs$
director: directeur directrice direction gérant président
expert: expert spécialiste analyste
researcher: recherche chercheur scientifi universitaire étude études université savant
official: officiel autorité
police: police policier gendarm
army: armée militaire troupe soldat
guard: garde
child: enfant mineur nourrisson bébé enfance
woman: femme
man: homme garçon hommes
family: famille proches parent mère père familial
young: jeune jeunesse adolescent
people: personne habitant population citoyen peuple gens riverain âmes
worker: travailleur salarié employé ouvrier personnel main-d
farmer: agriculteur agricol agriculture paysan rural
fisherman: pêcheur pêche
lawyer: avocat
journalist: journaliste reporter presse média journal correspondant
teacher: enseign professeur école scolaire éducation élève instituteur
student: étudiant universit campus diplômé
doctor: médecin infirmi médical chirurgien docteur soign
patient: patient malade maladie santé
victim: victime mort morts tué tués tuée tues décès décédé péri meurtri bilan vies mourir
wounded: blessé blessure
prisoner: prison détenu détention incarcér arrêté interpell
suspect: soupçon suspect accus inculp prévenu
judge: juge tribunal justice judiciaire procès verdict magistrat cour$
sentence: condamn peine coupable prison écop
fine: amende
appeal: appel recours contest
fraud: fraude blanchiment corruption escroqu détourne malversation
murder: meurtre assassin homicide tué poignard
steal: vol volé voleur pillage pillé dérob braqu
smuggle: contrebande trafi passeur
weapon: arme armes fusil munition fusillade tireur tirs$
bomb: bombe explos attentat obus frappe frappé raid missile roquette drone bombard
war: guerre conflit bataille affronte combat hostilité
peace: paix trêve cessez-le-feu cessez
border: frontière frontalier passage
refugee: réfugié migrant asile déplacé immigr exilé
rescue: secour secouriste sauvet sauvé rescapé survivant
boat: bateau navire embarcation canot ferry pétrolier pirogue barque
sea: mer océan littoral plage rivage maritime
island: île îles îlot
river: fleuve rivière
lake: lac lagune
mountain: montagne sommet massif colline mont$ monts
forest: forêt arbre forestier bois
desert: désert sahara sable
village: village villageois
city: ville villes urbain capitale agglomération
district: quartier district banlieue arrondissement
region: région province gouvernorat wilaya zone département
street: rue route autoroute avenue boulevard
house: maison logement habitation domicile appartement foyer toit
building: bâtiment immeuble constru édifi
bridge: pont ponts
factory: usine industr fabri manufactur
market: marché souk
shop: magasin boutique commerce détaillant
hospital: hôpital hôpitaux clinique hospitalis
school: école lycée collège classe$ cours$ classes
airport: aéroport vol vols avion compagnie aérien pilote
port: portuaire port$ ports$
station: gare station train ferroviaire rail
car: voiture véhicule conducteur chauffeur camion automobil autobus autocar bus circulation
accident: accident collision déraill percut heurt
fire: incendie feu feux flamme brûl
flood: inondation inondé crue crues
rain: pluie averse météo précipit intempér orage
snow: neige glace froid gel avalanche
heat: chaleur canicul températur chaud
drought: sécheresse sec pénurie
earthquake: séisme tremblement secousse sismique
water: eau eaux potable
food: alimentaire aliment nourriture repas faim famine nutrition pain vivres
wheat: céréal farine blé$
harvest: récolte moisson produc rendement
olive: olive huile
fuel: carburant essence gazole diesel combustible
oil: pétrol brut baril opep brent
gas: gaz$ gazier gazoduc
energy: énergie énergét électri solaire éolien nucléaire
bank: banque bancaire banquier
money: argent fonds financ trésor
economy: économi pib croissance
budget: budget dépense déficit
tax: impôt taxe fiscal douane tarif
debt: dette emprunt crédit prêts
price: prix coût inflation cher
wage: salaire rémunér paie retraite pension
job: emploi chômage embauch
strike: grève gréviste débray
protest: manifest protest rassemble marche
union: syndic union
company: entreprise société groupe firme compagnie
profit: bénéfice profit revenu recette
dividend: dividende
sale: vente vendu écoul vend$ vendent vendre$
buy: achat acheté achète acquis rach
trade: échange export importation commerce commercial commerciaux
invest: invest
share: action actions bourse indice
currency: monnaie devise dinar dirham
contract: contrat accord signé signature traité conclu
project: projet plan programme chantier
law: législat loi$ lois$
decree: décret
constitution: constitution
election: élect élection élire élu$ élue$ vote scrutin électeur urne candidat sondage
government: gouvern cabinet exécutif
resign: démission
appoint: nommé nomination désign
reform: réforme
meeting: réunion rencontr entretien pourparlers séance discussion évoqué évoquer discut échangé
summit: sommet
visit: visite déplacement tournée
statement: communiqué
warn: averti prévenu prévient alert
deny: dément démenti nié nie
confirm: confirm
promise: promis promes promet engag
demand: demand réclam exig appel
refuse: refus rejet
accept: accept approuv adopt accord
support: soutien souten soutient appui
criticise: critiqu dénonc
launch: début ouvert ouvre ouvrir commenc inaugur lancé lance lancement lancer
end: achev termin conclu final fin$
postpone: report repouss ajourn
cancel: annul
suspend: suspen interromp interrompu arrêt
ban: interdi
increase: hausse augment progress grimp bond élev accr croissance
decrease: baisse recul chut diminu rédui repli ralenti
win: victoire remport gagn battu vainqu sacre champion bat$
lose: défaite perd inclin battu
match: match
goal: marqu but$ buts$
team: équipe sélection club
player: joueur attaquant défenseur gardien footballeur
coach: entraîneur sélectionneur
final: finale
cup: trophée coupe$
league: ligue championnat tournoi
season: saison
race: course coureur marathon sprint cyclis athlét
medal: médaille or argent bronze
olympic: olympi jeux
fan: supporter spectateur tribune
stadium: stade
film: film cinéma réalisat écran
festival: festival
music: musi chanson chant chanteu concert album orchestre
book: roman écrivain auteur poète poés littér lecteur livre$
museum: musée exposition galerie
art: artist peint peintre sculpt tableau arts$
theatre: théâtre acteur comédien
prize: prix lauréat récompens
ancient: antique archéolog antiquité fouille patrimoine vestige siècle romain ancien
mosque: mosquée
church: église pape
religion: religi musulman islam chrétien foi$
language: langue
history: histoire histori
science: physi scienti
space: spatial espace satellite planète lune orbite étoile télescope astronaut fusée
computer: ordinateur logiciel numéri internet application cyber donnée artificiel informatique
phone: téléphon mobile portable appel
vaccine: vaccin dose
virus: virus épidémi infect choléra maladie pandémi
drug: drogue médicament pharmac stupéfiant
cancer: cancer tumeur
aid: aide humanitaire secours assistance
organisation: organisation agence organisme
united-nations: onu nations unies
rights: liberté droits
security: sécurit sûreté
danger: danger menac risque
attack: attaque agress assaut
terror: terror extrémis djihad jihad
kidnap: enlèv otage kidnapp rapt
release: libér relâch
return: retour rentr reven
leave: quitt
arrive: arriv
send: envoy envoi déploy dépêch
deliver: livr fournit fourni approvision
hold: accueill organis
travel: voyag touris visiteur passager
hotel: hôtel
road: route
climate: climat émission carbone réchauff
pollution: pollu déchet toxique
animal: anima espèce oiseau faune
dog: chien
horse: cheval chevaux
investigation: enquêt parquet procureur instruction
evidence: preuve
missing: disparu disparition
search: recherche fouill
night: nuit soir soirée
morning: matin aube
international: international mondial monde
foreign: étrang extérieur
customer: client consommat
trader: commerçant négociant
resume: reprend reprise repris
close: ferm
storm: tempête ouragan cyclone
title: titre titres
point: point$ points$
member: membre membres
"""
