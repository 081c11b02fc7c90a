"""English: words that, standing beside a name, make another name of it. See `around` for what each list does."""

from __future__ import annotations

from nashra.languages.names.around import Around
from nashra.languages.names.capital_words import TEAMS
from nashra.languages.spec import words

ENGLISH_AROUND = Around(
    kin=words("bin ben ibn bint ould abu abou umm bou"),
    articles=words("the"),
    family=words(
        "son sons daughter daughters brother sister wife husband mother father aunt uncle niece nephew cousin grandson "
        "granddaughter baby girl boy twin twins girlfriend boyfriend"
    ),
    juniors=words("i iv jr junior sr senior ii iii"),
    given=words(
        """
        mohamed mohammed muhammad ahmed ali omar hassan hussein khalid khaled said youssef ibrahim rachid rashid
        karim nabil fatima
        khadija aisha salma leila layla nadia samira abdullah abdulaziz mustafa mostafa jean marie pierre paul
        jacques michel
        philippe nicolas louis carlos jose juan luis miguel antonio marco john james robert michael david thomas
        peter anna maria
        sofia laura julie claire anne eric ivanka melania barron tiffany hunter jill brigitte marion ashley michelle
        sara lara raghad uday qusay
        """
    ),
    halves=words("eddine din deen uddin al el bin ben ould"),
    things=words(
        "uss hms mv rue avenue boulevard place stade lycee camp fort mount lake hospital stadium academy cup "
        "frigate destroyer corvette cruiser submarine warship ferry tanker yacht carrier liner vessel mosque"
    ),
    named=words(
        """
        barracks fortress castle villa pavilion amphitheatre auditorium racecourse circuit cemetery
        observatory laboratory orphanage motel refinery pipeline lighthouse canal squadron regiment terminal
        expressway roundabout trust mausoleum lecture fellowship street avenue road boulevard lane square
        plaza bridge tunnel highway hospital clinic university school college campus polytechnic stadium arena
        ground hall theatre theater museum library mosque church shrine port airport station base dam tower
        towers palace park garden gardens prize award trophy cup championship tournament rally marathon
        festival foundation fund institute center centre complex academy district neighbourhood neighborhood
        quarter ship frigate destroyer carrier brigade brigades battalion chair scholarship medal prison hotel
        resort library village city bay lake mountain high polytechnic golf organization organisation
        """
    ),
    between=words("of the king prince princess sheikh president sultan imam late"),
    heads=words(
        """
        museum gulf bay sea river lake mount bank university college duke duchess earl count isle bridge treaty
        camino hotel radio air new street times voice order knights
        church diocese channel canal strait straits cape
        """
    ),
    tails=words(
        """
        river stadium street avenue bridge university college bank hotel school foundation airlines airways telecom
        tower petroleum
        energy gas insurance holding united papers hat hats shorts convention conventions terrier peppers
        syndrome pudding puddings terriers cheesesteak cheesesteaks sprout almond
        sandwich sandwiches sprouts sausage sausages femeni stock exchange process protocol declaration symphony opera
        zoo cathedral upon online family envelope envelopes scrolls steel
        pepper prices bean beans cream libre nut nuts almonds hemp bronzes spring tree pig
        pigs fowl fc ac hilton tech institute basin cup championship
        championships league times news post ham mustard porcelain lace sausage waltz tapestry
        hen hens
        telegraph herald tribune group breast mix
        """
    ),
    titled=words("book exhibition documentary comedy opera ballet essay troupe choir painted collection"),
    bodies=words(
        """
        airport dynamics analytica mail rally independent guardian chronicle observer sun globe inquirer
        monitor wall treaty fund centre center finance house
        review triangle motel express trilogy show online air memorial re steel motors electric
        road lane boulevard square crescent arms inn open masters
        bakery diner pharmacy laundry grill deli tavern lounge brewery barbershop
        telecommunications union corporation club museum gallery library hospital medical philharmonic
        orchestra ballet choir marathon biennale arena daily gazette journal university college school
        institute academy festival bank hotel stadium company consulting council association board survey
        service railroad railway bureau agency federation society foundation cathedral church convention
        declaration party canal international liberation
        """
    ),
    teams=TEAMS,
    directions=words("nord sud"),
    arms=words(
        "kataib kataeb katayeb saraya brigade brigades battalion battalions cup stadium university programme program"
    ),
    areas=words("district neighbourhood neighborhood quarter suburb island islands"),
    wings=words(
        """
        maps cloud chrome agency association papers historical plaza street avenue brigade brigades battalion
        battalions stadium arena foundation university development women square boulevard road lane sport
        cup euro super nations trophy championship championships league
        sports trucks airways ii iii academy clubs legends tv femeni castilla baloncesto studios pictures press museum
        habitat
        library
        """
    ),
    offices=words(
        """
        president minister premier king queen prince princess sultan sheikh emir chancellor secretary senator
        governor mayor general
        marshal colonel admiral commander director chief chairman chairwoman chair head leader envoy ambassador
        commissioner pope
        candidate counterpart mr messrs mrs ms sir lady dame coach manager goalkeeper keeper striker defender
        midfielder winger captain forward
        footballer player runner champion athlete steeplechaser boss spokesman spokeswoman congressman congresswoman
        rep sen gov gen
        col lt billionaire tycoon nominee
        """
    ),
    players=words(
        """
        coach goalkeeper keeper striker defender midfielder winger captain forward footballer player runner champion
        athlete steeplechaser swimmer
        """
    ),
    neutral=words("counterpart mr messrs mrs ms sir lady dame boss head leader chief billionaire tycoon"),
    joint=words("and"),
    lead=words("and former current outgoing then late prime foreign defence defense interior finance vice new ex"),
    women=words("mrs ms miss lady dame queen princess madam madame"),
    sports=words(
        """
        rugby cricket handball basketball volleyball hockey ski skiing alpine biathlon swimming athletics tennis
        cycling judo karate
        boxing fencing gymnastics golf futsal beach shooting sailing rowing snowboard surfing climbing equestrian
        chess baseball
        netball polo diving wrestling badminton squash darts taekwondo weightlifting sevens triathlon softball
        """
    ),
    cups=words("s cup world league"),
    games=words(
        """
        rugby handball basketball volleyball futsal cricket hockey tennis karate taekwondo swimming badminton baseball
        netball softball cycling
        """
    ),
    football=words("football soccer"),
    qualifiers=words(
        """
        women womens girls boys youth junior juniors winter t20 u15 u16 u17 u18 u19 u20 u21 u23 military
        university universities school amputee homeless national special club paralympic indoor local amateur
        mathematical maths math informatics physics chemistry science robot
        amputees blind deaf wheelchair veterans senior masters internal interior
        food maritime cyber energy water road campus port harbor harbour homeland social
        """
    ),
    ages=words("under u"),
    works=words(
        """
        film films movie movies novel novels song songs album albums musical poem painting sitcom series
        video game ship frigate destroyer ferry yacht liner tanker restaurant cafe pub bar hotel perfume
        racehorse horse boat sloop schooner trawler
        freighter tug tugboat steamer battleship cruiser warship submarine destroyer catamaran barge brig
        magazine review band musical opera mare dog cat parrot cyclone hurricane typhoon
        """
    ),
    namings=words("called named titled entitled dubbed nicknamed christened"),
    indefinite=words("the a an"),
    ones=words("a an"),
    of=words("of on against for"),
    links=words("of the de del for"),
    beats=words("beat beats beaten beating thrashed trounced outplayed routed defeated"),
    meets=words(
        "clash final semifinal drew draw draws won win wins knocked victory defeat loss match game friendly fixture "
        "derby tie"
    ),
    yields=words("lost lose loses losing loss losses defeat defeats"),
    facing=words("by with against over versus vs"),
    facing_next=words("to"),
    auxiliaries=words("was were is are have has had been"),
    relegated=words("relegated promoted"),
    quarters=words("northern southern eastern western central northeastern northwestern southeastern southwestern"),
    makers=words("manufacturer carmaker carmaking maker"),
    hours=words("am pm gmt utc cet est"),
    nearby=words("in near outside across throughout"),
    of_towns=words(
        """
        city town port capital mayor residents people streets suburb suburbs outskirts university airport region
        province state south north east west northeast northwest southeast southwest centre center
        """
    ),
    squads=words(
        """
        striker strikers defender defenders midfielder midfielders goalkeeper keeper winger forward coach manager
        captain players fans supporters teammate teammates
        """
    ),
    goals=words(
        "scored scores scoring goal goals twice equaliser equalizer winner hat-trick appearances matches games"
    ),
    scored_for=words("for"),
    sides=words("team"),
    youths=words("women womens girls juniors youth u15 u16 u17 u18 u19 u20 u21 u23 20s 17s 23s 21s 19s 18s 16s 15s"),
    clubs=words("club"),
    towns=words("city capital town port"),
    liberations=words("liberation"),
    movements=words("movement front army party organization organisation"),
    hosts=words("host face play meet welcome entertain visit faces"),
    treaties=words("treaty treaties accord accords pact protocol declaration convention charter regulation"),
    inside=words("in"),
    regions=words(
        """
        alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
        indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
        montana nebraska nevada hampshire jersey mexico carolina dakota ohio oklahoma oregon pennsylvania tennessee
        texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan scotia
        brunswick newfoundland columbia tx ill
        """
    ),
    states=words("state province"),
    compass=words("new north south west rhode british nova"),
)
