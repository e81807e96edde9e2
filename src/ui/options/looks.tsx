/** Parts of the options that are not seen before they are asked for, or before something was read: loaded later. */
import { say } from '../../core/say.ts';
import { later } from '../shared/later.tsx';
import { place } from './auto-state.ts';
import { sayFailure } from './notice.tsx';

/** What a file would change. */
export const RestoreLook = later(() => import('./restore-look.tsx').then((part) => part.RestoreLook), {
  failed: (_, error) => sayFailure(error),
});

/** What a file is. */
export const ImportTold = later(() => import('./import-told.tsx').then((part) => part.ImportTold), {
  failed: (_, error) => sayFailure(error),
});

/** How a topic is shown. */
export const TopicEditor = later(() => import('./topic-editor.tsx').then((part) => part.TopicEditor), {
  failed: (_, error) => sayFailure(error),
});

/** Copies put aside before a restore, where there are any. */
export const RecoveryList = later(() => import('./recovery-list.tsx').then((part) => part.RecoveryList), {
  failed: (_, error) => sayFailure(error),
});

/** Tags that a topic can be learned from, where there are any. */
export const LearnFromTag = later(() => import('./learn-from-tag.tsx').then((part) => part.LearnFromTag), {
  failed: (_, error) => sayFailure(error),
});

/** The end of the page. */
export const LogSection = later(() => import('./log-section.tsx').then((part) => part.LogSection), {
  frame: () => (
    <section id="log" aria-labelledby="log-title" aria-busy="true">
      <h2 id="log-title">{say('optionsLogTitle')}</h2>
      <p class="lead">{say('optionsLogLead')}</p>
    </section>
  ),
  failed: (_, error) => sayFailure(error),
});

/** The passphrase of backups, folded away. */
export const PassphraseForm = later(
  () => import('./passphrase-form.tsx').then((part) => part.PassphraseForm),
  {
    frame: () => (
      <details class="passphrase">
        <summary>{say(place.value.secret ? 'optionsPassphraseOn' : 'optionsPassphraseOff')}</summary>
      </details>
    ),
    failed: (_, error) => sayFailure(error),
  },
);
