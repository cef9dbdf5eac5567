import assert from 'node:assert/strict';
import { isEnglish, isEnglishText, sampleLength } from '../../../src/tone/language/english.js';
import { tokenize } from '../../../src/tone/language/tokens.js';

function reads(sentence: string): boolean {
  return isEnglish(tokenize(sentence).map(({ word }) => word));
}

const english: Readonly<Record<string, readonly string[]>> = {
  'of one to three words': [
    'You idiot.',
    'Stop it.',
    'Nope.',
    'Garbage.',
    'Die, bug.',
    'Sloppy work.',
    'Come on.',
    'On me.',
  ],
  'whose words other languages have too': [
    'No, he was in an inn, so do me a favor.',
    'Do it in a man’s way or so.',
    'As is.',
    'She has a point.',
    'Hey man, are we at war?',
    'CI ate my tag.',
  ],
  'as typed in chat': [
    'wtf',
    'lol u broke it again',
    'ur code sux',
    'dont touch this',
    'idk why ur ignoring me',
    'RTFM',
  ],
  'with a foreign name or word': [
    'Thanks José, you ruined it.',
    'Ask François about the naïve résumé parser.',
    'Van der Berg lost the data.',
    'The El Capitan upgrade broke everything.',
    'Los Angeles is down because of you.',
    'Il Duce over there decided again.',
    'De facto you own this mess.',
    'C’est la vie, you broke it.',
    'Read the docs first, per favore.',
    'Your 你好 string breaks everything.',
    'Did Ana merge la migration?',
  ],
  'about code': [
    'Jest tests fail on main.',
    'Add const var let to parser.',
    'Use std::vector instead of List here.',
    'nit: rename fooBar to bar_baz',
    'Refactor getUserById so it returns null',
    'The λ is captured twice.',
    'Delay is 20 µs.',
    'Greedy loop, O(n).',
    'Bump lodash from 4.17.20 to 4.17.21',
  ],
  'without a small word': ['Lazy code review, careless maintainers.', 'Zero tests, zero docs.', 'Total clown show.'],
};

const other: Readonly<Record<string, readonly string[]>> = {
  German: [
    'Das hättest du vorher sagen können.',
    'Also das war am Ende in Ordnung.',
    'So ein Quatsch.',
    'Was soll das?',
  ],
  French: [
    'Encore une fois tu as tout cassé.',
    'Relis ton code avant de pousser.',
    'Tu n’écoutes personne.',
    'T’es nul.',
  ],
  Spanish: ['Otra vez rompiste la rama principal.', 'Esto es culpa tuya.', 'Eres un desastre.'],
  Italian: ['Sei sempre in ritardo.', 'La colpa è tua.', 'Leggi la guida prima di chiedere.'],
  Portuguese: ['Não sei por que você ignora os comentários.', 'A culpa é sua.'],
  Catalan: ['És culpa teva.'],
  Dutch: ['Niemand leest ooit jouw berichten.', 'Dat is jouw schuld.', 'Lees eerst eens de handleiding.'],
  Afrikaans: ['Jy luister nooit na ons nie.'],
  Swedish: ['Du lyssnar aldrig på oss.', 'Det är ditt fel.'],
  Danish: ['Hvorfor har du ikke sagt det før?', 'Ingen gider at rydde op efter dig.'],
  Norwegian: ['Les dokumentasjonen før du spør.'],
  Finnish: ['Et koskaan kuuntele.', 'Tämä on sinun syytäsi.'],
  Polish: ['Dlaczego nikt tego nie sprawdził?', 'To twoja wina.'],
  Czech: ['Je to tvoje vina.', 'Pořád něco rozbiješ.'],
  Slovak: ['Prečo to nikto neskontroloval?'],
  Croatian: ['Opet si sve pokvario.'],
  Hungarian: ['Megint elrontottad a fő ágat.', 'Ez a te hibád.'],
  Romanian: ['Niciodată nu asculți pe nimeni.', 'E vina ta.'],
  Turkish: ['Bu senin hatan.', 'Yine her şeyi bozdun.', 'Sorun GitHub’da.'],
  Indonesian: ['Kamu tidak pernah membaca dokumentasi.', 'Ini salah kamu sendiri.'],
  Malay: ['Awak tak pernah dengar cakap orang.'],
  Swahili: ['Hili ni kosa lako.'],
  Tagalog: ['Ikaw ang may kasalanan nito.'],
  Vietnamese: ['Đây là lỗi của bạn.'],
  'Hindi in Latin letters': ['Yeh tumhari galti hai.'],
  'Nigerian Pidgin': ['Wetin dey do you sef?'],
  'other scripts': [
    'Почему никто это не проверил?',
    'Це твоя провина.',
    'Αυτό είναι δικό σου λάθος.',
    '这是你的错。',
    '在 GitHub 上创建 pull request。',
    'これはあなたのせいです。',
    '이건 네 잘못이야.',
    'هذا خطؤك.',
    'זו אשמתך.',
    'यह तुम्हारी गलती है।',
  ],
};

describe('English', () => {
  for (const [kind, sentences] of Object.entries(english)) {
    it(`is a sentence ${kind}`, () =>
      assert.deepEqual(
        sentences.filter((sentence) => !reads(sentence)),
        [],
      ));
  }

  for (const [language, sentences] of Object.entries(other)) {
    it(`is no sentence in ${language}`, () => assert.deepEqual(sentences.filter(reads), []));
  }

  it('is what has no words', () => assert.ok(isEnglish([])));
});

describe('A text', () => {
  const inEnglish = 'We read the logs of the last week and found what slowed the build down.\n';
  const inGerman = 'Wir haben die Logs der letzten Woche gelesen und wissen jetzt, was den Build gebremst hat.\n';

  it('is in English or not', () => {
    assert.equal(isEnglishText(inEnglish), true);
    assert.equal(isEnglishText(inGerman), false);
  });

  it('is not told by a few words', () => {
    assert.equal(isEnglishText(''), undefined);
    assert.equal(isEnglishText('# Build'), undefined);
    assert.equal(isEnglishText('Der Build'), undefined);
  });

  it('is told by its prose', () => {
    const code = '```ts\n// what the code says is not what you and I have said to each other in the text\n```\n';
    assert.equal(isEnglishText(`---\ntitle: what you should know of the build\n---\n${code}${inGerman}`), false);
    assert.equal(isEnglishText(code), undefined);
    assert.equal(isEnglishText(`<!-- ${inGerman} -->\n${inEnglish}`), true);
  });

  it('is told by its beginning', () => {
    const long = inGerman.repeat(Math.ceil(sampleLength / inGerman.length));
    assert.equal(isEnglishText(long + inEnglish.repeat(1000)), false);
  });

  it('in two languages is in the one that there is more of', () => {
    assert.equal(isEnglishText(inEnglish + inEnglish + inGerman), true);
    assert.equal(isEnglishText(inGerman + inGerman + inEnglish), false);
  });
});
