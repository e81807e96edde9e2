/** Injected before run.ts where the reader wants a page of no known site to be read. */
import '../on/rescue.ts';
import { shelf } from '../shelf.ts';

shelf().any = true;
