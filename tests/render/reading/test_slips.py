"""What a hand slips into a text is told with its line; what only looks like it is left in peace."""

from __future__ import annotations

import pytest

from nashra.render.reading.desk_notes import desk_notes

TEXT = "Le conseil a rouvert la halle jeudi matin, après deux mois de travaux et une visite des pompiers."
TOLD = [
    ("Le maire répond de de nombreux appels.", "`de de`: the word stands there twice"),
    ("The the council voted on the budget.", "`the the`: the word stands there twice"),
    ("وعد الرئيس بجواب في في نهاية الشهر.", "`في في`: the word stands there twice"),
    ("Il faut que\nque la pluie vienne.", "`que que`: the word stands there twice"),
    ("Le maire (élu en 2021 promet une réponse.", "nothing closes the bracket of `(élu en 2021"),
    ("قال الرئيس (المنتخب سنة 2021 إنه سيجيب.", "nothing closes the bracket of `(المنتخب"),
    ("Le maire [élu en 2021 promet une réponse.", "nothing closes the bracket of `[élu en 2021"),
    ("« Nous attendons depuis mars, dit un commerçant.", "nothing closes the quotation mark of `« Nous"),
    ("“We have been waiting since March, says a shopkeeper.", "nothing closes the quotation mark of `“We"),
    ("Le vote a eu lieu mardi 12 novembre 2026.", "`mardi 12 novembre 2026`: that day is a Thursday"),
    ("The fair opens on Tuesday, November 12, 2026.", "`tuesday november 12 2026`: that day is a Thursday"),
    ("ينعقد اللقاء يوم الثلاثاء ١٢ تشرين الثاني ٢٠٢٦.", "that day is a Thursday"),
    ("Le bail finit le 31 juin 2026.", "`31 juin 2026`: there is no such day"),
    ("Le vote aura lieu le XX décembre.", "seems to be a note for colleagues"),
    ("Karim : tu confirmes ?", "seems to be a note for colleagues"),
    ("Nadia, could you check the figure before noon?", "seems to be a note for colleagues"),
    ("كريم: هل تؤكد الرقم؟", "seems to be a note for colleagues"),
    ("Les détails sont dans le rapport (lien).", "`(lien)` seems to be a note for colleagues"),
    ("التفاصيل في التقرير (الرابط هنا).", "seems to be a note for colleagues"),
    ("Sa carte, 4970 1012 3456 7893, a été volée.", "the number of a bank card"),
    ("His passport, AB1234567, was noted.", "the number of a passport or an identity card"),
    ("سجل رقم البطاقة الوطنية BK123456 في المحضر.", "the number of a passport or an identity card"),
]
TOLD += [
    ("Le maire a ensuite déclaré devant la presse que les", "`…presse que les` ends as no sentence does"),
    ("وأضاف رئيس المجلس أن الأشغال ستبدأ في", "ends as no sentence does"),
    (
        "Les travaux dureront six mois selon la mairie. Les travaux dureront six mois selon la mairie.",
        "stands twice in a row",
    ),
    ('قال الرئيس: "الساحة جميلة وغادر المكان.', "there is no other quotation mark"),
    ("Il salue la place.Rouvrir est une joie.", "no blank stands behind the end of the sentence in `place.Rouvrir`"),
    ("قا ل ا لر ئيس إ ن ا لسا حة جميلة", "has its letters set apart"),
    ("Le conseil com-\nmunal a voté les tra-\nvaux de la place.", "`com-` and `munal` are one word"),
]
TOLD += [
    ("Il est né le 32 mars 1980 à Fès.", "there is no such day"),
    ("Le lycée compte 320 élèves inscrits. Le lycée compte 230 élèves inscrits.", "by its figures alone"),
    ("Le gouverneur a rappelé le calendrier des travaux de l", "ends as no sentence does"),
    ("Le gouverneur a rappelé le calendrier des travaux de l’", "ends as no sentence does"),
    ("Le témoin se joint au 06 61 23 45 67.", "the telephone of somebody who is to be protected"),
    ("Le compte est le GB82 WEST 1234 5698 7654 32.", "the number of a bank account"),
    ("La victime, Hamid B. (de son vrai nom Hamid Sabri), parle.", "seems to say who"),
    ("اسم الضحية مستعار، واسمها الحقيقي نادية.", "seems to say who"),
]
TOLD += [
    ("Il a remercié [Nom du sponsor] pour son aide.", "seems to be a note"),
    ("La salle compte [xx] places.", "seems to be a note"),
    ("Le concert débute à __h__ place de la gare.", "seems to be a note"),
    ("Le concert débute le ... à la gare.", "seems to be a note"),
    ("يوم ../../2026 يبدأ المهرجان.", "seems to be a note"),
    ("The fair opens at noon on DATE.", "seems to be a note"),
    ("Voyez www.votresite.com pour la suite.", "holds the place of other words"),
    ("IMG_20261109_101112.jpg", "names a file"),
    ("Traduction (FR) :", "nothing stands behind"),
    ("Nadia est en train d’écrire…", "is what a messenger writes"),
    ("1 234 vues · il y a 3 jours", "is what a messenger writes"),
    ("Le 9 nov. 2026 à 18:22, Karim Idrissi a écrit :", "comes from a mail"),
    ("`Les travaux commencent lundi.", "nothing closes the `"),
    ("*Les travaux commencent lundi.", "nothing closes the *"),
    ("Lestravauxcommencentlundimatinsurlaplacecentrale.", "seems to be several words"),
]
TOLD += [
    ("Le festival accueille [X] troupes cette année.", "seems to be a note"),
    ("Mardi 31 novembre, le conseil se réunit.", "there is no such day"),
    ("Il salue la place .Rouvrir est une joie.", "no blank stands behind the end"),
    ("Il salue la place,rouvrir est une joie.", "no blank stands behind the comma"),
    ("[10/11 09:12] Karim: ok je corrige", "comes from a chat"),
    ("Radio Vallée\n@radiovallee\n·\n2h", "is what a messenger writes"),
    ("Karim a partagé un document avec vous", "is what a messenger writes"),
]
QUIET = [
    "Il fait 31 degrés le 31 mars et 39 à midi.",
    "Le taux passe de 3,5 à 4,2.",
    "Le 9 novembre 1914, Jaurès a écrit :",
    "Samedi 12 · 18 h · Théâtre de la gare",
    "Il a rejoint le groupe Renault.",
    "« Le pont ... est à nous », dit-il.",
    "Il hésite, le… le pont, dit-il.",
    "La revue du port, n° 47 mars 2020, vaut dix dirhams.",
    "Le groupe A compte 4 points. Le groupe B compte 6 points.",
    "Pour vos dons : IBAN GB82 WEST 1234 5698 7654 32.",
    "L’accueil répond au 06 61 23 45 67 tous les jours.",
    "Gims, de son vrai nom Gandhi Djuna, chante samedi.",
    "Un H<sub>2</sub>O <b>pur</b>, et le fichier mon_fichier ou _brouillon.",
    "« Nous partons demain », dit-il. « Et vous ? »",
    "« Nous partons demain.\n\n« Nous reviendrons lundi », dit-il.",
    "“We leave tomorrow.\n\n“We will be back on Monday,” he said.",
    "(Ce texte a deux paragraphes.\n\nVoici le second.)",
    "Trois étapes : a) lire, b) écrire, c) relire.",
    "Dommage :( dit-elle, sans s’expliquer.",
    "Le souvenir de De Gaulle, et Les Les du Faubourg.",
    "Nous nous lavons, vous vous levez.",
    "Le quartier est est fermé, très très calme.",
    "Ce qu’il a a été vendu, et la une une fois imprimée est partie.",
    "He said that that was the work he had had.",
    "لا لا، من من الحاضرين يقبل بذلك؟ بين بين.",
    "Le vote a eu lieu jeudi 12 novembre 2026, du lundi 9 au vendredi 13 novembre 2026.",
    "Le 30 juin 2026, mardi prochain, et mardi soir, le 12 novembre.",
    "On Thursday, November 12, 2026 the fair opens; Friday 13 will be free.",
    "ينعقد اللقاء يوم الخميس 12 نونبر 2026.",
    "Louis XX décide, au XXe siècle, en l’an XX.",
    "Karim : « Tu confirmes ? »",
    "Karim : tu peux venir ?\n\nNadia : oui, demain.",
    "Nadia, can you hear us? is the name of the play.",
    "Nadia, elle, peut vérifier le chiffre.",
    "Rabat, capitale du livre : la fête commence.",
    "Le lien (social) se défait, et la relation (le lien avec la terre) aussi.",
    "Le compte 4970 1012 3456 7890 n’est pas une carte.",
    "L’avion A320 et le vol AT1234567 passent.",
    "Le numéro de série AB1234567 est gravé.",
    "| de | de |\n|---|---|\n| la | la |",
    "```\nfor for in in (\n```",
    'Un écran de 24" suffit, et le film aussi : "Le Pont".',
    "M.Alaoui et Node.js, www.Exemple.com et J.-C.Martin : des noms.",
    "الخطة أ و ب، والقسم ا في الطابق 3.",
    "Trois mots suffisent au maire, et ce sont les\n\n> travaux, travaux, travaux",
    "Il vend des bijoux, de l’argent et surtout de l’or",
    "Le peut-\nêtre du matin n’est pas celui du vice-\nprésident.",
    "« Pas de justice, pas de paix pour nous ici. Pas de justice, pas de paix pour nous ici. »",
    "L’appel au 0522 22 33 44 est gratuit (de 9 h à 18 h).",
]


@pytest.mark.parametrize(("slip", "said"), TOLD)
def test_a_slip_is_told_with_its_line(slip: str, said: str) -> None:
    ((line, message, _),) = desk_notes(f"{TEXT}\n\n{slip}\n\nLa suite se lit demain dans nos pages.\n")
    assert line == 2
    assert said in message


def test_the_last_paragraph_has_its_full_stop() -> None:
    ((line, message, _),) = desk_notes(f"{TEXT}\n\nThe council also decided to\n")
    assert (line, message) == (2, "`…also decided to` ends as no sentence does: something is missing")
    assert not list(desk_notes(f"{TEXT}\n\nThe room they all came from\n\n{TEXT} Fin.\n"))


def test_what_looks_like_a_slip_and_is_none_annoys_nobody() -> None:
    for text in QUIET:
        assert list(desk_notes(f"{TEXT}\n\n{text}\n\nLa suite se lit demain dans nos pages.\n")) == [], text
