import '../shared/begin.ts';
import { render } from 'preact';
import { api } from '../../platform/api.ts';
import { FRAME_WAIT, within } from '../shared/within.ts';
import { App } from './App.tsx';
import { PopupState } from './state.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The popup has no #app.');

/** Opened in a tab there is room to use; the real popup must keep its size, by which the browser sizes its window. */
const inPopup = api.extension.getViews({ type: 'popup' }).includes(window);
if (!inPopup) document.documentElement.classList.add('in-tab');

const state = new PopupState();
const frame = root;
void within(FRAME_WAIT, state.begin()).then(() => render(<App state={state} />, frame));
