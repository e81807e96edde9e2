import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { lostFormula, meta, textOf } from '../../src/sites/dom.ts';

const page = (html: string): Document => new JSDOM(`<!DOCTYPE html><body>${html}`).window.document;
const only = (html: string): Element => page(html).body.firstElementChild as Element;

describe('textOf', () => {
  it.each([
    ['<p> one\n  two&nbsp;three </p>', 'one two three'],
    ['<p>line<br>line</p>', 'line line'],
    ['<div><p>one</p><p>two</p></div>', 'one two'],
    ['<p>p&lt;0.001 and &lt;think&gt;</p>', 'p<0.001 and <think>'],
    ['<p>a <a href="https://x.org">this https URL</a>.</p>', 'a this https URL.'],
    ['<p>cut<script>alert(1)</script><style>p{}</style></p>', 'cut'],
    ['<p>kept<i data-manicule> mark</i></p>', 'kept'],
    ['<p>e&#x301;</p>', 'é'],
    ['<p>Order <math alttext="n^2"><mi>n</mi></math></p>', 'Order $n^2$'],
    ['<p>No TeX: <math><mi>n</mi></math></p>', 'No TeX: n'],
    ['<p><span class="MathJax_Preview">x</span><script type="math/tex">x</script>-ray</p>', '$x$-ray'],
  ])('%s', (html, text) => {
    expect(textOf(only(html))).toBe(text);
  });

  it('reads a display formula that MathJax set as a block inside a paragraph', () => {
    const doc = page('<p>before </p>');
    const p = doc.querySelector('p') as Element;
    const drawn = doc.createElement('div');
    drawn.className = 'MathJax_Display';
    drawn.textContent = 'E=mc2';
    const source = doc.createElement('script');
    source.type = 'math/tex; mode=display';
    source.textContent = 'E=mc^2';
    p.append(drawn, source, ' after');
    expect(textOf(p)).toBe('before $$E=mc^2$$ after');
  });

  it('leaves out what it is told to', () => {
    expect(textOf(only('<p><b>Title:</b> Lamps</p>'), (element) => element.localName === 'b')).toBe('Lamps');
    expect(textOf(null)).toBe('');
  });
});

describe('lostFormula', () => {
  it('tells drawings without their TeX from those with it', () => {
    expect(lostFormula(only('<p><mjx-container><mjx-math></mjx-math></mjx-container></p>'))).toBe(true);
    expect(
      lostFormula(
        only('<p><mjx-container><annotation encoding="application/x-tex">x</annotation></mjx-container></p>'),
      ),
    ).toBe(false);
    expect(lostFormula(only('<p>plain</p>'))).toBe(false);
  });
});

describe('meta', () => {
  it('gives the first that has content', () => {
    const doc = page('<meta name="a" content=" "><meta property="og:b" content=" two  words ">');
    expect(meta(doc, 'a', 'og:b')).toBe('two words');
    expect(meta(doc, 'c')).toBeUndefined();
  });
});
