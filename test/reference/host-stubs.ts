// In: where to record. Out: the APIs beside the network that programs use most, as small recorded doubles.
// Knows nothing of the network.

type Recorder = (name: string, ...value: readonly unknown[]) => void;

interface CallbackOptions {
  success?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}

/** APIs that do nothing but be recorded with their title, and then succeed. */
const silent = [
  'showToast',
  'showLoading',
  'hideLoading',
  'showModal',
  'navigateTo',
  'setNavigationBarTitle',
  'previewImage',
];

/** @param picked what chooseImage finds */
export function createHostStubs(record: Recorder, picked: () => readonly unknown[]): Record<string, unknown> {
  const storage = new Map<string, unknown>();
  const succeed = (options: CallbackOptions | undefined, result: object): void => {
    setImmediate(() => {
      options?.success?.(result);
      options?.complete?.(result);
    });
  };
  const stubs: Record<string, unknown> = {
    canIUse: () => true,
    chooseImage: (options?: CallbackOptions) => succeed(options, { tempFilePaths: picked(), tempFiles: picked() }),
    login: (options?: CallbackOptions) => succeed(options, { code: 'a-login-code' }),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    getSystemInfoSync: () => ({ platform: 'double', SDKVersion: '3.0.0' }),
    stopPullDownRefresh: (options?: CallbackOptions) => succeed(options, {}),
  };
  for (const name of silent) {
    stubs[name] = (options?: CallbackOptions & { title?: string }) => {
      record(`host.${name}`, options?.title ?? null);
      succeed(options, {});
    };
  }
  return stubs;
}
