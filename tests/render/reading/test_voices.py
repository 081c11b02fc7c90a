"""What one colleague, or a program, says to another of a text is told; what says "I" or "you" to readers is not."""

from __future__ import annotations

import pytest

from nashra.render.reading.desk_notes import desk_notes

ABOVE = "Le conseil communal a voté mardi les travaux de la place centrale."
BELOW = "La bibliothèque rouvre ses portes avec une salle pour les enfants."
NOTES = [
    "Attention : le préfet a demandé à relire avant parution.",
    "Il manque encore la réaction du syndicat, je l’ajoute ce soir.",
    "J’ai repris le passage de l’agence, à reformuler.",
    "Je n’ai pas retrouvé la source de ce chiffre.",
    "Tu peux raccourcir si besoin, le papier est un peu long.",
    "Le paragraphe suivant vient du communiqué.",
    "Ce paragraphe est à revoir, trop long.",
    "Il faudra vérifier la date.",
    "N’hésitez pas à me dire si vous voulez un ton plus formel.",
    "Voici une version plus fluide de votre paragraphe :",
    "Version courte pour la newsletter :",
    "(Photo à demander à la mairie)",
    "<<à compléter par le correspondant de Nador>>",
    "Can someone confirm this figure with the ministry?",
    "Need a second source for this.",
    "Not sure about this name, will check tomorrow.",
    "You may want to shorten this section.",
    "Certainly! Below is the translated article.",
    "ملحوظة: الصورة غير مرخصة، لا بد من تعويضها",
    "Karim, laisse cette phrase, le chef y tient.",
    "On m’a dit que le maire ne veut pas être cité ici.",
    "Chiffres fournis par téléphone, en attente du document.",
    "Ne pas oublier la photo du stade.",
    "Encadré à insérer ici.",
    ">>> Reprendre à partir d’ici",
    "--- fin du papier, le reste est pour demain ---",
    "Le directeur (nom à vérifier) a salué l’effort.",
    "(who said this?)",
    "Karim: keep this or lose it?",
    "كريم، هل يمكن أن تضيف تصريح الرئيس؟",
    "Merci de ne pas modifier ce passage sans me prévenir.",
    "(à mettre à jour après la conférence de presse)",
    "Ajouter le nombre de blessés.",
    "Let me know if this works for the front page.",
    "En espérant que cette version réponde à vos attentes.",
    "Chiffre à recouper avec l’office.",
    "Phrase un peu lourde, à alléger.",
    "Demander une réaction à la wilaya.",
    "Mettre un lien vers l’article d’hier.",
    "Autre version : Les pêcheurs retournent au large.",
    "Add background on the 2019 strike here.",
    "Awaiting comment from the ministry; will update.",
    "Photo caption TK",
    "هذه الفقرة مكررة، احذفوها",
    "نحتاج تعليق الوزارة قبل النشر",
    "(راجعوا الإملاء)",
    "أضفت هذه الفقرة من بلاغ الوزارة",
    "الفقرة الموالية تحتاج إلى إعادة صياغة",
    "هل تود أن أختصر النص أكثر؟",
    "إليك نسخة منقحة من المقال:",
]
FOR_READERS = """
Le maire se souvient : « J’ai relu ce texte trois fois avant de signer. »
Envoyez-nous vos photos et vos textes avant vendredi.
Vous pouvez télécharger le texte intégral sur le site de la commune.
Ce passage à niveau sera supprimé avant l’été.
Le premier paragraphe de l’article 12 sera modifié, a précisé le ministre.
Il manque encore trois signatures à la pétition.
Il faudra attendre lundi pour connaître le nom du vainqueur.
Date à confirmer.
Un sprint de 110 m et le titre olympique.
M. Alaoui cite le texte de la loi.
(mais à quel prix ?)
Trouver la source, un défi pour les géologues.
Source d’eau à protéger, selon l’agence du bassin.
Ajouter une photo à son profil est un jeu d’enfant.
Move the picture, and the wall looks bare.
Check the spelling of the street before you set out.
Image of the year goes to a student.
ضع الصورة في إطار، ينصح المصور.
نحتاج إلى الماء قبل الصيف، يقول فلاح.
Attention aux faux SMS qui demandent une photo de la carte.
Il faut vérifier la date de chaque produit avant de payer.
Pensez à vérifier le nom du site.
Please check the date of your ticket.
يجب التحقق من تاريخ المنتج.
Reste à publier le décret, attendu depuis un an.
Ce titre, publié en 1952, a été traduit en douze langues.
Cette partie de la ville sera reliée au réseau en mars.
Waiting for rain, the farmers read the story of the old dam to their children.
Please send your photos to the festival office by Friday.
Do you have a story about the old market? Write to the museum.
Elizabeth I had the first section of the wall built.
This section of the road will be closed until May.
You can read the full text on the council’s website.
هذا المقطع من الطريق سيفتح يوم الأحد أمام السيارات
يرجى إرسال الصور قبل يوم الجمعة إلى إدارة المهرجان.
يمكنك الاطلاع على نص القانون في موقع الجماعة.
ملاحظة: تغلق الأبواب في السادسة مساء.
نحتاج إلى مصدر جديد للماء، يقول رئيس التعاونية.
"""


@pytest.mark.parametrize("note", NOTES)
def test_a_voice_that_is_none_of_the_article_is_told(note: str) -> None:
    found = list(desk_notes(f"{ABOVE}\n\n{note}\n\n{BELOW}\n"))
    assert [(line, "note for colleagues" in message) for line, message, _ in found] == [(2, True)]


def test_a_sentence_within_a_paragraph_is_told_too() -> None:
    assert [line for line, _, _ in desk_notes(f"{ABOVE}\n\n{BELOW} J’ai un doute sur le nom du maire.\n")] == [2]


def test_what_is_for_readers_is_left_in_peace() -> None:
    for text in FOR_READERS.strip().split("\n"):
        assert (text, list(desk_notes(f"{ABOVE}\n\n{text}\n\n{BELOW}\n"))) == (text, [])


def test_a_column_and_an_interview_say_i_and_you_all_along() -> None:
    said = [f"J’ai relu ce texte {many} fois." for many in ("dix", "cent", "mille")]
    assert list(desk_notes("\n\n".join([ABOVE, *said]))) == []
