"""Words, in folded form, that tell what a capital letter means in the languages that have them."""

from __future__ import annotations

from nashra.languages.spec import words

# Place names that are first names too, in any language with capitals: Paris Hilton, Jordan Bardella.
GIVEN_NAMES = words(
    """
        paris jordan florence milan nancy sydney austin chad georgia israel virginia carolina charlotte
        madison lincoln jackson houston dallas chelsea brooklyn lourdes cuba asia india kenya london savannah
        valence sanaa china lorraine brittany dakota siena victoria salvador indiana orlando memphis adelaide
        bristol santiago sofia washington denver phoenix vienna kobe verona persia petra
        """
)

# First names after which the name of a place is a surname, in any language with capitals: Michael Jordan, Jack London.
FIRST_NAMES = words(
    """
        michael mike michel jack john jean james jim robert david paul pierre peter thomas tom william charles
        henri henry louis richard joseph joe daniel martin simon philippe philip nicolas nicholas francois
        alain andre antoine claude eric george georges denzel anatole marie mary anne anna sarah laura julia
        julie emma kate jane lisa barbara tony tim steve whitney hannah kevin brian bob sam dan tariq tarik
        mohamed mohammed muhammad ahmed ali omar youssef hassan karim nadia fatima nikola enzo ferdinand karl
        gottlieb armand adi ettore soichiro
        """
)

# Words of three letters that are small in Headlines Like This One.
SMALL_IN_TITLES = words(
    """
        the and for but nor via les des une sur aux par que qui est son ses del las los una con und der die
        das von dem den
        """
)

# Small words that go with a surname, in any language with capitals: Le Pen, von der Leyen.
SURNAME_WORDS = words(
    """
        le la du de des di da dos del van von der den ten al el en es er ez ed et as ar ash ech bin ben ibn abu abou
        aboul ould
    """
)

# Arabic names as they are written in Latin letters, in any language with capitals.
VARIANTS = (
    words("Mohammed Mohamed Muhammad Mohammad Mohamad"),
    words("bin ben ibn"),
    words("al el"),
    words("Bachar Bashar"),
    words("Rachid Rashid"),
    words("Hassan Hasan"),
    words("Salman Salmane"),
    words("Ahmed Ahmad"),
    words("Youssef Yousef Yusuf"),
    words("Abdelaziz Abdulaziz"),
    words("Abdallah Abdullah"),
    words("Abdelfattah Abdulfattah"),
)

# What clubs of North America are called beside their town or state: Chicago Bulls, les Rangers de New York.
TEAMS = words(
    """
    yankees mets knicks nets rangers islanders bulls cubs bears blackhawks lakers clippers dodgers rams
    celtics bruins sox patriots heat dolphins marlins jazz rockets astros texans warriors giants kings
    padres chargers mavericks cowboys stars spurs hornets panthers hawks braves falcons pistons tigers
    lions pacers colts bucks brewers timberwolves twins vikings wild nuggets broncos rockies avalanche
    suns cardinals coyotes diamondbacks blazers seahawks mariners sounders sonics phillies eagles flyers
    76ers sixers pirates steelers penguins orioles ravens nationals capitals wizards bullets redskins
    commanders raptors canadiens expos maple canucks oilers flames senators jets sabres bills browns
    guardians cavaliers bengals reds royals chiefs saints pelicans predators titans grizzlies thunder
    sabers devils magic lightning buccaneers rays jaguars longhorns bulldogs buckeyes wildcats huskies
    galaxy fire rovers wanderers athletic albion angels chargers royals brewers rhinos timberwolves thrashers
    alouettes argonauts 49ers whalers
    """
)

# What clubs are called before their town: Dinamo Zagreb, Maccabi Haifa.
CLUBS = words(
    """
        ac afc ahli aj ajax alba as asec athletic atletico austria bayer betar borussia botafogo cd cercle cf
        cfr club cska deportivo dinamo dynamo eintracht fc fk fortuna hapoel hertha ifk inter kv levski
        lokomotiv losc maccabi metalist nk ogc olympique partizan rapid rc real red rsc sc shakhtar ska slavia
        slovan sparta spartak sporting stade standard steaua torpedo udinese us vfb vfl werder zenit
        """
)
