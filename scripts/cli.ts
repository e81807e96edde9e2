/** The command line: reads listings, tags and exports papers without a browser. See `--help`. */
import './lib/english.ts';
import { parseArgs } from 'node:util';
import { sentenceOf } from '../src/core/errors.ts';
import { exportFile, FORMAT_NAMES } from './lib/cli-export.ts';
import { extractPage, extractText } from './lib/cli-extract.ts';
import { IMPORT_NAMES, importFile } from './lib/cli-import.ts';
import { CliError, complain, write } from './lib/cli-io.ts';
import { rankPapers } from './lib/cli-rank.ts';
import { tagPapers } from './lib/cli-tag.ts';

const HELP = `Usage: npm run -s cli -- COMMAND [OPTIONS] [FILE]

FILE may be left out or be "-": stdin is read.

  extract --url URL page.html    entries of a saved page, one JSON object a line:
                                 {id, site, title, authors[], abstract?, published?, venue?, categories[],
                                 entryType?, upvotes?, links{page, pdf?, code[], project[]}, position}
  extract --text digest.txt      entries of a plain-text digest (title line, abstract line, blank lines between)
  tag papers.jsonl               the same lines with topics: [{id, score}], best first
  rank --liked a.jsonl [--disliked b.jsonl] listing.jsonl
                                 {id, score, because: [{term, weight}]} for every paper of the listing, those nearest
                                 to what is liked first; score 0…1; at least 3 liked papers
  export --to FORMAT papers.jsonl
                                 papers (with optional tags, note, status) as a file;
                                 FORMAT: ${FORMAT_NAMES}
  import [--from FORMAT] [--url URL] FILE
                                 the papers of a file as JSON lines that export takes, the format told by the content;
                                 FORMAT: ${IMPORT_NAMES}; --url: where a page was saved from

Options: --help

Exit codes: 0 done · 1 wrong use, or input that could not be read or used in part (said on stderr, line by line;
the rest is still written) · 3 the page's layout is not recognised, or no site knows its address.
`;

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        url: { type: 'string' },
        text: { type: 'boolean' },
        to: { type: 'string' },
        from: { type: 'string' },
        liked: { type: 'string' },
        disliked: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CliError(1, `${error instanceof Error ? error.message.split('\n')[0] : error} See --help.`);
  }
}

type Values = ReturnType<typeof options>['values'];

/** Options a command takes; any other would be ignored in silence. */
const TAKES: Record<string, readonly (keyof Values)[]> = {
  extract: ['url', 'text'],
  tag: [],
  rank: ['liked', 'disliked'],
  export: ['to'],
  import: ['from', 'url'],
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = options(args);
  const [command, file, ...more] = positionals;
  if (values.help) {
    await write(HELP);
    return 0;
  }
  if (command === undefined) throw new CliError(1, HELP.trimEnd());
  const takes = TAKES[command];
  if (!takes)
    throw new CliError(1, `There is no command “${command}”. There are: ${Object.keys(TAKES).join(', ')}.`);
  for (const option of Object.keys(values) as (keyof Values)[]) {
    if (!takes.includes(option)) throw new CliError(1, `“${command}” takes no --${option}. See --help.`);
  }
  if (more.length > 0)
    throw new CliError(1, `“${command}” reads one file at a time; “${more[0]}” is one too many.`);
  if (command === 'tag') return tagPapers(file);
  if (command === 'rank') return rankPapers(file, values.liked, values.disliked);
  if (command === 'export') return exportFile(values.to, file);
  if (command === 'import') return importFile(file, values.from, values.url);
  if (values.text && values.url !== undefined)
    throw new CliError(1, 'Give either --url URL or --text, not both.');
  if (values.text) return extractText(file);
  if (values.url === undefined) {
    throw new CliError(
      1,
      'Say where the page was saved from (--url URL), or that it is a plain-text digest (--text).',
    );
  }
  return extractPage(values.url, file);
}

// `… | head` closes the pipe early: nothing is wrong then, and nothing more is wanted
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// the code is set, not enforced: output on its way through a pipe must arrive
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  complain(error instanceof CliError ? error.message : sentenceOf(error));
  return error instanceof CliError ? error.code : 1;
});
