/** Verbs, in their base form, grouped by what they mean; the lexicon inflects them. */
export const meaningVerbs = {
  hurtPeople:
    'hurt harm harass abuse bully attack assault humiliate intimidate threaten oppress terrorize terrorise torment torture traumatize traumatise victimize victimise wound injure betray backstab mistreat maltreat discriminate persecute stalk dox doxx gaslight manipulate coerce alienate ostracize ostracise shun marginalize marginalise demoralize demoralise discourage demotivate dishearten degrade demean dehumanize dehumanise upset exhaust overwork punish scare frighten',
  hurtBodies:
    'kill murder shoot stab strangle choke punch slap kick hit beat smack spank whip hang burn drown poison bomb execute slaughter smash crush hunt bite bleed die rape hurt injure assault wound maim cripple gut skin behead lynch throttle flog spit rot suffer',
  damageThings:
    'damage harm corrupt degrade cripple destroy wreck ruin spoil sabotage vandalize vandalise mangle trash brick hose bork tank nuke wipe clobber pollute clutter bloat contaminate taint compromise weaken undermine erode jeopardize jeopardise endanger infect overload flood poison tamper butcher mutilate deface cheapen dilute worsen impair hamper hinder',
  breakThings:
    'break crash fail regress hang freeze stall abort panic segfault corrupt leak overflow bork bust snap shatter disrupt brick deadlock malfunction misbehave die explode implode collapse choke error glitch stutter flake barf burst crumble tear trip timeout lag flicker disconnect desync invalidate conflict clash interfere',
  spoilEfforts:
    'ruin wreck botch bungle screw mess fumble flub muck foul fuck goof blow butcher spoil mishandle mismanage misuse misconfigure mangle muddle blunder derail squander sabotage fluff jeopardize undermine cock-up complicate overcomplicate overengineer bodge kludge mar worsen destroy garble misapply miscalculate',
  removeThings:
    'remove delete drop strip erase wipe purge clear clean eliminate kill nuke cut trim prune discard dump ditch scrap axe yank pull rip gut unset detach disable deprecate retire sunset omit exclude unlink unpublish undo revert rollback retract evict expunge obliterate eradicate chop truncate empty flush clobber discontinue abolish',
  blockPeople:
    'ban block mute lock close kick expel banish suspend censor silence gag blacklist shadowban bar evict eject remove delete hide flag warn moderate restrict prevent forbid prohibit refuse exclude sack deplatform unfollow shun ostracize shut downvote gatekeep unassign revoke blocklist',
  closeTickets:
    'close reopen lock archive merge resolve decline dismiss wontfix triage label tag assign unassign reassign milestone pin unpin transfer duplicate mark escalate defer postpone prioritize prioritise deprioritize bump hide minimize subscribe unsubscribe file open submit track link convert edit abandon',
  ignorePeople:
    'ignore dismiss disregard overlook neglect snub shun ghost sidestep brush bypass avoid evade dodge deflect stonewall discount belittle exclude forget skip skim overrule silence override disrespect disdain shrug handwave hand-wave gloss disavow desert duck downplay trivialize trivialise minimize minimise tune-out sideline',
  refuseThings:
    'refuse decline deny resist oppose object balk deflect dodge evade veto withhold disallow forbid prohibit rebuff spurn disobey defy boycott protest disagree dispute contradict insist stonewall nack nak rule-out shirk hesitate begrudge withstand obstruct resent renege abstain disclaim disown disavow',
  forgetDuties:
    'forget omit neglect skip miss overlook leave lose misplace misremember drop fail skimp ignore disregard lapse slip shirk default bypass forgo forego shelve sidestep mislay miscount underestimate undervalue postpone procrastinate slack slouch idle loaf coast overshoot oversleep goof miss-out loiter shortchange skive sleepwalk',
  failPeople:
    'fail disappoint let-down abandon betray desert neglect flunk flop lose falter stumble struggle flounder screw blow underperform underdeliver overpromise renege backtrack backpedal choke bungle botch blunder err mess sink collapse crumble founder regress backslide cave fold buckle default lapse disserve',
  delayThings:
    'delay wait postpone stall defer procrastinate dawdle linger dally drag hold hang pause suspend shelve reschedule slip lag slow sit stagnate idle languish snooze queue prolong extend table push-back dither hesitate stick rot tarry loiter await impede hinder obstruct drag-out',
  deceivePeople:
    'lie deceive mislead cheat trick fool dupe con scam swindle defraud bamboozle hoodwink misinform misrepresent misquote fake fabricate falsify forge bluff bullshit gaslight betray manipulate distort twist spin exaggerate overstate sugarcoat whitewash conceal pretend feign invent fudge doctor rig obfuscate delude fib backstab plagiarize plagiarise astroturf shill bait',
  hideFacts:
    'hide conceal mask cover bury obscure obfuscate withhold suppress omit censor disguise cloak whitewash silence shield redact sneak smuggle stash stealth slip dodge evade downplay sweep delete veil camouflage blur gloss mislead bottle disappear sanitize sanitise misdirect misplace eclipse shroud shade encrypt anonymize anonymise hush launder doctor sandbag paper-over gaslight muffle stifle stonewall',
  stealThings:
    'steal rob rip plagiarize plagiarise pirate copy loot grab snatch swipe poach hijack appropriate exploit leech mooch freeload pilfer nick pinch scrape clone infringe embezzle fleece extort milk scam swindle usurp rip-off hack leak breach phish overcharge gouge pocket heist counterfeit',
  pretendActs:
    'pretend feign fake act pose masquerade bluff imitate imagine simulate impersonate mimic perform posture virtue-signal profess purport fancy fantasize fantasise delude kid dissemble playact dramatize dramatise affect sham larp parade grandstand portray paint fool stage rehearse concoct fabricate invent counterfeit play-act parrot cosplay mime rig spoof bluster overact romanticize romanticise kowtow flatter',
  assumeThings:
    'assume presume suppose guess suspect imagine speculate infer deduce conclude presuppose surmise conjecture gather jump project expect imply attribute impute interpret extrapolate generalize generalise misinterpret misjudge prejudge judge reckon think believe fancy read mind-read second-guess estimate figure hypothesize bet doubt',
  accusePeople:
    'accuse blame fault charge criticize denounce censure reprimand rebuke reproach scold chastise chide berate admonish scapegoat incriminate implicate indict slam bash vilify villainize demonize demonise castigate lambast lambaste call-out attribute impugn finger confront name prosecute sue convict allege pin slander defame libel smear',
  insultPeople:
    'insult offend belittle demean degrade disparage denigrate deride mock ridicule humiliate shame abuse slander defame slur smear badmouth bad-mouth bash trash diss dis disrespect patronize patronise condescend berate curse swear cuss revile scorn despise disdain deprecate vilify demonize demonise trashtalk bitch roast flame slam snipe jeer heckle name-call spit sneer',
  mockPeople:
    'mock ridicule deride jeer sneer taunt tease laugh giggle snicker snigger chuckle smirk scoff heckle troll joke roast lampoon parody satirize mimic ape parrot kid goad bait needle boo hoot snort chortle deadpan clown rib poke razz jest scorn smile grin amuse eyeroll roll facepalm wink',
  complainVoices:
    'complain whine whinge bitch moan grumble gripe grouse rant rave vent carp cavil bleat wail cry sob sulk pout fuss protest object nitpick quibble bicker quarrel kvetch bellyache snivel harp dwell howl scream shout yell lament mope grouch fume rage seethe bemoan squawk bark huff',
  quarrelWith:
    'argue quarrel fight bicker squabble debate dispute clash wrangle bikeshed disagree contest contend counter rebut refute contradict confront challenge provoke antagonize antagonise escalate retaliate lash snap bark bite battle spar feud row oppose derail hijack troll flame pick attack defend',
  demandThings:
    'demand insist require request command order instruct direct dictate mandate impose expect urge press pressure push pester nag badger hound hassle harass spam beg plead claim call bug hurry rush summon petition enforce oblige compel necessitate ping bump chase prod',
  forcePeople:
    'force compel coerce oblige pressure push drive bully strongarm strong-arm mandate shove ram cram jam foist inflict saddle burden dump subject require make constrain press impel railroad steamroll bulldoze browbeat blackmail extort trap corner lock tie enslave override dragoon dominate micromanage twist',
  threatenPeople:
    'threaten warn sue report fire sack ban boycott cancel uninstall fork quit blacklist blackmail escalate expose retaliate punish revoke intimidate menace vow swear promise regret hunt doxx dox destroy ruin end withdraw terminate demote refund chargeback complain unsubscribe prosecute bankrupt',
  punishPeople:
    'punish penalize penalise fine fire sack ban suspend demote expel discipline reprimand sanction jail imprison sentence condemn revoke dock ground spank whip lash flog scold censure banish exile shame chastise castigate sue prosecute convict retaliate avenge deprive strip crucify lynch',
  leaveThings:
    'leave quit abandon depart exit resign retire withdraw unsubscribe uninstall ditch dump drop desert forsake switch migrate go part flee escape bail walk step stop cancel fork disengage detach unfollow opt-out defect relinquish renounce split vacate jump forgo evacuate bow',
  wasteThings:
    'waste squander burn blow spend lose throw fritter dissipate misuse misspend drain sap exhaust deplete consume eat idle duplicate redo repeat churn bikeshed overspend hog clog occupy drag sink bleed misallocate spin pour chase piss misdirect overuse overwork dawdle fiddle faff potter doodle flounder wade wrestle chew slog expend gobble guzzle hemorrhage',
  careFor:
    'care mind matter bother worry heed regard respect value appreciate cherish prioritize prioritise listen empathize empathise sympathize sympathise love like concern protect support nurture attend tend watch maintain look cater accommodate commit invest reciprocate treasure feel honour trust esteem pamper cuddle',
  botherPeople:
    'bother annoy irritate disturb pester bug nag harass hassle irk vex aggravate infuriate anger enrage exasperate frustrate upset offend distract interrupt trouble inconvenience burden plague provoke trigger spam bombard flood overwhelm tire exhaust bore drain stress confuse embarrass disappoint discourage intrude poke tease rattle peeve piss nettle grate haunt',
  helpPeople:
    'help assist aid support guide mentor teach coach advise encourage enable facilitate serve contribute volunteer collaborate cooperate back rescue save relieve ease accompany onboard answer point recommend lend donate sponsor unblock pair empower inspire motivate nurture comfort reassure sort befriend tutor',
  thankPeople:
    'thank appreciate acknowledge credit congratulate bless praise commend salute owe recognize recognise celebrate applaud welcome value reward repay enjoy admire cherish mention cheer treasure compliment attribute hug toast tip sponsor star upvote shout-out gift remember express hail laud endorse esteem',
  apologise:
    'apologise apologize regret forgive excuse pardon repent atone admit confess concede own sorry rue reconcile amend retract withdraw correct redeem undo rectify misspeak misread misunderstand overreact mistake acknowledge-fault own-up backtrack backpedal relent recant beg compensate repair soften grovel blush overstep',
  praisePeople:
    'praise commend compliment applaud congratulate admire respect celebrate laud hail salute honor honour recommend endorse cheer adore worship idolize idolise impress amaze astound inspire flatter rock shine excel outdo nail crush ace delight dazzle rule deserve earn credit upvote venerate glorify',
  askFor:
    'ask request inquire enquire query question wonder beg plead propose suggest invite consult poll survey interview ping seek solicit appeal petition call check confirm clarify want need prompt mention raise bring recommend urge encourage pray search probe quiz investigate interrogate',
  answerPeople:
    'answer reply respond acknowledge react comment clarify address confirm return follow-up explain rebut counter engage communicate update report message email mail write call contact reach ack concede retort riposte post chime weigh speak tell notify inform advise ping touch correspond',
  explainThings:
    'clarify elaborate describe illustrate justify detail outline define demonstrate show specify document summarize summarise rephrase paraphrase interpret translate spell break-down walk reason argue prove motivate rationalize rationalise expand articulate convey express phrase emphasize emphasise highlight stress state recap enlighten educate lay',
  lecturePeople:
    'lecture preach patronize patronise condescend moralize moralise school educate teach tutor correct scold sermonize pontificate mansplain enlighten remind advise dictate instruct admonish nag nitpick talk-down pester spoonfeed spoon-feed babysit baby handhold hand-hold coddle inform explain spell parent discipline drill drum',
  readThings:
    'reread re-read skim scan browse glance peruse parse review study examine scroll view consult search google proofread misread skip digest translate quote cite copy rtfm decipher decode leaf flip thumb comb trawl sift scour pore spell-out recite re-check highlight bookmark',
  understandThings:
    'understand comprehend grasp get realize realise see know perceive recognize recognise appreciate follow learn interpret fathom figure digest absorb discern gather grok apprehend relate empathize empathise sympathize identify distinguish tell sense internalize internalise decipher conceive envision unravel savvy demystify twig cotton',
  misunderstandThings:
    'misunderstand misinterpret misread misconstrue mistake confuse conflate misjudge misquote misrepresent mishear mistranslate misremember misconceive miss confound mix muddle garble twist distort misperceive misapprehend misattribute misstate bewilder puzzle perplex baffle mystify obscure overread mis-read misdiagnose misidentify misreport misrecall mis-hear misspell overinterpret oversimplify stray talk-past mangle obfuscate mis-state straw-man strawman',
  knowThings:
    'know realize realise remember recall recognize recognise understand see notice believe think guess suspect wonder suppose reckon figure foresee anticipate predict assume gather sense intuit master learn identify discern comprehend ascertain deduce memorize apprehend foretell grok savvy fathom twig suss clock',
  learnThings:
    'learn study practice practise train educate research discover explore google search investigate experiment master relearn unlearn improve grow develop memorize memorise absorb review revise observe experience teach attend enrol enroll graduate brush dabble tinker cram rehearse pick-up self-teach bone-up skill upskill reskill apprentice internalize assimilate',
  listenTo:
    'listen hear heed attend notice obey follow overhear acknowledge receive consult note mind concentrate focus pay register engage welcome tune eavesdrop empathize reflect observe absorb take-in reconsider await entertain ponder weigh-up oblige cater comply yield open-up sympathise digest follow-along tune-in',
  thinkAbout:
    'think consider ponder reflect contemplate reason reconsider rethink assess weigh analyze analyse imagine suppose wonder deliberate mull guess conceive envision visualize brainstorm decide speculate theorize reckon anticipate overthink meditate ruminate philosophize dream puzzle theorise fret rationalize premeditate daydream reexamine re-think re-evaluate reevaluate strategize',
  testThings:
    'test verify validate ensure assert try inspect examine debug reproduce repro simulate measure benchmark profile audit lint retest recheck double-check doublecheck re-test sanity-check prove mock stub cover exercise fuzz probe diagnose compare monitor sample trial smoke-test stress-test spot-check trace bisect',
  reviewWork:
    'review approve reject comment suggest inspect critique assess evaluate check nitpick proofread audit request merge sign-off signoff lgtm ack nack vet grade rate scrutinize scrutinise criticize criticise rubber-stamp rubberstamp reply re-review skim read look edit annotate flag note vote score',
  writeCode:
    'write code program implement develop build create add design architect hack script author craft type compose draft document refactor rewrite prototype engineer port generate scaffold define declare construct make produce invent model extend introduce wrap copy paste copy-paste cobble hardcode hard-code vibe-code reimplement abstract inline',
  fixThings:
    'fix repair solve resolve correct patch mend address remedy rectify debug improve clean tidy restore recover refactor optimize optimise amend cure heal hotfix workaround adjust tweak unbreak salvage rework redo revise backport mitigate sort straighten overhaul stabilize stabilise harden cleanup',
  changeThings:
    'change modify alter update edit adjust adapt tweak convert transform rename replace swap switch move refactor rewrite rework revise restructure reorganize reorganise redesign revamp upgrade downgrade migrate bump customize customise configure reset toggle shift vary rearrange reorder reformat split shorten expand simplify rephrase reword overwrite revert invert',
  shipChanges:
    'merge push ship release deploy publish land submit rebase squash cherry-pick cherrypick pull fetch checkout clone fork tag branch launch roll upload backport revert amend force-push stage stash upstream sync distribute package bundle announce integrate queue promote hotfix rush sneak',
  runPrograms:
    'execute invoke start launch boot load compile build install trigger fire spawn schedule process parse render initialize initialise init instantiate iterate loop poll dispatch emit subscribe listen connect bind mount query fetch send receive allocate free cache sync unlock resume reboot terminate reload refresh redirect click press type select enter',
  returnValues:
    'return throw raise yield catch output print log emit produce generate give set contain hold store save display render match equal default fall propagate warn complain error exit result convert cast coerce parse serialize deserialize include implement inherit import export reference refer overflow truncate round',
  allowThings:
    'allow enable let permit authorize authorise grant support accept approve tolerate license unlock unblock whitelist allowlist facilitate empower entitle admit provide offer expose open invite endorse consent activate forbid prevent disallow disable block deny restrict limit prohibit bar stop sanction okay',
  needThings:
    'need want require wish desire like love prefer crave demand hope lack deserve seek aim intend plan mean depend rely long yearn must warrant merit rather fancy die entail covet hunger thirst lust ache itch pine wanna gotta necessitate presuppose',
  hopeFor:
    'hope wish expect anticipate await trust pray dream believe wait aspire intend want long yearn root cheer foresee envision count aim fear dread fantasize envisage covet bank gamble bet dare entrust hold-out hanker look-forward daydream crave petition plead invoke beseech',
  promiseThings:
    'promise commit pledge swear vow guarantee assure agree ensure undertake announce advertise deliver owe contract sign bind volunteer offer schedule plan say state declare keep honor honour break fulfil fulfill renege overpromise assert maintain profess boast hype tout market sell',
  decideThings:
    'decide choose pick select opt determine resolve settle conclude agree vote approve veto rule judge reject prefer elect adopt plan prioritize prioritise commit reconsider deprecate finalize finalise designate appoint assign deem evaluate weigh impose mandate compromise reverse arbitrate earmark nominate mull',
  ownDuties:
    'own maintain manage lead run handle oversee control supervise steer govern administer assign delegate assume shoulder bear take keep chair coordinate direct organize organise mentor steward claim inherit account belong possess monopolize monopolise hoard gatekeep charge head host command operate',
  payMoney:
    'pay buy purchase spend cost charge bill invoice fund finance sponsor donate invest refund reimburse subscribe renew sell earn profit monetize monetise rent hire employ license upgrade price tip bribe gouge overcharge rip milk cash afford save trade tax fine budget compensate reward',
  treatPeople:
    'treat handle respect disrespect regard serve value deal approach address welcome accept trust mistreat use exploit favor favour discriminate target single honor insult consider view perceive include coddle control humor humour accommodate indulge involve greet label portray paint blame pigeonhole infantilize infantilise',
  behavePersons:
    'behave act conduct misbehave carry react respond speak talk sound overreact cooperate play pretend posture strut swagger whine sulk rant troll bully show perform deport comport compose misconduct participate engage interact communicate comply obey rebel grandstand sneer interfere meddle intervene',
  stopThings:
    'stop quit cease halt end finish pause abort cancel discontinue desist refrain prevent block kill terminate interrupt stay break shut freeze conclude resist abstain cut knock lay-off spare rest curb wrap retire unplug disband shelve dissolve scrap suppress throttle arrest',
  continueThings:
    'continue keep persist proceed resume carry go stay remain repeat insist persevere sustain endure prolong last extend retain linger restart pursue drag reiterate redo recur retry iterate renew perpetuate dwell plow plough soldier march stick trudge slog survive outlast cling loop revisit revert-to rerun re-run',
  calmDown:
    'calm relax chill breathe cool settle grow mature rest sleep sober simmer soothe pacify wake move lighten wise suck deal cope forget forgive adjust mellow unwind defuse deescalate de-escalate compose collect touch get pipe quiet hush pause step meditate decompress tone-down',
  goPlaces:
    'go move come leave arrive walk run drive travel fly enter exit visit stay cross climb fall jump step reach approach pass turn wander march rush hurry head race crawl back advance proceed navigate retreat switch commute ride sit stand',
  seeThings:
    'see look watch view notice observe spot find detect discover witness glance peek stare glimpse inspect check examine identify perceive hear feel sense encounter experience hit face meet browse read monitor catch miss overlook ignore scroll eye regard gawk gaze peep',
  showThings:
    'show display demonstrate present illustrate reveal expose indicate point highlight exhibit prove print render list share publish post provide attach paste upload screenshot link reference cite describe document tell explain guide lead flaunt parade brag boast convey signal suggest imply',
  tryThings:
    'try attempt test experiment strive endeavor endeavour struggle seek aim work bother dare effort tackle strain undertake venture risk explore play retry battle labor labour sweat fight pursue hack trial give tinker essay aspire hunt probe sample dabble wrestle grapple fumble scramble hustle persevere persist toil',
  succeedAt:
    'succeed win achieve accomplish manage complete finish pass solve work nail ace reach deliver prevail triumph excel improve progress advance thrive flourish gain attain realize master overcome beat fulfil fulfill conquer land hit make prosper outperform outshine graduate cinch crack clinch score',
  useThings:
    'use utilize utilise employ apply adopt consume leverage exploit reuse rely depend need operate work access handle wield share invoke import include integrate implement play run open load click enter choose pick try prefer replace avoid misuse overuse abuse harness wire',
  installThings:
    'install uninstall reinstall upgrade downgrade update download upload setup configure enable disable activate deactivate build compile deploy mount flash boot reboot restart import export register login log sign authenticate connect pair add remove link unlink clone patch migrate backup restore',
  makeFeel:
    'upset hurt anger annoy irritate frustrate sadden disappoint discourage depress offend insult embarrass shame humiliate scare frighten terrify intimidate worry stress confuse overwhelm bore disgust sicken shock surprise amaze delight please excite thrill encourage motivate comfort reassure relieve impress amuse satisfy demoralize demotivate alienate infuriate enrage exasperate bug trouble unsettle disturb appal appall horrify dismay',
  feelEmotions:
    'feel fear hate love like enjoy dislike despise loathe detest resent regret worry cry weep laugh smile suffer grieve panic dread care hope despair envy pity distrust admire adore sympathize mourn sulk fume rage seethe relax mind tire burn rejoice sob',
  hateThings:
    'hate despise loathe detest abhor dislike resent scorn disdain suck stink reek curse condemn reject disgust sicken repulse spurn dread fear avoid bash trash diss boycott mistrust distrust envy begrudge deplore fed-up revile bemoan puke barf vomit cringe shudder gag',
  talkAbout:
    'say talk speak mention state note remark claim declare announce report describe discuss comment write post name refer argue assert repeat reiterate quote cite add point imply hint express chat communicate inform remind notify whisper gossip blog tweet email message',
  emptyTalk:
    'babble blather ramble rant drone prattle waffle spout spew bullshit bluster brag boast gloat pontificate preach bleat blabber yap yammer jabber gush drivel parrot regurgitate spam vomit shill hype fearmonger scaremonger grandstand exaggerate fantasize speculate gossip posture crow bloviate handwave blab chatter moralize',
  agreeWith:
    'agree accept concur confirm consent concede admit allow second back align side follow comply compromise adopt favor favour upvote echo affirm validate relent yield coincide cooperate reconcile adhere sympathise empathise acquiesce assent ratify corroborate vouch bless greenlight converge resonate thumbs-up',
  disagreeWith:
    'disagree object oppose dispute contest challenge deny refute rebut contradict counter doubt question criticise resist protest veto downvote disapprove dissent differ nack nak dislike discredit debunk invalidate disprove quibble decline push-back overrule demur clash bristle contravene rebuff repudiate downplay deplore',
  judgePeople:
    'judge criticize criticise evaluate rate assess condemn label brand stereotype stigmatize generalize prejudge discriminate belittle underestimate overestimate undervalue rank grade compare blame suspect scrutinize disapprove discredit dismiss doubt question distrust mistrust patronize misjudge pigeonhole profile psychoanalyze diagnose measure deem consider',
  controlPeople:
    'control dominate dictate micromanage manage manipulate rule govern command boss order direct supervise police patrol monitor gatekeep restrict limit constrain oppress censor enforce impose override overrule hijack usurp seize monopolize overstep interfere meddle intervene enslave own steer lord commandeer hold',
  givePeople:
    'give provide offer share lend donate grant supply deliver contribute send hand pass present award allocate volunteer return feed spare deserve receive get take earn withhold deprive refuse owe serve distribute dedicate devote sacrifice spend bestow endow entrust loan gift lavish',
  startThings:
    'start begin launch initiate commence found create introduce kick-off establish trigger spark ignite originate instigate provoke cause lead bring induce set prompt inspire pioneer embark resume reopen restart raise file boot incite prod stir fuel inflict stem arise spawn result affect influence impact entail incur derive usher kickstart bootstrap',
  tolerateThings:
    'tolerate stand bear endure stomach abide suffer withstand swallow cope permit allow condone excuse forgive indulge entertain stick put-up take survive live face brave brook weather undergo accommodate acquiesce persevere outlast ride shrug outwait pardon spare carry sustain suck-up resign wink bend ease',
} as const;
