import type { Move } from '../keys.js';
import { t } from '../text.js';
import { KeyCaps } from './keysBar.js';
import { Sheet } from './sheet.js';

interface HelpProps {
  readonly moves: readonly Move[];
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

/** All keys of the moment. */
export function Help({ moves, singleKeys, onSingleKeys, onClose }: HelpProps) {
  return (
    <Sheet title={t('Keys')} onClose={onClose}>
      <dl>
        {moves.map((move) =>
          move.key ? (
            <div class="pair" key={move.id}>
              <dt>
                <KeyCaps of={move.key} />
                <span class="unseen">{move.key}</span>
              </dt>
              <dd>{move.label}</dd>
            </div>
          ) : undefined,
        )}
        <div class="pair">
          <dt>
            <KeyCaps of="Ctrl+." />
          </dt>
          <dd>{t('rewrites for what is underlined')}</dd>
        </div>
      </dl>
      <label class="row">
        <input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.currentTarget.checked)} />
        {t('Single letters are keys')}
      </label>
    </Sheet>
  );
}
