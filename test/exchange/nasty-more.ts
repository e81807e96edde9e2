/** More records that break exporters, read back by other programs only. */
import type { Exportable } from '../../src/exchange/index.ts';
import { NASTY } from './nasty.ts';
import { recorder } from './nasty-record.ts';
import { TITLES } from './nasty-titles.ts';

const record = recorder('2402');

/** Lists of authors alone. */
const AUTHORS: readonly (readonly string[])[] = [
  [
    'Ludwig van der Rohe',
    'Charles de Gaulle',
    "Gabriele d'Annunzio",
    'Leonardo da Vinci',
    'Vincent Van Gogh',
  ],
  [
    'Jan ten Brink',
    "Pieter 't Hooft",
    'Abd al-Rahman',
    'Omar Ibn Said',
    'Karl Freiherr von und zu Guttenberg',
  ],
  [
    'Sammy Davis Jr.',
    'Sammy Davis, Jr.',
    'Davis, Jr., Sammy',
    'Henry Ford II',
    'John Smith, Sr.',
    'Jane Doe PhD',
  ],
  ['Plato', 'Voltaire', 'O', 'Q.', 'Suharto', 'Björk'],
  [
    'CERN',
    'The LIGO Scientific Collaboration',
    'DeepSeek-AI',
    'OpenAI',
    'Team of Teams',
    'R and D Department',
    'A & B Co.',
  ],
  ['Hewlett, Packard and Sons', 'and', 'And', 'Andy And', 'and and and', 'Sand Hill and Co'],
  ['王', '王小明', '山田 太郎', '김민수', 'Wang Xiao-Ming', "Ng'ang'a wa Thiong'o"],
  ['Иван Петрович Сидоров', 'Γιώργος Παπαδόπουλος', 'יוסי כהן', 'علی رضایی', 'สมชาย ใจดี', 'Նարեկ Հայ'],
  [
    'José María Álvarez-Núñez',
    'Søren Kierkegård',
    'Þórarinn Æsir',
    'Łucja Żółć',
    'Đặng Văn Lâm',
    'Ṣàngó Ọlá',
  ],
  ['A. B.', 'A.B. C', 'A B C D E F', 'J.-P. Serre', 'M.I.T. Press', 'X Æ A-12'],
  ['Smith (MIT)', 'Ada Lovelace (1)', 'Ada Lovelace*', 'Ada Lovelace†‡', '1 Ada Lovelace'],
  [
    '{Curly Brace}',
    '"Quoted" Name',
    '<b>Bold</b> Name',
    'Back\\slash',
    'Per%cent',
    'Am&persand',
    'Hash#tag',
    'Under_score',
    'Dol$lar',
    'Til~de',
    'Ca^ret',
  ],
  ["G\\'erard Debreu", 'Kurt G\\"odel', '{\\L}ukasz Kaiser', "Erd{\\H o}s P\\'al", '\\v{S}koda'],
  ['Lovelace,', ', Ada', ',', ',,', 'A,B,C,D,E', '  ', '\n', ';', 'Ada  Lovelace', 'Ada\tLovelace\n'],
  [
    'Ada Lovelace',
    'Ada Lovelace',
    'ada lovelace',
    'ADA LOVELACE',
    'McDonald',
    'MacArthur',
    "O'Brien",
    'O’Brien',
  ],
  ['et al.', 'others', 'and others', 'Ada Lovelace et al.', '…', '...'],
  ['=Ada', '+Ada Lovelace', '-Ada', '@ada', '#ada'],
  ['x'.repeat(200), `${'Very '.repeat(30)}Long`],
  Array.from(
    { length: 60 },
    (_, at) => `Ada${String.fromCharCode(97 + (at % 26))} Lovelace${String.fromCharCode(97 + (at % 25))}`,
  ),
];

