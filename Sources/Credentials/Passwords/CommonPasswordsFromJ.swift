extension CommonPasswords {
    /// The entries that begin with a letter from j to z, in byte order.
    static let fromJ = #"""
        j3qq4h7h2v jackass1 jackson1 jackson5 jakester jamaica1 james007 james123 jamesbon jamesbond jamesbond007
        january1 japanees jasmine1 jason123 jayhawks jbond007 jediknig jeepster jefferso jeffrey1 jellybea jellybean
        jennifer1 jessica1 jessica2 jesus123 jesus777 jesuslovesme jiggaman jkiuztdftl57 johannes john!20130605at1753
        johncena johndeer johndeere johngalt johnson1 jordan23 josephin joystick jundian2011xr junkmail jupiter1
        jupiter2 jurassic just4fun justdoit justice1 justinbieber juventus kakashka kamasutra kamikadze kamikaze
        kangaroo karolina kartoffelpuffer katarina katerina kawasaki kazanova kazantip kcchiefs kcj9wx5n kenneth1
        kennwort kenworth kevin123 keyboard keystone kfcnjxrf kickflip kicksass kikimora killbill killer12 killer123
        killzone kingfish kingkong kingston kissmyas kissmyass kittycat kittykat kjrjvjnbd kleopatra klondike
        knackwurst8853 knickerless knickers knockers knuckles komputer konstantin kordell1 koroleva krasotka kristen1
        kristin1 krokodil l58jkdjp! labrador lacrimosa lacrosse ladybird laetitia lagwagon lakers24 lakeside lakewood
        lalakers lambchop lamborghini lancaste lancelot landrove lapochka laracroft laserjet lasttime lasvegas
        laurel12creek lavalamp leavemealone lebowski lebron23 leedsutd left4dead leliane50934 lemmings lemonade
        lenochka leonidas letmein1 letmein2 letmeinn letmesee letsdoit letsplay lexingky lfitymrf lhbjkjubz2957704
        libertad liberty1 lifehack lifeisgood lighthou lightnin lightning lightpower12345 lilwayne limewire lincoln1
        lindsay1 lindsey1 lineage2 linkedin2011 lionhear lionheart lionking littlema livelife liverpoo liverpool
        liverpool1 liverpool123 livewire ljxtymrf lockdown lockerroom logitech loglatin lokomotiv lol12345 lollipop
        lollypop lonesome lonestar lonewolf longdong longhair longhorn longhorns longjohn longshot losangel losangeles
        lost4815162342 lotus123 love1234 lovehate lovelife lovelovelove loveme89 loverboy loverman loveyou2 lowrider
        lucky123 luckydog luckyone ludacris lunchbox luscious luv2epus lydcc20091314 lytghjgtnhjdcr m01759766727
        macaroni macdaddy macgyver machoman macintos macintosh mackenzi madagaskar madala11 maddison madison1 madonna1
        magellan magic123 magician magicman mahalkita mailcreated5240 majestic makaveli makeitso maksimka mallorca
        mallrats mamacita mamapapa mamochka manager1 manchest manchester manchesterunited mandarin mandingo mandolin
        mandrake manhatta mannheim manunited maprchem56458 maradona marajade marathon marauder marcello marcius2
        marek14michal margarit marijuan marijuana mariners marines1 marino13 mariposa marishka marketin marlboro
        maryjane masamune maserati mash4077 massimiliano master12 master123 masterkey mastermi mastermind matchbox
        matthew1 matthias mattingl maurizio maurolarastefy maverick maximilian maximus1 maxpayne maxpower maxwell1
        mazafaka mazda323 mazda626 mazdarx7 meandyou meatball meathead meatloaf mechanic mega_pizdetz666 megadeth
        megaparol12345 megapass megatron melanie1 melissa1 meowmeow mephisto mercedes mercury1 meridian mersedes
        metallic metallica metallica1 mevefalkcakk michael1 michael2 michaeljackson michele1 michelle1 michigan
        microlab microphone microsof microsoft midnight migrationschool mike1234 milamber milhouse milkyway millenium
        millwall minecraft minecraft123 minimoni minnesot minnesota_hp miranda1 mischief misfit99 misiaczek mississi
        mistress mobbdeep modelsne moderncombat mojojojo molly123 mollydog monalisa money123 moneyman mongoose
        monique1 monkey11 monkey12 monkey123 monkey69 monkeybo monkeyboy monkeyma monkeyman monolith monopoly monster1
        montana1 montecar montecarlo monterey montgom240 montreal montrose moonbeam moonligh moonlight moonshin
        moonshine moonstar morganstanley morozova morpheus morrowind mortalkombat mortgage morticia mortimer
        mostwanted motdepasse motherfu motherlode motocros motocross motorcyc motorola mountain msorcloledbr mudvayne
        muffdive multiplelo munchkin mushroom music123 musicman mustang1 mustang2 mustang5 mustang6 mustang8 mustang9
        mustangs myfriend mynameis mypasswo mypassword mysecret myspace1 myxworld n8zgt5p0shw= nadezhda nancy123
        nascar24 nastenka natalie1 natascha natasha1 natedogg nathanie natiichen999 naughty1 nautilus navigato
        navigator navyseal nbuhtyjr ncc1701a ncc1701d ncc1701e ncc74656 nebraska needforspeed nemesis1 nemrac58
        nemvxyheqdd5oqxyxyzi netscape networkingpe nevermin nevermind nevermor nevermore newcastl neworder
        neworleans12345 newpass1 newpass6 newport1 newproject2004 newstart newyork1 nhecsyfujkjdt nhfdvfnjkju123
        nhfycajhvths nightcrawler nightmar nightowl nightwin nightwish nineball nineinch nintendo nirvana1 nocturne
        nokia123 nokia5130 nokia5230 nokia5530 nokia5800 nokia6233 nokia6300 nokian73 noname123 nondriversig nonmembe
        nopassword normandy nosferatu nostromo notebook nothing1 notredam nounours novifarm novikova nthvbyfnjh
        ntktdbpjh nuttertools nwo4life nygiants nyyankee oblivion obsidian october1 olcrackmaster omegared
        onedirection onepiece ontheoutside open1234 opendoor operator optimist optiplex outsider overkill overlord
        p0015123 p030710p$e4o p0o9i8u7 p455w0rd p4ssw0rd pa55w0rd pa55word packard1 packers1 paintbal paintball
        pakistan paladin1 pallmall palmtree panasoni panasonic pandora1 panorama pantera1 panther1 panthers panties1
        pantyhos pantyhose papabear papamama paperino papillon paradigm paradise paraklast1974 paramedi paramore
        parlament parsifal partizan pasadena pass1234 passcode passions passmast passport passthie passw0rd passwerd
        passwor1 password password01 password1 password11 password12 password123 password1234 password12345
        password123456 password2 password3 password9 password99 passwords passwordstandard passwort patches1 pathfind
        pathfinder patrick1 patriots patrizia patterso pavement pavilion payton34 pe#5gz29ptzmse peaceout peaches1
        pearljam peekaboo pegasus1 penetrating penetration penguin1 penguins pennstat pennywis penthous pepsi123
        peregrin perfect1 pertinant peterbil peternorth peterpan petrovich phaedrus phantom1 pharmacy phialpha
        philippe phillies phoenix1 phoenix2 pianoman pictuers piercing pineappl pineapple pinetree pingpong pinkfloy
        pinkfloyd pinnacle pipeline pippen33 piramida pitchers pizzahut pizzaman plastics platinum platypus playball
        playmate playstat playstation playstation2 playstation3 playtime plymouth poiuytrewq pokemon1 pokemon123
        polaroid pontiac1 poohbear pool6123 poontang poophead popcorn1 porkchop porsche1 porsche9 porsche911 portland
        portugal poseidon power123 powerman preacher precious predator prelude1 presario presiden princesa princess
        princess1 princessa princeto pringles priscill private1 priyanka professional projectsadminx prospero
        przyjaciolki ptybnxtvgbjy pufunga7782 pumpkin1 pumpkins punisher punkrock punksnotdead puppydog pyramid1
        pyramids q1234567 q123456789 q1q2q3q4 q1q2q3q4q5 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7
        q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 q2w3e4r5 qawsedrf qawsedrftg qawsedrftgyh qaz12345 qaz123wsx
        qaz123wsx456 qazwsx12 qazwsx123 qazwsxed qazwsxedc qazwsxedc1 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb
        qazxsw12 qazxsw123 qazxswedc qazxswedc123 qazxswedcvfr qq123456 quant4307s qw123456 qwaszx12 qwaszxerdfcv
        qwe123qwe qwe123qwe123 qweasd123 qweasdzx qweasdzxc qweasdzxc123 qwedsazxc qwegta13091990 qwer1234 qwerasdf
        qwerasdfzxcv qwert123 qwert12345 qwertasdfgzxcvb qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345
        qwerty123456 qwerty123456789 qwerty13 qwerty77 qwerty777 qwerty78 qwerty99 qwertyasdfgh qwertyqwerty qwertyui
        qwertyuio qwertyuiop qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyuiop[] qwertyytrewq
        r2d2c3p0 r2d2c3po r4e3w2q1 radiohea radiohead ragnarok raiders1 rainbow1 rainbow6 rainbows raindrop rainyday
        raistlin rammstei rammstein ramstein rangers1 rapunzel rasputin rastaman raymond1 rb26dett rdfhnbhf realmadrid
        rebbyt34 rebecca1 reckless redalert redbaron reddevil reddwarf redheads redlight redskins redstorm redwing1
        redwings reloaded remingto renegade rerfhtre residentevil revival47 revoluti revolver rfgbnjirf rfhfvtkmrf
        rfhfylfi rfhlbyfk rfhnjirf rfnthbyf rfnthbyf1988 rfntymrf rfvfcenhf rhbcnbyf rhfcfdbwf rhfcjnrf rhjrjlbk
        rhtdtlrj riccardo richard1 rickster riffraff rightnow riverrat riversid rjhjktdf rjirfrgbde rjycnfynby
        rktjgfnhf roadkill roadking roadrunn roadrunner roadster robinhood robotech robotics rockford rockhard
        rocknrol rocknroll rockstar rocky123 rolltide romanova romashka ronaldinho roosters rootbeer rootedit rosebud1
        rosewood rsalinas rt6ytere runescape rush2112 rushmore russell1 russian7 rustydog s8ylpe9jdpvym saab9000
        sabrina1 sailboat salamander salasana saltydog salvator samadams samantha samantha1 sammy123 sammydog samsung1
        sandiego sandman1 sandrine sanfrancisco sanity72 santacru sapphire sarajevo saratoga sasha123 sasha_007
        satan666 satellit saun24865709 sausages saxophon scarface scheisse schnuffi schoolgirlie scirocco scoobydo
        scoobydoo scooter1 scorpio1 scorpion scorpions scotland scrabble scrapper screamer screwyou sdf7asdf6asdg8df
        seahawks seahorse sealteam seattle1 sebastia sebastian106 sebastie security seductive seemnemaailm segblue2
        seinfeld seminole semperfi senators seniseviyorum sentinel sephirot sephiroth septembe seraphim serenity
        sergbest sersolution service1 sevenof9 sfgiants shadow01 shadow12 shamrock shaney14 shannon1 sheepdog sherlock
        shevchenko shotokan showtime shredder sidekick sidewind sigmachi silverad silverado simpsons singapor sinister
        sithlord sixtynin sk8ordie skateboard skeeter1 skinhead skipper1 skittles skorpion skydiver skywalke skywalker
        slamdunk slapnuts slapshot slimshad slimshady slipknot slippery slowhand smackdow smackdown smartass smashing
        smeghead smirnoff smirnova smoke420 smokedog smoothie snakeman snapshot sneakers snickers snoopdog snoopdogg
        snowball snowbird snowboar snowboard snowflak snowflake snowman1 snuggles soccer10 soccer11 soccer12 soccer13
        socrates softball softtail software sojdlg123aljg sokolova solitude solnishko somanypickles27 songbird
        sonnenschein sonyericsson sonyvaio sooners1 sopranos soso123aljg soulmate southpar southpark southpaw
        southside spaceman spanking sparhawk sparkles spartan1 spartan117 spartans special1 specialinsta specialk
        spectrum spencer1 spiderma spiderman spiderman1 spitfire splatter splinter spongebo spongebob sprinter
        sprocket squerting squirrel srinivas stallion stamford stanislav stanley1 starbuck starbucks starcraf
        starcraft stardust starfire starfish stargate starligh starlight starlite starship start123 startfinding
        startrek starwars starwars1 starwarsfan10 steelers stefangreil1983 stephani stephen1 steve123 stewart1
        stickdaddy77 stickman stigmata stiletto stinger1 stingray stinkyfinger stocking stonecol stonecold stonewal
        stoppedby stranger stratfor stratocaster strawber strawberry streaming stripper sublime1 submarin success1
        summer12 summer69 summer99 summertime sundance sunderla sundevil sunflowe sunflower sunlight sunnyday sunshine
        sunshine1 super123 superbow superfly superman superman1 supernatural supernov supernova supersonic supersta
        superstar surveyor survivor svetlana swallows sweetass sweetnes sweetness sweetpea swimming swingers swinging
        swordfis swordfish sylveste syncmaster syracuse systemofadown tacobell taekwondo tailgate takamine talisman
        tamerlan tampabay tanechka tangerin tarheels tazmania teacher1 teamwork technics teddybea teddybear
        telechargement telephon temppass temppassword temptress tenerife tennesse tequiero terminat terminator
        terrapin terriers test1234 testibil testing1 testpass thailand thanatos thankyou thebeast thecakeisalie
        theclash thedoors theforce thegreat therock1 thesaint thething thetruth thirteen thisisit threesom thuglife
        thumbnils thumper1 thunder1 thunderb tiberian tiberius ticketmaster tickling ticklish ticktock tiffany1
        tiger123 tigercat timelord timothy1 timoxa94 tinkerbe tinkerbell titanium titleist tkbpfdtnf tokiohotel
        tomahawk tommyboy tomservo tonyhawk tooltime toonarmy topolino topsecre topsecret toriamos tortoise
        total12scherz tottenha tottenham toulouse trailers transfor transformers translator traveler treasure treefrog
        trfnthbyf triangle trinitro trinitron trinity1 triplets trojans1 trombone trooper1 trouble1 trousers trucker1
        trucking trueblue truelove truffles trumpet1 trustno1 tryagain tunafish turkey50 twilight ufhvjybz uhbujhbq
        ultimate ultraman umbrella uncencored underdog undertak undertaker undertow unicorn1 universa universi
        ursitesux username usmarine usmc0311 utahjazz vacation vagabond valentin valentina valeriya valhalla valkyrie
        valleywa vampire1 vancouve vanessa1 vanguard vanhalen vanyarespekt vaseline vasilisa vauxhall vegas123
        vendetta verbatim veronika verygood vfhbyfvfhbyf vfhbyjxrf vfhnsirf vfhufhbnf vfitymrf vflfufcrfh vfnbkmlf
        vfntvfnbrf vfpfafrf vfrcbvrf vfrcbvvfrcbv vfvfgfgf vfvfvskfhfve vfylfhby victory1 viewsoni viewsonic vikings1
        viktoria viktoriya vincent1 violator violetta vipergts virginie vitor1268123 vivitron vjqgfhjkm vkontakte
        vladimir vladimirovna vladislav vodafone volkodav volkswag volkswagen volleyba voyager1 vqsablpzla vsjasnel12
        wachtwoord waffenss wanderer wapapapa warcraft warcraft3 wareagle warhamme warhammer warhammer40k warrior1
        warriors washingt waterboy waterfal waterloo watermelon waterpolo waterski wazzkaprivet wdtnjxtr weare138
        webhompas webmaste webmaster websol76 websolutions websolutionssu webuivalidat wednesda weihnachtsbau
        weihnachtsbaum welcome1 welcome2 wellhung wellingt werewolf weronika1992 westham1 westside westwood wg8e3wjf
        whatever whiplash whiskers whistler whiteboy whiteout whitesox whocares whoknows whosyourdaddy wildbill
        wildcard wildcats wildfire wildwood william1 william2 winchest windmill windows1 windsurf wingchun wingzero
        winston1 winter99 wishbone wolfgang wolfpack wolverin wolverine wonderboy wonderfu woodland woodstoc woodstock
        woodwork woofwoof wordpass worldcup wp2003wp wrangler wrestlin wrinkle1 wrinkles x72jhhu3z xantria10315
        xtseo2011tdx xxxp455w0rd5 yamahar1 yamahar6 yandi20080527 yankees1 yankees2 yaroslav yeahbaby yemi19900911
        yesterda yfcntymrf yfdbufnjh10305070 yfnfitymrf yjdsqgfhjkm yogibear yorktown yosemite youandme yourmama
        ytngfhjkz ytrhjvfyn z1x2c3v4 z1x2c3v4b5 z1x2c3v4b5n6m7 zachary1 zanzibar zaq12345 zaq12wsx zaq1xsw2
        zaq1xsw2cde3 zaqwsxcde zaqwsxcderfv zaqxswcde zcfvfzkexifz zeppelin zerocool zildjian zmx870919123 zolushka
        zqjphsyf6ctifgu zxasqw12 zxcasdqwe zxcasdqwe123 zxcv1234 zxcvasdf zxcvb123 zxcvb12345 zxcvbn123456 zxcvbnm1
        zxcvbnm123 zxcvbnm123456789 zxcvvcxz zz8807zpl
        """#
}
