/** Titles that break exporters, written for this project. */

// biome-ignore format: a line for each would be two hundred lines
export const TITLES: readonly string[] = [
  // signs at the ends and beside each other
  '&', '%', '#', '_', '$', '~', '^', '\\', '{', '}', '{}', '}{', '"', "'", '|', '<', '>', '@', '*', ';',
  '%%% comment %%%', '&amp; &lt; &#38; &quot;', '\\\\ \\\\ \\\\', '___init___ & __main__', '##',
  'a{b}c{d{e}f}g', '{{{{deep}}}}', '}}}}', '{{{{', 'ends in {', '} begins', '100%', '50 % of 50 %', '$', '$$',
  '$$$', '$ $', '$5 and 5$', '\\$5 \\$10', 'US$100 and C$200',
  // formulas
  '$x$', '$x$$y$', '$x$ and $y$ and $z', 'a$b$c', '$\\{$', '$\\}$', '$\\left\\{x\\right\\}$',
  '$\\text{a $b$ c}$', '$\\mathcal{O}(1/\\sqrt{T})$ rates', 'The $\\ell_p$-ball, $p \\in (0, 1]$',
  '$L^2(\\Omega; \\mathbb{C}^n)$ & more', '$\\frac{a}{b}$ % of $c$', '$a_{i,j}^{(k)}$',
  '$\\bar\\partial$-equations', "$f'(x)$ and $f''$", '$\\#P$-hard',
  '$\\mathrm{SU}(2)_L \\times \\mathrm{U}(1)_Y$', '$\\alpha$ and α and \\(\\alpha\\)', '$^{13}$C and H$_2$O',
  '$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$', 'A $q$-analog', '$K3$ surfaces',
  '$\\infty$-categories', 'Text \\(x+y\\) text \\[z\\] text', '$$\\sum_{i=1}^n i$$', '$\\epsilon$-$\\delta$',
  '$n$th', '3$\\times$3',
  // TeX
  "\\'Etale", "Poincar\\'{e}", 'Schr{\\"o}dinger\'s', '\\AA ngstr\\"om', '\\o re and \\O re',
  '\\ss and \\ae and \\OE', "Erd\\H os--R\\'enyi", '\\c{C}a \\c ca',
  '\\u{g} \\v{c} \\k{a} \\r{u} \\b{d} \\d{h} \\t{oo}', '\\i \\j', '--- and --', "``quoted'' and `single'",
  '\\textbf{Bold \\emph{nested}} text', '{\\em old} {\\it style}', '\\mbox{box} \\hbox{x}',
  '\\TeX{} and \\LaTeX\\ here', 'line\\\\break', 'tie~here', '\\%\\&\\#\\_\\{\\}', '\\newcommand{\\x}{y}',
  '\\input{file}', '\\write18{ls}', '\\begin{document}', '\\end{document}', '\\bibitem{x}',
  '@article{x, title={y}}', '@comment{x}', '\\label{a}\\ref{a}', '\\footnote{note}', '\\textsuperscript{th}',
  '\\verb|x|',
  // Unicode
  'Ĝis la revido ŝanĝi ĵaŭdo', 'Đorđe Þór Ðe ŋ ŧ', 'ﬁligature ﬂow ﬀ', 'ǅ titlecase', 'ẞ GROẞ', 'İ ı I i',
  'Ω Å K (signs)', '𝒜 𝔹 𝐂 mathematical letters', '½ ⅓ ² ³ ¹ ⁿ ₁', '→ ⇒ ↔ ∀ ∃ ∈ ∉ ⊂ ≤ ≥ ≠ ≈ ∞ ∑ ∫',
  '日本語のタイトル（仮）', '한국어 제목: 부제', 'Русское название', 'Ελληνικός τίτλος', 'עברית: כותרת', 'हिन्दी शीर्षक', 'ไทย',
  'tiếng Việt: ệ ữ ằ', 'e\u0301\u0323 stacked', '👨‍👩‍👧‍👦 family 🇩🇪 flag 👍🏽',
  '\u200d joiner \u200c non-joiner', 'soft\u00adhyphen\u2060word', '\ufeffmark', '\u0000\u0001\u0002',
  'a\u2028b\u2029c\u0085d', 'no\u00a0break\u202fspaces\u2009thin', '\ud83d half',
  '\ufffe\uffff non-characters', '\u202dforced\u202c',
  // words for other formats
  'TODO write this', 'DONE: a study', '[#A] priority', '* heading', '** heading', '#+BEGIN_SRC sh',
  ':PROPERTIES:', '| a | b |', '[[link][text]]', '<<target>>', '<2024-01-01 Mon>',
  '=verbatim= ~code~ /italic/ +struck+ _under_', '{{{macro}}}', '[fn:1] note', 'src_sh{ls}', 'a :tag:other:',
  '---', '--- a', '- item', '1. item', '> quote', '```fence', '![x](y)', '<!-- comment -->',
  '<![CDATA[ x ]]>', ']]>', '<?xml?>', '<!DOCTYPE x>', '</title>', '<img src=x onerror=alert(1)>',
  'javascript:alert(1)', 'null', 'true', 'yes', '~', '1e3', '0x10', '2024-01-01', '12:30:45', '- ', '? key',
  'a: b', 'a #b', '!tag', '*alias', '&anchor', '[a, b]', '{a: b}', '%YAML', '`x`', '@x', '"', "it's",
  'trailing:', 'TY  - JOUR', 'ER  - ', 'AU  - Somebody', '=1+1', '-1+1', '+1', '@SUM(A1)', '\t=1', '＝1+1',
  "=cmd|' /C calc'!A0", '"=1"', ',,,', '"a","b"', 'a"b', ';', '{{title}}', '{{#title}}', '%% manicule:end %%',
  'manicule:begin',
  // what some reader takes for more than it is
  '{BERT is open', '<BERT>R&D™ÉTS {$x$', 'naïve™über «Ébauche»', 'pay $5 or 6$, US$7',
];
