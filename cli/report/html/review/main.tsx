// In: the page that it stands in, with its data. Out: the review, drawn where the page has room for it.
// The build puts it, with all that it imports, into the page as one text (scripts/page-texts.mjs).

import { render } from 'preact';

import type { PageData } from '../page-data.ts';
import { ReviewPage } from './review.tsx';
import { canUnpack, unpack } from './unpack.ts';

const room = document.getElementById('review');
const packed = document.getElementById('data')?.textContent ?? '';

if (room && packed !== '') {
  if (canUnpack) {
    void unpack<PageData>(packed).then((data) => {
      room.replaceChildren();
      render(<ReviewPage data={data} />, room);
    });
  } else document.getElementById('too-old')?.removeAttribute('hidden');
}
