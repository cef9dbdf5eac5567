import assert from 'node:assert/strict';
import { issueLink } from '../../../src/editor/commitments/issueLink.js';

const draft = { title: 'When it breaks & burns, I will…', body: '- [ ] one\n- two' };
const title = encodeURIComponent(draft.title);
const body = encodeURIComponent(draft.body);

describe('the link to a new issue', () => {
  const github = `https://github.com/team/repo/issues/new?title=${title}&body=${body}`;
  for (const remote of [
    'https://github.com/team/repo.git',
    'https://someone@github.com/team/repo',
    'git@github.com:team/repo.git',
    'ssh://git@github.com/team/repo.git',
    'ssh://git@github.com:22/team/repo.git',
  ]) {
    it(`knows ${remote}`, () => assert.equal(issueLink('', remote, draft), github));
  }

  it('is one also where a long body is cut within a character', () => {
    const body = `${'x'.repeat(3999)}👩`;
    assert.match(issueLink('', 'git@github.com:team/repo.git', { title: '\ud800', body }) ?? '', /title=&body=x+$/);
  });

  it('knows other hosts by their forms', () => {
    assert.equal(
      issueLink('', 'git@gitlab.com:group/sub/repo.git', draft),
      `https://gitlab.com/group/sub/repo/-/issues/new?issue[title]=${title}&issue[description]=${body}`,
    );
    assert.equal(
      issueLink('', 'https://bitbucket.org/team/repo.git', draft),
      `https://bitbucket.org/team/repo/issues/new?title=${title}&content=${body}`,
    );
  });

  it("takes the person's own form first", () => {
    const own = 'https://tracker.example.com/new?summary={title}&text={body}&again={title}';
    assert.equal(
      issueLink(own, 'git@github.com:team/repo.git', draft),
      `https://tracker.example.com/new?summary=${title}&text=${body}&again=${title}`,
    );
  });

  it('has none for a folder on this machine, for no remote, and for a form that is no web page', () => {
    for (const remote of [undefined, '', '/srv/git/repo.git', '../repo', 'C:\\repo']) {
      assert.equal(issueLink('', remote, draft), undefined, remote);
    }
    assert.equal(issueLink('file:///etc/passwd?{title}', undefined, draft), undefined);
    assert.equal(issueLink('command:workbench.action.quit', undefined, draft), undefined);
  });

  it('stays short enough for a browser', () => {
    const link = issueLink('', 'git@github.com:t/r.git', { title: 'x', body: 'y'.repeat(100_000) });
    assert.ok((link?.length ?? 0) < 5000);
  });
});
