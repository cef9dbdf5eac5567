import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '../../../src/commitments/commitmentFile.js';
import { outcome } from '../../../src/retro/minutes.js';
import { sampleRetros } from './sampleRetros.js';

const folder = 'media/sample-team/.common-ground';
const { commitments, problems } = parse(readFileSync(`${folder}/commitments.yaml`, 'utf8'));

describe('The sample team', () => {
  it('has the minutes that its retros would have today', () => {
    const retros = sampleRetros();
    assert.deepEqual(
      readdirSync(`${folder}/retros`),
      retros.map(({ file }) => file),
    );
    for (const { file, room } of retros) {
      assert.equal(readFileSync(`${folder}/retros/${file}`, 'utf8'), outcome(room.state).repo, file);
    }
  });

  it('has every promise of its retros in the list of commitments, word for word', () => {
    for (const { file, room } of sampleRetros()) {
      for (const { promise, owner, made, revisit } of outcome(room.state).commitments) {
        const found = commitments.find((one) => one.promise === promise);
        assert.deepEqual([found?.owner, found?.made, found?.revisit], [owner, made, revisit], `${file}: ${promise}`);
      }
    }
    assert.deepEqual(problems, []);
  });

  it('names no file that is not there', () => {
    const named = commitments.flatMap(({ from }) => from ?? []);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((path) => !isThere(`media/sample-team/${path}`)),
      [],
    );
  });
});

function isThere(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
