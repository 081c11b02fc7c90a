from __future__ import annotations

import pytest

from nashra.versions.evidence.fact import number
from nashra.versions.evidence.facts import facts
from nashra.versions.evidence.reading import read
from nashra.versions.guards import Doubt, check, numbers, weight

# (source, target, source language, target language): translations that a person would accept
RIGHT = [
    ("وصل الوفد إلى باريس يوم 26 يوليوز 2024.", "The delegation arrived in Paris on 26 July 2024.", "ar", "en"),
    ("بلغت النسبة ٣٫٥ في المائة.", "The rate reached 3.5 per cent.", "ar", "en"),
    ("بلغت النسبة ٣٫٥ في المائة.", "Le taux a atteint 3,5 %.", "ar", "fr"),
    ("قتل 2,900 شخص.", "2 900 personnes ont été tuées.", "ar", "fr"),
    ("سجل 3 أهداف في 5 مباريات.", "He scored three goals in five matches.", "ar", "en"),
    ("فاز بنتيجة 6-0.", "He won 6-0.", "ar", "en"),
    ("زوروا https://example.org/a اليوم.", "Visit https://example.org/a today.", "ar", "en"),
    ("وسم #المغرب", "The tag #المغرب", "ar", "en"),
    ("Paris Saint-Germain", "Paris Saint-Germain", "fr", "en"),
    ("نعم", "Yes, it is", "ar", "en"),
    ("L’accord a été signé à Rabat.", "وقع الاتفاق بالرباط.", "fr", "ar"),
    ("شركة Apple Inc. أعلنت", "أعلنت شركة Apple Inc.", "fr", "ar"),
    (
        "Very, very, very good news for the whole country.",
        "Une très, très, très bonne nouvelle pour tout le pays.",
        "en",
        "fr",
    ),
    ("وصل في الساعة 10:30 صباحا", "Il est arrivé à 10 h 30 du matin", "ar", "fr"),
    ("عاد بعد غياب دام نصف قرن.", "He returned after a fifty-year absence.", "ar", "en"),
    ("أمهلت السفارة 48 ساعة لإجلاء موظفيها.", "The embassy was given two days to evacuate its staff.", "ar", "en"),
    ("لا تبعد عن البحر سوى كيلومترين ونصف.", "It is only two and a half kilometres from the sea.", "ar", "en"),
    ("العمال محرومون من التغطية الصحية.", "Les ouvriers n’ont pas de couverture maladie.", "ar", "fr"),
    ("The United Nations General Assembly met.", "اجتمعت الجمعية العامة للأمم المتحدة.", "en", "ar"),
]


@pytest.mark.parametrize(("source", "target", "source_lang", "target_lang"), RIGHT)
def test_nothing_is_said_about_a_good_translation(source: str, target: str, source_lang: str, target_lang: str) -> None:
    assert check(source, target, source_lang, target_lang) == ()


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang", "reason"),
    [
        ("وصل الوفد سنة 2024.", "The delegation arrived in 2042.", "ar", "en", "numbers missing: 2024"),
        ("قتل 2,900 شخص.", "290 personnes ont été tuées.", "ar", "fr", "numbers missing: 2900"),
        ("وصل الوفد أمس.", "The delegation arrived in 2019.", "ar", "en", "not in the source: 2019"),
        ("بلغت النسبة 45 في المائة.", "The rate reached 45.", "ar", "en", "a percentage"),
        ("زوروا https://example.org/a اليوم.", "Visit https://example.org/b today.", "ar", "en", "https://example.org/a"),
        ("راسلوا info@example.org", "Write to us", "ar", "en", "info@example.org"),
        ("وصل الوفد إلى الرباط.", "", "ar", "en", "empty"),
        ("وصل الوفد المغربي إلى العاصمة الفرنسية باريس صباح اليوم.", "Yes.", "ar", "en", "shorter"),
        ("وصل الوفد المغربي إلى باريس.", "The delegation arrived. " * 1 + "And it spoke of many other things that nobody had "
         "asked about, in a long and winding sentence.", "ar", "en", "longer"),
        ("وصل الوفد المغربي إلى باريس.", "The the the the the delegation", "ar", "en", "“the” is repeated"),
        ("وصل الوفد المغربي إلى باريس صباح اليوم.", "of the city of the city of the city", "ar", "en", "repeated"),
        ("The delegation arrived in Paris.", "The delegation arrived in Paris.", "en", "fr", "copied"),
        ("The delegation arrived in Paris today.", "وصل the delegation in Paris today arrived", "en", "ar", "another script"),
        ("وصل الوفد إلى باريس.", "وصل الوفد إلى باريس.", "ar", "en", "another script"),
    ],
)  # fmt: skip
def test_a_bad_translation_gets_its_reason(
    source: str, target: str, source_lang: str, target_lang: str, reason: str
) -> None:
    assert reason in "; ".join(doubt.text for doubt in check(source, target, source_lang, target_lang))


