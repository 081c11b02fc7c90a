"""What mail programs, messengers and networks write around a text, by language. Compared as folded words.

To add a language, add its entry to each table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from nashra.ingest.words.fold import key

# Field of a message's head -> its labels.
MAIL_FIELDS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "from": "من|المرسل",
        "to": "إلى|الى|المرسل إليه|المستلم",
        "copy": "نسخة|نسخة إلى|نسخة مخفية|الرد على",
        "date": "التاريخ|تاريخ الإرسال|أرسل|أرسلت|تم الإرسال|مرسل",
        "subject": "الموضوع|موضوع",
        "other": "المرفقات|الأهمية",
    },
    "fr": {
        "from": "De|Expéditeur|From",
        "to": "À|A|Pour|Destinataire|Destinataires",
        "copy": "Cc|Cci|Bcc|Copie|Copie à|Répondre à|Reply-To",
        "date": "Envoyé|Envoyé le|Date|Date d'envoi",
        "subject": "Objet|Sujet",
        "other": "Pièces jointes|Pièce jointe|PJ|Importance",
    },
    "en": {
        "from": "From|Sender",
        "to": "To|Recipient|Recipients",
        "copy": "Cc|Bcc|Reply-To",
        "date": "Sent|Date|Sent on",
        "subject": "Subject|Re",
        "other": "Attachments|Attachment|Importance|Priority",
    },
}

# Before a subject that was answered or passed on.
REPLY_MARKS: Mapping[str, str] = {
    "ar": "رد|الرد|إعادة توجيه|تحويل|إعادة إرسال",
    "fr": "re|rép|réf|tr|rv|fwd|fw",
    "en": "re|fw|fwd",
}

FORWARD_LINES: Mapping[str, str] = {
    "ar": "رسالة معاد توجيهها|رسالة محولة|الرسالة الأصلية|بداية الرسالة المعاد توجيهها|بداية الرسالة المحولة|"
    "محولة|محول|تمت إعادة توجيهها|تمت إعادة التوجيه|معاد توجيهها|تمت إعادة توجيهها عدة مرات|"
    "تم إعادة توجيهها عدة مرات",
    "fr": "message transféré|message d'origine|message original|début du message transféré|message réexpédié|"
    "transféré|transférée|transféré plusieurs fois|début du message réexpédié",
    "en": "forwarded message|original message|begin forwarded message|forwarded|forwarded many times",
}

# The whole line, or its beginning where a name may follow.
GREETINGS: Mapping[str, str] = {
    "ar": "السلام عليكم|السلام عليكم ورحمة الله|السلام عليكم ورحمة الله وبركاته|تحية طيبة|تحية طيبة وبعد|"
    "تحية طيبة أما بعد|مرحبا|صباح الخير|مساء الخير|الزملاء الأعزاء|الزملاء الكرام|السادة المحترمون|"
    "السيدات والسادة|سلام تام بوجود مولانا الإمام|أعزائي|عزيزي|عزيزتي|حضرات السادة|زملائي الأعزاء|"
    "السادة الصحفيون|السيد رئيس التحرير|تحية وبعد",
    "fr": "bonjour|bonsoir|madame monsieur|mesdames messieurs|chers collègues|chères collègues|cher confrère|"
    "chers confrères|chère madame|cher monsieur|bonjour à tous|bonjour à toutes et à tous|madame|monsieur|"
    "chers amis|chers tous",
    "en": "hello|hi|hi all|dear all|dear sir or madam|dear colleagues|dear colleague|dear editor|dear editors|"
    "good morning|good afternoon|dear sir|dear madam|hello all|to whom it may concern",
}
GREETING_STARTS: Mapping[str, str] = {
    "ar": "عزيزي|عزيزتي|السيد|السيدة|مرحبا|الأستاذ|الأستاذة|الزميل|الزميلة",
    "fr": "bonjour|bonsoir|cher|chère|chers|chères|madame|monsieur",
    "en": "hello|hi|dear",
}
# A sentence of the sender, not of the article; it begins so.
COVER_STARTS: Mapping[str, str] = {
    "ar": "تجدون رفقته|تجدون طيه|تجدون أسفله|تجدون أدناه|نرسل إليكم|نرسل لكم|نوافيكم|يسرنا أن نوافيكم|"
    "يسعدنا أن نوافيكم|إليكم أدناه|مرفق طيه|تجدون في المرفق|المرجو نشر|الرجاء نشر|نرجو نشر|نرجو منكم نشر|أبعث إليكم|"
    "أرسل إليكم|المرجو التفضل بنشر",
    "fr": "veuillez trouver|vous trouverez|je vous prie de trouver|nous vous prions de trouver|ci joint|ci dessous|"
    "merci de publier|merci de diffuser|je vous transmets|nous vous transmettons|je vous fais suivre|"
    "nous avons le plaisir de vous adresser|nous avons le plaisir de vous faire parvenir|pour diffusion",
    "en": "please find|please see|find below|find attached|see below|kindly find|attached is|below is our|"
    "i am sending you|we are sending you|please publish|fyi|for your information|sharing our",
}
# What a press office writes above its text: no headline.
PRESS_LABELS: Mapping[str, str] = {
    "ar": "بلاغ صحفي|بلاغ|بيان صحفي|بيان|بلاغ إخباري|للنشر|للنشر الفوري|خبر صحفي",
    "fr": "communiqué|communiqué de presse|pour diffusion immédiate|pour publication immédiate|note de presse",
    "en": "press release|for immediate release|news release|media release|press statement",
}
CLOSINGS: Mapping[str, str] = {
    "ar": "مع خالص التحية|مع خالص التحيات|مع خالص التقدير|مع التحية|مع أطيب التحيات|مع تحياتي|تحياتي|مع تحيات|"
    "وتفضلوا بقبول فائق الاحترام|وتفضلوا بقبول فائق التقدير والاحترام|تفضلوا بقبول فائق الاحترام|والسلام عليكم|"
    "والسلام|ودمتم|مع فائق الاحترام|مع فائق التقدير والاحترام|مع الشكر|وشكرا|شكرا لكم|أطيب التحيات|تقبلوا تحياتي",
    "fr": "cordialement|bien cordialement|très cordialement|bien à vous|sincères salutations|salutations|"
    "salutations distinguées|avec nos salutations distinguées|meilleures salutations|respectueusement|cdt|"
    "bien sincèrement|amicalement|merci|merci d'avance|bonne réception|bonne journée|confraternellement",
    "en": "regards|best regards|kind regards|warm regards|best|best wishes|sincerely|yours sincerely|"
    "yours faithfully|yours truly|many thanks|thanks|thank you|cheers|with best regards|sincerely yours",
}
CLOSING_STARTS: Mapping[str, str] = {
    "ar": "وتفضلوا بقبول|تفضلوا بقبول|وتقبلوا",
    "fr": "je vous prie d'agréer|veuillez agréer|nous vous prions d'agréer",
    "en": "",
}
DEVICE_STARTS: Mapping[str, str] = {
    "ar": "أرسلت من|أرسل من|تم الإرسال من|مرسل من جهازي|احصل على outlook",
    "fr": "envoyé de mon|envoyé depuis mon|envoyé à partir de|télécharger outlook|obtenir outlook",
    "en": "sent from my|sent from mail|get outlook for|sent via",
}
CONFIDENTIAL_STARTS: Mapping[str, str] = {
    "ar": "هذه الرسالة ومرفقاتها|هذا البريد الإلكتروني ومرفقاته|تحتوي هذه الرسالة",
    "fr": "ce message et toutes les pièces|ce message et ses pièces|ce courriel et ses|ce message est confidentiel|"
    "ce courriel peut contenir",
    "en": "this email and any|this e mail and any|this message and any|the information contained in this|"
    "this email is confidential|this message is confidential",
}

# Lines that a messenger writes by itself, and what stands for a file.
CHAT_NOTICES: Mapping[str, str] = {
    "ar": "تم حذف الوسائط|تم استبعاد الوسائط|الوسائط غير مدرجة|الوسائط محذوفة|تم حذف هذه الرسالة|لقد حذفت هذه الرسالة|"
    "تم تعديل هذه الرسالة|صورة محذوفة|فيديو محذوف|ملف صوتي محذوف|صورة|فيديو|مستند محذوف|ملصق محذوف|"
    "حذفت هذه الرسالة|في انتظار هذه الرسالة",
    "fr": "médias omis|médias omis|média omis|image absente|vidéo absente|audio omis|document manquant|"
    "ce message a été supprimé|vous avez supprimé ce message|ce message a été modifié|photo|vidéo|"
    "image omise|vidéo omise|sticker omis|en attente de ce message|null",
    "en": "media omitted|image omitted|video omitted|audio omitted|document omitted|sticker omitted|gif omitted|"
    "this message was deleted|you deleted this message|this message was edited|photo|video|voice message|sticker|"
    "waiting for this message",
}
CHAT_NOTICE_STARTS: Mapping[str, str] = {
    "ar": "الرسائل والمكالمات مشفرة|الرسائل والمكالمات محمية",
    "fr": "les messages et les appels sont chiffrés|les messages et appels sont chiffrés|"
    "les messages sont chiffrés de bout en bout",
    "en": "messages and calls are end to end encrypted|messages to this chat",
}
CHAT_ACTIONS: Mapping[str, str] = {
    "ar": "أنشأ المجموعة|أضاف|غادر|انضم|غادرت|انضمت|تمت إضافتك|غير رمز الأمان|أنشأت المجموعة|أضافت",
    "fr": "a créé le groupe|a ajouté|a quitté|est parti|a rejoint|vous a ajouté|a changé|a modifié",
    "en": "created group|created the group|added|left|joined|changed|was added|removed",
}
FORWARD_STARTS: Mapping[str, str] = {
    "ar": "معاد توجيهها من|محول من|أعيد توجيهها من|محولة من|تمت إعادة توجيهها من",
    "fr": "transféré de|transféré depuis|transférée de|message transféré de",
    "en": "forwarded from",
}

# What a network prints at the end of a long text that it folds, and below every text.
SEE_MORE: Mapping[str, str] = {
    "ar": "عرض المزيد|مشاهدة المزيد|قراءة المزيد|رؤية المزيد|المزيد",
    "fr": "voir plus|afficher la suite|en voir plus|lire plus|afficher plus",
    "en": "see more|show more|read more|view more",
}
REACTIONS: Mapping[str, str] = {
    "ar": "أعجبني|إعجاب|تعليق|مشاركة|رد|تفاعل|أرسل|إرسال|الأكثر ملاءمة|كل التعليقات|جميع التعليقات|الأحدث|"
    "عرض تعليقات أخرى|عرض المزيد من التعليقات|اكتب تعليقا|كل التفاعلات|جميع التفاعلات|عرض الردود|"
    "عرض كل التعليقات|تعليقات|مشاركات|تعليقا|مشاركة واحدة|إعجابات|متابعة|نشر|ترجمة|عرض الترجمة|المعجب الأول",
    "fr": "j'aime|commenter|partager|répondre|envoyer|plus pertinents|les plus pertinents|tous les commentaires|"
    "les plus récents|voir plus de commentaires|écrire un commentaire|toutes les réactions|voir la traduction|"
    "commentaires|partages|commentaire|partage|suivre|enregistrer|voir d'autres commentaires|j'aimes|"
    "afficher plus de commentaires",
    "en": "like|comment|share|reply|send|most relevant|all comments|newest|view more comments|write a comment|"
    "all reactions|see translation|comments|shares|likes|follow|save|view all comments|top fan|repost|reposts|"
    "quotes|bookmarks|views",
}
AUDIENCE: Mapping[str, str] = {
    "ar": "عام|العامة|الأصدقاء|تمت المشاركة مع عام|مشاركة مع عام|مشاركة مع العامة|مثبت|منشور مثبت|متابعة|موثق|"
    "حساب موثق|تم التعديل",
    "fr": "public|amis|partagé avec public|publication épinglée|suivre|modifié|s'abonner|compte vérifié|sponsorisé",
    "en": "public|friends|shared with public|pinned post|follow|edited|verified account|sponsored",
}


@lru_cache
def table(which: str) -> frozenset[str]:
    """The folded phrases of the table named `which`, of all languages."""
    return frozenset(filter(None, map(key, _forms(globals()[which].values()))))


def _forms(groups: Iterable[str]) -> Iterable[str]:
    for group in groups:
        yield from group.split("|")


def begins(line: str, which: str) -> bool:
    """Whether `line` begins with a phrase of the table named `which`, at a word's end."""
    folded = f"{key(line)} "
    return any(folded.startswith(f"{phrase} ") for phrase in table(which))


def is_one_of(line: str, which: str) -> bool:
    """Whether `line` is a phrase of the table named `which` and nothing else."""
    return key(line) in table(which)


@lru_cache(maxsize=1)
def mail_labels() -> Mapping[str, str]:
    """Folded label -> the field of a message's head that it names."""
    return {
        key(label): field
        for fields in MAIL_FIELDS.values()
        for field, labels in fields.items()
        for label in labels.split("|")
    }
