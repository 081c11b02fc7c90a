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
        "veuillez trouver|vous trouverez|je vous prie de trouver|nous vous prions de trouver|ci joint|ci dessous|"
        "merci de publier|merci de diffuser|je vous transmets|nous vous transmettons|je vous fais suivre|"
        "nous avons le plaisir de vous adresser|nous avons le plaisir de vous faire parvenir|pour diffusion"
    ),
    press_labels="communiqué|communiqué de presse|pour diffusion immédiate|pour publication immédiate|note de presse",
    closings=(
        "cordialement|bien cordialement|très cordialement|bien à vous|sincères salutations|salutations|"
        "salutations distinguées|avec nos salutations distinguées|meilleures salutations|respectueusement|cdt|"
        "bien sincèrement|amicalement|merci|merci d'avance|bonne réception|bonne journée|confraternellement"
    ),
    closing_starts="je vous prie d'agréer|veuillez agréer|nous vous prions d'agréer",
    device_starts="envoyé de mon|envoyé depuis mon|envoyé à partir de|télécharger outlook|obtenir outlook",
    confidential_starts=(
        "ce message et toutes les pièces|ce message et ses pièces|ce courriel et ses|ce message est confidentiel|"
        "ce courriel peut contenir"
    ),
    chat_notices=(
        "médias omis|médias omis|média omis|image absente|vidéo absente|audio omis|document manquant|"
        "ce message a été supprimé|vous avez supprimé ce message|ce message a été modifié|photo|vidéo|"
        "image omise|vidéo omise|sticker omis|en attente de ce message|null"
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
)
