import fc from 'fast-check';
import { expect, test } from 'vitest';
import { texPieces, texToText } from '../../src/ui/shared/tex.ts';
import { wantsSetting } from '../../src/ui/shared/tex-deep.ts';

test.each([
  ['$\\alpha$-divergence', 'α-divergence'],
  ['An $\\mathcal{O}(n \\log n)$ bound', 'An 𝒪(n log n) bound'],
  ['$L_2$ and $\\ell_{1}$ norms', 'L₂ and ℓ₁ norms'],
  ['Learning in $\\mathbb{R}^{d}$', 'Learning in ℝ^d'],
  ['$x^{2} + y^{10} \\leq \\epsilon$', 'x² + y¹⁰ ≤ ϵ'],
  ['Gr\\"obner, G\\"{o}del and Erd\\H{o}s', 'Gröbner, Gödel and Erdős'],
  ["Poincar\\'e, Fr\\'echet, na\\\"{\\i}ve", 'Poincaré, Fréchet, naïve'],
  ['\\textbf{Bold} and \\emph{plain}', 'Bold and plain'],
  ['$\\frac{1}{2}$-BPS', '1/2-BPS'],
  ['$O(\\frac{1}{1-\\gamma})$', 'O(1/(1−γ))'],
  ['$\\frac{n \\log n}{2}$ or $\\frac{a/b}{c}$', '(n log n)/2 or (a/b)/c'],
  ['$-\\frac{-1}{2}$', '−(−1)/2'],
  ['$A \\preceq B \\sqsubseteq C$', 'A ⪯ B ⊑ C'],
  ['$\\sqrt{n}$ and $\\sqrt{n+1}$', '√n and √(n+1)'],
  ['100\\% of \\$5', '100% of $5'],
  ['Costs $5 to $10 a day', 'Costs $5 to $10 a day'],
  ['$\\pi_0$: a policy', 'π₀: a policy'],
  ['$60^\\circ$ views', '60° views'],
  ['(\\texttt{T$^2$A})', '(T²A)'],
  ['$\\tau$-bench and \\(k\\)-means', 'τ-bench and k-means'],
  ['plain title, no TeX: 50% off_by_one', 'plain title, no TeX: 50% off_by_one'],
])('%s → %s', (source, text) => {
  expect(texToText(source)).toBe(text);
});

test('what is not understood stays as its source', () => {
  expect(texToText('a $\\begin{matrix} a $ b')).toBe('a $\\begin{matrix} a $ b');
  expect(texToText('C:\\unknown\\path')).toBe('C:\\unknown\\path');
  expect(texToText('an open { brace')).toBe('an open { brace');
  expect(texToText('$\\frac{1}$')).toBe('$\\frac{1}$');
  expect(texToText(`$${'{'.repeat(200)}${'}'.repeat(200)}$`)).toContain('{{{');
});

test('markup is text like any other', () => {
  expect(texToText('<b>$\\alpha$</b>')).toBe('<b>α</b>');
});

test('any text goes through without a throw, and without TeX characters unchanged', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof texToText(text) === 'string'));
  fc.assert(
    fc.property(fc.stringMatching(/^[^\\${]*$/), (text) => {
      expect(texToText(text)).toBe(text);
    }),
  );
});

test.each([
  '\\frac{a}{b}',
  'x = \\dfrac12',
  '\\binom{n}{k}',
  '\\begin{pmatrix} a & b \\end{pmatrix}',
  '\\sum_{i=1}^{n} x_i',
  '\\min\\limits_{x} f',
  'p^{m^2}',
  'n^{1-k/2}',
  '\\mathbb{F}_{q^n}',
  'd_{\\text{model} \\times 2}',
])('%s wants to be set', (body) => expect(wantsSetting(body)).toBe(true));

test.each([
  'x^{2}',
  'x_{ij} + y'.replace('ij', 'i'),
  'n^{-1}',
  '\\alpha_{1,2}',
  '\\mathbb{R}^{d}',
  'd_{\\text{model}}',
  'k_\\phi',
  '\\sum x',
  '\\fraction',
  '\\href{https://example.org/\\frac}{x_{a^b}}',
  '\\def\\a{\\frac12}',
  `\\frac{${'x'.repeat(1_000)}}{2}`,
])('%s is read as well in a line', (body) => expect(wantsSetting(body)).toBe(false));

test('a text is cut at the formulas that stand apart, and put together again says the same', () => {
  const text = 'At $\\frac{a}{b}$, $x^2$ and (\\texttt{T$\\binom{n}{k}$A}) it costs $5 to $10.';
  const pieces = texPieces(text, wantsSetting);
  expect(pieces).toEqual([
    'At ',
    { body: '\\frac{a}{b}', text: 'a/b' },
    ', x² and (T',
    { body: '\\binom{n}{k}', text: '$\\binom{n}{k}$' },
    'A) it costs $5 to $10.',
  ]);
  expect(texPieces('plain', wantsSetting)).toEqual(['plain']);
  expect(texPieces('', wantsSetting)).toEqual(['']);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('$', '\\frac{a}{b}', '{', '}', 'x^{a+b}', ' and ', '\\', '\u0000', '\u0001')),
      (parts) => {
        const source = parts.join('');
        const joined = texPieces(source, wantsSetting).map((one) =>
          typeof one === 'string' ? one : one.text,
        );
        expect(joined.join('')).toBe(texToText(source));
      },
    ),
  );
});
