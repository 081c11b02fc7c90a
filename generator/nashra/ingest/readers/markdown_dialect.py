"""What site generators put into Markdown that is none, written as Markdown or reported. All other text stays as it is.

Hugo, Jekyll and Zola read the Markdown of GitHub, as we do. Their shortcodes for pictures, videos and code become
pictures, links and code; of those around words the words stay; other shortcodes and template tags stay in the
text and are named.
"""

from __future__ import annotations

import re

from nashra.ingest.readers import html_around
from nashra.ingest.readers.liquid import outside_code, plain, shown, spans_veiled

_MORE = re.compile(r"[ \t]*<!--\s*(?:more|nextpage)\b.*?-->[ \t]*\Z", re.IGNORECASE)
# kramdown: attributes of the block before, https://kramdown.gettalong.org/syntax.html#block-ials
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}]*\}[ \t]*\Z")
# Nobody writes a longer one; the limit keeps the time from growing with the square of what nothing closes.
_TAG = re.compile(r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}|\{\{.{0,500}?\}\}")
# What is matched is given back to no other part: blanks that several could take would be tried in every way.
_BEGIN, _END = r"(?:\{\{[<%]|\{%-?|\{\{)\s*+", r"(?:>?\}\}|\})"
_ARGUMENTS = r"((?:[^<>{}\"']++|\"[^\"]*\"|'[^']*')*+)"
# {{< youtube ID >}} (Hugo), {% include youtube.html id="ID" %} (Jekyll), {{ youtube(id="ID") }} (Zola)
_VIDEO = re.compile(rf"{_BEGIN}(?:include\s++)?(youtube|vimeo)\w*(?:\.html)?[\s(]++{_ARGUMENTS}{_END}", re.IGNORECASE)
_FIGURE = re.compile(rf"{_BEGIN}(?:include\s++)?(?:figure|img|image|picture)(?:\.html)?[\s(]++{_ARGUMENTS}{_END}")
_POSTED = re.compile(rf"{_BEGIN}(gist|tweet|x|twitter|instagram)(?:_simple)?[\s(]++{_ARGUMENTS}{_END}")
# What stands around words: Hugo's {{< notice tip >}} ... {{< /notice >}}, Zola's {% quote() %} ... {% end %}
_AROUND = re.compile(r"\{\{([<%])\s*(/?)\s*([a-zA-Z][\w/-]*)\b(?:[^<>{}\"]|\"[^\"]*\")*[>%]\}\}")
_ZOLA_AROUND = re.compile(r"\{%\s*(?:(\w+)\([^{}]*?\)|(end))\s*%\}")
_PARAMETER = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,"'()]+))""")
_ID = re.compile(r"(?:\A|[\s\"'=/])([\w-]{5,20})(?=[\s\"',]|\Z)")
_PAGES = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
_MAX_REPORTED = 20


def adapt(body: str, first_line: int) -> tuple[str, list[str]]:
    """(`body` in our Markdown, remarks on what is no Markdown, with its line). first_line: number of its first line."""
    remarks: list[str] = []
    rows = html_around.unwrapped(plain(body.split("\n")))
    lines = spans_veiled(html_around.with_pictures([line for _, line in rows]))
    around = _closed(lines)
    taken: dict[str, None] = {}
    out: list[str] = []
    removed = False
    for at, is_text in outside_code(lines):
        line = lines[at]
        if not is_text:
            out.append(line)
            continue
        if _MORE.match(line) or (_ATTRIBUTES.match(line) and out and out[-1].strip()):
            removed = True
            continue
        if removed and not line.strip() and not (out and out[-1].strip()):
            continue  # the blank line on its other side stays
        removed = False
        if "{" in line:
            whole = line
            line = _VIDEO.sub(_video, line)
            line = _FIGURE.sub(_figure, line)
            line = _POSTED.sub(_posted, line)
            line = _AROUND.sub(lambda found: _bare(found[3], found[0], around, taken), line)
            line = _ZOLA_AROUND.sub(lambda found: _bare(found[1] or "end", found[0], around, taken), line)
            if whole != line and not line.strip():
                removed = True
                if out and not out[-1].strip():
                    continue
        for tag in _TAG.findall(line):
            remarks.append(
                f"line {first_line + rows[at][0]}: {tag[:80]} is no Markdown; it stands in the text as it was"
            )
        out.append(line)
    if taken:
        names = ", ".join(taken)
        remarks.append(f"tags around words were left out, and the words stay: {names}")
    if len(remarks) > _MAX_REPORTED:
        remarks = [*remarks[:_MAX_REPORTED], f"and {len(remarks) - _MAX_REPORTED} more that are no Markdown"]
    return shown("\n".join(out)).strip("\n"), remarks


