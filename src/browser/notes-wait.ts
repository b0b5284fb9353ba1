/** Whether it is said under a name that begins like these that something waits on this device (device-store.ts). */
export const notesWait = (): boolean => {
  try {
    return Object.keys(localStorage).some((name) => /^(?:waits|queued|typing):/.test(name));
  } catch {
    // Storage is forbidden here, so nothing waits in it.
    return false;
  }
};
