/** Signs that charge someone with something. */
export const charges =
  'scorn insult softInsult hardSwear swear hardConduct conduct disgrace mock nuisance abuse hardHarm neglect competence annoyed trash verdictTrait'.split(
    ' ',
  );
/** Signs that "not" takes back. */
export const chargeNames: ReadonlySet<string> = new Set([...charges, 'hostile']);
/** What the sum of all charges is called. */
export const chargeSum = 'all charges';
/** The signs of a sentence as combinations ask for them; what many ask for is put together once. */
export class SignValues {
  private known: { readonly addressed: number; readonly spokenOf: number } | undefined;

  /** @param of the value of a sign. */
  constructor(readonly of: (name: string) => number) {}

  /** Someone is spoken to. */
  get addressed(): number {
    return this.persons.addressed;
  }

  /** Others are spoken of. */
  get spokenOf(): number {
    return this.persons.spokenOf;
  }

  /** Either. */
  get about(): number {
    return Math.max(this.addressed, this.spokenOf);
  }

  /** What someone did. */
  get past(): number {
    return Math.max(this.of('you-past'), this.of('they-past'));
  }

  charge(most: number): number {
    return Math.min(most, this.of(chargeSum)) / 2;
  }

  private get persons(): { readonly addressed: number; readonly spokenOf: number } {
    this.known ??= {
      addressed: this.most(you),
      spokenOf: this.most(others),
    };
    return this.known;
  }

  private most(names: readonly string[]): number {
    return Math.min(
      1,
      names.reduce((sum, name) => sum + this.of(name), 0),
    );
  }
}

const you = ['you', 'your'];
const others = 'they their crowd org person someone everyone'.split(' ');

/** Two signs that say more together than each alone. */
interface Combination {
  readonly name: string;
  readonly evidence: string;
  readonly value: (signs: SignValues) => number;
}

const quarrelFields =
  'deceit refusal bother schooling growth wit commerce exit outcry ruin pride decency quarrel verdict'.split(' ');

export const combinations: readonly Combination[] = [
  {
    name: 'field-breadth',
    evidence: 'many signs of quarrel at once',
    value: (signs) => Math.min(4, quarrelFields.filter((field) => signs.of(field) > 0).length) / 2,
  },
  { name: 'charge', evidence: 'several words that charge someone', value: (signs) => signs.charge(4) },
  { name: 'you+charge', evidence: 'a charge put to "you"', value: (signs) => signs.addressed * signs.charge(2) },
  { name: 'they+charge', evidence: 'a charge against others', value: (signs) => signs.spokenOf * signs.charge(2) },
  {
    name: 'you+hostile',
    evidence: 'words of quarrel put to "you"',
    value: (signs) => signs.addressed * Math.min(1, signs.of('hostile')),
  },
  {
    name: 'they+hostile',
    evidence: 'words of quarrel about others',
    value: (signs) => signs.spokenOf * Math.min(1, signs.of('hostile')),
  },
  {
    name: 'you+swear',
    evidence: 'swearing at someone',
    value: (signs) => signs.addressed * Math.min(1, signs.of('swear')),
  },
  {
    name: 'you+talk',
    evidence: 'it speaks of how "you" speak',
    value: (signs) => signs.addressed * Math.min(1, signs.of('talk')),
  },
  { name: 'you+why', evidence: 'it asks "you" for reasons', value: (signs) => signs.addressed * signs.of('why') },
  {
    name: 'you+moral',
    evidence: 'right and wrong, put to someone',
    value: (signs) => signs.about * Math.min(1, signs.of('moral')),
  },
  {
    name: 'person+past+span',
    evidence: 'it counts what someone did',
    value: (signs) => signs.past * Math.min(1, signs.of('span') + signs.of('again')),
  },
  {
    name: 'person+past+lack',
    evidence: 'it says what someone did not do',
    value: (signs) => signs.past * Math.min(1, signs.of('lapse') + signs.of('lack') + signs.of('without-duty')),
  },
  {
    name: 'person+past+extreme',
    evidence: 'an extreme about someone',
    value: (signs) => signs.past * Math.min(1, signs.of('extreme') + signs.of('absolute')),
  },
  {
    name: 'person+past+work',
    evidence: 'it says what someone did with shared work',
    value: (signs) => signs.past * Math.min(1, signs.of('artifact')) * (1 - signs.of('code')),
  },
  {
    name: 'you+burden',
    evidence: 'it sets what "we" bear against someone',
    value: (signs) => signs.about * signs.of('we-burden'),
  },
  {
    name: 'you+absolute+work',
    evidence: 'an absolute about how someone works',
    value: (signs) =>
      signs.of('you-absolute') *
      Math.min(1, signs.of('artifact') + signs.of('lapse') + signs.of('span')) *
      (1 - signs.of('code')),
  },
  {
    name: 'you+question',
    evidence: 'a question put to someone',
    value: (signs) =>
      signs.of('why-you') *
      Math.min(1, signs.of('absolute') + signs.of('lapse') + signs.of('extreme') + signs.of('goad')),
  },
  {
    name: 'person+fields',
    evidence: 'much quarrel put to someone',
    value: (signs) => signs.about * signs.of('field-breadth'),
  },
  {
    name: 'your+fields',
    evidence: 'quarrel about what is "yours"',
    value: (signs) =>
      Math.min(1, signs.of('your') + signs.of('you-are') + signs.of('you-not')) * signs.of('field-breadth'),
  },
  {
    name: 'nobody+code',
    evidence: '',
    value: (signs) => (1 - signs.about) * signs.of('code'),
  },
];
