"""What Nashra knows of Arabic beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import HeadWords, SearchWords, Spec, words

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
    search=SearchWords(
        # A word may lose several: الألعاب and ألعاب must come out alike. بال, كال, فال and وال also begin roots, so
        # more letters must stay (بالغ, والد).
        article="(?:(?:و?[بك]ال|فبال|[وف]ال)(?=.{3})|(?:[وف]?لل|ال)(?=.{2}))",
        # God, now (الآن), the mother, worry
        whole="(?:الله|الان|الام|الهم)$",
        # and, so, in, like, to, but they may as well be part of the root
        particles=("^(?!لل)[وفبكل](.{3,})$", "^[وف](?!لل)[بكل](.{3,})$", "^[وفبكل]?عبد(ال(?!له$).{2,})$"),
        # عبد اللطيف is عبداللطيف
        servant="عبد",
        servant_of="ال",
        behind="وفبكل",
        # مسئول and مسؤول, هيأة and هيئة
        spelled=(("[ئء]و", "ؤو"), ("يأ(?=[ةه])", "يئ")),
        plurals=tuple(
            """
            وزراء وزير رؤساء رئيس ملوك ملك أمراء أمير قادة قائد زعماء زعيم نواب نائب قضاة قاض محاكم محكمة شهداء شهيد
            قتلى قتيل جرحى جريح أسرى أسير رجال رجل نساء امرأة أطفال طفل شباب شاب طلاب طالب طلبة طالب أساتذة أستاذ مدارس
            مدرسة علماء عالم أطباء طبيب مرضى مريض عمال عامل فلاحون فلاح تجار تاجر خبراء خبير سفراء سفير وفود وفد أحزاب
            حزب نقابات نقابة هيئات هيئة مجالس مجلس دول دولة بلدان بلد مدن مدينة قرى قرية أقاليم إقليم مناطق منطقة جهات
            جهة شوارع شارع طرق طريق جبال جبل أنهار نهر بحار بحر سدود سد موانئ ميناء مصانع مصنع شركات شركة أسواق سوق
            أسعار سعر أموال مال بنوك بنك مصارف مصرف مشاريع مشروع برامج برنامج قوانين قانون حقوق حق قرارات قرار تقارير
            تقرير أخبار خبر صحف صحيفة كتب كتاب أفلام فيلم أندية ناد فرق فريق ملاعب ملعب أبطال بطل كؤوس كأس أهداف هدف
            لاعبون لاعب منتخبات منتخب حروب حرب جيوش جيش جنود جندي أسلحة سلاح صواريخ صاروخ حدود حد شعوب شعب حكام حاكم
            ولاة وال عمداء عميد سجون سجن سجناء سجين زلازل زلزال حرائق حريق
            """.split()
        ),
        # على is "on", and علي is Ali
        final="على|الى|حتى|متى|لدى|سوى",
    ),
    # علي (Ali) and على (on), منى (Mona) and مني (from me)
    dotted=words("علي الي حتي متي لدي سوي مدي مني هدي اعلي ادني اقصي اولي اخري كبري عظمي وسطي ذكري شتي احدي معني مبني"),
    # the letters for g, p, v, ch: ڭ in Morocco, ڨ in Tunisia, ڤ and پ in the Mashriq
    loose_letters={"ڭ": "ك", "گ": "ك", "ݣ": "ك", "ڨ": "ق", "ڤ": "ف", "ڥ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز"},
    not_letters="پچژگکیے",
    comma="، ",
    # the standard names, Morocco, Algeria and Tunisia, the Mashriq, Mauritania
    locales=("ar", "ar_MA", "ar_DZ", "ar_TN", "ar_LB", "ar_IQ", "ar_MR"),
    term=("النقاش العمومي",),
    sample="تحدث التقرير عن {} أمس.",
    pictures=("صورة", "لقطة الشاشة", "لقطة شاشة"),
)
