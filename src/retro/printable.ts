/** Text from files, people and other machines, as it may be printed on a terminal or into the log of a pipeline. */

/** Control characters, what turns the direction of a text, line ends of Unicode, and halves of characters. */
const unprintable = /[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** The start of a command to GitHub Actions; blanks before it do not count. */
const commandAtStart = /^([\s\p{Z}]*):(?=:)/u;
/** The start of a command to GitHub Actions, Azure Pipelines or TeamCity, anywhere in a line. */
const command = /##(?=\w*\[)/gu;

/** A whole line as it is printed, without its line end: what a terminal or a pipeline would obey is spelled out as `\x1b`. */
export function printableLine(line: string): string {
  return line.replace(unprintable, spelledOut).replace(commandAtStart, '$1\\x3a').replace(command, '#\\x23');
}

/** Several lines, such as a message with its stack. */
export function printableLines(text: string): string {
  return text.split('\n').map(printableLine).join('\n');
}

function spelledOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  return code < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`;
}

/** JSON in which the same characters are escaped, so that it means the same. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(/[\x7f-\x9f\p{Bidi_C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(command, '\\u0023#');
}
