/** Verbs by what they are about: minds, talk, wills and dealings, against the craft. Base forms; the lexicon inflects them. */
export const minds = {
  think:
    'think know believe understand realize realise assume imagine guess feel care consider remember forget learn doubt mean notice suppose expect judge ignore recognize grasp hope fear worry bother wonder agree disagree respect appreciate value deserve like love hate enjoy mind see figure',
  speak:
    'say tell talk speak answer reply respond ask claim argue complain explain read listen hear write post comment quote mention suggest accuse insult call blame criticize criticise thank apologize apologise shout yell rant whine lie promise admit deny insist demand warn report preach lecture mock laugh joke discuss debate refer describe swear cry moan',
  will: 'want try refuse choose decide prefer insist intend plan demand expect need wish dare agree attempt pretend aim bother continue keep stop start force push let allow',
  deal: 'help support treat ignore dismiss attack abuse offend insult hurt annoy bully harass respect trust pay owe work contribute spend waste give take steal use exploit serve fire hire ban block close lock remove delete reject deny deal act behave fight win lose destroy ruin break kill hide avoid blame betray cheat deceive fool mislead make cost force punish reward honor leave quit come go live stay play grow follow maintain own ship deliver do',
  craft:
    'add remove use call return check pass set create move rename change update replace import define declare initialize implement refactor test assert mock handle catch throw raise log print format parse convert cast wrap split merge rebase squash commit push pull fetch load store save read write open delete drop insert append copy assign allocate free build compile run execute install configure enable disable include exclude override inherit extend document skip include reuse extract inline sort filter map iterate loop iterate match validate verify put get include duplicate keep specify leave fix switch depend generate bump cache lock',
} as const;

/** Nouns that say what a person has: "your opinion", against "your branch". */
export const belongings = {
  personal:
    'opinion opinions point view views argument arguments claim claims logic reasoning attitude behavior behaviour tone words language comment comments reply response answer answers question time life job work boss company team project projects product users customers community software people friends mother mom dad kids country politics feelings feeling emotions ego brain head mind mouth face ass hands eyes mistake mistakes fault problem problems excuse excuses ignorance arrogance stupidity incompetence experience knowledge skills skill understanding expectations demands demand complaint complaints rant rants insult insults accusation accusations statement statements assumption assumptions decision decisions choice choices responsibility duty effort efforts way ways belief beliefs agenda interests interest intention intentions motives motivation religion values ethics morals business money power authority position role reputation name conduct actions action approach refusal insistence lack inability unwillingness own precious stupid little so-called fucking whole post posts message messages',
} as const;
