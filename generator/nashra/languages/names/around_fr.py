"""French: words that, standing beside a name, make another name of it. See `around` for what each list does."""

from __future__ import annotations

from nashra.languages.names.around import Around
from nashra.languages.names.capital_words import TEAMS
from nashra.languages.spec import words

FRENCH_AROUND = Around(
    kin=words("ben bin ibn bent bint ould abou abu aboul bou oum umm ait sidi"),
    articles=words("le la les l"),
    family=words(
        "fils fille filles frere soeur epouse mari mere pere tante oncle niece neveu cousin cousine femme petite petit "
        "bebe compagne compagnon jumeau jumelle prenomme prenommee"
    ),
    juniors=words("i ier iv jr junior fils sr senior pere ii iii"),
    given=words(
        """
        mohamed mohammed ahmed ali omar hassan hussein khalid khaled said youssef ibrahim rachid karim nabil hicham
        fatima khadija
        aicha salma leila nadia samira hanae abdallah abdelaziz mustapha mostafa jean marie pierre paul jacques
        michel philippe
        nicolas louis carlos jose juan luis miguel antonio marco john james robert michael david thomas peter anna
        maria sofia
        laura julie claire anne eric ivanka melania barron tiffany hunter jill brigitte marion ashley michelle sara
        raghad oudai qoussai
        """
    ),
    halves=words("eddine din dine ddine al el ben bin ould"),
    things=words(
        """
        piste fontaine rond point domaine chaine riviere carriere banniere pepiniere escalier glacier reacteur
        simulateur souterrain marais square promenade carrefour allee allees impasse ruelle passage mail parvis
        jetee digue creche maternite chantier secteur sentier terrain relais bois filiere hangar restaurant moteur
        ascenseur centre bassin tribune zoo gymnase caserne fort chateau villa pavillon amphitheatre auditorium
        piscine hippodrome circuit velodrome patinoire cimetiere observatoire laboratoire dispensaire orphelinat
        refuge auberge motel raffinerie gazoduc oleoduc phare canal escadron regiment chalutier caboteur voilier
        train concours residence petrolier tanker cargo vraquier ferry corvette destroyer lotissement corniche
        restaurant pharmacie rue rues avenue boulevard bd place esplanade quai route autoroute chemin pont viaduc
        tunnel rond quartier arrondissement prefecture district hopital hopitaux clinique chu chr centre pole
        complexe campus universite faculte ecole lycee college institut academie mosquee zaouia eglise mausolee
        stade stades salle gymnase theatre musee bibliotheque port aeroport gare station base barrage palais parc
        jardin foret prix trophee coupe championnat tournoi challenge rallye marathon grand festival fondation fonds
        association banque navire avions conteneurs helicopteres petrolier methanier vraquier chalutier remorqueur
        cargo fregate paquebot porte satellite chaire bourse medaille prison souk marche hotel tour bataillon
        brigade brigades legion maison village resort immeuble
        """
    ),
    named=words("polytechnique airport stadium bridge"),
    turns=words("place tour"),
    between=words(
        """
        de du des d la le les l sportif hospitalier hospitaliere universitaire international internationale royal
        royale militaire
        provincial provinciale regional regionale technique prince princesse roi president sultan cheikh emir imam sa
        majeste
        entrainement formation multidisciplinaire culturel culturelle social sociale grand grande nouveau nouvelle feu
        """
    ),
    heads=words(
        """
        miss mister ordre chevaliers
        famille mur cochon triangle croix place credit chou choux acier porte champions difaa hassania
        olympique moghreb renaissance kawkab chabab coupe championnat championnats ligue golfe baie mer rue
        avenue boulevard pont quai banque universite faculte lycee duc duchesse comte traite fleuve lac
        riviere hotel radio air orchestre philharmonique convention conventions marathon rallye tour eglise
        diocese canal detroit cap mont
        jambon jambons porcelaine porcelaines moutarde dentelle dentelles faience faiences nougat
        piment saucisse saucisson valse tapisserie
        syndrome encre encres noix oeillet oeillets marronnier marronniers cerisier cerisiers violette violettes
        tigre tigres edit herbes
        """
    ),
    # paris sportifs are bets
    tails=words("sportifs hippiques truques"),
    titled=words(
        "groupe collectif troupe album spectacle exposition tableau toile livre recueil essai documentaire orchestre"
    ),
    bodies=words(
        "post globe examiner register tribune herald football club fc hotel group bank university "
        "business school academy institute stadium airport council"
    ),
    # papers too, which have a capital: le Journal de Montréal
    teams=TEAMS
    | words(
        "senateurs leafs jays sox 76er osc comedie opera ballet atletico stade racing "
        "journal gazette tribune depeche courrier"
    ),
    directions=words("nord sud est ouest"),
    arms=words(
        """
        clubs fondation academie musee boutique kataib kataeb katayeb saraya brigade brigades bataillon
        bataillons coupe stade rue avenue prix chaire universite programme fonds
        """
    ),
    areas=words("quartier quartiers district faubourg ile banlieue"),
    wings=words(
        """
        sport sports trucks ampat airways academy legends tv femeni castilla baloncesto b maps cloud brigades
        university
        foundation stadium diplomatique
        """
    ),
    offices=words(
        """
        president presidente ministre premier premiere roi reine prince princesse sultan emir cheikh chef cheffe
        depute deputee senateur
        senatrice ambassadeur ambassadrice secretaire chancelier chanceliere general marechal colonel amiral
        directeur directrice
        patron gouverneur gouverneure wali maire pape candidat candidate m monsieur mm mme madame mmes selectionneur
        entraineur
        gardien attaquant defenseur milieu buteur capitaine coureur athlete champion championne joueur joueuse
        emissaire envoye
        commissaire commissaires homologue leader dirigeant porte numero footballeur milliardaire
        """
    ),
    players=words(
        """
        selectionneur entraineur gardien attaquant defenseur milieu buteur capitaine coureur coureuse athlete champion
        championne joueur joueuse numero footballeur footballeuse nageuse
        """
    ),
    neutral=words("homologue m monsieur mm mme madame mmes chef cheffe patron leader dirigeant milliardaire"),
    joint=words("et"),
    lead=words(
        """
        de du des d la le l les et ancien ancienne actuel actuelle sortant sortante general generale gouvernement
        etat republique parti
        adjoint delegue elu elue interieur affaires etrangeres exterieur justice defense finances economie sante
        personnel
        national nationale selection equipe republicain republicaine democrate federal
        """
    ),
    women=words("mme mmes mlle madame mademoiselle princesse reine"),
    sports=words(
        """
        cecifoot padel paddle quidditch rugby handball hand basket basketball volley volleyball ski cricket
        hockey tennis cyclisme natation judo
        karate boxe escrime
        gymnastique golf athletisme futsal beach tir voile aviron biathlon snowboard surf escalade petanque
        equitation cross
        taekwondo lutte badminton squash baseball polo plongeon echecs breakdance saut patinage bobsleigh combine
        flechettes salle
        """
    ),
    games=words(
        """
        rugby rugbymen rugbywomen handball handballeurs handballeuses basket basketball basketteurs basketteuses
        volley volleyball volleyeurs futsal cricket hockey tennis karate taekwondo athletisme natation badminton
        baseball
        waterpolo cyclisme
        """
    ),
    football=words("football foot"),
    qualifiers=words(
        """
        routiere routier alimentaire sociale civile privee sanitaire nucleaire maritime aerienne numerique
        feminine feminin feminines dames femmes juniors junior cadets cadettes espoirs jeunes jeunesse hiver
        militaire militaires
        universitaire universitaires scolaire u15 u16 u17 u18 u19 u20 u21 u23 olympique locaux clubs a' interclubs
        amputes
        nationale national interieure interieur
        """
    ),
    ages=words("moins u"),
    epithets=words(
        """
        retour passage nouveau facto plus demain hier leur son sa ses ce cet cette un une deux trois tout toute ete
        printemps automne janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi
        mardi mercredi jeudi vendredi samedi dimanche
        ici abord ailleurs autant apres avance emblee office urgence accord autre autres aucun aucune quelque quelques
        maniere facon sorte concert suite part force fait loin pres nuit jour jours moins mieux meme mauvaise bonne
        plusieurs certains certaines tel telle tels telles toutes tous cela ceci celui celle ceux celles quoi nos notre
        vos votre leurs an annee mois semaines annees heures coup reste fin debut plein pire chaque
        quatre cinq six sept huit neuf dix vingt cent mille
        ne n se s y lui nous vous me m jamais rien pas
        """
    ),
    works=words(
        """
        film films roman romans chanson chansons album albums comedie piece poeme tableau serie feuilleton
        paquebot navire voilier fregate petrolier ferry yacht magazine revue restaurant cafe bar hotel motel
        brasserie pizzeria boulangerie bistrot auberge cabaret cinema logiciel cyclone ouragan typhon
        parfum cheval jument chien chienne chat chatte perroquet jeu bateau chalutier goelette opera
        cargo vraquier remorqueur croiseur cuirasse destroyer catamaran peniche galion corvette
        """
    ),
    parts=tuple(
        "al ale ales aux ique iques aire aires ive ives if ifs iere ieres ier iers uelle uelles urelle urelles ielle"
        " ielles".split()
    ),
    verbs=words(
        """
        indique explique critique applique complique implique revendique fabrique communique pratique duplique
        replique pique convoque provoque evoque invoque revoque abdique attaque arrive cultive motive active
        desactive derive prive ravive vive suive signale egale avale etale installe faire eclaire satisfaire
        extraire soustraire taire plaire notifie suivante aux mal derriere arriere volontiers actuelle actuelles
        annuelle annuelles mutuelle mutuelles eventuelle eventuelles
        """
    ),
    namings=words("nomme nommee intitule intitulee baptise baptisee appele appelee surnomme surnommee"),
    indefinite=words("un une"),
    ones=words("un une"),
    links=words("de du des d la le les l"),
    determiners=words("le la l les un une du au aux cet cette ce des notre votre leur"),
    humans=words(
        """
        homme femme fils fille frere soeur pere mere oncle tante cousin cousine neveu niece epoux epouse mari couple
        ami amie poete star stars vedette icone legende prodige phenomene genie as crack roi geant boss favori
        favorite heros idole pepite tsar caudillo rais despote otage pilote juge guide pontife apotre maitre
        mannequin capitaine peintre interprete eleve novice cadet cadette pivot lateral arriere ailier meneur
        interne externe laureat laureate elu elue eurodepute eurodeputee exile exilee accuse accusee blesse
        nomme prevenu prevenue detenu detenue delegue deleguee duo trio tandem clan camp administration equipe
        gouvernement presidence ere effet affaire cas dossier methode hypothese style systeme doctrine plan option
        generation proces feu regrette regrettee defunt defunte celebre fameux fameuse
        meme pape prince duc comte parrain diplomate despote autocrate oligarque magnat numero dauphin dauphine
        ministre vice transfuge compatriote adversaire rival rivale collegue camarade partisan chef jeune vieux
        coequipier coequipiere juifs noirs blancs latinos hispaniques arabes republicain republicaine grand petit
        premier seul seule ancien ex feue dit
        insoumis insoumise promesse trublion
        vice-president espoir souverain souveraine veuf veuve rescape suspect suspecte condamne condamnee proche
        voisin voisine invite invitee chouchou banni putschiste elue vrai faux sulfureux sulfureuse emblematique
        soir matin veille journee semaine an annee mois jour nuit lendemain heure minute moment fois suite fin debut
        final passage contraire total foulee coup epoque apres-midi midi weekend instant retour
        """
    ),
    human_endings=tuple(
        """
        eur eurs euse euses eure ien iens ienne iennes iste istes ant ante ants antes ais aise ois oise ain aine ains
        crate crates trice trices ard arde logue logues cien cienne iere ieres ier iers atre aque
        """.split()
    ),
    clauses=words("comme que qu ou ainsi tel telle si quand ce qui lorsque lorsqu puisque"),
    rivers=words("sur sous les lez de du la le"),
    beats=words("bat battent battu battue etrille surclasse terrasse corrige ecrase"),
    meets=words("victoire victoires defaite defaites match nul revers derby incline impose qualifie qualifies"),
    facing=words("contre devant sur face"),
    facing_next=words("a"),
    beaten_by=words("par"),
    auxiliaries=words("s se a ont est sont avait avaient ete"),
    relegated=words("relegue relegues promu promus"),
    makers=words("constructeur entreprise"),
    hours=words("am pm gmt utc tu"),
    nearby=words("en"),
    at=words("a au"),
    gives=words(
        """
        revient revenait appartient appartenait ressemble cede cedee donne donner donnent
        donnee dit dire dis disait offre offrent offert offerte offrir confie confiee confier demande demandent
        demander reclame reclament reclamer exige exigent exiger fournit fournir promet verse versent verser prete
        pretent livre livrent livrer ecrit ecrire
        repond repondu repondre parle parler pense penser rend rendre rendent remis remise remettre attribue
        attribuee decerne decernee accorde accordee succede succedera pardonne pardonner marie mariee promis promise
        legue presente presentee envoie envoye reproche
        reprochent reprocher oppose opposee prefere preferee plait manque telephone annonce raconte explique associe
        associee prete
        """
    ),
    tributes=words(
        """
        hommage hommages merci quant grace face soutien felicitations bravo conseil lettre cadeau reponse identique
        fidele anniversaire
        """
    ),
    blames=tuple(
        "accus soupconn suspect remerci felicit menac inform avis avert alert priv charg exclu dissuad convain saisi"
        " blam tax".split()
    ),
    masculines=words("le du"),
    of_towns=words(
        """
        ville villes pres maire mairie habitants port aeroport gare region province commune tribunal prefet prefecture
        universite banlieue rues environs nord sud est ouest centre chu stade quartiers aglomeration agglomeration
        """
    ),
    squads=words(
        """
        attaquant attaquants defenseur defenseurs gardien milieu buteur joueur joueurs entraineur ailier supporter
        supporters supporteurs fans ultras maillot effectif capitaine
        """
    ),
    goals=words("marque but buts egalisation matchs"),
    scored_for=words("pour avec"),
    sides=words("equipe selection"),
    youths=words("feminine feminin feminines dames juniors cadets cadettes espoirs u15 u16 u17 u18 u19 u20 u21 u23"),
    clubs=words("club"),
    towns=words("ville capitale port cite"),
    liberations=words("liberation"),
    movements=words("mouvement front armee parti organisation"),
    hosts=words("recoit oppose opposera affronte affrontera defie rencontre rencontrera accueille accueillera recevra"),
    treaties=words(
        "processus traite traites accord accords pacte protocole declaration convention conventions charte paix"
    ),
    inside=words("en au aux a dans"),
    regions=words(
        """
        alabama alaska arizona arkansas californie colorado connecticut delaware floride georgie hawai idaho illinois
        indiana iowa kansas kentucky louisiane maine maryland massachusetts michigan minnesota mississippi missouri
        montana nebraska nevada hampshire jersey caroline dakota ohio oklahoma oregon pennsylvanie tennessee texas
        utah vermont virginie washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan
        """
    ),
    states=words("etat province"),
    compass=words("new nouvelle nouveau"),
)
