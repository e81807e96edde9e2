// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { mathOf } from '../../src/ui/shared/tex-math.ts';

/** Names of the elements in it, in order. */
const names = (body: string) => {
  const math = mathOf(body, 'text');
  return math && [math, ...math.querySelectorAll('*')].map(({ localName }) => localName);
};

test('a fraction is set as one', () => {
  const math = mathOf('\\frac{a}{b}', 'a/b');
  expect(math?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
  expect(math?.getAttribute('alttext')).toBe('a/b');
  expect(math?.querySelector('mfrac')?.children).toHaveLength(2);
  expect(math?.textContent).toBe('ab');
});

test('sums, matrices and scripts within scripts', () => {
  expect(names('\\sum_{i=1}^{n} x_i')).toEqual(expect.arrayContaining(['msub']));
  expect(
    names('\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}')?.filter((one) => one === 'mtd'),
  ).toHaveLength(4);
  expect(names('p^{m^2}')?.filter((one) => one === 'msup')).toHaveLength(2);
});

test.each([
  '\\frac{a}',
  '\\unknown{a}',
  '{{{',
  'a & b',
  '\\begin{matrix} a',
  '\\includegraphics{https://example.org/a.png}',
  '\\href{javascript:alert(1)}{x}',
  '\\class{a}{\\frac12}',
  '\\def\\a{\\a\\a}\\a',
])('%s is not set', (body) => expect(mathOf(body, body)).toBeUndefined());

test('no attribute but those of formulas, whatever stands in it', () => {
  const math = mathOf('\\textcolor{red}{\\frac{a}{b}} \\bold{x} <script>alert(1)</script>', '<b>');
  const all = math ? [math, ...math.querySelectorAll('*')] : [];
  for (const element of all) {
    expect(element.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    for (const { name } of element.attributes) expect(name).not.toMatch(/^(?:on|style|class|href|src|id)/);
  }
});
