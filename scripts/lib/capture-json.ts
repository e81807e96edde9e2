/** Data in pages: what it says of papers stays, what it says of the visitor goes. */

/** Names of fields, attributes and inputs that hold a secret. */
export const SECRET =
  /csrf|xsrf|nonce|(?:^|[-_])(?:token|jwt|password|secret|session|viewstate)|(?:[a-z])(?:Token|Jwt|Password|Secret|Session)(?:Id)?$|authenticity/;
/** Fields that hold a person of the site, not of a paper. */
const PERSON =
  /^(?:user|username|login|viewer|currentUser|account|profile|email|e_mail|mail|fullname|avatarUrl)$/i;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every text in `value` replaced, its shape kept. */
export function mapStrings(value: Json, change: (text: string, key: string) => string, key = ''): Json {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapStrings(one, change, name)]),
  );
}

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi;

/** Text without e-mail addresses. */
export const withoutMail = (text: string): string => text.replace(MAIL, 'someone@example.org');

function clean(value: Json): Json {
  if (typeof value === 'string') return withoutMail(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => {
      if (SECRET.test(key)) return [key, mapStrings(one, () => '')];
      if (PERSON.test(key)) return [key, mapStrings(one, (text) => (text ? 'someone' : ''))];
      return [key, clean(one)];
    }),
  );
}

/** `text` with `change` made in its data; what is no JSON stays as it is. */
export function inJson(text: string, change: (value: Json) => Json): string {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  const next = JSON.stringify(change(value));
  // unchanged data keeps its white space
  return next === JSON.stringify(value) ? text : next.replaceAll('</', '<\\/');
}

/** Data without secrets and without people of the site. */
export const cleanJson = (text: string): string => inJson(text, clean);
