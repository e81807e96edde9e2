import { describe, expect, it } from 'vitest';
import { linkKind, linksInText } from '../../src/sites/links.ts';

const code = (text: string): string[] => linksInText(text).code;
const project = (text: string): string[] => linksInText(text).project;

describe('links in running text', () => {
  it.each([
    ['Code: https://github.com/ada/loom.', 'https://github.com/ada/loom'],
    ['Code (https://github.com/ada/loom) is public.', 'https://github.com/ada/loom'],
    ['see https://github.com/ada/loom..', 'https://github.com/ada/loom'],
    ['see https://github.com/ada/loom/.', 'https://github.com/ada/loom/'],
    ['see https://github.com/ada/loom , checkpoints elsewhere', 'https://github.com/ada/loom'],
    ['at github.com/ada/loom', 'https://github.com/ada/loom'],
    ['at www.github.com/ada/loom!', 'https://www.github.com/ada/loom'],
    ['at:https://github.com/ada/loom', 'https://github.com/ada/loom'],
    ['\\url{https://github.com/ada/big\\_loom}', 'https://github.com/ada/big_loom'],
    ['\\href{https://github.com/ada/loom}{here}', 'https://github.com/ada/loom'],
    ['https://github.com/ada/loom{https://github.com/ada/loom}.', 'https://github.com/ada/loom'],
    ['https://github.com/ada/loom{GitHub}', 'https://github.com/ada/loom'],
    ['[https://github.com/ada/loom](https://github.com/ada/loom)', 'https://github.com/ada/loom'],
    ['“https://github.com/ada/loom”', 'https://github.com/ada/loom'],
    ['在 https://github.com/ada/loom。', 'https://github.com/ada/loom'],
    ['https: //github.com/ada/loom is', 'https://github.com/ada/loom'],
    ['the tool111https://github.com/ada/loom is', 'https://github.com/ada/loom'],
    ['https://github.com/ada/Loom.jl is written in Julia', 'https://github.com/ada/Loom.jl'],
    ['https://github.com/ada/loom.The tool', 'https://github.com/ada/loom'],
    ['https://github.com/ada/loom.Feature extraction', 'https://github.com/ada/loom'],
    ['https://github. com/ada/loom', 'https://github.com/ada/loom'],
    ['https://github$.$com/ada/loom', 'https://github.com/ada/loom'],
    ['clone https://github.com/ada/loom.git.', 'https://github.com/ada/loom.git'],
    ['http://github.com/ada/loom', 'http://github.com/ada/loom'],
    ['HTTPS://GitHub.com/ada/loom', 'https://GitHub.com/ada/loom'],
    ['https://gitlab.example.edu/group/loom', 'https://gitlab.example.edu/group/loom'],
    ['https://doi.org/10.5281/zenodo.1234567', 'https://doi.org/10.5281/zenodo.1234567'],
    ['https://anonymous.4open.science/r/loom-12AB/', 'https://anonymous.4open.science/r/loom-12AB/'],
  ])('finds one code link in %j', (text, link) => {
    expect(linksInText(text)).toEqual({ code: [link], project: [] });
  });

  it.each([
    ['Project: https://loom.github.io.', 'https://loom.github.io'],
    ['Project: loom.github.io/weave/.', 'https://loom.github.io/weave/'],
    ['(https://sites.google.com/view/loom). Then', 'https://sites.google.com/view/loom'],
    ['http://web.example.edu/\\~{}ada/loom', 'http://web.example.edu/~ada/loom'],
    ['http://web.example.edu/$\\sim$ada/', 'http://web.example.edu/~ada/'],
    ['www.loom-paper.org, which', 'https://www.loom-paper.org'],
    ['https://huggingface.co/datasets/ada/loom', 'https://huggingface.co/datasets/ada/loom'],
    ['on huggingface.co/ada/loom-7b.', 'https://huggingface.co/ada/loom-7b'],
    ['https://loom.github.io//#demo.', 'https://loom.github.io//#demo'],
    ['https://en.example.org/wiki/Loom_(machine)', 'https://en.example.org/wiki/Loom_(machine)'],
    ['https://loom.ai/?id=3&lang=en.', 'https://loom.ai/?id=3&lang=en'],
  ])('finds one project link in %j', (text, link) => {
    expect(linksInText(text)).toEqual({ code: [], project: [link] });
  });

  it.each([
    'https://\\ldots',
    '\\url{MASKED}',
    '\\href{this https URL}{here}',
    'https://arxiv.org/abs/2403.06504 and https://doi.org/10.1145/1.2',
    'https://creativecommons.org/licenses/by/4.0/',
    'https://huggingface.co/papers/2403.06504',
    'https://openreview.net/forum?id=abcdefg1',
    'hosted on https://github.com/ or github.com',
    'http://localhost:8080/x http://10.0.0.1/y',
    'https://user:secret@github.com/ada/loom',
    'a file loom.py of ada@github.com/loom',
    'A plain sentence. Without links',
  ])('finds nothing in %j', (text) => {
    expect(linksInText(text)).toEqual({ code: [], project: [] });
  });

  it('names each place once, as first written, in order', () => {
    const text =
      'Code: github.com/Ada/Loom, https://github.com/ada/loom/ and https://github.com/ada/loom.git; also ' +
      'https://gitlab.com/b/c. Page https://loom.dev/ or http://www.loom.dev, video https://youtu.be/Ab1 and https://youtu.be/aB1.';
    expect(linksInText(text)).toEqual({
      code: ['https://github.com/Ada/Loom', 'https://gitlab.com/b/c'],
      project: ['https://loom.dev/', 'https://youtu.be/Ab1', 'https://youtu.be/aB1'],
    });
  });

  it('parts addresses that are glued together, but not an archived one', () => {
    expect(code('https://github.com/a/bhttps://github.com/c/d')).toEqual([
      'https://github.com/a/b',
      'https://github.com/c/d',
    ]);
    expect(project('https://web.archive.org/web/2020/https://loom.dev/')).toEqual([
      'https://web.archive.org/web/2020/https://loom.dev/',
    ]);
  });

  it('stops at twenty of a kind', () => {
    const text = Array.from({ length: 50 }, (_, i) => `https://github.com/a/b${i}`).join(' ');
    expect(code(text)).toHaveLength(20);
  });

  it('leaves out an address of absurd length, and stays fast on hostile text', () => {
    expect(code(`https://github.com/a/${'b'.repeat(5_000)}`)).toEqual([]);
    const start = performance.now();
    linksInText(`https://${'a.'.repeat(200_000)} ${'('.repeat(100_000)} ${'www.'.repeat(100_000)}`);
    linksInText('https:// '.repeat(50_000) + '-'.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('sorts addresses a site gives beside the text, first and once', () => {
    const known = [
      'https://github.com/ada/loom',
      'https://github.com/ada/other',
      ' https://loom.dev/ ',
      'nonsense',
      'data:text/html,x',
    ];
    expect(linksInText('See https://loom.dev, https://github.com/ada/Loom.', known)).toEqual({
      code: ['https://github.com/ada/loom', 'https://github.com/ada/other'],
      project: ['https://loom.dev/'],
    });
  });

  it('tells the kind of a single address', () => {
    expect(linkKind('https://github.com/ada/loom')).toBe('code');
    expect(linkKind('https://loom.dev')).toBe('project');
    expect(linkKind('https://arxiv.org/abs/2403.06504')).toBeUndefined();
    expect(linkKind('javascript:alert(1)')).toBeUndefined();
  });
});
