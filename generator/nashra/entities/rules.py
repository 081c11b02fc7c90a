"""What the matcher knows of single languages, as data. A language that is not here gets `GENERIC`.

The word lists are ours: short, of words that news texts are full of and that are also, or end in, the name of
something. They need not be complete, since a registry can always name the longer thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

from nashra.entities.normalize import folder


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Rules of one language. Words are in lower case; `rules_of` folds them (see `normalize`).

    conjunctions, prepositions: letters written together with the next word, in this order.
    contractions: (how it is written, what is left without the particle), tried at the place of a preposition; the
                  particle is the first letter.
    joined:       words written together with the following one or apart from it: عبد الله, عبدالله.
    whole:        words that begin like particle + name and are neither.
    local:        those of the prepositions after which a common word is a place.
    common:       words that are also names; as a name of one word they count only with a sign (see `guards`).
    never:        words that are no name when they stand alone, whatever the case: months.
    barred:       name -> words after which it is something else: صلاة المغرب is a prayer; "" for every place, as in lac
                  Tchad. In scripts with capitals `links` may stand between: Banque de France.
    followed:     the same for words that follow: المغرب العربي is no country, the Niger River neither.
    links:        see `barred`.
    adjectives:   names of places that are also adjectives: القوات السعودية.
    cues:         entity type -> words after which a common word is a name; "" for every type.
    elisions:     what may stand before an apostrophe and a name, also with a capital.
    endings:      what may follow a name and an apostrophe; None for anything.
    prefixes:     what may precede a name and a hyphen, also with a capital.
    titles:       capitalised words before a surname that are not its first name.
    honorifics:   those of them that no place follows, so that Mr Jordan is a person; for French also small ones.
    openers:      words that open sentences, so that their capital says nothing.
    extenders:    capitalised words that make another name of the place name they precede: South Sudan.
    followers:    capitalised words that may follow a place all the same: Paris Agreement.
    compounds:    whether a capitalised word after a place makes another name of it: Maroc Telecom. So where adjectives
                  and common nouns are written small; elsewhere it holds only after GIVEN_NAMES.
    """

    conjunctions: str = ""
    prepositions: str = ""
    local: str = ""
    contractions: tuple[tuple[str, str], ...] = ()
    joined: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    barred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    followed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    cues: Mapping[str, frozenset[str]] = field(default_factory=dict)
    elisions: frozenset[str] = frozenset()
    endings: frozenset[str] | None = None
    prefixes: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    extenders: frozenset[str] = frozenset()
    followers: frozenset[str] = frozenset()
    compounds: bool = False


_PREFIXES = _words("al el ex pro anti non vice post pre inter trans mid sub neo")

GENERIC = Rules(prefixes=_PREFIXES)

