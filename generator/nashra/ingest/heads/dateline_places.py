"""Places that datelines name: countries and cities, in Arabic, French and English, from CLDR and this list."""

from __future__ import annotations

from functools import lru_cache

from nashra.ingest.words.fold import key

# Cities of news that CLDR, which names one or a few a time zone, lacks.
_CITIES: dict[str, str] = {
    "ar": "الرباط|فاس|مراكش|طنجة|أكادير|وجدة|مكناس|تطوان|سلا|القنيطرة|العيون|الداخلة|الناظور|الحسيمة|بني ملال|آسفي|"
    "الجديدة|خريبكة|سطات|ورزازات|الصويرة|تازة|إفران|المحمدية|الدار البيضاء|الجزائر|الجزائر العاصمة|وهران|قسنطينة|"
    "عنابة|سطيف|تلمسان|بجاية|تيزي وزو|غرداية|ورقلة|صفاقس|سوسة|قابس|بنزرت|القيروان|قفصة|المنستير|بنغازي|مصراتة|"
    "طرابلس|الإسكندرية|الجيزة|أسوان|الأقصر|السويس|بورسعيد|الرياض|جدة|مكة|مكة المكرمة|المدينة المنورة|الدمام|أبها|"
    "تبوك|الطائف|الظهران|العلا|أبوظبي|أبو ظبي|دبي|الشارقة|عجمان|رأس الخيمة|الفجيرة|العين|الدوحة|الكويت|المنامة|"
    "مسقط|صلالة|صنعاء|عدن|تعز|بغداد|البصرة|أربيل|الموصل|كركوك|دمشق|حلب|حمص|حماة|اللاذقية|بيروت|صيدا|صور|عمان|عمّان|"
    "إربد|العقبة|القدس|القدس المحتلة|غزة|رام الله|نابلس|الخليل|بيت لحم|جنين|خان يونس|رفح|الخرطوم|أم درمان|بورتسودان|"
    "نواكشوط|نواديبو|مقديشو|جيبوتي|موروني|أنقرة|إسطنبول|اسطنبول|طهران|واشنطن|نيويورك|لندن|باريس|بروكسل|جنيف|برلين|"
    "روما|مدريد|موسكو|بكين|طوكيو|نيودلهي|إسلام آباد|كابول|تل أبيب|لاهاي|فيينا|أثينا|داكار|باماكو|نيامي|أبيدجان|"
    "أديس أبابا|نيروبي|أبوجا|لاغوس|بريتوريا|جوهانسبرغ|كييف|برشلونة|مرسيليا|ليون|ستراسبورغ|أوتاوا|مونتريال|"
    "الأمم المتحدة|الفاتيكان|بورصة|ديار بكر|غازي عنتاب",
    "fr": "Rabat|Fès|Marrakech|Tanger|Agadir|Oujda|Meknès|Tétouan|Salé|Kénitra|Laâyoune|Dakhla|Nador|Al Hoceima|"
    "Béni Mellal|"
    "Safi|El Jadida|Khouribga|Settat|Ouarzazate|Essaouira|Taza|Ifrane|Mohammedia|Casablanca|Alger|Oran|Constantine|"
    "Annaba|Sétif|Tlemcen|Béjaïa|Tizi Ouzou|Ghardaïa|Ouargla|Tunis|Sfax|Sousse|Gabès|Bizerte|Kairouan|Gafsa|Monastir|"
    "Benghazi|Misrata|Tripoli|Le Caire|Alexandrie|Riyad|Djeddah|La Mecque|Médine|Dammam|Abou Dhabi|Abu Dhabi|Dubaï|"
    "Charjah|Doha|Koweït|Manama|Mascate|Sanaa|Aden|Bagdad|Bassora|Erbil|Mossoul|Damas|Alep|Homs|Beyrouth|Amman|"
    "Jérusalem|Gaza|Ramallah|Naplouse|Hébron|Bethléem|Khartoum|Nouakchott|Nouadhibou|Mogadiscio|Ankara|Istanbul|Téhéran|"
    "Washington|New York|Londres|Paris|Bruxelles|Genève|Berlin|Rome|Madrid|Moscou|Pékin|Tokyo|New Delhi|Islamabad|"
    "Kaboul|Tel-Aviv|La Haye|Vienne|Athènes|Dakar|Bamako|Niamey|Abidjan|Addis-Abeba|Nairobi|Abuja|Pretoria|Kiev|"
    "Barcelone|Marseille|Lyon|Strasbourg|Ottawa|Montréal|Nations unies|Vatican|Toulouse|Nice|Bordeaux|Lille|Nantes|"
    "Ouagadougou|Cotonou|Lomé|Conakry|Libreville|Yaoundé|Kinshasa|N'Djamena|Antananarivo",
    "en": "Fez|Marrakesh|Tangier|Algiers|Cairo|Alexandria|Riyadh|Jeddah|Mecca|Makkah|Medina|Madinah|Dubai|Sharjah|"
    "Kuwait City|Muscat|Sana'a|Baghdad|Basra|Mosul|Damascus|Aleppo|Beirut|Jerusalem|Gaza City|Gaza Strip|Nablus|"
    "Hebron|Bethlehem|Tehran|London|Brussels|Geneva|Moscow|Beijing|Kabul|Tel Aviv|The Hague|Vienna|Athens|"
    "Addis Ababa|Kyiv|Barcelona|Marseille|Montreal|United Nations|Vatican City|Luxor|Aswan|Irbil|Sanaa|Los Angeles|"
    "Chicago|Boston|San Francisco|Houston|Atlanta|Seattle|Mumbai|Hong Kong|Sydney|Toronto|Ottawa|Johannesburg|"
    "Pretoria|Lagos|Abuja|Nairobi|Al Ain|Ras Al Khaimah|Fujairah|Frankfurt|Munich|Milan|Geneva|Zurich|Davos|Tripoli",
}


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    from babel import Locale

    names = {name for group in _CITIES.values() for name in group.split("|")}
    for code in _CITIES:
        locale = Locale.parse(code)
        names |= set(locale.territories.values())
        names |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    return frozenset(map(key, names))


def is_place(text: str) -> bool:
    """Whether `text` is the name of a country, or of a city that news comes from."""
    return len(text) <= 40 and key(text) in _places()
