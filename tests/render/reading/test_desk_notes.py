"""What colleagues left in a text is told with its line; what only looks like it is left in peace."""

from __future__ import annotations

import pytest

from nashra.render.reading.desk_notes import desk_notes

TEXT = "La commune a rouvert la passerelle mercredi matin, après trois semaines de travaux."
NOTES = [
    "Note à l'éditeur : merci de couper si c'est trop long.",
    "ملاحظة لرئيس التحرير: يمكن حذف الفقرة الأخيرة",
    "[SR : vérifier l'orthographe de Oulad Ghanem]",
    "TODO appeler le maire",
    "# TODO vérifier le nom",
    "Version 1 :",
    "CHAPÔ (au choix) :",
    "[à traduire]",
    "[Insérer citation du maire ici]",
    "[INSERT QUOTE HERE]",
    "[PHOTO : le pont vu du ciel]",
    "Le total (يرجى التأكد من الرقم) est de trois.",
    "// source : la wilaya",
    "Le coût s'élève à XXX millions de dirhams.",
    "Le coût est de XX,X millions.",
    "Le maire, M. ????, s'est dit satisfait.",
    "The mayor, TK, was pleased.",
    "Lorem ipsum dolor sit amet.",
    "هذا النص هو مثال لنص يمكن أن يستبدل.",
    "Commenté [SB1]: à confirmer avec la wilaya",
    "Supprimé: ancien pont",
    "Login : salma / mdp : Kx9$dun3",
    "[12/11/2026 10:42] Salma: voici le texte",
    "De : Salma <salma@desk.example>\nObjet : article pont",
    "À : desk@example.org\nCc : chef@example.org",
    "---------- Message transféré ----------",
]
NOTES += [
    "Remplacer : « annoncé » par « déclaré »",
    "Delete: “on Monday”",
    'استبدال: "أعلن" بـ "ذكر"',
    "Marqué comme résolu",
    "Nom du directeur ???",
    "اسم المدير ؟؟؟",
    "???",
    "Le directeur, M. Alami (???), a confirmé.",
    "قال المدير (؟؟) إن السد امتلأ.",
    "@salma peux-tu relire ce paragraphe ?",
    "[photo du pont ici]",
    "[صورة السد هنا]",
    "Légende photo :",
    "INTERTITRE : la pluie",
    "(à compléter demain avec la réaction du maire)",
    "ملاحظة: يرجى التأكد من الرقم قبل النشر",
    "Merci de vérifier le nom avant publication.",
    "[14:32, 28/11/2026] Salma: tu peux publier ?",
    "Ce message et toutes les pièces jointes sont confidentiels.",
    "Clé : AKIA" + "Q" * 16,
    "Jeton : ghp_" + "a1" * 18,
]
# What is still to be done with a text, what came along, what a page and a program had around it.
NOTES += [
    "[TK]",
    "Le budget est de TK dirhams.",
    "Il a coûté XX millions.",
    "Il a coûté … millions de dirhams.",
    "... مليون درهم للسد.",
    "Rendez-vous le jj/mm/aaaa.",
    "The mayor, Mr [NAME], said so.",
    "Le directeur (nom ?) a parlé.",
    "قال المدير (الاسم؟) ذلك.",
    "(voir PJ)",
    "See attached.",
    "انظر المرفق",
    "[Paragraphe supprimé à la demande de l'avocat]",
    "À relire avant publication !",
    "Vérifier ce chiffre avec Karim svp",
    "CONFIDENTIEL",
    "Attente feu vert avocat",
    "[LEGAL: please check]",
    "Can be cut from here if too long",
    "حذف هذه الفقرة",
    "للتدقيق اللغوي",
    "Contact de la source : 06 61 23 45 67",
    "رقم هاتف المصدر: 0661234567",
    "[OFF] Le maire partira.",
    "Ancienne version :",
    "Bla bla bla",
    "Publicité",
    "Abonnez-vous à notre newsletter",
    "Partager sur Facebook Twitter WhatsApp",
    "Lire aussi : La route rouvre",
    "اقرأ أيضا: الطريق تفتح",
    "Copyright © 2026 Agence. Tous droits réservés.",
    "Il vous reste 80 % de cet article à lire.",
    "Le pont[1] rouvre.",
    "[Nadia, tu peux relire cette partie ?]",
    "(Nadia to check)",
    "@karim peux-tu vérifier ?",
    "Crédit photo : ???",
    "Photo credit: TBC",
    "Le maire de [VILLE] a parlé.",
    "Cost: $___",
    "Le prix est de .... dirhams.",
    "Regenerate response",
    "Droits photo à vérifier",
    "حقوق الصورة غير مؤكدة",
    "Mot de passe du Wi-Fi : pont2026!",
    "Authorization: Basic c2FsbWE6cG9udDIwMjY=",
    "Jeton : eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEFghi",
    "api_key=abcdef1234567890",
]
# What is asked of which part of an article, what chats, mails and pages write by themselves, what is still to be filled.
NOTES += [
    "[début du passage à supprimer] Le maire a ri.",
    "[هنا صورة الساحة]",
    "[Editor: cut this para if short of space]",
    "[NdT : « place » au sens de parking, à vérifier]",
    "(photo du marché à venir)",
    "Supprimer l'encadré si la page est pleine",
    "يا كريم، راجع هذا الرقم قبل النشر.",
    "المحرر: يرجى حذف هذه الجملة",
    "Photo: Reuters (do we have the rights?)",
    "صرح السيد [الاسم الكامل] بأن الأشغال انتهت.",
    "MORE TO COME",
    "Médias omis",
    "Ce message a été supprimé",
    "تمت إعادة توجيهها عدة مرات",
    "Le sam. 28 nov. 2026 à 10:12, Salma <salma@x.example> a écrit :",
    "On Sat, Nov 28, 2026 at 10:12 AM Salma <s@x.example> wrote:",
    "Page 3 sur 12",
    "Skip to main content",
    "Lire la suite sur le site…",
    "The post La place rouvre appeared first on Journal du Nord.",
    "Facebook Twitter WhatsApp Copier le lien",
    "Crédit photo :",
    "Le maire, ____, a salué les travaux.",
    "Le conseil a voté à 00 voix.",
    "ICI METTRE LA CITATION DU MAIRE",
    "As an AI language model, I cannot verify the figures in this text.",
    "الرئيسية / أخبار / مجتمع",
    "Accueil > Région > Taza",
    "نقطة للإضافة: رأي المعارضة",
    "@karim check had lfaqra 3afak",
    "**Key takeaways from the article you provided:**",
    "> Salut Nadia,\n>\n> tu as relu mon papier ?\n>\n> Salma",
]
AT_THE_TOP = [
    "Titre : Le pont rouvre",
    "Mots-clés : pont, ville",
    "SEO title: The bridge",
    "الكلمات المفتاحية: الجسر، المدينة",
    "Réécris ce texte en style journalistique, en 300 mots.",
    "أعد صياغة هذا الخبر بأسلوب صحفي",
    "Relu par Salma, ok pour publication",
    "راجعته سلمى، جاهز للنشر",
    "(412 mots)",
    "1 800 signes espaces comprises",
    "Voici une version améliorée de votre article :",
    "Sure! Here is the rewritten article:",
    "بالتأكيد! إليك المقال بعد إعادة صياغته:",
    "حسنا، سأعيد كتابة الخبر بأسلوب أكثر إيجازا:",
    "Parfait ! J'ai reformulé votre article dans un style plus vif :",
    "Salut Karim, voici l'article, dis-moi si ça va.",
    "Bonjour,\n\nVeuillez trouver ci-joint l'article.",
]
AT_THE_FOOT = [
    "Meta description : le pont rouvre",
    "Cordialement,\nSalma",
    "مع تحياتي،",
    "Let me know if you need anything else!",
    "-- FIN --",
    "النهاية",
    "-30-",
    "Relu OK",
    "450 words",
    "Envoyé de mon iPhone",
    "Would you like me to shorten it?",
    "Souhaitez-vous que je le raccourcisse ?",
    "N’hésitez pas si vous souhaitez une version plus courte !",
    "هل ترغب في أن أضيف عنوانا فرعيا للمقال؟",
    "انتهى/ م.ب",
    "Bien à toi,\nSalma",
    "Salma Alaoui\nJournaliste | Journal du Nord\n+212 661 22 33 44",
]
FOR_READERS = [
    "À vérifier dans les prochains mois : l’effet de la pluie sur les légumes.",
    "Note : les chiffres de septembre ont été corrigés.",
    "Note aux lecteurs : cet article a été mis à jour.",
    "Version courte : le panier coûte 12 DH de plus.",
    "« Il faut [vérifier les comptes] », dit-il.",
    "« [Il manque] de tout », dit-elle. *[Rires dans la salle.]*",
    "Le match est reporté (à confirmer).",
    "(Photo : agence)",
    "Le numéro commence par 06 XX XX XX XX, la carte par 4242 XXXX.",
    "Super Bowl XXX, chapitre XXX, le XXXe congrès, taille XXL.",
    "« Combien ??? », crie un client. Vraiment ???",
    "TK Maxx opens in Rabat.",
    "TODO, rien à faire : la pièce se joue ce soir.",
    "Le mot de passe le plus courant : 123456.",
    "كلمة المرور: تتكون من ثمانية أحرف على الأقل.",
    "Départ : place du Lion. Date : samedi.",
    "Voici la version du ministre, et celle de son rival.",
    "Bonjour la pluie, adieu la sécheresse.",
    "Chers lecteurs, nous changeons d’adresse.",
    "**Q: Why now?** A: Exports.",
    "<!-- mdp : Kx9$dun3, XXX, lorem ipsum -->",
    "Vous trouverez des masques à l’accueil.",
    "Remplacer : un verbe que le maire n’aime pas.",
    "« Et le nom du directeur ??? », demande-t-elle.",
    "(Photo du maire)",
    "[Vidéo] Le pont rouvre",
    "[Photo](pont.jpg)",
    "Le livre, relu par son éditeur, sort jeudi dans les librairies de la vallée.",
    "450 mots suffisent pour lire le journal.",
    "12 caractères composent la plaque.",
    "Fin de partie pour le maire",
    "Résumé : le pont rouvre.",
    "(Ajouter le sel, puis remuer.)",
    "Quel est le prix ??",
    "Merci de vérifier vos billets avant le départ.",
    "العنوان: شارع النصر، الرباط",
    "Il reste à écrire une page de cette histoire.",
    "Non relu depuis sa mort, le poète revient.",
    "Catégorie : moins de 60 kg",
    "Titre : La Nuit du pont\n\nPages : 240",
    "Les clés du succès : un bon mot de passe, long et simple.",
    "TBC Bank opens in Rabat.",
    "Le vol TK 618 est retardé… millions d’excuses.",
    "Partager le pain, le sel et le thé.",
    "Lire aussi : [La route rouvre](route.md)",
    "Pour aller plus loin :\n\n- [Un livre](livre.md)",
    "Abonnés absents : le guichet reste fermé.",
    "Cordialement invités, les voisins sont venus.",
    "Thanks,\nhe said, and left.",
    "Please check with your bank before you travel.",
    "Fill in the form at the town hall.",
    "يرجى التأكد من إغلاق الأبواب قبل النوم.",
    "القسم الأول: حكاية الجسر",
    "مع تحيات الجمهور، غادر المدرب.",
    "« Confidentiel », dit chaque page.",
    "Le rapport [1] le dit.\n\n[1] Rapport annuel.",
    "Ajouter le sel, puis mettre la pâte au four.",
    "Vérifier la source avant de partager, c’est la règle.",
    "(Graphic: Global assets in 2019 - here)",
    "L’image [prise en 1962] et la citation [traduite de l’arabe] sont de lui.",
    "N’hésitez pas à venir à pied, conseille la mairie.",
    "Je peux aussi marcher, dit-elle.",
    "Elle a écrit : « Venez. »",
    "Lire la suite de son roman demande du courage, dit un lecteur fidèle.",
    "Photo :\n\n- une du port",
    "Il est 10 h 00, la facture est de 5 000 dirhams, le temps de 1:45,00 minute.",
    "لا يكتمل الخبر هنا، والرقم ناقص، يقول الصحفي.",
    "يا أم، قالت الطفلة، أين البحر؟",
    "> Chère Nadia,\n>\n> tu as raison, la mer est loin.\n>\n> Salma",
    "Parfait, dit le maire : la place est à tous.",
    "ICI ON LIT : UNE CITATION PAR JOUR",
    "Fès, il faut voir la photo du mur.",
    "Il rend hommage à Salma [photo de la jeune fille disparue] et à Karim.",
    "> @ONCF supprimer ce train est une erreur",
    "[Une photo à couper le souffle]",
    "Acheter du papier avant la rentrée coûte cher.",
    "Read more slowly, the teacher advises.",
    "The post office was among the first on the street.",
]


