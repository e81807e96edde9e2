/** A script of its own, which runs before the panel's code: the panel shows what the popup does. */
import '../popup/early.ts';
