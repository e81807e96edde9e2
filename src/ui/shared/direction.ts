/** Whether the page reads from right to left: "next" lies to the left then, for arrows too. */
export const isRtl = (): boolean => document.documentElement.dir === 'rtl';