def test_names_of_the_source_must_stand_in_the_target() -> None:
    def names(text: str, lang: str, other: str) -> list[str]:
        known = {"ar": {"باريس": "paris", "الرباط": "rabat"}, "en": {"Paris": "paris", "Rabat": "rabat"}}[lang]
        return [id_ for name, id_ in known.items() if name in text]

    assert check("من باريس إلى الرباط", "From Paris to Rabat", "ar", "en", names) == ()
    assert check("من باريس إلى الرباط", "From Pairs to Rabat", "ar", "en", names) == (
        Doubt("names", "names or terms not found: paris"),
    )


def test_numbers_are_compared_as_values_with_the_separators_of_their_language() -> None:
    assert numbers("١٢٫٥ و3.000 و 1 234 567", "ar") == numbers("12.5, 3000, 1,234,567", "en")
    assert numbers("12,5 et 3.000", "fr") == numbers("12.5 and three thousand", "en")
    assert numbers("12,5", "fr").isdisjoint(numbers("125 and 1.25", "en"))


@pytest.mark.parametrize(
    ("target", "is_doubted"),
    [
        ("The twelve ministers came to Rabat.", False),
        ("The 12 ministers came to Rabat.", False),
        ("The ministers came to Rabat.", True),
        ("The two ministers came to Rabat.", True),
    ],
)
def test_a_number_may_be_spelled_out_and_not_be_lost(target: str, is_doubted: bool) -> None:
    doubts = check("حضر 12 وزيرا إلى الرباط.", target, "ar", "en")
    assert [doubt.kind for doubt in doubts] == (["numbers"] if is_doubted else [])


@pytest.mark.parametrize(
    ("number", "target", "is_doubted"),
    [
        (12, "Zwölf Minister kamen nach Rabat.", False),
        (13, "Die Minister kamen nach Rabat.", True),
        (13, "13 Minister kamen nach Rabat.", False),
        (40, "Die Minister kamen nach Rabat.", True),
    ],
)
def test_in_a_language_whose_words_are_unknown_numbers_up_to_twelve_may_be_spelled_out(
    number: int, target: str, is_doubted: bool
) -> None:
    doubts = check(f"حضر {number} وزيرا إلى الرباط.", target, "ar", "de")
    assert ("numbers" in [doubt.kind for doubt in doubts]) is is_doubted


@pytest.mark.parametrize(
    ("source", "target", "is_doubted"),
    [
        ("وصل الوفد الألباني أمس.", "The Angolan delegation arrived yesterday.", True),
        ("وصل الوفد الألباني أمس.", "The Albanian delegation arrived yesterday.", False),
        ("استقبل الوزير سفيرة أرمينية.", "Le ministre a reçu une ambassadrice géorgienne.", True),
        ("استقبل الوزير سفيرة أرمينية.", "Le ministre a reçu une ambassadrice arménienne.", False),
        ("ناقش المجلس وضعا ماليا صعبا.", "The council discussed a difficult financial situation.", False),
    ],
)
def test_every_nationality_that_the_registry_knows_is_watched(source: str, target: str, is_doubted: bool) -> None:
    lang = "fr" if target.startswith("Le ") else "en"
    assert ("names" in [doubt.kind for doubt in check(source, target, "ar", lang)]) is is_doubted


def test_reasons_weigh_more_together_than_alone_and_debris_weighs_most() -> None:
    debris = check("وصل الوفد إلى باريس.", "The <unk> arrived in Paris.", "ar", "en")
    quotation = check("قال: «وصل الوفد إلى باريس».", "He said the delegation had arrived in Paris.", "ar", "en")
    assert weight(debris) > weight(quotation) > weight(())
    assert weight(debris + quotation) > weight(quotation)


