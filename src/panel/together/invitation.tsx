import { useEffect, useState } from 'preact/hooks';
import type { ShownInvitation } from '../../protocol/panelMessages.js';
import { copyText } from '../copyText.js';
import { t } from '../text.js';

/** The link that others open, with its picture for phones, and who it can reach. */
export function Invitation({ shown }: { readonly shown: ShownInvitation }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void copyText(shown.link).then(setCopied);
  };
  return (
    <section class="invitation" aria-label={t('Invite others')}>
      <QrCode text={shown.link} />
      <div class="stack">
        <label class="field-line">
          <span class="field-name">{t('The link. Whoever has it can come in.')}</span>
          <input readOnly value={shown.link} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <p class="dim">{reachWords(shown.reach)}</p>
        <div class="row">
          <button type="button" class="primary" onClick={copy}>
            {t('Copy the link')}
          </button>
          <span class="dim" role="status">
            {copied ? t('Copied.') : ''}
          </span>
        </div>
      </div>
    </section>
  );
}

/** One plain sentence on who can reach the room. */
function reachWords(reach: ShownInvitation['reach']): string {
  switch (reach) {
    case 'machine':
      return t('It works on this machine alone: to try it out, or where this machine is shared.');
    case 'network':
      return t('It works for everyone on the same network as this machine, and for nobody beyond it.');
    case 'forwarded':
      return t('It works wherever the editor’s port forwarding reaches; a service in between carries what is said.');
  }
}

/** For phones: the camera reads what nobody wants to type. Drawn when it is first looked at. */
function QrCode({ text }: { readonly text: string }) {
  const [cells, setCells] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    void import('uqr').then(({ encode }) => setCells(encode(text, { border: 2 }).data));
  }, [text]);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${cells.length || 1} ${cells.length || 1}`}
      role="img"
      aria-label={t('The link as a QR code')}
    >
      <rect width="100%" height="100%" />
      <path d={cells.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')} />
    </svg>
  );
}
