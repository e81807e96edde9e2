import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from '../../src/exchange/from/xml.ts';

const refused = (text: string) => expect(() => readXml(text)).toThrow(/not readable XML/);

describe('what is read', () => {
  it('elements, attributes, text, CDATA, comments and instructions', () => {
    const root = readXml(
      '\ufeff<?xml version="1.0"?>\n<!-- a > b -->\n<a:feed xmlns:a="urn:x" one=\'"\' two="&lt;&#x41;"><b/>x &amp; y<![CDATA[<z>&amp;]]><b>é&#233;</b></a:feed>\n',
    );
    expect(root.name).toBe('feed');
    expect(root.text).toBe('x & y<z>&amp;');
    expect([...root.attributes]).toEqual([
      ['xmlns:a', 'urn:x'],
      ['one', '"'],
      ['two', '<A'],
    ]);
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', ''],
      ['b', 'éé'],
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', ''],
    ['plain text', 'Rate exceeded.'],
    ['a page', '<!doctype html><html><head><meta charset="utf-8"></head></html>'],
    ['a document type', '<!DOCTYPE feed SYSTEM "file:///etc/passwd"><feed/>'],
    ['entities of its own', '<!DOCTYPE f [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><f>&b;</f>'],
    ['an unknown entity', '<f>&nbsp;</f>'],
    ['a stray ampersand', '<f>a & b</f>'],
    ['a character XML has not', '<f>&#0;</f>'],
    ['half a surrogate pair', '<f>&#xd800;</f>'],
    ['a number without end', `<f>&#${'9'.repeat(400)};</f>`],
    ['a cut answer', '<feed><entry><title>A'],
    ['a cut tag', '<feed><entry ti'],
    ['crossed tags', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>more'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['depth without end', '<a>'.repeat(40) + '</a>'.repeat(40)],
  ])('%s', (_, text) => refused(text));

  it('quickly, whatever its size', () => {
    const started = performance.now();
    refused(`<f>${'&amp'.repeat(200_000)}</f>`);
    refused(`<f ${'a '.repeat(200_000)}>`);
    refused('<!--'.repeat(100_000));
    refused('<'.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('beside a browser’s reader', () => {
  const { window } = new JSDOM('');
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '<', '>', '&', '"', "'", 'é', '\n', ']]>', '--'),
  });
  const escaped = (value: string) =>
    value.replace(/[<>&"']/g, (c) => `&#${c.codePointAt(0)};`).replaceAll('\n', '&#10;');
  const element = fc.letrec<{ node: string }>((tie) => ({
    node: fc
      .tuple(
        fc.constantFrom('entry', 'arxiv:doi', 'x-y', 'a.b'),
        fc.array(fc.tuple(fc.constantFrom('href', 'term'), text), { maxLength: 1 }),
        fc.array(fc.oneof({ depthSize: 'small' }, text.map(escaped), tie('node')), { maxLength: 4 }),
      )
      .map(
        ([name, attributes, inner]) =>
          `<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${inner.join('')}</${name}>`,
      ),
  })).node;
  const ours = ({ name, attributes, children, text: words }: XmlElement): unknown => [
    name,
    [...attributes],
    words,
    children.map(ours),
  ];
  const theirs = (node: Element): unknown => [
    node.localName,
    [...node.attributes].map((one) => [one.name, one.value]),
    [...node.childNodes]
      .filter((one) => one.nodeType === 3)
      .map((one) => one.textContent)
      .join(''),
    [...node.children].map(theirs),
  ];

  it('reads the same from what is well-formed', () => {
    fc.assert(
      fc.property(element, (inner) => {
        const source = `<feed xmlns:arxiv="urn:a">${inner}</feed>`;
        const parsed = new window.DOMParser().parseFromString(source, 'application/xml').documentElement;
        expect(ours(readXml(source))).toEqual(theirs(parsed));
      }),
      { numRuns: 200 },
    );
  });

  it('never takes a text cut anywhere for a whole one', () => {
    fc.assert(
      fc.property(element, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (inner, part) => {
        const source = `<feed>${inner.replaceAll('arxiv:', '')}</feed>`;
        refused(source.slice(0, Math.floor(part * source.length)));
      }),
    );
  });
});
