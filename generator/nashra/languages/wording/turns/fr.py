"""What French says instead of a negation, see `nashra.languages.wording.turns`."""

from __future__ import annotations

VERBS = ""
WHOLE = ""
PRIVATIVES = "sans non aucun aucune jamais rien ni nul nulle"
TURNS = """
refus rejet declin dement nie$ nier$ nient$ deni$ niant echou echec manqu absen penurie faute$ depourvu empech bloqu
blocage blocus barr interdi interdiction prohib bann suspend suspens arret stopp cesse$ cesser cessation evit echapp
rat$ rate$ rates$ perd$ perdu perdre perdent perte pertes priv revoq dechu abandon renonc retir retrait annul supprim
report$ reporte reporter reporté repouss differ ajourn retard attend$ attendre attendu attendent attente toujours$
encore$ reste$ restent resté rester restait restaient demeur inchang stable$ stables stabil gel$ gele geler fige enlis
impasse paralys maintien maintenir maintenu maintient campe$ campent insist accroch arcbout difficil dur$ dure$ durs$
peine$ peinent$ peinait peinaient rare peu$ moins$ seul uniqu simple$ simplement sauf hormis exclu except exclus limit
maxim plafon gratuit libre$ libres$ inconnu anonym secret clandest ferm clos$ close$ vide$ vides$ desert silenc muet
mutism taire$ tait$ taisent tu$ discret ignor neglig dout scept incert cach dissimul retic hesit reserv oppos contest
defi$ defie ecart balay epargn indemn intact saufs$ saine$ surviv rescap loin$ immediat aussit champ$ urgen rapid
prompt instant soudain brusqu surpr inattend subit incondition unanim definitiv permanen impossib improb incapab
confidenti dispar censure defiance mefian drone$ drones$ chom abri$ apatrid irregul illeg viol infract enfrein
enfreint defaut$ defaill panne$ pannes$ coupure desacc differend divis diverg decu$ decue decus$ decevant decept
malgre depit$ sinon$ plutot lieu$ mal$ mauvais malnut insuff faux$ fausse erron innocen acquit relax vacan exempt
exoner dispens immun abrog aboli interromp rompu rupture pause$ mefi impay entrav vide$ abst
"""
