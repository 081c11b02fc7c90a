"""Words of names that no registry has, in languages with capitals, folded: French and English together."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.languages.spec import words

# Heads of names of the other types than person, in Latin letters, folded.
HEADS: Mapping[str, frozenset[str]] = {
    "organization": words(
        """
        ministere ministry universite university association federation confederation parti party union
        conseil council comite committee fondation foundation agence agency bank banque groupe group company
        societe club office centre center institut institute court cour tribunal syndicat organisation
        organization commission authority autorite ligue league hospital hopital academie academy school ecole
        museum musee journal radio tv fc as direction directorate department departement army armee police
        parliament parlement senate senat assembly assemblee
        """
    ),
    "event": words(
        """
        festival coupe cup championnat championship championships salon forum sommet summit conference prix
        prize award grand-prix marathon jeux games biennale moussem fair
        """
    ),
    "place": words(
        """
        aeroport airport port stade stadium rue avenue boulevard place square palais palace mosquee mosque
        pont bridge mont mount lac lake riviere river oued djebel jbel jebel ile island plage beach province
        region prefecture gare
        """
    ),
}
# Words of tables that stand before what is known: Group Argentina.
GROUPS = words("group groups groupe groupes poule pool")
# Nouns that are written with a capital in the names of bodies and offices, and are no names alone.
COMMON_CAPITALS = words(
    """
        interieur exterieur affaires etrangeres justice finances defense sante education culture communication
        tourisme transport transports equipement energie environnement agriculture peche travail emploi
        jeunesse sports congres parlement assemblee chambre conseil gouvernement etat republique royaume
        couronne nation monsieur madame maitre internet covid dieu islam sufi interior foreign affairs health
        treasury state states cabinet crown kingdom republic government parliament congress house senate
        council court ministry minister president internet god sufism
        """
)
# Words that open sentences, beside those of `rules`.
OPENERS = words("puis hier demain enfin pourtant aussi lors cependant quelques plusieurs then finally recently both")

# Capitalised words of nations and faiths that are no entities, beside those that look like a country's name.
NATIONS = words(
    """
    french dutch greek swiss spanish british english danish polish arab arabs arabic muslim muslims islamic islam
    christian christians jewish jews european europeans asian asians american americans african africans olympic
    paralympic francais francaise francaises arabe arabes musulman musulmans europeen europeens africain africains
    americain americains americaine americaines africaine africaines europeenne europeennes britannique britanniques
    espagnol espagnols espagnole espagnoles anglais anglaise anglaises allemand allemands grec grecs juif juifs
    amazigh imazighen berbere berberes sahraoui sahraouis latin nordic western eastern northern southern
    """
)
