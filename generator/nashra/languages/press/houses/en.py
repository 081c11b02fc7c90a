"""Houses whose names are no plain English words and no places, and words with which such a name begins or ends."""

from __future__ import annotations

HOUSES = (
    "morocco world news|hespress english|the guardian|bbc|bbc news|al jazeera|al jazeera english|cnn|"
    "the new york times|new york times|the washington post|financial times|the economist|the times|"
    "the telegraph|the independent|middle east eye|middle east monitor|arab news|the national|gulf news|"
    "khaleej times|al arabiya english|the new arab|north africa post|the north africa post|ahram online|"
    "egypt independent|daily news egypt|mada masr|asharq al awsat|al monitor|jordan times|the jordan times|"
    "l'orient today|daily sabah|trt world|france 24|euronews|politico|sky news|npr|pbs|cbs news|abc news|"
    "nbc news|fox news|usa today|wall street journal|the wall street journal|time magazine|foreign policy|"
    "foreign affairs|the conversation|tunisia live|libya herald|libya observer|the libya observer|"
    "times of malta|haaretz|the times of israel"
)
WORDS = (
    "news|newspaper|agency|magazine|journal|gazette|herald|tribune|radio|tv|online|media|today|"
    "times|telegraph|chronicle"
)
