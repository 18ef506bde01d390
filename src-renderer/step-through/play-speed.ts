import { create } from 'zustand';
import type { PlaySpeed } from '../trace/trace-store';

/** How fast playing goes, or will go once it is started. */
export const usePlaySpeed = create<{ readonly speed: PlaySpeed }>()(() => ({ speed: 1 }));
