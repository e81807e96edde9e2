/** Lines of author names in plain-text digests. */

const PARTICLE = 'van|von|der|den|de|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|y';
const NAME = new RegExp(`^\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|${PARTICLE}))+$`, 'u');
const LABEL = /^(?:authors?|by)\s*:\s*/i;

export interface Names {
  names: string[];
  /** "Authors: …": beyond doubt. Without a label it could be a title such as "Large Models, Small Data". */
  labelled: boolean;
}

const words = (text: string): number => text.split(' ').length;

/**
 * The names of an authors line; undefined when it is none. Most parts must look like names, since lists hold initials,
 * single names and names of collaborations.
 * @param custom the digest has such lines under its titles: a single name, or a list of unusual ones, counts too.
 */
export function namesIn(line: string, custom = false): Names | undefined {
  const labelled = LABEL.test(line);
  const names = line
    .replace(LABEL, '')
    .split(/\s*(?:[,;·]|\band\b|&)\s*/)
    .map((name) => name.replace(/[\d*†‡§]+$/, '').trim())
    .filter((name) => name !== '' && !/^(?:et al\.?|…|\.\.\.)$/i.test(name));
  if (names.length === 0) return undefined;
  if (labelled) return { names, labelled };
  if (names.some((name) => words(name) > 6 || /[:?!]/.test(name))) return undefined;
  const likely = names.filter((name) => NAME.test(name) && words(name) <= 5).length;
  if (names.length === 1) return custom && likely === 1 && words(line) <= 4 ? { names, labelled } : undefined;
  return likely >= (custom ? 0.5 : 0.6) * names.length ? { names, labelled } : undefined;
}
