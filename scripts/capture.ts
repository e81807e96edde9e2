/** `npm run capture`: makes a fixture of a saved page or an address, and says what its site still lacks. See `--help`. */
import './lib/english.ts';
import { capture } from './lib/capture.ts';

process.exitCode = await capture(process.argv.slice(2));