_ARABIC = Rules(
    conjunctions="وف",
    prepositions="بكل",
    local="بل",
    # ل + المغرب is written للمغرب, and ل + الليكود is written لليكود.
    contractions=(("لل", "ال"), ("لل", "الل")),
    joined=_words("عبد ابو ابي ابا ابن بن ام"),
    whole=_words(
        """
        والي ولي ولد وليد وسيم وجدة وهران وزان وسام وفاء ولاء وداد وائل وعد وزير وزن ورد وصل وفد وفق وقف وجه
        فعلي فهد فادي فريد فارس فرق فجر فاس فصل فكر فقد فرد فيصل فاتن فدوي فاضل فؤاد فواد بعلي بعمر بدر بسمة
        بلال بكر بشار بسام برلين بكين بنما بنان باسم بركان بيرو بون بلد بحث بدء بعد بصر بصري بعض كريم كمال
        كسلا كوبا كندا كينيا كفر كامل كان كانت كرم كاظم كمين كبير كلم كلمة كحل لبنان لبني ليون لوزان لندن
        ليبيا لحسن لحم لينا ليلي لقاء لعب لجنة لمدة لكان لكن لعل لعلي ليما لطفي لؤي فكان وكان فكانت وكانت
        ولكن فلسطين فلكي بمال ومال بصور بحسن بجد بنور وبعد ولم
        """
    ),
    common=_words(
        """
        كان كانت كل كما لكن مالي مال صور عمر نور امل عدل سلام شمس قمر حق فجر نصر فتح عهد وعد نهضة حزم عزم
        صباح مساء اليوم الغد امس شباب اتحاد وداد رجاء سعيد جديد كبير حر حرية تقدم وفاق تحالف شروق بلد وطن
        راي بركان جنة هند عين نمر فهد اسد صقر صالح جميل كريم امين منصور سعد فرح ورد زهرة بسمة امة دولة لان
        """
    ),
    barred={
        "": _words("نهر بحيرة شارع"),
        # a short word keeps its ة when folded, the same word behind a particle may not
        "المغرب": _words("صلاة صلاه صلاتي اذان وقت ساعة ساعه عند قبيل"),
        "قطر": _words("نصف"),
        "عدن": _words("جنة جنه جنات"),
        "سيول": _words("جرفت بسبب جراء"),
    },
    followed={
        "المغرب": _words("العربي الكبير"),
        "القدس": _words("العربي"),
        "الرباط": _words("الصليبي الجانبي"),
        "قطر": _words("الدائرة دائرة دائرته دائرتها للطاقة للبترول الخيرية"),
        "مصر": _words("للطيران"),
        "سيول": _words("جارفة عارمة قوية غزيرة مدمرة"),
    },
    adjectives=_words("السعودية"),
    cues={
        "": _words("المسمي المسماة يدعي تدعي اسمه اسمها"),
        "place": _words(
            """
            في وفي إلى وإلى مدينة بمدينة ومدينة بلدة ببلدة قرية دولة بدولة جمهورية اقليم باقليم ولاية بولاية
            جهة بجهة محافظة بمحافظة منطقة بمنطقة شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي حكومة مطار
            ميناء مخيم بمخيم بلدية سواحل بين عمالة جزيرة رئيس عاصمة سكان بلاد داخل خارج صوب نحو باتجاه
            """
        ),
        "organization": _words(
            """
            حزب وحزب بحزب حركة وحركة جماعة منظمة وكالة صحيفة جريدة مجلة قناة اذاعة موقع شركة نادي فريق جمعية
            مؤسسة موسسة بنك تحالف ائتلاف جبهة تيار نقابة هيئة هييه هييية لحركة لحزب لقناة لصحيفة بحركة بقناة
            """
        ),
        "person": _words(
            """
            الرئيس الرييس الوزير السيد السيدة الملك الامير الاميرة الشيخ الدكتور الاستاذ النائب النايب
            الجنرال اللواء العقيد الفنان الفنانة اللاعب المدرب الكاتب الشاعر السفير المحامي الصحفي القاضي
            الحاج الامام
            """
        ),
        "event": _words("مهرجان بمهرجان معرض بمعرض كأس كاس بطولة دوري قمة مؤتمر موتمر معركة حرب عملية"),
        "work": _words("فيلم رواية كتاب مسلسل اغنية البوم قصيدة مسرحية ديوان برنامج"),
    },
)

