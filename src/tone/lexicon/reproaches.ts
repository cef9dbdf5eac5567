/** Nouns and names that only turn up where someone is reproached. */
export const reproaches = {
  /** What someone is said to have acted from, or to be made of. */
  motive:
    'spite malice vanity arrogance ignorance laziness incompetence stupidity idiocy greed envy jealousy cowardice pettiness stubbornness hubris negligence contempt hypocrisy pride entitlement snobbery fanaticism zealotry carelessness thoughtlessness self-importance selfishness dishonesty impudence insolence indifference sloppiness ineptitude incompetency hostility elitism rudeness nastiness meanness vindictiveness conceit smugness impatience complacency unprofessionalism cruelty madness',
  /** What it takes to wrong someone and to speak of it. */
  nerve: 'nerve audacity gall cheek temerity chutzpah effrontery impudence arrogance insolence shamelessness',
  /** What it would take to own up. */
  decency:
    'decency courtesy honesty guts courage balls grace humility maturity integrity manners self-respect humanity backbone spine politeness',
  /** What someone is called to their face in mock respect. */
  mockTitle:
    'genius einstein sherlock smartass smart-ass wiseguy princess sweetheart sweetie snowflake champ hotshot karen boomer kiddo cupcake smarty smartypants know-it-all crybaby',
  /** Said of work that was done without care. */
  shoddy:
    'sloppy shoddy lazy careless slapdash slipshod half-hearted half-assed half-arsed amateurish amateur negligent irresponsible incompetent disgraceful pathetic embarrassing reckless',
  /** Work as what someone did, as opposed to the thing made. */
  effort2:
    'work job effort attempt reviewing engineering reporting thinking research coding craftsmanship workmanship testing reasoning communication leadership maintainership moderation stewardship planning',
  /** Someone in their role, whom a sentence can speak about. */
  role: 'author maintainer reviewer reporter submitter packager committer poster op commenter manager boss architect admin moderator contractor vendor intern owner lead researcher programmer coder developer dev engineer contributor genius guy dude clown colleague coworker ceo cto founder bdfl consultant vendor designer tester designers vendors packagers reporters submitters commenters bosses managers executives recruiters marketers salespeople',
  /** Times that are counted against someone. */
  nth: 'second third fourth fifth sixth seventh eighth ninth tenth hundredth thousandth nth umpteenth millionth 2nd 3rd 4th 5th 10th 100th',
  /** Where one tells others to go back to. */
  backTo:
    'school kindergarten college university reddit twitter facebook tiktok 4chan slashdot youtube writing playing sleep bed php java javascript python perl excel wordpress windows macos visual scratch basic cobol vba html powerpoint jquery stackoverflow whatever wherever wordle farming drawing crayons mommy mama',
  /** What some would not even be able to do. */
  trivial:
    'simple basic trivial elementary single obvious plain easy straightforward one-line two-line three-line five-line',
} as const;
