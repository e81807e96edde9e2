/** Names as BibTeX and biber read them (btxdoc, section 4; the biblatex manual, section 2.3.3). */
import { displayName, type Name } from '../names.ts';
import type { Work } from '../work.ts';

/** Most names: nothing in them means anything to BibTeX. */
const SIMPLE = /^(?:[A-Z][A-Za-z'.-]*(?: [A-Z][A-Za-z'.-]*)*)?$/;

/** Names that hold the word "and", which separates names whatever its case. */
const isAnd = (name: string): boolean => /(?:^| )and(?: |$)/i.test(name);

/** A name without anything that needs thought, as nearly all are. */
const PLAIN = /^[A-Z][a-z]+$/;

/**
 * biber takes "family=" for its own form of names, within braces as well, and pandoc a grave and the next apostrophe, be it
 * that of another author, for quotes that keep an "and" together: in braces of their own they are signs.
 */
const apart = (tex: string): string =>
  /[=`]/.test(tex) ? tex.replace(/(?<!\\)=|(?<![\\`])`(?!`)/g, '{$&}') : tex;

/** "von Last, Jr., First"; groups in braces, so that an "and" or a comma in them separates nothing. */
export const nameAsTex = (name: Name, tex: (text: string) => string): string => apart(partsAsTex(name, tex));

function partsAsTex(name: Name, tex: (text: string) => string): string {
  if (name.literal !== undefined) return `{${tex(name.literal)}}`;
  const family = name.family ?? '';
  // without a given name a suffix cannot stand in a place of its own
  if (name.suffix && !name.given) return `{${tex(displayName(name))}}`;
  const given = name.given ?? '';
  const alone = !name.particle && !name.droppingParticle;
  if (alone && !name.suffix && PLAIN.test(family) && PLAIN.test(given) && family !== 'And' && given !== 'And')
    return `${family}, ${given}`;
  if (alone && SIMPLE.test(family) && SIMPLE.test(given) && !isAnd(family) && !isAnd(given)) {
    if (!name.suffix) return given === '' ? family : `${family}, ${given}`;
    return [family, name.suffix, name.given].filter((part) => part !== undefined).join(', ');
  }
  // BibTeX takes lower-case words before the last one for a "von" part, and splits at "and" and commas
  const whole = /(?:^|\s)\p{Ll}/u.test(family) || /[,=]|(?:^|\s)(?:and|others)(?:\s|$)/i.test(family);
  const von = [name.droppingParticle, name.particle].filter((part) => part !== undefined).join(' ');
  const last = `${von ? `${tex(von)} ` : ''}${whole ? `{${tex(family)}}` : tex(family)}`;
  const first = /[,=]|(?:^|\s)and(?:\s|$)/i.test(given) ? `{${tex(given)}}` : tex(given);
  return [last, ...(name.suffix ? [tex(name.suffix)] : []), ...(first ? [first] : [])].join(', ');
}

/** The editors of a work joined by `and`; '' without any. */
export const editorsAsTex = (work: Work, tex: (text: string) => string): string =>
  work.editors.map((name) => nameAsTex(name, tex)).join(' and ');

/** The authors of a work joined by `and`, `others` where the list is cut; '' without any. */
export function authorsAsTex(work: Work, tex: (text: string) => string): string {
  if (work.edited) return '';
  const authors = work.names.map((name) => nameAsTex(name, tex));
  if (work.cut && authors.length > 0) authors.push('others');
  return authors.join(' and ');
}
