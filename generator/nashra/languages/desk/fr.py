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
    then="avant|sans|jusqu|tant|pour l'instant|pour le moment|svp|merci|en l'état|à|par|du|de|ce|cette",
    alone=(
        "brouillon|premier brouillon|brouillon de travail|ébauche|version provisoire|version de travail|"
        "document de travail|à relire|à revoir|à valider|à corriger|à finir|à terminer|non relu|pas relu|non corrigé|"
        "non validé|article en cours de rédaction|en cours de rédaction|texte en cours de rédaction|"
        "en cours d'écriture|"
        "article non terminé|article incomplet|texte provisoire|confidentiel|strictement confidentiel|usage interne|"
        "à usage interne|pour usage interne|document interne|interne|en relecture|pas encore validé|ne pas publier|"
        "première version|réservé à la rédaction"
    ),
    embargo="embargo|sous embargo",
    notes=(
        "note à l'éditeur|note à l'éditrice|note au rédacteur|note à la rédaction|note pour la rédaction|note au desk|"
        "note pour le desk|note au sr|note interne|note pour moi|note pour moi même|pour le sr|pour la sr|sr|"
        "à l'attention du sr|à l'attention de la rédaction|à l'attention du desk|au secrétaire de rédaction|"
        "secrétariat de rédaction|question à l'auteur|question pour l'auteur|remarque du sr|commentaire du sr|"
        "commentaire interne|à vérifier|à confirmer|à compléter|à traduire|à relire|à réécrire|à couper|"
        "source à vérifier|chiffre à vérifier|nom à vérifier|rappel pour moi|todo|todo list|reste à faire|"
        "version 1|version 2|version 3|titre alternatif|titre au choix|autre titre possible|chapô|chapo|surtitre|"
        "chapô au choix|chapô alternatif|proposition de titre|propositions de titre|titres possibles|"
        "traduit par deepl|traduit avec deepl|traduction deepl|traduction google|intertitre|inter titre|"
        "légende photo|légende de la photo|suggestion acceptée|suggestion refusée|marqué comme résolu|"
        "commentaire résolu"
    ),
    asks=(
        "insérer|insérez|à insérer|à ajouter|ajouter ici|mettre ici|placer ici|manque|il manque|à vérifier|à confirmer|"
        "à compléter|à traduire|à réécrire|à développer|à reformuler|à préciser|à sourcer|préciser|vérifier|confirmer|"
        "citation à venir|photo à venir|réaction à venir|nom à trouver|chiffre à trouver|source à trouver|à trouver|"
        "lien à ajouter|demander à|rappeler le|rappeler la|appeler le|appeler la"
    ),
    pleas="merci de vérifier|merci de confirmer|merci de compléter|merci de corriger|prière de vérifier",
    slots=(
        "photo|image|vidéo|infographie|graphique|carte|tableau|illustration|encadré|citation|exergue|légende|lien|tweet"
    ),
    fillers=(
        "lorem ipsum|texte de remplissage|texte d'exemple à remplacer|texte à remplacer|votre texte ici|texte à venir"
    ),
    answers=(
        "voici une version|voici la version|voici l'article réécrit|voici l'article reformulé|"
        "voici l'article corrigé|voici le texte corrigé|voici le texte reformulé|voici le texte réécrit|"
        "voici votre article|voici une proposition|voici une traduction|voici la traduction|voici un article|"
        "bien sûr voici|bien entendu voici|d'accord voici|en tant que modèle de langage|en tant qu'ia"
    ),
    offers=("souhaitez vous que je|voulez vous que je|n'hésitez pas à me dire si|dites moi si vous souhaitez"),
    greetings="salut|coucou|hello|bonjour|bonsoir|cher|chère|chers",
    covers=(
        "voici l'article|voici le papier|voici le texte|voici la brève|voici mon papier|voilà l'article|"
        "voilà le papier|"
        "voilà le texte|ci joint|veuillez trouver|vous trouverez|je t'envoie|je vous envoie|tu trouveras|dis moi si|"
        "dites moi si|merci de relire|merci de publier|peux tu relire|pouvez vous relire|"
        "traduit avec deepl"
    ),
    disclaimers=(
        "ce message et toutes les pièces jointes|ce message et ses pièces jointes|ce message est confidentiel|"
        "ce courriel est confidentiel|ce courriel et toutes les pièces jointes|ce mail est confidentiel"
    ),
    comments="commenté|commentaire|commentaires",
    proposals="remplacer|supprimer|ajouter|insérer|mettre en forme",
    cleared=(
        "relu par|relu et corrigé par|relu ok|validé par|corrigé par|ok pour publication|ok pour publier|"
        "bon pour publication|bon à publier|prêt à publier|prêt pour publication|bat ok"
    ),
    before="avant publication|avant de publier|avant la publication|avant mise en ligne|avant la mise en ligne",
    counts=(
        "mots|signes|caractères|feuillet|feuillets|signes espaces comprises|signes espaces compris|"
        "caractères espaces compris|signes sans espaces|mots environ"
    ),
    ends="fin|fin de l'article|fin du texte|fin du papier|fin de papier",
    prompts=(
        "réécris ce|réécris cet|réécris le texte|réécris l'article|réécris moi|reformule ce|reformule cet|"
        "reformule le texte|résume ce|résume cet|résume le texte|résume moi|traduis ce|traduis cet|traduis le texte|"
        "traduis moi|corrige ce texte|corrige cet article|corrige moi|rédige un article|écris un article"
    ),
    unknown=(
        "nom|prénom|nom du|nom de|nom et prénom|date|date de|date du|lieu|âge|chiffre|chiffre exact|montant|source|"
        "prix|titre|fonction|poste|à quelle date|orthographe"
    ),
    tracked="supprimé|inséré|mis en forme|déplacé",
    titles=(
        "sans titre|titre à trouver|titre à venir|titre à définir|titre provisoire|titre de travail|"
        "titre de l'article|nouvel article|nouveau document|document sans titre|article sans titre|à titrer|"
        "titre ici|votre titre|copie de l'article|document|titre|mon article"
    ),
    copies="copie de",
    marks="copie|version finale|version corrigée|version définitive|version relue|corrigé|corrigée",
    summaries="résumé|résumé à écrire|résumé à venir|résumé ici|chapô|chapô à écrire|votre résumé|description",
    accounts="administrateur|utilisateur|compte test|webmestre",
    alts=(
        "texte alternatif|texte alt|alt|image|photo|légende|légende à compléter|légende à écrire|description|"
        "description de l'image|décrire l'image|votre image|sans titre"
    ),
    secrets="mdp|mot de passe|motdepasse|code d'accès",
)
