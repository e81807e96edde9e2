import { expect, test } from 'vitest';
import { isFirst } from '../../src/background/welcome.ts';

test.each([
  [{ reason: 'install' }, true],
  [{ reason: 'install', temporary: false }, true],
  [{ reason: 'install', temporary: true }, false],
  [{ reason: 'update' }, false],
  [{ reason: 'chrome_update' }, false],
  [{ reason: 'browser_update' }, false],
])('%j: %s', (installed, first) => expect(isFirst(installed)).toBe(first));
