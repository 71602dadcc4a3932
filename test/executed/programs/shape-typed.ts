// TypeScript: annotations, as, !, satisfies and type arguments around the call.
declare const swan: any;
declare function trace(name: string, value?: unknown): void;

interface Item {
  id: number;
}
interface Answer<T> {
  data: T;
  statusCode: number;
}

class Service {
  private base: string = 'https://example.com';

  load<T>(path: string, data?: Record<string, unknown>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      swan.request({
        url: this.base + path,
        method: 'POST' as const,
        data: data!,
        header: { 'content-type': 'application/x-www-form-urlencoded' } satisfies Record<string, string>,
        success: (res: Answer<T>) => resolve(res.data),
        fail: (err: { errMsg: string }): void => reject(new Error(err.errMsg)),
      });
    });
  }
}

new Service()
  .load<Item & { body: string }>('/echo', { id: 5, name: 'a b' })
  .then((item) => trace('item', item.body))
  .catch((error: Error) => trace('error', error.message));
