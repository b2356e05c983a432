"""English words, k to z, that a slip can turn into one another.

Chosen by program from SCOWL (Spell Checker Oriented Word Lists): chosen as those of
`words`. Regular forms of a listed word are left out.

SCOWL is Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and
sell these word lists, the associated scripts, the output created from the scripts, and its
documentation for any purpose is hereby granted without fee, provided that the above copyright
notice appears in all copies and that both that copyright notice and this permission notice appear
in supporting documentation. Kevin Atkinson makes no representations about the suitability of this
array for any purpose. It is provided "as is" without express or implied warranty.
"""

from __future__ import annotations

_WORDS = """
keel keen keep keg kegs kelp ken kennel kept kettle key keyboard keyword kick kid kidnap kidney kill
kiln kilo kilt kin kind kinda kindle king kink kinky kiosk kiss kit kite kitten kitty kiwi knack
knead knee kneel knelt knew knife knight knit knob knock knoll knot know known lab label lace lacier
lack lacy lad lade laden ladle ladles lads lady lag lager lagged lagging lags laid lain lair lake
lamb lame lament lamest lamp lance lanced lancing land lane lanky lap lapel lapped lapping laps
lapse lard large largest lark larva larvae laser lash lass last latch late latent lateral latest
latex lath lathe lathered lathering latter laud laugh laughter launch laurel lava law lawn lawyer
lax laxer laxest lay layout lazier lazy leach lead leaden leadership leaf leafy league leak leaky
lean leap learn lease leash least leather leave lecture led ledge lee leech leek leer leery left leg
legacy legal legend legged legging legible legibly legion leisure lemme lemon lend length lengthy
lenient lens lent leper lesion less lessen lesson lest let lethal letup levee level lever levy lewd
liability liable liar libel liberal liberate liberty librarian library lice licensed licenses lichen
lick lid lids lie lied lieu life lift light lighten lightening lightest lightning like liken likest
lilt lily limb limbo lime limit limited limiting limp line lineage linear linen linger lingo link
linkage lint lion lip liquid liquor lisp list listen listened listener listening listings lit
literacy literal literary literate literature lithe lither litters little live livelihood liven
livest livid lizard load loaf loam loan loath loathe loaves lob lobbed lobby lobe lobs local locale
locate location lock locket locust lodge loft lofty log logger logic logical logo loin loiter loll
lone lonely long longest look loom loon loonie loony loop loose loosen loot lop lope lopped lopping
lops lord lore lorry lose loss lost lot lotion lotus loud loudest lounge louse lousy love low lowed
lowered lowering lowest lowing lowly lows loyal loyalties lucid luck lucky lug luggage lugged
lugging lugs lull lumber lumbered lumbering lump lumpy lunacy lunar lunch lung lunge lupine lurch
lure lurk lush lust lusty lute lye lying lynch lyre lyric m ma mace machine machinery macho mad
madam madame madden maddened maddening madder made madly madmen mads magic magical magnet magpie
maid maiden mail maim main maintain maize major majority make makeup male malice malicious malign
mall mallet malt mama mammal man manage mandate mane mange mangle mango mangoes mangy mania maniac
manic manifestly manifesto manifests manipulated manipulates manipulating manipulation mankind manly
manor mantel mantle manual manufactured manufacturer manufactures manure many map maple mapper mar
marble march mare margin marginal maria marina marine marital mark market marketed marketing marred
marriage marring marrow marry mars marsh marshy mart martial martin martyr marvel mas mash mask
mason mass massage massive mast master mastery mat match mate material maternal mathematical
mathematician mathematics matrices matrix matron mats matte matted matter mattered mattering mattes
mature maul mauve maxim maxima maximum may maybe mayhem mayor maze me meal mealy mean meanings meant
measly measure meat mechanic mechanical mechanism medal meddle media median medical medicate
medieval medium medley meek meet meetings mellow melody melon melt member memo memoir memorably
memory men menace mend menial mental mentality mention mentor menu mercury mercy mere merest merge
merit merry mes mesh mess message messy met metal mete meteor meter method metric metro mettle mew
mewed mewing mews mice midday middle midget midst midway mien might mighty migrate migration mike
mild mildew mile mileage milk milky mill million mime mimic mince mind mindless mine mingle minimal
minimalism minimum minion minister mink minnow minor minority mint minuet minus minute miracle
mirage mire mirror mirth misdirect miser miserable miserably miserly misers misery misguide
misinterpreted misinterprets mislay mislead misled misplaced misplaces misplacing misread
misrepresented misrepresents miss missile mission missive mist mistake mistaken mistress misty
misunderstand misunderstood misuse mite mitt mitten mix mixer mixture moan moat mob mobbed mobile
mobs mock mod modal mode model moderate moderation modern modest modification modifier modify module
moist molar mole molecular molecule molest moment momentum monarch money monies monitor monitored
monk monkey monster month moo mood moody mooed mooing moon moor moos moose moot mop mope mopped
mopping mops moral morale morality morass morbid more moreover morgue morn morning moron morose
morsel mortal mortality mortar mosaic moss mossy most motel moth mother mothered mothering motif
motion motivate motivation motive motley motor motto mound mount mountain mourn mourning mouse
mousse mousy mouth move movement movie mow mowed mower mowing mows ms mu much muck mucus mud muddied
muddies muddle muddying muff mug mugger mulch mule mull multi multiple multiply mum mumble mummy
mumps munch mundane mural murder murdered murderer murdering murky muscle muse mush mushy music
musical musician musk musket muss mussel must mustard mustered mustering musty mutant mute muter
mutest mutt mutter muttered muttering mutton mutual muzzle my mys myself mysterious mystery mystic
myth mythical mythology nab nabbed nabs nag nagged nags nail naive naked name nameless nap nape
napped napping nappy naps narrow narrowest nasal nastier nastiest nasty nation national native
nattier nattiest natty natural nature naughty naval navel navy nay nays near nearby nearest neat
neatest necessary necessity neck nectar need needle needless needy negate negative neglect
negligible negotiable negotiate negotiation neigh neither neon nerve nervous nest nestled nestling
net nether netted netting nettle networked networks neural neuter neutral never new newest newsy
newt next nice nicest nicety niche nick nickel nicknamed niece nifty nigh night nil nimbly nine
ninny ninth nip nipped nipping nips nit nits no noble nobly nobody nod nodded node nods noes noise
noisy nomad nominal nominate non none nonsense nook noon noose nor norm normal normality north
northern nose nosier nostalgic nosy not notable notably notation notch notching note nothing notice
noticeable noticeably notification notify notion notional noun nova novel novelty novice now nowhere
nuclear nude nuder nudest nudge nuisance null numb numbered numbest numeral numeric numerical
numerous nun nurse nut nutted nutting nutty nuzzle oaf oafs oak oaks oar oared oaring oars oases
oasis oath obese obey object objection objective obliged obliges oboe obscene obscure obscurity
observation observe obsess obsession obsolete obstruct obtain obvious occasional occasions
occupation occupy occur ocean odd odder oddest ode odes odious of off offed offend offensive offered
offering offhand office officially officials offing offs offset offspring often ogle ogre oh ohm
ohms ohs oil oiled oilier oiling oils oily okra old olden oldest olive omen omission omit on once
oncoming one ongoing onion only onset onto onus ooze opal open opened opener opening opera operate
operation operational operator opinion opponent oppose opposite opposition oppress oppression opt
optic optical optima optimal optimum option optional opus or oral orange orator orbit orchestras
ordain ordeal order ordered ordering ore ores organ organic orgy orient oriental orientate
orientation origin original originate originator other otter ouch ought ounce our oust ouster out
outcry outdated outdid outdo outdoing outed outfit outgoing outing outlet outline outlive output
outrage outrageous outright outrun outs outset outside outwit ova oval ovary oven over overall
overate overcame overcome overdone overhead overhear overheard overheat overlap overlay overload
overlong overlook overprice overridden override overrode overseas oversees oversight overtime
overtly overtone overtook overwhelmed overwhelms overwriting ovum owe owed owing owl owls own ox
oxen oyster ozone pa pace pacified pacifies pack package packet pact pad paddled paddling paddy
pagan page paid pail pain painful painless paint paintings pair pal palace palate pale palest pall
pallid palm pals paltry pamper pan panda pander pandered pandering pane panel pang panic panned
panning pans pansy pant pantie panties pantry pap papa papal paper papyri par parade paradise
paradox paranoia paranoid parch pardon pare parent parentheses parenthesis parish parity park parka
parody parole parred parring parrot pars parse parsec parson part partial participant participate
particle partitioned partitions partner partridge party pas pass passage passion passive passport
password past pasta paste pastel pastier pastiest pastry pasty pat patch patchy pate patent path
pathos patience patient patio patrol patron pats patted patter pattern patters patting patty paunch
pauper pause pave pavement paw pawed pawing pawn paws pay payer payment pea peace peach peak peal
peanut pear pearl peas peasant peat pebble pecan peck peculiar pedal pedant pedantic pedantry peddle
peek peel peep peer peeve peg pegs pellet pelt pen penal pence pencil pendant pended pending pends
penis penned penning penny pension peon peons peony people pep pepped pepper pepping peps per
perceive percent perception perch perfect perfection perform peril period periodic perish perk perky
permit persecute persist person persona personal personality personnel perspective persuaded
persuades pert pertain peruse perverse pesky pest pet petal peter petrol pets petted petting petty
pew pews pewter phase pheasant phenomena phenomenon philosopher philosophy phone phonied phonograph
phonying photo photographic photographs photography photon phrase physical physicist physics pi
piano pick pickax picket pickle pickled pickling pickup picky picture piddle pie piece pier pierce
pies piety pig pigged pigging pigpen pike pile pilfer pill pillage pilot pimple pimply pin pinch
pine pink pinned pinning pint pious pipe pique pirate pis pit pitch pithy pits pitted pitting pity
pivot pixie pizza place placid plague plaice plaid plain plan planar plane planet plank plant plaque
plaster plastered plastic plate platter plausibly play plaza plea plead pleaded pleading pleasant
pleasantry please pleasure pleat pleated pleating pledge plenty pliant plied pliers plies plight
plod plop plot ploy pluck plug plum plumb plume plump plunge plunged plunging plural plus plush ply
plying poach pocket pod podded podding pods poem poet poetic poetry point pointless poise poison
poisoned poke pokey pokier poky polar pole police policemen policy polio polish polite political
politician politics polka poll pollen pollution polo polyp pomp pond pondered pondering pony poodle
pool poop poor poorest pop pope poplar populace popular populate population porch pore pork port
portability portable portal portend portion portray pose position positive possess possession
possible possibly post postage postal postponed postpones postponing postulate posy pot potato
potent potion pots potted potter potting pouch pounce pound pour pout poverty powder powdered
powdering power powered powering practicable practical practice pragmatic praise pram prance prank
prawn pray preach precede precedence precedent precious precise precision predicated predicating
predict predictably prediction preen prefab preface prefect prefer preferable preferably preference
prefix pregnancy pregnant prejudiced prejudices premature premise premium preparation prepare prepay
prepaying preposition prescribe prescription presence present preserve president press pressure
presto presume pretend pretty prevail prevalent prevent prevention preview previous prey preys price
prick pride pried pries priest prim primal primary primate prime primp prince principal principle
print printings prior prism prison prisoner privacy private privileged privileges privy prize pro
probability probable probably probe proceed process procession processional processor proclaim prod
produce product production productive profess profession professor profile profit profound
programmed programmer programs progress prohibited prohibits project projection prolong prom promise
promote promotion prompt prone prong pronoun pronounced pronounces proof prop propel proper property
prophet proportion proportional proposal propose proposition pros prose prosecute prosecution
prospect prospective prospectus prosper prostituted protect protection protein protest proton proud
provable provably prove proven provide provision provisional provoke prow prowess prowl proxy prude
prune pry prying psych pub pubic public publication publicity publish puck pudding puddle puddling
puff puffer puke pull pulley pulp pulse puma pumice pump pun punch puncture punish punk punned
punning punt puny pup pupil pupped pupping pups purchased purchaser purchases pure puree purest
purge purify purity purple purpose purr purse pursue pursuit pus push pushy puss pussy put putrid
putt puttered puttering putty puzzle pyre qua quack quail quaint quake qualifier qualify quality
quantify quantity quark quart quarter quartet quartz quaver quay queen queer quell query quest
questioned questions queue quibble quiche quick quicken quickest quiet quietest quill quilt quip
quirk quirky quit quite quiver quiz quota quotation quote rabbis rabbit rabid rabies race racial
racier raciest racism racist rack racket racy radar radial radiation radical radii radio radish
radium radius raffle raft rag rage ragged ragging rags raid rail rain rainy raise raisin raisins
rake rally ram rammed ramming ramp rams ran ranch rancid random rang range rank rankle ransom rant
rap rape rapid rapist rapped rapping raps rapt rapture rare rarest rarity rash rasp raster rat rate
rather ratified ratio ration rational rationale ratted ratting rattle ratty ravage rave ravel raven
ravine ravings ravish raw rawer rawest ray rayon rays raze razor re reach react reaction reactor
read readable readership readier readings ready real realistic reality realm realty ream reap rear
rearranged rearranges reason reasonable reasonably reasoned reasoning reassure rebate rebel rebind
reborn rebuild rebuilt rebuke rebut recall recant recap recede receipt receive recent reception
recess recipe recite reckon reckoned reckoning reclaim recline recoil recommended recommends record
recoup recover recovered recovery recruited recruiting recruits rectal rectified rectifies rectify
rector recur recursion recursive recycle red redden redder redefine redid redirect redo redone reds
reduce reduction redundancy redundant reed reef reek reel reelect refer refereed reference refill
refine reflect reflection reflex reform reformat refrain refresh refuel refuge refund refusal refuse
refutation refute regain regal regale regard regenerate regent regime region regional registered
registers regress regret regrettable regular regulation rehash reign rein reinstated reinstates
reiterate reject rejection rejoin relaid relate relation relative relativity relax relay release
relent relevance relevant reliable reliably relic relics relief relieve religion religious relive
reload relocation reluctance reluctant rely remade remain remainder remake remaking remark
remarkable remarkably remedy remembered remembers remind remiss remit remote removal remove rename
rend rendered rendering rendition renege reneged reneging renew rent rental repaid repair reparation
repay repeal repeat repeatable repel repent repetition repetitive replace replay reply report repose
representation representative represented represents repress repression reprieve reproduced
reproduces repulsive reputation repute request require requirement reread resale rescue researched
researches resemble resent reservation reserve reset reside residence resident residue resign resin
resist resistance resolution resolve resort respect respectable respectably respective respite
respond response responsibly rest restart restore restrain restraint restrict restriction
restrictive result resume retail retain retard retch retina retire retirement retort retrace retract
retries retrieval retrieve retry return reuse rev reveal revel revelation revenge revenue revere
reverence reverie reverse revert review revile revise revision revive revoke revolt revolution
revolve revs revue revved reward rewind rework rewrite rewritten rewrote rhino rhyme rib ribbed ribs
rice rich richest rid ridden riddle riddling ride ridge rife rifest rifle rift rig rigged rigging
right rightest rigid rigorously rigs rile rim rims rind ring rink rinse riot rip ripe ripen ripest
rippled rippling rise risen risk risky rite ritual rival river rivet roach road roam roar roast rob
robbed robber robe robin robot robs robust rock rocket rocky rod rode rodent rodeo rods roe roes
rogue role roll roman romantic romp roof rook rookie room roomy roost root rope rose roster rosy rot
rotate rotation rote rotor rots rotted rotten rotting rotund rouge rough round rouse rout route
routine row rowdy rowed rowing royal rub rubbed rubbish rubble rubier rubs ruby rudder ruddy rude
rudest rue rued rues ruff ruffle rug rugs ruin ruing rule rum rumble rummer rummy rump rumple rums
run rune rung runner runnier runniest runny runt rural ruse rush rust rustle rusty rut ruts rutted
rutting rye sac sack sacred sacrificed sacrifices sacs sad sadden saddened saddening sadder saddle
sades sadist sadness safari safe safest safety sag saga sage sagest sagged sags said sail sailor
saint sake salad salary sale salesmen sallow sally salon saloon salt salty salute salve same sample
sand sandal sandwiched sandy sane sanest sang sanity sank sap sapling sapped sapping saps sari sash
sassy sat satellited satin satire satisfactory satisfied satisfies sauce saucy sauna savage save
savings savvy saw sawed sawing saws say sayings scab scalar scald scale scalp scaly scan scant scar
scarce scare scarf scarlet scarves scary scatter scattered scattering scene scenery scenic scent
scheduled scheduler schedules scheme scholar school science scoff scold scoop scoot scope scorch
score scorn scotch scour scoured scouring scout scowl scram scrap scrape scratch scrawl scream
screen screw screwy scribe script scroll scrub scruff scuff scum scurry sea seal seam seaman seamen
sear search seared searing seas season seasonable seasoned seasoning seat secede second secondary
secret secretary secrete sect section sector secular secure security sedan sedate seduce seduction
see seed seedy seek seem seen seep seer seethe seize select selection selective self sell selves
semantic semen seminar seminary senate send senile senior sense sensible sensibly sensor sent
sentence sentience sentient sentiment sentimental separate separation separator sequel sequence
serene serial series serious sermon serum servant serve service servile session set setter settings
settle seven seventh seventy sever several severe severity sew sewage sewed sewer sewing sewn sews
sex sexed sexing sexism sexist sexual sexuality sexy shack shade shadow shady shaft shake shaken
shaky shall shallow sham shame shams shape share shark sharp shatter shattered shattering shave
shaven shawl she sheaf shear sheared shearing sheath sheave shed sheen sheep sheered sheering sheers
sheet shelf shell shelter shelve sherry shes shied shield shies shift shifty shin shine shingle
shiny ship shire shirk shirt shiver shoal shock shod shoe shone shoo shook shoot shop shore short
shortage shorten shortened shortest shot should shout shove shovel show showier shown showy shred
shrew shrewd shriek shrill shrimp shrine shrink shroud shrub shrug shrunk shuck shun shunt shut
shuttling shy shyer shyest shying sic sick sicken sickened sickle sics side sidle siege sieve sift
sigh sight sigma sign signal significance significant silence silent silk silken sill sillier
silliest silly silo silt silting silts silver similar similarity simile simmer simple simplest
simplex simplicity simplify simply simulate simulation sin since sincere sine sinew sinful sing
singe single sinister sink sinned sinner sinning sinus sip sipped sipping sips sir sire siren sirs
sissy sister sit site sitter situate situation six sixes sixteen sixth sixty size sizzle skate skein
sketch skew ski skid skied skies skiing skill skillet skim skimp skimpy skin skip skirt skis skit
skulk skull skunk sky skying slab slack slag slain slake slam slang slant slap slash slat slate
slave slay sled sleek sleep sleepy sleet sleeve sleigh slender slept slew slice slick slid slide
slight slightest slim slime slimy sling slink slip slippery slit sliver slob slog slogan slop slope
sloppy slosh slot sloth slouch slow slowest slug sluice slum slummer slump slung slunk slur slush
slut sly slyly smack small smallest smallish smart smash smattering smear smell smelly smelt smile
smirk smite smith smock smog smoke smokier smoky smooth smote smug smuggest smut snack snag snail
snake snap snare snarl snatch sneak sneaky sneer snide sniff snip snipe snitch snob snoop snooty
snore snort snot snout snow snowy snub snuff snug snuggest so soak soap soapy soar soared soaring
sob sobbed sober sobs soccer social socialism socialist society sock socket sod soda sodded sodden
sods sofa soft soften soggy soil solace solar sold soldier sole solemn solicitous solid solider solo
solution solve some son song sonic sonnet soon soonest soot soothe sooty sop sophisticated
sophisticates sopped sopping sops sordid sore sorest sorrow sorry sort sorta sought soul sound soup
sour source south southern sow sowed sowing sown sows spa space spacial spade span spank spar spare
spark spars sparse spas spasm spat spate spatial spattered spattering spawn spay speak spear special
specialist species specific specifier specify specimen speck sped speech speed speedy spell
spellings spend spent sperm spew spewed sphere sphinx spice spicy spider spied spies spigot spike
spill spin spinal spine spiral spire spirit spit spite splash splat spleen splice splint split spoil
spoke spoken spokesmen sponge sponsored sponsors spoof spook spooky spool spoon spore sport spot
spotty spouse spout sprain sprang spray spread spree spreed sprier sprig spring springy sprint
sprout spruce sprung spry spud spun spunk spur spurious spurn spurt spy spying squad squall square
squash squat squawk squeak squeal squeezed squeezes squid squint squire squirm squirt stab stability
stable stack staff stag stage stagger staggered staid stain stair stake stale stalk stall stamp
stance stanch stand stank stanza staple star starch stare stark starry start startle starve state
static station stationery statistical statistics statue status stave stay steady steak steal steam
steamy steel steep steer stem stench step stereo stereotyped sterile sterling stern stew stick
sticky stiff stifle stigma still stimulate stimulation sting stingy stink stint stipulate
stipulation stir stitch stock stocky stodgy stoke stole stolen stolid stomp stone stony stood stool
stoop stop storage store stork storm stormy story stout stove stow straggle strain strait strand
strange strangest strangle strap strata strategic strategy straw stray streak stream street stress
stretch strew strewn strict stride strife strike string stringent stringy strip stripe strive strode
stroke stroll strong strongest strove struck structural structure struggled struggles strum strung
strut stub stubble stubby stuck stud studded studding student studio studs study stuff stuffy
stumble stump stun stung stunk stunt stupid stupor sturdy style stylus suave sub subbed subdue
subject subjective sublet submit subs subset substituted substitutes substituting substitution
subtle subtlety subtly subway succeed success succession successive successor such suck suckle
suction sudden suds sue sued suede suffer suffered sufferer suffering suffice sufficient suffix
sugar sugary suggest suggestion suicidal suicide suing suit suitability suitable suitably suite
suitor sulk sulky sullen sum summary summit summon sun sundry sung sunk sunken sunlight sunlit
sunned sunnier sunniest sunning sunny sunrise suns sunset suntan sup super superior supervise
supervision supervisor supervisory supper supple supplier supply support suppose suppress
suppression sure surest surf surface surge surgery surly surname surprise surrounded surrounds
survey survival survive suspect suspend suspicion suspicious sustain swab swagger swaggered
swaggering swallow swam swamp swampy swan swap swarm swat swathe sway swear sweat sweaty sweep sweet
swell swellings swept swerve swift swig swill swim swine swing swipe swirl swish switch swoon swoop
sword swore sworn swum swung symbolic symbols symmetric symmetry syndicate synonymous synonyms
syntheses syringing syrup system tab tabbed tabby table tablet taboo tack tackle tacky taco tact
tactic tactical tactless tag tagged tags tail tailor tailored taint take taken talc tale talent talk
tall tally talon tame tamest tamper tan tang tangent tangle tango tank tanned tanner tanning tans
tap tape tapped tapping taps tar tardy target tarred tarrier tarring tarry tars tart task tassel
taste tasteful tasteless tastier tastiest tasty tattle tatty taught taunt taut tavern tawny tax
taxation taxed taxi taxing tea teach teacup teak team teapot tear teas tease teat technical tedious
tedium tee teed teeing teem teen tees teeter teeth telephoned tell temper temple tempo temporary
tempt ten tend tendered tendering tendon tenet tennis tenor tense tension tensors tent tenth tepee
tepid term terminal terminate termination terminator termini terrible terribly terrify terror
terrorism terrorist terse test testis tether text textual than thank thankful that thatch thaw the
thee theft their theist them theme then thence theological theology theorem theory therapy there
thereby therein thereof thereon thereupon these thesis theta they thick thicken thicket thief thieve
thigh thin thing think third thirst thirsty thirty this thistle thong thorn thorny thorough those
thou though thought thrash thread threat threaten threatened three thresh threw thrice thrift thrill
thrive throat throb throne throng through throughout throughput throw thrown thrust thud thug thumb
thump thus thwart thy thyme tick ticket tickle tidal tide tidier tidy tie tied tier tiff tiger tight
tightest tilde tile till tilt timber time timid tin tinder ting tinge tingle tinker tinkle tinned
tinning tinny tint tiny tip tipped tipping tipsy tiptoe tirade tire tit title tits titter to toad
toast today toe toed toeing toffee toga toggle toil toilet token told tolerance tolerant tolerate
toll tomato tomb tome ton tonal tone tong tongue tonic tonight tonne too took tool toot tooth top
topaz topic topical topped topping torch tore torn torque torrid torture toss tot total tote totem
tots totted totting toucan touch touchy tough tour tousle tout tow toward towed towel tower towered
towering towing town tows toxic toxin toy toyed toying trace track tract traction trade tradition
traditional traffic tragedy tragic trail train trainee trait tramp trance transaction transfer
transform transient transit transition translate translation translator transmit transport trap
trash travel trawl tray tread treasure treasury treat treaty treble tree trek trench trend trendy
trial tribal tribe trick tricky tried tries trifle trigger triggered trill trim trio trip tripe
triple tripod tripos trite trivial trod troll trolley troop tropical trot trouble trough troupe
trouped trouping trout trowel truant truce truck trudge true truest truism truly trump trumped
truncated truncates trunk trust trustee trusty truth try tub tuba tube tubs tuck tuft tug tugged
tugs tulip tumble tummy tuna tune tunic tunnel turban tureen turf turgid turkey turn turnip turret
turtle tusk tutor twang tweak twee tweet twelve twenty twice twig twin twine twinge twirl twist
twitch two twos tying type typhus typical typify typist udder ugh ugly ulcer ultimate umpire unable
unacceptably unavailable unavoidable unbearable unbearably unbeatable unbelievable unbelievably
unblock uncertain unchanged uncle unclean unclear uncomfortably uncut undefined under undergoes
undergoing undergone underlain underlay underlie underline underlying undermine understand
understandably understood undertaken undertaker undertakes undertaking undertone undertook undid
undo undone undue undying uneasy unfair unfit uniform unify union unique unison unit unite unity
universal universe university unless unlike unload unlock unlucky unnecessary unread unreadable
unreal unreasonably unreliable unrest unruly unsafe unseasonable unseat unseen unset unstable
unsuitable unsung unsure untidy untie untied until unto untold untrue unusable unused unveil unwary
unwise unwound up upbeat upbringing update upend upgrade upload upon upped uppers upping upright ups
upset upshot upside uptake uptight uptown upward urban urge urgency urgent urine urn urns us usable
usage use used useless user usher using usual usurp uteri uterus utility utter vacation vagary vague
vain valet valiant valid valley valuable value valve van vane vanish vanity vanned vanning variable
variance variant variation variety various varnish vary vase vast vastest vat vats vault veal vector
veer veil vein vend vendor venerate veneration vent venture venue verb verbal verbose verdict verge
verify verse version versus verve very vessel vest vet veto vets vetting vex vexes via viability
viable vial vicar vice vicious victor victory video vie vied vies view vigil vigorous vile villa
village vine vintage vinyl viola violate violation violence violent violet violin viper viral virgin
virtual virtue virus visa vise visible visibly vision visit visited visiting visitor visor vista
visual vital vivid vocal vocation vogue voice void volley volt voltage volume voluntary volunteered
volunteers vomit vote vouch vow vowed vowel vowing vows vulture vying wad wadded wadding wade wads
wafer waffle waft wag wage wagon wags waif wail waist wait waive waived waiving wake waken walk wall
wallet waltz wan wand wander wandered wanderer wandering wane wanna wanner want war warble ward
warden warm warn warnings warp warrant warred warring wart wartime wary was wash wasp waste watch
water watered watering watery watt wave wavy wax waxed waxes waxing waxy way we weak wealth wealthy
wean weapon wear weary weasel weather weave weaving web webs wed wedder wedge wedged wedging wee
weed weedy weeing week weekday weep weer wees weest weigh weight weird welcome weld well welt went
wept were west western wet wetter whack whale wharf what whatever whatsoever wheat wheel when whence
whenever where whereabouts whereas whereby wherein wherever whet whether whew which whiff while
whilst whim whine whip whirl whisk whistle white whiten whittle who whoa whoever whole wholly whom
whoop whore whose why whys wick wicked wicket wide widen widest widow width wield wife wig wigging
wigs wild wildest will wilt wily win wince winch wind window windy wine wing wink winter wipe wire
wiry wisdom wise wisest wish wisp wispy wist wit witch with withdraw withdrawal withdrawn withdrew
within witless witnessed witnesses wits witting witty wive wiz wizard woe woes wok woke woken woks
wolf wolves woman womb wombat women won wonder wondered wondering wont woo wood wooden woody wooed
woof wool woos word wordings wordy wore work workable workings workshop world worm worn worry worse
worship worst worth worthy wot would wound wove woven wow wowed wows wrap wrath wreak wreath wreathe
wreck wren wrench wrest wretched wretches wright wring wrist writ write writhe writings written
wrong wrote wrought wrung wry wryer yak yaks yam yams yank yap yapped yapping yaps yard yarn yawn
year yearn yeast yell yellow yelp yen yens yes yeses yessed yessing yet yeti yew yews yield yodel
yoga yoke yolk yonder you young youngest your yous youth yowl yuck zany zeal zealous zebra zero zest
zeta zillion zip zipped zipping zips zone zoo zoom zoos
"""

WORDS = frozenset(_WORDS.split())
