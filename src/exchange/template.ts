/**
 * Templates of notes: a part of Mustache (https://mustache.github.io/mustache.5.html) that everybody can read.
 * `{{title}}` is replaced; `{{#abstract}}…{{/abstract}}` stays when there is one, once for every element of a list with
 * `{{.}}` for it; `{{^tags}}…{{/tags}}` stays when there is none. Nothing in a template runs.
 */
import { say } from '../core/say.ts';

export type Value = string | readonly string[];
export type View<Name extends string = string> = Readonly<Record<Name, Value>>;

type Node =
  | { kind: 'text'; text: string }
  /** `indent`: what stands before it on its line, repeated before the further lines of a value. */
  | { kind: 'value'; name: string; indent: string }
  | { kind: 'section'; name: string; inverted: boolean; inner: Node[] };

export interface Template {
  render(view: View): string;
}

const MAX_DEPTH = 20;
/** A tag, with the whole of its line where a section's tag has that for itself: such a line is not in the note. */
const TAG = /^[ \t]*\{\{([#^/!])([^{}]*)\}\}[ \t]*(?:\n|$(?![\s\S]))|\{\{([#^/!]?)([^{}]*)\}\}/gm;

/** The indent or quote marks that a line begins with, when nothing else stands before its end. */
const indentOf = (text: string): string => /(?:^|\n)([ \t>]*)$/.exec(text)?.[1] ?? '';

/**
 * The template `source`, or a sentence that says what is wrong with it.
 * @param names what there is to be named
 */
export function parseTemplate(
  source: string,
  names: readonly string[],
): { template: Template } | { why: string } {
  const root: Node[] = [];
  const open: { name: string; nodes: Node[] }[] = [{ name: '', nodes: root }];
  let at = 0;
  const add = (node: Node) => void open.at(-1)?.nodes.push(node);
  for (const match of source.matchAll(TAG)) {
    const text = source.slice(at, match.index);
    if (text !== '') add({ kind: 'text', text });
    at = match.index + match[0].length;
    const sign = match[1] ?? match[3] ?? '';
    const name = (match[2] ?? match[4] ?? '').trim();
    if (sign === '!') continue;
    if (name !== '.' && !names.includes(name)) return { why: say('templateNoName', name, names.join(', ')) };
    if (sign === '') add({ kind: 'value', name, indent: indentOf(source.slice(0, match.index)) });
    else if (sign === '/') {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed?.name !== name) return { why: say('templateNoOpen', name) };
    } else {
      if (open.length > MAX_DEPTH) return { why: say('templateTooDeep') };
      const inner: Node[] = [];
      add({ kind: 'section', name, inverted: sign === '^', inner });
      open.push({ name, nodes: inner });
    }
  }
  const left = open.length > 1 ? open.at(-1) : undefined;
  if (left) return { why: say('templateNoClose', left.name) };
  if (at < source.length) add({ kind: 'text', text: source.slice(at) });
  return { template: { render: (view) => render(root, view, '') } };
}

const isEmpty = (value: Value): boolean => value.length === 0;
const asText = (value: Value): string => (typeof value === 'string' ? value : value.join(', '));

function render(nodes: readonly Node[], view: View, element: string): string {
  const named = (name: string): Value =>
    name === '.' ? element : Object.hasOwn(view, name) ? (view[name] as Value) : '';
  let out = '';
  for (const node of nodes) {
    if (node.kind === 'text') out += node.text;
    else if (node.kind === 'value') out += asText(named(node.name)).replaceAll('\n', `\n${node.indent}`);
    else {
      const value = named(node.name);
      if (node.inverted) out += isEmpty(value) ? render(node.inner, view, element) : '';
      else if (typeof value === 'string') out += isEmpty(value) ? '' : render(node.inner, view, value);
      else for (const one of value) out += render(node.inner, view, one);
    }
  }
  return out;
}
