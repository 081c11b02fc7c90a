"""English words for things of one kind, see `versions.evidence.kinds`."""

from __future__ import annotations

KINDS = """
colour:red red
colour:orange orange
colour:yellow yellow
colour:green green
colour:blue blue
disease:measles measles
disease:flu flu influenza
disease:cholera cholera
disease:malaria malaria
disease:polio polio
disease:ebola ebola
disease:covid covid coronavirus
disease:cancer cancer cancers
disease:diabetes diabetes
disease:tuberculosis tuberculosis
disease:dengue dengue
disease:mpox mpox monkeypox smallpox
disease:meningitis meningitis
disease:hepatitis hepatitis
disease:rabies rabies
kin:husband husband husbands
kin:wife wife wives widow widows
kin:brother brother brothers
kin:sister sister sisters
kin:son son sons
kin:daughter daughter daughters
kin:father father fathers
kin:mother mother mothers
kin:grandfather grandfather
kin:grandmother grandmother
house:library library libraries
house:museum museum museums
house:hospital hospital hospitals
house:university university universities
house:theatre theatre theatres theater theaters
house:mosque mosque mosques
house:church church churches
house:embassy embassy embassies
house:consulate consulate consulates
house:airport airport airports
house:stadium stadium stadiums
house:factory factory factories
house:hotel hotel hotels
house:prison prison prisons jail jails
house:mine mine mines
house:bridge bridge bridges viaduct
house:dam dam dams
house:tunnel tunnel tunnels
ministry:interior interior_minister interior_ministry
ministry:foreign foreign_minister foreign_ministry foreign_ministers
ministry:health health_minister health_ministry
ministry:justice justice_minister justice_ministry
ministry:defence defence_minister defence_ministry defense_minister defense_ministry
ministry:finance finance_minister finance_ministry economy_minister economy_ministry
ministry:education education_minister education_ministry
ministry:agriculture agriculture_minister agriculture_ministry
ministry:transport transport_minister transport_ministry
ministry:culture culture_minister culture_ministry
crop:wheat wheat
crop:barley barley
crop:rice rice
crop:cotton cotton
crop:cocoa cocoa
crop:olive olive olives
crop:tomato tomato tomatoes
crop:citrus citrus
mineral:phosphate phosphate phosphates
mineral:copper copper
mineral:coal coal
mineral:uranium uranium
mineral:cobalt cobalt
mineral:lithium lithium
animal:sheep sheep lamb lambs
animal:goat goat goats
animal:cattle cattle cow cows
animal:camel camel camels dromedary
animal:horse horse horses
animal:cat cat cats
animal:whale whale whales
animal:turtle turtle turtles tortoise
animal:elephant elephant elephants
sport:football football soccer
sport:handball handball
sport:basketball basketball
sport:tennis tennis
sport:rugby rugby
sport:volleyball volleyball
sport:swimming swimming
sport:boxing boxing
sport:judo judo
vehicle:bus bus buses
vehicle:train train trains
vehicle:truck truck trucks lorry lorries
vehicle:helicopter helicopter helicopters
vehicle:tram tram tramway
vehicle:metro metro subway underground
disaster:quake earthquake earthquakes quake tremor
disaster:flood flood floods flooding
disaster:drought drought
disaster:cyclone hurricane cyclone typhoon
disaster:volcano volcano volcanoes
disaster:landslide landslide landslides mudslide
disaster:avalanche avalanche avalanches
crime:rape rape
crime:theft theft thefts burglary robbery
crime:spying espionage spying
crime:kidnap kidnapping abduction
crime:terror terrorism
crime:murder murder
faith:muslim muslim muslims
faith:christian christian christians
faith:jewish jewish jews jew
faith:hindu hindu hindus
body:knee knee knees
body:ankle ankle ankles
body:shoulder shoulder shoulders
body:thigh thigh hamstring
stage:semi semi_final semi_finals semifinal semifinals last_four
stage:quarter quarter_final quarter_finals quarterfinal quarterfinals last_eight
part:morning morning
part:evening evening
school:primary primary elementary
school:secondary secondary
weather:snow snow
weather:rain rain rains rainfall
weather:hail hail
film:novel novel novels
film:film film films movie movies
film:album album albums
artist:singer singer singers
artist:actor actor actress actors
artist:writer writer novelist
artist:painter painter
artist:poet poet
"""
