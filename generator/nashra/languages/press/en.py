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
        "good morning|good afternoon|dear sir|dear madam|hello all|to whom it may concern"
    ),
    greeting_starts="hello|hi|dear",
    cover_starts=(
        "please find|please see|find below|find attached|see below|kindly find|attached is|below is our|"
        "i am sending you|we are sending you|please publish|fyi|for your information|sharing our"
    ),
    press_labels="press release|for immediate release|news release|media release|press statement",
    closings=(
        "regards|best regards|kind regards|warm regards|best|best wishes|sincerely|yours sincerely|"
        "yours faithfully|yours truly|many thanks|thanks|thank you|cheers|with best regards|sincerely yours"
    ),
    device_starts="sent from my|sent from mail|get outlook for|sent via",
    confidential_starts=(
        "this email and any|this e mail and any|this message and any|the information contained in this|"
        "this email is confidential|this message is confidential"
    ),
    chat_notices=(
        "media omitted|image omitted|video omitted|audio omitted|document omitted|sticker omitted|gif omitted|"
        "this message was deleted|you deleted this message|this message was edited|photo|video|voice message|sticker|"
        "waiting for this message"
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
)
