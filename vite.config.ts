import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { type BrowserName, forBundler, manifestFor } from './scripts/lib/manifest.ts';
import { pageFiles } from './scripts/lib/page-files.ts';
import { siteScripts } from './scripts/lib/site-scripts.ts';

/** `--mode chrome` (default) or `--mode firefox`: one build each, from one manifest. */
export default defineConfig(({ mode }) => {
  const browser: BrowserName = mode === 'firefox' ? 'firefox' : 'chrome';
  const target = browser === 'firefox' ? 'firefox140' : 'chrome120';
  const extension = process.env['VITEST']
    ? []
    : [
        crx({ manifest: forBundler(manifestFor(browser)) as ManifestV3Export, browser }),
        siteScripts(target),
        pageFiles(browser, target),
      ];
  return {
    plugins: [preact(), ...extension],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target,
      modulePreload: { polyfill: false },
      sourcemap: false,
    },
    test: {
      projects: [
        {
          extends: true as const,
          test: {
            name: 'unit',
            setupFiles: ['scripts/lib/english.ts'],
            include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
            exclude: ['test/e2e/**', 'test/bench/**'],
            environment: 'node' as const,
            testTimeout: 180_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: 'e2e',
            setupFiles: ['scripts/lib/english.ts'],
            include: ['test/e2e/**/*.e2e.ts'],
            environment: 'node' as const,
            // a slow machine is no failure: whatever never comes ends by the 60 s of the single wait
            testTimeout: 300_000,
            hookTimeout: 300_000,
            expect: { poll: { timeout: 60_000, interval: 50 } },
            // a browser mostly waits; a third file at once would only make all of them slower
            maxWorkers: 2,
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  };
});
