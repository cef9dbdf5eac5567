import assert from 'node:assert/strict';
import { type Author, authorNames } from '../../../src/tone/team/authorNames.js';

function by(name: string, email = 'someone@example.com'): Author {
  return { name, email };
}

describe('The names of a repository’s authors', () => {
  const cases: readonly (readonly [string, Author, readonly string[]])[] = [
    ['first and last name', by('Sanne Visser'), ['sanne', 'visser']],
    ['no initials', by('Marek Q. Nowak'), ['marek', 'nowak']],
    ['letters of other alphabets', by('Jörg Søndergård'), ['jörg', 'søndergård']],
    ['letters put together from parts', by('Jo\u0308rg'), ['jörg']],
    ['double names and apostrophes', by('Jean-Luc O’Neill'), ['jean-luc', "o'neill"]],
    ['particles left out', by('Femke van der Berg'), ['femke', 'berg']],
    ['company and pronouns left out', by('Divya Rao (Acme Widgets) [she/her]'), ['divya', 'rao']],
    ['last name first', by('Rafael, Camila'), ['rafael', 'camila']],
    ['a handle for a name', by('tkovacs42'), ['tkovacs42']],
    ['a mention for a name', by('@linn-h'), ['linn-h']],
    [
      'a handle from an address without mail',
      by('Aino M', '81234+ainomk@users.noreply.github.com'),
      ['aino', 'ainomk'],
    ],
    ['no other address', by('Aino', 'aino.maki@example.com'), ['aino']],
    ['common words left out', by('Will May Price'), []],
    ['roles and defaults left out', by('Your Name'), []],
    ['what is short for something left out', by('Ed Li'), []],
    ['short names otherwise', by('Bo Xu'), ['bo', 'xu']],
    ['nothing that is no word', by('42 !! -- 🙂'), []],
  ];
  for (const [title, author, names] of cases) {
    it(`are ${title}`, () => assert.deepEqual(authorNames([author]), names));
  }

  it('are no programs’', () => {
    const programs = [
      by('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'),
      by('Renovate Bot', 'bot@renovateapp.com'),
      by('github-actions', 'actions@github.com'),
      by('GitHub', 'noreply@github.com'),
      by('Jenkins', 'jenkins@ci.example.com'),
      by('k8s-ci-robot'),
      by('Helper', 'no-reply@example.com'),
      by('releasebot'),
    ];
    assert.deepEqual(authorNames(programs), []);
  });

  it('are said once, the latest first, and never more than 300', () => {
    assert.deepEqual(authorNames([by('Ines Ferro'), by('Piet Ferro'), by('Ines Ferro')]), ['ines', 'ferro', 'piet']);
    const many = Array.from({ length: 400 }, (_, at) => by(`author${at}`));
    const names = authorNames(many);
    assert.equal(names.length, 300);
    assert.equal(names[0], 'author0');
  });
});
