/** The local log: unexpected failures, each with its place. Never text of a page. */
import { useEffect, useState } from 'preact/hooks';
import type { LogLine } from '../../core/errors.ts';
import { say, sayMany } from '../../core/say.ts';
import { clearLog, readLog } from './data.ts';
import { moment } from './format.ts';
import { sayFailure, tell } from './notice.tsx';

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
      tell(sayMany('optionsLogCopied', lines?.length ?? 0));
    } catch (error) {
      sayFailure(error);
    }
  };
  const clear = async () => {
    try {
      await clearLog();
      await read();
      tell(say('optionsLogCleared'));
    } catch (error) {
      sayFailure(error);
    }
  };
  const some = lines !== undefined && lines.length > 0;
  return (
    <section id="log" aria-labelledby="log-title">
      <h2 id="log-title">{say('optionsLogTitle')}</h2>
      <p class="lead">{say('optionsLogLead')}</p>
      {lines !== undefined && !some && <p class="empty">{say('optionsLogEmpty')}</p>}
      {some && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard must reach it */}
          <section class="log" tabIndex={0} aria-label={say('optionsLogLines')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('optionsLogWhen')}</th>
                  <th scope="col">{say('optionsLogWhere')}</th>
                  <th scope="col">{say('optionsLogWhat')}</th>
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
              {say('optionsLogCopy')}
            </button>
            <button type="button" class="button" onClick={() => void clear()}>
              {say('optionsLogClear')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
