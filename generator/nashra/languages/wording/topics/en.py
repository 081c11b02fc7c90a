"""English words by what they speak of; what stands before the colon is the same in all languages, see `told`."""

from __future__ import annotations

TOPICS = """
president: president presiden
minister: minister ministry ministeri secretary
king: kingdom monarch king$ royal
ambassador: ambassador embassy diplomat envoy consul
spokesman: spokes
deputy: deputy lawmaker mp mps parliament senator legislat congress
mayor: mayor municipal town-hall council
party: parties party$ parties$
opposition: opposition rival oppos
leader: leader chief boss
director: director manager chair
expert: expert specialist analyst
researcher: research scientist scientif academic scholar study studies university
official: official authorities
police: police gendarm
army: army military troop soldier armed forces
guard: guard coastguard
child: child children kid minor infant
woman: woman women female girl
man: boy man$ men$
family: family families relative parent mother father
young: young youth teen
people: people person resident inhabitant population citizen
worker: worker employee staff labour labor workforce
farmer: farmer farm agricultur crop rural
fisherman: fisher fish
lawyer: lawyer attorney
journalist: journalist reporter media newspaper correspondent press$
teacher: teacher teach school educat pupil
student: student universit campus graduate
doctor: doctor physician nurse medic surgeon
patient: patient sick ill illness disease health
victim: victim casualt dead death died killed kill toll fatal die$ dies$
wounded: wound injur hurt
prisoner: prison jail inmate detain detention custody arrest
suspect: suspect accus charge indict
judge: judge court tribunal justice judicial trial verdict ruling ruled
sentence: sentenc convict condemn guilty
fine: fined fine$ fines$ fined$
appeal: appeal challenge
fraud: fraud launder corrupt embezz brib money-laundering defraud
murder: murder homicide kill assassin stabbed stabbing
steal: theft stole steal robber thief thieves loot stolen
smuggle: smuggl traffick
weapon: weapon gun rifle ammunition shoot shot gunfire gunman gunmen arms$
bomb: bomb explos blast shell strike raid missile rocket drone bombard
war: war conflict battle clash combat hostilit
peace: peace truce ceasefire
border: border frontier crossing
refugee: refugee migrant asylum displac immigra
rescue: rescu save saved relief survivor
boat: boat ship vessel dinghy ferry tanker canoe
sea: ocean coast shore beach maritime marine sea$ seas$
island: island isle
river: river
lake: lake lagoon
mountain: mountain summit peak hill
forest: forest tree wood
desert: desert sahara sand
village: village
city: city cities town urban capital
district: district neighbourhood neighborhood suburb
region: region province governorate area county
street: street road highway motorway avenue
house: house housing apartment dwelling
building: building build construct built tower erect
bridge: bridge
factory: factory plant mill industr manufactur
market: market bazaar souk
shop: shop retail
hospital: hospital clinic
school: school classroom classes lesson
airport: airport flight plane airline aircraft pilot fly
port: port harbour harbor
station: station train rail railway
car: vehicle driver truck lorry bus motor traffic car$ cars$
accident: accident crash collision derail collide crashed
fire: fire blaze flame burn wildfire
flood: flood inundat
rain: rain downpour weather precipitat
snow: snow ice cold frost avalanche
heat: heat temperature hot warm
drought: drought dry water scarcity
earthquake: earthquake quake tremor seism
water: water
food: food eat meal hunger famine starv nutrition bread
wheat: wheat grain cereal flour
harvest: harvest crop produc yield
olive: olive oil
fuel: fuel petrol diesel gasoline
oil: crude petroleum barrel opec brent oil$
gas: gas$
energy: energy electric solar wind nuclear
bank: bank banker banking lender banks
money: money cash fund financ
economy: economy economic gdp growth
budget: budget spending expenditure deficit
tax: tax levy duty tariff customs
debt: debt loan borrow lend credit
price: price cost expensive inflation
wage: wage salar pay pension earn
job: job employ unemploy
strike: strike walkout
protest: protest demonstrat rally
union: union$ unions$
company: company firm group corporat enterprise compan
profit: profit earnings revenue income turnover
dividend: dividend payout
sale: sale sell$ sold$ sells
buy: buy bought purchas acqui
trade: trade commerc export imports imported importer
invest: invest
share: shares stock index bourse
currency: currency exchange dinar dirham
contract: contract deal agreement sign treaty accord$ accords$
project: project scheme plan$ plans$
law: law legislat bill$ bills$
decree: decree
constitution: constitution
election: elect vote voter ballot poll candidate
government: government cabinet
resign: resign quit
appoint: appoint nominat
reform: reform
meeting: meeting meet talks session discuss
summit: summit
visit: visit trip tour
statement: statement communiqu
warn: warn caution alert
deny: deny denied denies
confirm: confirm
promise: promis pledg vow
demand: demand call urge request
refuse: refus reject
accept: accept approv agree adopt
support: support
criticise: critic denounc
launch: launch start begin began inaugurat kick opened opens opening
end: end finish conclu final complete
postpone: postpon delay defer push
cancel: cancel scrap
suspend: suspend halt interrupt stop
ban: ban prohibit forbid bar
increase: increas rise rose risen climb grow grew jump raised
decrease: decreas fall fell fallen drop declin cut reduc lower slow shrink
win: win won victory beat defeat champion winner
lose: lose lost defeat loss beaten
match: match game fixture
goal: score scor brace goal$ goals$
team: team squad club
player: player striker midfield defender goalkeeper footballer
coach: coach
final: final semi-final semifinal
cup: cup trophy
league: league championship tournament
season: season
race: race runner marathon sprint cycl athlet
medal: medal gold silver bronze
olympic: olympic games
fan: fan supporter spectator crowd
stadium: stadium
film: film movie cinema director screen
festival: festival
music: music song concert album orchestra band singer
book: book novel writer author poet literar publish
museum: museum exhibit galler
art: artist paint sculpt art$ arts$
theatre: theatre theater stage actor actress
prize: prize award winner
ancient: ancient archaeolog antiquit dig heritage relic century roman
mosque: mosque
church: church pope
religion: religio muslim islam faith christian
language: language speak word
history: histor
science: scien physic
space: space satellite planet moon telescope astronaut rocket
computer: computer software digital online internet web app cyber data artificial
phone: phone mobile call
vaccine: vaccin jab
virus: virus epidemic outbreak infect cholera disease pandemic
drug: drug medicin pharmac
cancer: cancer tumour tumor
aid: aid humanitarian relief help assist
organisation: organisation organization agency body
united-nations: un united
rights: freedom rights
security: security secure safety
danger: danger threat risk
attack: attack assault
terror: terror extremis jihad
kidnap: kidnap hostage abduct
release: releas freed
return: return
leave: depart
arrive: arriv
send: send sent dispatch deploy
deliver: deliver supply suppli shipment
hold: held host organise organize holds hosted
travel: travel tourist tourism visitor passenger
hotel: hotel
road: road
climate: climate emission carbon warming
pollution: pollut waste toxic
animal: animal species bird wildlife
dog: dog
horse: horse
investigation: investigat inquiry probe prosecut
evidence: evidence proof
missing: missing disappear
search: search
night: night overnight evening
morning: morning dawn
international: international world global
foreign: foreign abroad
customer: customer consumer client
trader: trader merchant shopkeeper
resume: resum
close: closed closure shut
storm: storm hurricane cyclone
title: title titles
point: point$ points$
member: member members
"""
