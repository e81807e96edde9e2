/** The content script of arxiv.org: in one file, since it is injected without asking. */
import { site } from '../../sites/arxiv.ts';
import { start } from '../main.ts';
import { shelf } from '../shelf.ts';

shelf().sites.push(site);
start();
