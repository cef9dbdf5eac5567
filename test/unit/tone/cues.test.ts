import assert from 'node:assert/strict';
import { CueNet, peopleOf } from '../../../src/tone/detect/cues.js';
import { cueTableOf } from '../../../src/tone/detect/cueTable.js';
import { Pattern } from '../../../src/tone/pattern/pattern.js';

const compiled = (texts: readonly string[]) => texts.map((text) => new Pattern(text));

function netOf(...texts: readonly string[]): CueNet {
  return new CueNet(cueTableOf(compiled(texts), new Map([['lazy', 0.5]])));
}

describe('The scan for cues', () => {
  it('names the patterns whose words are all there, in their order', () => {
    const net = netOf('you always', 'never listen', 'why {did|do} you', '{get a life|grow up}');
    const found = (text: string) => net.scan(text, 1000).patterns;
    assert.deepEqual(found('Why do they never listen, and why do you always?'), [0, 1, 2]);
    assert.deepEqual(found('Always read the docs.'), []);
    assert.deepEqual(found('GROW up'), [3]);
    assert.deepEqual(found('grow old'), []);
  });

  it('leaves out those whose words are in another order, too far apart or in different sentences', () => {
    const net = netOf('you %adv* broke .. build', 'you are');
    const found = (text: string) => net.scan(text, 1000).patterns;
    assert.deepEqual(found('You really broke the whole build'), [0]);
    assert.deepEqual(found('The build broke, you'), []);
    assert.deepEqual(found('You broke what was our only build'), []);
    assert.deepEqual(found('Would you? We are'), []);
    assert.deepEqual(found('to you\n\nare'), []);
    assert.deepEqual(found('You broke, i.e. built, the build'), [0]);
  });

  it('counts no word that may turn out to be covered', () => {
    const net = netOf('you are');
    assert.deepEqual(net.scan('you `all of a sudden` are', 1000).patterns, [0]);
    assert.deepEqual(net.scan('you :wave: are', 1000).patterns, [0]);
  });

  it('reads contractions, spellings and possessives as the words behind them', () => {
    const net = netOf('you are', 'do not', 'priya broke');
    assert.deepEqual(net.scan('You’re here', 1000).patterns, [0]);
    assert.deepEqual(net.scan('u are', 1000).patterns, [0]);
    assert.deepEqual(net.scan("Don't", 1000).patterns, [1]);
    assert.deepEqual(net.scan("Priya's broke it", 1000).patterns, [2]);
  });

  it('asks for a person where a pattern does', () => {
    const net = netOf('@person broke it');
    const found = (text: string) => net.scan(text, 1000, undefined, peopleOf(new Set(['okonkwo']))).patterns;
    assert.deepEqual(found('The upgrade broke it'), []);
    assert.deepEqual(found('Then Priya broke it'), [0]);
    assert.deepEqual(found('Then @someone broke it'), [0]);
    assert.deepEqual(found('Then Okonkwo broke it'), [0]);
  });

  it('finds the texts that are worth a look', () => {
    const net = netOf('you are');
    const finds = (text: string, isProse = true) =>
      net.suspects(text, 1000, { wanted: net.only(() => true), people: undefined, least: 0.4 }, isProse).length > 0;
    assert.equal(finds('Nothing here.'), false);
    assert.equal(finds('Here you are.'), true);
    assert.equal(finds('So lazy.'), true);
  });

  it('counts what makes a sentence lighter only where it surely belongs to it', () => {
    const net = new CueNet(
      cueTableOf(
        compiled(['you are']),
        new Map([
          ['lazy', 0.5],
          ['list', -0.2],
        ]),
      ),
    );
    const finds = (text: string, isProse = true) =>
      net.suspects(text, 1000, { wanted: net.only(() => true), people: undefined, least: 0.4 }, isProse).length > 0;
    assert.equal(finds('a list so lazy'), false);
    assert.equal(finds('a list so lazy', false), true);
    assert.equal(finds('A list? So lazy'), true);
    assert.equal(finds('a list\nso lazy'), true);
    assert.equal(finds('a /list so lazy'), true);
    assert.equal(finds('a `list` so lazy'), true);
    assert.equal(finds('a liSt so lazy'), true);
    assert.equal(finds('| a list | so lazy |'), true);
  });

  it('finds words from the anchor on, on both sides, whatever is between them', () => {
    const net = netOf('you always .. broke .. the build', 'never .. never listen', 'did not');
    const found = (text: string) => net.scan(text, 1000).patterns;
    assert.deepEqual(found('You always just broke the build'), [0]);
    assert.deepEqual(found('The build broke, always you'), []);
    assert.deepEqual(found('They never ever never listen'), [1]);
    assert.deepEqual(found("It didn't"), [2]);
    const covered = 'the build broke '.repeat(40);
    assert.deepEqual(found(`You \`${covered}\` always broke the build`), [0]);
  });

  it('keeps sentences and texts apart, however long they are', () => {
    const net = netOf('you are', 'never listen');
    const sought = { wanted: net.only(() => true), people: undefined, least: 0.4 };
    const long = 'Nothing here, and nothing there. '.repeat(400);
    const text = `${long}You are. They never listen. You listen. They are.`;
    assert.deepEqual(net.suspects(text, text.length, sought, true), [long.length - 1, text.indexOf(' You listen')]);
    assert.deepEqual(net.suspects('They listen. You never.', 1000, sought, true), []);
    assert.deepEqual(net.scan(text, text.length).patterns, [0, 1]);
    assert.deepEqual(net.scan(text, long.length).patterns, []);
  });

  it('always names a pattern that no word can rule out', () => {
    assert.deepEqual(netOf('#Verb', 'you').scan('Nothing here.', 1000).patterns, [0]);
  });

  it('adds up what words weigh, up to the length that is asked for', () => {
    assert.equal(netOf('you').scan('lazy, so lazy', 1000).sum, 1);
    assert.equal(netOf('you').scan('lazy, so lazy', 5).sum, 0.5);
  });
});