def lines(body: str) -> set[int]:
    return {line for line, _, _ in desk_notes(body)}


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_told_wherever_it_stands(note: str) -> None:
    assert lines(f"{TEXT}\n\n{note}\n\nSuite.\n") == {2}


@pytest.mark.parametrize("note", AT_THE_TOP)
def test_what_came_with_a_text_is_told_above_it(note: str) -> None:
    assert lines(f"{note}\n\n{TEXT}\n") == {0}


@pytest.mark.parametrize("note", AT_THE_FOOT)
def test_what_came_with_a_text_is_told_below_it(note: str) -> None:
    assert lines(f"{TEXT}\n\n{note}\n") == {2}


def test_the_comment_of_a_word_processor_is_told_where_its_words_stand() -> None:
    assert lines(f"{TEXT} Le pont[a] rouvre.\n\n[a]Tu es sûr ?\n") == {2}
    assert lines(f"{TEXT}\n\n[a]Tu es sûr ?\n") == set()


def test_a_paragraph_that_stands_twice_is_told_once_at_the_second() -> None:
    assert lines(f"{TEXT}\n\nEntre les deux.\n\n{TEXT}\n\n{TEXT}\n") == {4}
    # and one that was written anew with other figures; those of other groups are not it
    budget = "La place coûte 12 millions de dirhams, dont la moitié vient de la région, selon le président."
    assert lines(f"{budget}\n\n{budget.replace('12', '14')}\n") == {2}
    assert lines(f"{budget}\n\n{budget.replace('La place', 'Le pont').replace('12', '14')}\n") == set()


@pytest.mark.parametrize("text", FOR_READERS)
def test_words_for_readers_are_left_in_peace(text: str) -> None:
    assert lines(f"{text}\n\n{TEXT}\n\n{text}\n") == set()
