/** The content script of huggingface.co: in one file, since it is injected without asking. */
import { site } from '../../sites/huggingface.ts';
import { start } from '../main.ts';
import { shelf } from '../shelf.ts';

shelf().sites.push(site);
start();
