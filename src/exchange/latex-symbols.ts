/** Tables between TeX and Unicode: only what occurs in titles, abstracts and names of papers. */

/** Accent command → combining character. */
export const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Letters that are commands: a space after the command belongs to it (`S\o ren`). */
export const LETTERS: Readonly<Record<string, string>> = {
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dj: 'đ',
  DJ: 'Đ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  i: 'ı',
  j: 'ȷ',
};

/** Text symbols that are commands, of LaTeX itself and of "textcomp", each before its sign. */
const TEXT = `
  textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave \` textbraceleft { textbraceright } textless <
  textgreater > textbar | textbrokenbar ¦ textunderscore _ textdollar $ textpercent % textampersand & textquotesingle '
  textquotedbl " textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotesinglbase ‚ quotedblbase „
  guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › textexclamdown ¡
  textquestiondown ¿ textendash – textemdash — textellipsis … ldots … dots … textbullet • textperiodcentered ·
  textasteriskcentered ∗ textsection § S § textparagraph ¶ P ¶ textdagger † dag † textdaggerdbl ‡ ddag ‡
  textregistered ® texttrademark ™ textcopyright © copyright © textordfeminine ª textordmasculine º textdegree °
  textcelsius °C textmu µ textohm Ω textperthousand ‰ textnumero № texteuro € pounds £ textsterling £ textyen ¥ textcent ¢
  textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³
  textfractionsolidus ⁄ textminus − texttimes × textdiv ÷ textpm ± textlnot ¬ textlangle ⟨ textrangle ⟩
  textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ LaTeX LaTeX TeX TeX`;
export const TEXT_SYMBOLS: Readonly<Record<string, string>> = pairs(TEXT.trim().split(/\s+/));

const GREEK = [
  ...'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ'.split(
    ' ',
  ),
  ...'lambda λ mu μ nu ν xi ξ pi π rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ'.split(
    ' ',
  ),
  ...'psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω'.split(
    ' ',
  ),
];
const OPERATORS = [
  ...'times × div ÷ pm ± mp ∓ cdot · leq ≤ geq ≥ neq ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ ll ≪ gg ≫'.split(
    ' ',
  ),
  ...'to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ uparrow ↑'.split(
    ' ',
  ),
  ...'downarrow ↓ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪'.split(
    ' ',
  ),
  ...'cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ oplus ⊕ otimes ⊗ perp ⊥ star ⋆ circ ∘ bullet ∙'.split(
    ' ',
  ),
  ...'ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ langle ⟨ rangle ⟩ prime ′ checkmark ✓'.split(' '),
];

function pairs(list: readonly string[]): Record<string, string> {
  const out: Record<string, string> = {};
  for (let i = 0; i + 1 < list.length; i += 2) out[list[i] as string] = list[i + 1] as string;
  return out;
}

/** Commands that belong in math but are met in running text. */
export const MATH_SYMBOLS: Readonly<Record<string, string>> = {
  ...pairs(GREEK),
  ...pairs(OPERATORS),
  rightarrow: '→',
  le: '≤',
  ge: '≥',
  ne: '≠',
};

function inverse(table: Readonly<Record<string, string>>): Map<string, string> {
  const out = new Map<string, string>();
  for (const [command, char] of Object.entries(table)) if (!out.has(char)) out.set(char, command);
  return out;
}

/** Character → command, for text outside and inside math. */
export const LETTER_COMMANDS = inverse(LETTERS);
export const ACCENT_COMMANDS = inverse(ACCENTS);
export const MATH_COMMANDS = inverse(MATH_SYMBOLS).set('−', '-').set('∗', '*').set('µ', 'mu');

/** Punctuation and signs → TeX for text. */
export const TEXT_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['–', '--'],
  ['—', '---'],
  ['‐', '-'],
  ['‑', '-'],
  ['‘', '`'],
  ['’', "'"],
  ['“', '``'],
  ['”', "''"],
  ['„', ',,'],
  ['…', '\\ldots{}'],
  ['®', '\\textregistered{}'],
  ['™', '\\texttrademark{}'],
  ['©', '\\textcopyright{}'],
  ['°', '\\textdegree{}'],
  ['€', '\\texteuro{}'],
  ['£', '\\pounds{}'],
  ['§', '\\S{}'],
  ['¶', '\\P{}'],
  ['½', '\\textonehalf{}'],
  ['•', '\\textbullet{}'],
  ['¡', '!`'],
  ['¿', '?`'],
  ['«', '\\guillemotleft{}'],
  ['»', '\\guillemotright{}'],
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((char, i): [string, string] => [char, `\\textsuperscript{${i}}`]),
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((char, i): [string, string] => [char, `\\textsubscript{${i}}`]),
  ['⁺', '\\textsuperscript{+}'],
  ['⁻', '\\textsuperscript{-}'],
]);

/** Commands with one argument that change how it looks. */
export const STYLES = [
  'emph',
  'textit',
  'textbf',
  'textsc',
  'texttt',
  'underline',
  'textsuperscript',
  'textsubscript',
] as const;
export type Style = (typeof STYLES)[number];

/** Old switches, `{\bf …}`, and the command that does the same. */
export const SWITCHES: Readonly<Record<string, Style>> = {
  bf: 'textbf',
  it: 'textit',
  em: 'emph',
  sl: 'emph',
  sc: 'textsc',
  tt: 'texttt',
};

/** Commands whose argument is plain text. */
export const PLAIN_ARGUMENT: ReadonlySet<string> = new Set([
  'mbox',
  'text',
  'textrm',
  'textsf',
  'textup',
  'textnormal',
  'textmd',
  'hbox',
  'uline',
  'url',
]);
