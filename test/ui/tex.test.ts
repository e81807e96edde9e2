import fc from 'fast-check';
import { expect, test } from 'vitest';
import { texToText } from '../../src/ui/shared/tex.ts';

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
