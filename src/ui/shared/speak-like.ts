/** The reader's words in a worker of a page, which has none of the browser's `i18n`: read from the files themselves. */
import { setSpeech } from '../../core/say.ts';

type Messages = Readonly<Record<string, { message: string }>>;

async function messagesOf(folder: string): Promise<Messages | undefined> {
  try {
    const answer = await fetch(new URL(`/_locales/${folder}/messages.json`, location.href));
    return answer.ok ? ((await answer.json()) as Messages) : undefined;
  } catch {
    return undefined; // no such language
  }
}

let speaking: string | undefined;

/** From now on `say` says what it says on the page whose `language()` this is. */
export async function speakLike(language: string): Promise<void> {
  if (speaking === language) return;
  const [tongue = 'en'] = language.split('-');
  const english = tongue === 'en';
  const messages =
    (english ? undefined : ((await messagesOf(language.replace('-', '_'))) ?? (await messagesOf(tongue)))) ??
    (await messagesOf('en')) ??
    {};
  setSpeech({
    template: (key) => (Object.hasOwn(messages, key) ? (messages[key]?.message ?? '') : ''),
    language: () => (english ? 'en' : language),
  });
  speaking = language;
}
