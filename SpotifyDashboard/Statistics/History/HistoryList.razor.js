// Whether the reader looks at the newest plays; a few pixels do not count.
export const isAtTop = list => !list?.isConnected || list.scrollTop < 32;

export const toTop = list => list?.scrollTo({ top: 0 });
