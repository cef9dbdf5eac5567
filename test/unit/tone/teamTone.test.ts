import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { matchesGlob } from '../../../src/tone/team/glob.js';
import { isIncidentName } from '../../../src/tone/team/incidentName.js';
import { settingsFor, type ToneWishes } from '../../../src/tone/team/settingsFor.js';
import { noTeamTone, readTeamTone } from '../../../src/tone/team/teamTone.js';
import { allowPhrase, switchRule } from '../../../src/tone/team/teamToneEdit.js';

const whole = `# Ours
version: 1
rules:
  absolute/you-never: off   # we are used to it
  minimiser: gentle
include: [docs/**]
exclude:
  - docs/old/
incidents:
  - docs/2*.md
phrases:
  - phrase: ping pong review
    message: We agreed to talk.
    suggestions: [a short call]
    level: default
  - phrase: as discussed
allow:
  - kill the worker
people: [Noor, "@Tariq"]
tools: [Harbour]
`;

describe('The team file', () => {
  it('is read whole', () => {
    const { team, problems } = readTeamTone(whole);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...team.rules],
      [
        ['absolute/you-never', 'off'],
        ['minimiser', 'gentle'],
      ],
    );
    assert.deepEqual(team.phrases, [
      { phrase: 'ping pong review', why: 'We agreed to talk.', suggestions: ['a short call'], level: 'default' },
      { phrase: 'as discussed', suggestions: [], level: 'gentle' },
    ]);
    assert.deepEqual([team.include, team.exclude, team.incidents], [['docs/**'], ['docs/old/'], ['docs/2*.md']]);
    assert.deepEqual([team.allow, team.people, team.tools], [['kill the worker'], ['Noor', '@Tariq'], ['Harbour']]);
  });

  it('may be empty', () => {
    for (const source of ['', '# only a comment\n', '---\n', 'allow:\nrules:\n']) {
      assert.deepEqual(readTeamTone(source), { team: noTeamTone, problems: [] });
    }
  });

  it('agrees with the sample team’s', () => {
    const { team, problems } = readTeamTone(readFileSync('media/sample-team/.common-ground/tone.yaml', 'utf8'));
    assert.deepEqual(problems, []);
    assert.ok(team.people.includes('Noor'));
  });

  const problems: readonly (readonly [string, string, string, string])[] = [
    ['an unknown key', 'alow: [a]', 'unknown-key', 'alow'],
    ['a newer version', 'version: 2', 'newer-version', '2'],
    ['an odd version', 'version: one', 'wrong-value', 'one'],
    ['an unknown rule', 'rules:\n  absolute/you-alwys: off', 'unknown-rule', 'absolute/you-alwys'],
    ['an unknown level', 'rules:\n  absolute: silent', 'wrong-value', 'silent'],
    ['no list', 'allow: a word', 'wrong-value', 'a word'],
    ['no map', 'rules: [a]', 'wrong-value', '[a]'],
    ['an item that is no text', 'allow: [fine, 3]', 'wrong-value', '3'],
    ['an empty item', 'people: [""]', 'wrong-value', '""'],
    ['a phrase without words', 'phrases:\n  - message: Hm', 'wrong-value', 'message: Hm'],
    ['a phrase with another key', 'phrases:\n  - phrase: a\n    hint: b', 'wrong-value', 'b'],
    ['a phrase with an odd level', 'phrases:\n  - phrase: a\n    level: loud', 'wrong-value', 'loud'],
    ['text alone', 'hello', 'wrong-value', 'hello'],
    ['an alias to nothing', 'allow: [*nobody]', 'wrong-value', '*nobody'],
    ['what is no YAML', 'allow: [a', 'not-yaml', ''],
    ['a key that stands twice', 'tools: [a]\n"tools": [b]', 'doubled-key', '"tools"'],
    ['a rule that stands twice', 'rules: {absolute: off, absolute: gentle}', 'doubled-key', 'absolute'],
    ['a long glob', `include: [b, '${'*a'.repeat(251)}']`, 'wrong-value', `'${'*a'.repeat(251)}'`],
    ['a long phrase', `allow:\n  - ${'a'.repeat(301)}`, 'wrong-value', 'a'.repeat(301)],
    ['an alias in a phrase', 'people: [&a x]\nphrases:\n  - phrase: *a', 'wrong-value', '*a'],
    ['a file that is too large', `# ${'a'.repeat(60_000)}\nallow: [b]`, 'too-large', `# ${'a'.repeat(60_000)}`],
  ];
  for (const [title, source, code, at] of problems) {
    it(`points at ${title}`, () => {
      const { problems: found } = readTeamTone(source, new Set(['absolute', 'absolute/you-always']));
      const [first] = found;
      assert.equal(first?.code, code);
      assert.equal(source.slice(first?.range.start, first?.range.end).trim(), at);
      assert.match(first?.message ?? '', /^[A-Z“].*\.$/s);
    });
  }

  it('holds where it can be read', () => {
    const { team, problems: found } = readTeamTone(
      'allow: [a, 3, b]\nrules: {absolute: loud, blame: off}\nnope: 1\nphrases: [{phrase: x}, {}]\n',
    );
    assert.deepEqual(team.allow, ['a', 'b']);
    assert.deepEqual([...team.rules.keys()], ['blame']);
    assert.equal(team.phrases.length, 1);
    assert.equal(found.length, 4);
  });
});

