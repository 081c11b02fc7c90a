"""Arabic words of what happens, as `nashra.stories` reads them: without the article and attached particles."""

from __future__ import annotations

from nashra.languages.happenings.spec import Happenings, told

SPEC = Happenings(
    endings=("ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ي", "ا"),
    stem=40,
    words=told(
        """
    quake: زلزال زلازل هزه هزات رجه ريشتر ارتدادي
    flood: فيضان سيول سيل طوفان غمرت تغرق
    rain: امطار مطر تساقطات
    storm: عاصف اعصار رياح
    snow: ثلج ثلوج جليد
    heat: حراره قيظ حر
    drought: جفاف شح
    fire: حريق حرايق نيران نار اندلع التهم تلتهم
    blast: انفجار انفجارات تفجير
    crash: اصطدام تصادم انقلاب اصطدم تحطم دهس حادثه
    collapse: انهيار انهار
    sinking: غرق انقلب قارب زورق مركب
    train: قطار قطارات سكك
    plane: طاير طيران رحله مطار
    bus: حافله حافلات اوتوبيس
    ship: سفين باخره ميناء مواني حاوي
    tram: ترامواي مترو
    car: سياره سيارات شاحن
    migrant: مهاجر مهاجرين هجره لاجي لاجيين
    killed: قتيل قتلي قتل مقتل مصرع وفاه وفيات ضحي ضحايا توفي جثث جثه جثت
    hurt: جريح جرحي اصاب مصاب اصيب
    missing: مفقود فقدان
    rescue: انقاذ انقذ اغاث
    war: حرب معارك قتال اشتباك
    strike-air: غاره غارات قصف مسيره مسيرات صاروخ صواريخ
    truce: هدنه وقف اتفاق
    attack: هجوم هاجم اعتداء
    hostages: رهاين اسري محتجزين
    talks: مفاوض محادثات مباحثات حوار تفاوض
    summit: قمه
    visit: زياره يزور
    accord: اتفاق اتفاقي عقد صفقه توقيع وقع توقع
    vote: انتخاب اقتراع تصويت استحقاق
    parliament: برلمان نواب مستشارين
    government: حكوم وزير وزاره وزراء
    appointed: تعيين عين يعين تنصيب
    resigns: استقال
    sacked: اقال اعفاء يقيل
    law: قانون تشريع مرسوم
    budget: ميزاني موازن
    strike: اضراب اضرابات مضرب
    protest: احتجاج احتجاجات مظاهر تظاهر مسير وقفه
    school: مدرس مدارس تلميذ تلاميذ تعليم دراس استاذ اساتذ
    university: جامع طلبه طلاب
    hospital: مستشف مصح
    doctor: طبيب اطباء ممرض
    disease: وباء كوليرا حمي فيروس مرض
    vaccine: لقاح تلقيح تطعيم
    court: محكم محاكم قضاء قضايي قاضي
    sentence: حكم ادان سجن حبس
    arrest: توقيف اعتقال اعتقل اوقف ايقاف
    inquiry: تحقيق نياب
    theft: سرق سطو لصوص
    drugs: مخدر كوكايين حشيش
    match: مباراه ديربي لقاء
    goal: هدف اهداف سجل
    wins: فوز فاز يفوز تفوق
    draw: تعادل يتعادل
    loses: خسار هزيم خسر
    penalty: جزاء ترجيح
    final: نهاي
    cup: كاس
    league: دوري بطول ابطال
    coach: مدرب
    transfer: تعاقد انتقال
    stadium: ملعب ملاعب استاد
    prize: جايز نوبل تتويج تتوج
    film: فيلم افلام سينما
    festival: مهرجان
    music: اغني فنان مغني موسيق
    book: كتاب روايي روايه ادب اداب شاعر
    museum: متحف متاحف
    dies: رحيل وفاه توفي جنازه شيع
    rate: فايده
    inflation: تضخم
    growth: نمو
    oil: نفط بترول برميل اوبك خام
    gas: غاز
    power: كهرباء طاق شمسي
    water: مياه سد سدود
    mine: منجم مناجم فحم
    fertilizer: اسمد فوسفاط فوسفات
    fish: صيد سردين سمك
    harvest: محصول حصاد موسم قمح حبوب
    price: سعر اسعار غلاء
    loan: قرض قروض تمويل
    jobs: تشغيل بطال
    tourism: سياح
    opens: افتتاح يفتتح افتتح تدشين تدشن دشن
    order: طلبي اقتناء شراء
    satellite: صناعي اقمار
    rocket: صاروخ اطلاق
    computer: حاسوب رقمي ذكاء
    nuclear: نووي يورانيوم تخصيب
    climate: مناخ
    pollution: تلوث سام
    aid: مساعدات اغاث معونات
    settlers: مستوطن
    coup: انقلابيين
    queue: وقود محروقات بنزين
    locust: جراد
    road: طريق طرق
    sanctions: عقوب
    compensation: تعويض
    """
    ),
)
