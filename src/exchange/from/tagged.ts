/**
 * Two relatives of RIS: EndNote's tagged files (refer's `%A`, as Google Scholar and publishers offer them under
 * "EndNote", .enw) and PubMed's (MEDLINE display format, .nbib, https://www.nlm.nih.gov/bsd/mms/medlineelements.html).
 * Their tags are read as those of RIS that say the same.
 */
import type { ImportStep, Place } from './import-record.ts';
import { textLines } from './lines-of.ts';
import { stepOfTags, Tags } from './ris.ts';

interface Form {
  /** Tag and value of a line; undefined: the line goes on with the one before it. */
  line: RegExp;
  /** Tags that begin a record even without a blank line before it. */
  first: string;
  /** Tag → that of RIS. What is not named is left out. */
  tags: Readonly<Record<string, string>>;
}

const REFER: Form = {
  line: /^%([0-9A-Z@!#$&()*+,<=>?[\]^~])(?: (.*)|)$/,
  first: '0',
  tags: {
    0: 'TY',
    A: 'AU',
    E: 'ED',
    T: 'TI',
    J: 'JO',
    B: 'T2',
    S: 'T3',
    D: 'PY',
    8: 'DA',
    V: 'VL',
    N: 'IS',
    P: 'SP',
    R: 'DO',
    U: 'UR',
    X: 'AB',
    K: 'KW',
    Z: 'N1',
    M: 'AN',
    I: 'PB',
    9: 'M3',
    F: 'ID',
  },
};

const MEDLINE: Form = {
  line: /^([A-Z]{2,4}) *- (.*)$/,
  first: 'PMID',
  tags: {
    PMID: 'AN',
    FAU: 'AU',
    FED: 'ED',
    CN: 'AU',
    TI: 'TI',
    JT: 'JO',
    DP: 'PY',
    VI: 'VL',
    IP: 'IS',
    PG: 'SP',
    AID: 'DO',
    LID: 'DO',
    AB: 'AB',
    OT: 'KW',
  },
};

/** Whether a text begins like one of EndNote's tagged files. */
export const looksLikeRefer = (text: string): boolean => /^\ufeff?\s*%0 \S/.test(text);
/** Whether a text begins like one of PubMed's. */
export const looksLikeMedline = (text: string): boolean => /^\ufeff?\s*PMID- *\d/.test(text);

function* readTagged(text: string, form: Form): Generator<ImportStep, void> {
  let open: { tags: Tags; place: Place } | undefined;
  let kept = false;
  let count = 0;
  for (const { line, text: content, end } of textLines(text)) {
    const found = form.line.exec(content);
    if (found?.[1] === form.first) {
      if (open) yield stepOfTags(open.tags, open.place);
      open = { tags: new Tags(), place: { line } };
      if (form === MEDLINE) open.tags.add('DB', 'PubMed');
      if (++count % 200 === 0) yield { read: end };
    }
    if (!open) continue;
    const tag = found?.[1] === undefined ? undefined : form.tags[found[1]];
    if (found) {
      kept = tag !== undefined;
      if (tag) open.tags.add(tag, (found[2] ?? '').replace(/ \[doi\]$/, ''));
    } else if (kept) open.tags.goOn(content, form === MEDLINE);
  }
  if (open) yield stepOfTags(open.tags, open.place);
}

/** Reads EndNote's tagged files record by record. */
export const readRefer = (text: string): Generator<ImportStep, void> => readTagged(text, REFER);
/** Reads PubMed's files record by record. */
export const readMedline = (text: string): Generator<ImportStep, void> => readTagged(text, MEDLINE);