_FRENCH = Rules(
    elisions=_words("l d qu j m t s n c jusqu lorsqu puisqu quoiqu presqu"),
    endings=_words("s"),
    prefixes=_PREFIXES | _words("pre anti auto co demi ultra"),
    common=_words(
        """
        sale vienne tours total elle sens marche monde croix liberation espoir avenir nation matin soir opinion
        point express vie paix progres valence on un or os an etat sud nord est ouest bulle
        """
    ),
    never=_words("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
    titles=_words(
        """
        m mm mme mmes mlle monsieur madame president presidente ministre premier roi reine prince princesse
        sultan cheikh emir docteur dr pr professeur general colonel capitaine maitre me sire depute senateur
        maire pape gouverneur juge secretaire ambassadeur ambassadrice procureur directeur wali chancelier
        imam sidi moulay
        """
    ),
    honorifics=_words("m mm mme mmes mlle monsieur madame president presidente docteur dr maitre me"),
    openers=_words(
        """
        a au aux apres avant avec chez comme contre dans de depuis des devant du en entre et hier il elle
        ils mais meme ni notamment or ou outre par parce pendant plus pour quand que qui sans sauf selon
        seul si sous sur tandis toutefois cependant vers voici voila aujourd demain ainsi alors car ce cet
        cette ces le la les un une son sa ses notre leur deux trois quatre lundi mardi mercredi jeudi
        vendredi samedi dimanche ici quant malgre face via lorsque puisque toute tout tous toutes pourquoi
        comment ensuite enfin
        """
    ),
    barred={
        "": _words("air radio lac fleuve riviere"),
        "france": _words("banque tour stade college electricite gaz"),
        "suisse": _words("un ce chaque"),
        "argentine": _words("une cette chaque"),
    },
    links=_words("de d"),
    extenders=_words("air radio new south north nouveau nouvelle grand haute haut basse bas banque credit orange ex"),
    followers=_words("accord agreement"),
    compounds=True,
)

_ENGLISH = Rules(
    elisions=frozenset(),
    endings=_words("s"),
    prefixes=_PREFIXES | _words("pan self un"),
    common=_words(
        """
        nice reading bath total target who us it sale male mobile bill will mark grant frank rich rose art
        page hope grace dawn faith lens tours cork split hull deal as an at or in on is am me time life
        people nature science independent star post most gap
        """
    ),
    never=_words("january february march april may june july august september october november december"),
    titles=_words(
        """
        mr mrs ms miss dr prof professor president king queen prince princess sultan sheikh emir minister
        premier senator governor mayor general colonel captain major sergeant judge justice secretary
        ambassador chancellor pope sir lord lady dame rev reverend imam ayatollah spokesman spokeswoman
        spokesperson director chairman chief coach candidate congressman congresswoman representative rep
        sen gov gen col lt chairwoman envoy
        """
    ),
    honorifics=_words("mr mrs ms miss dr sir lord lady dame president professor prof"),
    openers=_words(
        """
        a about after again against all along also although amid among an and another as at back because
        before behind below beside between beyond both but by despite down during each earlier either even
        every few for former from further given he her here his how however i if in including inside instead
        into is it its just last later like many meanwhile more most much near neither next no nor not now
        of off on once one only onto or other our out outside over past per quite rather she should since so
        some still such than that the their then there these they this those though three through throughout
        thus to today together tomorrow tonight too toward towards two under unlike until up upon via was we
        were what when where whereas whether which while who whose why will with within without yesterday
        yet you your monday tuesday wednesday thursday friday saturday sunday
        """
    ),
    barred={
        "": _words("air radio lake"),
        "france": _words("banque tour stade"),
    },
    followed={"": _words("river stadium street avenue")},
    links=_words("of de"),
    extenders=_words("air radio new south north east west equatorial greater upper lower port fort mount lake papua"),
    followers=_words(
        """
        agreement accord accords olympics olympic paralympics games club city prime foreign king queen
        president minister government parliament defense defence army police embassy summit conference
        ministry court treaty times news fashion week climate commune valley authority province state
        """
    ),
)

_ITALIAN = Rules(
    elisions=_words("l d dell all nell sull dall un quell quest sant coll"),
    prefixes=_PREFIXES,
)

RULES: Mapping[str, Rules] = {"ar": _ARABIC, "fr": _FRENCH, "en": _ENGLISH, "it": _ITALIAN}


def rules_of(lang: str) -> Rules:
    """The rules of the language `lang`, their words folded; GENERIC where we know none."""
    return _folded(RULES.get(lang, GENERIC), lang)


@lru_cache(maxsize=32)
def _folded(rules: Rules, lang: str) -> Rules:
    fold = folder(lang)

    def fold_all(value: Any) -> Any:
        if isinstance(value, frozenset):
            return frozenset(fold(word) for word in value)
        if isinstance(value, Mapping):
            return {key: fold_all(words) for key, words in value.items()}
        return value

    return replace(rules, **{item.name: fold_all(getattr(rules, item.name)) for item in fields(rules)})
