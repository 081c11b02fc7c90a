"""Countries and capitals, which no registry has to list: their names are those of Unicode CLDR, through Babel.

CLDR has every country in every language, and as "exemplar cities" of time zones many capitals. tables/countries.txt
adds what texts also call them, and corrects the few names that CLDR has for lists and no text would use.

Left out on purpose: dependent territories, many of which are common words or first names (Réunion, Jersey, Guernsey);
languages, which are none of the types of an entity; adjectives of nationality, which say of a team or a minister where
it is from and name no country (and CLDR has neither demonyms nor nisbas).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from nashra.entities.starter import parse_names
from nashra.entities.table_files import table
from nashra.languages.scripts import LATIN, script_of
from nashra.model import Entity

# ISO 3166 code -> id. Ids are parts of addresses, so they do not follow CLDR when it renames a country.
_COUNTRIES = """
AD=andorra AE=united-arab-emirates AF=afghanistan AG=antigua-and-barbuda AL=albania AM=armenia AO=angola
AR=argentina AT=austria AU=australia AZ=azerbaijan BA=bosnia-and-herzegovina BB=barbados BD=bangladesh BE=belgium
BF=burkina-faso BG=bulgaria BH=bahrain BI=burundi BJ=benin BN=brunei BO=bolivia BR=brazil BS=bahamas BT=bhutan
BW=botswana BY=belarus BZ=belize CA=canada CD=dr-congo CF=central-african-republic CG=congo CH=switzerland
CI=cote-divoire CL=chile CM=cameroon CN=china CO=colombia CR=costa-rica CU=cuba CV=cape-verde CY=cyprus CZ=czechia
DE=germany DJ=djibouti DK=denmark DM=dominica DO=dominican-republic DZ=algeria EC=ecuador EE=estonia EG=egypt
EH=western-sahara ER=eritrea ES=spain ET=ethiopia FI=finland FJ=fiji FM=micronesia FR=france GA=gabon
GB=united-kingdom GD=grenada GE=georgia GH=ghana GL=greenland GM=gambia GN=guinea GQ=equatorial-guinea GR=greece
GT=guatemala GW=guinea-bissau GY=guyana HK=hong-kong HN=honduras HR=croatia HT=haiti HU=hungary ID=indonesia
IE=ireland IL=israel IN=india IQ=iraq IR=iran IS=iceland IT=italy JM=jamaica JO=jordan JP=japan KE=kenya
KG=kyrgyzstan KH=cambodia KI=kiribati KM=comoros KN=saint-kitts-and-nevis KP=north-korea KR=south-korea KW=kuwait
KZ=kazakhstan LA=laos LB=lebanon LC=saint-lucia LI=liechtenstein LK=sri-lanka LR=liberia LS=lesotho LT=lithuania
LU=luxembourg LV=latvia LY=libya MA=morocco MC=monaco MD=moldova ME=montenegro MG=madagascar MH=marshall-islands
MK=north-macedonia ML=mali MM=myanmar MN=mongolia MO=macao MR=mauritania MT=malta MU=mauritius MV=maldives MW=malawi
MX=mexico MY=malaysia MZ=mozambique NA=namibia NE=niger NG=nigeria NI=nicaragua NL=netherlands NO=norway NP=nepal
NR=nauru NZ=new-zealand OM=oman PA=panama PE=peru PG=papua-new-guinea PH=philippines PK=pakistan PL=poland
PR=puerto-rico PS=palestine PT=portugal PW=palau PY=paraguay QA=qatar RO=romania RS=serbia RU=russia RW=rwanda
SA=saudi-arabia SB=solomon-islands SC=seychelles SD=sudan SE=sweden SG=singapore SI=slovenia SK=slovakia
SL=sierra-leone SM=san-marino SN=senegal SO=somalia SR=suriname SS=south-sudan ST=sao-tome-and-principe
SV=el-salvador SY=syria SZ=eswatini TD=chad TG=togo TH=thailand TJ=tajikistan TL=timor-leste TM=turkmenistan
TN=tunisia TO=tonga TR=turkey TT=trinidad-and-tobago TV=tuvalu TW=taiwan TZ=tanzania UA=ukraine UG=uganda
US=united-states UY=uruguay UZ=uzbekistan VA=vatican-city VC=saint-vincent-and-the-grenadines VE=venezuela
VN=vietnam VU=vanuatu WS=samoa XK=kosovo YE=yemen ZA=south-africa ZM=zambia ZW=zimbabwe
"""

# Country -> time zone, under CLDR's name of it, whose exemplar city is the capital; with a colon, the id and English
# name where they are not those of the zone. Capitals called like their countries (Kuwait, Tunis and Algiers in Arabic)
# and capitals that are no exemplar cities are not here.
_CAPITALS = """
AF=Asia/Kabul AL=Europe/Tirane:Tirana AM=Asia/Yerevan AO=Africa/Luanda AR=America/Buenos_Aires AT=Europe/Vienna
AZ=Asia/Baku BA=Europe/Sarajevo BD=Asia/Dhaka BE=Europe/Brussels BF=Africa/Ouagadougou BG=Europe/Sofia
BJ=Africa/Porto-Novo BT=Asia/Thimphu BW=Africa/Gaborone BY=Europe/Minsk CD=Africa/Kinshasa CF=Africa/Bangui
CG=Africa/Brazzaville CL=America/Santiago CO=America/Bogota CU=America/Havana CY=Asia/Nicosia CZ=Europe/Prague
DE=Europe/Berlin DK=Europe/Copenhagen DO=America/Santo_Domingo EE=Europe/Tallinn EG=Africa/Cairo
ER=Africa/Asmera:Asmara ES=Europe/Madrid ET=Africa/Addis_Ababa FI=Europe/Helsinki FR=Europe/Paris
GA=Africa/Libreville GB=Europe/London GE=Asia/Tbilisi GH=Africa/Accra GM=Africa/Banjul GN=Africa/Conakry
GQ=Africa/Malabo GR=Europe/Athens GW=Africa/Bissau HN=America/Tegucigalpa HR=Europe/Zagreb HT=America/Port-au-Prince
HU=Europe/Budapest ID=Asia/Jakarta IE=Europe/Dublin IQ=Asia/Baghdad IR=Asia/Tehran IS=Atlantic/Reykjavik
IT=Europe/Rome JO=Asia/Amman JP=Asia/Tokyo KE=Africa/Nairobi KG=Asia/Bishkek KH=Asia/Phnom_Penh KP=Asia/Pyongyang
KR=Asia/Seoul LA=Asia/Vientiane LB=Asia/Beirut LR=Africa/Monrovia LT=Europe/Vilnius LV=Europe/Riga
MD=Europe/Chisinau ME=Europe/Podgorica MG=Indian/Antananarivo MK=Europe/Skopje ML=Africa/Bamako MN=Asia/Ulaanbaatar
MR=Africa/Nouakchott MX=America/Mexico_City MY=Asia/Kuala_Lumpur MZ=Africa/Maputo NA=Africa/Windhoek
NE=Africa/Niamey NI=America/Managua NL=Europe/Amsterdam NO=Europe/Oslo NP=Asia/Katmandu:Kathmandu OM=Asia/Muscat
PE=America/Lima PH=Asia/Manila PL=Europe/Warsaw PT=Europe/Lisbon PY=America/Asuncion RO=Europe/Bucharest
RS=Europe/Belgrade RU=Europe/Moscow RW=Africa/Kigali SA=Asia/Riyadh SD=Africa/Khartoum SE=Europe/Stockholm
SI=Europe/Ljubljana SK=Europe/Bratislava SL=Africa/Freetown SN=Africa/Dakar SO=Africa/Mogadishu SS=Africa/Juba
SY=Asia/Damascus TD=Africa/Ndjamena TG=Africa/Lome TH=Asia/Bangkok TJ=Asia/Dushanbe TL=Asia/Dili TM=Asia/Ashgabat
TW=Asia/Taipei UA=Europe/Kiev:Kyiv UG=Africa/Kampala UY=America/Montevideo UZ=Asia/Tashkent VE=America/Caracas
ZM=Africa/Lusaka ZW=Africa/Harare
"""

_BRACKETS = re.compile(r"\s*[(（]")


@lru_cache(maxsize=1)
def lands() -> frozenset[str]:
    """The ids of all countries, those left out whose belonging states dispute."""
    return frozenset(id for _, id in _pairs(_COUNTRIES)) - {row[2] for row in table("disputed").rows}


def countries(languages: Iterable[str]) -> dict[str, Entity]:
    """Countries, and capitals whose parents they are, with their names in `languages` (codes that CLDR knows)."""
    return {entity.id: entity for entity in _entities(tuple(sorted(set(languages))))}


@lru_cache(maxsize=8)
def _entities(languages: tuple[str, ...]) -> tuple[Entity, ...]:
    from babel import Locale

    locales = {lang: Locale.parse(lang) for lang in languages}
    # as in CLDR's own lists, "&" stands for "and" and brackets hold what only lists need
    own = {
        country: {
            lang: name
            for lang, locale in locales.items()
            if (name := _BRACKETS.split(locale.territories.get(code, ""))[0])
        }
        for code, country in _pairs(_COUNTRIES)
    }
    parents: dict[str, str] = {}
    by_code = dict(_pairs(_COUNTRIES))
    for code, zone in _pairs(_CAPITALS):
        zone, _, english = zone.partition(":")
        english = english or zone.rpartition("/")[2].replace("_", " ")
        capital = english.lower().replace(" ", "-")
        parents[capital] = by_code[code]
        cities = {lang: locale.time_zones.get(zone, {}).get("city") for lang, locale in locales.items()}
        # where a language writes the city as the zone's English name has it, CLDR leaves it out
        own[capital] = {lang: city or english for lang, city in cities.items() if city or script_of(lang) == LATIN}
    changes = _changes()
    return tuple(
        _entity(id, names, changes.get(id, {}), parents.get(id), languages)
        for id, names in own.items()
        if names or id in changes
    )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for item in text.split():
        key, _, value = item.partition("=")
        yield key, value


def _entity(
    id: str, names: Mapping[str, str], changes: Mapping[str, str], parent: str | None, languages: tuple[str, ...]
) -> Entity:
    chosen = dict(names)
    aliases: dict[str, tuple[str, ...]] = {}
    ambiguous: dict[str, tuple[str, ...]] = {}
    for lang, listed in changes.items():
        if lang not in languages:
            continue
        first, others, doubtful = parse_names(listed)
        if first != "=":
            chosen[lang] = first
        others = tuple(alias for alias in dict.fromkeys(others) if alias != chosen.get(lang))
        if others:
            aliases[lang] = others
        if doubtful:
            ambiguous[lang] = doubtful
    return Entity(id=id, type="place", names=chosen, aliases=aliases, parent=parent, ambiguous=ambiguous)


@lru_cache(maxsize=1)
def _changes() -> dict[str, dict[str, str]]:
    """Id -> language -> names of tables/countries.txt."""
    languages, rows = table("countries")
    return {id: dict(zip(languages, names, strict=True)) for id, *names in rows}
