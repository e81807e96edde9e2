import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/exchange/latex-read.ts';
import { texOf } from '../../src/exchange/latex-write.ts';

/** As a listing shows it → as plain text, as a BibTeX title in UTF-8, and in TeX characters where that differs. */
const TITLES: [shown: string, plain: string, bibtex: string, tex?: string][] = [
  ['Plain words', 'Plain words', 'Plain words'],
  ['Gr\\"obner', 'Gröbner', 'Gröbner', 'Gr{\\"{o}}bner'],
  ['Mus{é}e', 'Musée', 'Musée', "Mus{\\'{e}}e"],
  ["\\'{\\i}ndice", 'índice', 'índice', "{\\'{i}}ndice"],
  [
    'S\\o ren and \\AA ngstr\\"{o}m',
    'Søren and Ångström',
    'Søren and Ångström',
    'S{\\o}ren and {\\AA}ngstr{\\"{o}}m',
  ],
  ["the model\\'s", "the model's", "the model's"],
  ['50\\% of R\\&D', '50% of R&D', '50\\% of {R\\&D}'],
  ['$100 and $200', '$100 and $200', '\\$100 and \\$200'],
  ['between $5 and 6$ per item', 'between $5 and 6$ per item', 'between \\$5 and 6\\$ per item'],
  ['cost $ 5 $', 'cost $ 5 $', 'cost \\$ 5 \\$'],
  ['$x$ and $y_i$', '$x$ and $y_i$', '{$x$} and {$y_i$}'],
  ['$n$th', '$n$th', '{$n$}th'],
  ['$\\alpha$β', '$\\alpha$β', '{$\\alpha$}β', '{$\\alpha$}{$\\beta$}'],
  ['\\(a_1\\)', '$a_1$', '{$a_1$}'],
  ['$$x$$', '$x$', '{$x$}'],
  ['$', '$', '\\$'],
  ['$$', '$$', '\\$\\$'],
  ['\\', '\\', '\\textbackslash{}'],
  ['a\\', 'a\\', 'a\\textbackslash{}'],
  ['a \\\\ b', 'a b', 'a b'],
  ['{', '{', '\\textbraceleft{}'],
  ['}{', '}{', '\\textbraceright{}\\textbraceleft{}'],
  // nothing that pandoc could take for the argument of a command stands after it
  ['{BERT', '{BERT', '{\\textbraceleft}{BERT}'],
  [
    '<BERT, x_1 {$a$ {b',
    '<BERT, x_1 {$a$ {b',
    '{\\textless}{BERT}, x\\_1 {\\textbraceleft}{$a$} \\textbraceleft{}b',
  ],
  [
    '{™®B™$x$',
    '{™®B™$x$',
    '\\textbraceleft{}™®{B}™{$x$}',
    '{\\textbraceleft}{\\texttrademark}{\\textregistered}{B}{\\texttrademark}{$x$}',
  ],
  ['é™über', 'é™über', 'é™über', '{\\\'{e}}{\\texttrademark}{\\"{u}}ber'],
  ['$\\binom{}{2}$ of {', '$\\binom{}{2}$ of {', '{$\\binom{}{2}$} of \\textbraceleft{}'],
  ['{a b}', '{a b}', '\\{a b\\}'],
  ['{{{BERT}}}', 'BERT', '{BERT}'],
  ['\\unknown{x}', '\\unknown{x}', '\\textbackslash{}unknown\\{x\\}'],
  ['\\textit{in situ} test', 'in situ test', '\\textit{in situ} test'],
  ['{\\em so} what', 'so what', '\\emph{so} what'],
  ['\\textsc{GUI-Bench}: x', 'GUI-Bench: x', '\\textsc{{GUI}-Bench}: x'],
  ['\\underline{V}alue', 'Value', '\\underline{{V}}alue'],
  ['A\\textsuperscript{2}FM', 'A2FM', '{A}\\textsuperscript{2}{FM}'],
  ['<i>x</i>', '<i>x</i>', '\\textless{}i\\textgreater{}x\\textless{}/i\\textgreater{}'],
  ['$\\{1\\}$', '$\\{1\\}$', '{$\\{1\\}$}'],
  ['$\\left\\{1\\right.$', '$\\left\\{1\\right.$', '{$\\left\\lbrace 1\\right.$}'],
  ['$5%$', '$5%$', '{$5\\%$}'],
  ['x_1', 'x_1', 'x\\_1'],
  [
    'naïve “quotes” – dash',
    'naïve “quotes” – dash',
    'naïve “quotes” – dash',
    "na{\\\"{i}}ve ``quotes'' -- dash",
  ],
  ['Straße in Łódź', 'Straße in Łódź', 'Straße in Łódź', "Stra{\\ss}e in {\\L}{\\'{o}}d{\\'{z}}"],
  ['10⁻³ H₂O', '10⁻³ H₂O', '10⁻³ {H₂O}', '10\\textsuperscript{-}\\textsuperscript{3} {H\\textsubscript{2}O}'],
  ['注意力 and 🤖', '注意力 and 🤖', '注意力 and 🤖', '注意力 and 🤖'],
  ['LLMs for iOS, McDonald and QA', 'LLMs for iOS, McDonald and QA', '{LLMs} for {iOS}, {McDonald} and {QA}'],
  ['Q-learning of A* in Type B', 'Q-learning of A* in Type B', '{Q}-learning of A* in Type {B}'],
  ['Deep Learning with Python', 'Deep Learning with Python', 'Deep Learning with Python'],
  [
    'How networks learn the Fourier basis',
    'How networks learn the Fourier basis',
    'How networks learn the {Fourier} basis',
  ],
];

describe('TeX in titles', () => {
  test.each(TITLES)('%s', (shown, plain, bibtex, tex) => {
    expect(plainText(shown)).toBe(plain);
    expect(texOf(shown, { unicode: true, protect: true })).toBe(bibtex);
    expect(texOf(shown, { unicode: false, protect: true })).toBe(tex ?? bibtex);
  });

  test('nothing is braced where capitals need no protection', () => {
    expect(texOf('BERT of $x$', { unicode: true })).toBe('BERT of {$x$}');
  });

  test('hostile nesting is read in linear time', () => {
    const start = performance.now();
    for (const unit of ['{', '\\emph{', '$', '\\(', '{\\bf ', '\\{', '}', '\\', '$x', "\\'{"]) {
      const bomb = unit.repeat(5_000);
      expect(typeof texOf(bomb, { unicode: false, protect: true })).toBe('string');
      expect(plainText(`${bomb}${'}'.repeat(5_000)}`).length).toBeLessThanOrEqual(bomb.length + 5_000);
    }
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