def test_a_nationality_stands_for_its_country() -> None:
    def names(text: str, lang: str, other: str) -> list[str]:
        return ["france"] if "فرنسا" in text or "France" in text else []

    assert check("وزير خارجية فرنسا", "The French foreign minister", "ar", "en", names) == ()
    assert check("وزير خارجية فرنسا", "The Spanish foreign minister", "ar", "en", names) != ()


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang", "kinds"),
    [
        ("Three ministers arrived at 8 p.m. on 5 May.", "Drei Minister kamen am 5. Mai um 20 Uhr an.", "en", "de", []),
        ("وصل خمسة وعشرون وزيرا", "Llegaron veinticinco ministros", "ar", "es", []),
        ("بلغت النسبة 3,5 في المئة.", "La tasa alcanzó el 3,5 por ciento.", "ar", "es", []),
        ("Some 2.5 million people left.", "Rund 2,5 Millionen Menschen gingen.", "en", "de", []),
        ("The law of 1987 was not changed.", "Das Gesetz von 1978 wurde nicht geändert.", "en", "de", ["numbers"]),
        ("Those who want to go may go.", "Die, die gehen wollen, dürfen gehen.", "en", "de", []),
        # nobody knows that millones are millions; the digits before them are the same
        ("Un prêt de 350 millions de dollars.", "Un préstamo de 350 millones de dólares.", "fr", "es", []),
        ("Un préstamo de 350 millones de dólares.", "A loan of 350 million dollars.", "es", "en", []),
        ("Le déficit est de 285,5 milliards.", "El déficit es de 285,5 millardos.", "fr", "es", []),
        ("A $350 million loan was approved.", "Se aprobó un préstamo de 530 millones.", "en", "es", ["numbers"]),
        ("بلغ القرض 350 مليون دولار.", "El préstamo ascendió a 350 millones de dólares.", "ar", "es", []),
        # words that two languages share are not left over from the other one
        ("Il est dans la ville depuis la nuit.", "Está en la ciudad desde la noche.", "fr", "es", []),
        (
            "Il dit que la loi est bonne et que le vote suit.",
            "Dice que la ley es buena y que sigue el voto.",
            "fr",
            "es",
            [],
        ),
        ("On parle de la loi et de la paix.", "Fala-se da lei e da paz de la.", "fr", "pt", []),
    ],
)
def test_of_a_language_without_a_file_only_large_numbers_in_digits_are_compared(
    source: str, target: str, source_lang: str, target_lang: str, kinds: list[str]
) -> None:
    assert [doubt.kind for doubt in check(source, target, source_lang, target_lang)] == kinds


WORDS = {
    "ar": "صفر|واحد|اثنان|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|أحد عشر|اثنا عشر|ثلاثة عشر|أربعة عشر|خمسة عشر|"
    "ستة عشر|سبعة عشر|ثمانية عشر|تسعة عشر|عشرون",
    "fr": "zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|"
    "dix-huit|dix-neuf|vingt",
    "en": "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty",
}


@pytest.mark.parametrize("lang", sorted(WORDS))
def test_no_number_up_to_twenty_is_unknown(lang: str) -> None:
    said = [facts(read(word, lang)) for word in WORDS[lang].split("|")]
    assert [number(value) in found[0].keys for value, found in enumerate(said) if value > 2] == [True] * 18


@pytest.mark.parametrize(
    ("source", "target", "pair", "doubted"),
    [
        (
            "It will pass 6.1 million kilometres from the Sun on 24 December, at 690,000 kilometres an hour.",
            "Elle passera le 24 décembre à 6,1 millions de kilomètres du Soleil, à 690 000 kilomètres par heure.",
            "en fr",
            False,
        ),
        ("من 24 إلى 26 دجنبر.", "From 26 to 24 December.", "ar en", True),
        ("Between 5 and 9 December.", "بين 9 و5 دجنبر.", "en ar", True),
        ("De 10 à 20 dirhams.", "From 20 to 10 dirhams.", "fr en", True),
    ],
)
def test_a_day_changes_its_place_with_another_day_alone(source: str, target: str, pair: str, doubted: bool) -> None:
    source_lang, target_lang = pair.split()
    found = [doubt.text for doubt in check(source, target, source_lang, target_lang)]
    assert any("exchanged" in reason for reason in found) == doubted, found


