"""English words of what happens."""

from __future__ import annotations

from nashra.languages.happenings.spec import Happenings, told

SPEC = Happenings(
    words=told(
        """
    quake: quake earthquake tremor magnitude epicentre epicenter
    flood: flood floods flooding
    rain: rain rains torrential
    storm: storm sandstorm hurricane cyclone
    snow: snow
    heat: heatwave heat
    drought: drought
    fire: fire fires blaze flames burns torch
    blast: blast explosion bomb
    crash: crash collision collide hits plunge
    collapse: collapse landslide
    sinking: capsiz boat vessel shipwreck sank
    train: train trains railway
    plane: plane aircraft flight flights airport airline jet jets airbus boeing
    bus: bus coach
    ship: ship ships port ports container carrier
    tram: tram metro
    car: cars lorries truck
    migrant: migrant refugee asylum
    killed: dead killed dies died die deaths bodies toll kills
    hurt: hurt injured injur wounded
    missing: missing
    rescue: rescue rescued survivor
    war: war fighting clashes
    strike-air: airstrike drone drones missile shelling
    truce: truce ceasefire
    attack: attack attacked
    hostages: hostage
    talks: talks negotiat
    summit: summit
    visit: visit
    accord: deal agreement accord signs signed contract sign
    vote: election vote voters ballot turnout poll
    parliament: parliament lawmakers senate
    government: government minister ministry cabinet
    appointed: appoint named
    resigns: resign
    sacked: sacked sacks fired dismiss
    law: law decree bill
    budget: budget
    strike: strike walk walkout
    protest: protest march demonstrat
    school: school schools pupil teacher education
    university: university student
    hospital: hospital clinic
    doctor: doctor doctors medic
    disease: cholera outbreak epidemic virus disease
    vaccine: vaccine
    court: court judge trial verdict
    sentence: jail jailed jails sentence prison
    arrest: arrest detained held
    inquiry: inquiry prosecutor investigat
    theft: thief thieves steal theft raid
    drugs: drug cocaine cannabis
    match: match derby
    goal: goal goals hat-trick brace
    wins: win wins won beat victory thrash
    draw: draw drew equalis equaliz
    loses: lose loses lost defeat
    penalty: penalty penalties shoot
    final: final
    cup: cup
    league: league championship
    coach: coach manager
    transfer: transfer
    stadium: stadium
    prize: prize nobel award
    film: film cinema
    festival: festival
    music: song singer crooner music
    book: book novel writer literature poet
    museum: museum
    dies: dies funeral
    rate: rate rates borrowing
    inflation: inflation
    growth: growth
    oil: oil oilfield crude barrel barrels opec
    gas: gas pipeline
    power: electricity solar energy power
    water: water dam
    mine: mine miners coal
    fertilizer: fertilizer fertiliser phosphate
    fish: fish sardine
    harvest: harvest cereal
    price: price prices
    loan: loan tranche
    jobs: jobs unemployment
    tourism: tourist tourism visitors
    opens: opens opened inaugurat open
    order: order
    satellite: satellite
    rocket: rocket
    computer: computer supercomputer digital
    nuclear: nuclear uranium enrichment
    climate: climate
    pollution: pollution toxic fumes
    aid: aid relief convoy
    settlers: settler
    coup: coup
    queue: fuel petrol
    locust: locust
    road: road roads motorway
    sanctions: sanction
    compensation: compensat
    """
    )
)
