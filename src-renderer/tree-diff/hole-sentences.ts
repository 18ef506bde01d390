import type { Hole } from '@contract/accessibility';

export const holeSentences: Record<Hole, string> = {
  node_budget: 'the snapshot had reached its number of elements',
  depth_budget: 'it lies too deep',
  child_budget: 'it has too many children',
  time_budget: 'the time for the snapshot was over',
  unreadable: 'the target did not answer for it',
  not_entered: 'the run has not entered this program',
};
