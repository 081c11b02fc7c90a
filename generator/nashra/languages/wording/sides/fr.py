"""Words of French for the two sides of one thing, see `Wording.opposites`."""

from __future__ import annotations

SIDES = """
run:on poursuivent poursuit continue continuent en_cours
run:off cessé arrêté arrêtées interrompu interrompues interrompus stoppé stoppées
medal:gold d_or l_or en_or
medal:silver d_argent l_argent en_argent
medal:bronze bronze
civil:yes civil civils civile civiles
civil:no soldat soldats militaires
stay:same inchangé inchangée inchangés inchangées
stay:change changera changeront changé change changer
bound:least minimal minimale
bound:most maximal maximale
move:down %_de_moins
move:up %_de_plus
move:up augmenté augmente augmentent augmenter augmentation hausse grimpé progressé progression accru
move:up monté montée bondi remonté
move:down en_repli en_recul tombé_à tombée_à tombés_à retombé retombée retombent plongé replié dégringolé
move:up relevé relèvement relever rehaussé rehausser
move:down abaissé abaissement abaisser réduit réduction réduire
grow:up croître croît croissance
grow:down contracter contracte contraction récession
move:down baissé baisse baissent baisser diminué diminution diminue reculé recul chuté chute
vote:yes approuvé approuve adopté adopte accepté accepte approuver accepter ratifié validé voté
vote:no rejeté rejette rejeter refusé refuse refuser
game:won remporté gagné gagne victoire battu emporté vainqueur s_imposer s_est_imposé s_est_imposée s_impose l_emporter
game:won s_imposent se_sont_imposés l_emporte l_emportent remporte remporter gagner battre bat triomphé vaincu
game:won dominé écarté écarter à_bout_de_son à_bout_des à_bout_du victorieux victorieuse
game:draw match_nul matchs_nuls accroché accrochée tenu_en_échec égalisé égaliser égalisent égalise égalisation
game:draw dos_à_dos score_de_parité partage_des_points
game:lost battu_par battue_par battus_par battues_par perdu défaite incliné inclinée inclinés perdre s_incline
none:game sans_victoire privés_de_victoire privé_de_victoire sans_défaite perdu_la_vie perdu_la_vue perdu_leur perdu_son
none:game perdu_sa perdu_connaissance perdu_de_vue perdu_de
door:open ouvrira ouvriront ouvrir ouvrent ouvert ouverte rouvrira rouvriront rouvrir rouvert rouverte
door:open ouvre ouverture inauguré réouverture
door:shut coupée coupées barrée barrées fermera fermeront fermer ferment fermés fermé fermée fermeture ferme
trade:out exportation exportations exporter
trade:in importation importations importer
side:north nord septentrional septentrionale
side:south sud méridional méridionale
side2:east l_est d_est est_du à_l_est dans_l_est vers_l_est oriental orientale orientaux orientales
side2:west ouest occidental occidentale occidentaux occidentales
shore:atlantic atlantique
shore:inner méditerranée méditerranéen méditerranéenne méditerranéens méditerranéennes
shore:red mer_rouge
span:last dernier dernière écoulé écoulée an_passé année_passée mois_passé semaine_passée saison_passée
span:last siècle_passé été_passé hiver_passé
none:span ce_dernier cette_dernière ces_derniers ces_dernières le_dernier_né
span:next prochain prochaine prochains prochaines
day:before hier
day:after demain
season:winter hiver hivernal hivernale
season:summer d_été l_été été_dernier été_prochain cet_été estival estivale en_été
season:spring printemps
season:autumn automne
order:before avant
order:after après
none:day après_midi avant_midi avant_hier après_demain avant_tout d_après après_coup
none:day avant_dernier avant_dernière avant_de avant_d avant_que avant_qu après_que après_qu après_avoir après_être
none:day après_s_être
share:half moitié
share:double double doublé doubler
none:part un_doublé double_meurtre double_attentat
deal:bought pris_une_participation prend_une_participation acheté achète acquis acquiert racheté rachète
deal:bought acquisition rachat
say:denied dément démenti démentent nie nié
say:admitted reconnaît reconnu reconnaissent avoue avoué admet admis
number:more dépasse dépassé dépasser supérieur_à supérieure_à supérieurs_à supérieures_à
number:less sous_la_barre sous_les inférieur_à inférieure_à inférieurs_à inférieures_à
deal:sold vendu vend cédé cède vente cession
bound:least au_moins minimum
bound:most au_plus tout_au_plus maximum au_maximum
verdict:upheld confirmé_~_condamnation confirmé_~_jugement confirmé_~_peine confirmé_~_verdict
verdict:void annulé_~_condamnation annulé_~_jugement annulé_~_peine annulé_~_verdict cassé infirmé
phase:early début
phase:late fin
number:more plus_de plus_du plus_d plus_des
number:more franchi_la_barre franchi_le_cap franchi_le_seuil passé_la_barre passé_le_cap au-dessus_de au-dessus_du
number:more au-dessus_des
number:less en_dessous_de en_dessous_du en_dessous_des au-dessous_de au-dessous_du sous_le_seuil sous_les sous_la
number:less moins_de moins_du moins_d moins_des
case:innocent acquitté acquittée acquitte acquittant innocent innocenté relaxée relaxant relaxées
case:guilty écopé écope coupable condamné condamnée
people:dead morts mort tué tués tuée tuées tuer tuant décès décédé décédés péri
people:hurt blessé blessés blessée blessées blesser blessant
game:lost éliminé_par éliminée_par éliminés_par éliminées_par été_éliminé été_éliminée été_éliminés
game:lost est_éliminé est_éliminée
game:lost sorti_par sortie_par éliminé_en éliminée_en éliminé_au éliminé_dès éliminée_dès
game:lost écarté_par écartée_par écartés_par dominé_par dominée_par dominés_par vaincu_par vaincue_par
case:innocent acquittement relaxe relaxé
case:guilty condamnation
allow:yes autorisé autorisée autorise autorisent autoriser autorisation permis permet permettre permettent permettra
allow:no interdit interdite interdire interdit interdiction empêché empêche empêchent empêcher bloqué bloque bloquer
vote:yes accepté accepte accepter acceptent
vote:no décliné décline décliner refusé refuse refuser refusent rejeté rejette
move:up bondi bondit bondissent accroître accroît accroissent augmentera grimpe grimpent grimper flambe flambé flamber
move:up s_envole s_envolent envolé envolée hausser
move:down plongé plonge plongent réduit réduire réduisent réduira abaisse abaisser dégringole perdu_~_% perd_~_%
none:move recul_de_l_âge recul_de_âge report_de_l_âge reculer_l_âge recul_du_départ reculé_l_âge
side2:east sud_est nord_est
side2:west sud_ouest nord_ouest
case:guilty condamnés condamnées coupables
case:innocent non_lieu classé_sans_suite classée_sans_suite acquittés acquittées relaxés
case:innocent non_coupable blanchi blanchie disculpé
case:guilty plaidé_coupable reconnu_coupable reconnue_coupable
start:yes commencé commence commencent débuté débute lancé lance reprendre repris reprend reprennent
start:no cessé cesse cessera interrompu interrompue
come:in arrivé arrivée arrive arrivent
come:out quitté quitte quittent
back:yes soutient soutiennent soutenu soutenir
back:yes favorable_à favorables_à favorable_au favorables_au
back:no oppose s_oppose opposé s_opposent
back:no opposés opposée opposées hostile_à hostiles_à hostile_au hostiles_au
sense:more renforcé renforce renforcer durci durcit durcir
sense:less affaibli affaiblit affaiblir assoupli assouplit assouplir
gain:yes bénéfice bénéfices
gain:no perte pertes
people:alive sain_et_sauf sains_et_saufs saine_et_sauve saines_et_sauves indemne indemnes vivant vivants vivante
people:alive vivantes
people:alive survécu rescapé rescapés survivant survivants
found:yes retrouvé retrouvée retrouvés retrouvées
found:no disparu disparue disparus disparues
found:no à_l_appel
last:yes dernier_à dernière_à derniers_à dernières_à
last:no premier_à première_à premiers_à premières_à
soon:early trop_tôt
soon:late trop_tard
far:left extrême_gauche extrême-gauche de_gauche à_gauche
far:right extrême_droite extrême-droite de_droite à_droite
rank:high plus_haut plus_haute plus_élevé plus_élevée
rank:low plus_bas plus_basse plus_faible
fee:no gratuit gratuite gratuits gratuites gratuitement
fee:yes payant payante payants payantes
job:more créer créera crée créent création créations embaucher embauches
job:fewer supprimer supprimera supprime suppression suppressions licencier licenciement licenciements
advice:yes recommandent recommande recommandé recommander conseillent conseille
advice:no recommandent_de_ne recommande_de_ne conseillent_de_ne conseille_de_ne mettent_en_garde met_en_garde
advice:no mis_en_garde déconseillent déconseille déconseillé
"""
