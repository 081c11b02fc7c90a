"""The kinds of signs that are nearly Markdown or HTML, or that a program left: each with its form and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FILE = r"\.(?:jpe?g|png|gif|webp|avif)"
_AS_TYPED = "write it in Markdown or HTML, or between backticks to show it"


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of slip. signs: without any of them there is none. what: said behind the piece that `pattern` finds."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    what: str
    hint: str


ROWS = (
    Row(
        ("MERGEFORMAT", "MERGEFIELD", "* ARABIC", 'HYPERLINK "', "PAGEREF _", "REF _Ref", "NUMPAGES"),
        re.compile(
            r"[^\n]{0,30}"
            r'(?:MERGEFORMAT|\{? ?MERGEFIELD|\\?\* ARABIC|HYPERLINK "|PAGEREF _|REF _Ref|NUMPAGES)[^\n]{0,20}'
        ),
        "is a field of a word processor: readers see it as it is",
        "write what it stands for",
    ),
    Row(
        ("&",),
        re.compile(r"&(?:nbsp|eacute|egrave|agrave|ccedil|rsquo|lsquo|laquo|raquo|hellip|ndash|mdash)(?![;\w]*;)"),
        "is not the sign that it stands for: readers see it as it is",
        "write a ; behind it, or the sign itself",
    ),
    # a blank between the two brackets of a picture, or before them; the two kinds of brackets exchanged
    Row(
        ("!",),
        re.compile(
            rf"!\[[^\[\]\n]*\][ \t]+\([^()\n]+\)|(?:^|(?<=\s))![ \t]+\[[^\[\]\n]*\]\([^()\n]+{_FILE}\)", re.I | re.M
        ),
        "is no picture: readers see it as it is",
        "write ![what it shows](photo.jpg), without blanks between",
    ),
    Row(
        (
            ")[",
            "!(",
        ),
        re.compile(rf"!\([^()\n]*\)\[[^\[\]\n]+\]|\([^()\n]+\)\[[^\[\]\s]+(?:{_FILE}|\.(?:md|html?|pdf))\]", re.I),
        "is no link: readers see it as it is",
        "write [words](address), and ![words](file) for a picture",
    ),
    # a link whose first bracket nothing closes in its line
    Row(
        (
            "(http",
            "(www.",
        ),
        re.compile(r"\[[^\[\]()\n]{1,80}\((?:https?://|www\.)[^()\s]+\)(?![^\[\n]*\])"),
        "is no link: readers see it as it is",
        "write [words](address)",
    ),
    Row(
        ("](",),
        re.compile(r"(?<!\!)\[[^\[\]\n]+\]\([ \t]*#?[ \t]*\)"),
        "leads nowhere",
        "write the address, or take the brackets out",
    ),
    Row(
        ("#######",),
        re.compile(r"^ {0,3}#{7,}[ \t]+\S[^\n]*", re.MULTILINE),
        "is no heading: readers see its signs",
        "write two to six #",
    ),
    Row(
        ("{.",),
        re.compile(r"\{\.[a-z][\w-]{2,30}\}"),
        "means nothing here: readers see it as it is",
        "take it out, or write it in HTML",
    ),
    Row(
        ("^",),
        re.compile(r"(?<=\w)\^\d{1,2}\^"),
        "means nothing here: readers see it as it is",
        "write a footnote, [^1], or <sup>1</sup>",
    ),
    # notes of other Markdowns, boxes, codes of forums and of WordPress
    Row(
        ("^[",),
        re.compile(r"\^\[[^\[\]\n]+\]"),
        "is no footnote: readers see it as it is",
        "write [^1], and a line `[^1]: ...`",
    ),
    Row(
        (
            "[",
            "!!!",
            "???",
            ":::",
            "{==",
            "{",
        ),
        re.compile(
            r"^(?:!!!|\?\?\?\+?|:::+)[ \t]*[\w{-][^\n]*|(?<!\])\[/[A-Za-z][a-zA-Z_-]{0,30}\](?![(:\[])|\{==[^{}\n]*==\}"
            r"|\[[a-z][a-z_-]{0,30}(?:[ ]+[a-z_-]+=[\"'“”]|=(?:[\"'“”#]|https?:))[^\[\]\n]*\](?![(:\[])"
            r"|\[(?:audio|video|youtube|vimeo|tweet|soundcloud)(?::|[ ]https?:)[^\]\n]+\](?![(:\[])"
            r"|\{(?:youtube|vimeo|audio|video|gallery|loadposition)[^{}\n]*\}"
            r"|^\[(?:TOC|toc|caption|gallery|embed)[^\]\n]{0,99}\](?![(:\[])",
            re.MULTILINE,
        ),
        "means nothing here: readers see it as it is",
        _AS_TYPED,
    ),
    Row(
        ("<",),
        re.compile(r"<script\b[^<>]{0,300}?\ssrc\s*=[^<>]{0,2000}>", re.IGNORECASE),
        "is not published: what it would show is missing",
        "write a link to it",
    ),
    Row(
        ("=", "'''", "${", "|", "}", "%"),
        re.compile(
            r"^={2,5}[ ]?[^=\n]{2,80}?[ ]?={2,5}[ \t]*$|'''[^'\n]{1,120}'''"
            r"|\$\{[A-Za-z_][\w.]{0,40}\}|%[A-Z][A-Z_]{2,30}%"
            r"|<(?:doc|img|emb)\d+(?:\|\w+)?>|\{\{\{[^{}\n]+\}\}\}|!\[[^\[\]\n]*\|\d{1,4}(?:x\d{1,4})?\]\("
            r"|(?<=\))\{[^{}\n]{0,60}(?:width|height|\.[a-z]|=)[^{}\n]{0,60}\}|!\[[^\[\]\n]*\]\([^()\s]+[ ]=\d*x\d*\)",
            re.MULTILINE,
        ),
        "means nothing here: readers see it as it is",
        _AS_TYPED,
    ),
    Row(
        (
            "undefined",
            "[object Object]",
            "NaN",
            "#REF!",
            "#DIV/0!",
            "#N/A",
            "#VAL",
            "#NOM",
            "#NA",
            "#NU",
            "Erreur !",
            "Error!",
        ),
        re.compile(
            r"\bundefined\b(?=[ \u00a0\u202f]?%)|\[object Object\]|\bNaN\b"
            r"|#(?:REF!|DIV/0!|N/A\b|VAL(?:UE|EUR)!|NOM\?|NAME\?|NUM!|NOMBRE!|NULL?!)"
            r"|Erreur[ \u00a0]![ ](?:Source du renvoi|Signet)[^.\n]*|Error! (?:Reference source|Bookmark)[^.\n]*"
        ),
        "is what a program writes where it found nothing",
        "write what belongs there",
    ),
    Row(
        ("<html", "<HTML", "<!doctype", "<!DOCTYPE", "<body", "<BODY"),
        re.compile(r"<!doctype\s+html[^<>]{0,200}>|<(?:html|body)\b[^<>]{0,300}>", re.IGNORECASE),
        "begins a whole page of HTML, which an article is not",
        "give the page to `nashra import`, or keep what it says alone",
    ),
    Row(
        ("_msocom", "#cmnt", "_cmnt"),
        re.compile(r"(?:<a\b[^<>\n]{0,300}?)?#(?:_msocom_|_?cmnt(?:_ref)?)\d+"),
        "comes from a comment in a word processor",
        "take it out, and the comment with it",
    ),
    Row(
        ("oaicite", "citeturn", "cite\ue202turn", "†"),
        re.compile(
            r":?contentReference\[[^\]\n]{0,60}\]|\ue200?cite\ue202?(?:turn\d)|citeturn\d\w+|【[^】\n]{0,60}†[^】\n]{0,60}】"
        ),
        "was left by a program that writes texts",
        "take it out, and name the source in words",
    ),
    Row(
        ("color", "COLOR"),
        re.compile(r"<(?:span|font)\b[^<>]{0,300}?\bcolor\s*[:=][^<>]{0,300}>", re.IGNORECASE),
        "colours nothing: readers see its words as all others",
        "say in words what the colour says, or take it out",
    ),
    Row(
        ("{\\rtf", "\\textbf{", "\\emph{", "\\section{", "\\textit{", "\\begin{"),
        re.compile(r"\{\\rtf1?\b[^\n]*|\\(?:textbf|textit|emph|section|begin)\{[^{}\n]*\}"),
        "means nothing here: readers see it as it is",
        _AS_TYPED,
    ),
    Row(
        ("&",),
        re.compile(r"&amp;(?:#[0-9]{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8}[0-9]?);", re.IGNORECASE),
        "is shown as its signs, since it was made safe twice",
        "write the letter itself, or & instead of &amp;",
    ),
    Row(
        (
            "\u202d",
            "\u202e",
        ),
        re.compile("[\u202d\u202e]"),
        "turns the letters behind it around for readers",
        "take the invisible sign out; direction comes by itself",
    ),
    Row(
        # tags, and selectors of variants in a row: the same letters, counted from another place
        (
            *("\U000e0020", "\U000e0061", "\U000e0065", "\U000e0069", "\U000e006f"),
            *("\U000e0110", "\U000e0151", "\U000e0155", "\U000e0159", "\U000e015f"),
        ),
        re.compile(
            "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]|"
            "(?<![\U000e0100-\U000e01ef])[\U000e0100-\U000e01ef](?=[\U000e0100-\U000e01ef])"
        ),
        "begins letters that nobody sees, and machines read",
        "take the invisible signs out",
    ),
    Row(
        ("??",),
        re.compile(r"(?<!\?)\?{2,}(?:[ \t]+\?{2,}){2,}"),
        "stands where letters were lost on the way",
        "get the text again where it came from; its file was written in the wrong encoding",
    ),
    # a picture without an address, or without its second bracket
    Row(
        ("![", "[!", "]"),
        re.compile(
            rf"!\[[^\[\]\n]*\]\([ \t]*(?:<[ \t]*>)?[ \t]*\)|\[(?<![\[)]\[)!?[^\[\]\n]+{_FILE}\](?![(:\[])",
            re.IGNORECASE,
        ),
        "shows no picture",
        "write ![what it shows](photo.jpg)",
    ),
    # classes of Kramdown and Pandoc, programs of PHP and templates, codes of smileys, tables drawn with signs
    Row(
        ("{:", "{#", "{.", "<?", "<%", "+--", "+=="),
        re.compile(
            r"\{:[ ]?[.#\w][^{}\n]{0,60}\}|(?<=[ \t])\{[#.][A-Za-z][^{}\n]{0,40}\}[ \t]*$|<\?(?:php|=)[^\n]{0,60}"
            r"|<%[=-]?[ ][^\n]{0,60}%>|^[ ]{0,3}\+(?:[-=]{2,}\+)+[ \t]*$",
            re.MULTILINE,
        ),
        "means nothing here",
        _AS_TYPED,
    ),
    Row(
        (":",),
        re.compile(r":(?<![\w:/.]:)[a-z][a-z_]{2,30}:(?![\w:/])"),
        "means nothing here: readers see it as it is",
        "write the sign itself",
    ),
    # brackets that somebody turned around for their looks in a text from right to left
    Row(
        (")",),
        re.compile(r"\)(?<!\S\))(?=[^\W_])[^()\n]{1,60}(?<=[^\s(])\((?=[\s.,،؛:]|$)", re.MULTILINE),
        "has its brackets the wrong way round",
        "write ( before it and ) behind it, in every language",
    ),
    # ends of lines and letters as programs write them down
    Row(
        ("\\n", "\\r", "\\u", "\\x"),
        re.compile(
            r"(?:\\r)?\\n(?:\\r)?\\n|\\r\\n|(?<=[.!?»”،؛؟])\\n(?=\W|[^\W\d_]|\Z)|(?<=[^\W\d_] )\\n(?=\s|[^\W\d_]|\Z)"
            r"|\\u[0-9a-fA-F]{4}|\\x[0-9a-f]{2}(?=\\x)"
        ),
        "is how a program writes the end of a line or a letter",
        "write the line or the letter itself",
    ),
    # tags that were made safe, so that readers see them; places that a program was to fill; signs of warning
    Row(
        ("&lt;",),
        re.compile(
            r"&lt;(?:p|br|div|span|strong|em|b|i|a|h[1-6]|ul|ol|li|img|table|td|tr)\b(?:(?!&[lg]t;)[^\n]){0,200}&gt;",
            re.IGNORECASE,
        ),
        "is shown as its signs, since it was made safe twice",
        "write it in Markdown, or between backticks to show it",
    ),
    Row(
        ("%s", "%d"),
        re.compile(r"(?:^|(?<=[ \u00a0(«\"“]))%[sd](?=[ \u00a0.,;:!?)»\"”،؛؟]|$)", re.MULTILINE),
        "is where a program was to write something",
        "write what belongs there",
    ),
    Row(
        ("<<<", ">>>"),
        re.compile(r"(?<!<)<{3,}[^<>\n]{0,60}>{3,}|^[ ]{0,3}(?:>{4,}|<{3,})[ ][^\n]*|>{3,}[ \t]*$", re.MULTILINE),
        "seems to be a note for colleagues, and readers see it",
        "write <!-- ... --> around it, or take it out",
    ),
    Row(
        ("/!\\",),
        re.compile(r"/!\\[^\n]*"),
        "seems to be a note for colleagues, and readers see it",
        "write <!-- ... --> around it, or take it out",
    ),
    Row(
        ("{",),
        re.compile(
            r"(?<![{)])\{[ ]?(?:style|class|id|width|height|align|target|rel|lang|dir)=[^{}\n]{1,80}\}", re.IGNORECASE
        ),
        "means nothing here: readers see it as it is",
        _AS_TYPED,
    ),
    # files of one machine, and doors of machines that readers have no key to
    Row(
        ("file:/", "sftp://", "smb://", "afp://", "ssh://", ":\\", "\\\\", "/Users/", "/home/"),
        re.compile(
            r"(?<![(<\w])(?:file:/{1,3}|sftp://|smb://|afp://|ssh://)[^\s<>()]{3,200}"
            r"|(?<![(\w])[A-Z]:\\(?:Users|Utilisateurs|Documents)\\[^\n<>|:*?\"]{1,100}"
            r"|(?<![\\\w(])\\\\[a-z][\w.-]{2,30}\\[\w$][^\s<>]{2,100}"
            r"|(?<![(\w.])/(?:Users|home)/\w+/(?:Desktop|Documents|Downloads|Pictures|Bureau)\S*",
            re.IGNORECASE,
        ),
        "is on one machine alone: readers cannot get it",
        "put the file beside the article and link to its name",
    ),
    # the letter O among figures, and Arabic as programs of old wrote it down, each letter in the form of its place
    Row(
        tuple(f"{figure}O" for figure in "0123456789"),
        re.compile(r"(?<![\w.-])\d{1,4}(?:[ \u00a0\u202f.,]\d{3})*O+\d*(?![\w'’-])"),
        "has the letter O in the place of a zero",
        "write the figure",
    ),
    Row(
        ("\ufe8d", "\ufe8e", "\ufedf", "\ufee0"),
        re.compile("[\ufe80-\ufefc]{3,}(?:[ \u00a0]*[\ufe80-\ufefc]+)*"),
        "has letters in the forms that old programs wrote: no name is found in it",
        "get the text again where it came from, or type it",
    ),
    # what stands alone where a program had nothing to write, and formulas of a sheet
    Row(
        ("undefined", "null", "NULL", "=SUM(", "=SOMME(", "=AVERAGE(", "=MOYENNE(", "=IF(", "=VLOOKUP("),
        re.compile(
            r"(?:^|(?<=\|))[ \t]*(?:undefined|null|NULL|=[A-Z]{2,}\([A-Z]{1,2}\d[^()\n]{0,40}\))[ \t]*(?=$|\|)",
            re.MULTILINE,
        ),
        "is what a program writes where it found nothing",
        "write what belongs there",
    ),
)
# What Word writes, where it is no block of HTML.
OF_PROGRAM = Row(
    ("<",),
    re.compile(r"</?[a-z][a-z0-9]{0,9}:[a-z][\w.-]*(?:\s[^<>]*)?>", re.IGNORECASE),
    "is a sign of a program, and readers see it",
    "take it out",
)
# What chats hide until it is touched.
SPOILER = Row(
    ("||",),
    re.compile(r"(?<![|\w])\|\|(?=[^|\s])[^|\n]{1,200}(?<=[^|\s])\|\|(?!\|)"),
    "hides nothing: readers see the words and the bars",
    "take it out, or write <!-- ... --> around it",
)
