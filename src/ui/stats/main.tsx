import '../shared/begin.ts';
import { render } from 'preact';
import { say } from '../../core/say.ts';
import { App } from './App.tsx';
import { StatsState } from './state.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The pictures have no #app.');

document.title = say('statsTitle');
const state = new StatsState();
void state.begin();
render(<App state={state} />, root);
