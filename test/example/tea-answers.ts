// In: one request of the example mini-program, with all of its body. Out: what its backend answers.
// Some goods and keywords mean trouble: see the comments. Holds the little that a backend remembers, one shop for each run.
// Knows nothing of sockets, of CORS and of who asks.

import type { WireRequest } from '../reference/wire.ts';
import { encodePng, type Colour } from './png.ts';

export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  /** The body stops in the middle and never ends. */
  readonly isEndless?: boolean;
  /** The connection is cut before any answer. */
  readonly isCut?: boolean;
}

interface Goods {
  readonly id: number;
  readonly title: string;
  readonly price: number;
}

const titles = [
  '明前龙井',
  '茉莉毛尖',
  '桂花乌龙',
  '陈皮白茶',
  '蜜兰香单丛',
  '正山小种',
  '竹叶青',
  '六安瓜片',
  '手作豆沙包',
  '茶点 & 蜜饯',
];
const goods: readonly Goods[] = Array.from({ length: 14 }, (_, at) => ({
  id: at + 1,
  title: `${titles[at % titles.length] ?? ''}${at < titles.length ? '' : '（礼盒）'}`,
  price: 18 + at * 3,
}));
const soldOut = new Set([3, 10, 12]);
const prices: Readonly<Record<string, number>> = { 小份: 18, 大份: 26 };
const imageHost = 'https://img.chapu.example';

/** The answers of one shop. `/share/photo` takes photos that `/photo/N.png` gives back as they came. */
export function createTeaAnswers(): (request: WireRequest) => Answer | Promise<Answer> {
  const photos: Buffer[] = [];
  let hasCoupon = false;
  let cart = 0;
  /** Quotes for goods number 8 wait for the next quote, as a slow kitchen would. */
  let serveWaitingQuote: (() => void) | undefined;

  const answers: Readonly<Record<string, (request: WireRequest) => Answer | Promise<Answer>>> = {
    'POST /user/login': (request) => {
      const form = new URLSearchParams(text(request));
      const isKnown = form.get('code') === 'a-login-code' && form.get('from') === 'baidu';
      return isKnown ? json({ token: 't-2019', nickname: '小满' }) : json({ msg: '谁呀' }, 401);
    },
    'GET /goods/list': (request) => {
      const query = new URLSearchParams(request.query);
      const keyword = query.get('keyword') ?? '';
      if (keyword === '打翻') return json({ msg: '厨房出事了' }, 500);
      if (keyword === '断线') return { status: 0, isCut: true };
      const size = Number(query.get('size'));
      const found = goods.filter((item) => item.title.includes(keyword));
      const from = (Number(query.get('page')) - 1) * size;
      return json({
        list: found.slice(from, from + size).map((item) => ({ ...item, cover: `${imageHost}/cover/${item.id}.png` })),
      });
    },
    'GET /stock': (request) => {
      const ids = new URLSearchParams(request.query).get('ids')?.split(',') ?? [];
      return json(Object.fromEntries(ids.map((id) => [id, soldOut.has(Number(id)) ? 0 : 20])));
    },
    'POST /track/sold-out': () => ({ status: 204 }),
    'GET /goods/detail': (request) => {
      const id = new URLSearchParams(request.query).get('id');
      const found = goods.find((item) => String(item.id) === id);
      return json(found ? { code: 0, data: found } : { code: 404, msg: '没有这款茶' });
    },
    'POST /goods/quote': async (request) => {
      const form = new URLSearchParams(text(request));
      serveWaitingQuote?.();
      if (form.get('id') === '8' && form.get('spec') === '小份') {
        await new Promise<void>((resolve) => (serveWaitingQuote = resolve));
      }
      return json({ price: (prices[form.get('spec') ?? ''] ?? 0) * Number(form.get('count')) });
    },
    'POST /coupon/take': (request) => {
      const form = new URLSearchParams(text(request));
      if (form.get('channel') !== '百度 小程序' || form.get('agree') !== 'true') return json({ msg: '渠道不对' }, 400);
      if (hasCoupon) return json({ msg: '已经领过了' }, 409);
      hasCoupon = true;
      return json({});
    },
    'POST /cart/add': (request) => {
      if (request.header['x-token'] !== 't-2019') return json({ code: 401, msg: '请先登录' });
      const { count } = JSON.parse(text(request)) as { count: number };
      cart += count;
      return json({ code: 0, data: { total: cart } });
    },
    'POST /share/photo': (request) => {
      const photo = request.parts?.find((part) => part.name === 'photo' && part.filename !== undefined);
      if (!photo) return json({ msg: '没有照片' }, 400);
      photos.push(Buffer.from(photo.value, 'base64'));
      return json({ url: `${imageHost}/photo/${photos.length}.png` });
    },
    'GET /poster/spring.png': () => ({ status: 200, type: 'image/png', body: poster() }),
    'GET /poster/endless.png': () => ({ status: 200, type: 'image/png', body: poster(), isEndless: true }),
  };

  return (request) => {
    const answer = answers[`${request.method} ${request.path}`];
    if (answer) return answer(request);
    const number = Number(/^\/(?:photo|cover)\/(\d+)\.png$/.exec(request.path)?.[1]);
    const photo = request.path.startsWith('/photo/') ? photos[number - 1] : number > 0 ? cover(number) : undefined;
    return photo ? { status: 200, type: 'image/png', body: photo } : json({ msg: 'not here' }, 404);
  };
}

function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function text(request: WireRequest): string {
  return request.body.toString('utf8');
}

/** A cup seen from above, its tea in a colour of its own. */
function cover(id: number): Buffer {
  const tea: Colour = [150 + ((id * 37) % 70), 110 + ((id * 53) % 60), 40 + ((id * 29) % 60)];
  return encodePng(168, 168, (x, y) => {
    const radius = Math.hypot(x - 83.5, y - 83.5);
    if (radius < 54) return tea;
    return radius < 66 ? [252, 250, 245] : [228, 218, 198];
  });
}

/** Green hills under a low sun; the grain keeps it from being packed too well. */
function poster(): Buffer {
  let seed = 2019;
  const hill = (x: number, at: number): number => 240 + at * 70 + 40 * Math.sin(x / (70 - at * 12) + at * 2);
  return encodePng(600, 480, (x, y) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const grain = (seed >>> 20) % 16;
    if (Math.hypot(x - 430, y - 130) < 56) return [238, 178, 80 + grain];
    const depth = [2, 1, 0].find((at) => y > hill(x, at));
    if (depth === undefined) return [240 + (grain >> 1), 230 + (grain >> 1), 200 + grain];
    return [122 - depth * 26 + grain, 154 - depth * 24 + grain, 91 - depth * 18 + grain];
  });
}
