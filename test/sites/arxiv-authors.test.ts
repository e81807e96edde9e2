import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { authorsIn, turned } from '../../src/sites/arxiv-authors.ts';

const line = (html: string) =>
  authorsIn(new JSDOM(`<!DOCTYPE html><body><div>${html}</div>`).window.document.querySelector('div'));

describe('authorsIn', () => {
  it.each<[string, string[], boolean]>([
    ['<a>Ada Lovelace</a>, <a>C. Babbage</a>', ['Ada Lovelace', 'C. Babbage'], false],
    ['<span class="descriptor">Authors:</span> <a>Ada Lovelace</a>', ['Ada Lovelace'], false],
    ['Authors: <a>Ada Lovelace</a>, Reed', ['Ada Lovelace', 'Reed'], false],
    ['<a>Post, Jr.</a>, <a>Ada\n Lovelace</a>', ['Post, Jr.', 'Ada Lovelace'], false],
    ['<a>A</a> (1 and 2), <a>B</a> ((1) MIT, Cambridge, (2) <a>ETH</a>)', ['A', 'B'], false],
    ['<a>A</a>, Xue, Liu, <a>B</a>', ['A', 'Xue', 'Liu', 'B'], false],
    ['<a>A</a>, <a>A</a>', ['A', 'A'], false],
    ['<a>A</a>, <a>B</a> , et al. (21 additional authors not shown)', ['A', 'B'], true],
    ['<a>A</a> et al.', ['A'], true],
    ['<a>A</a> and <a>B</a>', ['A', 'B'], false],
    ['<a>A</a>, and <a>B</a>', ['A', 'B'], false],
    ['<a>Lamp Collaboration</a>: <a>A</a>, <a>B</a>', ['Lamp Collaboration', 'A', 'B'], false],
    ['(author list is unavailable)', [], false],
    ['<a>A</a> (never closed, <a>B</a>', ['A (never closed', 'B'], false],
    ['', [], false],
  ])('%s', (html, authors, cut) => {
    expect(line(html)).toEqual({ authors, cut });
  });
});

describe('turned', () => {
  it('gives names in the order they are said', () => {
    expect(turned('Vaswani, Ashish')).toBe('Ashish Vaswani');
    expect(turned('Kimi Team')).toBe('Kimi Team');
  });
});
