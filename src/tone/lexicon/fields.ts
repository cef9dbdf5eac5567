/**
 * What a quarrel is about, by field. A field says nothing by itself; beside a person and other signs it can. English at large: no field is made for one
 * text.
 */
export const fields = {
  /** Will to win, hide or hurt. */
  deceit:
    'pretend pretends pretending lie lies lied lying fake false mislead misleading misled deceive deceptive cheat cheating steal stealing stole scam fraud hidden hide hiding dishonest disingenuous trick tricks twist twisting agenda conspiracy propaganda fooled fooling manipulate manipulating manipulative spin spinning',
  refusal:
    'refuse refuses refused refusing ignore ignores ignored ignoring dismiss dismissed dismissing dismissive deny denied denies reject rejected unwilling unwillingness unhelpful deaf stubborn stubbornness neglect neglected stonewall avoid avoiding dodge dodging evade wont-fix',
  bother:
    'care cares cared bother bothered bothers effort lazy laziness slow late overdue waste wasted wasting wasteful useless time patience energy half-assed carelessness careless sloppy rush rushed',
  schooling:
    'learn learned learning study school education educate educated university basics homework lesson teach teacher student exam read reading manual google rtfm docs documentation comprehension grammar english spelling literate dictionary',
  growth:
    'grow adult adults kid kids child children childish mature immature maturity baby toddler teenager mother mama mom mommy dad boy girl kiddo sonny playground kindergarten tantrum',
  wit: 'brain brains smart clever genius expert intelligent intelligence iq clue clueless stupid stupidity dumb idiot idiotic fool foolish ignorant ignorance logic logical illogical common-sense sane insane crazy delusional nonsense absurd ridiculous comprehend',
  commerce:
    'owe owes pay paid paying money profit free customer customers business company companies corporate corporation sponsor donate donation salary job hire fired boss product market competitor commercial sell selling greedy greed shareholders entitled entitlement demand demanding demands volunteer volunteers unpaid',
  exit: 'leave leaving left goodbye bye farewell fork uninstall uninstalled uninstalling switch switching switched alternative alternatives competitor elsewhere boycott migrate abandon abandoned quit unsubscribe move-on gone done-with never-again refund',
  sanction:
    'ban banned banning block blocked blocking lock locked locking closed report reported reporting mute muted censor censored censorship delete deleted hide hidden moderators moderator mods moderation conduct off-topic spam spamming kick kicked expel removed warned warning',
  outcry:
    'wow omg wtf lol lmao rofl haha hahaha seriously honestly really literally jesus christ god gosh geez sigh ugh facepalm unbelievable incredible amazing bravo congrats congratulations finally come-on cmon man dude bro pal buddy mate',
  ruin: 'ruin ruins ruined ruining destroy destroyed destroying kill killed killing mess disaster catastrophe failure fail failed fails broken break broke breaks breaking worst garbage trash crap shit junk joke nightmare horrible terrible awful disgusting pathetic dead dying horrendous atrocious abysmal',
  pride:
    'arrogant arrogance ego egos proud pride superior superiority special elite elitist better-than know-it-all smug condescending condescension patronizing pompous self-righteous holier entitled attitude attitudes mindset mentality tone lecture lecturing preach preaching god king dictator tyrant authority power hubris pretentious',
  decency:
    'respect respectful disrespect disrespectful polite politeness impolite rude rudeness courtesy decency decent manners civil civility uncivil kind kindness unkind empathy shame ashamed shameful shameless apologize apology insult insulting insults offend offended offensive attack attacks attacking attacked personal personally hostile toxic bully bullying harass harassment abuse abusive aggressive aggression hateful hate hatred',
  quarrel:
    'argue arguing argument arguments complain complains complaining complaint complaints whine whining rant ranting troll trolling drama blame blaming blamed accuse accusing accusation accusations excuse excuses fault opinion opinions debate fight fighting quarrel nitpick nitpicking bikeshed bikeshedding cry crying moan flame provoke provoking bait baiting sarcasm sarcastic snark snarky',
  crowdRule:
    'community communities maintainer maintainers contributors developers devs users people everybody everyone nobody team staff majority minority fans haters fanboys followers gang club crowd folks guys',
  verdict:
    'wrong incorrect unacceptable inappropriate unprofessional irresponsible inexcusable unforgivable ridiculous outrageous disgraceful appalling laughable embarrassing disappointing disappointed disappointment unfair shameful unworthy unreasonable irrelevant meaningless pointless worthless hopeless clumsy amateur amateurish amateurs incompetent incompetence negligent reckless',
} as const;
