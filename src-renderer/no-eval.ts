import { config } from 'zod';

// Zod would otherwise try whether it may compile code, which the page's policy reports as a violation.
config({ jitless: true });
