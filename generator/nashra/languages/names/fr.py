"""What the matcher knows of French, as data: see `spec` for what each list does."""

from __future__ import annotations

from nashra.languages.names.around import listed
from nashra.languages.names.around_fr import FRENCH_AROUND
from nashra.languages.names.capital_words import CLUBS
from nashra.languages.names.spec import PREFIXES, Rules

NAMES = Rules(
    shared=listed("dgsn cndh cese rni pps pam pjd fln anp"),
    around=FRENCH_AROUND,
    elisions=listed("l d qu j m t s n c jusqu lorsqu puisqu quoiqu presqu"),
    endings=listed("s"),
    prefixes=PREFIXES | listed("pre anti auto co demi ultra"),
    common=listed(
        """
        sale vienne tours total can elle sens marche monde croix liberation espoir avenir nation matin soir opinion
        point express vie paix progres valence tigre detroit on un or os an etat sud nord est ouest bulle
        """
    ),
    never=listed("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
    titles=listed(
        """
        m mm mme mmes mlle monsieur madame president presidente ministre premier roi reine prince princesse
        sultan cheikh emir docteur dr pr professeur general colonel capitaine maitre me sire depute senateur
        maire pape gouverneur juge secretaire ambassadeur ambassadrice procureur directeur wali chancelier
        imam sidi moulay
        """
    ),
    honorifics=listed("m mm mme mmes mlle monsieur madame president presidente docteur dr maitre me"),
    openers=listed(
        """
        a au aux apres avant avec chez comme contre dans de depuis des devant du en entre et hier il elle
        ils mais meme ni notamment or ou outre par parce pendant plus pour quand que qui sans sauf selon
        seul si sous sur tandis toutefois cependant vers voici voila aujourd demain ainsi alors car ce cet
        cette ces le la les un une son sa ses notre leur deux trois quatre lundi mardi mercredi jeudi
        vendredi samedi dimanche ici quant malgre face via lorsque puisque toute tout tous toutes pourquoi
        comment ensuite enfin
        """
    ),
    barred={
        "": listed("air radio lac fleuve riviere"),
        "france": listed("banque tour stade college electricite gaz"),
        "lyon": listed("gare"),
        "loire": listed("pays"),
        "luxembourg": listed("jardin jardins palais"),
        "vienne": listed("departement"),
        "porto": listed("vin vins"),
        "suisse": listed("un ce chaque"),
        "argentine": listed("une cette chaque"),
    },
    followed={"france": listed("# inter info bleu culture")},
    strangers={
        "georgie": listed("atlanta savannah augusta gouverneur senateur floride alabama caroline tennessee comte")
    },
    links=listed("de d des la"),
    extenders=CLUBS
    | listed("air radio as new south north nouveau nouvelle grand haute haut basse bas banque credit orange ex"),
    followers=listed("accord agreement"),
    compounds=True,
)
