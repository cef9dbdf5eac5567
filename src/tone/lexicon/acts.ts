/** Verbs, in their base form; the lexicon inflects them. */
export const acts = {
  /** To damage what was good. */
  harm: 'break ruin wreck destroy botch butcher mess screw bork sabotage mangle cripple tank hose trash vandalize vandalise spoil corrupt damage cripple fuck clobber degrade regress wreak bungle muck foul louse kill nuke delete wipe drop remove overwrite undo clutter pollute bloat',
  /** Those that are never said of a wanted change. */
  hardHarm:
    'break ruin wreck botch butcher mess screw bork sabotage mangle cripple trash vandalize vandalise spoil fuck bungle muck clutter pollute bloat destroy',
  /** Not to do what one owes. */
  neglect:
    'ignore dismiss disregard refuse neglect forget fail skip overlook shirk evade dodge sidestep gloss disrespect',
  /** To wrong a person, or to speak so that others suffer. */
  abuse:
    'insult attack mock ridicule bully harass offend accuse belittle patronize patronise lecture gaslight manipulate humiliate intimidate threaten deceive mislead cheat exploit abuse disrespect demean berate scold shame silence censor undermine sabotage scam rob steal betray disparage badmouth bad-mouth slander harangue condescend demonize demonise vilify punish bash trash shit piss screw',
  /** To talk in a way that the listener is tired of. */
  nuisance:
    'complain whine whinge bitch moan rant troll spam nag cry yell shout scream lie argue bicker nitpick bikeshed ramble pester preach grandstand gatekeep overreact exaggerate dramatize derail hijack deflect dodge twist spew bullshit fantasize babble blather gloat brag sulk pout pretend fearmonger virtue-signal politicize speculate nitpick pontificate bluff stonewall procrastinate panic beg mope obsess clutch',
  /** Acts that are only a nuisance when someone is told to stop them. */
  stoppable:
    'act behave waste make push blame post ping bump demand assume guess jump talk bring criticize criticise judge abuse attack insult mock harass bully offend lecture patronize accuse spread pollute clutter treat call put play ignore dismiss bother annoy harp dump throw expect break hide invent interrupt shove micromanage hold mess screw copy copy-paste misrepresent misquote misuse move feed invest tell ask think worry come be send comment write reply respond create open tag mention force imagine dream live repeat say change touch',
  /** To fail at these is to fail as a colleague. */
  diligence:
    'understand get grasp comprehend realize realise care listen read think bother try learn check test look know see follow respect appreciate notice remember answer respond consider google search research investigate review verify pay help communicate contribute explain reply ask acknowledge address participate coordinate fix document debug run write use finish reproduce',
  /** To miss what was said. */
  grasp:
    'understand get grasp comprehend realize realise know see follow listen read learn care appreciate respect notice think bother recognize recognise fathom value mind understood remember google test check research consider try',
  wish: 'want try prefer choose intend aim decide enjoy like love refuse hope wish plan attempt seek desire care',
  /** Ends that nobody admits to: winning, hiding, hurting. */
  malice:
    'win block stall delay sabotage silence control dominate avoid hide bury dismiss undermine deceive mislead manipulate provoke annoy hurt punish embarrass humiliate belittle discredit blame argue complain fight troll attack destroy ruin kill break push force impose exploit profit benefit show shut derail hijack shift dodge evade waste cause promote censor ban exclude drive offend upset insult misrepresent twist pretend look prove steal lie brag seem',
  /** What a person in power can do to another. */
  sanction:
    'ban block report revert close sue fire escalate lock expose remove mute unfollow boycott kick blacklist suspend unsubscribe drop reject delete fork leave quit uninstall stop',
  claim: 'claim pretend insist say argue assert believe think assume act allege imply suggest',
  waste: 'waste',
  hate: 'hate dislike despise loathe resent',
  blame: 'blame fault',
  mistake: 'miss misread misunderstand misinterpret misrepresent misuse misquote confuse twist distort',
} as const;