describe('A team file that was made to be slow', () => {
  it('has globs up to a length of all together, and says which are not used', () => {
    const glob = `${'a'.repeat(499)}*`;
    const source = `include: [${Array(15).fill(glob)}]\nexclude: [${Array(15).fill(glob)}, ${'b'.repeat(501)}]\n`;
    const { team, problems } = readTeamTone(source);
    assert.deepEqual([team.include.length, team.exclude.length, problems.length], [15, 5, 11]);
    assert.equal(problems[0]?.range.start, source.indexOf('exclude: [') + 10 + 5 * 501);
    assert.match(problems[0]?.message ?? '', /^All globs of this file together .* 10000 characters\./);
  });

  const within = (part: string) => part.repeat(60_000 / part.length);
  const slow: readonly (readonly [string, string])[] = [
    ['keys', Array.from({ length: 6_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['keys that stand twice', within('a: 1\n')],
    ['quotes', within('"\n')],
    ['brackets', within(']')],
    ['open brackets', within('[')],
    ['keys of keys', `allow:\n  - ${'? '.repeat(1000)}`],
    ['keys of keys in braces', `phrases: [${'{? '.repeat(1000)}${'}'.repeat(1000)}]`],
    ['aliases', `people: [&a x]\nphrases:\n${within(' - {phrase: *a}\n').slice(0, 55_000)}`],
    ['comments', within('#\n')],
    ['no end', 'a: 1\n'.repeat(400_000)],
  ];
  for (const [title, source] of slow) {
    it(`is read and edited in a moment: ${title}`, function () {
      this.timeout(60_000);
      const start = performance.now();
      readTeamTone(source);
      allowPhrase(source, 'a phrase');
      assert.ok(performance.now() - start < 10_000);
    });
  }

  it('is not edited when it is too large', () => {
    assert.equal(allowPhrase(`# ${'a'.repeat(60_000)}\n`, 'b'), undefined);
    assert.equal(allowPhrase('allow: [a]\nallow: [b]\n', 'c'), undefined);
  });
});

describe('Edits of the team file', () => {
  it('start a file', () => {
    const text = allowPhrase('', 'you always') ?? '';
    assert.match(text, /^# .*\nversion: 1\nallow:\n {2}- you always\n$/);
    assert.deepEqual(readTeamTone(text).team.allow, ['you always']);
  });

  it('add a line, and leave every other as it is', () => {
    const text = allowPhrase(whole, 'why: so?') ?? '';
    assert.equal(text, whole.replace('  - kill the worker\n', '  - kill the worker\n  - "why: so?"\n'));
    assert.equal(allowPhrase(text, 'Why: so?'), text);
  });

  it('keep comments and line ends in every form of list', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['allow:\r\n- a # one\r\n# end\r\n', 'allow:\r\n- a # one\r\n- b\r\n# end\r\n'],
      ['allow:\n  - a', 'allow:\n  - a\n  - b\n'],
      ['# top\npeople: [x] # who\n', '# top\npeople: [x] # who\nallow:\n  - b\n'],
      ['allow: [a] # ours\n', 'allow: [a, b] # ours\n'],
      ['# top\nallow:\n', '# top\nallow:\n  - b\n'],
    ];
    for (const [before, after] of cases) {
      assert.equal(allowPhrase(before, 'b'), after);
    }
  });

  it('switch a rule', () => {
    assert.match(
      switchRule(whole, 'absolute/you-never', 'default') ?? '',
      /absolute\/you-never: default +# we are used to it/,
    );
    assert.match(switchRule(whole, 'fault', 'off') ?? '', /minimiser: gentle\n {2}fault: off\ninclude/);
    assert.match(switchRule('# x\n', 'fault', 'off') ?? '', /^# x\nrules:\n {2}fault: off\n$/);
  });

  it('leave a file alone that cannot be read', () => {
    for (const broken of ['allow: [a', 'allow: a word\n', '- a\n']) {
      assert.equal(allowPhrase(broken, 'b'), undefined);
    }
    assert.equal(switchRule('rules: [a]\n', 'a', 'off'), undefined);
  });
});

describe('What holds for a file', () => {
  const wishes: ToneWishes = {
    level: 'gentle',
    rules: new Map([['absolute/you-never', 'gentle']]),
    allow: ['mine'],
    codeComments: false,
  };

  it('is the team’s word, and over it the person’s own', () => {
    const { team } = readTeamTone(whole);
    const settings = settingsFor(wishes, team, 'docs/2026-review.md');
    assert.equal(settings?.context.incident, true);
    assert.equal(settings?.context.rules.get('absolute/you-never'), 'gentle');
    assert.deepEqual([...(settings?.context.people ?? [])], ['noor', 'tariq']);
    assert.deepEqual(settings?.allowedPhrases, ['kill the worker', 'mine']);
    assert.equal(settingsFor(wishes, team, 'docs/old/a.md'), undefined);
    assert.equal(settingsFor(wishes, team, 'src/a.md'), undefined);
    assert.equal(settingsFor(wishes, team, undefined)?.context.incident, false);
    assert.deepEqual([...(settingsFor(wishes, undefined, 'a.md')?.context.levels ?? [])], ['default', 'gentle']);
  });

  it('takes a postmortem for one by its name, wherever it lies', () => {
    const { team } = readTeamTone(whole);
    const incident = (path: string | undefined, name?: string) =>
      settingsFor(wishes, team, path, name)?.context.incident;
    assert.equal(incident('docs/postmortem-queue.md'), true);
    assert.equal(incident('docs/a.md'), false);
    assert.equal(incident(undefined, 'postmortems/17.md'), true);
    assert.equal(incident(undefined, 'notes/a.md'), false);
    assert.equal(settingsFor(wishes, undefined, 'retro.md')?.context.incident, true);
  });

  it('speaks to everyone in a file, to a team in its notes, and to somebody elsewhere', () => {
    const surface = (path: string | undefined, name?: string) =>
      settingsFor(wishes, undefined, path, name)?.context.surface;
    for (const [name, expected] of [
      ['a.md', 'document'],
      ['docs/guide.md', 'document'],
      ['docs/previews.md', 'document'],
      ['src/review.ts', 'document'],
      ['docs/2026-review.md', 'notes'],
      ['review-notes.md', 'notes'],
      ['feedback/anna.md', 'notes'],
      ['docs/postmortem-queue.md', 'notes'],
      ['retro.md', 'notes'],
    ] as const) {
      assert.equal(surface(name), expected, name);
      assert.equal(surface(undefined, name), expected, name);
    }
    assert.equal(surface(undefined), 'comment');
  });

  it('knows people from elsewhere, unless the team says that it is a tool', () => {
    const { team } = readTeamTone(whole);
    const people = settingsFor({ ...wishes, people: ['sanne', 'harbour'] }, team, 'docs/a.md')?.context.people;
    assert.deepEqual([...(people ?? [])], ['noor', 'tariq', 'sanne']);
  });

  const globs: readonly (readonly [string, string, boolean])[] = [
    ['docs/**', 'docs/a/b.md', true],
    ['docs/*', 'docs/a/b.md', false],
    ['*.md', 'docs/a.md', true],
    ['/*.md', 'docs/a.md', false],
    ['**/retros/*.md', 'retros/a.md', true],
    ['docs/', 'docs/a.md', true],
    ['retros/', 'a/retros/b/c.md', true],
    ['docs/2*.{md,txt}', 'docs/2026.txt', true],
    ['a?c.[!m]d', 'abc.md', false],
    ['a.b', 'axb', false],
    ['[z-a]', '[z-a]', true],
    ['(a|b)+$', '(a|b)+$', true],
    ['{a', '{a', true],
  ];
  for (const [glob, path, expected] of globs) {
    it(`${glob} ${expected ? 'matches' : 'leaves out'} ${path}`, () => assert.equal(matchesGlob(path, glob), expected));
  }
});

describe('The name of a postmortem or a retro', () => {
  const incidents = [
    'postmortem.md',
    'POSTMORTEM-2026-05.MD',
    'docs/post-mortem_queue.markdown',
    'docs/Post Mortem.txt',
    'PostMortemQueue.md',
    'postmortems/a.md',
    'docs/Post-Mortems/2026/05/queue.mdx',
    'incidents/17.md',
    'incident-17.md',
    'IncidentReport.md',
    'ops/incident-reports/a.md',
    'retro.md',
    'retros/a.md',
    'retro2026.md',
    'Retrospective 12.md',
    'retrospectives/q3/notes.txt',
    '2026-05-04-retro.md',
    '017_postmortem.md',
    'sprint-12-retro.md',
    'queue-outage-postmortem.md',
  ];
  for (const path of incidents) {
    it(`is ${path}`, () => assert.equal(isIncidentName(path), true));
  }

  const others = [
    'README.md',
    'retrofit.md',
    'retroactive-prices.md',
    'incidental.md',
    'how-to-report-an-incident.md',
    'coincidents/a.md',
    'mortem.md',
    'incidents/handler.ts',
    'retro.yaml',
    'postmortem',
    '',
  ];
  for (const path of others) {
    it(`is not ${path}`, () => assert.equal(isIncidentName(path), false));
  }
});

describe('The schema of the team file', () => {
  it('names what is read, no more and no less', () => {
    const schema: { properties: Record<string, unknown> } = JSON.parse(
      readFileSync('media/schemas/tone.schema.json', 'utf8'),
    );
    const everyKey = Object.keys(schema.properties).map((key) => `${key}:`);
    assert.deepEqual(readTeamTone(everyKey.join('\n').replace('version:', 'version: 1')).problems, []);
    const unknown = readTeamTone('nope:').problems[0]?.message ?? '';
    assert.equal(unknown, `“nope” is not known here. There are ${Object.keys(schema.properties).join(', ')}.`);
  });
});
