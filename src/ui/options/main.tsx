import '../shared/begin.ts';
import { render } from 'preact';
import { say } from '../../core/say.ts';
import { App } from './App.tsx';
import { start } from './state.ts';

/** How long the first reads may keep the page blank, in ms: drawn before them, it would jump when they end. */
const PATIENCE = 400;

document.title = say('optionsTitle');
const root = document.getElementById('app');
if (!root) throw new Error('The options page has no #app.');
const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
void Promise.race([start(), late]).then(() => {
  render(<App />, root);
  // the browser looked for the section of the address before it was there
  if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
