import assert from 'node:assert/strict';
import { always, closeAll, commonGround, eventually, set } from './toneDesk.js';

describe('The public interface of the tone check', () => {
  afterEach(closeAll);

  it('checks a text that is in no document', async () => {
    const { tone } = await commonGround();
    const text = `Thanks. ${always}`;
    const [finding, ...others] = await tone.check(text);
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.match(text.slice(finding.start, finding.end), /^You always/);
    assert.equal(finding.level, 'default');
    assert.match(finding.message, /May read as blame/);
    assert.ok(finding.rewrites.length > 0);
    for (const rewrite of finding.rewrites) {
      const after = text.slice(0, rewrite.start) + rewrite.newText + text.slice(rewrite.end);
      assert.deepEqual(await tone.check(after), [], after);
    }
    assert.deepEqual(await tone.check('The build broke. Could we look at it together?'), []);
  });

  it('reads a text as what it is', async () => {
    const { tone } = await commonGround();
    assert.equal((await tone.check(`# ${always}`, 'git-commit')).length, 0);
    assert.equal((await tone.check(`\`${always}\``)).length, 0);
  });

  it('follows the settings, and tells when they change', async () => {
    const { tone } = await commonGround();
    let changes = 0;
    const subscription = tone.onDidChange(() => {
      changes += 1;
    });
    await set('allow', ['you always']);
    await eventually(() => changes > 0);
    assert.deepEqual(await tone.check(always), []);
    subscription.dispose();
  });
});
