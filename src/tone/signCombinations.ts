/** Signs that charge someone with something. */
export const charges =
  'scorn insult softInsult hardSwear swear hardConduct conduct disgrace mock nuisance abuse hardHarm neglect competence annoyed trash verdictTrait'.split(
    ' ',
  );
/** What the sum of all these is called. */
export const chargeSum = 'all charges';
/** Two signs that say more together than each alone. */
interface Combination {
  readonly name: string;
  readonly evidence: string;
  readonly value: (sign: (name: string) => number) => number;
}

function charge(sign: (name: string) => number, most: number): number {
  return Math.min(most, sign(chargeSum)) / 2;
}

function addressed(sign: (name: string) => number): number {
  return Math.min(1, sign('you') + sign('your'));
}

function spokenOf(sign: (name: string) => number): number {
  return Math.min(
    1,
    sign('they') + sign('their') + sign('crowd') + sign('org') + sign('person') + sign('someone') + sign('everyone'),
  );
}

const quarrelFields =
  'deceit refusal bother schooling growth wit commerce exit outcry ruin pride decency quarrel verdict'.split(' ');

export const combinations: readonly Combination[] = [
  {
    name: 'field-breadth',
    evidence: 'many signs of quarrel at once',
    value: (sign) => Math.min(4, quarrelFields.filter((field) => sign(field) > 0).length) / 2,
  },
  { name: 'charge', evidence: 'several words that charge someone', value: (sign) => charge(sign, 4) },
  { name: 'you+charge', evidence: 'a charge put to "you"', value: (sign) => addressed(sign) * charge(sign, 2) },
  { name: 'they+charge', evidence: 'a charge against others', value: (sign) => spokenOf(sign) * charge(sign, 2) },
  {
    name: 'you+hostile',
    evidence: 'words of quarrel put to "you"',
    value: (sign) => addressed(sign) * Math.min(1, sign('hostile')),
  },
  {
    name: 'they+hostile',
    evidence: 'words of quarrel about others',
    value: (sign) => spokenOf(sign) * Math.min(1, sign('hostile')),
  },
  { name: 'you+swear', evidence: 'swearing at someone', value: (sign) => addressed(sign) * Math.min(1, sign('swear')) },
  {
    name: 'you+talk',
    evidence: 'it speaks of how "you" speak',
    value: (sign) => addressed(sign) * Math.min(1, sign('talk')),
  },
  { name: 'you+why', evidence: 'it asks "you" for reasons', value: (sign) => addressed(sign) * sign('why') },
  {
    name: 'you+moral',
    evidence: 'right and wrong, put to someone',
    value: (sign) => Math.max(addressed(sign), spokenOf(sign)) * Math.min(1, sign('moral')),
  },
  {
    name: 'person+past+span',
    evidence: 'it counts what someone did',
    value: (sign) => Math.max(sign('you-past'), sign('they-past')) * Math.min(1, sign('span') + sign('again')),
  },
  {
    name: 'person+past+lack',
    evidence: 'it says what someone did not do',
    value: (sign) =>
      Math.max(sign('you-past'), sign('they-past')) * Math.min(1, sign('lapse') + sign('lack') + sign('without-duty')),
  },
  {
    name: 'person+past+extreme',
    evidence: 'an extreme about someone',
    value: (sign) => Math.max(sign('you-past'), sign('they-past')) * Math.min(1, sign('extreme') + sign('absolute')),
  },
  {
    name: 'person+past+work',
    evidence: 'it says what someone did with shared work',
    value: (sign) => Math.max(sign('you-past'), sign('they-past')) * Math.min(1, sign('artifact')) * (1 - sign('code')),
  },
  {
    name: 'you+burden',
    evidence: 'it sets what "we" bear against someone',
    value: (sign) => Math.max(addressed(sign), spokenOf(sign)) * sign('we-burden'),
  },
  {
    name: 'you+absolute+work',
    evidence: 'an absolute about how someone works',
    value: (sign) =>
      sign('you-absolute') * Math.min(1, sign('artifact') + sign('lapse') + sign('span')) * (1 - sign('code')),
  },
  {
    name: 'you+question',
    evidence: 'a question put to someone',
    value: (sign) => sign('why-you') * Math.min(1, sign('absolute') + sign('lapse') + sign('extreme') + sign('goad')),
  },
  {
    name: 'person+fields',
    evidence: 'much quarrel put to someone',
    value: (sign) => Math.max(addressed(sign), spokenOf(sign)) * sign('field-breadth'),
  },
  {
    name: 'your+fields',
    evidence: 'quarrel about what is "yours"',
    value: (sign) => Math.min(1, sign('your') + sign('you-are') + sign('you-not')) * sign('field-breadth'),
  },
  {
    name: 'nobody+code',
    evidence: '',
    value: (sign) => (1 - Math.max(addressed(sign), spokenOf(sign))) * sign('code'),
  },
];
