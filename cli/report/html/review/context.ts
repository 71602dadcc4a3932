// In: nothing. Out: what every part of the review may ask for without being handed it: the words, the marks, how wide the page is.
// Knows nothing of what is drawn.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { WordsOf } from '../../../../src/locale/locale.ts';
import type { PageData } from '../page-data.ts';
import type { Mark, Marks } from './marks.ts';
import type { reviewWords } from './review-words.ts';

export interface Review {
  readonly data: PageData;
  readonly say: WordsOf<typeof reviewWords>;
  /** There is room for before beside after. */
  readonly isWide: boolean;
  /** All is drawn, and nothing folded: the page is printed. */
  readonly isWhole: boolean;
  readonly marks: Marks;
  mark(id: string, said: Mark): void;
}

export const ReviewContext = createContext<Review | undefined>(undefined);

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('this is a part of the review');
  return review;
}
