"""French words for things of one kind, see `versions.evidence.kinds`."""

from __future__ import annotations

KINDS = """
colour:red rouge rouges
colour:orange orange
colour:yellow jaune jaunes
colour:green vert verte vertes verts
colour:blue bleu bleue bleus bleues
disease:measles rougeole
disease:flu grippe
disease:cholera choléra
disease:malaria paludisme malaria
disease:polio polio poliomyélite
disease:ebola ebola
disease:covid covid coronavirus
disease:cancer cancer cancers
disease:diabetes diabète
disease:tuberculosis tuberculose
disease:dengue dengue
disease:mpox mpox variole
disease:meningitis méningite
disease:hepatitis hépatite
disease:rabies rage_canine
kin:husband mari maris époux
kin:wife épouse épouses veuve veuves
kin:brother frère frères
kin:sister sœur soeur sœurs soeurs
kin:son fils
kin:daughter fille filles
kin:father père pères
kin:mother mère mères
kin:grandfather grand-père
kin:grandmother grand-mère
house:library bibliothèque bibliothèques médiathèque
house:museum musée musées
house:hospital hôpital hôpitaux
house:university université universités
house:theatre théâtre théâtres
house:mosque mosquée mosquées
house:church église églises
house:embassy ambassade ambassades
house:consulate consulat consulats
house:airport aéroport aéroports
house:stadium stade stades
house:factory usine usines fabrique
house:hotel hôtel hôtels
house:prison prison prisons
house:mine mine mines
house:bridge pont ponts viaduc
house:dam barrage barrages
house:tunnel tunnel tunnels
ministry:interior ministre_de_l_intérieur ministère_de_l_intérieur
ministry:foreign ministre_des_affaires_étrangères ministère_des_affaires_étrangères chef_de_la_diplomatie
ministry:health ministre_de_la_santé ministère_de_la_santé
ministry:justice ministre_de_la_justice ministère_de_la_justice garde_des_sceaux
ministry:defence ministre_de_la_défense ministère_de_la_défense ministre_des_armées
ministry:finance ministre_des_finances ministère_des_finances ministre_de_l_économie ministère_de_l_économie
ministry:education ministre_de_l_éducation ministère_de_l_éducation ministre_de_l_enseignement
ministry:agriculture ministre_de_l_agriculture ministère_de_l_agriculture
ministry:transport ministre_des_transports ministère_des_transports
ministry:culture ministre_de_la_culture ministère_de_la_culture
crop:wheat blé
crop:barley orge
crop:rice riz
crop:cotton coton
crop:cocoa cacao
crop:olive olive olives
crop:tomato tomate tomates
crop:citrus agrumes
mineral:phosphate phosphate phosphates
mineral:copper cuivre
mineral:coal charbon
mineral:uranium uranium
mineral:cobalt cobalt
mineral:lithium lithium
animal:sheep mouton moutons ovins brebis
animal:goat chèvre chèvres caprins
animal:cattle vache vaches bovins bovin
animal:camel chameau chameaux dromadaire dromadaires
animal:horse cheval chevaux
animal:cat chat chats
animal:whale baleine baleines
animal:turtle tortue tortues
animal:elephant éléphant éléphants
sport:football football foot
sport:handball handball
sport:basketball basket basketball basket-ball
sport:tennis tennis
sport:rugby rugby
sport:volleyball volley volleyball volley-ball
sport:swimming natation
sport:boxing boxe
sport:judo judo
vehicle:bus autocar autocars bus autobus
vehicle:train train trains
vehicle:truck camion camions poids_lourd poids_lourds
vehicle:helicopter hélicoptère hélicoptères
vehicle:tram tramway tram
vehicle:metro métro
disaster:quake séisme séismes tremblement_de_terre
disaster:flood inondation inondations crue crues
disaster:drought sécheresse
disaster:cyclone ouragan cyclone typhon
disaster:volcano volcan volcans
disaster:landslide glissement_de_terrain glissements_de_terrain éboulement coulée_de_boue
disaster:avalanche avalanche avalanches
crime:rape viol viols
crime:theft vol_à vols_à vol_avec cambriolage
crime:spying espionnage
crime:kidnap enlèvement rapt
crime:terror terrorisme
crime:murder meurtre assassinat
faith:muslim musulman*
faith:christian chrétien*
faith:jewish juif juifs juive juives
faith:hindu hindou*
body:knee genou genoux
body:ankle cheville chevilles
body:shoulder épaule épaules
body:thigh cuisse cuisses
stage:semi demi_finale demi_finales demi-finale demi-finales dernier_carré
stage:quarter quart_de_finale quarts_de_finale
part:morning matin matinée
part:evening soir soirée
school:primary primaire primaires
school:secondary secondaire secondaires lycée lycées
weather:snow neige
weather:rain pluie pluies
weather:hail grêle
film:novel roman romans
film:film film films
film:album album albums
artist:singer chanteur chanteuse
artist:actor acteur actrice comédien comédienne
artist:writer écrivain écrivaine romancier romancière
artist:painter peintre
artist:poet poète poétesse
"""
