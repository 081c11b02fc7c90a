"""What Nashra knows of Arabic beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        أ أ.د ا.د ت ج د د.م ر س ش ش.م ص ط ع ق.م م هـ
        """
    ),
    may_end=words("هـ ق.م"),
    before_number=words("ص ج ف ع"),
    length=1.0,
    # الرباط stands under ر. Two letters must be left, or it is no article.
    article=r"[اٱ]ل(?=\w\w)",
    sounds=sounds.ARABIC,
    attached=tuple("و ف ب ك ل س ال وال فال بال كال وبال لل ولل فلل ول وب وك فب فل".split()),
    # without tashkeel, which heads are read without
    head=HeadWords(
        yes=words("نعم أجل صحيح"),
        no=words("لا كلا خطأ أبدا"),
        draft=words("مسودة"),
        held=words(
            """
            مسودة المسودة مخفي خاص غير_منشور غير_منشورة لا_ينشر لا_تنشر للمراجعة قيد_المراجعة قيد_التحرير قيد_الإعداد
            في_الانتظار معلق مؤجل محظور سري داخلي محذوف مؤرشف غير_جاهز مجدول
            """
        ),
        public=words("منشور منشورة نشر النشر للنشر عام علني"),
        done=words("جاهز معتمد نهائي مكتمل مصادق_عليه"),
        checked=words("مراجع مراجعة المراجعة مدقق تمت_المراجعة روجع مؤكد"),
        status=words("الحالة حالة حالة_النشر الوضع"),
        since=words("تاريخ_النشر ينشر_في موعد_النشر"),
        until=words("ينتهي تنتهي انتهاء تاريخ_الانتهاء حتى صالح_حتى"),
        meant={
            "العنوان": "title",
            "عنوان": "title",
            "التاريخ": "date",
            "تاريخ": "date",
            "اللغة": "lang",
            "لغة": "lang",
            "الكاتب": "author",
            "كاتب": "author",
            "المؤلف": "author",
            "بقلم": "author",
            "المصدر": "source",
            "مصدر": "source",
            "ملخص": "summary",
            "الملخص": "summary",
            "مقدمة": "summary",
            "المواضيع": "topics",
            "مواضيع": "topics",
            "موضوع": "topics",
            "الموضوع": "topics",
            "القسم": "topics",
            "وسوم": "topics",
            "صورة": "image",
            "الصورة": "image",
            "عاجل": "breaking",
            "تحديث": "updated",
            "ترجمة": "translation",
        },
    ),
    joined_article="ال",
    letters="[\u0621-\u064a]",
    questions=words("من ما ماذا متى أين كيف لماذا هل كم أي أية هو هي كان كانت"),
    small_words=words(
        """
        في من على إلى أن عن مع التي الذي هذا هذه ذلك كما قد بعد قبل خلال كان وقد حيث بين لم لا ما هو هي
        """
    ),
    words_a_minute=138,
    # the letters for g, p, v, ch: ڭ in Morocco, ڨ in Tunisia, ڤ and پ in the Mashriq
    loose_letters={"ڭ": "ك", "گ": "ك", "ݣ": "ك", "ڨ": "ق", "ڤ": "ف", "ڥ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز"},
    not_letters="پچژگکیے",
    comma="، ",
    # the standard names, Morocco, Algeria and Tunisia, the Mashriq, Mauritania
    locales=("ar", "ar_MA", "ar_DZ", "ar_TN", "ar_LB", "ar_IQ", "ar_MR"),
    sample="تحدث التقرير عن {} أمس.",
    pictures=("صورة", "لقطة الشاشة", "لقطة شاشة"),
)
