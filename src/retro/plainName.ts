/** The forms in which names of people and titles are kept. */

/** Scripts in which a joiner changes how a word is written: Persian and Sinhala names cannot be written without. */
const joining = scripts(
  'Arab|Syrc|Mong|Phag|Nkoo|Adlm|Rohg|Deva|Beng|Guru|Gujr|Orya|Taml|Telu|Knda|Mlym|Sinh|Khmr|Mymr|Tibt',
);
/** For a class of a regular expression: characters without a shape of their own, which change that of the letter before. */
export const joiners = '\\u200c\\u200d\\u180b-\\u180f';
const ignorable = '\\p{Default_Ignorable_Code_Point}';
/** Characters that cannot be seen, but for joiners after a letter or mark of a script that has them. */
const hidden = new RegExp(
  `(?<!(?!${ignorable})[${joining}])[\\u200c\\u200d]|` +
    `(?<!(?!${ignorable})\\p{Script=Mong})[\\u180b-\\u180f]|(?![${joiners}])${ignorable}`,
  'gu',
);

/**
 * A name in the form in which it is kept: compatibility forms such as fullwidth letters become the usual ones (NFKC), characters that
 * cannot be seen are left out, and each run of spaces or line breaks is one space. Invisible characters come along when a name is
 * pasted, and whoever pasted it can't find them: so they are dropped, and not refused.
 */
export function plainName(text: string): string {
  // NFKC would make a space of the acute accent that some keyboards give for an apostrophe.
  const usual = text.replaceAll('\u00b4', '\u2019').normalize('NFKC');
  return usual.replace(hidden, '').replace(/\s+/gu, ' ').trim().normalize('NFKC');
}

/** A title in the form in which it is kept: on one line, without controls that would change how the text around it is read. */
export function plainTitle(text: string): string {
  const still = text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
  return still.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** For a class of a regular expression: the characters of any of these scripts. */
export function scripts(codes: string): string {
  return codes.replace(/\w+/g, '\\p{Script=$&}').replaceAll('|', '');
}
