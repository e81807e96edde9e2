import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManiculeError, sentenceOf } from '../../src/core/errors.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../src/core/settings.ts';
import { clip, familyName, fold, oneLine, safeUrl } from '../../src/core/text.ts';

describe('fold', () => {
  it.each([
    ['Gr\\"obner–Bases', 'grobner bases'],
    ["Poincar\\'{e} \\v{S}ime\\v{c}ek", 'poincare simecek'],
    ['Straße, Ærø, Łódź, İstanbul', 'strasse aero lodz istanbul'],
    ['$\\mathbf{X}$-ray', 'x ray'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['大規模 モデル', fold('大規模 モデル')],
    ['—!?', ''],
    ['\\textsc{FlashPointer}: fast', 'flashpointer fast'],
    ['$\\tau$-bench, $\\beta$-VAE and $\\chi^2$', 'tau bench beta vae and chi 2'],
    ['{\\bf Bold} {\\it names}, \\mathcal{O}(n)', 'bold names o n'],
    ['M\\textsuperscript{4}Fuse \\text{and} \\boldsymbol{x}', 'm4fuse and x'],
    ['\\v{C}ech, Erd\\H os, \\c{c}a, \\t{oo}, \\u g', 'cech erdos ca oo g'],
    ['\\textbf{\\"Uber} \\bfseries', 'uber bfseries'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('folded text stays as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(fold(fold(text))).toBe(fold(text))));
  });
});

describe('oneLine and clip', () => {
  it('joins every kind of white space and drops control characters', () => {
    expect(oneLine('  a\u00a0\n\t b\u2003c\u0000d ')).toBe('a b cd');
    expect(oneLine('e\u0301')).toBe('é');
  });

  it('cuts at a character border', () => {
    expect(clip('abcdef', 6)).toBe('abcdef');
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('ab😀def', 4)).toBe('ab…');
    expect(clip('ab😀def', 5)).toBe('ab😀…');
  });
});

describe('safeUrl', () => {
  it.each([
    ['https://a.org/x#y', 'https://a.org/x#y'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    [`https://a.org/${'x'.repeat(2_000)}`, undefined],
    ['/rel', undefined],
  ])('%s', (href, url) => expect(safeUrl(href)).toBe(url));

  it('resolves against a base', () => expect(safeUrl('/x', 'https://a.org/y')).toBe('https://a.org/x'));
});

it.each([
  ['Ada Lovelace', 'lovelace'],
  ['Lovelace, Ada', 'lovelace'],
  ['Guido van Rossum', 'rossum'],
  ['Sammy Davis Jr.', 'davis'],
  ['Ørsted', 'orsted'],
  ['', ''],
])('family name of %s', (author, family) => expect(familyName(author)).toBe(family));

describe('settings', () => {
  it('fall back one by one', () => {
    expect(readSettings(undefined)).toEqual(DEFAULT_SETTINGS);
    expect(
      readSettings({
        inPage: false,
        retentionDays: -1,
        barRight: 20.4,
        sitesOff: ['a', 3],
        density: 'huge',
        other: 1,
      }),
    ).toEqual({ ...DEFAULT_SETTINGS, inPage: false, barRight: 20, sitesOff: ['a'] });
  });

  it('take anything without throwing', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        (stored) =>
          void expect(Object.keys(readSettings(stored))).toHaveLength(Object.keys(DEFAULT_SETTINGS).length),
      ),
    );
  });

  it('never share the default list', () => {
    readSettings({}).sitesOff.push('x');
    expect(DEFAULT_SETTINGS.sitesOff).toEqual([]);
  });
});

it('sentences: a typed failure’s own, else a general one with the cause’s words', () => {
  expect(sentenceOf(new ManiculeError('bad-file', 'Not a backup.'))).toBe('Not a backup.');
  expect(sentenceOf(new Error('boom'))).toContain('boom');
  expect(sentenceOf('odd')).toContain('odd');
});
