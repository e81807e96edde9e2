/** Injected where a page is not read as it should be: how another way is found, and what a report is made of. */
import { rescue } from '../../sites/rescue.ts';
import { climb } from '../climb.ts';
import { outlineOf } from '../outline.ts';
import { shelf } from '../shelf.ts';

shelf().rescue ??= { ...rescue, climb, outline: outlineOf };
