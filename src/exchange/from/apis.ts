/** How each source is asked, by its id. */
import type { SourceId } from '../../core/sources.ts';
import type { Api } from './api.ts';
import { arxivApi } from './api-arxiv.ts';
import { crossrefApi } from './api-crossref.ts';
import { dblpApi } from './api-dblp.ts';
import { huggingfaceApi } from './api-huggingface.ts';
import { openalexApi } from './api-openalex.ts';
import { openreviewApi } from './api-openreview.ts';
import { semanticscholarApi } from './api-semanticscholar.ts';

export const APIS: Readonly<Record<SourceId, Api>> = {
  arxiv: arxivApi,
  openreview: openreviewApi,
  crossref: crossrefApi,
  openalex: openalexApi,
  semanticscholar: semanticscholarApi,
  dblp: dblpApi,
  huggingface: huggingfaceApi,
};
