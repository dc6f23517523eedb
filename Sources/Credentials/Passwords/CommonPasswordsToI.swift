extension CommonPasswords {
    /// The entries that begin with a digit, a sign, or a letter from a to i, in byte order.
    static let toI = #"""
        !qaz2wsx 0.0.0.000 000000000000 0000000000o 01011900 01011910 01011950 01011960 01011961 01011970 01011971
        01011972 01011973 01011974 01011975 01011976 01011977 01011978 01011979 01011980 01011981 01011982 01011983
        01011984 01011985 01011986 01011987 01011988 01011989 01011990 01011991 01011992 01011993 01011994 01011995
        01011999 01012000 01012001 01012010 01012011 01020304 0102030405 010203040506 01021990 01031985 01031988
        01031989 01041985 01041988 01061986 01061990 01071986 01081989 01091987 01091989 01121986 01121988
        012345678910 014702580369 01478520 0192837465 01telemike01 02011971 02011975 02011980 02011981 02011982
        02011983 02011984 02011985 02011986 02011987 02011988 02011989 02021971 02021973 02021976 02021979 02021981
        02021982 02021983 02021984 02021985 02021986 02021987 02021988 02021989 02021990 02031970 02031973 02031974
        02031975 02031977 02031978 02031979 02031980 02031981 02031982 02031984 02031985 02031986 02031987 02031988
        02031989 02041972 02041973 02041974 02041975 02041976 02041977 02041978 02041979 02041980 02041981 02041982
        02041983 02041984 02041985 02041986 02041987 02041988 02041989 02051970 02051972 02051973 02051975 02051976
        02051977 02051978 02051980 02051981 02051982 02051983 02051984 02051985 02051986 02051987 02051988 02051989
        02061971 02061972 02061974 02061976 02061977 02061980 02061982 02061983 02061984 02061985 02061986 02061987
        02061988 02061989 02071971 02071975 02071976 02071978 02071979 02071980 02071981 02071982 02071983 02071984
        02071986 02071987 02071988 02071989 02081970 02081973 02081974 02081976 02081977 02081980 02081982 02081983
        02081984 02081985 02081986 02081987 02081988 02081989 02091971 02091973 02091975 02091976 02091977 02091980
        02091981 02091983 02091984 02091985 02091986 02091987 02091989 02101973 02101976 02101977 02101979 02101981
        02101983 02101984 02101985 02101986 02101987 02101988 02101989 03031986 03041986 03041991 03082006 04041988
        04041991 05051985 05051987 05051989 06061986 063dyjuy 07071977 07071987 07091990 08031985 08031986 08051990
        08081988 08121986 085tzzqi 09051945 0987654321q 0o9i8u7y 0r968ji9ufj6 10011986 10011990 100200300 10031988
        10051987 10071987 10101986 10101990 10203040 1020304050 102030405060 10293847 1029384756 11001001 11051987
        11051990 11061985 11081989 11111111 111111111111 111111111111111 1111111111zz 11112222 1111qqqq 11121986
        11122233 111222333 111222333000 111222333444555 111222tianya 11223344 1122334455 112233445566 11235813
        1123581321 12011987 12021988 12031985 12031987 12051988 12121985 12121990 12131415 1213141516 122333444455555
        12312312 123123123123 123123qweqwe 1232323q 123321123 123321123321 123321456654 123321qweewq 12340987 12344321
        1234509876 12345123 123454321 1234554321 12345612 123456123 123456123456 12345654321 123456654321 12345677
        12345678 123456782000 1234567887654321 123456789 1234567890 1234567890-= 12345678900 123456789000
        12345678900987654321 1234567890123 12345678901234567890 1234567890987654321 1234567890a 1234567890q
        1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890qwertyuiop 1234567890z 1234567890zzz
        1234567891 12345678910 123456789101 1234567891011 123456789101112 123456789123 123456789123456
        1234567891234567 123456789123456789 1234567892000 12345678987654321 1234567899 123456789987654321 123456789a
        123456789abc 123456789asd 123456789d 123456789k 123456789l 123456789m 123456789o 123456789p 123456789q
        123456789qaz 123456789qqq 123456789qwe 123456789qwer 123456789qwerty 123456789r 123456789s 123456789v
        123456789z 123456789zxc 12345678a 12345678q 12345679 1234567a 1234567aa 1234567q 1234567qwertyu 12345687
        123456987 123456aa 123456ab 123456abc 123456as 123456asd 123456qq 123456qqq 123456qw 123456qwe 123456qwerty
        123456ru 12345abc 12345asd 12345qaz 12345qwe 12345qwer 12345qwert 12345qwerty 12348765 12349876 1234abcd
        1234asdf 1234kekc 1234qwer 1234qwerasdf 1234qwerasdfzxcv 1234rewq 1234zxcv 123581321 12365478 123654789
        12369874 123698741 123698745 123789456 123admin321a 123hfjdk147 123masha 123mudar 123qq123 123qwe123
        123qwe123qwe 123qwe456 123qwe456rty 123qweas 123qweasd 123qweasdzxc 123qwert 123qwerty 123qwerty123 12locked
        12qw12qw 12qw34er 12qw34er56ty 12qwaszx 12qwerty 12s3t4p55 13021990 13031987 13041987 13041988 13061986
        13121985 13243546 13245768 134679852 1357908642 135792468 1357924680 135798642 14021985 14021986 14061991
        14111986 14725836 147258369 14785236 147852369 14789632 147896321 147896325 14881488 15011987 15021985
        15051981 15051990 15101986 15426378 159753159753 159753456 159753456852 16051987 16051989 16121987 17011987
        17051988 17061988 17171717aa 18011987 18061990 18091985 18121812 18273645 18436572 19061987 19101987 19283746
        192837465 19411945 1a2a3a4a 1a2b3c4d 1a2b3c4d5e 1a2s3d4f 1a2s3d4f5g 1a2s3d4f5g6h 1basebal 1hxboqg2 1letmein
        1michael 1million 1mustang 1passwor 1password 1q2q3q4q 1q2w3e4r 1q2w3e4r5 1q2w3e4r5t 1q2w3e4r5t6y
        1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o 1q2w3e4r5t6y7u8i9o0p 1qa2ws3ed 1qa2ws3ed4rf 1qa2ws3ed4rf5tg
        1qaz!qaz 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1qazzaq1 1qw23er4
        1x2zkg8w 1z2x3c4v 1z2x3c4v5b 20031987 20051988 20061988 20091988 20091991 20111986 20spanks 21011989 21031987
        21031988 21031990 21051988 21051991 21101986 22011988 22021986 22021989 22031984 22041987 22041988 22061941
        22071986 22334455 22446688 23021986 23041987 23176djivanfros 23skidoo 24011985 24061986 24111989 24681012
        25031987 25041988 25081988 25091987 25121987 25800852 25802580 26031988 26061987 27061988 27731828 28011987
        28021990 28021992 28041987 29011985 29051989 29071983 2wsx3edc 30031988 30041986 30051985 31011987
        31217221027711 31415926 321654987 32615948worms 34523452 369258147 369852147 3edc4rfv 3rjs1la7qe 41d8cd98f00b
        43046721 44332211 44magnum 45m2do5bs 4815162342 4815162342lost 4rfv3edc 50spanks 520love101182 541233432442
        5532361cnjqrf 55bgates 59382113kevinp 5hsu75kpot 5tgb6yhn 5wr2i7h8 66613666 67camaro 69213124 69camaro
        73501505 74108520 74123698 741258963 741852963 74227422 742617000027 7777777a 78945612 789456123 7894561230
        78963214 789632145 789654123 7ugd5hip2j 890098890 89231243658s 89876065093rax 8j4ye3uz 8phrowz622 911turbo
        918273645 9293709b13 963258741 963852741 987456321 987654321a 987654321q 99762000 a1234567 a12345678
        a123456789 a123456a a1a2a3a4 a1a2a3a4a5 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 a1s2d3f4g5 a1s2d3f4g5h6 aa123456 aaaa1111
        aardvark abc12345 abc123456 abc123456789 abcd1234 abcdefg1 aberdeen abnormal abracadabra abrakadabra acapulco
        access14 access99 account1 achilles acidburn adgjmptw admin123 admin18533362 administrator adrenalin adventur
        aerosmit aerosmith agent007 airborne airforce airplane akatsuki alabama1 albatros alcatraz alejandr aleksander
        aleksandr aleksandra alessand alessandro alex1234 alexande alexander1 alexandr alexandre alexandru alfarome
        algernon aligator alkaline allblack alleycat alligator allison1 allnight allstate alpha123 alphabet alphaman
        alterego amadeusptfcor amarillo amateurs ambrosia america1 amethyst amoremio amsterda amsterdam an83546921an13
        anaconda anakonda anastasi anastasiya andrew12 andrewjackie andromed andromeda andyod22 angel123 angel666
        angelito anhyeuem anna2614 antananarivu antelope anthony1 anthony2 anthony7 antigone antonio1 apollo11
        apollo13 apple123 applepie aquafina aquarius arabella arabella24630 arcangel archange archangel architec
        argentin arizona1 armageddon armagedon armstron as123456 asd12345 asdasd123 asdf1234 asdfasdf asdffdsa
        asdfg123 asdfg12345 asdfgh01 asdfgh123456 asdfghjk asdfghjkl asdfghjkl123 asdfjkl; asdfqwer asdfzxcv asdqwe123
        asmodeus aspirine assassin assassins assclown asslover assmunch astalavista astonvil atlanta1 atlantis
        atreides auckland2010 augustin austin31 austin316 australi avalanch avalanche avangard avrillavigne awesome1
        azertyui azertyuiop azsxdcfv babemagn babemagnet baberuth babushka babybear babyblue babycake babydoll
        babyface babygirl babylon5 babylove backbone backdoor badabing badkarma badnaamhere bajingan balloons ballsack
        baltimor baracuda barakuda barbados barbara1 barcelon barcelona barefeet barefoot baritone barracud barracuda
        basebal1 baseball baseball1 basketba basketbal batman12 baywatch bcfields beachbum bearcats beatles1 beautifu
        beckham7 beefcake beethove bellagio bendover benessere bergkamp bernhard bettyboo bettyboop bigballs bigblack
        bigblock bigbooty bigbucks bigdaddy bigmoney bignasty bigpoppa bigtruck billabon billabong billybob billyboy
        binladen biohazard bionicle birthday4 bismarck bismilla bismillah black123 blackass blackbel blackbelt
        blackberry blackbir blackbird blackboy blackcat blackcoc blackdog blackhaw blackhawk blackice blackjac
        blackjack blacklab blackops blackout blahblah blaster1 blessed1 blessing blink182 blizzard blondie1 blondinka
        bloopers blowfish bltynbabrfwbz blue1234 blueball bluebell blueberr bluebird blueeyes bluefish bluejays
        bluemoon bluenose bluesman bluestar bobafett bobdylan bobmarle bobmarley bondarenko bonehead bonethug boogaloo
        bookcase bookworm boomboom borabora bordeaux boris123 borussia boy4u2ownnyc bpgjldsgjldthnf bradley1 brandon1
        bravehea braveheart brighton broncos1 broodwar brooklyn brother1 browndog brucelee bruno123 bubba123 bubblegum
        bubbles1 buckeye1 buckeyes buckshot buckwhea budapest buddy123 buddyboy buddydog budlight budweise budweiser
        buffalo1 bugsbunn bukowski bulldawg bulldog1 bulldogs bullfrog bullseye bullwink bunghole buratino
        businessbabe buster12 bynthytn c3por2d2 cabernet cadillac calamity caliente californ caligula calimero
        callisto callofduty camaross cambiami cambridg camelot1 cameltoe cameron1 candyass candyman cannabis cannibal
        cannonda cantona7 capetown capital1 capitals capoeira capricor capricorn capslock captain1 cardinal care1839
        carebear carefree carlitos carnival carolina carpedie carpediem carpente carthage cartman1 cartoons casablanca
        casanova caseydog cashflow cashmone cashmoney cassandr catdaddy catfight catherin catwoman cavalier cbr600rr
        cbr900rr cdtnkfyf cerberus cezer121 cfitymrf chainsaw challeng champion changeme chargers charisma charles1
        charlie1 charlie123 charlie2 charlott charlton checkers checkmat cheerleaers chelsea1 chemistr cherokee
        cherries cheshire chester1 chevelle chevrole chevrolet chevys10 chewbacc cheyanne cheyenne chicago1 chicken1
        chickens chickenwing101 chipmunk chipper1 chocolat choochoo chopper1 choppers chris123 chrisbln chrissy1
        christia christin christma christop christophe christopher1 christy1 chrysler chuckles churchil cinnamon
        citibank civilwar cjdthitycndj cjkysirj clarinet classics claudia1 claymore cleopatr clevelan clippers
        clitoris close-up cnfybckfd cobra427 cocacola coldbeer coldplay collecti colombia colorado colossus coltrane
        comanche combat123654 comicbookdb commande commando computer computer1 concorde concrete consumer
        contortionist control1 cookiemonster cooldude coolgirl coolhand coolness copenhag corleone cornhole
        corperfmonsy corvet07 corvette cosmopolitan costaric cosworth counterstrike coventry cowboys1 cowboyup
        crazybab crazyman creampie creative creepers crescent cricket1 crjhgbjy crocodil crusader crystal1 culinary
        cutiepie cvbhyjdf cxfcnkbdfz cyclones cygnusx1 cynthia1 daedalus dagobert daisydog dallas22 dangerou daniel12
        dannyboy daredevi daredevil darkange darkangel darklord darkness darkside darkstar darthvad darthvader
        david123 davidoff daydream dbrnjhbz deadhead deadpool deadspin death666 deathnote deathrow deborah1 deepblue
        deepthro deepthroat deerhunt deeznuts deeznutz defender deftones delpiero demon1q2w3e4r demon1q2w3e4r5t
        demon666 derparol designer desperado destiny1 detectiv detroit1 deutschland devil666 devildog devilman
        devilmaycry devilmaycry4 dfcbkbcf dfg5fhg5vgfh1 dfktynby dfktynbyf dhjnvytyjub diamante diamond1 diamonds
        dietcoke digital1 digitalprodu dilbert1 dilligaf dillweed dima1995 dingdong dinosaur dipstick dirtbike
        dirtydog discover dkflbckfd dkflbvbh dkflbvbhjdbx dkflbvbhjdyf doberman dodgeram dodgers1 doggydog doggystyle
        doghouse dogpound dolemite dolphin1 dolphins domainlock2005 domenico dominika dominion dominiqu dontknow
        doomsayer.2.7mords.v doomsayer.2.7mords.vv doomsday doorknob dortmund doughboy douglas1 downhill dragon01
        dragon11 dragon12 dragon123 dragon13 dragon69 dragonba dragonball dragonballz dragonfl dragonfly dragrace
        dragster dreamcas dreamcast dreamer1 drjynfrnt dropdead dropkick drowssap drpepper drummer1 dthjybrf dtkjcbgtl
        dtxyjcnm ducati99 duckhunt duracell dutchess dutchman dynamite earnhard earthlin earthlink eastside eastwood
        eatmenow eclipse1 edinburg edwardcullen eggplant eightbal einstein ejaculation ekaterina elbereth elcamino
        eldiablo eldorado electric electron element1 elephant eleven11 elisabet elizabet elizaveta elvis123 embalmer
        emmitt22 enforcer engineer england1 enter123 enternow enterpri enterprise envision ericsson escalade escorpio
        espresso eternity ethernet euphoria evanescence evangeli evangelion evergree everlast everques everquest
        everton1 evildead evolutio excalibu excalibur excellen explorer express1 ezekiel11991 f00tball f15eagle
        fabienne failsafe fairlane fakepass fallen_angel falstaff familiyafamiliya fandango fantasia fantasti fantasy1
        fantomas farscape fastball fastcars favorite2 favorite6 fearless feathers federica feelgood fellatio ferrari1
        fgtkmcby fhvfutljy fidelity finalfantasy fireball firebird fireblad fireblade firefigh firehawk fireman1
        firestar firestorm firewall fishbone fishcake fisherma fisherman fishface fishhead fishing1 fishtank fivestar
        fkbyjxrf fkmnthyfnbdf fktrcfylh fktrcfylhf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktyeirf flamengo flamingo
        flashman flathead flexible flintsto flipflop flipmode flipper1 florida1 flounder flowers1 flvbybcnhfnjh
        flyers88 football football1 footlove fordf150 fordf250 fordf350 fordtruc foreplay foreskin forever1 forgetit
        formula1 forsaken foxylady francesc francis1 francisc frank123 frankie1 freckles fred1234 frederik
        frederiksberg freebird freedom1 freedom2 freefall freepass freeuser freewill freiheit frenchie friday13
        friends1 friendster front242 frontier fruitbat fujifilm fullback fullmoon funstuff funtimes fussball futurama
        futyn007 fuzzball fyfcnfcbz fyfnjkbq fynfyfyfhbde fynjybyf fyutkbyf fyutkjxtr g13916055158 gabriel1 gabriell
        galeries gallaries gamecube gameover gandalf1 gangster ganjaman gannibal garfield gargoyle gateway1 gateway2
        gatorade gbgbcmrf gbhfvblf geibcnbr general1 genesis1 georgia1 geraldin germany1 geronimo gesperrt getmoney
        gettherefast gfgfvfvf gfhjkm12 gfhjkm123 gfhjkmgfhjkm ghbdtn123 ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtnrfrltkf
        ghblehjr ghbywtccf ghhh47hj7649 ghjcnbnenrf ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjqgfhjkm
        ghjcnjrdfibyj ghjdthrf ghjnbdjcnjzybt ghjnjnbg ghjuhfvvf ghostrider gianluca gigabyte ginscoot girfriend
        giveitup gizmodo1 gjkysqgbpltw gladiato gladiator glendale glennwei glenwood gn56gn56 gobigred godbless
        godfathe godfather godsmack godspeed godzilla gogators goldeney goldeneye goldfing goldfish goldrush goldstar
        goldwing golfball golfclub good123654 goodfell goodgirl goodison goodlife goodluck goodtime goodyear goofball
        googletester gooseman gordon24 gorillaz gotigers gotohell gotyoass grandpri graywolf greatone greedisgood
        green123 greenbay greenday greenlantern greenman greentea gregory1 greyhoun greywolf groupd2013 gsxr1000
        gtnhjdbx gtnhjpfdjlcr guardian guesswho guillaum guillerm guinness gulliver gymnastic hairball halflife
        hallo123 hallowee handball handyman hannahmontana hannibal hannover happines happy123 happyday happydog
        happyman hardball hardrock hardwood hardwork harrypotter hatteras hattrick hawaii50 hawaiian hawkesbury93
        hawkeye1 hawkeyes hawkwind hawthorn hayabusa hd764nw5d7e1vb1 headless headshot heather1 heather2 hedgehog
        hedimaptfcor heineken heinlein hellfire hello123 hellohel hellokitty hellsing hellyeah hercules herewego
        hermione hernande hershey1 hetfield highbury highheel highland highlander highlife hilfiger hillbill hillside
        hitman47 hogwarts holiday1 hollywoo homebrew homemade homepage homer123 hondacbr honeybee honeybun honeydew
        hongkong honolulu hooligan hoosiers horseman horsemen hotbabes hotchick hotgirls hotstuff hounddog housewife
        housewifes houston1 htubcnhfwbz hugoboss hulkster hunter12 hurrican huskers1 hyperion iampurehaha2 ibilltes
        icecream icehouse ichliebedich idontkno idontknow ignatius ihatethisgame ihateyou ijrjkflrf ilikepie illmatic
        illusion ilovegod ilovemyfamily iloveyou iloveyou1 iloveyou2 ilya1234 immortal impalass implants imtheman
        imyaimyaimya inactive1996aug india123 infiniti infinity ingodwetrust insertion insertions insomnia inspiron
        installdevic installsqlst interacial intercourse international internet intrepid intruder inuyasha invictus
        ireland1 irishman ironhors ironmaiden ironman1 iseedeadpeople islander istanbul istheman italiano iverson3
        """#
}
