"""What web pages say around an article, as data. Every group names what it is for; none is made for one site.

Phrases are compared as folded words (see `nashra.ingest.words.fold`): case, accents, hamza forms, tashkeel and
punctuation do not count, `#` is any number. A phrase is a whole line, unless it ends in:

- `…`      any words may follow: the opening of a stock sentence that no article has;
- `: …`    anything may follow after a sign such as a colon;
- `(:) …`  a headline may follow, with or without such a sign; a sentence may not.

To add a language, add its phrases to the groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# line: drop the line. list: also the headlines that follow it. rest: everything after it.
Action = Literal["line", "list", "rest"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture. `purpose` completes "dropped: ..."; `words`: a line of nothing but these
    and numbers counts too."""

    purpose: str
    action: Action
    phrases: tuple[str, ...]
    words: tuple[str, ...] = ()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


SHORT_LINK = Rule(
    "a short link",
    "line",
    (
        "رابط مختصر: …", "الرابط المختصر: …", "رابط المقال: …", "نسخ الرابط", "تم نسخ الرابط",
        "lien court: …", "lien permanent: …", "copier le lien", "lien copié",
        "short link: …", "shortlink: …", "permalink: …", "copy link", "link copied",
    ),
)  # fmt: skip

BARRIER = Rule(
    "a barrier for those who do not pay",
    "line",
    (
        "هذا المقال للمشتركين …", "هذا المقال مخصص للمشتركين …", "هذا المحتوى للمشتركين …", "للمشتركين فقط",
        "هذا المحتوى مخصص للمشتركين …", "لقراءة بقية المقال …", "لمتابعة القراءة اشترك …", "اشترك لمتابعة القراءة …",
        "اشترك لقراءة …", "بقي # من هذا المقال …", "تبقى # من هذا المقال …", "يتبقى لك # …",
        "بقية المقال للمشتركين …", "سجل الدخول لمتابعة القراءة …",
        "il vous reste # de cet article …", "il vous reste # à lire …", "il reste # de l'article …",
        "# de l'article reste à lire …", "# de cet article reste à lire …", "cet article est réservé …",
        "article réservé aux abonnés …", "contenu réservé aux abonnés …", "réservé aux abonnés …",
        "la suite est réservée …", "la suite de cet article est réservée …",
        "la lecture de cet article est réservée …",
        "abonnez vous pour lire …", "abonnez vous pour continuer …", "pour lire la suite …",
        "pour continuer la lecture …",
        "this article is for subscribers …", "this article is only for subscribers …",
        "this story is for subscribers …",
        "this content is for subscribers …", "this article is exclusive to subscribers …",
        "subscribers only",
        "for subscribers only", "subscribe to continue …", "subscribe to read …", "subscribe to unlock …",
        "sign in to continue reading …", "to continue reading …", "to keep reading …", "to read the rest …",
        "to read the full …", "you have # left to read …", "# left to read …", "# of this article left …",
        "# of this article remains …", "# of this article is left …",
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    BARRIER,
    Rule(
        "a form or a place for comments",
        "rest",
        (
            "اترك تعليق", "اترك تعليقا", "اترك تعليقك", "اترك ردا", "اترك رد", "أضف تعليق", "أضف تعليقا", "أضف تعليقك",
            "إضافة تعليق", "اكتب تعليق", "اكتب تعليقا", "شارك بتعليقك", "شاركنا رأيك", "التعليقات", "التعليقات: …",
            "تعليقات الزوار", "تعليقات القراء", "# تعليق", "# تعليقات", "تعليقات #", "التعليقات #", "لا توجد تعليقات",
            "لا يوجد تعليقات", "إلغاء الرد",
            "laisser un commentaire", "laissez un commentaire", "ajouter un commentaire", "poster un commentaire",
            "votre commentaire", "commentaires", "# commentaire", "# commentaires", "commentaires #",
            "aucun commentaire", "réagir à cet article", "laisser un commentaire annuler la réponse",
            "leave a reply", "leave a comment", "add a comment", "post a comment", "join the conversation", "comments",
            "# comment", "# comments", "comments #", "no comments", "no comments yet", "leave a reply cancel reply",
        ),
    ),
    Rule(
        "a stock sentence about comments",
        "line",
        (
            "يجب أن تسجل الدخول …", "يجب تسجيل الدخول …", "عليك تسجيل الدخول …", "يجب أن تكون مسجلا …",
            "سجل الدخول لإضافة …", "لن يتم نشر عنوان بريدك …", "لن يتم نشر البريد الإلكتروني …",
            "التعليقات مغلقة …", "الحقول الإلزامية مشار إليها …", "شروط التعليق: …", "الآراء الواردة في التعليقات …",
            "الآراء الواردة أدناه …", "التعليقات تعبر عن رأي …",
            "التعليقات المنشورة لا تعبر …", "التعليقات الواردة لا تعبر …", "احفظ اسمي بريدي الإلكتروني …",
            "vous devez être connecté …", "vous devez vous connecter …", "connectez vous pour commenter …",
            "votre adresse e mail ne sera pas publiée …", "votre adresse de messagerie ne sera pas publiée …",
            "les champs obligatoires sont indiqués …", "les commentaires sont fermés …",
            "enregistrer mon nom mon e mail …",
            "you must be logged in …", "you must log in to …", "log in to leave a comment", "sign in to comment",
            "your email address will not be published …", "required fields are marked …", "comments are closed …",
            "save my name email and website …",
        ),
    ),
    Rule(
        "a pointer to another article",
        "list",
        (
            "اقرأ أيضا (:) …", "إقرأ أيضا (:) …", "اقرؤوا أيضا (:) …", "اقرأ المزيد (:) …", "إقرأ المزيد (:) …",
            "طالع أيضا (:) …",
            "شاهد أيضا (:) …", "انظر أيضا (:) …", "مواضيع ذات صلة", "موضوعات ذات صلة",
            "مقالات ذات صلة", "أخبار ذات صلة",
            "مواضيع مرتبطة", "مقالات مرتبطة", "مقالات مشابهة", "مواضيع مشابهة", "قد يعجبك أيضا", "قد يهمك أيضا",
            "قد يهمك: …", "ربما يعجبك أيضا", "ذات صلة", "مقالات أخرى", "المزيد من الأخبار", "المزيد من المقالات",
            "lire aussi (:) …", "à lire aussi (:) …", "lire également (:) …", "à lire également (:) …", "lire la suite",
            "voir aussi (:) …", "à voir aussi (:) …", "sur le même sujet: …", "sur le même thème",
            "articles similaires",
            "articles liés", "articles associés", "à lire", "à découvrir", "vous aimerez aussi",
            "vous pourriez aussi aimer", "cela pourrait vous intéresser", "dans la même rubrique",
            "read also (:) …", "also read (:) …", "read more (:) …", "see also (:) …", "watch also (:) …",
            "don't miss: …",
            "related", "related articles", "related posts", "related stories", "related news", "related topics",
            "you may also like", "you might also like", "more on this story", "recommended", "recommended stories",
            "recommended for you", "more stories", "more from …",
            "more must reads …",
        ),
    ),
    Rule(
        "a list of other news",
        "list",
        (
            "الأخبار العاجلة", "أخبار عاجلة", "آخر الأخبار", "أحدث الأخبار", "آخر المستجدات", "آخر المقالات",
            "أحدث المقالات", "الأكثر قراءة", "الأكثر مشاهدة", "الأكثر تعليقا", "الأكثر تداولا", "الأكثر شعبية",
            "اخترنا لكم", "اخترنا لك", "أخبار مختارة", "شريط الأخبار", "المقال السابق (:) …", "المقال التالي (:) …",
            "المقالة السابقة (:) …", "المقالة التالية (:) …", "الخبر السابق (:) …", "الخبر التالي (:) …",
            "الموضوع السابق (:) …", "الموضوع التالي (:) …",
            "dernières actualités", "dernières nouvelles", "dernières infos", "derniers articles", "les plus lus",
            "articles les plus lus", "les plus populaires", "les plus commentés", "à la une", "fil info",
            "article précédent (:) …", "article suivant (:) …",
            "latest news", "breaking news", "recent posts", "most read", "most popular", "most viewed", "trending",
            "trending now", "top stories", "editor's picks", "editors picks", "previous article (:) …",
            "next article (:) …", "previous post (:) …", "next post (:) …",
        ),
    ),
    Rule(
        "buttons to share the article",
        "line",
        (
            "شارك هذا المقال", "شارك المقال", "شارك الخبر", "شارك هذا الموضوع", "شارك على …", "شارك عبر …",
            "شاركها", "شارك الموضوع", "انشر", "أرسل إلى صديق", "أرسل لصديق", "المشاركات #", "# مشاركة", "# مشاركات",
            "partager l'article", "partager cet article", "partager sur: …", "partagez", "partager via …",
            "envoyer à un ami", "# partages", "# partage",
            "share this", "share this article", "share this story", "share this post", "share on: …",
            "share via …", "share it", "# shares", "# share", "email this", "send to a friend",
        ),
        (
            "شارك", "مشاركة", "شاركها", "شاركنا", "عبر", "على", "فيسبوك", "فايسبوك", "الفيسبوك", "تويتر", "إكس",
            "واتساب", "واتس", "آب", "تلغرام", "تيليغرام", "تلجرام", "تيليجرام", "لينكدإن", "لينكد", "إن",
            "بينتيريست", "بنترست", "ماسنجر", "فايبر", "ريديت", "انستغرام", "انستقرام", "يوتيوب", "تيك", "توك",
            "البريد", "بريد", "الإلكتروني", "إلكتروني", "طباعة", "اطبع", "نسخ", "الرابط", "أرسل", "تغريد", "غرد",
            "partager", "partagez", "tweeter", "tweet", "imprimer", "copier", "lien", "courriel", "mail", "envoyer",
            "share", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "messenger",
            "viber", "reddit", "tumblr", "instagram", "youtube", "tiktok", "threads", "bluesky", "mastodon", "snapchat",
            "email", "e", "print", "copy", "link", "pocket", "flipboard", "vk", "sms", "skype", "line",
        ),
    ),
    SHORT_LINK,
    Rule(
        "an invitation to follow or subscribe",
        "line",
        (
            "تابعونا على …", "تابعنا على …", "تابعوا آخر الأخبار …", "تابعوا آخر أخبار …", "للمزيد من الأخبار …",
            "اشترك في النشرة …", "اشترك في نشرتنا …", "اشترك في القائمة البريدية …", "اشترك الآن", "اشترك",
            "النشرة البريدية", "النشرة الإخبارية", "القائمة البريدية", "انضم إلى قناتنا …", "انضموا إلى قناتنا …",
            "حمل تطبيق …", "حملوا تطبيق …", "أدخل بريدك الإلكتروني …",
            "suivez nous sur …", "suivez nous", "rejoignez nous sur …", "abonnez vous à …", "abonnez vous",
            "inscrivez vous à la newsletter …", "inscrivez vous à notre newsletter …", "s'abonner", "newsletter",
            "recevez notre newsletter …", "recevez la newsletter …", "téléchargez notre application …",
            "follow us on …", "follow us", "subscribe to our newsletter …", "subscribe to our …",
            "sign up for our newsletter …", "sign up for our …", "join our newsletter …", "subscribe", "subscribe now",
            "already a subscriber …", "déjà abonné …", "مشترك بالفعل …",
            "get our app …", "download our app …", "join our channel …",
        ),
    ),
    Rule(
        "the page's navigation",
        "line",
        (
            "انتقل إلى المحتوى", "التجاوز إلى المحتوى", "القائمة", "القائمة الرئيسية", "بحث", "البحث", "ابحث",
            "الرئيسية", "الصفحة الرئيسية", "تسجيل الدخول", "العودة إلى الأعلى", "إغلاق", "عن الموقع", "اتصل بنا",
            "من نحن", "هيئة التحرير والإدارة", "سياسة الخصوصية",
            "aller au contenu", "passer au contenu", "menu", "rechercher", "recherche", "accueil", "se connecter",
            "connexion", "retour en haut", "fermer", "mentions légales", "contact", "qui sommes nous",
            "politique de confidentialité",
            "skip to content", "skip to main content", "search", "home", "log in", "login", "sign in", "back to top",
            "close", "contact us", "about us", "privacy policy", "terms of use",
        ),
    ),
    Rule(
        "a tool of the page",
        "line",
        (
            "طباعة", "اطبع", "طباعة المقال", "تكبير الخط", "تصغير الخط", "حجم الخط", "استمع للمقال", "استمع للخبر",
            "استمع إلى المقال", "استمع",
            "imprimer", "imprimer l'article", "taille du texte", "écouter", "écouter l'article", "ajouter aux favoris",
            "sauvegarder", "print", "print this article", "font size", "text size", "listen", "listen to this article",
            "listen to article", "save", "bookmark", "a a", "a a a",
        ),
    ),
    Rule(
        "a counter",
        "line",
        (
            "# مشاهدة", "# مشاهدات", "مشاهدات #", "المشاهدات #", "عدد المشاهدات #", "عدد القراءات #", "# قراءة",
            "# زيارة", "دقيقة واحدة", "# دقيقة", "# دقائق", "# دقيقة للقراءة", "# دقائق للقراءة", "# دقائق قراءة",
            "# دقيقة قراءة", "وقت القراءة: …", "مدة القراءة: …", "أقل من دقيقة", "دقيقة قراءة",
            "# vues", "# vue", "# lectures", "lu # fois", "temps de lecture: …", "# min de lecture",
            "# mn de lecture", "# minutes de lecture", "lecture # min", "# min",
            "# views", "# view", "# reads", "# min read", "# minute read", "# mins read", "reading time: …",
            "less than a minute", "# minutes read",
        ),
        (
            "دقيقة", "دقائق", "واحدة", "للقراءة", "قراءة", "مشاهدة", "مشاهدات", "زيارة", "تعليق", "تعليقات",
            "vue", "vues", "min", "mn", "minute", "minutes", "de", "lecture", "commentaire", "commentaires", "partages",
            "view", "views", "read", "comment", "comments", "share", "shares",
        ),
    ),
    Rule(
        "a list of tags",
        "line",
        (
            "الوسوم: …", "وسوم: …", "الكلمات المفتاحية: …", "كلمات مفتاحية: …", "الكلمات الدلالية: …",
            "كلمات دلالية: …", "الكلمات المفاتيح: …", "التصنيفات: …", "التصنيف: …", "القسم: …", "أقسام: …", "هاشتاغ: …",
            "mots clés: …", "mots clefs: …", "étiquettes: …", "tags: …", "thèmes: …", "catégories: …", "catégorie: …",
            "rubrique: …", "tagged: …", "topics: …", "keywords: …", "categories: …", "category: …", "filed under: …",
        ),
    ),
    Rule(
        "a copyright notice",
        "line",
        (
            "جميع الحقوق محفوظة …", "كل الحقوق محفوظة …", "حقوق النشر محفوظة …",
            "tous droits réservés …", "all rights reserved …", "copyright # …", "copyright © …", "© …",
        ),
    ),
    Rule(
        "an advertisement's label",
        "line",
        (
            "إعلان", "إعلانات", "الإعلانات", "مساحة إعلانية", "إعلان ممول", "محتوى ممول",
            "publicité", "annonce", "contenu sponsorisé", "la suite après la publicité", "advertisement", "advertising",
            "ad", "sponsored", "sponsored content", "story continues below advertisement",
            "article continues below advertisement", "article continues after ad",
        ),
    ),
    Rule(
        "a notice about cookies",
        "line",
        (
            "يستخدم هذا الموقع ملفات …", "نستخدم ملفات تعريف الارتباط …", "باستخدامك لهذا الموقع …",
            "ce site utilise des cookies …", "nous utilisons des cookies …", "en poursuivant votre navigation …",
            "this site uses cookies …", "this website uses cookies …", "we use cookies …", "accept all cookies",
            "accept cookies", "tout accepter", "قبول الكل",
        ),
    ),
)  # fmt: skip

# Names of sections, as they stand above a headline.
SECTIONS: frozenset[str] = _set(
    "سياسة|السياسة|مجتمع|المجتمع|اقتصاد|الاقتصاد|رياضة|الرياضة|ثقافة|الثقافة|ثقافة وفنون|"
    "فن وثقافة|فنون|فن|حوادث|دولي|"
    "دولية|وطني|وطنية|وطنيات|جهات|جهوية|محلية|أخبار|الأخبار|أخبار دولية|أخبار وطنية|أخبار محلية|"
    "عربي ودولي|عربية ودولية|"
    "عالم|العالم|العالم العربي|المغرب|الجزائر|تونس|مصر|تقارير|تقرير|تحقيقات|حوارات|حوار|رأي|آراء|كتاب وآراء|مقالات|"
    "مقالات الرأي|صحة|الصحة|تكنولوجيا|علوم|علوم وتكنولوجيا|بيئة|تعليم|منوعات|أمن|قضايا|قضاء|سلايدر|الرئيسية|عاجل|"
    "politique|société|économie|sport|sports|culture|monde|international|national|nation|régions|région|maroc|algérie|"
    "tunisie|afrique|actualité|actualités|actu|faits divers|opinion|opinions|tribune|débats|santé|sciences|technologie|"
    "high tech|environnement|éducation|justice|médias|monde arabe|à la une|flash|"
    "politics|society|economy|business|world|world news|"
    "news|africa|middle east|north africa|health|science|technology|"
    "tech|environment|education|arts|arts and culture|culture and arts|opinion|analysis|features|top news|breaking"
)

# News agencies and stock words for them, as they are credited in a line of their own or beside a date.
AGENCIES: frozenset[str] = _set(
    "و م ع|وم ع|ومع|وكالة المغرب العربي للأنباء|أ ف ب|أف ب|أفب|فرانس برس|وكالة فرانس برس|رويترز|وكالة رويترز|د ب أ|أ ب|"
    "أسوشيتد برس|الأناضول|وكالة الأناضول|واج|وكالة الأنباء الجزائرية|وات|وكالة تونس إفريقيا للأنباء|أ ش أ|واس|وام|وفا|"
    "سانا|قنا|كونا|بنا|بترا|سبأ|واع|شينخوا|وكالة الأنباء السعودية|وكالة أنباء الإمارات|وكالة الأنباء القطرية|"
    "وكالة الأناضول للأنباء|وكالة تونس أفريقيا للأنباء|وأج|يونا|تاس|وكالات|الوكالات|وكالات الأنباء|متابعات|"
    "map|afp|aps|tap|ap|reuters|associated press|dpa|efe|anadolu|agence france presse|"
    "spa|wam|qna|mena|kuna|bna|petra|wafa|sana|aa|pti|ani|tass|kyodo|upi|bloomberg|belga|lusa|panapress|apa|"
    "the associated press|saudi press agency|emirates news agency|qatar news agency|maghreb arabe presse|"
    "algérie presse service|tunis afrique presse|agence maghreb arabe presse|anadolu agency|agence anadolu|"
    "agences|avec agences|agencies|xinhua"
)
