"""Words that show a name, as data: what comes before names, what they begin with, what cannot be in them."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities.normalize import arabic_folder
from nashra.model import EntityType


def _arabic(text: str) -> frozenset[str]:
    return frozenset(map(arabic_folder(), text.split()))


def _latin(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Arabic words that a person's name follows: with their article at once, the others after what the office is of.
ARABIC_TITLES = _arabic(
    """
    المدير المديرة الأمين الأمينة الناطق المتحدث المبعوث القائد الزعيم الوزير الوزيرة الرئيس الرئيسة السيد السيدة
    الملك الأمير الأميرة الشيخ الدكتور الدكتورة الأستاذ الأستاذة النائب النائبة الجنرال اللواء العقيد العميد الفنان
    الفنانة اللاعب اللاعبة المدرب الكاتب الكاتبة الشاعر الشاعرة السفير السفيرة المحامي المحامية الصحفي الصحفية
    الصحافي القاضي القاضية الحاج الإمام المخرج المخرجة الممثل الممثلة الباحث الباحثة المهندس القيادي القيادية
    المستشار المستشارة العداء العداءة البطل البطلة المطرب المغني المغنية الحارس المهاجم المدافع الروائي الروائية
    الخبير الخبيرة المحلل البابا العاهل المرحوم الراحل الناشط الناشطة مواطنه زميله نظيره مواطنتها زميلها نظيرها
    """
)
ARABIC_OFFICES = _arabic(
    """
    وزير وزيرة رئيس رئيسة مدير مديرة كاتب كاتبة أمين أمينة والي عامل مندوب مندوبة سفير سفيرة مستشار مستشارة نائب
    نائبة عضو عضوة زعيم زعيمة مدرب قائد قائدة حارس مهاجم لاعب لاعبة عميد ناطق متحدث متحدثة مبعوث مبعوثة ممثل ممثلة
    عمدة محافظ حاكم ملك أمير بطل بطلة أستاذ أستاذة باحث باحثة خبير خبيرة مخرج مخرجة مؤسس مؤسسة
    """
)
# Verbs of saying; the name that follows ends where what was said begins.
ARABIC_SAYING = _arabic(
    """
    قال قالت أكد أكدت أوضح أوضحت أضاف أضافت صرح صرحت أعلن أعلنت اعتبر اعتبرت شدد شددت أبرز أبرزت كشف كشفت أشار أشارت
    ذكر ذكرت تابع تابعت
    """
)
ARABIC_SAID = _arabic("إن أن بأن إنه إنها أنه أنها بأنه على إلى عن في")
# Arabic heads of names, which are part of them.
ARABIC_HEADS: Mapping[EntityType, frozenset[str]] = {
    "organization": _arabic(
        """
        وزارة جامعة جمعية منظمة حزب نادي مؤسسة شركة وكالة هيئة مجلس محكمة اتحاد نقابة مكتب معهد مركز بنك لجنة مديرية
        مندوبية فيدرالية كونفدرالية حركة جبهة صحيفة جريدة قناة مجموعة مدرسة أكاديمية مستشفى رابطة ائتلاف تحالف
        """
    ),
    "event": _arabic("مهرجان معرض ملتقى بطولة كأس قمة مؤتمر منتدى دوري موسم"),
    "place": _arabic("مطار ميناء ملعب شارع ساحة قصر مسجد جسر سد غابة جبل وادي نهر بحيرة متحف قلعة"),
}
# Arabic words before the name of a place, which are not part of it.
ARABIC_PLACES = _arabic("مدينة بمدينة بلدة ببلدة قرية بقرية إقليم بإقليم عمالة بعمالة محافظة بمحافظة دوار بدوار جماعة")
# What is not in an Arabic name.
ARABIC_STOPS = _arabic(
    """
    في من إلى على عن مع خلال بعد قبل منذ حتى بين حول عبر حيث كما عند ضد أو ثم أن إن بأن بأنه إنه أنه إنها أنها التي
    الذي الذين اللذين هو هي هم كان كانت يكون تكون تم يتم قد لقد لم لن لا ما هذا هذه ذلك تلك أي كل بعض غير سوى مثل
    أمام خلف فوق تحت داخل خارج لدى رغم بسبب نحو ضمن وفق حسب إثر عقب أثناء اليوم أمس غدا يوم سنة عام شهر هنا هناك
    الآن قال قالت أكد أكدت أوضح أضاف صرح أعلن اعتبر شدد أبرز كشف أشار ذكر وقال وأكد وأضاف وأوضح يوجد ليس ليست أيضا
    فقط جدا السابق السابقة الحالي الحالية الجديد الجديدة الأول الثاني الثالث الأولى الثانية الماضي المقبل الجاري
    رفقة مرفوقا بهدف بفضل بحضور بمناسبة بشأن بخصوص لكن لأن إذا لو بل ولا وقد وهو وهي وهم الذى عدة عدد أكثر أقل مليون
    ألف مائة درهم دولار يورو كلم متر له لها لهم به بها بهم منه منها فيه فيها عليه عليها إليه إليها نفسه نفسها خاصة
    عامة وذلك وكان وكانت بعدما عندما حينما بينما فيما مما كذلك حوالي تحديدا
    """
)
# First parts of compound Arabic names: what follows belongs to them.
ARABIC_COMPOUNDS = _arabic("عبد أبو أبي أبا بن ابن بنت ولد آل أم نور سيف شمس سعد عز صلاح جلال سيدي مولاي لالة")

# First names that begin with a letter that otherwise is "and".
ARABIC_WAW_NAMES = _arabic("وليد وسيم وائل وفاء وداد وسام ولاء وهيب وديع وجدان وفيق وحيد وردة وئام وهبة ودود")

# Heads of names of the other types than person, in Latin letters, folded.
HEADS: Mapping[EntityType, frozenset[str]] = {
    "organization": _latin(
        """
        ministere ministry universite university association federation confederation parti party union conseil council
        comite committee fondation foundation agence agency bank banque groupe group company societe club office centre
        center institut institute court cour tribunal syndicat organisation organization commission authority autorite
        ligue league hospital hopital academie academy school ecole museum musee journal radio tv fc as direction
        directorate department departement army armee police parliament parlement senate senat assembly assemblee
        """
    ),
    "event": _latin(
        """
        festival coupe cup championnat championship championships salon forum sommet summit conference prix prize award
        grand-prix marathon jeux games biennale moussem fair
        """
    ),
    "place": _latin(
        """
        aeroport airport port stade stadium rue avenue boulevard place square palais palace mosquee mosque pont bridge
        mont mount lac lake riviere river oued djebel jbel jebel ile island plage beach province region prefecture gare
        """
    ),
}
# Words that open sentences, beside those of `rules`.
OPENERS = _latin("puis hier demain enfin pourtant aussi lors cependant quelques plusieurs then finally recently both")

# Capitalised words of nations and faiths that are no entities, beside those that look like a country's name.
NATIONS = _latin(
    """
    french dutch greek swiss spanish british english danish polish arab arabs arabic muslim muslims islamic islam
    christian christians jewish jews european europeans asian asians american americans african africans olympic
    paralympic francais francaise francaises arabe arabes musulman musulmans europeen europeens africain africains
    americain americains americaine americaines africaine africaines europeenne europeennes britannique britanniques
    espagnol espagnols espagnole espagnoles anglais anglaise anglaises allemand allemands grec grecs juif juifs
    amazigh imazighen berbere berberes sahraoui sahraouis latin nordic western eastern northern southern
    """
)
