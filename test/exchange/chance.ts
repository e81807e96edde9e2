/** Records put together by chance from pieces that mean something to one format or another; the same for a seed every time. */
import type { Exportable } from '../../src/exchange/index.ts';

// biome-ignore format: a line for each would be two hundred lines
const WORDS = ['BERT', 'LLMs', 'naïve', 'Łódź', '注意力', 'über', 'R&D', '5%', 'C#', 'a_b', '{set}', '{', '}', '\\{', '\\}', '$x$',
  '$O(n^2)$', '$\\{$', '$', '$$', '\\emph{x}', '\\textbf{a {b} c}', '{\\bf old}', "\\'e", '\\"{o}', '\\c{c}', '\\v', '\\', '\\\\', '~',
  '^', '<x>', '&amp;', '"q"', '“c”', "it's", '’s', '—', '…', '≤', '10⁻³', 'H₂O', 'α', 'ﬁ', 'e\u0301', 'a\u0323\u0302', '\u202eabc\u202c',
  'שלום', 'مرحبا', '👩‍🔬', '🇩🇪', '\ud800', '\udfff', '\0', '\u0007', '\u200b', '\u00ad', '\ufeff', '\u2028', '\n', '\r\n', '\t', '\u00a0',
  'and', 'AND', 'others', ',', ';', ':', '=', '@x', '#1', '%% x', '[a](b)', '`c`', '*s*', '_u_', '|', '-', '--', '---', '+1', '=1',
  'ER  - ', 'TY  - X', ']]>', '<!--', '</a>', '{{title}}', '\\cite{k}', '\\%', '\\&', '\\_', '\\#', '\\$5', '$5', 'US$9', '$a$b', 'the',
  'of', 'A', 'I', '3D', 'iPhone', 'deep', 'McX', 'x', '\\frac{1}{2}', '\\alpha', '\\o', '\\ss', '{\\o}', '½', '№', '™', '𝒜', 'ẞ', 'İ', 'ı',
  'Đ', 'þ', '〈x〉', '\\(a\\)', '\\[b\\]', '\\(', '\\)', '^2', '_3', '{}', '{A}{B}', 'http://e.org/a_b?c=%20&d#e', '\\url{http://e.org/a_b}',
  '\\href{http://e.org}{t}', '!`', "``q''", '\\/', '\\,', '\\textasciitilde{}', '\\LaTeX', '% c', '\\x{', '1--2', '12 (3)'];
// biome-ignore format: the same
const GIVEN = ['Ada', 'J. R. R.', 'J.-P.', 'María José', 'Đặng', 'Ø.', '王', "D'Arcy", '{\\"O}zg{\\"u}r', 'Li\u0301', 'يوسف', 'x', 'É.', '\\L ukasz'];
// biome-ignore format: the same
const PARTICLES = ['', '', '', 'van', 'von', 'van der', 'de la', 'de', "d'", 'ten', 'Van', 'De', 'dos', 'zu', 'y', 'af', "'t", 'el', 'Ben', 'St.', 'O', 'le'];
// biome-ignore format: the same
const FAMILY = ['Lovelace', 'Gödel', "O'Neil", 'Smith-Jones', '小明', 'Şahin', 'And', 'anderson', 'García Márquez', "d'Alembert", 'Others', 'ß',
  'İnönü', 'Müller & Söhne', 'X_Y', 'Nguyễn', 'Ortega y Gasset', '100%', 'Sm{i}th', 'Br}ace', 'de', 'Zhang=Li', 'Foo:Bar', '“Q”', 'ﬁsh', 'Be`er'];
