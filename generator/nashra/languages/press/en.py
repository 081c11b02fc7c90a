"""What is written in English around an article: by mail programs, messengers, networks and newsrooms."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    mail_fields={
        "from": "From|Sender",
        "to": "To|Recipient|Recipients",
        "copy": "Cc|Bcc|Reply-To",
        "date": "Sent|Date|Sent on",
        "subject": "Subject|Re",
        "other": "Attachments|Attachment|Importance|Priority",
    },
    reply_marks="re|fw|fwd",
    forward_lines="forwarded message|original message|begin forwarded message|forwarded|forwarded many times",
    greetings=(
        "hello|hi|hi all|dear all|dear sir or madam|dear colleagues|dear colleague|dear editor|dear editors|"
        "good morning|good afternoon|dear sir|dear madam|hello all|to whom it may concern|morning|evening|hey|hi team"
    ),
    greeting_starts="hello|hi|dear",
    cover_starts=(
        "as promised|as agreed|as discussed|here's the piece|here's my piece|here is my piece|"
        "here is the story|here's the story|here is the piece|here's the article|here's our|here is the text|"
        "here is our|here is the article|here's the text|please find|please see|find below|find attached|"
        "see below|kindly find|attached is|below is our|i am sending you|we are sending you|please publish|"
        "fyi|for your information|sharing our"
    ),
    press_labels="press release|for immediate release|news release|media release|press statement",
    closings=(
        "regards|best regards|kind regards|warm regards|best|best wishes|sincerely|yours sincerely|"
        "yours faithfully|yours truly|many thanks|thanks|thank you|cheers|with best regards|sincerely yours|"
        "all the best|all best|talk soon|speak soon|warmly"
    ),
    device_starts="sent from my|sent from mail|get outlook for|sent via",
    confidential_starts=(
        "this email and any|this e mail and any|this message and any|the information contained in this|"
        "this email is confidential|this message is confidential"
    ),
    chat_notices=(
        "media omitted|image omitted|video omitted|audio omitted|document omitted|sticker omitted|gif omitted|"
        "this message was deleted|you deleted this message|this message was edited|photo|video|voice message|sticker|"
        "waiting for this message|"
        "forwarded many times|forwarded message|missed voice call|missed video call"
    ),
    chat_notice_starts="messages and calls are end to end encrypted|messages to this chat",
    chat_actions="created group|created the group|added|left|joined|changed|was added|removed",
    forward_starts="forwarded from",
    see_more="see more|show more|read more|view more",
    reactions=(
        "like|comment|share|reply|send|most relevant|all comments|newest|view more comments|write a comment|"
        "all reactions|see translation|comments|shares|likes|follow|save|view all comments|top fan|repost|reposts|"
        "quotes|bookmarks|views"
    ),
    audience="public|friends|shared with public|pinned post|follow|edited|verified account|sponsored",
    cities=(
        "Fez|Marrakesh|Tangier|Algiers|Cairo|Alexandria|Riyadh|Jeddah|Mecca|Makkah|Medina|Madinah|Dubai|Sharjah|"
        "Kuwait City|Muscat|Sana'a|Baghdad|Basra|Mosul|Damascus|Aleppo|Beirut|Jerusalem|Gaza City|Gaza Strip|Nablus|"
        "Hebron|Bethlehem|Tehran|London|Brussels|Geneva|Moscow|Beijing|Kabul|Tel Aviv|The Hague|Vienna|Athens|"
        "Addis Ababa|Kyiv|Barcelona|Marseille|Montreal|United Nations|Vatican City|Luxor|Aswan|Irbil|Sanaa|Los Angeles|"
        "Chicago|Boston|San Francisco|Houston|Atlanta|Seattle|Mumbai|Hong Kong|Sydney|Toronto|Ottawa|Johannesburg|"
        "Pretoria|Lagos|Abuja|Nairobi|Al Ain|Ras Al Khaimah|Fujairah|Frankfurt|Munich|Milan|Geneva|Zurich|Davos|Tripoli"
    ),
    furniture={
        "barrier": (
            "this article is for subscribers …|this article is only for subscribers …|"
            "this story is for subscribers …|this content is reserved …|subscribe for more articles|"
            "register to unlock …|this article is reserved for subscribers …|this content is for subscribers …|"
            "this article is exclusive to subscribers …|subscribers only|for subscribers only|"
            "subscribe to continue …|subscribe to read …|subscribe to unlock …|sign in to continue reading …|"
            "to continue reading …|to keep reading …|to read the rest …|to read the full …|"
            "you have # left to read …|# left to read …|# of this article left …|# of this article remains …|"
            "# of this article is left …|register sign in to unlock …|sign in to unlock …|"
            "create an account or sign in to continue …|create an account to continue …|"
            "log in or create an account to continue …|sign in or create an account|"
            "this article is free to read …|create a free account to …"
        ),
        "comments": (
            "leave a reply|leave a comment|add a comment|post a comment|join the conversation|comments|"
            "# comment|# comments|comments #|no comments|"
            "no comments yet|leave a reply cancel reply"
        ),
        "answers": "# reactions|# replies|# responses",
        "comment_terms": (
            "you must be logged in …|you must log in to …|log in to leave a comment|sign in to comment|"
            "your email address will not be published …|required fields are marked …|comments are closed …|"
            "save my name email and website …|don't have an account …|already have an account …|"
            "by signing up you …|by subscribing you …|i would like to be emailed …|"
            "do you have an opinion on the issues raised in this article …|"
            "welcome to the comments …|welcome to our comments …"
        ),
        "pointers": (
            "read also (:) …|also read (:) …|read more (:) …|see also (:) …|watch also (:) …|don't miss: …|"
            "related|related articles|related posts|related stories|related news|related topics|"
            "you may also like|you might also like|more on this story|recommended|recommended stories|"
            "recommended for you|more stories|more from …|more must reads …|related: …|related story (:) …|"
            "related stories: …|related video: …|see more: …|watch: …|watch now: …|read: …|read next (:) …|"
            "up next: …|also see (:) …|don't miss (:) …|related coverage|our standards: …"
        ),
        "other_news": (
            "latest news|breaking news|recent posts|most read|most popular|most viewed|trending|trending now|"
            "top stories|editor's picks|editors picks|previous article (:) …|next article (:) …|"
            "previous post (:) …|next post (:) …|our latest stories|latest stories|trending news|trending stories|"
            "you may also be interested in …"
        ),
        "sharing": (
            "share this|share this article|share this story|share this post|share on: …|share via …|share it|"
            "# shares|# share|email this|send to a friend"
        ),
        "short_link": "short link: …|shortlink: …|permalink: …|copy link|link copied",
        "captions": "image caption|media caption|image source …|image copyright …|media source …",
        "subscribing": (
            "view this email in your browser|forwarded this email …|update your email preferences …|"
            "unsubscribe from this list …|you are receiving this email …|you received this email because …|"
            "follow us on …|follow us|subscribe to our newsletter …|subscribe to our …|"
            "sign up for our newsletter …|sign up for our …|join our newsletter …|subscribe|subscribe now|"
            "already a subscriber …|get our app …|download our app …|join our channel …|"
            "join our telegram channel …|subscribe to the channel …|join us on telegram …|click here to get the …|"
            "click here to subscribe …|click here to sign up …|click here to join …|"
            "you have been successfully subscribed …|thank you for subscribing …|thanks for subscribing …|"
            "thanks for signing up …|sign up to receive …|sign up to our …|sign up to get …|sign up here …|"
            "subscribe to get …|subscribe to receive …|subscribe here …|enter your email …|"
            "like us on facebook …|follow us at …|join our whatsapp channel …|if you enjoyed this article …|"
            "if you liked this article …|if you enjoyed this post …|if you liked this post …|chat with us in …"
        ),
        "navigation": (
            "skip to content|skip to main content|article content|in this article|on this page|you are here: …|search|"
            "home|log in|login|sign in|back to top|close|contact us|about us|privacy policy|terms of use"
        ),
        "tools": (
            "print|print this article|font size|text size|listen|listen to this article|listen to article|save|"
            "bookmark|gift article|gift this article|save article|save for later|add to favorites|add to favourites|"
            "a a|a a a|back to gallery|show caption|hide caption|play video|"
            "a version of this article appears in print …|report an error|spotted an error in this article …|"
            "a version of this article appeared in print …|this article appears in the print edition …|"
            "this article appeared in the print edition …"
        ),
        "counters": (
            "# views|# view|# reads|# min read|# minute read|# mins read|reading time: …|less than a minute|"
            "# minutes read|# of #|image # of #|photo # of #|picture # of #"
        ),
        "tags": "tagged: …|topics: …|keywords: …|categories: …|category: …|filed under: …",
        "copyright": (
            "all rights reserved …|copyright # …|copyright © …|© …|this document is subject to copyright …|"
            "this material may not be published …"
        ),
        "advertising": (
            "advertisement|advertising|advert|ad|sponsored|sponsored content|sponsored links|"
            "story continues below advertisement|article continues below advertisement|"
            "article continues after ad|article continues after advertisement|"
            "story continues after advertisement|story continues below|article continues below|"
            "continue reading below|scroll to continue …"
        ),
        "cookies": (
            "this site uses cookies …|this website uses cookies …|we use cookies …|accept all cookies|"
            "accept cookies|this slideshow requires javascript …|please enable javascript …|"
            "your browser does not support …"
        ),
    },
    furniture_words={
        "sharing": (
            "on|via|share|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|messenger|viber|reddit|tumblr|"
            "instagram|youtube|tiktok|threads|bluesky|mastodon|snapchat|email|e|print|copy|link|pocket|"
            "flipboard|vk|sms|skype|line"
        ),
        "counters": "view|views|read|comment|comments|share|shares",
    },
    sections=(
        "politics|society|economy|business|world|world news|news|africa|middle east|north africa|health|"
        "science|technology|tech|environment|education|arts|arts and culture|culture and arts|opinion|analysis|"
        "features|top news|breaking|"
        "editorial|interview|exclusive|feature|explainer|live|video|videos|investigation|culture|sport|sports|"
        "travel|weather|energy|markets|briefing|comment|letters|obituary|profile|reportage|column|football|books|"
        "music|film|in brief"
    ),
    agencies=(
        "ap|reuters|associated press|dpa|efe|anadolu|spa|wam|qna|mena|kuna|bna|petra|wafa|sana|aa|pti|ani|tass|"
        "kyodo|upi|bloomberg|apa|ansa|bta|adnkronos|antara|"
        "the associated press|saudi press agency|emirates news agency|"
        "qatar news agency|anadolu agency|agencies|xinhua"
    ),
    reaching="email|e mail|reach|reached|contact|contacted|follow|write to|tweet|tweets|get in touch|join us|listen",
    homes="home",
    labels={
        "updated": ("last updated on|last updated|updated on|updated at|last modified on|last modified|modified on"),
        "published": ("published on|published at|posted on|posted at|first published on|publication date|issued on"),
        "author": (
            "written by|posted by|published by|reported by|reporting by|story by|words by|text by|interview by|"
            "interviewed by|an interview by|interview conducted by|compiled by"
        ),
        "source": "originally published by|originally published in",
    },
    weak_labels={
        "updated": "updated",
        "published": "published|posted|first published",
        "author": "by|author|text|text and photos",
    },
    signed_labels={
        "source": "from|with",
    },
    fillers="on|at|in|the|and|by",
    events=(
        "market|fair|race|cup|league|summit|week|night|party|strike|rally|protest|edition|awards|last|next|"
        "register|deadline|until|before|after|opening|opens|open|closing|closes|closed|starts|ends|vs|versus|"
        "meeting|session|conference|program|round|final|semi|quarter|due|venue|hours|applications|registration|"
        "exam|exams|kickoff|birth|death|born|died|independence|battle|treaty|election|elections|creation|founding|war|"
        "show|exhibition|departure|arrival|anniversary|screening|debate|workshop|lecture|matchday"
    ),
    edges="on|the|of|to|from|at",
    months={
        1: "jan",
        2: "feb",
        7: "jul",
        9: "sep",
        10: "oct",
        11: "nov",
        12: "dec",
    },
    weekdays="mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun",
    day_parts={
        "am": "am|a.m.|a.m",
        "pm": "pm|p.m.|p.m",
    },
    time_units={
        "second": "second|seconds|sec|secs",
        "minute": "minute|minutes|min|mins",
        "hour": "hour|hours|hr|hrs|h",
        "day": "day|days|d",
        "week": "week|weeks",
        "month": "month|months",
        "year": "year|years",
    },
    small_numbers={
        1: "a|an|one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        None: "a few|few|several",
    },
    moments={
        ("minute", 0): "just now",
        ("day", 0): "today",
        ("day", 1): "yesterday",
    },
    zones={
        0: "z|ut|utc|gmt|wet",
        60: "cet|bst|west",
        120: "cest|eet",
        180: "eest",
        -240: "edt",
        -300: "est|cdt",
        -360: "cst|mdt",
        -420: "mst|pdt",
        -480: "pst",
    },
    dates={
        "on": "on|the",
        "drawn_up": "done|issued|signed|dated",
        "of": "of",
        "in_year": "of",
        "ordinal": "st|nd|rd|th",
        "islamic_era": "AH",
        "same_day": "corresponding to",
        "hour": "at",
        "until": "and|to|until|through",
        "ago_after": "ago",
        "about": "about",
        "numbered": "law|act|decree|bill|number|no|nos|version|v|ip",
        "numbered_more": "number|no",
    },
    datelines={
        "small": "of|the|and|el|al",
        "agency_end": "agency|press|news",
        "correspondent": "our correspondent|from our correspondent",
        "filler": "on|from|in|dated|by|urgent|flash|breaking|update|lead|1st lead|photo|photos|special",
    },
    authors={
        "clock_of": "local time|… time",
        "label": ("written by|posted by|published by|reported by|reporting by|story by|words by|by|author"),
        "signed": "from|reporting|analysis|fact check",
        "by": "by|By",
        "wrote": "words by|words",
        "and": "and|&",
        "inside": "and|van|von|el|al|ben|bin|bint",
        "desks": "editorial team|editorial board|editorial staff|the editors|news desk|the newsroom",
        "article": "the",
        "staff": "our correspondent|our staff|staff writer",
        "beside": "with|in",
        "trailing": "on|at|the",
        "in": "in|at",
        "role": "staff writer|staff|correspondent|reporter|editor|journalist*",
        "nobody": (
            "admin|administrator|root|webmaster|editor|user|author|test|wordpress|guest|anonymous|unknown|none|null|"
            "undefined|n/a|super user|superuser|default|site admin|by"
        ),
    },
    pages={
        "site_rules": (
            "privacy policy|terms of use|terms of service|terms and conditions|cookie policy|community guidelines|"
            "house rules"
        ),
        "network": "Twitter|Facebook|Instagram|LinkedIn|Bluesky|Telegram|YouTube",
        "first_on": "the post … appeared first on|the post … first appeared on",
        "updated": "updated|modified",
        "sponsored": "sponsored|sponsored content|sponsored post|paid content|paid post|advertorial|partner content",
        "untitled": "untitled|untitled document|untitled page|exported data|document|new page|print preview",
        "copied": "printed|printed on|downloaded|downloaded on|retrieved|retrieved on|accessed|accessed on|saved on",
        "stamped": "posted|published|updated|last updated",
        "error": "error|http error",
        "gone": "page not found|not found|forbidden|bad gateway|service unavailable",
        "gate": "just a moment|one moment, please|attention required|are you a robot|access denied|before you continue|"
        "checking your browser|verify you are human|security check|we value your privacy|your privacy choices|"
        "one more step|pardon our interruption",
        "goes_on": "continue reading|read more",
        "credit": "credit|credits|photo|photo credit|image|source",
        "saved_folder": "_files|.files",
    },
    speech={
        "sharing": "share this",
        "subscribing": "chat with us|follow us|subscri|enjoyed this|newsletter|inbox|sign up|sign in|donat|support our|"
        "our podcast|independent journalism",
        "barrier": "subscri|unlock|free trial",
        "advertising": "advert|sponsored",
        "notices": "cookie|consent|javascript|your browser|privacy",
        "authors": "author|writer|journalist|reporter|correspondent",
        "tags": "tags",
        "navigation": "copyright|all rights",
        "windows": "opens in a new|opens in new|opens new|new window|new tab|external link",
    },
    wires={
        "urgent": "urgent|flash|alert|breaking|breaking news|just in|bulletin",
        "note": ("photo|photos|with photos|video|lead|correction|updates|update|recasts|refiles|corrects|writethru"),
        "editors": "Ed|Eds|Editor|Editors",
        "over": "end|ends|30|more|end of release|end of press release|end of statement",
        "utc": "gmt|utc|ut|z",
        "local": "local time|local",
    },
    prints={
        "page": "page|p|pg|p.|pg.",
        "of": "of",
        "issue": "no.|issue|vol|vol.",
        "hyphen_first": ("self|well|full|half|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|north|south"),
        "hyphen_second": "based",
    },
    networks={
        "age": "h|hr|hrs|min|m|d|w|y",
        "account_picture": "profile picture",
        "below": "liked by|view all|view 1 comment|add a comment",
        "likes": "like|likes",
    },
    forms={
        "title": "title|headline",
        "text": "text|body|standfirst|summary|lead|subtitle|article",
        "other": "section|category|keywords|slug|word count",
    },
    press_contacts=(
        "media contact|media contacts|press contact|press contacts|contact|contacts|for more information|"
        "for further information|media enquiries|media inquiries|press enquiries|press office"
    ),
    institutions=(
        "ministry|association|league|federation|union|university|foundation|agency|office|council|committee|centre|"
        "center|institute|company|group|party|embassy|kingdom|republic|department|chamber|bank|club|trust|society|"
        "organisation|organization|confederation|city"
    ),
    chat_replies="thanks|thank you|ok|okay|noted|received|got it|great|yes|perfect",
    chat_files="attached",
    mail_wrote="wrote",
)
