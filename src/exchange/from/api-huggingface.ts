/**
 * Hugging Face's paper API: `GET /api/papers/<arXiv id>` gives `{id, title, summary, authors, upvotes, githubRepo,
 * projectPage, ai_keywords, …}` (https://huggingface.co/docs/hub/paper-pages), 404 for papers without a page there.
 */
import * as v from 'valibot';
import { arxivId } from '../../core/identity.ts';
import { type Api, dateIn, loose, looseList, looseText, patchOf, readJson } from './api.ts';

const Answer = v.object({
  id: v.string(),
  title: looseText,
  summary: looseText,
  publishedAt: looseText,
  upvotes: loose(v.number()),
  githubRepo: looseText,
  projectPage: looseText,
  authors: looseList(v.object({ name: v.string() })),
});

export const huggingfaceApi: Api = {
  request: ([wanted]) => ({
    url: `https://huggingface.co/api/papers/${wanted?.by.slice('arxiv:'.length) ?? ''}`,
    accept: 'application/json',
  }),
  read(text, wanted) {
    const told = readJson(text, Answer);
    const by = wanted[0]?.by ?? '';
    if (`arxiv:${arxivId(told.id) ?? ''}` !== by) return { found: new Map(), absent: [] };
    const patch = patchOf({
      title: told.title,
      abstract: told.summary,
      published: dateIn(told.publishedAt),
      upvotes: told.upvotes,
      authors: told.authors?.map(({ name }) => name) ?? [],
      code: [told.githubRepo],
      project: [told.projectPage],
    });
    return { found: new Map([[by, patch]]), absent: [] };
  },
};
