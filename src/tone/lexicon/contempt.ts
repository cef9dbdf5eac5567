/** Words that scold, swear or belittle. */
export const contempt = {
  /** Swearing as such: harmless alone, telling beside a person. */
  swear:
    'fuck fucking fucked fucks fuckin fuckup wtf wth stfu gtfo ffs shit shitty shite bullshit bs goddamn goddamned damn damned hell crap crappy bloody freaking friggin frigging bitch bitching piss pissed dammit damnit fml omfg arse ass bollocks asinine',
  /** Those that hardly ever are said lightly. */
  hardSwear: 'fuck fucking fucked fucks fuckin stfu gtfo bullshit goddamn',
  /** Names for what another person does, says or shows, that judge it. */
  conduct:
    'whining whinging whingeing moaning bitching ranting rants rant tantrum tantrums trolling nitpicking bikeshedding bullying gaslighting grandstanding virtue-signaling virtue-signalling arrogance ignorance incompetence laziness stupidity idiocy hypocrisy pettiness negligence rudeness entitlement hostility insolence condescension dishonesty bigotry cowardice immaturity carelessness sloppiness negligence selfishness greed malice spite ego egos narcissism elitism nonsense bullshit bs crap shit garbage drivel gibberish blather babble rambling ramblings lies lie excuses excuse attitude temper drama theatrics hysteria outrage snark sarcasm insults insult attacks accusations stubbornness refusal insistence obsession agenda politicking politics propaganda gatekeeping lecture lectures lecturing preaching sermon sermons antics shenanigans behavior behaviour manners tone foolishness madness insanity lunacy delusion delusions paranoia unprofessionalism incompetency unwillingness assholery dickishness douchebaggery mindset mentality hate hatred harassment toxicity negativity complaining complaints crying tears feelings spam spamming',
  /** Those of them that are never said of code. */
  hardConduct:
    'whining whinging whingeing bitching tantrum tantrums bullying gaslighting grandstanding virtue-signaling virtue-signalling arrogance incompetence laziness hypocrisy pettiness rudeness entitlement insolence condescension dishonesty bigotry cowardice immaturity selfishness narcissism elitism blather babble ramblings theatrics snark sermon antics shenanigans unprofessionalism incompetency assholery dickishness douchebaggery ignorance stupidity gatekeeping unwillingness',
  /** What a work or a text is called in contempt. */
  trash:
    'garbage crap shit bullshit trash rubbish junk mess disaster joke abomination monstrosity piece-of-shit nonsense dumpster-fire trainwreck atrocity travesty disgrace farce failure crapfest shitshow clusterfuck horseshit bollocks drivel gibberish blurb nightmare horror bs stupidity idiocy insanity madness',
  trashy:
    'ugly awful terrible horrible horrendous hideous atrocious disgusting stupid dumb idiotic moronic silly ridiculous absurd insane crazy nonsensical useless worthless pointless crappy shitty sucky lousy pathetic broken brain-dead braindead retarded godawful lame clumsy hacky bogus bloated sloppy half-baked half-assed amateurish evil nasty gross unreadable incomprehensible mindless senseless',
  sucks: 'sucks suck sucked blows stinks',
  /** What is a pity about a whole conduct. */
  disgrace:
    'pathetic disgusting disgraceful shameful despicable appalling outrageous disrespectful unprofessional childish immature unacceptable inexcusable unforgivable laughable ridiculous embarrassing insulting offensive rude arrogant condescending hypocritical dishonest disappointing ludicrous deplorable ungrateful shame disgrace insane absurd unbelievable',
  /** Laughter and mocking marks. */
  mock: 'lol lmao lmfao rofl haha hahaha hahahaha xd xddd xdddd xddddd lul kek smh facepalm eyeroll bravo congrats congratulations kudos contratz yay hooray geez jeez duh',
  /** Praise that turns over when its object is a defect. */
  praise:
    'nice great good awesome amazing excellent brilliant wonderful fantastic lovely beautiful perfect impressive fabulous stellar superb genius marvelous splendid outstanding',
  deed: 'job work going move one way effort idea thinking strategy support attitude service',
  /** Time and effort that someone is said to cost. */
  time: 'time energy effort patience breath hours days weeks day life money resources',
} as const;
