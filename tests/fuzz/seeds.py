"""What fuzzing starts from: for every target small inputs that hold what its parser looks for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from support import recordings
from support.pictures import avif, exif, jpeg, photo, png, webp


def zipped(files: Mapping[str, str]) -> bytes:
    """An archive that holds `files`, names -> texts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return stream.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word file of the fewest parts that Word itself opens."""
    kinds = "http://schemas.openxmlformats.org"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f"<Types xmlns='{kinds}/package/2006/content-types'><Default Extension='rels' "
            "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            f"<Override PartName='/word/document.xml' ContentType='{main}'/></Types>",
            "_rels/.rels": f"<Relationships xmlns='{kinds}/package/2006/relationships'><Relationship Id='r' Type="
            f"'{kinds}/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
            "word/document.xml": f"<w:document xmlns:w='{kinds}/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>",
        }
    )


PAGE = "<html><head><title>عنوان الخبر</title></head><body><article><h1>عنوان الخبر</h1><p>نص</p>{}</article></body>"
SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "body": (
        "# عنوان\n\n**كل**مة [رابط](https://x.example/ \"ع\") و`رمز`[^1].\n\n- أ\n  1. ب\n\n> قول\n\n| أ | ب |\n|---|---|\n"
        "| 1 | 2 |\n\n[^1]: حاشية\n\n[r]: /x\n".encode(),
        b"<div>\n\n<b a='x'>y</b> <!-- z -->\n\n</div>\n\n```py\nx\n```\n",
    ),
    "raw html": (b"<a href='x'>y</a><style>z</style><![CDATA[a]]><John Smith><math><mi>x</mi></math>",),
    "sentences": ("قال د. علي: «نعم.» ثم (مضى). J.-P. Dupont a dit : « Oui ! » 3.5 %…".encode(),),
    "head": ("---\ntitle: خبر: عاجل\ndate: 2024-07-18\ntopics: [a, b]\nimage: {file: a.jpg}\n---\n\nنص\n".encode(),),
    "yaml": ("- id: a\n  name: {ar: ب, fr: c}\n  aliases: [x, \"y\"]\n".encode(),),
    "settings": (b'[site]\nurl = "https://e.org/"\nlanguages = ["ar"]\ntitle = "x"\n[paths]\ncontent = "c"\n',),
    "conflicts": ("<<<<<<< HEAD\nأ\n=======\nب\n>>>>>>> x\n".encode(),),
    "picture": (
        (b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xfe\x04note\x00,\x00\x00\x00\x00\x01\x00\x01\x00"
        b"\x00\x02\x02D\x01\x00;"),
        b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xd9",
        jpeg(40, 30, orientation=6, extra=[(0xFE, b"note"), (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>")], after=b"more"),
        photo(17, 9, "RGB", quality=30, restart_marker_blocks=2),
        photo(17, 9, "RGB", quality=30, progressive=True),
        png(4, 3, [(b"tEXt", b"Location\0x"), (b"eXIf", exif(6)), (b"acTL", bytes(8))]),
        webp("VP8X", 40, 30, [(b"EXIF", exif(6)), (b"XMP ", b"<x/>")]),
        webp("VP8L", 40, 30),
        avif(b"note"),
    ),
    "recording": (recordings.film(), recordings.song(3), recordings.song(4), recordings.wave()),
    "document": (
        recordings.pdf("<< /Author (A) /Subtype /Text >>", packed="<< /Author <FEFF0041> >>"),
        recordings.document({"docProps/core.xml": "<dc:creator>A</dc:creator>", "word/document.xml": "<w:del/>"}),
        b"<svg><dc:creator>A</dc:creator><image href='data:image/png;base64,TU0AKg=='/></svg>",
    ),
    "import txt": ("عنوان الخبر\n\nالرباط - 18 يوليوز 2024\n\nقال الوزير إن الأشغال بدأت.\n".encode(),),
    "import md": ("---\ntitle: عنوان\ndate: 2024-07-18\n---\n\nنص {{< figure src=\"a.jpg\" >}}\n".encode(),),
    "import html": (PAGE.format("<table><tr><td>أ<td>ب</table><ul><li>ج").encode(), PAGE.format("&#1;&#xD800;").encode()),
    "import xml": (
        "<rss version='2.0'><channel><title>x</title><item><title>خبر</title><description>نص &lt;b&gt;</description>"
        "<pubDate>Thu, 18 Jul 2024 10:00:00 GMT</pubDate></item></channel></rss>".encode(),
    ),
    "import json": (b'[{"title": {"rendered": "x"}, "content": {"rendered": "<p>y</p>"}, "date": "2024-07-18T10:00:00"}]',),
    "import mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>y\n--x--",),
    "import eml": ("From: a@b.example\nSubject: خبر\n\nنص\n".encode(),),
    "po": (
        'msgid ""\nmsgstr "article: 2024/07/x\\nLanguage: fr\\n"\n\n#. note\n#: a.md:3\n#, fuzzy\n#| msgid "قبل"\n'
        'msgctxt "1"\nmsgid "نص \\"مقتبس\\""\nmsgstr ""\n"Texte\\n"\n"« cité »"\n\n#~ msgid "x"\n#~ msgstr "y"\n'.encode(),
    ),
    "tmx": (
        "<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx version='1.4'><header srclang='ar' datatype='plaintext'/>"
        "<body><tu creationid='a'><prop type='x-nashra'>b</prop><tuv xml:lang='ar-MA'><seg>نص <bpt i='1'>&lt;b&gt;</bpt>غ"
        "</seg></tuv><tuv xml:lang='fr'><seg>Texte &amp; suite</seg></tuv></tu></body></tmx>".encode(),
    ),
    "ledger": ("# العناوين\narticle 0c1a01 ar/2024/07/خبر.html\ngone topic x fr/topics/x.html\n".encode(),),
    "index": (
        (b'[{"type": "translate", "package_version": "1.9", "argos_version": "1.9", "from_code": "ar", "to_code": "en",'
        b'"links": ["https://e.example/a.argosmodel"], "code": "translate-ar_en"}]'),
    ),
    "package": (
        zipped({"translate-ar_en/metadata.json": '{"package_version":"1.0","from_code":"ar","to_code":"en"}',
                "translate-ar_en/sentencepiece.model": "x", "translate-ar_en/model/model.bin": "y"}),
        zipped({"config.yml": "relative-paths: true\nmodels: [m.npz]\n", "source.spm": "x", "m.npz": "z"}),
    ),
    "configuration": (
        b"baseURL = 'https://e.org/'\n[languages.ar]\nweight = 1\n[[menu.main]]\nname = 'x'\n",
        b"title: &t x\nbase: &b {a: *t}\nmore: {<<: *b}\n",
        b'{"title": "x", "languages": ["ar"]}',
        b"SITE = 'x'\nLANGS = {'ar': SITE + '/y'}\nFEEDS = ('a', *LANGS) if False else [1]\n",
    ),
    "import docx": (word("عنوان الخبر", "الرباط - افتتح الوزير صباح اليوم مدرسة جديدة."),),
    "import pdf": (recordings.pdf("<< /Type /Catalog /Pages 2 0 R >>", packed="BT /F1 11 Tf (A title) Tj T* (Some text.) Tj ET"),),
}  # fmt: skip
