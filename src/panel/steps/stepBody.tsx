import type { RetroView } from '../../retro/viewModel.js';
import { Arrive } from './arrive.js';
import { Circle } from './circle.js';
import { Close } from './close.js';
import { Commit } from './commit.js';
import { Grouping } from './group.js';
import { Norms } from './norms.js';
import { Promises } from './promises.js';
import { Reveal } from './reveal.js';
import { Talking } from './talk.js';
import { Voting } from './vote.js';
import { Write } from './write.js';

/** The step the room is in. */
export function StepBody({ view }: { readonly view: RetroView }) {
  switch (view.kind) {
    case 'arrive':
      return <Arrive view={view} />;
    case 'promises':
      return <Promises view={view} />;
    case 'norms':
      return <Norms view={view} />;
    case 'write':
      return <Write view={view} />;
    case 'reveal':
      return <Reveal view={view} />;
    case 'circle':
      return <Circle view={view} />;
    case 'group':
      return <Grouping view={view} />;
    case 'vote':
      return <Voting view={view} />;
    case 'talk':
      return <Talking view={view} />;
    case 'commit':
      return <Commit view={view} />;
    case 'close':
      return <Close view={view} />;
  }
}
