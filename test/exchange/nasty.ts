/** Records that broke exporters before, written for this project. Their exact export is in `expected/`. */
import type { Exportable } from '../../src/exchange/index.ts';
import { recorder } from './nasty-record.ts';

const record = recorder('2401');
const BIDI = '\u202eevil\u202c';

export const NASTY: readonly Exportable[] = [
  // characters that mean something to TeX
  record('Profit & Loss: 100% of #1 under_scored {sets} cost $5'),
  record('A tilde ~ a caret ^ and a backslash \\'),
  record('From $100 and $200 to nothing'),
  record('A lone $ sign'),
  record('Trailing backslash \\\\'),
  record('Between <b>bold</b> & <script>alert(1)</script>'),
  record('Unbalanced } first, then { again'),
  record('Only opening {{{ braces'),
  record('The set {1, 2, 3} and the {GPT} group'),
  record('Escaped \\& and \\% and \\_ and \\# and \\$ and \\{x\\}'),
  record('An unknown \\method{} and \\cite{knuth} stay'),
  // formulas
  record('An $O(n \\log n)$ bound for $k$-NN in $\\mathbb{R}^d$'),
  record('Sets $\\{x \\mid x < 1\\}$ and $\\left\\{ a \\right.$'),
  record('Half-open $[0,1)$ and $a<b$ and $c>d$ and $f^*$ and $|x|$'),
  record('Display $$E = mc^2$$ and \\(a+b\\) and \\[c\\]'),
  record('About $50%$ and $a & b$ and $x#1$'),
  record('A$^2$FM and X$_3$D meet $\\pi_0$'),
  record('Ke$ha and A$AP: prose between dollars'),
  record('Unclosed $x^2 and more'),
  // TeX in text
  record('G\\"odel, Erd\\H{o}s, \\L ukasz, {\\O}rsted, Fa\\c{c}ade, na\\"{\\i}ve, \\v{S}koda'),
  record('\\textsc{Mixed}Case and \\emph{stress} and A\\textsuperscript{2}B and {\\bf old} style'),
  record("The model\\'s own \\'etude"),
  record('See \\href{https://example.org/a_b}{the page} and \\url{https://example.org/c_d}'),
  record('Greek \\alpha-divergence \\times two'),
  record('\\emph{unclosed and $\\frac{1}{2}'),
  // Unicode
  record('Élan vital: Łódź, Ångström, Straße, Ærø, Þórr, İstanbul'),
  record('α-β pruning ≤ 10⁻³, H₂O → ∞ ± 1 × 2'),
  record('“Curly” ‘quotes’ – en — em … ™ ® © ° € £ §'),
  record('机器学习的注意力机制', { authors: ['王小明', '李 华'] }),
  record('التعلم العميق مع شبكات', { authors: ['محمد علي'] }),
  record(`Hidden ${BIDI} text with zero\u200bwidth and soft\u00adhyphen`),
  record('🤖 Robots 👩‍🔬 at work ☞ here'),
  record('Lone surrogate \ud800 inside'),
  record('Cafe\u0301 de\u0301compose\u0301'),
  record('Vietnamese: Trần Thị Ngọc Ánh, Đặng'),
  // white space
  record('A title\nover two\r\nlines\twith\u00a0tabs\u2028and separators'),
  record('   padded   '),
  record('Control \u0000\u0007 characters \u001b[31m'),
  record(''),
  // words and capitals
  record('BERT, LLMs and iPhone: GPT-4 for Q-learning in 3D'),
  record('Self-Attention: Why A and I Are Not Names'),
  record('Learning to play chess with Bayesian methods in Python and Rust'),
  record('3D Gaussians for 4D Scenes'),
  record('* _not_ a **list** [link](javascript:alert(1)) # heading | cell `code` ~~no~~ ![img](x)'),
  record('- 1. looks like a list', { id: 'title:looks like a list', page: '' }),
  record('1) another list', { id: 'title:another list', page: '' }),
  record('=HYPERLINK("http://example.org","click")'),
  record('+1-800 and "quotes", commas; semicolons'),
  // authors
  record('Particles', {
    authors: [
      'Ludwig van Beethoven',
      'Otto von Bismarck',
      'María de la Fuente',
      'Laurens van der Maaten',
      "Jean d'Alembert",
    ],
  }),
  record('Suffixes', {
    authors: ['Martin Luther King Jr.', 'King, Jr., Martin', 'Robert Downey, Jr.', 'John Smith III'],
  }),
  record('Groups', {
    authors: [
      'The ATLAS Collaboration',
      'Qwen Team',
      ':',
      'Google, Inc.',
      'Barnes and Noble',
      'Mistral AI',
      'Institute for Things',
    ],
  }),
  record('Single names', { authors: ['Madonna', 'Ai Weiwei', 'bell hooks', 'X', 'others'] }),
  record('Last, First', {
    authors: ['Lovelace, Ada', 'van Gogh, Vincent', 'Ortega y Gasset, José', 'García Márquez, Gabriel'],
  }),
  record('Middle names', {
    authors: [
      'José Ortega y Gasset',
      'Nguyen Van Hieu',
      'Wernher Von Braun',
      'Ana De La Cruz',
      'J. R. R. Tolkien',
    ],
  }),
  record('Hostile names', {
    authors: ['A. {Brace', 'B. and C', 'D, E, F, G', 'H\nI', '% J', '"K" L', 'M\\N O', ''],
  }),
  record('No authors', { authors: [] }),
  record('A cut list', { authors: ['Ada Lovelace', 'Grace Hopper', 'et al.'] }),
  record('A cut list too', { authors: ['Ada Lovelace'], authorsCut: true }),
  // dates and kinds
  record('Only a year', { published: '2019' }),
  record('A month', { published: '2019-07' }),
  record('No date, but an id', { published: 'soon' }),
  record('An impossible date', { published: '2023-02-31' }),
  record('An old id', {
    id: 'arxiv:hep-th/9901001',
    page: 'https://arxiv.org/abs/hep-th/9901001',
    categories: ['hep-th'],
    published: '',
  }),
  record('At a conference & in its proceedings', { venue: 'NeurIPS 2025', published: '2024-12-01' }),
  record('Submitted only', {
    venue: 'Submitted to ICLR 2025',
    id: 'openreview:abcDEF123',
    page: 'https://openreview.net/forum?id=abcDEF123',
  }),
  record('In a journal', {
    journalRef: 'J. Imaginary Res. 12 (2023) 34-56',
    doi: '10.1234/jir.2023_034',
    published: '2022-11-02',
  }),
  record('With an old DOI', {
    id: 'doi:10.1002/(sici)1097<1::aid-x1>3.0.co;2-#',
    doi: '10.1002/(SICI)1097(199901)1:1<1::AID-X1>3.0.CO;2-#',
    venue: 'Journal of Odd Identifiers',
    page: 'https://example.org/a_b?c={d}&e=%20f\\g',
  }),
  record('An anthology paper', {
    id: 'acl:2024.acl-long.1',
    venue: 'ACL',
    page: 'https://aclanthology.org/2024.acl-long.1/',
  }),
  record('A bad link', { page: 'javascript:alert(1)', doi: 'not a doi' }),
  record('arXiv DOI is no journal', { doi: '10.48550/arXiv.2401.00070' }),
  // what the reader added
  record(
    'Everything at once',
    {
      abstract:
        'We show 5% gains & more.\nIn $O(n)$ time, see {\\it this} and C_3. Code: https://example.org/x_y',
      venue: 'arXiv.org',
      pdf: 'https://arxiv.org/pdf/2401.00071',
      code: ['https://github.com/example/repo_(x)'],
      categories: ['cs.LG', 'stat.ML'],
      topics: [{ id: 'reasoning', score: 0.9 }],
    },
    {
      saved: true,
      flagged: true,
      status: 'to-read',
      rating: 4,
      note: '=1+1\n\n> quoted <b>HTML</b>\n- *my* list with 50% & $5',
      tags: ['to cite', 'R&D', 'a, b', '#1', 'prototype'],
      topicLabels: ['Reasoning & Planning'],
      reasons: ['watch: "50%"', 'author: Ada_L'],
      citeKey: 'my:Key_1',
      savedAt: '2024-02-03T04:05:06.000Z',
    },
  ),
  record('Given keys may be hostile', {}, { citeKey: 'a b{c},%d"' }),
];
