/** What stands in each column of the table. */
import type { ComponentChildren } from 'preact';
import { noteOf, statusOf, tagsOf } from '../../core/mark.ts';
import { count, type MessageKey, say } from '../../core/say.ts';
import type { Column } from '../../core/table-layout.ts';
import type { Row } from '../shared/data.ts';
import { texToText } from '../shared/tex.ts';
import { topicLabel, topicsOf } from '../shared/topic-labels.ts';
import { appearedWords, authorWords, day, statusWords, yearWords } from '../shared/words.ts';

const NAMES: Readonly<Record<Column, MessageKey>> = {
  title: 'libraryColumnTitle',
  authors: 'libraryColumnAuthors',
  venue: 'libraryFacetVenues',
  year: 'libraryFacetYear',
  published: 'libraryColumnPublished',
  added: 'libraryColumnAdded',
  seen: 'libraryColumnSeen',
  times: 'libraryColumnTimes',
  topics: 'libraryFacetTopics',
  tags: 'libraryFacetTags',
  status: 'libraryFacetStatus',
  rating: 'libraryColumnRating',
  fit: 'libraryColumnFit',
  note: 'libraryColumnNote',
};

export const columnName = (column: Column): string => say(NAMES[column]);

/** Whether numbers stand there, which end at one line. */
export const isNumber = (column: Column): boolean =>
  column === 'year' || column === 'times' || column === 'rating' || column === 'fit';

/** Most of a note that a row can show. */
const NOTE = 200;

/** The words of a cell; '' where there is nothing to say. */
export function wordsOf(column: Column, { paper, mark }: Row, score: number | null | undefined): string {
  switch (column) {
    case 'title':
      return texToText(paper.title);
    case 'authors':
      return authorWords(paper.authors, paper.authorsCut, 4);
    case 'venue':
      return paper.venue ?? '';
    case 'year':
      return yearWords(paper);
    case 'published':
      return appearedWords(paper);
    case 'added':
      return day(paper.seen.first.at);
    case 'seen':
      return day(paper.seen.last.at);
    case 'times':
      return count(paper.seen.count);
    case 'topics':
      return topicsOf(paper, mark).map(topicLabel).join(', ');
    case 'tags':
      return tagsOf(mark).join(', ');
    case 'status': {
      const status = statusOf(mark);
      return status ? statusWords(status) : '';
    }
    case 'rating':
      return mark?.rating?.value ? count(mark.rating.value) : '';
    case 'fit':
      return score == null ? '' : count(score);
    case 'note':
      return noteOf(mark).slice(0, NOTE).replace(/\s+/g, ' ');
  }
}

/** One cell. It never takes the focus: its row does. */
export function TableCell({
  column,
  at,
  children,
}: {
  column: Column | 'pick' | 'point';
  /** Its place among the columns, from 1. */
  at: number;
  children: ComponentChildren;
}) {
  const number = column !== 'pick' && column !== 'point' && isNumber(column);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can
    <div role="gridcell" tabIndex={-1} aria-colindex={at} class={`c c-${column}${number ? ' number' : ''}`}>
      {children}
    </div>
  );
}
