/** Closed classes of English: what holds a sentence together. */
export const grammar = {
  be: 'am is are was were be been being',
  do: 'do does did',
  have: 'have has had having',
  modal: 'can could may might will would shall should must',
  not: 'not never no cannot hardly barely nor without neither',
  det: 'a an the this that these those my our some any all every each another such what',
  if: 'if unless whether suppose supposing assuming provided in-case',
  wh: 'what why how who where when which whose whom',
  /** "You always …": words that make one time into every time. */
  absolute:
    'always never constantly continually continuously perpetually forever repeatedly invariably endlessly incessantly consistently routinely habitually everytime',
  keep: 'keep keeps kept keeping insist insists insisted insisting persist persists continue continues continued',
  /** Adverbs that say how sure the writer is of another's mind. */
  clearly:
    'clearly obviously evidently apparently plainly surely undoubtedly definitely blatantly certainly seriously literally honestly really truly actually simply purposely deliberately intentionally conveniently',
  /** Small words that sharpen a question or a reproach. */
  goad: 'even actually really seriously ever bother bothered honestly',
  adv: 'just only even really actually still again so very too quite all also already simply totally completely utterly absolutely extremely incredibly unbelievably insanely ridiculously clearly obviously evidently apparently definitely literally seriously honestly basically probably maybe perhaps always never constantly continually deliberately intentionally willfully wilfully purposely purposefully knowingly blindly stubbornly conveniently rudely arrogantly lazily carelessly sloppily blatantly flat-out outright ever once yet now then well either fucking damn bloody freaking friggin goddamn frankly plain truly genuinely pretty rather somehow surely certainly sometimes often usually repeatedly suddenly basically mostly purely kinda sorta such overly unnecessarily needlessly particularly especially super entirely fully equally terribly awfully horribly being',
  please: 'please kindly just now then so and ok okay or but go',
  politeness: 'please thanks thank sorry appreciate welcome grateful glad',
  seem: 'seem seems seemed appear appears appeared sound sounds sounded look looks looked come comes came act acts acted acting behave behaves behaved behaving feel',
} as const;
