import '../shared/begin.ts';
import { render } from 'preact';
import { say } from '../../core/say.ts';
import { App } from './App.tsx';

const root = document.getElementById('app');
if (!root) throw new Error('The first page has no #app.');

document.title = say('welcomeTitle');
render(<App />, root);
