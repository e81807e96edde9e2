import '../shared/begin.ts';
import { render } from 'preact';
import { say } from '../../core/say.ts';
import { App } from './App.tsx';
import { ReviewState } from './state.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The review has no #app.');

/** `?tab=ID`: of the papers of that tab's page. */
const asked = new URLSearchParams(location.search).get('tab');
const tab = Number(asked ?? Number.NaN);

document.title = say('reviewTitle');
const state = new ReviewState(Number.isInteger(tab) ? tab : undefined);
void state.begin(); // first, so that the database opens while the frame is drawn
render(<App state={state} />, root);
