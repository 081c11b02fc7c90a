"""What Nashra knows of French beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, SearchWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        av avr bd cie déc env févr gén janv juil m max me min mlle mm mme mmes nov oct p.ex pr réf sept
        ste sté tél éd
        """
    ),
    length=1.4,
    head=HeadWords(
        yes=words("oui vrai"),
        no=words("non faux jamais"),
        draft=words("brouillon ne_pas_publier à_ne_pas_publier ne_pas_diffuser"),
        held=words(
            """
            brouillon brouillons ébauche privé privée caché cachée masqué masquée dépublié non_publié non_publiée
            pas_publié ne_pas_publier en_attente en_cours en_relecture à_relire à_revoir à_valider à_corriger relecture
            sous_embargo confidentiel interne supprimé retiré archivé hors_ligne pas_encore à_faire inachevé programmé
            bloqué bloquée attente retirer à_retirer rétracté rétractée dépublier masquer ignorer exclure
            """
        ),
        public=words("publié publiée publier à_publier publique visible"),
        done=words("en_ligne relu relue validé validée définitif définitive prêt prête terminé"),
        checked=words("vérifié vérifiée corrigé corrigée confirmé confirmée validation approbation"),
        denied=words("pas pas_encore non jamais ne_pas"),
        remark=words(
            """
            à_vérifier à_compléter à_traduire à_relire à_revoir à_corriger à_supprimer vérifier merci_de_vérifier
            note_au_rédacteur note_pour_la_rédaction note_interne
            """
        ),
        status=words("statut état_de_publication visibilité"),
        since=words(
            """
            date_de_publication publié_le publier_le à_publier_le publication_le mise_en_ligne en_ligne_le
            date_publication
            """
        ),
        until=words("expire_le valable_jusqu'au expiration date_d'expiration jusqu'au retirer_le fin_de_publication"),
        meant={
            "titre": "title",
            "langue": "lang",
            "auteur": "author",
            "auteure": "author",
            "auteurs": "author",
            "signature": "author",
            "résumé": "summary",
            "chapô": "summary",
            "chapeau": "summary",
            "rubrique": "topics",
            "rubriques": "topics",
            "sujet": "topics",
            "sujets": "topics",
            "thème": "topics",
            "thèmes": "topics",
            "étiquettes": "topics",
            "catégorie": "topics",
            "mots_clés": "topics",
            "mis_à_jour": "updated",
            "mise_à_jour": "updated",
            "photo": "image",
            "traduction": "translation",
        },
        ordinary=words("carte cartes titres sites état rare gare lieu lieux fête datée taille tirage trait traits"),
    ),
    first_of_month="er",
    questions=words(
        "qui que quoi quand où comment pourquoi combien quel quelle quels quelles est ce sont était étaient"
    ),
    # not m, n, t: M’hamed, N’Djamena and T’Hart are names
    search=SearchWords(elided="(?:[cdjls]|(?:jus|lors|puis|quoi|pres)?qu)"),
    small_words=words(
        """
        le la les des du et une un dans est pour que qui sur par au aux avec pas ce cette sont son ses il
        elle de en se l d qu n s à a ne ou mais plus ont été ces leur leurs nous vous sa très après entre
        deux où contre ans sans être avait selon chez comme
        """
    ),
    words_a_minute=195,
    locales=("fr", "fr_CA"),
    term=("débat public", "débats publics"),
    desks=words(
        """
        rédaction agence journal équipe service bureau association ministère organisation magazine
        collectif radio télévision
        """
    ),
    sample="le rapport cite {} hier.",
    pictures=("Capture", "Capture d’écran", "Capture d'écran", "photo", "image", "sans titre"),
    demonym_endings=("s", "es"),
    feminine="e",
    connectors=words("de du des d la le les l el al ben bin ibn ould ait von van der di da do"),
    articles=words("le la les l du des"),
    inside_signs=words("en au aux"),
    belonging=words("du des d"),
    place_signs=words("a au aux vers ville commune province village region"),
)
