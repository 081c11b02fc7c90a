"""Houses whose names are no plain French words and no places, and words with which such a name begins or ends."""

from __future__ import annotations

HOUSES = (
    "hespress|le360|telquel|médias24|medias24|le matin|le matin du sahara|l'économiste|maroc diplomatique|"
    "maroc hebdo|la vie éco|le desk|yabiladi|bladi|h24info|hibapress|le monde|le figaro|libération|l'opinion|"
    "l'humanité|les échos|le parisien|ouest france|la croix|jeune afrique|rfi|tv5monde|france 24|france info|"
    "franceinfo|tsa|el watan|el moudjahid|liberté|l'expression|la presse de tunisie|kapitalis|business news|"
    "webdo|webmanagercenter|mosaïque fm|l'orient le jour|le point|l'express|le nouvel obs|mediapart|"
    "courrier international|le temps|le soir|la libre|ici beyrouth|huffpost|challenge|finances news|"
    "les inspirations éco|aujourd'hui le maroc|afrimag|financial afrik|la tribune|la tribune afrique"
)
WORDS = (
    "le journal|journal|revue|agence|quotidien|hebdo|magazine|info|infos|news|presse|radio|tv|actu|online|"
    "plus|média|médias|fm"
)
