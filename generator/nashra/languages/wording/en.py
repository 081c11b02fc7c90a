"""The words by which the guards read English."""

from __future__ import annotations

from nashra.languages.wording.idioms.en import IDIOMS
from nashra.languages.wording.sides.en import SIDES
from nashra.languages.wording.spec import Wording

WORDING = Wording(
    endings=(("", "s"),),
    decimal=".",
    grouping=",",
    cardinals="""
    0 zero nil
    1 one
    2 two
    3 three
    4 four
    5 five fives
    6 six
    7 seven
    8 eight
    9 nine
    10 ten
    11 eleven
    12 twelve
    13 thirteen
    14 fourteen
    15 fifteen
    16 sixteen
    17 seventeen
    18 eighteen
    19 nineteen
    20 twenty
    30 thirty
    40 forty
    50 fifty
    60 sixty
    70 seventy
    80 eighty
    90 ninety
    100 hundred
    1000 thousand
    1000000 million millions mn
    1000000000 billion billions bn
    1000000000000 trillion trillions
    """,
    ordinals="""
    1 first
    2 second seconds
    3 third
    4 fourth
    5 fifth
    6 sixth
    7 seventh
    8 eighth
    9 ninth
    10 tenth
    11 eleventh
    12 twelfth
    13 thirteenth
    14 fourteenth
    15 fifteenth
    16 sixteenth
    17 seventeenth
    18 eighteenth
    19 nineteenth
    20 twentieth
    30 thirtieth
    40 fortieth
    50 fiftieth
    60 sixtieth
    100 hundredth
    """,
    loose="one zero nil second seconds first",
    short="""
    1000 k
    1000000 m
    1000000000 b
    1000000000000 tn t
    """,
    uncounted_signs=r"24\s*hours a day|24\s*/\s*7|seven days a week|7 days a week",
    between="straight consecutive full whole long successive more further",
    origin="from",
    one_share="a one",
    share_of="of",
    out_of="in out_of",
    route="to towards",
    joiners="and",
    before_part="and a",
    fractions="""
    1/2 half halve halved halves halving
    1/3 third thirds
    1/4 quarter quarters
    1/5 fifth fifths
    1/10 tenth tenths
    """,
    vague="""
    10 dozens tens scores
    100 hundreds
    1000 thousands
    1000000 millions
    1000000000 billions
    """,
    year_before="previous_year year_before year_earlier year_ago",
    month_before="previous_month month_before month_earlier prior_month",
    compared="since compared_with compared_to than_in up_on down_on third_on",
    several="several few",
    hints="""
    18 minor minors underage
    10 short-handed man_down man_short
    12 over_the_year in_a_year year-on-year
    2050 middle_of_the_century mid-century
    2030 end_of_the_decade
    2100 end_of_the_century
    1 single once a an only
    2 both double doubles doubled doubling pair twice couple twofold bilateral twin brace duo
    3 triple triples tripled tripling trio hat-trick trilateral tripartite threefold
    4 quadruple quadrupled quartet quadripartite
    5 quintet fivefold
    7/8 week
    3 trimester
    6 semester half-year
    10 decade
    12/10 dozen
    8 quarter-finals quarter-final quarterfinals quarterfinal
    14/15/2 fortnight
    20 score
    100 century centenary centennial
    50 half_a_century half-century
    25 quarter_of_a_century quarter-century
    200 bicentenary bicentennial
    1000 millennium
    """,
    tens="decades",
    months="""
    1 january jan
    2 february feb
    3 march
    4 april apr
    5 may
    6 june
    7 july
    8 august aug
    9 september sept sep
    10 october oct
    11 november nov
    12 december dec
    13 ramadan
    """,
    month_capitals=True,
    loose_months="may march ramadan august",
    before_month="in of since until by last next early late mid from this",
    weekdays="""
    1 monday mondays
    2 tuesday tuesdays
    3 wednesday wednesdays
    4 thursday thursdays
    5 friday fridays
    6 saturday saturdays
    7 sunday sundays
    """,
    am="a.m. am in_the_morning a.m",
    pm="p.m. pm in_the_evening in_the_afternoon p.m",
    night="at_night",
    o_clock="o_clock",
    past="past after",
    before="to before", spoken="at by until around about since",
    below_zero="minus below_zero below_freezing sub_zero subzero",
    noon="noon midday", midnight="midnight",
    units="""
    basis_point:rate basis_point basis_points
    degree:heat degree degrees °
    second:time second seconds
    minute:time minute minutes
    hour:time hour hours
    day:time day days
    week:time week weeks
    month:time month months
    year:time year years
    century:time century centuries
    km:length kilometre kilometres kilometer kilometers km kph kmh
    foot:length foot feet
    inch:length inch inches
    yard:length yard yards
    mile:length mile miles mph
    acre:area acre acres
    metre:length metre metres meter meters m
    cm:length centimetre centimetres centimeter centimeters cm
    mm:length millimetre millimetres millimeter millimeters mm
    hectare:area hectare hectares
    kg:mass kilogram kilograms kilo kilos kg
    gram:mass gram grams
    tonne:mass tonne tonnes ton tons
    litre:volume litre litres liter liters
    barrel:volume barrel barrels
    decade:time decade decades
    sqkm:area square_kilometres square_kilometers square_kilometre square_km sq_km km²
    sqm:area square_metres square_meters square_metre sq_m m²
    """,
    currencies="""
    dollar dollar dollars $ usd
    euro euro euros €
    dirham dirham dirhams dh dhs mad
    dinar dinar dinars
    pound pound pounds £ lira liras
    riyal riyal riyals rial rials
    ruble ruble rubles rouble roubles
    yuan yuan
    yen yen
    franc franc francs
    shekel shekel shekels
    rupee rupee rupees
    ouguiya ouguiya ouguiyas
    """,
    loose_units="foot feet m mad",
    each="month:time monthly; year:time annual annually yearly; week:time weekly",
    percent="% percent per_cent pct percentage_point percentage_points",
    times="""
    2 double doubles doubled doubling twofold twice
    3 triple triples tripled tripling threefold three_times
    4 quadruple quadrupled fourfold
    """,
    nil="nil zero goalless scoreless unanswered",
    uncounted="""
    third_country third_party third_parties third_world third_countries last_four final_four last_eight last_sixteen
    last_16 four-wheel
    """,
    negators="""
    not no never without nor neither none nobody nothing cannot nowhere don_t doesn_t didn_t won_t wouldn_t
    can_t couldn_t shouldn_t isn_t aren_t wasn_t weren_t hasn_t haven_t hadn_t mustn_t non yet_to
    """,
    mild="""
    offline illegitimate illicit illiterate immature immoral impartial imperfect improper improbable impunity
    impractical inaction inadmissible inconclusive inconsistent incorrect incurable ineffective inefficient
    ineligible inequality inexperienced inhuman insecure insolvent instability intolerable invisible irrelevant
    irreversible absent exempt exempted exemption exclude excluded excludes excluding escape escaped escapes
    survived waits wait waited waiting awaiting await awaits yet pending overdue abandon abandoned boycott
    boycotted ignore ignored ignoring neglect neglected overlooked oppose opposed opposes object objected veto
    vetoed deadlock stalled surprise surprised surprising doubtful sceptical skeptical reluctant reluctance
    empty vacant instead forbid forbidden forbids prohibit prohibited prohibits outlawed disqualified
    discouraged deter too_late too_early spared harmless withheld withhold missed goalless scoreless fail failed
    fails failing failure refuse refused refuses refusal deny denied denies unable impossible illegal illegally
    lack lacks lacked lacking absence reject rejected rejects rejection ban banned bans barred prevent prevented
    prevents irregular unless still hardly barely scarcely rarely rule_out ruled insufficient inadequate
    incapable invalid except stop stopped immune free informal incomplete inaccessible impassable independent
    indefinitely indirect inability injustice inappropriate intact inactive irresponsible missing stateless
    homeless jobless endless useless powerless countless few little less avoid avoided avoiding abstain
    abstained abstention otherwise nonexistent decline declined short indecisive deprived depriving deprive
    provisional temporary closed_doors far_from ngo ngos false wrong unfit dangerous exceptional extraordinary
    clandestine despite advise_against advises_against advised_against warned_against warns_against warn_against
    other_than turned_down turn_down turns_down kept_~_from keep_~_from keeps_~_from
    called_off calls_off call_off calling_off
    out_of_reach out_of_service out_of_order stay_the_same remain_the_same stays_the_same stable steady frozen
    freeze constant first_time first_visit deadlocked stall impasse
    """,
    mild_prefixes=("un", "non", "dis"),
    not_mild="""
    under union unions unit units united unity until university universities unanimous unanimously universal
    unesco unicef uniform unique unify unified undersecretary underground undergo underway understand
    understanding undertake underline underlined underwent undermine unite unification une universe discuss
    discussed discussion discussions distribute distributed distribution district districts dispute disputes
    disputed discover discovered discovery display displayed disease diseases distance disaster disasters
    dispatch dispatched discourse disposal dish disk disc distinct discipline dismiss dismissed disrupt
    disrupted dismantle dismantled displaced disperse dispersed disclose disclosed dissident dissidents dissolve
    dissolved dissolves dissolution disburse disclosure discount discounts dispatches dissent dissenting distant
    distinguish distinguished distress disturbing disbursed unveil unveiled unveils unveiling unleash unleashed
    unearthed uncover uncovered unload unloaded unfold unfolded unfolding unborn undertook unites distort
    discretion
    """,
    contrary="""
    unvaccinated unarmed unpaid unauthorised unauthorized unlicensed unsold unpopular unhappy unsafe unlawful
    unfinished unresolved unanswered unconfirmed unverified unaware unharmed unhurt unable unsuccessful turned_down
    turns_down turn_down unless rule_out ruled_out rules_out refused_entry prevented prevents preventing rejected
    rejects reject blocked stripped renounced renounces
    """,
    deny="""
    refused_to refuses_to declined_to declines_to failed_to fails_to failed_~_to denied denies deny
    advise_against advises_against advised_against unlikely improbable banned forbidden prohibited unbeaten
    undefeated barred_~_from bars_~_from banned_~_from
    """,
    still="still remain remains remained remaining continue continues continued",
    no_more="no_longer not_~_any_more not_~_anymore",
    excluded="rule_out ruled_out ruled exclude excluded deny denied denies",
    idioms=IDIOMS,
    compounds="no non", go_on="nor any either neither",
    may_count="nor neither",
    decades="the",
    after_decade="s",
    decade_names="""
    1990 nineties
    1980 eighties
    1970 seventies
    1960 sixties
    1950 fifties
    1940 forties
    1930 thirties
    1920 twenties
    """,
    of="of a an",
    auxiliaries="been being have having would will could should were does yet ever even any",
    clauses="but while whereas although though however",
    opposites=SIDES,
    adjectives="""
    mediterranean-sea mediterranean; caribbean-sea caribbean; morocco atlas_lions; tunisia carthage_eagles
    egypt pharaohs; france les_bleus
    barcelona barca; sub-saharan-africa sub-saharan; european-union/united-kingdom brexit; catalonia catalan*;
    bavaria bavarian*; sicily sicilian*; brittany breton*
    corsica corsican*; kurdistan kurdish kurd*; european-union european; united-nations un u.n.; wales welsh;
    scotland scottish scots scot; england english
    north-macedonia macedonia macedonian*; new-york ny nyc new_yorker*; california californian*; washington-dc d.c. dc
    united-kingdom uk u.k. gb bst; united-states us u.s.
    """,
    homeland="country nation kingdom sultanate emirate homeland", town="capital city town",
    meets="met meets meet meeting talks received receives hosted hosts hosting welcomed visit visits visited",
    calls="as called calls calling described describing termed dubbed",
    capital_of="Capital of ",
    places="""
    algeria algiers algeria algerian*; morocco morocco moroccan*; tunisia tunis tunisia tunisian*
    libya libya libyan*; mauritania mauritania mauritanian*; egypt egypt egyptian*; sudan sudan sudanese
    syria syria syrian*; lebanon lebanon lebanese; jordan jordan jordanian*; iraq iraq iraqi*; iran iran iranian*
    saudi-arabia saudi_arabia saudi*; yemen yemen yemeni*; oman oman omani*; qatar qatar qatari*
    kuwait kuwait kuwaiti*; bahrain bahrain bahraini*; united-arab-emirates emirates emirati* uae
    palestine palestine palestinian*; israel israel israeli*; turkey turkey türkiye turkish turk*
    france france french frenchman; spain spain spanish spaniard*; portugal portugal portuguese
    italy italy italian*; germany germany german*; united-kingdom britain british united_kingdom uk england english
    ireland ireland irish; belgium belgium belgian*; netherlands netherlands dutch holland
    switzerland switzerland swiss; austria austria austrian*; sweden sweden swedish swede*; norway norway norwegian*
    denmark denmark danish dane*; finland finland finnish finn*; poland poland polish pole*
    ukraine ukraine ukrainian*; russia russia russian*; greece greece greek*; romania romania romanian*
    hungary hungary hungarian*; united-states united_states american* america us u.s. u.s washington
    canada canada canadian*; mexico mexico mexican*; brazil brazil brazilian*
    argentina argentina argentine* argentinian*; china china chinese; japan japan japanese; india india indian*
    pakistan pakistan pakistani*; afghanistan afghanistan afghan*; north-korea north_korea north_korean*
    south-korea south_korea south_korean*; korea korea korean*; indonesia indonesia indonesian*
    malaysia malaysia malaysian*; philippines philippines filipino* philippine; australia australia australian*
    senegal senegal senegalese; mali mali malian*; niger niger nigerien*; nigeria nigeria nigerian*
    ghana ghana ghanaian*; cameroon cameroon cameroonian*; ethiopia ethiopia ethiopian*; somalia somalia somali*
    south-africa south_africa south_african*; kenya kenya kenyan*; europe europe european*; africa africa african*
    asia asia asian*
    chad chad chadian*; cuba cuba cuban*; togo togo togolese; laos laos laotian*; fiji fiji fijian*
    """,
    chatter=(
        r"^\W*(?:here(?: is|[’']s)|below is|this is) (?:the|a|my|your) (?:\w+ )?translat", r"^\W*translation\s*[:：]",
        r"^\W*(?:the )?translat(?:ed|ion)(?: \w+){0,3}\s*[:：]", r"translator[’']?s? note",
        r"\((?:note|n\.b\.)\s*[:：]",
        r"^\W*(?:sure|certainly|of course)(?:\s*!|,? (?:here|below|i |the (?:\w+ )?translation))",
        r"i (?:cannot|can[’']t|am unable to|can not) .{0,20}translat",
        r"as an? (?:ai|artificial|language model)", r"^\W*(?:english|french|arabic)(?: translation)?\s*[:：]",
        r"i hope this (?:helps|translation)", r"^\W*note\s*[:：]", r"\btranslated from (?:arabic|french|english)\b",
    ),
    repeats="very had that bye no so far really knock many big",
    function="""
    to for in on at the of and with that was were been this which from has have
    will their they by is are its
    """,
    sure="the of and was were been this which with to that their they from have has",
    shared="an on or a as but",
    foreign=(
        r".*(?:eaux|eux|euse|aient|oire|ième|ités?)$", r".*[éèêàùçœ]",
        r"^(?:le|la|les|des|du|une|est|dans|avec|sur|pour)$",
    ),
    not_foreign="""
    café communiqué fiancé fiancée cliché protégé attaché résumé décor façade naïve déjà à-la-carte première détente
    bureaux gateaux plateaux bordeaux repertoire memoire tricolore entrée élite éclair née vis-à-vis regime sûreté
    émigré coup d’état état risqué soirée passé blasé exposé señor más
    """,
    no_people="""
    court party league premier sky says north south east west cup club office agency ministry department university
    institute street square airport port church mosque stadium company group fund centre center prize award award
    championship series festival congress parliament senate commission committee union tribunal army police force
    forces guard united city town county state states province region river island mountain sea gulf times post
    news radio television newspaper magazine movement front brigade brigades accord agreement treaty summit
    conference forum games olympics title act law bill plan programme program
    assembly council staff directorate confederation election elections hospital motors bank house
    """,
    titles="""
    president minister king queen prince princess sheikh emir sultan mr mrs ms dr professor prof general colonel
    ambassador judge senator mayor governor secretary spokesman spokeswoman coach chancellor pope captain
    """,
    by="by was were been",
    beside="and with",
    wholes="of", parts="including among",
    starts="from", against="from against versus compared",
    instead="instead from compared",
    pairs="to and against compared including of instead",
)  # fmt: skip
