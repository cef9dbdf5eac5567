import { readParagraph } from './plainProse.js';
import type { ProseReader } from './prose.js';

/** Commit messages (`git-commit`, `scminput`): comment lines, quoted lines, trailers and the diff under the scissors are out. */
export const commitProse: ProseReader = {
  read(text, from, complete) {
    const chunk = readParagraph(text, from, {
      isOut: (line) => /^(?:#|[ \t]*>)/.test(line),
      // Git's scissors, or the diff that `commit --verbose` shows.
      isRest: (line) => /^(?:[#;] -+ >8 -|diff --git )/.test(line),
    });
    return complete || from + chunk.reach < text.length ? chunk : undefined;
  },
};
