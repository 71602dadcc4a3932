// In: the two shims and axios. Out: four ways to ask a url for JSON, two of them without a shim. Runs in Node and in a page.
// Knows nothing of what is measured.

/** @returns {Record<string, (url: string) => Promise<unknown>>} */
export function clientsOf({ fetchShim, axiosShim, axios }) {
  const through = (shim) => (url) =>
    new Promise((resolve, reject) => {
      shim.request({ url, success: ({ data }) => resolve(data), fail: reject });
    });
  return {
    fetch: async (url) => (await fetch(url)).json(),
    'fetch shim': through(fetchShim),
    axios: async (url) => (await axios.get(url)).data,
    'axios shim': through(axiosShim),
  };
}

/** So many requests, a few of them at a time. */
export async function askOften(client, url, count, atATime = 4) {
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const { id } = await client(url);
      if (id !== 1) throw new Error('the answer is another one');
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
}
