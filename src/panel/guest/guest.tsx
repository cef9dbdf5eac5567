import '../theme.css';
import './guest.css';
import '../base.css';
import '../shell.css';
import '../pieces.css';
import '../steps.css';
import '../together/together.css';
import './guestPage.css';
import { render } from 'preact';
import { codeFromHub } from '../honestWords.js';
import { preferences } from '../preferences.js';
import { configureTone } from '../toneClient.js';
import { arrive } from './door.js';
import { GuestApp } from './guestApp.js';
import { loadLanguage } from './language.js';
import { forgetOld, keepSingleKeys, readSingleKeys } from './memory.js';

const place = document.getElementById('app');
if (place) {
  codeFromHub.value = true;
  preferences(readSingleKeys(), keepSingleKeys);
  configureTone({
    enabled: true,
    levels: ['default', 'gentle'],
    rules: {},
    allowed: [],
    people: [],
    tools: [],
    phrases: [],
  });
  forgetOld();
  addEventListener('hashchange', arrive);
  void loadLanguage().then(() => {
    arrive();
    render(<GuestApp />, place);
  });
}
