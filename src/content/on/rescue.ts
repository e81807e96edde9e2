/** Injected where a page is not read as it should be: the ways that need no site file, and what a report is made of. */
import { rescue } from '../../sites/rescue.ts';
import { outlineOf } from '../outline.ts';
import { shelf } from '../shelf.ts';

shelf().rescue ??= { ...rescue, outline: outlineOf };
