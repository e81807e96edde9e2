/** Names of groups, told from those of people. */

export const GROUPS = new Set(
  'collaboration collaborations consortium consortia team teams group groups project committee initiative foundation institute laboratory laboratories lab labs university universities society association network organization organisation inc ltd gmbh llc corp corporation company alliance community research contributors authors department ministry council agency academy'.split(
    ' ',
  ),
);
const GROUP_FORM = /^the\s|\stask force$|\s(?:&|and|for|of the|at)\s|\d/i;
/** "Ai" is a name, "AI" is not. */
const COMPANY = /(?:^|[\s-]|[a-z])AI$/;

/** "The" is a given name too: "The Anh Han", "The Viet Bui". */
const GIVEN_THE =
  /^The (?:Anh|Bao|Cuong|Dung|Duy|Hieu|Hung|Huynh|Minh|Phong|Quang|Thang|Tuan|Viet|Vinh) \p{Lu}\p{Ll}+$/u;
/** Begins with an article, as no person's name does. */
export const withArticle = (name: string): boolean => name.startsWith('The ') && !GIVEN_THE.test(name);

/** A group of people rather than one person: a collaboration, a team, a company. */
export function isGroup(name: string): boolean {
  const whole = name.endsWith(')') ? name.replace(/\s*\([^()]*\)$/, '') : name;
  return endsLikeGroup(whole) || (GROUP_FORM.test(name) && !GIVEN_THE.test(name));
}

/** Whether its last word says so, whatever stands before it. */
export function endsLikeGroup(name: string): boolean {
  const last = name.slice(Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')) + 1).toLowerCase();
  return GROUPS.has(last.endsWith('.') ? last.slice(0, -1) : last) || COMPANY.test(name);
}
