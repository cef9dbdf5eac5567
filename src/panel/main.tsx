import './theme.css';
import './base.css';
import './shell.css';
import './pieces.css';
import './steps.css';
import './together/together.css';
import { render } from 'preact';
import { App } from './app.js';
import { connectHost } from './host.js';

const place = document.getElementById('app');
if (place) {
  void connectHost();
  render(<App />, place);
}
