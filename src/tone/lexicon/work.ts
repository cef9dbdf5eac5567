/** Verbs of working together, in their base form; the lexicon inflects them. */
export const workActs = {
  /** Talk and care that colleagues owe each other; hardly ever said of what code does. */
  social:
    'tell ask answer reply respond mention warn announce explain share communicate coordinate consult discuss inform apologize apologise listen help admit acknowledge thank review document proofread attend participate contribute collaborate credit bother care learn volunteer apologise',
  /** Duties that code has, too: they tell of people only beside what people deal with. */
  duty: 'test check read update run verify fix finish write look follow plan notice report clean close rebase estimate monitor',
  /** What people do to shared work. */
  deploying:
    'merge push deploy approve ship release commit rush leave rubber-stamp rubberstamp reject close reopen force-push revert rewrite rename refactor change delay postpone ignore skip forget promise dump hand assign reassign overrule override delete remove drop block miss break upload publish disable cancel copy copy-paste paste force start make do take throw walk disappear sign squash-merge cherry-pick add touch put schedule ask',
  /** Neglect and haste: nobody's wish. */
  lapse: 'ignore neglect abandon waste disregard dismiss overlook forget skip botch rush miss drop dodge shirk',
  /** To set right what another left behind. */
  mend: 'fix clean redo revert undo repair explain chase remind babysit debug rewrite untangle rescue patch repeat correct apologize apologise cover mop pick sort restore rebuild fish',
} as const;

/** What surrounds the acts. */
export const workWords = {
  /** What a hand does by mistake, told as the cause of an incident. */
  slip: 'caused crashed misconfigured mistyped misread misclicked mishandled misjudged fat-fingered fatfingered botched fumbled bungled missed overlooked ignored skipped',
  /** What people who work together deal with, as opposed to what a program does. */
  artifact:
    'docs doc documentation test tests changelog ticket tickets issue issues readme runbook wiki guide guideline guidelines checklist instructions pr prs pull patch patches build builds master prod production staging release releases pipeline ci deploy deployment deploys deadline deadlines review reviews reviewer reviewers spec specs meeting meetings standup standups retro retros linter formatter process rules convention conventions feedback email emails mail mails alert alerts alarm pager notes demo sprint plan estimate estimates team customer customers client postmortem handover rollout migration migrations work mess stuff',
  listener: 'us me anyone anybody everyone everybody people somebody',
  /** What a program handles: with one of these as object, "you" is whoever writes or runs the code. */
  device:
    'value values field fields variable variables pointer lock locks mutex buffer buffers socket connection connections stream streams handle handler handlers listener listeners event events packet packets signal interrupt request requests response row rows column item items element elements entry entries node nodes index key keys cache queue pool thread threads byte bytes string list array map dict object objects instance method function callback promise cursor transaction record header headers file files input output stdin result results return exception exceptions error errors type types argument parameter param flag cookie session token counter state memory descriptor iterator loop branch condition case timer newest latest',
  /** After "without": what was owed before. */
  owed: 'asking telling warning testing reviewing reading looking thinking checking consulting talking running bothering waiting discussing informing explaining announcing notifying understanding saying documenting verifying mentioning listening answering opening explaining trying learning following coordinating',
  /** Time that something took or cost. */
  span: 'days week weeks month months hours weekend night sprint years forever ages yesterday friday late whole all-day',
  /** What is missing where it was owed. */
  lack: 'nothing none no lack without notice warning word reason explanation respect care idea clue thought permission effort attention courtesy communication planning excuse excuses carelessness mess mistake mistakes corners blame promise promises',
  extreme:
    'everything nothing nobody anything anyone everyone whole entire entirely completely totally single ever worst only every even useless whatsoever utterly absolutely all',
  hedge:
    'maybe perhaps might could possibly probably think guess wonder suggest seems nit optional consider imo suppose likely',
  /** Words that make one time a habit. */
  again: 'again yet usual always',
} as const;
