import '../shared/begin.ts';
import { render } from 'preact';
import { App } from './App.tsx';
import { LibraryState } from './state.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The library has no #app.');

const state = new LibraryState(new URLSearchParams(location.search).get('q') ?? '');
void state.begin(); // first, so that the database opens while the frame is drawn
render(<App state={state} />, root);
void import('../shared/auto-backup.ts').then(({ backUpWhenIdle }) => backUpWhenIdle());
