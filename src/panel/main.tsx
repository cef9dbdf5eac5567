import './theme.css';
import './base.css';
import './shell.css';
import './pieces.css';
import './steps.css';
import { render } from 'preact';
import { App } from './app.js';
import { connectHost } from './host.js';
import { provideHost } from './hostCommands.js';

const place = document.getElementById('app');
if (place) {
  const host = connectHost();
  provideHost(host);
  addEventListener('error', (event) => void host.call('report', { message: event.message.slice(0, 2000) }));
  render(<App />, place);
}
