"""Arabic words for things of one kind, see `versions.evidence.kinds`."""

from __future__ import annotations

KINDS = """
colour:red أحمر حمراء
colour:orange برتقالي برتقالية
colour:yellow أصفر صفراء
colour:green أخضر خضراء
colour:blue أزرق زرقاء
disease:measles حصبة
disease:flu إنفلونزا أنفلونزا
disease:cholera كوليرا
disease:malaria ملاريا
disease:polio شلل_أطفال
disease:ebola إيبولا
disease:covid كورونا كوفيد
disease:cancer سرطان
disease:diabetes سكري
disease:tuberculosis سل_رئوي
disease:dengue ضنك
disease:mpox جدري
disease:meningitis سحايا
disease:hepatitis كبد_وبائي
disease:rabies سعار داء_كلب
kin:husband زوجها زوجهن
kin:wife زوجته زوجة قرينته زوجات أرملة أرملته
kin:brother شقيق شقيقه شقيقها شقيقين شقيقان أخيه أخاه أخوه أخيها
kin:sister شقيقة شقيقته شقيقتها شقيقتين شقيقتان شقيقات أخته أختها
kin:son ابنه ابنها نجله نجلها نجل
kin:daughter ابنة ابنته ابنتها كريمته ابنتيه
kin:father والد أب والده والدها والدهم أبوه أبيه أباه
kin:mother والدة أم أمهات والدته والدتها والدتهم أمه أمها
kin:grandfather جده جدها
kin:grandmother جدته جدتها
house:library مكتبة مكتبات
house:museum متحف متاحف
house:hospital مستشفى مستشفيات مشفى
house:university جامعة جامعات
house:theatre مسرح مسارح
house:mosque مسجد مساجد
house:church كنيسة كنائس
house:embassy سفارة سفارات
house:consulate قنصلية قنصليات
house:airport مطار مطارات
house:stadium ملعب ملاعب
house:factory مصنع مصانع معمل معامل
house:hotel فندق فنادق
house:prison سجن سجون
house:mine منجم مناجم
house:bridge جسر جسور
house:dam سد سدود
house:tunnel نفق أنفاق
ministry:interior وزير_داخلية وزارة_داخلية وزيرة_داخلية
ministry:foreign وزير_خارجية وزارة_خارجية وزيرة_خارجية وزراء_خارجية
ministry:health وزير_صحة وزارة_صحة وزيرة_صحة
ministry:justice وزير_عدل وزارة_عدل وزيرة_عدل
ministry:defence وزير_دفاع وزارة_دفاع وزيرة_دفاع
ministry:finance وزير_مالية وزارة_مالية وزيرة_مالية وزير_اقتصاد وزيرة_اقتصاد وزارة_اقتصاد
ministry:education وزير_تربية وزارة_تربية وزيرة_تربية وزير_تعليم وزارة_تعليم وزيرة_تعليم
ministry:agriculture وزير_فلاحة وزارة_فلاحة وزير_زراعة وزارة_زراعة
ministry:transport وزير_نقل وزارة_نقل وزيرة_نقل
ministry:culture وزير_ثقافة وزارة_ثقافة وزيرة_ثقافة
crop:wheat قمح
crop:barley شعير
crop:rice أرز
crop:cotton قطن
crop:cocoa كاكاو
crop:olive زيتون
crop:tomato طماطم بندورة
crop:citrus حوامض حمضيات
mineral:phosphate فوسفات فوسفاط
mineral:copper نحاس
mineral:coal فحم
mineral:uranium يورانيوم
mineral:cobalt كوبالت
mineral:lithium ليثيوم
animal:sheep أغنام خروف خراف ضأن
animal:goat ماعز معز
animal:cattle أبقار بقر
animal:camel جمل إبل
animal:horse حصان خيول خيل أحصنة
animal:cat قط قطط قطة
animal:whale حوت حيتان
animal:turtle سلحفاة سلاحف
animal:elephant فيل فيلة أفيال
sport:football كرة_قدم
sport:handball كرة_يد
sport:basketball كرة_سلة
sport:tennis تنس كرة_مضرب
sport:rugby رغبي ركبي
sport:volleyball كرة_طائرة
sport:swimming سباحة
sport:boxing ملاكمة
sport:judo جودو
vehicle:bus حافلة حافلات أوتوبيس باص
vehicle:train قطار قطارات
vehicle:truck شاحنة شاحنات
vehicle:helicopter مروحية مروحيات هليكوبتر
vehicle:tram ترام ترامواي طرامواي
vehicle:metro مترو
disaster:quake زلزال زلازل هزة_أرضية هزات
disaster:flood فيضان فيضانات سيول
disaster:drought جفاف
disaster:cyclone إعصار أعاصير
disaster:volcano بركان براكين
disaster:landslide انهيار_أرضي انهيار_تربة انزلاق_تربة
disaster:avalanche انهيار_ثلجي
crime:rape اغتصاب
crime:theft سرقة سرقات
crime:spying تجسس
crime:kidnap خطف اختطاف
crime:terror إرهاب
crime:murder قتل_عمد
faith:muslim مسلم مسلمون مسلمين مسلمة
faith:christian مسيحي مسيحيون مسيحيين مسيحية
faith:jewish يهودي يهود يهودية
faith:hindu هندوسي هندوس هندوسية
body:knee ركبة ركبته
body:ankle كاحل كاحله
body:shoulder كتف كتفه
body:thigh فخذ فخذه
stage:semi نصف_نهائي نصف_=النهائي مربع_ذهبي
stage:quarter ربع_نهائي ربع_=النهائي
part:morning صباح
part:evening مساء
school:primary ابتدائي ابتدائية
school:secondary ثانوي ثانوية ثانويات
weather:snow ثلج ثلوج
weather:rain مطر أمطار
weather:hail برد_كثيف حبات_برد
film:novel رواية روايتها روايته
film:film فيلم أفلام
film:album ألبوم ألبومات
artist:singer مغني مغنية مطرب مطربة
artist:actor ممثل ممثلة ممثلين
artist:writer كاتب كاتبة روائي روائية
artist:painter رسام رسامة
artist:poet شاعر شاعرة
"""