def test_numbers_on_both_sides_of_to_are_no_hour_unless_a_word_says_so() -> None:
    for source, target in [
        ("انتهت المباراة 20 مقابل 10.", "The match ended 20 to 10."),
        ("انخفض السعر من 20 إلى 10 دراهم.", "The price fell from 20 to 10 dirhams."),
        ("اختتم الاجتماع في الساعة 7:50.", "The meeting closed at ten to eight."),
    ]:
        assert check(source, target, "ar", "en") == (), target


@pytest.mark.parametrize(
    ("source", "target", "langs", "is_doubted"),
    [
        (
            "Le déficit sera ramené de 6,1 % à 4,2 %.",
            "The deficit will narrow to 4.2%, down from 6.1%.",
            "fr en",
            False,
        ),
        ("Le déficit sera ramené de 6,1 % à 4,2 %.", "The deficit will narrow to 6.1%, down from 4.2%.", "fr en", True),
        ("He arrived on Saturday with 320 books.", "وصل ومعه 320 كتابا يوم السبت.", "en ar", False),
        ("Talks must resume without delay.", "يجب استئناف المفاوضات فورا.", "en ar", False),
        ("None of the 176 passengers survived.", "لقي جميع الركاب مصرعهم وعددهم 176.", "en ar", False),
        ("None of the 176 passengers survived.", "نجا جميع الركاب وعددهم 176.", "en ar", True),
        ("Putin met the envoy.", "التقى ماكرون المبعوث.", "en ar", True),
    ],
)
def test_what_is_said_in_other_words_is_no_doubt_and_its_contrary_is_one(
    source: str, target: str, langs: str, is_doubted: bool
) -> None:
    one, two = langs.split()
    assert bool(check(source, target, one, two)) is is_doubted


@pytest.mark.parametrize(
    ("source", "target", "langs", "is_doubted"),
    [
        # one sentence of a quotation that begins or ends elsewhere
        ("« Nous avons tout perdu.", "We have lost everything.", "fr en", False),
        ("They took everything,\" she said.", "Ils ont tout pris, dit-elle.", "en fr", False),
        ('"We are tired," he said, "but proud."', "« Nous sommes fatigués mais fiers », a-t-il dit.", "en fr", False),
        ("She said they were 'ready to strike'.", "وقالت إنهم \"مستعدون للإضراب\".", "en ar", False),
        ('"We are tired but proud," he said.', "Il s'est dit fatigué mais fier.", "en fr", True),
        # the same in another unit, and another number
        ("Up to 10 inches of rain fell on Monday.", "Il est tombé jusqu'à 25 cm de pluie lundi.", "en fr", False),
        ("بلغت سرعة الرياح 100 كيلومتر في الساعة.", "Winds reached 62 mph.", "ar en", False),
        ("Up to 10 inches of rain fell on Monday.", "Il est tombé jusqu'à 50 cm de pluie lundi.", "en fr", True),
        ("بلغت سرعة الرياح 100 كيلومتر في الساعة.", "Winds reached 92 mph.", "ar en", True),
        # decades, and a century
        ("ولد الفنان في خمسينيات القرن العشرين.", "The artist was born in the 1950s.", "ar en", False),
        ("ولد الفنان في خمسينيات القرن العشرين.", "The artist was born in the 1930s.", "ar en", True),
        # what a word denies by its beginning
        ("وصفت المنافسة بأنها غير عادلة.", "She called the competition unfair.", "ar en", False),
        ("وصفت المنافسة بأنها غير عادلة.", "She called the competition fair.", "ar en", True),
        # words of every day of another language
        ("The storm cut off drinking water.", "La tempête a coupé le drinking water.", "en fr", True),
        ("قطعت العاصفة المياه عن السكان.", "The storm cut off water to the habitants.", "ar en", True),
        ("The leader held a meeting.", "Le leader a tenu un meeting.", "en fr", False),
        # numbers in another order, however far they stand
        (
            "Eleven miners died in the collapse at the pit; 23 others were rescued.",
            "Vingt-trois mineurs sont morts dans l'effondrement de la mine ; onze autres ont été secourus.",
            "en fr",
            True,
        ),
        (
            "The firm sold 18 trains for 1.2 billion euros.",
            "Pour 1,2 milliard d'euros, l'entreprise a vendu 18 trains.",
            "en fr",
            False,
        ),
        # who receives somebody meets him
        ("Giorgia Meloni met Abdelmadjid Tebboune.", "استقبل عبد المجيد تبون جورجيا ميلوني.", "en ar", False),
    ],
)  # fmt: skip
def test_what_human_translators_do_is_no_doubt_and_what_machines_do_instead_is_one(
    source: str, target: str, langs: str, is_doubted: bool
) -> None:
    one, two = langs.split()
    assert bool(check(source, target, one, two)) is is_doubted


