// In: nothing. Out: an axios instance that sends what it is given and hands over what it gets.
// The defaults of axios that stand between, from status checks to JSON, are off.

import axios, { type AxiosInstance } from 'axios';

export const http = axios.create({
  responseType: 'arraybuffer',
  validateStatus: null,
  xsrfCookieName: '',
  transformRequest(data, headers) {
    // Without this axios sends a content type of its own choice with an empty POST.
    if (data == null) headers.setContentType(false, false);
    // A value that cannot be sent throws here.
    String(data);
    // With undefined it would drop the program's content type in a browser.
    return data ?? null;
  },
});

/** Lets your own axios instance send the requests: its interceptors, proxy and base url apply. */
export const useAxios = (instance: AxiosInstance): void => {
  const { adapter = [] } = instance.defaults;
  http.defaults.adapter = (config) => instance.request({ ...config, adapter });
};
