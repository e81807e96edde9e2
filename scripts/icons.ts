/**
 * `npx tsx scripts/icons.ts`: draws public/icons/*.png from the one hand in src/core/hand.ts. Run after changing the
 * hand; the results are committed, so that a build needs no browser.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { HAND_PATH, HAND_STROKE } from '../src/core/hand.ts';
import { executable } from './lib/ensure.ts';
import { ROOT } from './lib/root.ts';

const SIZES = [16, 32, 48, 128] as const;

/** A red hand with an ink cuff on a slip of paper: the paper keeps it legible on light and on dark toolbars. */
function icon(size: number): string {
  const unit = 128 / size; // one pixel of the result
  const small = size === 16;
  const line = Math.max(unit, 3);
  const [cuff, palm] = HAND_PATH.split(/(?<=Z)/);
  const room = small ? 128 - unit : 128 - 2 * line - (size < 48 ? 0 : 20);
  const scale = room / 24;
  const x = (128 - 24 * scale) / 2;
  const middle = (128 - (3.6 + 19.9) * scale) / 2;
  // the finger's upper edge (8.1 in the hand's box) on a pixel's edge: at 16 px nothing else keeps it sharp
  const y = Math.round((middle + 8.1 * scale) / unit) * unit - 8.1 * scale;
  const stroke = HAND_STROKE.filled * (small ? 0.2 : 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">
    <rect x="${line / 2}" y="${line / 2}" width="${128 - line}" height="${128 - line}" rx="26" fill="#fffdf8"
      stroke="${small ? '#d6d3d1' : '#a8a29e'}" stroke-width="${line}"/>
    <g transform="translate(${x} ${y}) scale(${scale})" stroke-width="${stroke}" stroke-linejoin="round">
      <path d="${cuff}" fill="#1c1917" stroke="#1c1917"/>
      <path d="${palm}" fill="#b3261e" stroke="#b3261e"/>
    </g>
  </svg>`;
}

const folder = join(ROOT, 'public/icons');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: executable('chromium'), chromiumSandbox: false });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block}</style>${icon(size)}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(folder, `${size}.png`), png);
}
await browser.close();
console.log(`public/icons: ${SIZES.join(', ')}`);
