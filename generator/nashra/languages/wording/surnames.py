"""Last names and brands that newspapers write alone, as each script spells them: which of them a text has is certain.

A row a name: its spellings in Latin letters, then "|" and those in Arabic. Names that are common words are left out.
"""

from __future__ import annotations

SURNAMES = """
macron | ماكرون
merkel | ميركل
scholz | شولتس شولتز
merz | ميرتس ميرتز
sunak | سوناك
starmer | ستارمر
biden | بايدن
trump | ترامب ترمب
obama | أوباما
putin poutine | بوتين
medvedev | ميدفيديف مدفيديف
lavrov | لافروف
zelensky zelenskiy zelenskyy | زيلينسكي زيلنسكي
lukashenko loukachenko | لوكاشنكو لوكاشينكو
orban | أوربان
meloni | ميلوني
sanchez | سانشيز
erdogan | أردوغان إردوغان
netanyahu netanyahou | نتانياهو نتنياهو
gallant | غالانت
khamenei | خامنئي
tebboune | تبون
bouteflika | بوتفليقة
ghannouchi | الغنوشي
haftar | حفتر
dbeibah dbeibeh | الدبيبة دبيبة
mikati | ميقاتي
nasrallah | نصرالله
sinwar sinouar | السنوار
haniyeh haniyé | هنية
burhan burhane | البرهان
daglo dagalo hemedti | دقلو حميدتي
modi | مودي
kishida | كيشيدا
lula | لولا
bolsonaro | بولسونارو
maduro | مادورو
trudeau | ترودو
guterres | غوتيريش غوتيريس
grossi | غروسي
lagarde | لاغارد
georgieva | غورغييفا جورجييفا
borrell | بوريل
stoltenberg | ستولتنبرغ
rutte | روته
blinken | بلينكن
rubio | روبيو
sarkozy | ساركوزي
hollande | هولاند
barnier | بارنييه
bayrou | بايرو
mélenchon melenchon | ميلانشون
berlusconi | برلوسكوني برلسكوني
bezos | بيزوس
zuckerberg | زوكربيرغ
messi | ميسي
ronaldo | رونالدو
mbappé mbappe | مبابي إمبابي
benzema | بنزيمة بنزيما
haaland | هالاند
neymar | نيمار
modric | مودريتش
mahrez | محرز
hakimi | حكيمي
ziyech | زياش
salah | صلاح
griezmann | غريزمان
lewandowski | ليفاندوفسكي
dembélé dembele | ديمبيلي
vinicius | فينيسيوس
bellingham | بيلينغهام
guardiola | غوارديولا
ancelotti | أنشيلوتي
mourinho | مورينيو
klopp | كلوب
zidane | زيدان
deschamps | ديشان
regragui | الركراكي ركراكي
infantino | إنفانتينو
platini | بلاتيني
nadal | نادال
djokovic | ديوكوفيتش جوكوفيتش
federer | فيدرر
alcaraz | ألكاراس ألكاراز
sinner | سينر
swiatek | شفيونتيك
sabalenka | سابالينكا
jabeur | جابر
verstappen | فيرستابن
leclerc | لوكلير
hamilton | هاميلتون
pogacar | بوغاتشار
vingegaard | فينغيغارد
bolt | بولت
spielberg | سبيلبرغ
scorsese | سكورسيزي
tarantino | تارانتينو
chahine | شاهين
slimani | سليماني
houellebecq | ويلبيك
tesla | تسلا تيسلا
toyota | تويوتا
volkswagen | فولكسفاغن فولكسفاجن
stellantis | ستيلانتيس
nissan | نيسان
hyundai | هيونداي
honda | هوندا
ford | فورد
samsung | سامسونغ سامسونج
huawei | هواوي
microsoft | مايكروسوفت
amazon | أمازون
nvidia | إنفيديا
intel | إنتل
netflix | نتفليكس
disney | ديزني
tiktok | تيكتوك
ryanair | راينير
lufthansa | لوفتهانزا
easyjet | إيزيجت
exxonmobil | إكسونموبيل
totalenergies | توتالإنرجي
gazprom | غازبروم
pfizer | فايزر
moderna | موديرنا
astrazeneca | أسترازينيكا
sanofi | سانوفي
liverpool | ليفربول
arsenal | أرسنال آرسنال
chelsea | تشيلسي تشلسي
tottenham | توتنهام
everton | إيفرتون
juventus | يوفنتوس
napoli | نابولي
benfica | بنفيكا
sevilla | إشبيلية
dortmund | دورتموند
leverkusen | ليفركوزن
wydad | الوداد
espérance esperance | الترجي
zamalek | الزمالك
"""
