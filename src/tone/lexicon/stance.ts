/**
 * How a writer stands to those spoken of, by field. English at large, as in a thesaurus: no field is made for one text, and a word in it says nothing alone.
 */
export const stance = {
  /** Names for people that look down on them. */
  belittled:
    'amateur amateurs bureaucrat bureaucrats parasite parasites fanboy fanboys dictator dictators tyrant tyrants gatekeeper gatekeepers bikeshedder bikeshedders zealot zealots fanatic fanatics crybaby cult cultist cultists mob clique cronies crony minion minions sheep elitist elitists elite elites activist activists ideologue ideologues bigot bigots thug thugs vulture vultures freeloader freeloaders wannabe wannabes poser posers hack hacks shill shills troll trolls cowboy cowboys prima-donna diva divas pedant pedants clown clowns loser losers fool fools liar liars thief thieves crook crooks hypocrite hypocrites coward cowards bully bullies snob snobs narcissist narcissists sociopath sociopaths psychopath maniac maniacs lunatic lunatics idiot idiots moron morons kid kids kiddies children toddlers babies noob noobs n00b newbs skid skids brat brats nerds nerd hater haters whiner whiners complainer complainers leech leeches beggar beggars slave slaves overlord overlords suits puppet stooge lackey bootlicker simp simps nazi nazis commie commies fascist fascists leftist leftists liberals feminists snowflake snowflakes boomer boomers karen millennials retard retards imbecile imbeciles',
  /** What a talk turns into when it goes bad. */
  strife:
    'attack attacks attacked attacking accuse accused accuses accusing accusation accusations insult insults insulted insulting offend offended offending offense offence mock mocked mocking mockery ridicule ridiculed harass harassed harassing harassment bully bullied bullying threat threats threaten threatened threatening hostile hostility aggressive aggression toxic toxicity abuse abused abusive abusing hate hatred hateful blame blamed blames blaming fault quarrel fight fighting drama flame flaming provoke provoked provocation bait baiting slander libel defamation smear smearing lie lies lied lying liar dishonest dishonesty bad-faith gaslight gaslighting manipulate manipulation shame shaming shamed guilt humiliate humiliated belittle belittled demean lecture lectured lecturing scold scolding condescend patronize whine whining rant ranting complain complaining bitch bitching moan moaning nag nagging yell yelling scream screaming shout shouting curse swear swearing troll trolling spam spamming sabotage revenge retaliate grudge spite vendetta witch-hunt lynch cancel canceled cancelled dogpile brigade brigading gang mob',
  /** Laughter, mock wonder and sighs at the start or the end. */
  mockMark:
    'wow oh ah aha huh eh lol lmao rofl haha hahaha gee geez jeez duh bravo congrats congratulations kudos sure yeah yep yay hooray oops whoops ooh aww sigh ugh argh meh pff pfft tsk hmm hmmm hm um uh ahem dude bro man mate buddy pal folks guys sir kiddo sherlock genius einstein sweetie honey darling',
  /** Impatience. */
  exasperated:
    'seriously honestly frankly ffs jesus christ god gosh goddamn goddammit damn dammit damnit hell heck fuck fucking freaking friggin bloody omg wtf wth sigh ugh argh finally already yet still again ever enough really literally actually even whatsoever',
  /** Absolute amounts. */
  sweeping:
    'nobody noone everyone everybody everything nothing none anyone anybody anything all always never every ever entire whole single only completely totally utterly absolutely entirely literally constantly forever zero',
  intensive:
    'so such very too extremely incredibly unbelievably ridiculously insanely completely totally utterly absolutely thoroughly deeply blatantly plainly simply truly really quite highly massively hugely terribly awfully horribly painfully ridiculously laughably woefully profoundly',
  /** Turning points between one's deed and another. */
  contrast: 'but instead yet rather while although though however despite still then meanwhile anyway regardless',
  /** To claim, to presume, to judge: what minds do to others. */
  presume:
    'claim claims claimed claiming pretend pretends pretending assume assumes assumed assuming presume imply implies implied implying suggest insinuate insist insists insisted insisting demand demands demanded demanding expect expects expected expecting judge judges judging dictate dictates dictating impose imposes imposing decide decides decided deserve deserves deserved dare dares dared bother bothers bothered care cares cared refuse refuses refused ignore ignores ignored ignoring deny denies denied admit admits admitted excuse excuses justify justifies justifying blame blames blaming lecture preach brag boast bullshit',
  /** Who owes whom. */
  owing:
    'free paid pay pays paying money donate donation donations sponsor sponsors volunteer volunteers volunteering unpaid salary owe owes owed obligation obligated entitled entitlement deserve deserves grateful ungrateful gratitude thankful favor favour charity spare leisure family job jobs hobby customer customers refund subscription',
  /** Coming, staying, leaving, being thrown out. */
  leaving:
    'leave leaves leaving left quit quits quitting gone goodbye bye farewell fork forks forking forked switch switching switched move moving abandon abandons abandoned abandoning elsewhere away alternative alternatives migrate uninstall uninstalled delete deleted ban banned bans banning block blocked kick kicked expel unwelcome welcome unwelcoming exclude excluded boycott drive drives driving drove driven alienate alienating alienated alienates',
  community:
    'community communities project projects maintainers contributors users people developers devs company team forum repo repository tracker issue issues thread discussion discussions open-source oss foss opensource linux microsoft google apple world society everyone others humans majority minority',
  /** Time and strength that went for nothing. */
  wasted:
    'waste wastes wasted wasting time times energy effort efforts patience hours days weeks months years weekend weekends night nights holiday vacation life pointless useless vain nothing forever',
  /** Not good, said of what someone does. */
  failing:
    'fail fails failed failing failure failures mess messed messing screwed screw ruin ruined ruins ruining wreck wrecked break broke broken breaks breaking destroy destroyed destroying botch botched mistake mistakes wrong wrongly incorrect incorrectly misleading misled missed forgot forgotten forget forgets neglected neglect overlooked skipped ignored dropped abandoned lost lose loses careless carelessly sloppy sloppily hasty hastily rushed blindly lazily randomly needlessly unnecessarily stubbornly',
  /** Moral and social verdicts. */
  verdicts:
    'ridiculous absurd insane crazy unacceptable inexcusable outrageous disgraceful disgusting pathetic laughable embarrassing shameful shame appalling unbelievable incredible inappropriate unprofessional irresponsible disrespectful rude offensive insulting arrogant condescending dishonest unfair unjust unreasonable unhelpful unconstructive counterproductive hostile childish immature petty silly stupid dumb foolish ignorant naive clueless hopeless useless worthless meaningless horrible terrible awful worst bad sad disappointing disappointed frustrating annoying tiresome nasty mean cruel evil wrong negligent reckless lazy stubborn selfish greedy hypocritical incompetent amateurish lousy poor weak lame joke nonsense bullshit garbage trash crap shit rubbish',
  /** Feelings of the one who writes. */
  sore: 'tired sick angry mad furious upset frustrated disappointed annoyed hurt sad offended insulted shocked appalled disgusted ashamed embarrassed fed-up amazed astonished surprised scared afraid worried hate hated dislike loathe regret sorry unhappy bitter exhausted',
  /** What one tells others to do about themselves. */
  mend2:
    'learn read listen think grow calm relax chill stop quit shut apologize apologise admit accept face deal get go leave try fix prove show explain justify respect behave act wake open look watch mind keep stay imagine',
  /** Words that only soften or help. */
  gentle:
    'thanks thank please sorry appreciate appreciated happy glad welcome great nice good cool awesome perfect love helpful kind hope maybe perhaps possibly probably might could wondering wonder curious suggest suggestion suggestions prefer agree agreed understand fine ok okay sure lgtm cheers',
  reviewing:
    'should could nit typo here line below above instead add remove rename use move change fix update check test case comment name function method class variable code patch commit file default return value error exception log string null type api',
} as const;
