"""The words by which the guards read French."""

from __future__ import annotations

from nashra.languages.wording.idioms.fr import IDIOMS
from nashra.languages.wording.sides.fr import SIDES
from nashra.languages.wording.spec import Wording

WORDING = Wording(
    endings=(("", "e s es ne nes"),),
    decimal=",",
    grouping=".",
    cardinals="""
    0 zéro
    1 un une
    2 deux
    3 trois
    4 quatre
    5 cinq
    6 six
    7 sept
    8 huit
    9 neuf
    10 dix
    16 huitièmes
    32 seizièmes
    8 quarts_de_finale quart_de_finale
    11 onze
    12 douze
    13 treize
    14 quatorze
    15 quinze
    16 seize
    20 vingt vingts
    30 trente
    40 quarante
    50 cinquante
    60 soixante
    70 septante
    80 octante huitante
    90 nonante
    100 cent cents
    1000 mille
    1000000 million millions
    1000000000 milliard milliards md mds mrd mrds
    1000000000000 billion billions
    """,
    ordinals="""
    1 premier première premiers premières
    2 deuxième deuxièmes second seconde seconds secondes
    3 troisième troisièmes
    4 quatrième quatrièmes
    5 cinquième cinquièmes
    6 sixième sixièmes
    7 septième septièmes
    8 huitième
    9 neuvième neuvièmes
    10 dixième dixièmes
    11 onzième
    12 douzième
    13 treizième
    14 quatorzième
    15 quinzième
    16 seizième
    20 vingtième
    30 trentième
    40 quarantième
    50 cinquantième
    60 soixantième
    100 centième
    1 unième
    """,
    roman_endings="ème eme er e",
    alone="unième",
    loose="un une neuf zéro second seconde seconds secondes premier première premiers premières",
    glued="mm_dh m_dh mm_dt m_dt mr_dh mr_dt k_dh",
    short="""
    1000 k
    1000000 m mn mln
    1000000000 mm mr
    """,
    uncounted="pays_tiers tiers_monde tierce troisième_cycle troisième_âge premiers_secours",
    uncounted_signs=r"24\s*(?:heures|h)\s*(?:sur|/)\s*24|24\s*/\s*24|7\s*(?:jours|j)\s*(?:sur|/)\s*7|24\s*/\s*7",
    between="longues bonnes autres",
    origin="en_provenance_de en_provenance_d",
    one_share="un",
    share_of="de des du d",
    out_of="sur",
    route="à vers jusqu_à",
    joiners="et",
    before_part="et",
    vigesimal=True,
    fractions="""
    1/2 demi demie moitié
    1/3 tiers
    1/4 quart quarts
    1/5 cinquième cinquièmes
    1/10 dixième dixièmes
    """,
    vague="""
    10 dizaines douzaines vingtaines
    100 centaines
    1000 milliers
    1000000 millions
    1000000000 milliards
    """,
    year_before="année_précédente an_plus_tôt année_d_avant an_auparavant",
    month_before="mois_précédent mois_d_avant mois_auparavant mois_plus_tôt",
    compared="depuis par_rapport_à par_rapport_au comparé qu_en que_en",
    several="quelques plusieurs",
    hints="""
    18 mineur mineure mineurs mineures
    10 infériorité_numérique
    11/10 supériorité_numérique
    12 sur_un_an en_un_an
    2050 milieu_du_siècle mi-siècle
    2030 fin_de_la_décennie
    2100 fin_du_siècle
    1 unique seul seule un une
    2 double doublé doublée doubler doublera doublerait doublent doublant doublement
    2 bilatéral bilatérale paire couple binôme doubles
    3 triple triplé triplée tripler triplera triplerait tripleront triplent
    3 tripartite trilatéral trilatérale trio hat-trick coup_du_chapeau
    4 quadruple quadruplé quadrupler quadruplera quadruplerait quartet quatuor quadripartite
    5 quintuple
    7/8 semaine
    3 trimestre
    6 semestre
    10 décennie
    8 huitaine
    10/12 dizaine
    12 douzaine
    15/2/14 quinzaine
    20 vingtaine
    30 trentaine
    40 quarantaine
    50 cinquantaine
    60 soixantaine
    100 centaine siècle centenaire
    200 bicentenaire
    50 cinquantenaire demi-siècle
    25 quart_de_siècle
    1000 millénaire
    1000 millier
    16 huitièmes
    32 seizièmes
    8 quarts_de_finale quart_de_finale
    """,
    tens="décennies",
    months="""
    1 janvier janv
    2 février févr fév
    3 mars
    4 avril avr
    5 mai
    6 juin
    7 juillet juil
    8 août
    9 septembre
    10 octobre oct
    11 novembre nov
    12 décembre déc
    13 ramadan
    """,
    loose_months="mars ramadan",
    before_month="er en de mois depuis jusqu début fin mi courant",
    weekdays="""
    1 lundi lundis
    2 mardi mardis
    3 mercredi mercredis
    4 jeudi jeudis
    5 vendredi vendredis
    6 samedi samedis
    7 dimanche dimanches
    """,
    am="du_matin heures_du_matin h_du_matin",
    pm="du_soir de_l_après-midi heures_du_soir de_l_après_midi heures_de_l_après_midi",
    night="",
    clock="",
    hours="heures heure h",
    below_zero="moins sous_zéro en_dessous_de_zéro négatif négative négatives négatifs",
    noon="midi",
    midnight="minuit",
    units="""
    basis_point:rate point_de_base points_de_base
    degree:heat degré degrés °
    second:time seconde secondes
    minute:time minute minutes min
    hour:time heure heures
    day:time jour jours journée journées
    week:time semaine semaines
    month:time mois
    year:time an ans année années
    century:time siècle siècles
    km:length kilomètre kilomètres km
    foot:length pied pieds
    inch:length pouce pouces
    yard:length yard yards
    acre:area acre acres
    mile:length mille milles mile miles
    metre:length mètre mètres m
    cm:length centimètre centimètres cm
    mm:length millimètre millimètres mm
    hectare:area hectare hectares ha
    kg:mass kilogramme kilogrammes kilo kilos kg
    gram:mass gramme grammes g
    tonne:mass tonne tonnes
    litre:volume litre litres
    barrel:volume baril barils
    decade:time décennie décennies
    sqkm:area kilomètres_carrés kilomètre_carré km²
    sqm:area mètres_carrés mètre_carré m²
    """,
    currencies="""
    dollar dollar dollars $ usd
    euro euro euros €
    dirham dirham dirhams dh dhs mad
    dinar dinar dinars
    pound livre livres £
    riyal riyal riyals rial rials
    ruble rouble roubles
    yuan yuan yuans
    yen yen yens
    franc franc francs fcfa
    shekel shekel shekels
    rupee roupie roupies
    ouguiya ouguiya ouguiyas
    """,
    loose_units="franc pied pieds mille milles m g livre livres",
    each="month:time mensuel mensuelle mensuellement; year:time annuel annuelle annuellement; week:time hebdomadaire",
    percent="% pour_cent p._100 points_de_pourcentage point_de_pourcentage",
    times="""
    2 double doublé doublée doublés doublées doubler doublera doublent doublement deux_fois_plus
    3 triple triplé triplée triplés triplées tripler triplera triplent triplement trois_fois_plus
    4 quadruple quadruplé quadruplée quadrupler
    """,
    nil="zéro sans_réponse sans_encaisser vierge vierges sans_but",
    negators="ne n pas ni sans aucun aucune jamais rien non nullement",
    mild="""
    reste_à restent_à restait_à restaient_à
    refuse refusé refusent refuser refus échoué échoue échouer échec impossible illégal illégale illégaux
    illégales illégitime illégitimes déconseillé déconseille déconseillent déconseiller jusqu_à_ce à_l_insu
    se_passera_de
    se_passer_de se_passe_de se_passeront_de se_passent_de hors-ligne illicite
    illicites attend attendent attendre attendait attendant attente surprise surpris surprend surprenant
    inattendus absent absente absents absentes ignore ignoré ignorer ignorent oppose opposé opposée opposés
    opposer interdiction interdits interdites vide vides exempt exempté exemptés exonéré exonérés dispense
    dispensé échappe échappé épargné indemne indemnes sain_et_sauf abandonné abandonne abandonner renoncé
    renonce renoncer renoncent immature immoral immorale impartial imparfait impatient impropre improbable
    impunité inadapté inadaptée inactif inaction inapproprié inapte incomplet incomplète incompatible incompris
    inconscient incorrect indifférent inefficace inégalé inéligible inexpérimenté infirme infirmé infirmer
    inhumain injustice inoccupé inoffensif insatisfait insolvable instable instabilité insuffisamment
    introuvable introuvables inutilisable invaincu invaincue invaincus invalidé irréalisable irrecevable irréel
    méconnu mécontent mécontents défavorable défavorables désaccord désapprouve incapable incapables absence
    manque dépourvu dépourvue démenti dément démentir nié nie nier interdit interdite interdire empêché empêcher
    irrégulier irrégulière irréguliers irrégulières inacceptable insuffisant insuffisante insuffisants
    insuffisantes inconnu inconnue inconnus inattendu inattendue indépendant indépendante illimité inédit
    inédite inédits inédites invalide injuste inutile inutiles irresponsable indirect indirecte informel
    informelle faute rejeté rejette rejeter exclut exclu exclure sauf hormis toujours impuissant immobile impayé
    impayés inachevé inachevée inhabité insoluble intact éviter évité privé privée privés privées priver privant
    provisoire provisoires sine_die huis_clos loin_de ong faux fausse fausses erroné erronée incorrecte inexact
    inexacte inexactes dangereux dangereuse exceptionnel exceptionnelle officieux officieuse clandestin
    clandestine clandestins clandestines inégal inégale peu hors malgré indécis indéterminé indéterminée
    injustifié injustifiée injustifiés infondé infondée infondées invisible inopérant inexistant inexistante
    inaccessible inaccessibles imprévu imprévisible immérité inconstitutionnel cesser met_en_garde_contre
    inchangé inchangée inchangés inchangées stable stables stabilité peu_probable gelé gelée gelés gelées gel
    figé figée première_fois première_visite au_point_mort impasse bloqué bloquée bloqués bloquées enlisé
    enlisées
    """,
    mild_prefixes=("inéga", "irré", "illé", "inacc", "insuff", "imposs", "impré", "indis", "désap", "indirect"),
    contrary="""
    à_moins_que à_moins_d décliné décline renoncé renonce renoncent empêché empêche empêchent rejeté rejette rejettent
    bloqué bloque exclu exclut
    """,
    deny="""
    peu_probable improbable interdit interdite interdits interdites refusé refuse refusent refuser échoué échoue
    échouer démenti dément démentir démentent nié nie nier déconseille déconseillent déconseillé invaincu
    invaincue invaincus invaincues
    """,
    still="""
    toujours encore reste restent resté restée restait restaient demeure demeurent demeurait continue continuent
    """,
    no_more="ne_~_plus n_~_plus",
    excluded="exclu exclut exclure exclue démenti dément nié nie nier",
    idioms=IDIOMS,
    compounds="non", go_on="ni aucun aucune jamais rien pas nullement",
    may_count="ni",
    begin="pas rien personne aucun aucune nul nulle jamais ni",
    completes="ne n",
    no_negators="un_pas le_pas ce_pas au_pas premier_pas des_pas deux_pas grand_pas chaque_pas petit_pas",
    not_only="pas plus jamais rien aucun aucune guère ni personne point nul",
    expletive="avant moins craint sans éviter",
    comparing="plus moins mieux pire meilleur meilleure meilleurs meilleures autre autres autrement pis moindre",
    only="que qu",
    decades="années",
    of_a_decade="années décennie",
    of="de d un",
    auxiliaries="""
    avait avaient ayant aura auront été étant était étaient sera seront serait seraient avoir être encore cela
    """,
    clauses="mais tandis alors_que cependant toutefois or pourtant",
    opposites=SIDES,
    adjectives="""
    atlantic-ocean atlantique atlantiques; arctic arctique*; antarctica antarctique*
    mediterranean-sea méditerranéen*; pacific-ocean pacifique
    caribbean-sea caraïbe*
    barcelona barça; france bleus bleues tricolores hexagone hexagonal*; morocco lions_de_l_atlas
    algeria fennecs; tunisia aigles_de_carthage; egypt pharaons; sub-saharan-africa subsaharien*
    european-union/united-kingdom brexit; catalonia catalan*
    catalans; bavaria bavarois bavaroise; sicily sicilien*
    brittany breton*; corsica corse*; kurdistan kurde*; european-union européen* européens; united-nations onu
    onusien*; wales gallois galloise galloises
    scotland écossais écossaise écossaises; england anglais anglaise anglaises; california californien*
    north-macedonia macédoine macédonien*; new-york new-yorkais new_yorkais newyorkais; washington-dc dc
    """,
    homeland="pays nation royaume sultanat émirat patrie", less="moins", town="capitale ville cité métropole",
    meets="rencontré rencontre rencontrer reçu reçue reçoit entretenu entretenue entretient accueilli accueille visite",
    calls="qualifié qualifie qualifiant qualifiée jugé juge jugeant dit parlé parle parlant décrit comme",
    places="""
    algeria alger algérie; morocco maroc; tunisia tunis tunisie; libya libye; mauritania mauritanie; egypt égypte
    sudan soudan; syria syrie; lebanon liban; jordan jordanie; iraq irak iraq iraquien*; iran iran
    saudi-arabia arabie_saoudite; yemen yémen; oman oman; qatar qatar; kuwait koweït; bahrain bahreïn
    united-arab-emirates émirats émiratie émiraties; palestine palestine; israel israël
    turkey turquie turc turcs turque turques; france france; spain espagne; portugal portugal; italy italie
    germany allemagne; united-kingdom grande-bretagne royaume-uni grande_bretagne royaume_uni angleterre
    ireland irlande; belgium belgique; netherlands pays-bas pays_bas hollande; switzerland; austria autriche
    sweden suède; norway norvège; denmark danemark; finland finlande; poland pologne; ukraine ukraine; russia russie
    greece grèce grec grecs grecque grecques; romania roumanie; hungary hongrie
    united-states états-unis états_unis amérique washington; canada canada; mexico mexique; brazil brésil
    argentina argentine; china chine; japan japon; india inde; pakistan pakistan; afghanistan afghanistan
    north-korea corée_du_nord nord-coréen* nord_coréen*; south-korea corée_du_sud sud-coréen* sud_coréen*
    korea corée coréen*; indonesia indonésie; malaysia malaisie; philippines philippines; australia australie
    senegal sénégal; mali mali; niger niger; nigeria nigeria; ghana ghana; cameroon cameroun; ethiopia éthiopie
    somalia somalie; south-africa afrique_du_sud sud-africain* sud_africain*; kenya kenya; europe europe européen*
    africa afrique africain*; asia asie asiatique*
    cuba cuba cubain*; togo togo togolais togolaise; laos laos laotien*; chad tchad tchadien*
    """,
    chatter=(
        r"^\W*(?:voici|voilà|ci-dessous|ci-après) (?:la|une|ma|votre) (?:version )?traduction",
        r"^\W*traduction\s*[:：]",
        r"^\W*texte traduit\s*[:：]", r"note d[ue] (?:la )?traduct(?:eur|rice)", r"\bn\.? ?d\.? ?t\.?(?=\W)",
        r"\((?:note|remarque)\s*:", r"^\W*(?:bien sûr|certainement)(?:\s*!|,? (?:voici|voilà|je |la traduction))",
        r"je ne (?:peux|suis) pas .{0,20}tradui", r"en tant qu[e’'] ?(?:ia\b|intelligence artificielle|modèle)",
        r"^\W*(?:français|en français)\s*[:：]", r"j[’']espère que cette traduction",
        r"la traduction (?:est|française) ",
    ),
    repeats="nous vous très oui non bla petit",
    function="""
    on à en au et le la les des du une est dans pour avec sur qui que
    ont été cette ces aux par leur ses sont était selon contre depuis chez
    """,
    foreign=(
        r".*(?:ght|wh|kn|wn|ough|ther$|eath|eech)",
        r".*(?:[^aeiou]ly|ness|less|ful)$", r"^(?:the|of|and|with|from|this|that|which)$",
    ),
    not_foreign="clown crown brown family assembly fairplay",
    sure="la les dans avec aux été cette des une sont était ont leur depuis contre selon chez",
    shared="son on or plus pas main",
    titles="""
    président présidente ministre roi reine prince princesse cheikh émir sultan m mm mme mlle monsieur madame docteur
    dr professeur général colonel ambassadeur ambassadrice juge député sénateur maire gouverneur secrétaire
    porte-parole
    entraîneur sélectionneur chancelier pape me
    """,
    no_people="""
    cour parti ligue coupe club office agence ministère département université institut rue place aéroport port église
    mosquée stade société entreprise groupe fonds centre prix championnat festival congrès parlement sénat
    commission comité union tribunal armée police force forces garde ville comté état états province région fleuve
    île mer golfe journal radio télévision mouvement front brigade brigades accord traité sommet conférence forum
    jeux loi plan programme occidentale orientale occidental oriental nord sud est ouest premier
    assemblée conseil état-major direction confédération hôpital société banque chambre
    """,
    by="par été fut furent",
    beside="et avec",
    wholes="sur parmi", parts="dont",
    starts="de d du", against="après contre comparé",
    instead="lieu",
    pairs="à contre et dont sur lieu",
)  # fmt: skip
