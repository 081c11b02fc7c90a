"""What English-speaking newsrooms leave in texts that are not ready."""

from __future__ import annotations

from nashra.languages.desk.spec import Desk

DESK = Desk(
    held=(
        "do not publish|don't publish|do not run|not for publication|not for release|not for broadcast|"
        "not to be published|do not use|hold for release|hold until|on hold until|under embargo|embargoed until|"
        "embargoed to|embargo until|strictly embargoed|awaiting approval|awaiting legal|awaiting sign off|"
        "pending approval|pending legal review|off the record|not yet approved|not cleared for publication|"
        "do not quote|not for attribution|publish after|publish only after"
    ),
    then="before|until|till|without|yet|please|ahead|prior|by|from|this|pending|without|to",
    alone=(
        "draft|first draft|rough draft|working draft|draft only|draft copy|wip|work in progress|unedited|"
        "unfinished|not edited|not proofread|needs editing|needs review|to be reviewed|to be edited|to be checked|"
        "article in progress|confidential|strictly confidential|private and confidential|internal use only|"
        "internal only|for internal use only|for internal use|for internal circulation only|not final|"
        "not for publication|preliminary version|tbd|tbc|spiked|to be confirmed|not for attribution"
    ),
    embargo="embargo|embargoed|under embargo|for release|to be published|to publish|please publish",
    notes=(
        "note to editor|note to editors|note to the editor|note to desk|note to self|note to subs|"
        "note for the desk|subs please|for subs|editor's query|query for author|internal note|to check|to verify|"
        "to be confirmed|to be translated|to translate|to do|todo|fixme|version 1|version 2|version 3|option 1|"
        "headline 1|headline 2|headline 3|option 2|alternative headline|alternative title|suggested headline|"
        "suggested headlines|standfirst|working title|slug line|translated by deepl|translated with deepl|"
        "translated by google|google translation|subheading|subhead|crosshead|photo caption|suggestion accepted|"
        "suggestion rejected|accepted suggestion|rejected suggestion|marked as resolved|source's number|"
        "source's phone|source's mobile|source's name|source's real name|source contact|my number|off record|"
        "old version|previous version|new version|second version|name of the source|real name of the source|"
        "point to add|points to add|for the editor|for editor|for my editor|alternative paragraph|"
        "alternative version|other version"
    ),
    asks=(
        "insert|insert here|to be inserted|add quote|add link|add photo|add name|to be added|to be confirmed|"
        "to be translated|to be checked|to be verified|tbc|tbd|tktk|tk|quote tk|name tk|fact check|please check|"
        "check spelling|check with|confirm with|needs source|source needed|citation needed|missing|ask the|"
        "add quotes|add a quote|need quote|need a quote|para cut|paragraph cut|paragraph removed|cut this|"
        "quote to come|photo to come|link to come|check this|verify the|confirm the|to be written|more to write|"
        "to buy|to be cut|to be deleted|to be removed|to replace|to be updated|to update"
    ),
    pleas="please check|please verify|please confirm|please add",
    slots="photo|image|picture|video|chart|graphic|infographic|map|table|pull quote|quote|caption|link|tweet|box",
    fillers=(
        "lorem ipsum|placeholder text|dummy text|your text here|text goes here|replace this text|insert text here|"
        "yourwebsite.|yourdomain.|yoursite.|your-site.|click here to add|click to add text|click to edit|"
        "type your text|enter text here|start writing or type"
    ),
    answers=(
        "here is the rewritten|here is a rewritten|here is the revised|here is a revised|here is the translation|"
        "here is a translation|here is the translated|here is your article|here is an improved|"
        "here is the corrected|here's the rewritten|here's a rewritten|here's the revised|here's a revised|"
        "here's the translation|here's an improved|here's your article|sure here|certainly here|of course here|"
        "absolutely here|as an ai language model|as an ai|as a language model"
    ),
    offers=(
        "would you like me to|let me know if you'd like|let me know if you would like|i hope this helps|"
        "let me know if you need anything|let me know if you need any|let me know if you need further|"
        "let me know if you need more|feel free to ask|feel free to let me know|is there anything else"
    ),
    greetings="hi|hello|hey|dear|morning|good morning",
    covers=(
        "here is the piece|here's the piece|here is the article|here's the article|here is the story|"
        "here's the story|here is my copy|please find|attached|i attach|find attached|let me know what you think|"
        "can you check|could you check|please read|translated with deepl"
    ),
    disclaimers=(
        "this email and any attachments|this e mail and any attachments|this message and any attachments|"
        "this email is confidential|this e mail is confidential|this message is confidential|"
        "this email is intended only|you received this email|you are receiving this|you received this message"
    ),
    comments="comment|commented|comments",
    proposals="replace|delete|add|insert|format",
    cleared=(
        "proofread by|proofed by|subbed by|checked by|read by|ok to publish|ok to run|ready to publish|"
        "ready for publication|good to go|cleared for publication|approved for publication|approved by"
    ),
    before="before publication|before publishing|before we publish|before it goes live|before going live",
    counts="words|characters|words approx|characters with spaces|min read|minute read|minutes read|mins read",
    ends="end|ends|end of article|end of story|end of text",
    prompts=(
        "rewrite this|rewrite the|summarize this|summarise this|summarize the|summarise the|translate this|"
        "translate the following|paraphrase this|proofread this|write an article|write a news"
    ),
    unknown=(
        "name|first name|date|place|age|figure|amount|source|price|title|job title|spelling|sp|number|city|country|"
        "town|village|region|hour|day|month|full name|photo credit|photo|caption|picture credit|mayor's name|"
        "surname|last name|company name|organisation name|exact figure|phone|address|job"
    ),
    tracked="deleted|inserted|formatted|moved",
    titles=(
        "untitled|untitled document|no title|title here|title to come|headline here|headline to come|headline tk|"
        "working title|new article|new document|your title here|title goes here|tbd|tbc|document|title|my article|"
        "todo|test|test test|testing|test article|test post|tests|xxx|xx|asdf|asdfasdf|qwerty|azerty|qsdf|foo|"
        "foo bar|hello world|article title|post title|new post|new page|new text document|enter title here|"
        "add title|headline|insert title|insert headline|draft title|title of the article"
    ),
    copies="copy of",
    marks=(
        "copy|final version|corrected|edited|revised|clean|tbd|tk|wip|to check|to be checked|working title|"
        "headline tbc|do not delete|final final"
    ),
    summaries=(
        "summary|summary here|summary to come|standfirst|standfirst to come|your summary|description|"
        "summary of the article|summary of the article here|tbd|tbc|todo|tk|summary tk|excerpt|write summary here|"
        "lorem ipsum|description here|meta description"
    ),
    accounts=(
        "admin|administrator|root|user|webmaster|test user|guest|your name|author name|name of the author|"
        "first name last name|firstname lastname|john doe|jane doe|author|me|name here|tbd|tbc|tk|todo|byline|"
        "user name|username|test|tester|chatgpt|openai|copilot|gemini|deepl|google translate"
    ),
    alts=(
        "alt text|alternative text|alt|image|picture|photo|caption|caption here|image description|description|"
        "untitled|caption to come|photo to come|image to come|credit to come"
    ),
    secrets="password|passwd|pwd|pw|passcode|api key|api_key|apikey|secret key|secret_key|client secret|client_secret",
    lone=(
        "see attached|see attachment|see the attached|please see attached|please advise|pls check|pls confirm|"
        "add quote|add quotes|add a quote|add photo|needs a quote|need quote|fill me in|cut from here|"
        "cut if too long|ok to cut|rest to come|ending to come|ending tk|awaiting quote|awaiting legal|"
        "waiting for quote|waiting for legal|test test|blah blah|asdf asdf|option to cut|end of draft|draft notes|"
        "notes for editor|need to confirm this|need to confirm with|can be cut if|can be cut from|could be cut if|"
        "delete this paragraph|delete this para|remove this paragraph|legal please|pls add|add link here|"
        "add name here|regenerate response|chatgpt said|copy code|show translation|see translation|translate post|"
        "photo rights|image rights|machine translated please|generated by ai|generated with ai|"
        "generated by chatgpt|hold this para|hold this paragraph|trim this para|looks good to me|lgtm|more to come|"
        "more to follow|translated with deepl|translated by deepl|translated with google|translated by google|"
        "translated by chatgpt|suggestion by grammarly|edited with grammarly|corrected by|continue from here|"
        "pick up here|pick up from here|end of web version|end of print version|do not use this para|"
        "awaiting comment|awaiting response|awaiting reply|will update when|updates to follow|download attachment"
    ),
    fields=(
        "keywords|keyword|focus keyword|focus keyphrase|tags|slug|meta description|meta title|seo title|"
        "seo description|permalink|featured image|word count|reading time"
    ),
    headlines=(
        "headline|title|article title|suggested headline|suggested title|alternative headline|alternative title|"
        "working title|working headline|re|fw|fwd|subject|alt headline|seo title"
    ),
    units=(
        "million|millions|billion|billions|thousand|percent|per cent|dollars|euros|pounds|dirhams|dinars|people|"
        "miles|kilometres|kilometers|hectares|tonnes|years|votes|seats|places|pupils|families|homes|jobs|metres|"
        "meters|litres"
    ),
    lists="contacts|address book|sources|list of sources|phone numbers|phones",
    tells=(
        "can you|could you|pls|plz|to check|to confirm|check w|check with|i cut|i have cut|i removed|i added|"
        "do we have the rights|do we have rights|have we got the rights|have we cleared|who said|who is this|"
        "is this|is that right|which one|check if|says who"
    ),
    told=(
        "can you|could you|would you|pls|please check|please confirm|please verify|check|confirm|ok to|ok with you|"
        "is this right|is this ok|do we keep|do we cut|don't forget|remember to|have a look|look at|keep|lose|"
        "leave|add|please"
    ),
    links="link|link here|link to come|insert link|add link|link to article|link tk|internal link|video link",
    once="the|an|and|or|of|to|from|with|by|into|their|its|these|those|but|as|they|she|we|our|my|your|between|because",
    papers="identity card|id card|passport|passport number|national id|id number|residence permit",
    works=(
        "para|paras|paragraph|paragraphs|headline|standfirst|subhead|subheading|crosshead|caption|captions|quote|"
        "quotes|photo|photos|picture|pictures|image|video|map|chart|graphic|link|links|source|sources|figure|"
        "figures|spelling|sentence|intro|copy|table|section|text|article|story|credit|byline|name|date|nut graf|"
        "nutgraf|lede"
    ),
    own="para|paras|paragraph|standfirst|subhead|crosshead|headline|caption|intro|nut graf|nutgraf|lede",
    versions=(
        "version|headline|title|titles|tone|summary|translation|style|text|article|paragraph|words|shorter|longer|"
        "outline|seo|draft|revise|rewrite|shorten"
    ),
    on="on|at|after|until|till|from|before",
    unfinished="who|which|every|than|during|among|although|while|the|and|their|its|our|my|your",
    doings=(
        "insert|add|put|cut|delete|remove|drop|check|verify|confirm|fix|rewrite|trim|shorten|translate|find|buy|"
        "replace|move|choose|double check|swap|crop|tighten"
    ),
    pending=(
        "to come|here|to be cut|to be deleted|to be checked|to be added|to be replaced|to be translated|to check|"
        "to add|to replace|tk|tbc|tbd|goes here|unconfirmed|not confirmed|unverified|not verified|awaiting"
    ),
    offering=(
        "would you like|do you want me to|want me to|if you'd like i|if you would like i|if you want i|i can also|"
        "shall i|should i|let me know if"
    ),
    answering=(
        "sure|certainly|of course|absolutely|okay|great|i've rewritten|i have rewritten|i'll rewrite|i've revised|"
        "i have revised"
    ),
    given="you provided|you shared|you pasted|provided text|provided article",
    backups="backup|backups|dump|database export",
    selves=(
        "certainly below|certainly here|sure here|sure below|of course here|absolutely here|would you like me to|"
        "do you want me to|let me know if you'd like|let me know if you would like|if you'd like i can|"
        "i hope this helps|as an ai language model|as an ai i|as an ai assistant|as a language model|"
        "i am an ai language model|here are three headline|here are some headline|here are five headline|"
        "here are a few headline|this version keeps|this version maintains|this rewrite|let me know if this works|"
        "let me know if this is|i hope this version"
    ),
    modals="need|needs|we need|maybe",
    spoken="i",
    yours="you|your|me",
    parts=(
        "this paragraph|these paragraphs|this para|this section|next paragraph|previous paragraph|paragraph above|"
        "paragraph below|above paragraph|last paragraph|last sentence|this sentence|this headline|this standfirst|"
        "your paragraph|your article|your draft"
    ),
    drafted="version|rewrite|rewording|translation|draft|summary",
    deeds=(
        "update|add|check|double check|verify|confirm|reword|rewrite|shorten|trim|cut|tighten|translate|reach|"
        "source|too long|clear|attribute|came from|comes from|copied|pasted|fix|swap|replace|move|quoted|edit"
    ),
    bare=(
        "can someone|could someone|can anyone|could anyone|legal to|subs to|desk to|still need to|still needs to|"
        "please do not|please don't"
    ),
    lacks=(
        "not sure about|not sure of|unsure about|couldn't find|could not find|haven't got|haven't found|didn't get|"
        "waiting on|still waiting for|need a|need an|need another|needs a|needs an|needs another|still need|"
        "still needs|still missing|missing|got this|took this|copied this|sorry about"
    ),
    bank="iban|bank account|account number|sort code",
    gifts="donation|donations|donate|donors|fundraiser|charity|appeal|fee|fees|subscription",
    shielded=(
        "witness|victim|complainant|source|whistleblower|minor|his number|her number|his mobile|her mobile|"
        "personal number|private number|anonymous|anonymity|pseudonym|suspect|defendant|accused"
    ),
    real="real name|true name|true identity|real identity",
    blanks="name of|names of|date of|place of|number of|amount of|title of|job of|address of|time of|spelling of",
    counters="views|ago|followers|edited|likes|comments|shares|min read",
    notices=(
        "joined the group|left the group|is typing|joined using this group's invite link|deleted this message|"
        "unsent a message|shared a document with you|shared a file with you"
    ),
    readers="your|their|his|her|is|are|was|were|can|will be|has|have|our|its|you",
)
