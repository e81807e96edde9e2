import { describe, expect, test } from 'vitest';
import { decodeEntities, withoutStyles } from '../../src/exchange/from/html-text.ts';
import { readImport } from '../../src/exchange/imports.ts';

describe('markup in titles and abstracts', () => {
  test.each([
    ['A Study of <i>Loom</i> &amp; CO<sub>2</sub>', 'A Study of Loom & CO2'],
    ['<span class="nocase">Looms</span> <b>of</b> <SUP >3</SUP>H', 'Looms of 3H'],
    ['<p>One.</p><p>Two.<br/>Three.</p>', ' One.  Two. Three. '],
    ['<jats:title>Abstract</jats:title><jats:p>Weave <jats:italic>it</jats:italic>.</jats:p>', ' Weave it. '],
    [
      'J&#246;rg &#x2013; Garc&iacute;a, &Scaron;koda &lt;b&gt; &Delta;x &ge; 2&nbsp;m',
      'Jörg – García, Škoda <b> Δx ≥ 2 m',
    ],
    ['a < b, p<0.05, n>3, x<y>z, a <b and c> d', 'a < b, p<0.05, n>3, x<y>z, a <b and c> d'],
    ['the mean <p> of <i> and <j>', 'the mean <p> of <i> and <j>'],
    [
      'R&D, AT&T, Q&A; a &unknown; b &amp c &xcirc; &#0;',
      'R&D, AT&T, Q&A; a &unknown; b &amp c &xcirc; &#0;',
    ],
    ['<i>x</i> $a<i>b</i>c &lt; d$ costs $5 &amp; more', 'x $a<i>b</i>c &lt; d$ costs $5 & more'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (written, shown) => {
    expect(withoutStyles(written)).toBe(shown);
  });

  test('hostile signs take no time', () => {
    const start = performance.now();
    for (const unit of ['<i>', '</i>', '<i ', '<i a=', '<i a="', '&', '&#', '$', '$<i>', '<jats:title>', ' '])
      withoutStyles(`<i${unit.repeat(50_000)}`);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('entities may end without a semicolon in HTML', () => {
    expect(decodeEntities('a &lt b &amp; c&ouml;d')).toBe('a < b & cöd');
    expect(decodeEntities('?a=1&part=2&sumtotal&amp;le=3')).toBe('?a=1&part=2&sumtotal&le=3');
  });

  test('is taken out of .bib files after TeX, not out of notes', () => {
    const { records } = readImport(
      `@article{a, title={Cats \\&amp; Looms of {\\textless}i{\\textgreater}Wool{\\textless}/i{\\textgreater} in CO<sub>2</sub>, $a<b$},
        journal={J. of R\\&amp;D <i>x</i>}, series={A &amp; B}, abstract={We &lt;weave&gt; if $p<0.05$, p<0.05 &amp; <b>more</b>.},
        annote={my <b>bold</b> &amp; note}, year=2001}`,
      'bibtex',
    );
    expect(records).toMatchObject([
      {
        paper: {
          title: 'Cats & Looms of Wool in CO2, $a<b$',
          venue: 'J. of R&D x',
          abstract: 'We <weave> if $p<0.05$, p<0.05 & more.',
        },
        note: 'my <b>bold</b> &amp; note',
      },
    ]);
  });

  test('is taken out of CSL-JSON', () => {
    const { records } = readImport(
      JSON.stringify([
        {
          type: 'article-journal',
          title: 'A <i>title</i> &amp; more',
          'container-title': 'J. of R&amp;D',
          issued: { 'date-parts': [[2001]] },
        },
        { type: 'thesis', title: 'T', publisher: 'A &amp; B', genre: 'PhD thesis', issued: { raw: '2001' } },
      ]),
      'csl-json',
    );
    expect(records.map(({ paper }) => [paper.title, paper.venue])).toEqual([
      ['A title & more', 'J. of R&D'],
      ['T', 'PhD thesis, A & B'],
    ]);
  });
});
