import { t } from '../text.js';
import { line } from './line.js';

/** One quiet line above the room while it can't be heard. Nothing that is typed meanwhile is lost. */
export function LineState() {
  const words = lineWords();
  return (
    <div class="line-state" role="status">
      {words !== undefined && <p>{words}</p>}
    </div>
  );
}

function lineWords(): string | undefined {
  const now = line.value;
  switch (now?.kind) {
    case 'opening':
      return t('Going in …');
    case 'unreached':
      return t(
        'The room can’t be reached so far, and is tried again by itself. Are you in the network that the link is for?',
      );
    case 'lost':
      return t('The line is down, and is taken up again by itself. Write on: nothing is lost.');
    default:
      return undefined;
  }
}
