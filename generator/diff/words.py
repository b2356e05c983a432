"""English words, a to j, that a slip can turn into one another.

Chosen by program from SCOWL (Spell Checker Oriented Word Lists): its frequent words, and
of the others those within two letters of one of them. Regular forms of a listed word are left out.

SCOWL is Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and
sell these word lists, the associated scripts, the output created from the scripts, and its
documentation for any purpose is hereby granted without fee, provided that the above copyright
notice appears in all copies and that both that copyright notice and this permission notice appear
in supporting documentation. Kevin Atkinson makes no representations about the suitability of this
array for any purpose. It is provided "as is" without express or implied warranty.
"""

from __future__ import annotations

_WORDS = """
a aback abandoned abandons abate abbey abbot abbreviated abbreviates abbreviating abbreviation
abduct abet abhor abide ability abject ablaze able ably aboard abode abolish abolition abort
abortion abound about above abroad abrupt absence absent absolute absorb abstract abstraction absurd
abuse abusive abyss academies accede accent accept acceptable acceptably acceptance access accident
accidental accompanied accompanies accomplished accomplishes accord accost account accountant
accumulated accumulates accuracy accurate accusation accuse accustomed accustoms ace aced aces ache
ached aches achieve aching acid acing acknowledged acknowledges acne acorn acquire acquit acre acrid
across act action activate active activity actor actual acute ad adage adapt add addict addiction
addictive addition additional additive addressed addressee addresses adept adhere adjective adjust
administered administers administration administrative admirable admirably admire admission admit
ado adobe adopt adoption adore adorn adrift adroit ads adult advance advantaged advantageous
advantages advent adventured adventurer adventures adventurous adverb adverse advert advertise
advice advisable advise advisory advocate aerial aesthetic afar affair affect affection affirm affix
afford afoot afraid after again against age aged agency agenda agent agile agility aglow ago agony
agree aground ah ahead ahoy aid aide ail ailed ailing ails aim air aired airing airport airs airy
aisle ajar akin alarm alas albeit album alcove ale alert ales alga algae alias alibi alien alight
align alignment alike alive all allay allays allegation allege alley alliance allocate allocation
allot allow allowable allowance alloy allure allusion ally almond almost alms aloft alone along
aloof aloud also altar alter alteration altered altering alternate alternation alternative altitude
alto always am amass amaze amber ambient ambiguous ambitions ambitious amble ambush amen amend amid
amiss amount amp ample amplified amplifies amply amps amulet amuse an anagram anal analogous
analogue analogy analyses analysis analyst anatomy anchor ancient and anecdote anew angel anger
angle angry angst animal ankle annals annex announce annoy annoyance annual annul anoint anomaly
anon anonymous another answer answered ant anthem anthology anticipate anticipation antidote antique
antler ants anus anuses anxious any anybody anyone anything anyway anywhere aorta apart apathetic
apathy ape aped apes apex aping apology appalled appalling appeal appear appeased appeasing append
appendix apple appliance application apply appointed appointee appoints apposite appreciated
appreciates appreciating appreciation approached approaches approval approve aprons apt apter aptest
aptitude aptly arbitrary arc arcade arcane arced arch archive arcing arcs are area arena ares
arguable arguably argue aria arid arise arisen ark arks arm armpit army aroma arose around arouse
arrange array arrest arrival arrive arrogance arrogant arrow arson art artery artful article artist
artistic as ascend ascent ash ashamed ashcan ashed ashen ashing ashore aside ask askew asleep aspect
aspen aspire ass assemble assembly assent assert assertion asses assess asset assign assignment
assist assistance assistant associated associates associating association assort assume assure
assureds astronomer astronomy astute at ate atheism atheist atlas atmosphere atmospheric atom atomic
atone attach attack attain attempted attempts attend attendance attendant attention attest attic
attire attract attraction attractive attributed attributes auburn auction audibly audio audit
audition august aunt aura aural auspicious author auto automate automatic automobiled avail avenge
average averse avert avid avoid avow await awake awaken award aware away awe awed awes awing awkward
awning awoke awoken awry axed axes axing axiom axis axle aye ayes azure babble babe babier baby back
backlog backward bacon bacteria bacterium bad badder bade badge badness baffle bag bagel baggage
bagged bagging baggy bail bait baiting baits bake bakery balance bald bale ball ballet ballot balm
balmy ban banal banana band bandy bang bani banish banjo bank banter bar barb bard bare barest
bargain barge bark barley barn baron barrel barren barrier barrister barter base basement basest
bash basic basically basil basin basis bask basket bass bastard baste bat batch bath bathe baton
bats batted batter battery batting battle baud bawdy bawl bay bayed baying bays be beach bead beady
beak beam bean bear beard beast beat beaten beauty beaver became because beckon beckoned beckoning
become bed bedded bedder bedding bedside bedsides bee beech beef beefy been beeper beer bees beet
beetle beeves befall befit before beg began beggar begged begging begin begs begun behalf behalves
behave behead beheld behind behold beige being belated belch belie belied belief belies believe bell
bellow belly belong beloved below belt belying bemoan bemuse bench bend beneath benign bent bequest
bereft beret berry berth beset beside best bestow bet beta betters bettor beware beyond bias bib
bible bibs bicker bicycle bid bidden bide big bigamy biggest bigot bigoted bigotry bike bikini bile
bill billion billow bin binary bind bindings bingo binned binning bins biography biological biology
biped birch bird birth biscuit bit bitch bite bitten blab black blade blame blanch bland blank
blankest blanket blare blast blaze bleach bleak bleary bleat bled bleed blend bless blew blight
blimp blind blink blip bliss blithe blitz blob bloc block blog blond blood bloody bloom blot blotch
blouse blow blown blue bluest bluff bluffer blunt blur blurb blurt blush bluster boa boar board boas
boast boat bob bobbed bobbing bobcat bode bodice bodices body bog boggle bogus boil bold bolt bomb
bond bone bonier bonnet bonus bony boo booby booed booing book bookend booklet bookshop boom boon
boor boos boost boot bootee booth booty booze bop border bore born borne borrow bosom boss bossy
botch both bothered bothering bottle bottom bough boughs bought bounce bound bounty bout bovine bow
bowed bowel bowing bowl bows box boxed boxer boxing boy bra brace bracket bracketed brag brags braid
brain brainy braise brake bran branch brand brandy bras brash brass brat brave bravo brawl brawn
brawny bray brays brazen breach bread breadth break breast breath breathe bred breed breeze breezy
brew bribe brick bridal bride bridge bridle brief bright brighten brightened brightening brightest
brim brine bring brink briny brisk broach broad broil broke broken bronco bronze brooch brood brook
broom broth brother brought brow brown browse bruise brunch brunt brush brutal brute bubble bubbly
buck bucket buckle bud budded budding buddy budge budged budges budget buds buff buffed buffer
buffered buffering buffet buffeted buffeting bug bugged buggier bugging buggy bugle bugler build
built bulb bulge bulk bulky bull bullet bulletin bullion bully bum bummed bummer bumming bump bumpy
bums bun bunch bundle bung bungle bunion bunk bunny buns buoy burble burden bureau burger burial
burly burn burnt burp burr burro burrow burst bury bus bush bushy busier bust bustle busy but butler
buts butt butte buttered buttering buttery butting button buy buzz by bye byes bypass byte cab
cabbage cabbed cabbing cabin cable cabs cacaos cache caches caching cackle cacti cad cadet cage
cagey cake calculate calculation calculator calf call callow callus calm calve cam came camel cameo
camera camp campaigned campaigner campaigns campus can canal canary cancel cancer candle candy cane
canker canned canning cannon cannot canny canoe canon canopy cant cantered cantering canyon cap
capable capably cape capered capering capital capitalism capitalist capped capping captain caption
captor capture car carat carbon card care careful careless caress cargo carol carp carpet carriage
carrier carrot carry cart cartel carton cartoon cartridge carve case cash cashew casino cask casket
cast caste castle casual cat catch catchy cater catered caterer catering cattle caucus caught caulk
causal cause caution cave caveat cavern cavity caw cawed cawing caws cease cedar cede ceiling
celebrated celebrates celebrating celebration cell cellar cello cement cemented censor censored
censoring censured censuring cent central century certain certainty chafe chaff chain chair chairmen
chalk challenged challenger challenges chamber champ chance change changeover channel chant chanted
chanting chaos chap chapel chapter char character charge charitably charity charm chart chase chasm
chaste chaster chat cheap cheapen cheapest cheat check cheek cheep cheer cheery cheese chef chemist
chemistry cherry chess chest chew chewy chi chic chicer chick chicken chide chief child chill chilly
chime chimp chin china chink chip chirp chisel choice choir choke choose choosy chop choppy choral
chord chore chorus chose chosen chow chrome chuck chuckled chuckling chug chum chumming chums chunk
chunky church churn chute cider cigar cinch cinder circa circle circuit circuitry circular circulate
circulation circumstanced circus cite citizen city civic civil clack clad claim clam clamber clammy
clamp clan clang clanged clanging clank clap claps claret clarification clarify clarity clash clasp
class classic classical classification classify classy clause claw claws clay clean cleanest
cleansed cleanser cleansing clear clearest cleat cleave cleaved cleaver cleaving clef cleft clergy
clerk clever cleverer cleverest click client cliff climate climb clime cling clinic clinical clink
clip clique cloak clock clod clog clone close closest closet closure clot cloth clothe cloud cloudy
clout clove cloven clown club cluck clue clump clumsy clung cluster clutch clutter coach coal coarse
coast coat coax cob cobble cobra cobs cock cocky cocoon cod codded codding code cods coerce coffee
coffer coffin coffined coffining cog cogent cogs coherent coil coin coincide coincidence coke cold
colic collage collapse collar collared collaring collate colleague collect collection collective
college collie colon colony colt column coma comb combat combination combine come comedy comet
comfort comfortable comfortably comic comma command commando commence commend comment commerce
commission commit committee commodity common communicated communicates communicating communication
communism communist community commute compact companion company comparable compare comparison
compassion compatible compel compete competence competent competition competitive competitor
compilation compile complacent complained complains complaint complement complete completion complex
complexion compliant complicated complicates complicating complication compliment complimentary
comply component compose composite composition compost compound comprehensible comprehension
comprehensive compress compression comprise compromise compulsion computation compute con
concatenated concatenates conceal concede conceit conceivable conceivably conceive concentrated
concentrates concentrating concentration concept conception concern concert concerto concise
conclude conclusion concrete concur condemn condense condition conditional condom condone condor
conduct conductor cone confection confer conference confers confess confidant confide confidence
confident configured configures confine confirm conflict conform confronted confronts confuse
confusion congeal congest congestion conical connect connection connector conned conning connotation
cons consensus consent consequence consequent conservation conservative consider considerable
considerably considerate considered consist consistency consistent consolation console constant
constituency constituent constitute constitution constrain constraint constrict constriction
construct construction constructive consuls consult consultancy consultant consultation consume
contact contain contemplated contemplates contempt contend content contention contentious contest
context contiguous continent contingent continual continue continuity continuous continuum contour
contraception contract contradict contradiction contrary contrast contravention contribute
contribution contributor contributory contrite contrive control convection convenience convenient
convent convention conventional converge conversation converse conversion convert convex convey
convict conviction convince convoy coo cooed cooing cook cookie cool coop cooperate cooperation
coordinated coos cop cope copier copped copper copping cops copulate copulation copy coral cord
cordon core cork corn cornea cornet cornier corny coroner corporate corporation corps corpse correct
correction correlation corresponded correspondence correspondent corresponding corresponds corrupt
corruption corset cortex cosmic cosmos cost cot cots cotton couch cough could council counsel count
countess countless country county coup couple coupon coups courage courier course court courtesy
cousin cove cover coverage covered covering covert covet coveted coveting cow coward cowed cower
cowered cowering cowing cox coy coyer coyest crab crabby crack crackled crackling cradled cradling
craft crafty crag craggy cram cramp crane crank cranky crap crash crass crate cratered cratering
crave crawl craze crazy creak creaked creaking creaky cream creamy crease create creation creative
creator creature credit creed creek creep cremate cremation crepe crept crest crested cresting
cretin crew crib cribs cricket cried cries crime criminal cringe cringing crises crisis crisp crispy
criteria criterion critic critical criticism croak crock crocus crofts crony crook croon crop cross
crossroad crossword crotch crow crowd crown crows crucial crude cruel cruise crumb crunch crush
crust crusty crutch crux cry cryptic cs cub cube cubic cubs cuddle cuddly cue cued cues cuff cuing
cull cult cultural culture cumming cums cunning cup cupped cur curb curd curdle cure curfew curio
curios curious curl curly currant currency current curry curse cursor curt curtail curtain curtsy
curve custard customary customer customs cut cute cutest cutter cycle cyclic cyclist cynic cynical
cyst dab dabbed dabble dabs dad daddy dads daft dagger daily dainty dairy dais daisy dally dam
damage dame dammed damming damn damnation damp dams dance dandy danger dangerous dangle dank dapper
dare dark darken darling darn dart dash data date datum daub daughter daunt dawn day daylight
daytime daze dead deaden deadline deaf deal dealt dean dear dearest dearth death deaves debase
debate debit debited debiting debt debug debut debuted debuting decade decay decease deceit deceive
decent deception decide decision deck declare decline decode decoy decrease decree decry dedicate
deduce deduct deduction deed deem deep deepen deepest deer deface defame default defeat defecated
defecating defect defective defend defensive defer deference deficiency defile define definite
definition definitive deflated deflating deflect deflection deform deft defy degrade degree deify
deign deity deject dejection delay delectable delete deletion deli delicate delicious delight
delirious deliver delivered delivery delta delude deluge delusion deluxe delve demand demean
demented demise demolished demolishes demon demonstrated demonstrates demonstrating demonstration
demote demure den denial denim denims denote dens dense density dent dental deny depart departmental
departments depend dependence dependency dependent depict deplete deport deportment depose depot
deprave depress depression deprive depth deputy derail derange deride derision derive descend
descent describe description descriptive desert deserve design designated designates designating
designation desire desist desk despair despise despite despot dessert destination destine destiny
destroyed destroyer destroys destruction destructive detach detail detain detect detection detective
detector detention deter detergent determined determines detest detract devastated devastates
developed developer develops device devil devious devise devoid devolution devote devotee devour
devout dew diagnoses diagnosis diagnostic diagram dial dialect dialogue diaper diary dice dictate
dictator diction did die died diet differ differed difference different differential differentiate
differing dig digest digit digital dignify dignity diked diking dilate dill dilute dim dime
dimensional dimensions dimes dimly dimmed dimmer dimple dims din dine dingy dinned dinner dinning
dins dip dipped dipping dips dire direct direction directive director directory direst dirge dirt
dirty disable disadvantaged disagreed disagrees disappeared disappears disappointed disappoints disc
discarded discards disclaimed disco disconnected disconnects discontinued discontinues discord
discouraged discourages discovered discovering discovers discovery discreet discriminated
discriminates discriminating discrimination discus discuss discussion disease disguise disgust dish
disk disliked dislikes dismal dismay dismiss dismount disown displace displaced displacing displayed
displaying displays disposable disposal dispose dispute disrupt distance distant distinct
distinction distinctive distinguished distinguishes distort distortion distract distressed
distresses distributed distributes distributing distribution district disturb disuse ditch dither
ditto ditty dive diverge diverse diversify diversity divert divest divide dividend divine division
divorce dizzy do docile dock doctor documented documents dodge dodo doe doer dog dogged dogging
dogma doily doing dole doll dollar dolly domain dome dominant dominate domino don donate donation
done donkey donor doodle doom door dope dopey dos dose dot dote double doubly doubt doubtless dough
dour douse dove dowdy down downy dowry doze dozen drab draft drag dragon drain drama dramatic
dramatically drank drape draping drastic drastically draw drawings drawl drawn dread dream dreamy
dreary dregs drench dress drew dried drier dries driest drift drill drink drip drive drivel driven
droll drone drool droop drop dross drought drove drown drowse drowsed drowsing drowsy drug drum
drunk dry dryer drys dual dub dubious dubs duck duct dud dude duding duds due duel dues duet duff
dug duke dull dullest dully duly dumb dumbest dummy dump dumpling dumpy dunce dune dung dunk duo
dupe duped duping duplicate duplication duration duress during dusk dusky dust dustbin dusty duty
dwarf dwell dwelt dye dyed dyeing dyes dying each eager eagle ear earl earlier earliest earls earn
earnings earring earth earthy ease easel easier easiest east eastern easy eat eaten eave ebb ebbed
ebbing ebbs echo ecological ecology economic economical economy eddy edge edgier edgy edible edict
edit edited editing edition editor educate education eel eels eerier effect effective efficiency
efficient effort egg egged egging ego eh eight eighth eighty either eject ejection eke eked ekes
eking elapse elastic elder elderly eldest elect election electoral electorate electric electron
electronic elegant elegy element elephant eleven elf elicit eligible eliminated eliminates elite
elitism elk elks elm elms elope else elude elves em embarrassed embarrasses embed ember emerge
emergence eminent emir emission emit emotion emotional emphases empire employ employee empress
emptier empty emulate emulation emulator enable enact enamel encase enclose encode encore
encountered encounters encouraged encourages end endear endings endive endless endow endure enema
enemy energy enforced enforces enforcing engage engine engineered enhance enjoy enlarge enlightened
enlightens enlist enmity enough enrage ensign ensue ensure entail enter entered entering entertain
enthusiast entice entire entirety entitle entity entrails entrance entrap entry enveloped envelops
environmental environments envisaged envisages envoy envy epic epoch equal equality equate equation
equip equity era eras erase erect erection ergo eroded erotic err errand erred erring error errs
escape escort essay essence established establishes estate estimate estimation etch eternal ether
ethic ethical ethnic evacuate evacuation evade evaluated evaluates evaluating evaluation eve even
evened evener evening event ever every everyone eves evict evidence evident evil evoked evolution
evolve ewe ewes exact exaggerated exaggerates exalt exam examine example exceed excel excels except
exception exceptional excerpt excess excessive exchanged exchanges excise excite exclamation exclude
exclusion exclusive excuse execute execution executive exempt exercise exert exhausted exhausting
exhaustive exhausts exhibit exhibition exhort exhume exile exiled exiling exist exit exited exiting
expand expanse expansion expansive expect expel expend expense expensive experienced experiences
experiencing experimental experimented experimenting experiments expert expertise expire expiry
explain explanation explicit explode exploit exploitation exploration explore explosion explosive
export expose exposure express expression extant extend extension extensive extent external
extinction extol extort extra extract extraction extraordinary extremely extremer extremes extremest
extremist exude exult eye eyed eyeing fable facade face facet facial facile facility fact faction
factor factory factual faculty fad fade fads faggot fail failure faint faintest fair fairest fairy
faith fake falcon fall fallen false falter faltered faltering fame familiar family famine famous fan
fancy fang fanned fanning fantasied far farce fare farm farther farthest fascinated fascinates
fascism fascist fashion fashionably fast fasten fastest fat fatal fate father fathered fathering
fathom fats fatten fatter fattest fatty fatuous faucet fault faulty fauna fawn fawns faze fear
feasible feast feat feather feature fed federal feds fee feeble feed feel feelings feet feign feint
feline fell fellest fellow felon felt female feminism fen fence fend fender fern ferret ferry fester
fetch feted fetid feting fetish fetter fetus feud fever few fewest fez fib fibbed fibber fibs fiche
fickle fiction fictional fiddle fiddly fidget field fiend fierce fiery fiesta fifteen fifth fifty
fig fight figs figure filch file filet fill fillet filly film filmy filter filtered filtering filth
filthy fin final finale finance finch find findings fine finest finger finish finite fins fir fire
firm firs first fiscal fish fishy fission fist fit fitness fitter five fix fixture fizz fizzle fizzy
flag flail flair flak flake flaky flame flank flap flare flash flashy flask flat flaunt flaw flea
fleck fled flee fleecy fleet flesh fleshy flew flex flexible flexibly flick flied flies fliest
flight flimsy flinch fling flint flip flirt flit float flock flog flood floor flop floppy flora
floral floss flour flout flow flowery flown flu flue fluent flues fluffs fluid fluke flung flunk
flunky flurry flush fluster flute flux fly foal foam foamy focal focus fodder foe foes fog fogged
fogging fogs foible foil foist fold folk follow folly foment fond font food fool foolish foot
footnoted for forage foray forbade forbid forbidden force forceps forcible forcibly ford fore
forecast forego foreign forest foretasting forever forgave forge forget forgive forgiven forgo
forgot fork form formal formality format formation formerly formula formulation fort forte forth
fortunate fortune forty forum forward fossil foster fought foul found foundling fount fountain four
fourth fowl fox foxed foxes foxier foxing foxy foyer fracas fraction frail frame franc frank frantic
fraud fray fraying freak free freest freeway freeze french frenzy frequency frequent fresh fret
friar friction fried friend fries frieze fright frighten frightened frigid frill frilly fringe frisk
frizzy fro frock frog from frond front frost frosty froth frothy frown froze frozen fruit fruity
frustrated frustrates frustrating frustration fry fudge fuel full fullest fully fumble fume fun
function functional fund fundamentalism funeral fungi fungus funnel funner funnest funnier funniest
funny fur furies furious furl furred furry furs further furthest fury fuse fusion fuss fussy futile
future fuzz fuzzy gab gabbed gabbing gable gabs gag gagged gags gaily gain gainful gait gal gala
galaxy gale gall galley gals gamble game gamma gamut gander gang gangling gap gape garage garb
garbage garble garden gardened gardening gargle garnet garret garter gas gases gash gasket gasp
gassed gassing gate gather gathered gathering gauge gaunt gauze gave gavel gawk gay gayer gayest
gays gaze gear gee geed geeing gees geese gel geld gem gems gender gene general generate generation
generator generic genetic genial genie genius genre gent gentile gentle gentleman gentlemen gently
gentry gents genuine genus geography geology germ germinate germination gesture get ghastly ghost
ghoul giant gift gig gigging gigs gild gill gilt gimme gin ginger ginned ginning gins girder girdle
girl girth gist give given glad glade glance gland glare glared glaring glass glassy glaze gleam
glean glee glen glib glide glint gloat global globe gloom glory gloss glossy glove glow glue glum
glut gnarl gnash gnat gnaw gnome gnu gnus go goad goal goat goatee gob gobs god goes goggle going
gold golden golf gone gong gonna goo good goodbye goody gooey goof goofy goon goose gopher gore
gorge gory gosh gospel gossip got gotten gouge gourd gout govern governor gown grab grace graceful
gradation grade gradual graduate graduation graffiti graffito graft grain gram grand grandfather
grandmother granny grant grape graph graphic graphical grasp grass grassy grate grave gravel graven
gravy graze grease greasy great greatest greed greedy green greet grew grid grief grieve grill grim
grime grimy grin grind grip gripe grit groan groin groom groove grope groped groping gross grotto
grouch ground group grouse groused grouses grousing grove grovel grow growl grown growth grub gruel
grunt guaranteed guarantees guard guess guest guidance guide guild guile guilt guilty guinea guise
guitar gulf gull gullet gully gulp gum gummed gumming gummy gums gun gunned gunning guru gush gust
gusty gut gutted guttered guttering gutters gutting guy guyed guying guzzle gym gyms gyrate ha habit
hack had hag haggle hags hail hair hairdo hairy hale halest half hall halo halon halt halve ham
hammed hamming hamper hams hand handful handier handle handy hang hangar hangover hanker happen
happened happening happier happiest happiness happy hard harden hardened hardening hardest hardier
hardiest hardy hare harem hark harm harmful harmless harp harrow harry harsh hart harvest has hash
hassle haste hasten hastier hastiest hasty hat hatch hate hatred hatted hatting haughty haul haunt
have haven havoc hawk hay hayed haying hays hazard haze hazel hazier hazy he head headier headiest
headings headline heady heal health healthy heap hear heard hearings hearse heart hearth heartily
hearty heat heath heave heaven heavier heaviest heavy hedge heed heedless heel hefty heifer height
heir held hell hello helm helmet help hem hemmed hemp hems hen hence hens her herald herb herd here
hereby herein heresy heritage hermit hero heroic heroin heron herpes herrings hers herself hes
hesitate hew hewed hewing hews hey hi hiatus hick hid hidden hide hideous high highest highlighted
highlights highway hijack hike hill hillier hilliest hilly hilt him hims himself hind hindsight
hinge hinged hinging hint hip hipped hipper hipping hippy hips hire his hiss historian historic
historical history hit hitch hither hive ho hoard hoarse hoax hobbit hobble hobby hobo hock hoe hoed
hoeing hoes hog hogged hogging hogs hoist hold holdup hole holier holler hollow holly holy homage
home homeless homey homier hone honest honesty honey honk honorary hood hoof hook hoop hooped
hooping hoot hooves hop hope hopped hopper hopping hops horde horn hornet horny horrible horribly
horrid horrific horrify horror horse hose host hostage hostel hot hotbed hotel hotly hotter hound
hour house hove hovel hovered hovering how however howl hows hub hubs huddle hue hued hues huff
huffy hug huge hugest hugged hugs huh hulk hull hum human humane humble humbly humid hummed humming
humorous hump hums hunch hundred hung hungry hunk hunt hurdle hurl hurrah hurry hurt hurtling hush
husk husky hut huts hymn hyphen hypocrisy hypocrite hypotheses hysterical ice iced ices icier icon
icy id idea ideal idealistic identifier identify identity ideological ideology idiom idiot idiotic
idle idly idol if ifs ignite ignorance ignorant ignore ilk ill illogical illusion illustrated
illustrates illustrating illustration image imagination imaginative imagine immense immerse imminent
immoral immortal immune imp impact impair impale impart impede impeded impeding impel impend imperil
impish implement implication implicit imply import importance important impose impossibly impress
impression impressive imprisoned imprisons improbably improve imps impulse impure in inability
inaccuracy inaccurate inane inborn inbred incarnation incense incentive incest inch incidence
incident incidental incite inclination incline include inclusion inclusive incoherent income
incompatibly incompetence incompetent inconsistency inconsistent inconvenience inconvenient
incorporated incorporates increase incredible incredibly incur indeed indefinite indent independence
independent index indicate indication indicative indicator indices indict indicted indicting
indirect individually individuals induce induct induction indulge industrial industries inefficiency
inefficient inept inert inevitable inevitably infant infect infection infer inference inferior
infest infinite infinity infirm infix inflation inflict influence info inform informal information
informative ingest inhabit inhabitant inhabited inhabiting inherent inherit inherited inheriting
inhibit inhibited inhibiting inhibition initial initiate initiative inject injection injure injury
ink inked inkier inks inky inlaid inland inlet inmate inn innate innocence innocent innovation
innovative inns input ins insane insect insert insertion inside insight insist inspect inspection
inspire install instance instant instead instep instilled instilling instinct institute institution
instruct instruction instrumental instruments insufficient insulated insulating insult insurance
insure intact intake integer integral integrate integration integrity intelligence intelligent
intend intense intensify intensity intensive intent intention intentional inter interact interaction
interactive interest interface interfere interim interior interjection intern internal international
interpreted interpreter interprets interrupted interrupting interruption interrupts intersection
interval intervene intervention interviewed interviewer interviewing interviews intimate into
introduced introduces invade invalid invariable invent invention inventive inventor inverse invert
invest investigated investigates investigating investigation investor invisibly invitation invite
invoke involve ion ions iota irate ire irises irk iron ironic irony irrigate irrigation irritated
irritates irritating irritation is island isle isolate isolation issue it itch itchy item its itself
ivies ivy jab jabs jack jacket jade jail jam jamb jangle jar jargon jarred jarring jars jaunt jaw
jaws jay jays jazz jeans jeer jell jelly jerk jest jet jets jetting jetty jibe jig jigging jigs jilt
jingle jinx job jobbed jockey jog jogged jogging jogs join joint joke jolly jolt jot jots jotted
jotting journal journalism journalist journey joy joyed joying joys judge judo jug jugged jugging
juggle jugs juice juicy jumble jumbo jump jumpy junction juncture jungle junior junk junta jury just
justice justifiable justifiably justify jut jute juts jutted jutting
"""

WORDS = frozenset(_WORDS.split())