const SUFFIXES = ['', '', '', '', ' Jr.', ', Jr.', ' III', ', PhD', ' jr'];
// biome-ignore format: the same
const OTHERS = ['The ATLAS Collaboration', 'Qwen Team', 'Google, Inc.', 'Barnes AND Noble, Ltd.', ':', 'others', 'et al.', 'Madonna', 'bell hooks',
  '', 'A, B, C', 'A, B, C, D', ',,', 'and', 'and and', ' and B', '{Team A}', '{', 'ACM & IEEE 100%', 'Institute of #1', '王小明', 'محمد علي',
  'van der', 'A; B', 'A^1', 'A †', '=x', '@x', 'family=x, given=y', 'Team=and', '\u202eA B', '\ud800 B', 'B\0 C', 'N\u00a0M', 'A "N" B',
  'A \\and B', 'A\nB', 'Hu, ', 'Smith, J. and Lee, K.', 'a b c d', 'Zoë et al', 'University of X, Dept. of Y, Germany'];
// biome-ignore format: the same
const VENUES = ['NeurIPS 2025', 'Proceedings of R&D 100% #1_x 2021', 'Journal of X~Y^Z', '{J}. of $x$', 'J. \\& K.', 'Submitted to ICLR 2025',
  'arXiv', 'Phys. Rev. D 12 (2023) 34-56', 'AAAI 2024, pp. 1--10', '学报', 'ER  - x', '=V', '}', '{', '\\', '{}', '"V"', 'V\nW', '\ud800 Journal'];
const DOIS = [
  '10.1234/x',
  '10.1234/a_b%c#d',
  '10.1002/(sici)1<1::aid-x1>3.0.co;2-#',
  '10.48550/arXiv.1',
  'bad',
  '',
];
// biome-ignore format: the same
const PAGES = ['https://e.org/{a}?b=\\c', 'https://e.org/a_b?x=%20&y=z#f', 'javascript:alert(1)', '', 'https://ü.org/ä', 'https://e.org/$x$', 'https://e.org/~u/^x'];
const DATES = [
  '2024-01-15',
  '2024',
  '2024-05',
  '',
  'soon',
  '2023-02-31',
  '9999-12-31',
  '2024-13-01',
  '2024-05-06T07:08:09Z',
];

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` records, the same ones for a seed. */
export function byChance(seed: number, count: number): Exportable[] {
  const next = numbers(seed);
  const below = (most: number) => Math.floor(next() * most);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const often = (share: number) => next() < share;
  const text = (most: number) =>
    Array.from({ length: 1 + below(most) }, () => one(WORDS) + (often(0.75) ? ' ' : '')).join('');
  const person = () => {
    if (often(0.35)) return one(OTHERS);
    const family = `${one(PARTICLES)} ${one(FAMILY)}${one(SUFFIXES)}`.trim();
    return often(0.3) ? `${family}, ${one(GIVEN)}` : `${one(GIVEN)} ${family}`;
  };
  const people = (most: number) => Array.from({ length: below(most) }, person);
  return Array.from({ length: count }, (_, n): Exportable => {
    const number = `2405.${String(n + 1).padStart(5, '0')}`;
    const id = one([
      `arxiv:${number}`,
      `arxiv:${number}`,
      `openreview:Ab-_${n}x`,
      `doi:10.1234/u_${n}<x>`,
      `title:key ${n}|ada`,
    ]);
    return {
      paper: {
        id,
        title: text(9),
        authors: people(often(0.05) ? 60 : 6),
        ...(often(0.15) ? { editors: people(3) } : {}),
        ...(often(0.6) ? { abstract: text(30) } : {}),
        published: one(DATES),
        ...(often(0.6) ? { venue: one(VENUES) } : {}),
        ...(often(0.2) ? { journalRef: one(VENUES) } : {}),
        ...(often(0.5) ? { doi: one(DOIS) } : {}),
        categories: often(0.5) ? ['cs.CL', text(1)] : [],
        links: { page: one(PAGES), code: often(0.3) ? [one(PAGES)] : [], project: [] },
      },
      ...(often(0.5) ? { note: text(12) } : {}),
      ...(often(0.3) ? { tags: ['thesis', `${n % 7}-x`].slice(0, below(3)) } : {}),
      ...(often(0.3) ? { citeKey: text(2) } : {}),
      saved: true,
    };
  });
}
