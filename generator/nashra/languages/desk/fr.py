"""What French-speaking newsrooms leave in texts that are not ready."""

from __future__ import annotations

from nashra.languages.desk.spec import Desk

DESK = Desk(
    held=(
        "ne pas publier|à ne pas publier|ne pas diffuser|à ne pas diffuser|ne pas mettre en ligne|ne publiez pas|"
        "pas pour publication|non destiné à la publication|publication interdite|sous embargo|embargo jusqu|"
        "en attente de validation|en attente de relecture|en attente d'accord|en attente du feu vert|"
        "en attente de confirmation|attendre validation|attendre le feu vert|bloqué jusqu|off the record|"
        "sous réserve de validation|ne pas citer"
    ),
    then=(
        "avant|sans|jusqu|tant|pour l'instant|pour le moment|svp|merci|en l'état|à|par|du|de|ce|cette|son nom|"
        "son prénom|sa fonction|le nom de"
    ),
    alone=(
        "brouillon|premier brouillon|brouillon de travail|ébauche|version provisoire|version de travail|"
        "document de travail|à relire|à revoir|à valider|à corriger|à finir|à terminer|non relu|pas relu|"
        "non corrigé|non validé|article en cours de rédaction|en cours de rédaction|texte en cours de rédaction|"
        "en cours d'écriture|article non terminé|article incomplet|texte provisoire|confidentiel|"
        "strictement confidentiel|usage interne|à usage interne|pour usage interne|document interne|interne|"
        "en relecture|pas encore validé|ne pas publier|première version|réservé à la rédaction|vérif|à vérifier|"
        "à confirmer|à compléter"
    ),
    embargo="embargo|sous embargo|à publier|à ne publier|à mettre en ligne",
    notes=(
        "note à l'éditeur|note à l'éditrice|note au rédacteur|note à la rédaction|note pour la rédaction|"
        "note au desk|note pour le desk|note au sr|note interne|note pour moi|note pour moi même|pour le sr|"
        "pour la sr|sr|à l'attention du sr|à l'attention de la rédaction|à l'attention du desk|"
        "au secrétaire de rédaction|secrétariat de rédaction|question à l'auteur|question pour l'auteur|"
        "remarque du sr|commentaire du sr|commentaire interne|à vérifier|à confirmer|à compléter|à traduire|"
        "à relire|à réécrire|à couper|source à vérifier|chiffre à vérifier|nom à vérifier|rappel pour moi|todo|"
        "todo list|reste à faire|version 1|version 2|version 3|titre 1|titre 2|titre 3|titre alternatif|"
        "titre au choix|autre titre possible|chapô|chapo|chapeau|surtitre|chapô au choix|chapô alternatif|"
        "proposition de titre|propositions de titre|titres possibles|traduit par deepl|traduit avec deepl|"
        "traduction deepl|traduction google|intertitre|inter titre|légende photo|légende de la photo|"
        "suggestion acceptée|suggestion refusée|marqué comme résolu|commentaire résolu|off|en off|"
        "contact de la source|numéro de la source|téléphone de la source|tél de la source|nom de la source|"
        "mon numéro|mon numéro perso|numéro perso|prénom réel du témoin|vrai nom du témoin|vrai nom de la source|"
        "nom réel du témoin|nom réel de la source|prénom réel de la source|identité de la source|"
        "identité du témoin|ancienne version|version précédente|relecture|à la relecture|deuxième version|prompt|"
        "nb pour nadia|point à ajouter|points à ajouter|points à développer|pour le chef|pour la chef|"
        "pour la cheffe|pour le rédac chef|pour le rédacteur en chef|autre version|version alternative|"
        "paragraphe alternatif|variante"
    ),
    asks=(
        "insérer|insérez|à insérer|à ajouter|ajouter ici|mettre ici|placer ici|manque|il manque|à vérifier|"
        "à confirmer|à compléter|à traduire|à réécrire|à développer|à reformuler|à préciser|à sourcer|préciser|"
        "vérifier|confirmer|citation à venir|photo à venir|réaction à venir|nom à trouver|chiffre à trouver|"
        "source à trouver|à trouver|lien à ajouter|demander à|rappeler le|rappeler la|appeler le|appeler la|"
        "à relire|à corriger|à valider|à revoir|paragraphe à|passage à|phrase à|source ?|chercher le|chercher la|"
        "trouver le|trouver la|reste à écrire|reste à rédiger|reste à vérifier|reste à faire|à acheter|à demander|"
        "à négocier|à supprimer|à enlever|à remplacer|à raccourcir|à couper si|à couper ici|à couper en|"
        "à mettre à jour|à actualiser"
    ),
    pleas="merci de vérifier|merci de confirmer|merci de compléter|merci de corriger|prière de vérifier",
    slots=(
        "photo|image|vidéo|infographie|graphique|carte|tableau|illustration|encadré|citation|exergue|légende|lien|tweet"
    ),
    fillers=(
        "lorem ipsum|texte de remplissage|texte d'exemple à remplacer|texte à remplacer|votre texte ici|"
        "texte à venir|texte du paragraphe ici|votresite.|votre-site.|votredomaine.|cliquez ici pour ajouter|"
        "cliquez pour ajouter du texte|saisissez du texte|saisissez votre texte|tapez votre texte"
    ),
    answers=(
        "voici une version|voici la version|voici l'article réécrit|voici l'article reformulé|"
        "voici l'article corrigé|voici le texte corrigé|voici le texte reformulé|voici le texte réécrit|"
        "voici votre article|voici une proposition|voici une traduction|voici la traduction|voici un article|"
        "bien sûr voici|bien entendu voici|d'accord voici|en tant que modèle de langage|en tant qu'ia"
    ),
    offers="souhaitez vous que je|voulez vous que je|n'hésitez pas à me dire si|dites moi si vous souhaitez",
    greetings="salut|coucou|hello|bonjour|bonsoir|cher|chère|chers",
    covers=(
        "voici l'article|voici le papier|voici le texte|voici la brève|voici mon papier|voilà l'article|"
        "voilà le papier|voilà le texte|ci joint|veuillez trouver|vous trouverez|je t'envoie|je vous envoie|"
        "tu trouveras|dis moi si|dites moi si|merci de relire|merci de publier|peux tu relire|pouvez vous relire|"
        "traduit avec deepl"
    ),
    disclaimers=(
        "ce message et toutes les pièces jointes|ce message et ses pièces jointes|ce message est confidentiel|"
        "ce courriel est confidentiel|ce courriel et toutes les pièces jointes|ce mail est confidentiel|"
        "tu as reçu ce mail|tu reçois ce mail|vous recevez ce mail|vous recevez ce message|vous avez reçu ce mail|"
        "vous recevez cet e mail|vous avez reçu ce message car"
    ),
    comments="commenté|commentaire|commentaires",
    proposals="remplacer|supprimer|ajouter|insérer|mettre en forme",
    cleared=(
        "relu par|relu et corrigé par|relu ok|validé par|corrigé par|ok pour publication|ok pour publier|"
        "bon pour publication|bon à publier|prêt à publier|prêt pour publication|bat ok"
    ),
    before=(
        "avant publication|avant parution|avant la parution|avant de publier|avant la publication|"
        "avant mise en ligne|avant la mise en ligne|svp|stp"
    ),
    counts=(
        "mots|signes|caractères|feuillet|feuillets|signes espaces comprises|signes espaces compris|"
        "caractères espaces compris|signes sans espaces|mots environ|min de lecture|minutes de lecture"
    ),
    ends="fin|fin de l'article|fin du texte|fin du papier|fin de papier",
    prompts=(
        "réécris ce|réécris cet|réécris le texte|réécris l'article|réécris moi|reformule ce|reformule cet|"
        "reformule le texte|résume ce|résume cet|résume le texte|résume moi|traduis ce|traduis cet|"
        "traduis le texte|traduis moi|corrige ce texte|corrige cet article|corrige moi|rédige un article|"
        "écris un article"
    ),
    unknown=(
        "nom|prénom|nom du|nom de|nom et prénom|date|date de|date du|lieu|âge|chiffre|chiffre exact|montant|source|"
        "prix|titre|fonction|poste|à quelle date|orthographe|orth|nombre|ville|pays|région|numéro|heure|jour|"
        "citation|nom complet|crédit photo|photo|légende|source photo|mois|nom du maire|nom de famille|"
        "fonction exacte|adresse|téléphone|montant exact|titre exact|nom de l'entreprise|nom de l'association|"
        "nom de l'auteur"
    ),
    tracked="supprimé|inséré|mis en forme|déplacé",
    titles=(
        "sans titre|titre à trouver|titre à venir|titre à définir|titre provisoire|titre de travail|"
        "titre de l'article|nouvel article|nouveau document|document sans titre|article sans titre|à titrer|"
        "titre ici|votre titre|copie de l'article|document|titre|mon article|à compléter|titre du papier|"
        "titre article|titre principal|nouveau document texte|nouveau document microsoft word|nouvelle page|"
        "nouvel article de blog|bla bla|bla bla bla|blabla"
    ),
    copies="copie de",
    marks=(
        "copie|version finale|version corrigée|version définitive|version relue|corrigé|corrigée|titre provisoire|"
        "titre à valider|titre à revoir|à vérifier|à valider|à relire|à revoir|à compléter"
    ),
    summaries=(
        "résumé|résumé à écrire|résumé à venir|résumé ici|chapô|chapô à écrire|votre résumé|description|"
        "résumé de l'article|résumé de l'article ici|chapô ici|chapo|chapo ici|à compléter|à rédiger|à écrire|"
        "à venir"
    ),
    accounts=(
        "administrateur|utilisateur|compte test|webmestre|prénom nom|nom prénom|nom de l'auteur|nom de l'auteure|"
        "nom du journaliste|votre nom|auteur|moi|anonyme à compléter|nom à venir|intelligence artificielle|"
        "google traduction"
    ),
    alts=(
        "texte alternatif|texte alt|alt|image|photo|légende|légende à compléter|légende à écrire|description|"
        "description de l'image|décrire l'image|votre image|sans titre|légende à venir|photo à venir|image à venir|"
        "légende ici|crédit à compléter"
    ),
    secrets="mdp|mot de passe|motdepasse|code d'accès",
    lone=(
        "version courte pour|version longue pour|début de l'encadré|fin de l'encadré|fin du copier coller|"
        "début du copier coller|voir pj|voir pièce jointe|voir la pièce jointe|cf pj|cf pièce jointe|"
        "voir fichier joint|voir document joint|suite à écrire|suite à venir par mail|suite au prochain mail|"
        "fin à écrire|chute à trouver|chute à écrire|à faire valider|attente validation|attente feu vert|"
        "article non relu|texte non relu|paragraphe supprimé|paragraphe à supprimer|paragraphe à revoir|"
        "passage à supprimer|passage supprimé|supprimer ce paragraphe|couper ici si|coupe possible|à couper si|"
        "rappeler lundi|texte à venir|bla bla bla|blabla|test test|on peut couper ici|on peut couper ce|"
        "peut être coupé si|juridique à|juridique ok|droits photo à|droits photos à|droits non acquis|"
        "photo libre de droits à|voir la traduction|traduire le post|généré par l'ia|texte généré avec|"
        "texte généré par|article généré par|prompt écris|réf nécessaire|référence nécessaire|nb ne pas|nb pour|"
        "afficher plus|ok pour moi|traduit avec deepl|traduit avec google|traduit par google|traduit par chatgpt|"
        "traduit avec chatgpt|corrigé avec|corrigé par chatgpt|corrigé par languagetool|suggestion de languagetool|"
        "suggestion d'antidote|suggestion de grammarly|suggestion de chatgpt|fin du papier|fin de papier|"
        "fin de la version|début de la dépêche|fin de la dépêche|début du texte de|fin du texte de|"
        "reprendre à partir|reprendre ici|ne pas utiliser ce|ne pas utiliser cette|télécharger la pièce jointe|"
        "ce contenu est bloqué"
    ),
    fields=(
        "mots clés|mots clefs|mot clé|mot clé principal|meta description|méta description|balise title|titre seo|"
        "description seo|permalien|tags|étiquettes|nombre de mots|nombre de signes|image à la une|"
        "date de publication souhaitée|temps de lecture"
    ),
    headlines=(
        "titre|titre de l'article|titre article|titre proposé|titre provisoire|proposition de titre|"
        "propositions de titre|titre possible|titre alternatif|re|tr|objet|rép"
    ),
    units=(
        "million|millions|milliard|milliards|milliers|pour cent|dirhams|dirham|euros|dollars|dinars|personnes|"
        "habitants|blessés|morts|kilomètres|hectares|tonnes|ans|voix|sièges|places|élèves|familles|logements|"
        "postes|emplois|participants|mètres|litres"
    ),
    lists="contacts|carnet d'adresses|sources|liste des sources|répertoire|téléphones|numéros",
    tells=(
        "peux tu|tu peux|pourrais tu|pourriez vous|pouvez vous|tu confirmes|tu vérifies|j'ai coupé|j'ai supprimé|"
        "j'ai ajouté|à réécrire|à reformuler|avons nous les droits|a t on les droits|on a les droits|c'est qui|"
        "c'est quel|c'est quelle|est ce le bon|est ce la bonne|c'est bien|vérifier si|vérifie si|qui a dit"
    ),
    told=(
        "tu confirmes|tu valides|tu vérifies|tu relis|tu peux|tu as|peux tu|pourrais tu|pouvez vous|pourriez vous|"
        "vérifie|vérifiez|confirme|confirmez|relis|relisez|merci de|ok pour|on garde|on coupe|je coupe|je laisse|"
        "je garde|n'oublie pas|pense à|pensez à|regarde|attention à|laisse|laissez|garde|gardez|ajoute|ajoutez|"
        "merci|svp"
    ),
    links=(
        "lien|le lien|lien ici|lien interne|lien externe|lien article|lien vers l'article|lien à insérer|"
        "lien à mettre|lien à ajouter|insérer lien|insérer le lien|mettre le lien|ajouter le lien|lien vidéo"
    ),
    once=(
        "de|du|des|le|les|au|aux|et|ou|où|dans|par|sur|avec|ce|cet|cette|ces|sa|ses|dont|se|il|ils|à|que|ne|entre|"
        "chez|mais|donc|comme|depuis|pendant|selon"
    ),
    papers="carte nationale|carte d'identité|cin|cnie|passeport|carte de séjour|carte nationale d'identité",
    works=(
        "paragraphe|paragraphes|passage|passages|titre|titres|intertitre|intertitres|sous titre|chapô|chapo|"
        "légende|légendes|citation|citations|exergue|encadré|accroche|chute|photo|photos|image|images|vidéo|carte|"
        "infographie|graphique|lien|liens|source|sources|chiffre|chiffres|orthographe|phrase|phrases|verbatim|"
        "tableau|texte|article|papier|brève|réaction|crédit|date|dates|nom|noms|nut graf|lead|dépêche|nombre"
    ),
    own="paragraphe|paragraphes|intertitre|intertitres|chapô|chapo|exergue|encadré|verbatim|nut graf",
    versions=(
        "version|titre|titres|ton|résumé|traduction|style|texte|article|paragraphe|mots|accroche|plan|seo|"
        "reformule|raccourcisse|adapte|traduise|développe"
    ),
    on="le|ce|à|avant|après|à partir du|à partir de|jusqu'au|jusqu'à|que le|pas avant",
    unfinished=(
        "l|d|qu|l'|d'|qu'|l’|d’|qu’|la|un|une|qui|pour|afin|lorsque|puis|notamment|leurs|mon|ma|mes|nos|vos|le|les|"
        "des|du|de|au|aux|et|ou|dans|ce|cet|cette|ces|sa|ses|que"
    ),
    doings=(
        "insérer|insérez|insère|ajouter|ajoutez|ajoute|mettre|mettez|mets|placer|placez|couper|coupez|supprimer|"
        "supprimez|supprime|enlever|enlevez|enlève|retirer|retirez|vérifier|vérifiez|vérifie|revérifier|relire|"
        "relisez|relis|corriger|corrige|corrigez|compléter|remplacer|remplace|remplacez|confirmer|trouver|chercher|"
        "reformuler|reformule|raccourcir|raccourcis|alléger|traduire|traduis|préciser|sourcer|acheter|choisir|"
        "penser à|déplacer|recadrer|recouper|demander|voir si|étoffer"
    ),
    pending=(
        "à venir|ici|à supprimer|à enlever|à vérifier|à insérer|à ajouter|à remplacer|à compléter|à confirmer|"
        "à traduire|à sourcer|à reformuler|à raccourcir|à caler|à valider|à demander|à revoir|à refaire|à changer|"
        "à trouver|à chercher|à recadrer|à relire|à corriger|à réécrire|à préciser|à choisir|à acheter|à négocier|"
        "à flouter|à déplacer|à recouper|en attente|non confirmé|non confirmés|non vérifié|non vérifiés|"
        "pas vérifié|pas confirmé|à réduire|à améliorer"
    ),
    offering=(
        "n'hésitez pas|si vous le souhaitez je|si vous voulez je|si tu veux je|je peux aussi|je peux également|"
        "souhaitez vous|voulez vous|veux tu que je|dites moi si|dois je"
    ),
    answering=(
        "bien sûr|bien entendu|d'accord|très bien|avec plaisir|parfait|j'ai reformulé|j'ai réécrit|j'ai corrigé|"
        "je vais reformuler|je vais réécrire|je vous propose"
    ),
    given="vous avez fourni|vous m'avez fourni|tu m'as fourni|que vous avez partagé|texte fourni|article fourni",
    backups="sauvegarde|backup|copie de sécurité|dump|export base",
    selves=(
        "n'hésitez pas à me dire|souhaitez vous que je|voulez vous que je|veux tu que je|"
        "si vous le souhaitez je peux|si vous voulez je peux|bien sûr voici|bien entendu voici|d'accord voici|"
        "avec plaisir voici|en tant que modèle de langage|en tant qu'ia|en tant qu'intelligence artificielle je|"
        "je suis un modèle de langage|voici trois titres|voici quelques titres|voici cinq titres|"
        "voici trois propositions de titre|voici quelques propositions de titre|ce texte respecte|"
        "cette version respecte|cette version conserve|cette reformulation|en espérant que cette version|"
        "en espérant que ce texte|j'espère que cette version|dis moi si ça te va|dites moi si cela vous convient"
    ),
    modals="il faut|il faudrait|on pourrait|on peut|reste à|manque|il manque",
    spoken="je|j|tu|toi|moi",
    yours="vous|votre|vos|tu|ton",
    parts=(
        "ce paragraphe|ces paragraphes|le paragraphe suivant|le paragraphe précédent|paragraphe ci dessus|"
        "paragraphe ci dessous|le dernier paragraphe|dernière phrase|cette phrase|ce chapô|cet intertitre|"
        "cet encadré|cet exergue|votre paragraphe|votre article|votre chapô"
    ),
    drafted="version|reformulation|réécriture|traduction|résumé",
    deeds=(
        "ajoute|ajouter|rajoute|rajouter|complète|compléter|relis|relire|vérifie|vérifier|retrouver|raccourcir|"
        "raccourcis|couper|recouper|reformule|reformuler|réécrire|traduire|traduis|mettre à jour|sourcer|préciser|"
        "revoir|revois|à revoir|trop long|trop longue|vient du|copié|collé|récupérer|confirmer|corriger|attribuer|"
        "supprimer|déplacer|confirmé|cité|citée|utiliser|garder|laisser|modifier|toucher"
    ),
    bare=(
        "il faudra|il faudrait|reste à|quelqu'un peut|quelqu'un pourrait|est ce que quelqu'un peut|qui peut|"
        "on pourrait|merci de ne pas|prière de ne pas"
    ),
    lacks=(
        "pas sûr de|pas sûr du|pas sûre de|pas sûre du|il manque encore|il manque juste|il me manque|"
        "il nous manque|manque encore|manque juste|manque la|manque le|manque les|on attend encore|"
        "on attend toujours|toujours pas de|pas encore reçu|pas encore eu|doute sur|gros doute sur|désolé pour|"
        "désolée pour|attention|ne pas oublier|n'oublie pas"
    ),
    bank="rib|iban|compte bancaire|numéro de compte|n° de compte|compte n°",
    gifts="don|dons|donateurs|solidarité|collecte|cagnotte|cotisation|cotisations|versement|versements|inscription",
    shielded=(
        "témoin|victime|plaignant|plaignante|source|lanceur d'alerte|mineur|mineure|son numéro|son portable|"
        "sa ligne directe|numéro personnel|numéro perso|numéro privé|anonyme|anonymat|prénom d'emprunt|suspect|"
        "prévenu|mis en cause|accusé"
    ),
    real="vrai nom|vrai prénom|nom réel|véritable identité|véritable nom",
    blanks=(
        "nom de|nom du|nom des|nom de la|nom de l|prénom de|prénom du|date de|date du|lieu de|lieu du|montant de|"
        "montant du|nombre de|titre de|titre du|fonction de|adresse de|adresse du|heure de"
    ),
    counters="vues|il y a|abonnés|modifié|modifiée|j'aime|mentions j'aime|commentaires|partages|min de lecture",
    notices=(
        "a rejoint le groupe|a quitté le groupe|est en train d'écrire|a supprimé ce message|a retiré ce message|"
        "a changé l'image du groupe|a partagé un document avec vous|a partagé un fichier avec vous"
    ),
    due="à|reste à|il reste à",
    readers=(
        "son|sa|ses|votre|vos|leur|leurs|est|sont|était|permet|peut|peuvent|ont|sera|seront|n'est|coûte|"
        "à confirmer|à préciser|à venir|à déterminer|vous"
    ),
)
