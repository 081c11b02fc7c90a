import os

SITEURL = "https://old.example"
AUTHOR = "هيئة التحرير"
DEFAULT_LANG = "ar"
BASE = "{date:%Y}/{slug}"
ARTICLE_URL = BASE + ".html"
ARTICLE_SAVE_AS = ARTICLE_URL
ARTICLE_LANG_URL = BASE + "-{lang}.html"
STATIC_PATHS = ["img", "files"]
MENUITEMS = (("الأرشيف", "/archives.html"),)
BOOM = os.system("exit 1")
