"""French words of what happens."""

from __future__ import annotations

from nashra.languages.happenings.spec import Happenings, told

SPEC = Happenings(
    words=told(
        """
    quake: seisme seismes secousse tremblement epicentre magnitude tremble
    flood: inondation crue crues inonde
    rain: pluie pluies precipitation averse
    storm: tempete orage cyclone ouragan
    snow: neige deneig
    heat: canicule chaleur
    drought: secheresse
    fire: incendie feu flamme brule
    blast: explosion attentat
    crash: accident collision autocar percut
    collapse: effondr eboul
    sinking: naufrage bateau pirogue embarcation chavir
    train: train trains ferroviaire rail
    plane: avion avions vol vols aeroport aerien airbus boeing
    bus: autocar autobus bus
    ship: navire navires port ports conteneur mineralier
    tram: tramway tram metro
    car: voiture camion
    migrant: migrant refugie exile
    killed: mort morts tue tues tuee victime corps peri meurtri
    hurt: blesse
    missing: disparu
    rescue: secour sauv rescape
    war: guerre combat
    strike-air: frappe bombard drone missile
    truce: treve
    attack: attaque agression vise
    hostages: otage
    talks: negociation pourparler discussion dialogue
    summit: sommet
    visit: visite
    accord: accord signe signent signature contrat paraph
    vote: election electoral scrutin vote urnes participation
    parliament: parlement depute senat
    government: gouvernement ministre ministere ministeriel
    appointed: nomme nomination
    resigns: demission
    sacked: limoge licenci separe
    law: loi decret
    budget: budget
    strike: greve greviste debray
    protest: manifest protest defile marche
    school: ecole eleve enseign education scolaire
    university: universite etudiant
    hospital: hopital clinique hopitaux
    doctor: medecin infirmi
    disease: epidemie cholera virus maladie
    vaccine: vaccin
    court: tribunal justice magistrat proces juge
    sentence: condamn prison
    arrest: arrete arrestation interpell
    inquiry: enquete parquet
    theft: vol voleur braquage casse
    drugs: drogue cocaine cannabis
    match: match derby
    goal: but buts double triple
    wins: victoire gagne bat ecrase renverse
    draw: nul egalis
    loses: defaite perd perdu elimin tombe craque
    penalty: penalty tirs
    final: finale
    cup: coupe
    league: ligue championnat
    coach: entraineur
    transfer: transfert
    stadium: stade
    prize: prix nobel recompens
    film: film cinema tapis
    festival: festival
    music: chanson chanteu music concert
    book: livre ecrivain roman litterature poete poetesse
    museum: musee
    dies: obseques eteint deces mort
    rate: taux directeur
    inflation: inflation
    growth: croissance
    oil: petrole petrolier baril barils opep
    gas: gaz gazoduc
    power: electricite electrique solaire energie
    water: eau barrage
    mine: mine mineur charbon
    fertilizer: engrais phosphate
    fish: peche sardine poisson
    harvest: recolte moisson cereale
    price: prix tarif
    loan: pret credit tranche
    jobs: emploi chomage
    tourism: tourist tourism
    opens: inaugur ouvre ouvert ouverture
    order: commande
    satellite: satellite
    rocket: fusee
    computer: ordinateur supercalculateur numerique
    nuclear: nucleaire uranium
    climate: climat
    pollution: pollution toxique
    aid: aide convoi humanitaire
    settlers: colon colons
    coup: putsch
    queue: carburant essence
    locust: criquet
    road: route routes autoroute
    sanctions: sanction
    compensation: indemnis
    """
    )
)
