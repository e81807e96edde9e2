/** Text as it may stand in XML 1.0 (https://www.w3.org/TR/xml/, sections 2.2 and 2.4) and in HTML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters no XML document may hold, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: matching control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `text` escaped for the inside of elements and of quoted attributes. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (c) => ENTITIES[c] as string);
}

/** `<name>text</name>`, or '' when there is no text. `attributes` are written as they are. */
export function element(name: string, text: string | undefined, attributes = ''): string {
  return text ? `<${name}${attributes}>${escapeXml(text)}</${name}>` : '';
}
