"""What is written in French around an article: by mail programs, messengers, networks and newsrooms."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    mail_fields={
        "from": "De|Expéditeur|From",
        "to": "À|A|Pour|Destinataire|Destinataires",
        "copy": "Cc|Cci|Bcc|Copie|Copie à|Répondre à|Reply-To",
        "date": "Envoyé|Envoyé le|Date|Date d'envoi",
        "subject": "Objet|Sujet",
        "other": "Pièces jointes|Pièce jointe|PJ|Importance",
    },
    reply_marks="re|rép|réf|tr|rv|fwd|fw",
    forward_lines=(
        "message transféré|message d'origine|message original|début du message transféré|message réexpédié|"
        "transféré|transférée|transféré plusieurs fois|début du message réexpédié"
    ),
    greetings=(
        "bonjour|bonsoir|madame monsieur|mesdames messieurs|chers collègues|chères collègues|cher confrère|"
        "chers confrères|chère madame|cher monsieur|bonjour à tous|bonjour à toutes et à tous|madame|monsieur|"
        "chers amis|chers tous"
    ),
    greeting_starts="bonjour|bonsoir|cher|chère|chers|chères|madame|monsieur",
    cover_starts=(
        "comme convenu|comme promis|voici mon papier|"
        "voici le papier|voici la brève|voilà le papier|voilà l'article|voilà le texte|je t'envoie le texte|"
        "je t'envoie le papier|voici le texte|voici l'article|voici notre|voici la dépêche|"
        "je vous envoie le texte|veuillez trouver|vous trouverez|je vous prie de trouver|"
        "nous vous prions de trouver|ci joint|ci dessous|merci de publier|merci de diffuser|"
        "je vous transmets|nous vous transmettons|je vous fais suivre|nous avons le plaisir de vous adresser|"
        "nous avons le plaisir de vous faire parvenir|pour diffusion"
    ),
    press_labels="communiqué|communiqué de presse|pour diffusion immédiate|pour publication immédiate|note de presse",
    closings=(
        "cordialement|bien cordialement|très cordialement|bien à vous|sincères salutations|salutations|"
        "salutations distinguées|avec nos salutations distinguées|meilleures salutations|respectueusement|cdt|"
        "bien sincèrement|amicalement|merci|merci d'avance|bonne réception|bonne journée|confraternellement|"
        "bien à toi|à bientôt|bises|la bise|à plus|à plus tard|belle journée|bon week end"
    ),
    closing_starts="je vous prie d'agréer|veuillez agréer|nous vous prions d'agréer",
    device_starts=(
        "envoyé de mon|envoyé depuis mon|envoyé depuis l'application|envoyé à partir de|télécharger outlook|"
        "obtenir outlook"
    ),
    confidential_starts=(
        "ce message et toutes les pièces|ce message et ses pièces|ce courriel et ses|ce message est confidentiel|"
        "ce courriel peut contenir"
    ),
    chat_notices=(
        "médias omis|médias omis|média omis|image absente|vidéo absente|audio omis|document manquant|"
        "ce message a été supprimé|vous avez supprimé ce message|ce message a été modifié|photo|vidéo|"
        "image omise|vidéo omise|sticker omis|en attente de ce message|null|"
        "transféré plusieurs fois|transférée plusieurs fois|message transféré|appel vocal manqué|appel vidéo manqué"
    ),
    chat_notice_starts=(
        "les messages et les appels sont chiffrés|les messages et appels sont chiffrés|"
        "les messages sont chiffrés de bout en bout"
    ),
    chat_actions="a créé le groupe|a ajouté|a quitté|est parti|a rejoint|vous a ajouté|a changé|a modifié",
    forward_starts="transféré de|transféré depuis|transférée de|message transféré de",
    see_more="voir plus|afficher la suite|en voir plus|lire plus|afficher plus",
    reactions=(
        "j'aime|commenter|partager|répondre|envoyer|plus pertinents|les plus pertinents|tous les commentaires|"
        "les plus récents|voir plus de commentaires|écrire un commentaire|toutes les réactions|voir la traduction|"
        "commentaires|partages|commentaire|partage|suivre|enregistrer|voir d'autres commentaires|j'aimes|"
        "afficher plus de commentaires"
    ),
    audience="public|amis|partagé avec public|publication épinglée|suivre|modifié|s'abonner|compte vérifié|sponsorisé",
    cities=(
        "Rabat|Fès|Marrakech|Tanger|Agadir|Oujda|Meknès|Tétouan|Salé|Kénitra|Laâyoune|Dakhla|Nador|Al Hoceima|"
        "Béni Mellal|Safi|El Jadida|Khouribga|Settat|Ouarzazate|Essaouira|Taza|Ifrane|Mohammedia|Casablanca|"
        "Alger|Oran|Constantine|Annaba|Sétif|Tlemcen|Béjaïa|Tizi Ouzou|Ghardaïa|Ouargla|Tunis|Sfax|Sousse|Gabès|"
        "Bizerte|Kairouan|Gafsa|Monastir|Benghazi|Misrata|Tripoli|Le Caire|Alexandrie|Riyad|Djeddah|La Mecque|"
        "Médine|Dammam|Abou Dhabi|Abu Dhabi|Dubaï|Charjah|Doha|Koweït|Manama|Mascate|Sanaa|Aden|Bagdad|Bassora|"
        "Erbil|Mossoul|Damas|Alep|Homs|Beyrouth|Amman|Jérusalem|Gaza|Ramallah|Naplouse|Hébron|Bethléem|Khartoum|"
        "Nouakchott|Nouadhibou|Mogadiscio|Ankara|Istanbul|Téhéran|Washington|New York|Londres|Paris|Bruxelles|"
        "Genève|Berlin|Rome|Madrid|Moscou|Pékin|Tokyo|New Delhi|Islamabad|Kaboul|Tel-Aviv|La Haye|Vienne|Athènes|"
        "Dakar|Bamako|Niamey|Abidjan|Addis-Abeba|Nairobi|Abuja|Pretoria|Kiev|Barcelone|Marseille|Lyon|Strasbourg|"
        "Ottawa|Montréal|Nations unies|Vatican|Toulouse|Nice|Bordeaux|Lille|Nantes|Ouagadougou|Cotonou|Lomé|"
        "Conakry|Libreville|Yaoundé|Kinshasa|N'Djamena|Antananarivo"
    ),
    furniture={
        "barrier": (
            "il vous reste # de cet article …|il vous reste # à lire …|il reste # de l'article …|"
            "# de l'article reste à lire …|# de cet article reste à lire …|cet article est réservé …|"
            "article réservé aux abonnés …|contenu réservé aux abonnés …|réservé aux abonnés …|abonnés|article abonnés|"
            "la suite est réservée …|la suite de cet article est réservée …|"
            "la lecture de cet article est réservée …|abonnez vous pour lire …|abonnez vous pour continuer …|"
            "pour lire la suite …|pour continuer la lecture …|connectez vous pour lire …|"
            "créez un compte pour lire …|inscrivez vous pour lire …|créez un compte gratuit pour …"
        ),
        "comments": (
            "laisser un commentaire|laissez un commentaire|ajouter un commentaire|poster un commentaire|"
            "votre commentaire|commentaires|# commentaire|# commentaires|commentaires #|aucun commentaire|"
            "réagir à cet article|un message, un commentaire|laisser un commentaire annuler la réponse"
        ),
        "answers": "# réactions|# réaction|# réponses",
        "comment_terms": (
            "vous devez être connecté …|vous devez vous connecter …|connectez vous pour commenter …|"
            "votre adresse e mail ne sera pas publiée …|votre adresse de messagerie ne sera pas publiée …|"
            "les champs obligatoires sont indiqués …|les commentaires sont fermés …|"
            "enregistrer mon nom mon e mail …|vous possédez déjà un compte …|vous avez déjà un compte …|"
            "pas encore de compte …|pas encore inscrit …|en vous inscrivant vous …|en vous abonnant vous …|"
            "pour ajouter l'article à vos …|identifiez vous|bienvenue dans l'espace commentaire …|"
            "bienvenue dans l'espace de commentaires …|bienvenue dans l'espace commentaires …"
        ),
        "pointers": (
            "lire aussi (:) …|à lire aussi (:) …|lire également (:) …|à lire également (:) …|lire la suite|"
            "voir aussi (:) …|à voir aussi (:) …|sur le même sujet: …|sur le même thème|articles similaires|"
            "articles liés|articles associés|à lire|à découvrir|vous aimerez aussi|vous pourriez aussi aimer|"
            "cela pourrait vous intéresser|dans la même rubrique|lisez aussi (:) …|"
            "lire notre article …|lire également sur …|pour aller plus loin (:) …|à ne pas manquer (:) …|"
            "regardez aussi (:) …|à écouter aussi (:) …|sur le même sujet"
        ),
        "other_news": (
            "dernières actualités|dernières nouvelles|dernières infos|derniers articles|les plus lus|"
            "articles les plus lus|les plus populaires|les plus commentés|à la une|fil info|"
            "article précédent (:) …|article suivant (:) …"
        ),
        "sharing": (
            "partager l'article|partager cet article|partager sur: …|partagez|partager via …|envoyer à un ami|"
            "# partages|# partage"
        ),
        "short_link": "lien court: …|lien permanent: …|copier le lien|lien copié",
        "subscribing": (
            "si cet article vous a plu …|cet article vous a plu …|vous avez aimé cet article …|"
            "suivez toute l'actualité …|suivez l'actualité de …|"
            "suivez nous sur …|rejoignez notre canal …|rejoignez notre chaîne …|abonnez vous au canal …|"
            "voir cet e mail dans votre navigateur|gérer vos préférences …|se désabonner de cette liste …|"
            "vous recevez cet e mail …|"
            "suivez nous|rejoignez nous sur …|abonnez vous à …|abonnez vous|inscrivez vous à la newsletter …|"
            "inscrivez vous à notre newsletter …|s'abonner|newsletter|recevez notre newsletter …|"
            "recevez la newsletter …|téléchargez notre application …|déjà abonné …|"
            "cliquez ici pour vous abonner …|cliquez ici pour vous inscrire …|cliquez ici pour recevoir …|"
            "cliquez ici pour télécharger …|pour ne rien manquer de …|pour recevoir notre newsletter …|"
            "pour recevoir nos …|retrouvez nous sur …|recevez chaque matin …|recevez chaque semaine …|"
            "recevez nos …|saisissez votre adresse …|votre inscription a bien été …|"
            "votre inscription est confirmée …|merci pour votre inscription …|likez notre page …|"
            "rejoignez la chaîne whatsapp …"
        ),
        "navigation": (
            "aller au contenu|passer au contenu|dans cet article|vous êtes ici: …|menu|rechercher|recherche|accueil|"
            "se connecter|connexion|retour en haut|fermer|mentions légales|contact|qui sommes nous|"
            "politique de confidentialité"
        ),
        "tools": (
            "imprimer|imprimer l'article|taille du texte|écouter|écouter l'article|ajouter aux favoris|sauvegarder|"
            "offrir l'article|offrir cet article|ajouter à mes favoris|ajouter à ma sélection|lire plus tard|"
            "enregistrer l'article|version imprimable|une erreur dans cet article …|vous avez repéré une erreur …"
        ),
        "counters": (
            "temps de lecture # min|temps de lecture # minutes|voir les # commentaires|"
            "afficher les # commentaires|# vues|# vue|# lectures|lu # fois|temps de lecture: …|"
            "# min de lecture|# mn de lecture|# minutes de lecture|lecture # min|# min|photo # sur #|"
            "image # sur #"
        ),
        "tags": ("mots clés: …|mots clefs: …|étiquettes: …|tags: …|thèmes: …|catégories: …|catégorie: …|rubrique: …"),
        "copyright": (
            "tous droits réservés …|reproduction interdite …|toute reproduction interdite …|"
            "toute reproduction partielle …"
        ),
        "advertising": (
            "publicité|annonce|contenu sponsorisé|la suite après la publicité|"
            "la suite de l'article après la publicité|la suite après cette publicité|la suite après publicité"
        ),
        "cookies": (
            "ce site utilise des cookies …|nous utilisons des cookies …|en poursuivant votre navigation …|"
            "tout accepter|votre navigateur ne supporte pas …|votre navigateur ne prend pas …|"
            "veuillez activer javascript …"
        ),
    },
    furniture_words={
        "sharing": "sur|via|par|partager|partagez|tweeter|tweet|imprimer|copier|lien|courriel|mail|envoyer",
        "counters": ("vue|vues|min|mn|minute|minutes|de|lecture|commentaire|commentaires|partages"),
    },
    sections=(
        "politique|société|économie|sport|sports|culture|monde|international|national|nation|régions|région|"
        "maroc|algérie|tunisie|afrique|actualité|actualités|actu|faits divers|opinion|opinions|tribune|débats|"
        "santé|sciences|technologie|high tech|environnement|éducation|justice|médias|monde arabe|à la une|"
        "flash|"
        "reportage|enquête|analyse|édito|éditorial|portrait|interview|entretien|chronique|décryptage|dossier|"
        "exclusif|vidéo|vidéos|tourisme|météo|agriculture|transports|énergie|finance|entreprises|people|cinéma|"
        "musique|livres|football|régional|infographie|en bref|brèves|brève|point de vue"
    ),
    agencies=(
        "map|afp|aps|tap|ats|keystone-ats|adiac|aip|agence france presse|belga|lusa|panapress|maghreb arabe presse|"
        "algérie presse service|tunis afrique presse|agence maghreb arabe presse|agence anadolu|agences|avec agences"
    ),
    reaching="ecrire a|ecrivez|contacter|contactez|joindre|suivez|suivre|retrouvez|nous ecrire|courriel",
    homes="accueil",
    labels={
        "updated": (
            "mis à jour le|mis à jour|mise à jour le|mise à jour|dernière mise à jour le|dernière mise à jour|"
            "modifié le|actualisé le|maj le|màj le|dernière modification le|dernière modification"
        ),
        "published": "publié le|publiée le|posté le|mis en ligne le|paru le|date de publication",
        "author": (
            "rédigé par|écrit par|propos recueillis par|recueilli par|entretien réalisé par|interview réalisée par|"
            "entretien mené par|interview menée par|publié par|un article de"
        ),
    },
    weak_labels={
        "published": "publié|posté|mis en ligne",
        "author": "par|auteur|auteure|autrice|article de|texte|texte et photos|textes",
        "source": "source de l'article|source|sources|avec|via",
    },
    signed_labels={
        "source": "de|d'après",
        "author": "poème|conte|nouvelle",
        "published": "date",
    },
    fillers="le|la|à|a|du|et|par|heure|heures|date",
    events=(
        "jusqu|jusqu'au|avant|après|partir|dès|ouverture|ouvert|fermeture|fermé|inscription|inscriptions|limite|"
        "clôture|début|fin|rendez|réunion|séance|match|journée|conférence|programme|lieu|horaire|horaires|dépôt|"
        "concert|festival|atelier|examen|examens|rentrée|vacances|finale|demi|quart|tour|étape|contre|naissance|mort|"
        "décès|indépendance|bataille|traité|accord|élection|élections|création|fondation|guerre|spectacle|exposition|"
        "départ|marché|foire|salon|soirée|gala|tournoi|course|marathon|congrès|né|née|décédé|décédée|morte|assemblée|"
        "forum|colloque|séminaire|formation|visite|sortie|grève|manifestation|coupe|championnat|derby|fête|nuit|"
        "semaine|journées|édition|expo|remise|délai|délais|dernier|dernière|prochain|prochaine|arrivée|anniversaire|"
        "projection|débat"
    ),
    edges="le|la|les|du|au|aux|en",
    months={
        1: "janv",
        2: "fevr|fev",
        4: "avr",
        7: "juil|juill",
        9: "sept",
    },
    weekdays="lun|mar|mer|jeu|ven|sam|dim",
    day_parts={
        "am": "du matin",
        "pm": "du soir|de l'apres-midi",
    },
    time_units={
        "second": "seconde|secondes",
        "minute": "minute|minutes",
        "hour": "heure|heures",
        "day": "jour|jours|j",
        "week": "semaine|semaines",
        "month": "mois",
        "year": "an|ans|annee|annees",
    },
    small_numbers={
        1: "un|une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        None: "quelques|plusieurs",
    },
    moments={
        ("minute", 0): "a l'instant",
        ("day", 0): "aujourd'hui",
        ("day", 1): "hier",
        ("day", 2): "avant-hier|avant hier",
    },
    dates={
        "on": "le",
        "drawn_up": "fait|établi|signé|délivré",
        "of": "de|du|mois",
        "in_year": "de",
        "first": "premier",
        "ordinal": "er|ᵉʳ|ᵉ|ème|e|°",
        "same_day": "correspondant au|soit le",
        "hour": "à",
        "full_hour": "h|heures",
        "until": "et|au|jusqu'au",
        "ago": "il y a",
        "about": "environ",
        "numbered": "loi|décret|dahir|arrêté|dossier|numéro|num|no|nos|n°|nº|tel",
        "numbered_more": "organique|cadre|n°|no",
    },
    datelines={
        "small": "de|du|des|la|le|les|sur|en|et",
        "agency": "agence",
        "correspondent": (
            "notre correspondant|notre correspondante|notre envoyé spécial|notre envoyée spéciale|notre envoyé|"
            "notre envoyée|de notre correspondant|de notre correspondante|de notre envoyé spécial|"
            "de notre envoyée spéciale|notre correspondant spécial|de notre correspondant spécial|"
            "l'envoyé spécial|l'envoyée spéciale|de l'envoyé spécial|de l'envoyée spéciale|"
            "nos envoyés spéciaux|de nos envoyés spéciaux|nos correspondants|de nos correspondants"
        ),
        "filler": (
            "le|la|à|en|de|par|urgent|flash|alerte|papier|avec photos|photos|photo|envoyé spécial|envoyée spéciale"
        ),
    },
    authors={
        "clock_of": "heure de …|heure d'…|heure locale|heures locales",
        "label": (
            "rédigé par|rédigée par|écrit par|publié par|publiée par|posté par|proposé par|soumis par|"
            "un article de|par|auteur|auteure|autrice"
        ),
        "signed": "de|reportage|enquête|récit|analyse|vérification",
        "by": "par|Par",
        "wrote": "propos recueillis par|recueilli par",
        "and": "et|&",
        "inside": "de|du|des|la|le|et",
        "article": "le|la|les",
        "desks": "la rédaction|rédaction|comité de rédaction|équipe de rédaction|l'équipe",
        "staff": "la rédaction|notre correspondant|notre correspondante",
        "beside": "avec|à",
        "trailing": "le|à|du",
        "in": "à|en",
        "role": (
            "correspondance|journaliste|rédact*|correspondant|correspondante|envoyé spécial|envoyée spéciale|avec afp"
        ),
        "nobody": "administrateur|auteur|anonyme|par",
    },
    pages={
        "site_rules": (
            "politique de confidentialité|conditions d'utilisation|conditions générales d'utilisation|"
            "mentions légales|charte|charte de modération|politique de cookies"
        ),
        "first_on": "l'article … est apparu en premier sur|cet article … est apparu en premier sur",
        "updated": "à jour|modifié|actualisé",
        "sponsored": "contenu sponsorisé|contenu partenaire|publireportage|publi-rédactionnel|article sponsorisé",
        "untitled": "sans titre|document sans titre|page sans titre|nouvelle page|aperçu avant impression",
        "copied": "imprimé le|imprimée le|téléchargé le|consulté le|consultée le|sauvegardé le|archivé le",
        "stamped": "publié|mis à jour|mise à jour|modifié",
        "error": "erreur",
        "gone": "page introuvable|page non trouvée|cette page n'existe pas",
        "gate": "un instant|un instant, s'il vous plaît|accès refusé|avant de continuer|êtes-vous un robot|"
        "vérification de sécurité|vérification de sécurité en cours|vérification du navigateur|votre vie privée|"
        "nous respectons votre vie privée",
        "goes_on": "lire la suite",
        "credit": (
            "crédit|crédits|crédit photo|crédit photos|crédits photo|crédits photos|photo|photo de|"
            "photographie de|source"
        ),
        "saved_folder": "_fichiers",
    },
    speech={
        "sharing": "partagez",
        "subscribing": "suivez-nous|abonn|notre podcast|inscrivez|infolettre|recevez|soutenez|faites un don",
        "barrier": "abonn",
        "advertising": "publicité",
        "notices": "confidentialité|navigateur",
        "authors": "auteur|journaliste|rédact",
        "tags": "mots-clés",
        "navigation": "droits réservés",
        "windows": "nouvelle fenêtre|nouvel onglet|lien externe",
    },
    wires={
        "urgent": "urgent|flash|alerte|alerte info|dernière minute|urgent urgent|très urgent",
        "note": (
            "photo|photos|avec photos|photo d'archives|vidéo|infographie|papier général|papier|encadré|rappel|"
            "mise à jour|correction|corrigé|actualisé"
        ),
        "editors": "Attention|ATTENTION|À l'attention",
        "over": "fin|suite|à suivre|fin du communiqué|fin de communiqué",
        "utc": "gmt|tu",
    },
    prints={
        "page": "page|p|p.",
        "of": "sur",
        "of_pages": "de",
        "issue": "n°|nº|numéro|no.",
        # parts that are also syllables ("mi", "ex", "pro", "ce") are not among them: a line's end breaks more words
        # than it finds hyphens
        "hyphen_first": (
            "vice|celui|celle|ceux|celles|moi|eux|rendez|quelques|peut|grand|grands|nord|sud|centre|saint|sainte|vingt|"
            "trente|quarante|cinquante|soixante|quatre-vingt"
        ),
        "hyphen_second": ("même|mêmes|être|dessus|dessous|président|présidente|ministre|t-il|t-elle|t-on"),
    },
    networks={
        "count": "mille",
        "age": "h|min|j|sem",
        "account_picture": "photo de profil",
        "below": "aimé par|voir les|afficher les|ajouter un commentaire",
        "likes": "j'aime|mention j'aime|mentions j'aime",
    },
    forms={
        "title": "titre|titre de l'article",
        "text": "texte|corps|corps du texte|chapô|chapo|chapeau|résumé|sous-titre|article",
        "other": "rubrique|catégorie|mots-clés|nombre de signes|signes",
    },
    press_contacts=(
        "contact presse|contacts presse|contact|contacts|contact médias|contacts médias|pour plus d'informations|"
        "pour toute information|pour en savoir plus|relations presse|service de presse"
    ),
    institutions=(
        "ministère|association|ligue|fédération|union|syndicat|université|fondation|agence|office|commune|région|"
        "préfecture|province|conseil|comité|collectif|centre|institut|société|groupe|parti|ambassade|royaume|"
        "république|direction|chambre|banque|club|organisation|confédération|présidence|haut|ville|mairie"
    ),
    chat_replies="merci|merci beaucoup|ok|d'accord|bien reçu|reçu|c'est noté|parfait|oui|super",
    chat_files="pièce jointe",
    mail_wrote="a écrit",
)
