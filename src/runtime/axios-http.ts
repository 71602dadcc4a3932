// In: nothing. Out: an axios instance that sends what it is given and hands over what it gets.
// It stands for itself: nothing that the program sets on axios.defaults reaches it. The defaults of axios that stand
// between, from status checks to JSON, are absent.

import axios, { type AxiosInstance } from 'axios';

export const http = new axios.Axios({
  // The clients that axios brings along; it takes the first that the platform has.
  adapter: ['xhr', 'http', 'fetch'],
  responseType: 'arraybuffer',
  transformRequest(data, headers) {
    // Without this axios sends a content type of its own choice with an empty POST.
    if (data == null) headers.setContentType(false, false);
    // A value that cannot be sent throws here.
    String(data);
    // With undefined it would drop the program's content type in a browser.
    return data ?? null;
  },
});

/** Lets your own axios instance send the requests: its interceptors, headers, proxy and base url apply. */
export const useAxios = (instance: AxiosInstance): void => {
  http.defaults.adapter = (config) =>
    instance.request({
      ...config,
      // Where the instance has none, axios itself falls back on that of its defaults.
      adapter: instance.defaults.adapter ?? axios.defaults.adapter ?? [],
      transformResponse: [],
      // Every status is a success (R1).
      validateStatus: null,
    });
};
