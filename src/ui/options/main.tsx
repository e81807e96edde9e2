import { render } from 'preact';
import { App } from './App.tsx';
import { start } from './state.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The options page has no #app.');
render(<App />, root);
void start().then(() => {
  // a link to a section: it may have moved while the rules were read
  if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