# Two texts that say the same, and what a machine makes of the second one.
SAME = [
    # hours as agencies write them, with a blank that does not break, and with a comma
    ("The pub opens at 5.30pm.", "Le pub ouvre à 17\u00a0h\u00a030.", "Le pub ouvre à 18\u00a0h\u00a030.", "en fr"),
    ("It landed at 3:42 p.m.", "هبطت عند الساعة 15,42.", "هبطت عند الساعة 14,42.", "en ar"),
    ("The shop shuts at 12:30 p.m.", "La boutique ferme à midi et demi.", "La boutique ferme à midi et quart.", "en fr"),
    ("Le dernier tramway part à 23 h 45.", "ينطلق آخر ترام عند منتصف الليل إلا ربعا.", "ينطلق آخر ترام عند منتصف الليل وربع.", "fr ar"),
    # how long things last, and what they cost
    ("He swam it in 3 hours 12 minutes.", "Il l'a nagé en 3 h 12.", "Il l'a nagé en 3 h 42.", "en fr"),
    ("حكم عليه بالسجن سنة ونصف سنة.", "Il a été condamné à dix-huit mois de prison.", "Il a été condamné à seize mois de prison.", "ar fr"),
    ("A baguette costs 1.20 euros.", "La baguette coûte un euro vingt.", "La baguette coûte un euro quarante.", "en fr"),
    ("Another six million people need help.", "Six autres millions de personnes ont besoin d'aide.", "Six autres milliers de personnes ont besoin d'aide.", "en fr"),
    # year on year
    ("Prices rose 3% in May, against 2% the month before.", "Les prix ont augmenté de 3 % sur un an en mai, après 2 % en avril.", "Les prix ont augmenté de 3 % sur un an en mai, après 4 % en avril.", "en fr"),
    # whoever is the third of his name
    ("King Charles, who is 76, is back at work.", "عاد الملك تشارلز الثالث البالغ 76 عاما إلى العمل.", "عاد الملك تشارلز الثالث البالغ 67 عاما إلى العمل.", "en ar"),
    # none of them, all of them; not seven minutes, under seven
    ("All 76 passengers were killed.", "Aucun des 76 passagers n'a survécu.", "Les 76 passagers ont survécu.", "en fr"),
    ("The theft took under seven minutes.", "لم تستغرق السرقة سبع دقائق.", "استغرقت السرقة أكثر من سبع دقائق.", "en ar"),
    # not but, barred unless
    ("Phones will be barred except on medical grounds.", "لن يُسمح بالهواتف إلا لأسباب صحية.", "سيُسمح بالهواتف لأسباب صحية وغيرها.", "en ar"),
    # the negation of a comparison
    ("I am more at ease in this team than I have been in my life.", "Je suis plus à l'aise dans cette équipe que je ne l'ai été de ma vie.", "Je ne suis pas à l'aise dans cette équipe comme je l'ai été dans ma vie.", "en fr"),
    # what two numbers count, wherever they stand
    ("Use 250 g of cheese for four people.", "المقادير لأربعة أشخاص: 250 غراما من الجبن.", "المقادير لأربعة غرامات: 250 شخصا من الجبن.", "en ar"),
    # under the law counts nothing
    ("Under the law, towns with more than 3,500 residents must build.", "La loi impose aux communes de plus de 3 500 habitants de construire.", "La loi impose aux communes de moins de 3 500 habitants de construire.", "en fr"),
    # the name of a film between marks
    ("He sang the theme of Chariots of Fire.", 'غنى لحن فيلم "Chariots of Fire".', "غنى لحن فيلم chariots of fire.", "en ar"),
]  # fmt: skip


def test_what_is_said_otherwise_is_no_doubt_and_what_is_another_thing_is_one() -> None:
    for one, other, wrong, langs in SAME:
        for source, target, pair in ((one, other, langs.split()), (other, one, langs.split()[::-1])):
            assert (source, check(source, target, pair[0], pair[1])) == (source, ())
        first, second = langs.split()
        assert check(one, wrong, first, second), wrong
