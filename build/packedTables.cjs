// How the tables of src/tone/cueTable.ts are put into the bundle: small where it is packed, and quick to read.

/** An expression for plain data. Text that is parsed at run time is read faster than code. */
const asText = (data) => `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;

const hashesAsText = (hashes) => Buffer.from(Int32Array.from(hashes).buffer).toString('base64');

/** The hashes of words, most of which another table has: where it has them, and the others. */
function hashesBeside(hashes, known) {
  const places = new Map(known.map((hash, at) => [hash, at]));
  return {
    places: steps(hashes.map((hash) => places.get(hash) ?? -1)),
    others: hashes.filter((hash) => !places.has(hash)),
  };
}

const steps = (list) => list.map((value, at) => value - (list[at - 1] ?? 0));

/** A table with small numbers in place of large ones: steps, and how far back the same one came. A third as large where it is packed. */
function tableAsText({ kinds, required, cues, anchors, seconds, owners, hashes: _, ...rest }, hashes) {
  const rows = ({ starts, values }) =>
    Array.from(starts.slice(1), (end, row) => Array.from(values.slice(starts[row], end)));
  // Which of the cue's own words it is.
  const cueWords = rows(cues);
  const own = (words) => words.map((word, cue) => cueWords[cue].indexOf(word));
  const kindsOf = Array.from({ length: 32 * rest.places }, () => []);
  rows(required).forEach((numbers, kind) => {
    for (const number of numbers) {
      kindsOf[number].push(kind);
    }
  });
  let newest = -1;
  const table = {
    ...rest,
    // 0 is a kind that no word before is of.
    kinds: kinds.map((kind) => {
      const back = kind > newest ? 0 : newest - kind + 1;
      newest = Math.max(newest, kind);
      return back;
    }),
    required: kindsOf.map(steps),
    lengths: cueWords.map((words) => words.length),
    // 0 is what the cue before has there.
    words: cueWords.flatMap((words, cue) => words.map((word, at) => (word === cueWords[cue - 1]?.[at] ? 0 : word + 1))),
    anchors: own(anchors),
    seconds: own(seconds),
    owners: steps(owners),
  };
  return `readTable(${asText(table)}, ${hashes})`;
}

const readTable = `
  const sums = (list) => { let sum = 0; return list.map((step) => (sum += step)); };
  // Thirty thousand numbers, read before anything can be found: loops.
  const byKind = (required, kinds) => {
    const starts = new Int32Array(kinds + 1);
    for (const steps of required) {
      for (let at = 0, kind = 0; at < steps.length; at++) starts[(kind += steps[at]) + 1]++;
    }
    for (let kind = 0; kind < kinds; kind++) starts[kind + 1] += starts[kind];
    const next = starts.slice();
    const values = new Int32Array(starts[kinds]);
    for (let number = 0; number < required.length; number++) {
      const steps = required[number];
      for (let at = 0, kind = 0; at < steps.length; at++) values[next[(kind += steps[at])]++] = number;
    }
    return { starts, values };
  };
  const readHashes = (text) => Array.from(new Int32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer));
  const besideHashes = (known, { places, others }) => {
    let next = 0;
    return sums(places).map((place) => (place < 0 ? others[next++] : known[place]));
  };
  const readKinds = (kinds) => {
    let newest = -1;
    return kinds.map((back) => (back === 0 ? ++newest : newest - back + 1));
  };
  const readCues = (lengths, words) => {
    const starts = new Int32Array(lengths.length + 1);
    const values = new Int32Array(words.length);
    for (let cue = 0, before = 0, at = 0; cue < lengths.length; cue++) {
      const back = at - before;
      before = at;
      for (const end = at + lengths[cue]; at < end; at++) values[at] = words[at] === 0 ? values[at - back] : words[at] - 1;
      starts[cue + 1] = at;
    }
    return { starts, values };
  };
  const readTable = ({ kinds, required, lengths, words, anchors, seconds, owners, ...rest }, hashes) => {
    const cues = readCues(lengths, words);
    const own = (places) => places.map((at, cue) => cues.values[cues.starts[cue] + at]);
    return {
      ...rest,
      hashes, kinds: readKinds(kinds),
      required: byKind(required, rest.weights.length), cues, owners: sums(owners),
      anchors: own(anchors), seconds: own(seconds),
    };
  };`;

/** The text of a module in place of src/tone/cueTables.ts, with the tables that it would work out. */
function tablesModule({ rules, signs }) {
  const others = `besideHashes(words(), ${asText(hashesBeside(signs.hashes, rules.hashes))})`;
  return `${readTable}
    const words = () => readHashes("${hashesAsText(rules.hashes)}");
    export const cueTables = () => ({
      get rules() { return ${tableAsText(rules, 'words()')}; },
      get signs() { return ${tableAsText(signs, others)}; },
    });`;
}

module.exports = { asText, tablesModule };
