// What others use of this room while they run. The editor, the panel and the command line share one file that is built from this
// (dist/panel/toneEngine.js): the rules, the parser of English and all that goes with them are large.
// biome-ignore lint/performance/noBarrelFile: it is the entry of that file.
export { ToneChecker } from './checker.js';
export { languageEngine } from './detect/languageEngine.js';
export { offeredBlanks } from './detect/suggestions.js';
export { ignoreHere } from './document/ignoreHere.js';
export { namesIn } from './rewrite/search.js';
export { ruleSet } from './rules/ruleSet.js';
export { plainSettings } from './toneSettings.js';
