/**
 * Does the work once the page shows what has just been changed, and before the reader's next key or click can come:
 * Preact renders in a microtask that the change has queued, and this one comes after it. What moves the focus is done so,
 * or in a layout effect; a frame, a timeout or an effect is too late, and takes a key that was meant for something else.
 */
export const afterRender = (work: () => void): void => queueMicrotask(work);
