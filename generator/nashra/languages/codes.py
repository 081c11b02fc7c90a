"""Languages by the codes of ISO 639-1, ISO 639-3 and FLORES, by which models of several families name them."""

from __future__ import annotations

# ISO 639-1, ISO 639-3, and what NLLB-200 calls it (FLORES-200). Of a language with several, the one that news is
# written in.
_ROWS = """
ar ara arb_Arab
bg bul bul_Cyrl
bn ben ben_Beng
ca cat cat_Latn
cs ces ces_Latn
da dan dan_Latn
de deu deu_Latn
el ell ell_Grek
en eng eng_Latn
es spa spa_Latn
et est est_Latn
fa fas pes_Arab
fi fin fin_Latn
fr fra fra_Latn
he heb heb_Hebr
hi hin hin_Deva
hr hrv hrv_Latn
hu hun hun_Latn
id ind ind_Latn
it ita ita_Latn
ja jpn jpn_Jpan
ka kat kat_Geor
ko kor kor_Hang
lt lit lit_Latn
lv lav lvs_Latn
ms msa zsm_Latn
nl nld nld_Latn
pl pol pol_Latn
pt por por_Latn
ro ron ron_Latn
ru rus rus_Cyrl
sk slk slk_Latn
sl slv slv_Latn
sq sqi als_Latn
sr srp srp_Cyrl
sv swe swe_Latn
sw swa swh_Latn
th tha tha_Thai
tr tur tur_Latn
uk ukr ukr_Cyrl
ur urd urd_Arab
vi vie vie_Latn
zh zho zho_Hans
"""
_TABLE = [row.split() for row in _ROWS.strip().split("\n")]
FLORES = {row[0]: row[2] for row in _TABLE}
THREE = {row[0]: row[1] for row in _TABLE}
_SHORT = {three: two for two, three in THREE.items()} | {
    "arb": "ar",
    "pes": "fa",
    "lvs": "lv",
    "zsm": "ms",
    "cmn": "zh",
}
CODES = tuple(THREE)


def short(code: str) -> str | None:
    """The code of ISO 639-1 for one of two or three letters, with or without a script; None for an unknown one."""
    first = code.replace("-", "_").split("_")[0].lower()
    return first if first in THREE else _SHORT.get(first)
