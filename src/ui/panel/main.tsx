/** The popup's views beside the tabs: they follow the tab in front. */
import '../shared/begin.ts';
import { render } from 'preact';
import { say } from '../../core/say.ts';
import { onActiveTab } from '../../platform/tabs.ts';
import { App } from '../popup/App.tsx';
import { PopupState } from '../popup/state.ts';
import { FRAME_WAIT, within } from '../shared/within.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The panel has no #app.');

document.title = say('popupPanelTitle');
const state = new PopupState();
const frame = root;
void within(FRAME_WAIT, state.begin()).then(() => render(<App state={state} docked />, frame));

const look = () => void state.link.ask();
onActiveTab(look);
addEventListener('focus', look); // a page may have grown since
