import '../shared/begin.ts';
import { render } from 'preact';
import { say } from '../../core/say.ts';
import { placeOf } from '../shared/library-link.ts';
import { soon } from '../shared/painted.ts';
import { App } from './App.tsx';
import { LibraryState } from './state.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The library has no #app.');

document.title = say('libraryTitle');
const asked = placeOf(location.search);
const state = new LibraryState(asked.typed);
state.view.value = asked.view;
state.filter.value = asked.filter;
void state.begin();
render(<App state={state} />, root); // its frame is so much more than the list that it does not wait for it
soon(async () => (await import('../shared/auto-backup.ts')).backUpWhenIdle());
