"""What French says instead of a negation, see `nashra.languages.wording.turns`."""

from __future__ import annotations

VERBS = ""
WHOLE = "aucun aucune personne nul nulle"
PRIVATIVES = "sans non aucun aucune jamais rien ni nul nulle"
DENYING = "in im il ir dé dés dis mal mé non anti extra anorm"
NOT_DENYING = """
inter info inform inclu incid indi inclin individ indust infla influ inhabit inhum init inject inscri insist inspe
inspir install
instan instit instru instaur integr intel inten intim intro inven invest invit inund invas impliq imag immeub immed
immig
impact implan implic import impos imposer imposition impress imprim impuls imit illustr iran irak irland israel
indie indien
indon inde inaug inq incarn incend incit déb déc déd déf dég déj dél dém dén dép dér dés dét dév discut distrib
district
disput dispos discour disc dist dispar dissim diss malg malay mali malte mall mét méd mém mér més
"""
TURNS = """
refuse: refus rejet declin dement nie$ nier$ nient$ deni$ niant refut recus veto balay contredi
fail: echou echec manqu absen penurie faute$ depourvu demuni prive rat$ rate$ rates$ peine$ peinent$ peinait
fail: peinaient
ban: empech prevention preventi bloqu blocage blocus barr interdi interdiction prohib bann
stop: sursis suspend suspens arret$ arreter$ stopp cesse$ cesser cessation interromp rompu rupture pause$
avoid: evit echapp esquiv epargn abst
lose: perd$ perdu perdre perdent perte pertes priv revoq dechu epuis
leave: abandon renonc retir retrait$ retraits$ annul supprim abst abrog aboli
late: report$ reporte reporter reporté repouss differe$ differer$ ajourn retard attend$ attendre attendent
late: attente encore$
late: toujours$ impay defaut$ defaill
stay: reste$ restent resté rester restait restaient demeur inchang stable$ stables stabil gel$ gele geler fige enlis
stay: gard$ garde$ gardent$ garder$ gardait$ conserv
stay: impasse paralys maintien maintenir maintenu maintient campe$ campent insist accroch arcbout constant
hard: difficil dur$ dure$ durs$ rare peu$ pein defi$ compliq ard
only: seul uniqu simple$ simplement sauf hormis except exclus limit
free: gratuit libre$ libres$ exoner dispens immunis immunit$ vide$ vides$ vacan exempt
unknown: inconnu anonym incert
secret: secret$ secrets$ secrete$ secretes$ secretement$ clandest ferm clos$ close$ silenc muet mutism taire$
secret: tait$ taisent tu$ discret cach dissimul confidenti
secret: insu$ reserv
ignore: ignor neglig meconn indiffer fich moqu
doubt: decourag deconseill dout scept retic hesit defiance mefian mefi
exclude: exclu ecart radie$ radies$ radier$
oppose: oppose$ opposes$ opposent$ opposer$ opposee$ contest defie censure
safe: indemn intact saufs$ saine$ surviv rescap
short: loin$ dela$ dessous$
now: immediat aussit champ$ urgen rapid prompt instant soudain brusqu surpr inattend subit
all: incondition unanim definitiv permanen
impossible: impossib improb incapab
gone: dispar deserte$ desertes$
jobless: drone$ drones$ chom abri$ apatrid
illegal: irregul illeg violer violat viole$ violent$ violant infract enfrein enfreint
break: panne$ pannes$ coupure
differ: desacc differend divis diverg decu$ decue decus$ decevant decept
despite: malgre depit$ sinon$ plutot
bad: mal$ mauvais malnut insuff faux$ fausse erron pire$ pis$
innocent: innocen acquit relax
ever: meilleur jamais$ record$
"""