def _closed(lines: list[str]) -> set[str]:
    """The names of the shortcodes that something closes; "end" for those of Zola."""
    names: set[str] = set()
    for at, is_text in outside_code(lines):
        if is_text and "{" in lines[at]:
            names |= {found[3].lower() for found in _AROUND.finditer(lines[at]) if found[2]}
            names |= {"end" for found in _ZOLA_AROUND.finditer(lines[at]) if found[2]}
    return {
        name for name in names if not name.endswith("inline") and name not in ("script", "style", "math", "mermaid")
    }


def _bare(name: str, written: str, around: set[str], taken: dict[str, None]) -> str:
    """Nothing instead of the tag `written`, whose name goes into `taken`, where something closes it."""
    if name.lower() not in around and not ("end" in around and written.startswith("{%")):
        return written
    if name != "end":
        taken.setdefault(name)
    return ""


def _fields(written: str) -> dict[str, str]:
    return {each[1].lower(): each[2] or each[3] or each[4] or "" for each in _PARAMETER.finditer(written)}


def _arguments(inner: str) -> str:
    """What is given to a tag: `inner` without the signs before its end, as in `x) -%}` and `x />}}`."""
    inner = inner.rstrip()
    if inner.endswith("%"):
        inner = inner[:-1].removesuffix("-").rstrip()
    return inner.removesuffix("/").rstrip().removesuffix(")").removesuffix(",").rstrip()


def _video(found: re.Match[str]) -> str:
    told = _arguments(found[2])
    fields = _fields(told)
    name = fields.get("id") or fields.get("video") or fields.get("url") or ""
    if not fields and (bare := _ID.search(told)):
        name = bare[1]
    return f"<{_PAGES[found[1].lower()].format(name)}>" if re.fullmatch(r"[\w-]{5,20}", name) else found[0]


def _posted(found: re.Match[str]) -> str:
    """A link to what stands elsewhere."""
    told = _arguments(found[2])
    fields = _fields(told)
    words = [] if fields else re.findall(r"[\w./:-]+", told)
    match found[1]:
        case "gist":
            user, id_ = fields.get("user", ""), fields.get("gist") or fields.get("id", "")
            parts = [user, id_] if id_ else words[:2]
            address = "/".join(part for part in parts if part)
            return f"<https://gist.github.com/{address}>" if address else found[0]
        case "instagram":
            id_ = fields.get("id") or next(iter(words), "")
            return f"<https://www.instagram.com/p/{id_}/>" if id_ else found[0]
    id_ = fields.get("id") or next((word for word in words if word.isdigit()), "")
    return f"<https://x.com/{fields.get('user') or 'i'}/status/{id_}>" if id_ else found[0]


def _figure(found: re.Match[str]) -> str:
    fields = _fields(_arguments(found[1]))
    names = ("src", "image_path", "path", "url", "file", "image")
    named = fields.get("name", "")
    address = named if re.search(r"\.(?:png|jpe?g|gif|webp|avif|svg)\Z", named, re.IGNORECASE) else ""
    fields["src"] = next((fields[name] for name in names if fields.get(name)), address)
    if not fields["src"]:
        return found[0]
    alt = re.sub(r"[\[\]]", "", fields.get("alt") or "")
    caption = (fields.get("caption") or fields.get("title") or "").replace('"', "”")
    address = fields["src"].replace(" ", "%20")
    return f'![{alt}]({address} "{caption}")' if caption else f"![{alt}]({address})"
