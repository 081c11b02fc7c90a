"""What the matcher knows of English, as data: see `spec` for what each list does."""

from __future__ import annotations

from nashra.languages.names.around_en import ENGLISH_AROUND
from nashra.languages.names.capital_words import CLUBS, VARIANTS
from nashra.languages.names.grammar import Grammar
from nashra.languages.names.spec import PREFIXES, Rules
from nashra.languages.spec import words

# Before the name of a country that is a river too.
RIVERS = words("river rivers bank banks delta bend basin mouth floodplain tributary tributaries waters")

NAMES = Rules(
    grammar=Grammar(variants=VARIANTS, plurals=("s",)),
    shared=words("dgsn cndh cese rni pps pam pjd fln anp"),
    around=ENGLISH_AROUND,
    elisions=frozenset(),
    endings=words("s"),
    prefixes=PREFIXES | words("pan self un"),
    hard=words("java tyre gulf split"),
    common=words(
        """
        nice reading bath total target who us it sale male mobile bill will mark grant frank rich rose art
        page hope grace dawn faith lens tours cork split hull deal as an at or in on is am me time life
        people nature science independent star post most gap
        """
    ),
    never=words("january february march april may june july august september october november december"),
    titles=words(
        """
        mr mrs ms miss dr prof professor president king queen prince princess sultan sheikh emir minister
        premier senator governor mayor general colonel captain major sergeant judge justice secretary
        ambassador chancellor pope sir lord lady dame rev reverend imam ayatollah spokesman spokeswoman
        spokesperson director chairman chief coach candidate congressman congresswoman representative rep
        sen gov gen col lt chairwoman envoy
        """
    ),
    honorifics=words("mr mrs ms miss dr sir lord lady dame president professor prof"),
    openers=words(
        """
        a about after again against all along also although amid among an and another as at back because
        before behind below beside between beyond both but by despite down during each earlier either even
        every few for former from further given he her here his how however i if in including inside instead
        into is it its just last later like many meanwhile more most much near neither next no nor not now
        of off on once one only onto or other our out outside over past per quite rather she should since so
        some still such than that the their then there these they this those though three through throughout
        thus to today together tomorrow tonight too toward towards two under unlike until up upon via was we
        were what when where whereas whether which while who whose why will with within without yesterday
        yet you your monday tuesday wednesday thursday friday saturday sunday
        """
    ),
    barred={
        "": words("air radio lake"),
        "niger": RIVERS,
        "congo": RIVERS,
        "senegal": RIVERS,
        "jordan": RIVERS,
        "gambia": RIVERS,
        "paraguay": RIVERS,
        "uruguay": RIVERS,
        "france": words("banque tour stade"),
        "wales": words("prince princess"),
        "samoa": words("american western"),
        "cyprus": words("northern"),
        "korea": words("northern southern"),
        "alaska": words("baked"),
        "kyiv": words("chicken"),
        "kiev": words("chicken"),
    },
    strangers={
        "emirates": words(
            "airline airlines "
            "boeing airbus jet jets aircraft flight flights passengers pilots fleet carrier cabin "
            "stadium arsenal cup a380 a380s plane planes profit profits revenue"
        ),
        "turkey": words("sandwich sandwiches ham gravy stuffing cranberry oven carve carved roast thanksgiving"),
        "georgia": words("atlanta savannah augusta macon governor senator senators county"),
    },
    followed={
        "": words("river stadium street avenue delta valley"),
        "atlantic": words("city records council"),
        "pacific": words("northwest palisades coast"),
    },
    # kinds of things, not where they come from; what makes one of any place stands among the tails
    idioms={
        "bengal": words("tiger tigers cat cats"),
        "bombay": words("duck"),
        "china": words("cabinet cabinets plate plates cup cups"),
        "manila": words("folder folders"),
        "oxford": words("shirt shirts shoe shoes comma"),
        "peking": words("duck"),
        "tesla": words("coil coils"),
        "turkey": words("breasts leg legs burger burgers soup dinner"),
        "us": words("open"),
        "wellington": words("boot boots"),
    },
    links=words("of de the"),
    modifiers=True,
    extenders=CLUBS
    | words("air radio as new south north east west equatorial greater upper lower port fort mount lake papua"),
    followers=words(
        """
        agreement accord accords olympics olympic paralympics games club city prime foreign king queen
        president minister government parliament defense defence army police embassy summit conference
        ministry court treaty fashion week climate commune valley authority province state
        """
    ),
)
