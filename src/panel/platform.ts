/** Whether Ctrl is spelled ⌘ here. */
export const onMac = /mac/i.test(navigator.userAgent);
