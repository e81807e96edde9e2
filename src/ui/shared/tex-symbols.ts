/** TeX commands that stand for one character, as they occur in titles and abstracts of papers. */

const pairs = (table: string): [string, string][] =>
  table
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const at = pair.lastIndexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });

export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...pairs(`
    alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ
    mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ
    psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω
    infty:∞ partial:∂ nabla:∇ ell:ℓ hbar:ℏ Re:ℜ Im:ℑ aleph:ℵ forall:∀ exists:∃ emptyset:∅ varnothing:∅
    sum:∑ prod:∏ int:∫ oint:∮ surd:√ angle:∠ triangle:△ square:□ Box:□ diamond:⋄ star:⋆ ast:∗ bullet:• circ:∘
    degree:° prime:′ dagger:† ddagger:‡ S:§ P:¶ copyright:© pounds:£ checkmark:✓
    times:× div:÷ pm:± mp:∓ cdot:· cdots:⋯ ldots:… dots:… vdots:⋮ ddots:⋱ textellipsis:…
    leq:≤ le:≤ geq:≥ ge:≥ ll:≪ gg:≫ neq:≠ ne:≠ equiv:≡ approx:≈ sim:∼ simeq:≃ cong:≅ propto:∝ asymp:≍
    lesssim:≲ gtrsim:≳ prec:≺ succ:≻ parallel:∥ perp:⊥ mid:∣ models:⊨ vdash:⊢
    in:∈ notin:∉ ni:∋ subset:⊂ supset:⊃ subseteq:⊆ supseteq:⊇ cup:∪ cap:∩ setminus:∖ wedge:∧ vee:∨ land:∧ lor:∨
    preceq:⪯ succeq:⪰ sqsubseteq:⊑ sqsupseteq:⊒ vDash:⊨ dashv:⊣ boxtimes:⊠ boxplus:⊞ ltimes:⋉ rtimes:⋊ triangleq:≜
    bigwedge:⋀ bigvee:⋁ coprod:∐ iint:∬ complement:∁ therefore:∴ because:∵ lhd:⊲ rhd:⊳ blacksquare:■ colon:: vert:|
    leqslant:⩽ geqslant:⩾ subsetneq:⊊ supsetneq:⊋ gets:← rightleftharpoons:⇌ leadsto:⇝ varpropto:∝ natural:♮ sharp:♯
    neg:¬ lnot:¬ oplus:⊕ otimes:⊗ odot:⊙ bigoplus:⨁ bigotimes:⨂ bigcup:⋃ bigcap:⋂ top:⊤ bot:⊥
    to:→ rightarrow:→ leftarrow:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ iff:⇔ implies:⇒
    longrightarrow:⟶ longleftarrow:⟵ mapsto:↦ hookrightarrow:↪ uparrow:↑ downarrow:↓ nearrow:↗ searrow:↘
    langle:⟨ rangle:⟩ lceil:⌈ rceil:⌉ lfloor:⌊ rfloor:⌋ lVert:‖ rVert:‖ lvert:| rvert:| Vert:‖
    ss:ß ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å o:ø O:Ø l:ł L:Ł i:ı j:ȷ dh:ð DH:Ð th:þ TH:Þ
    textendash:– textemdash:— textregistered:® texttrademark:™ textdegree:° textmu:µ euro:€ LaTeX:LaTeX TeX:TeX
    lbrace:{ rbrace:} backslash:\\ textbackslash:\\ textasciitilde:~ textunderscore:_ textquotesingle:'
  `),
  ['quad', ' '],
  ['qquad', ' '],
  [',', ' '],
  [';', ' '],
  [':', ' '],
  ['!', ''],
  [' ', ' '],
  ['|', '‖'],
  ...'%&#_${}'.split('').map((c): [string, string] => [c, c]),
]);

/** Accent command → combining mark. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['"', '\u0308'],
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
]);

/** Commands whose argument is shown as it is. */
export const FONTS: ReadonlySet<string> = new Set(
  (
    'text textbf textit textrm textsf texttt textsc textnormal emph mathrm mathbf mathit mathsf mathtt mathnormal ' +
    'boldsymbol bm operatorname mbox hbox underline mathop bf it rm tt sf sc em cal displaystyle textstyle left right ' +
    'big Big bigl bigr Bigl Bigr limits nolimits tiny small large Large'
  ).split(' '),
);

/** Operators written as their name. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'log ln lg exp sin cos tan sinh cosh tanh max min argmax argmin sup inf lim limsup liminf det dim ker deg gcd arg ' +
    'hom Pr mod bmod'
  ).split(' '),
);

const upper = (first: number, except: Record<string, string> = {}) =>
  new Map(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((c, at) => [c, except[c] ?? String.fromCodePoint(first + at)]),
  );

/** Alphabets that carry meaning: ℝ is not R. */
export const ALPHABETS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['mathbb', upper(0x1d538, { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' })],
  ['mathcal', upper(0x1d49c, { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ' })],
  ['mathscr', upper(0x1d49c, { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ' })],
  ['mathfrak', upper(0x1d504, { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' })],
]);

const table = (from: string, to: string): ReadonlyMap<string, string> => {
  const marks = [...to];
  return new Map([...from].map((c, at) => [c, marks[at] ?? c]));
};

export const SUPERSCRIPTS = table('0123456789+-=()niT*′∗', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ*′*');
export const SUBSCRIPTS = table('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
