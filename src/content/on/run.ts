/** Reads pages of the sites whose scripts were injected before this one. */
import { start } from '../main.ts';

start();
