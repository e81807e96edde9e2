/** The local log: unexpected failures, each with its place. Never text of a page. */
import { useEffect, useState } from 'preact/hooks';
import type { LogLine } from '../../core/errors.ts';
import { clearLog, readLog } from './data.ts';
import { many, moment } from './format.ts';
import { say, sayFailure } from './notice.tsx';

/** The log as text, one line each, for a bug report. */
export const logText = (lines: readonly LogLine[]): string =>
  lines.map((line) => [line.at, line.where, line.page, line.message].filter(Boolean).join('\t')).join('\n');

export function LogSection() {
  const [lines, setLines] = useState<LogLine[] | undefined>(undefined);
  const read = () => readLog().then(setLines, sayFailure);
  useEffect(() => {
    void read();
    const again = () => document.visibilityState === 'visible' && void read();
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(logText(lines ?? []));
      say(`Copied ${many(lines?.length ?? 0, 'line')}.`);
    } catch (error) {
      sayFailure(error);
    }
  };
  const clear = async () => {
    try {
      await clearLog();
      await read();
      say('The log is empty.');
    } catch (error) {
      sayFailure(error);
    }
  };
  const some = lines !== undefined && lines.length > 0;
  return (
    <section id="log" aria-labelledby="log-title">
      <h2 id="log-title">Log</h2>
      <p class="lead">What went wrong, and where. It stays here; copy it into a report if you write one.</p>
      {lines !== undefined && !some && <p class="empty">Nothing went wrong so far.</p>}
      {some && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard must reach it */}
          <section class="log" tabIndex={0} aria-label="Log lines">
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Where</th>
                  <th scope="col">What</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, place) => (
                  <tr key={place}>
                    <td>
                      <time dateTime={line.at}>{moment(line.at)}</time>
                    </td>
                    <td>{line.where}</td>
                    <td dir="auto">
                      {line.message}
                      {line.page && <span class="log-page"> · {line.page}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p class="buttons">
            <button type="button" class="button" onClick={() => void copy()}>
              Copy the log
            </button>
            <button type="button" class="button" onClick={() => void clear()}>
              Clear the log
            </button>
          </p>
        </>
      )}
    </section>
  );
}