export const MORE: readonly Exportable[] = [
  ...TITLES.map((title) => record(title)),
  ...AUTHORS.map((authors, at) => record(`Authors of kind ${at}`, { authors: [...authors] })),
  // abstracts
  record('An abstract of paragraphs', { abstract: 'One.\n\nTwo & 2%.\r\n\r\nThree\u2028four.' }),
  record('An abstract in TeX', {
    abstract: 'Let $f: X \\to Y$ with \\emph{care}, \\cite{x}, {\\bf bold}, 5\\% and $\\{$.',
  }),
  record('An unbalanced abstract', { abstract: 'An open { and $x and \\textbf{never closed' }),
  record('A long abstract', { abstract: 'Many words & signs, 5% of $x_1$. '.repeat(400) }),
  record('An abstract like other formats', {
    abstract: '* a\n# b\n- c\n| d |\nER  - \n%% manicule:end %%\n---\n',
  }),
  // dates
  record('A date of long ago', { published: '1899-12-31' }),
  record('A date to come', { published: '2999-01-01' }),
  record('A year of three digits', { published: '999' }),
  record('A leap day', { published: '2024-02-29' }),
  record('No leap day', { published: '2023-02-29' }),
  record('A time', { published: '2024-01-15T23:59:59Z' }),
  record('No date at all', { id: 'title:no date at all', published: '', page: '' }),
  // venues and references
  record('A venue with signs', { venue: 'Proc. of A & B: 50% #1_{x} 2020' }),
  record('A venue in a formula', { venue: 'Journal of $L^2$ & $p$-adics' }),
  record('In volume and pages', {
    journalRef: 'Phys. Rev. Made Up 7, 041 (2017)',
    doi: '10.1234/prmu.7.041',
  }),
  record('In volume, issue, pages', { journalRef: 'J. Made Up 12(3):34–56, 2020' }),
  record('In proceedings with pages', { journalRef: 'Proc. ICML 2020, pp. 34-56' }),
  record('In a reference nobody can take apart', {
    journalRef: 'To be published, maybe; {see} 2020 & later',
  }),
  record('Without authors in a journal', { authors: [], venue: 'Journal of Nobody', published: '2020' }),
  record('Without authors at a conference', { authors: [], venue: 'NeurIPS 2020' }),
  record('Without a date in a journal', {
    id: 'doi:10.1234/nodate',
    published: '',
    venue: 'Journal of No Time',
  }),
  record('Without anything', {
    id: 'title:without anything',
    authors: [],
    published: '',
    page: '',
    categories: [],
  }),
  record('In PubMed', {
    id: 'pmid:12345678',
    venue: 'Lancet',
    doi: '10.1016/s0140-6736(20)30183-5',
    page: 'https://pubmed.ncbi.nlm.nih.gov/12345678/',
  }),
  // addresses
  record('A long address', { page: `https://example.org/${'a'.repeat(1_500)}` }),
  record('An address with everything', { page: 'https://example.org/a(b)[c]{d}?e=%25&f=#g_~h^i|j"k<l>m' }),
  record('An address in another script', { page: 'https://пример.example/путь?q=ü' }),
  record('No address', {
    page: 'file:///etc/passwd',
    pdf: 'data:text/html,x',
    code: ['javascript:x', 'https://example.org/(x)'],
  }),
  record('A DOI of signs', {
    id: 'doi:10.1234/a_b%c#d&e(f)',
    doi: '10.1234/A_B%C#D&E(F)',
    page: 'https://doi.org/10.1234/a_b',
  }),
  record('A category of signs', { categories: ['not a category', 'cs.CL', '{}', ''] }),
  // what the reader added
  record(
    'A note of every kind',
    {},
    {
      note: '# h\n* x\n- y\n\n```\n%% manicule:end %%\n---\n#+end_src\n,* z\n{{title}}\n=1+1\n\\end{x} & 5% $x',
    },
  ),
  record(
    'Tags of every kind',
    {},
    {
      tags: [
        'a b',
        'ü',
        '2024',
        '#x',
        '=1',
        '{',
        'a,b',
        'a;b',
        'a:b',
        '-',
        '/',
        'x'.repeat(100),
        '标签',
        'constructor',
        '__proto__',
      ],
    },
  ),
  record(
    'Reasons of every kind',
    {},
    { flagged: true, reasons: ['watch: "a & b"', '<b>', '=1+1', 'author: O’Brien', ''] },
  ),
  record('A key of signs', {}, { citeKey: 'ü_key/1:2.3-4+5' }),
  record('A key with an at', {}, { citeKey: '@x@' }),
  record('Names that other programs take for something else', {
    authors: [
      'Tal Be`er',
      "Pat O'Neil",
      'family=x, given=y',
      'Team given=and',
      'Ka‘imi Kahale',
      'Lin “Jim” Fan',
    ],
  }),
  record('A venue of braces alone', { venue: '{{}}', journalRef: '{}', doi: '10.1234/braces' }),
  record('A key of signs alone', {}, { citeKey: '≤|<x>' }),
  record('A key that is taken', {}, { citeKey: 'my:key_1' }),
];

/** All of them. */
export const NASTY_ALL: readonly Exportable[] = [...NASTY, ...MORE];
