"""What the matcher knows of French, as data: see `spec` for what each list does."""

from __future__ import annotations

from nashra.languages.names.around_fr import FRENCH_AROUND
from nashra.languages.names.capital_words import CLUBS, VARIANTS
from nashra.languages.names.grammar import Grammar
from nashra.languages.names.spec import PREFIXES, Rules
from nashra.languages.spec import words

# Before the name of a country that is a river too.
RIVERS = words("fleuve bassin berge berges rive rives crue crues lit delta eaux boucle affluent affluents bords")

NAMES = Rules(
    grammar=Grammar(
        variants=VARIANTS,
        plurals=("s",),
        infinitives=tuple(
            """
            er ir dre mettre battre etre faire plaire uire dire crire lire rire suffire croire boire suivre vivre aitre
            clure rompre vaincre
            """.split()
        ),
        not_infinitive=words(
            """
            mer fer hiver cancer cuir papier acier danger berger boulanger passager usager verger messager horloger
            diner dejeuner foyer loyer metier atelier quartier fichier dossier chantier courrier leader transfer
            etranger ouvrier pompier hotelier financier gibier courtier policier fevrier janvier gravier mobilier
            plaisir souvenir avenir desir loisir soupir tir saphir elixir espoir soir miroir trottoir terroir couloir
            tiroir cendre poudre cadre ordre foudre cedre cylindre affaire fenetre maitre metre
            """
        ),
    ),
    shared=words("dgsn cndh cese rni pps pam pjd fln anp"),
    around=FRENCH_AROUND,
    elisions=words("l d qu j m t s n c jusqu lorsqu puisqu quoiqu presqu"),
    endings=words("s"),
    prefixes=PREFIXES | words("pre anti auto co demi ultra"),
    hard=words("java golfe valence sale or levant"),
    common=words(
        """
        sale vienne manche tours total can elle sens marche monde croix liberation espoir avenir nation matin soir
        opinion point express vie paix progres valence tigre detroit on un or os an etat sud nord est ouest bulle
        """
    ),
    never=words("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
    titles=words(
        """
        m mm mme mmes mlle monsieur madame president presidente ministre premier roi reine prince princesse
        sultan cheikh emir docteur dr pr professeur general colonel capitaine maitre me sire depute senateur
        maire pape gouverneur juge secretaire ambassadeur ambassadrice procureur directeur wali chancelier
        imam sidi moulay
        """
    ),
    honorifics=words(
        "m mm mme mmes mlle monsieur madame president presidente docteur dr maitre me freres soeurs epoux"
    ),
    openers=words(
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
        "": words("air radio lac fleuve riviere"),
        "niger": RIVERS,
        "congo": RIVERS,
        "senegal": RIVERS,
        "gambie": RIVERS,
        "paraguay": RIVERS,
        "uruguay": RIVERS,
        "france": words("banque tour stade college electricite gaz"),
        "lyon": words("gare"),
        "loire": words("pays"),
        "luxembourg": words("jardin jardins palais"),
        "vienne": words("departement la"),
        "nil": words("bleu vert"),
        "porto": words("vin vins"),
        "suisse": words("un ce chaque"),
        "jo": words("le du au"),
        "dakar": words("le du"),
        "manche": words(
            "departement prefet prefecture conseil depute deputee senateur elus circonscription electeurs dans outre"
        ),
        "argentine": words("une cette chaque"),
        # kinds of things, not where they come from; what makes one of any place stands among the heads
        "auvergne": words("bleu"),
        "bengale": words("feu feux"),
        "chine": words("rose"),
        "cologne": words("eau"),
        "genes": words("pain"),
        "hollande": words("fromage fromages"),
        "inde": words("figuier"),
        "marseille": words("savon savons"),
        "prague": words("printemps"),
        "prusse": words("bleu"),
        "russie": words("cuir cuirs"),
        "savoie": words("tomme tommes biscuit biscuits fondue"),
        "venise": words("marchand"),
    },
    followed={
        "france": words("# inter info bleu culture"),
        "mecque": words("du des"),
        "manche": words("#"),
        "rn": words("#"),
    },
    strangers={"georgie": words("atlanta savannah augusta gouverneur senateur comte")},
    openings={
        "monde": words(
            "rapporte revele ecrit publie cite titre affirme estime note souligne raconte consacre explique croit du"
        )
    },
    links=words("de d des du la"),
    extenders=CLUBS
    | words("air radio as new south north nouveau nouvelle grand haute haut basse bas banque credit orange ex"),
    followers=words("accord agreement"),
    compounds=True,
)
