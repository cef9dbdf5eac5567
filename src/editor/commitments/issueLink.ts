/** What a new issue starts with. */
export interface IssueDraft {
  readonly title: string;
  readonly body: string;
}

/** Browsers and trackers stop at about this length of an address; what is longer is cut at the end of the body. */
const longestBody = 4000;

/**
 * The address of a new issue, filled in.
 * @param template the person's own, with `{title}` and `{body}`; it comes first
 * @param remote the git remote, as `git remote -v` shows it
 */
export function issueLink(template: string, remote: string | undefined, draft: IssueDraft): string | undefined {
  const title = encoded(draft.title);
  const body = encoded(draft.body.slice(0, longestBody));
  const form = template.trim() === '' ? formOf(remote) : template.trim();
  if (form === undefined || !/^https?:\/\//.test(form)) {
    return undefined;
  }
  return form.replaceAll('{title}', title).replaceAll('{body}', body);
}

/** Half a character, as the cut leaves one, cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
}

/** The issue form of the hosts that have a known one. */
function formOf(remote: string | undefined): string | undefined {
  const place =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|[^@/:]+@)([^/:]+)(?::\d+(?=\/))?[/:](.+?)(?:\.git)?\/?$/.exec(
      remote ?? '',
    );
  const [, host = '', path = ''] = place ?? [];
  if (place === null) {
    return undefined;
  }
  if (host === 'bitbucket.org') {
    return `https://${host}/${path}/issues/new?title={title}&content={body}`;
  }
  if (host.includes('gitlab')) {
    return `https://${host}/${path}/-/issues/new?issue[title]={title}&issue[description]={body}`;
  }
  return `https://${host}/${path}/issues/new?title={title}&body={body}`;
}
